"""A plan in the order of the format: only the order changes, never how something is written.

Sections come in the order of the format in every committed file. Keys of records follow on request, save in
braces that run over several lines, and so do the items of those lists whose order says nothing, by their ids;
a list that is in the order of a date, or has headings, is in that order on purpose and stays. The overlay is
left alone.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from coalitionkit.editing import Revision
from coalitionkit.editing.moving import moved, reading_of
from coalitionkit.editing.placing import in_format_order
from coalitionkit.editing.previews import sort_key
from coalitionkit.errors import UneditableError
from coalitionkit.model.coalition import UNORDERED, Coalition
from coalitionkit.model.record import Kind, Leaf, Listing, Part, Record, Table, fields_of
from coalitionkit.model.values import Reader
from coalitionkit.source.changes import Path, Permute, PermuteKeys
from coalitionkit.source.files import PlanFiles
from coalitionkit.source.reader import Reading, read
from coalitionkit.source.rewrite import rewritten
from coalitionkit.source.sheet import in_order, sheet_of
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, Node, SequenceNode
from coalitionkit.source.units import bracketed, units

_HEADING = re.compile(r"#\s*(?:#|--|==|\*\*|__|~~)")
_FEWEST_IN_DATE_ORDER = 3


class Kept(NamedTuple):
    """Something that stays in the order that it has, and why."""

    file: str
    line: int
    what: str
    why: str


class Ordered(NamedTuple):
    """A plan in order, and what was left as it is."""

    revision: Revision
    kept: tuple[Kept, ...]


class _Wish(NamedTuple):
    """Another order for what stands at a path."""

    change: Permute | PermuteKeys
    node: Node


def ordered(files: PlanFiles, *, keys: bool = False, ids: bool = False) -> Ordered:
    """Return a plan with the sections of each file in the order of the format.

    With `keys`, the keys of all records too; with `ids`, the items of the lists of `UNORDERED`. Raises
    UneditableError for a file that cannot be read, or in which sections do not stand on lines of their own.
    """
    texts: dict[str, str | None] = {}
    kept: list[Kept] = []
    for raw in (files.main, *files.fragments):
        reading = reading_of(raw)
        sheet = sheet_of(reading)
        sheet = sheet._replace(sections=in_order(sheet.sections, in_format_order(Coalition)))
        reading = read(Text(raw.file, sheet.written()))
        if reading.root is not None and (keys or ids):
            wishes = [*_keys(reading.root, Part(Coalition), ())] if keys else []
            for section in UNORDERED if ids else ():
                wishes += _ids(reading, section, kept)
            reading = _granted(reading, wishes, kept)
        texts[raw.file] = reading.text.content
    return Ordered(moved(files, texts, lists_in_order=not ids), tuple(kept))


def _keys(node: Node, kind: Kind | None, path: Path) -> Iterator[_Wish]:
    """Yield the records below a node whose keys are in another order than that of the format."""
    if isinstance(node, SequenceNode):
        of = kind.of if isinstance(kind, Listing) else None
        for index, item in enumerate(node.items):
            yield from _keys(item, of, (*path, index))
        return
    if not isinstance(node, MappingNode):
        return
    fields = fields_of(kind.record) if isinstance(kind, Part) else {}
    for key, entry in node.entries.items():
        field = fields.get(key)
        below = field.kind if field else kind.of if isinstance(kind, Table) else None
        yield from _keys(entry.value, below, (*path, key))
    if path and isinstance(kind, Part) and not (bracketed(node) and _runs_over(node)):
        names = [*node.entries]
        new = _in_order(names, kind.record)
        if new != names:
            yield _Wish(PermuteKeys(path, tuple(new)), node)


def _runs_over(node: Node) -> bool:
    """Whether something takes more than one line: within braces, its lines would come out uneven."""
    return node.place.span.start.line != node.place.span.end.line


def _in_order(names: Sequence[str], record: type[Record]) -> list[str]:
    """Return keys in the order of the format; an unknown one stays behind the one that it follows."""
    order = in_format_order(record)
    rank = -1
    ranked = []
    for index, name in enumerate(names):
        known = name in order
        rank = order.index(name) if known else rank
        ranked.append((rank, 0 if known else index + 1, name))
    return [name for *_, name in sorted(ranked)]


def _ids(reading: Reading, section: str, kept: list[Kept]) -> Iterator[_Wish]:
    """Yield the list of a section when its items are to come in the order of their ids."""
    root = reading.root
    node = root.value(section) if isinstance(root, MappingNode) else None
    kind = fields_of(Coalition)[section].kind
    if not isinstance(node, SequenceNode) or not isinstance(kind, Listing) or not isinstance(kind.of, Part):
        return
    record = kind.of.record
    names = [sort_key(item, record.identity) for item in node.items]
    new = tuple(sorted(range(len(names)), key=lambda index: names[index]))
    if new == tuple(range(len(names))):
        return
    why = _purpose(node, record)
    if why:
        key = root.entries[section].key if isinstance(root, MappingNode) else node
        kept.append(Kept(reading.text.file, key.place.span.start.line, section, why))
    else:
        yield _Wish(Permute((section,), new), node)


def _purpose(node: SequenceNode, record: type[Record]) -> str:
    """Say why a list seems to be in an order on purpose; "" when it does not."""
    for name, field in fields_of(record).items():
        if isinstance(field.kind, Leaf) and isinstance(field.kind.marker, Reader):
            days = [sort_key(item, name) for item in node.items if isinstance(item, MappingNode)]
            in_dates = field.kind.marker.problem == "date" and _is_in_order(days, len(node.items))
            if in_dates:
                return f"its items are in the order of '{name}'"
    return "it has headings" if _has_headings(node) else ""


def _is_in_order(days: Sequence[str], count: int) -> bool:
    return (
        len(days) == count >= _FEWEST_IN_DATE_ORDER
        and all(days)
        and len(set(days)) > 1
        and ([*days] == sorted(days) or [*days] == sorted(days, reverse=True))
    )


def _has_headings(node: SequenceNode) -> bool:
    """Whether comments stand between items that belong to none of them, or look like headings."""
    if bracketed(node):
        return False
    content = node.text.content
    found = units(node)
    between = [content[one.tail : two.head] for one, two in pairwise(found)]
    above = [content[unit.head : unit.start] for unit in found]
    return any(text.strip() for text in between) or any(
        _HEADING.match(line.strip()) for text in above for line in text.splitlines()
    )


def _granted(reading: Reading, wishes: Sequence[_Wish], kept: list[Kept]) -> Reading:
    """Return a text with what can be brought into order so brought; what cannot is told in `kept`."""
    # The deepest come first: another order of items changes the paths of all that is below them.
    wishes = sorted(wishes, key=lambda wish: -len(wish.change.path))
    try:
        return rewritten(reading, [wish.change for wish in wishes])
    except UneditableError:
        pass
    for wish in wishes:
        try:
            reading = rewritten(reading, [wish.change])
        except UneditableError:
            what = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in wish.change.path)
            line = wish.node.place.span.start.line
            kept.append(Kept(reading.text.file, line, what[1:], "its comments would come to stand elsewhere"))
    return reading
