"""Records for programs: everything that is written of them, texts as they stand in the file."""

from collections.abc import Iterator
from typing import Any

from coalitionkit.cli.show.tables.values import Table, named
from coalitionkit.loading.records import Recorded, Records, Target, entries_of, text_of
from coalitionkit.loading.survey import steps_of
from coalitionkit.model.record import Kind, Listing, Part
from coalitionkit.places import Address
from coalitionkit.source.tree import Node, ScalarNode, SequenceNode


def plain_data(node: Node, kind: Kind | None, *, private: bool) -> Any:
    """Return a value as JSON has it: texts as they are written, lists and groups.

    What is private is left out unless it is asked for.
    """
    if isinstance(node, ScalarNode):
        return None if node.is_null else node.value
    if isinstance(node, SequenceNode):
        of = kind.of if isinstance(kind, Listing) else None
        return [plain_data(item, of, private=private) for item in node.items]
    return {
        key: plain_data(value, below, private=private)
        for key, value, below, hidden in entries_of(node, kind)
        if private or not hidden
    }


def record_data(one: Recorded, records: Records, *, private: bool) -> dict[str, Any]:
    """Return one record for programs, with its place and what refers to it."""
    place = one.node.place
    return {
        "kind": one.kind.name,
        "id": one.id,
        "address": str(one.address),
        "file": place.file,
        "line": place.span.start.line,
        "record": plain_data(one.node, Part(one.kind.record), private=private),
        "referred_to_by": [
            {
                "address": str(pointer.address),
                "file": pointer.node.place.file,
                "line": pointer.node.place.span.start.line,
            }
            for pointer in records.referring(one, private=private)
        ],
    }


def target_data(target: Target, node: Node, records: Records, *, private: bool) -> dict[str, Any]:
    """Return what stands at a target for programs, with its place."""
    if target.record is not None:
        return record_data(target.record, records, private=private)
    return {
        "address": str(target.address),
        "file": node.place.file,
        "line": node.place.span.start.line,
        "value": plain_data(node, target.kind, private=private),
    }


def pairs_table(node: Node, kind: Kind | None, at: Address, *, private: bool) -> Table:
    """Return the single values below an address with their own addresses, one a row."""
    return named("values", ("address", "value"), list(_pairs(node, kind, at, private=private)))


def _pairs(node: Node, kind: Kind | None, at: Address, *, private: bool) -> Iterator[tuple[str, str]]:
    if isinstance(node, ScalarNode):
        yield str(at), text_of(node)
    elif isinstance(node, SequenceNode):
        of = kind.of if isinstance(kind, Listing) else None
        for step, item in zip(steps_of(node, of), node.items, strict=True):
            yield from _pairs(item, of, at[step], private=private)
    else:
        for key, value, below, hidden in entries_of(node, kind):
            if private or not hidden:
                yield from _pairs(value, below, at / key, private=private)
