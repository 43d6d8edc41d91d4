"""Changes become splices of text, and splices a new text that is read again and compared.

What a change does not mean to touch keeps every byte: comments, blank lines, quotes, spaces, line ends.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from coalitionkit.errors import UneditableError
from coalitionkit.source import brackets, lines
from coalitionkit.source.changes import (
    Annotate,
    Change,
    Delete,
    InsertEntry,
    InsertItem,
    Path,
    Permute,
    PermuteKeys,
    Recomment,
    Rekey,
    Replace,
    applied,
    plain,
)
from coalitionkit.source.page import Page
from coalitionkit.source.reader import Reading, read
from coalitionkit.source.splices import Splice, spliced
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, ScalarNode, SequenceNode

_HARM = (
    "the file could not be changed here without changing more; change it by hand, and run 'coalition lint'"
)


def rewritten(reading: Reading, changes: Iterable[Change]) -> Reading:
    """Return a text with changes made, in order, and read again.

    Raises UneditableError when the text was not read to its end, and when it could not be changed without
    changing more than was asked.
    """
    if not reading.whole and not _is_empty(reading):
        raise UneditableError(
            f"'{reading.text.file}' cannot be read to its end", hint="run 'coalition lint' and mend it first"
        )
    for batch in _batches(changes):
        reading = _step(reading, batch)
    return reading


def _batches(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Yield changes in groups that can be made at once: those that leave paths alone, side by side."""
    batch: list[Replace | Rekey | Permute | PermuteKeys] = []
    for change in changes:
        if not isinstance(change, Replace | Rekey | Permute | PermuteKeys):
            if batch:
                yield [*batch]
            yield [change]
            batch = []
        elif any(_related(change.path, other.path) for other in batch):
            yield [*batch]
            batch = [change]
        else:
            batch.append(change)
    if batch:
        yield [*batch]


def _related(one: Path, other: Path) -> bool:
    """Whether one of two paths leads to, or through, the other."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _step(reading: Reading, changes: list[Change]) -> Reading:
    page = Page(reading.text, reading.root)
    expected = plain(reading.root)
    splices: list[Splice] = []
    for change in changes:
        splices += _WRITERS[type(change)](page, change)
        expected = applied(expected, change)
    content = spliced(reading.text.content, splices)
    after = read(Text(reading.text.file, content))
    if not after.whole or len(after.faults) > len(reading.faults) or not _same(plain(after.root), expected):
        raise UneditableError(f"'{reading.text.file}': {_HARM}")
    return after


def _is_empty(reading: Reading) -> bool:
    """Whether a file holds nothing yet, or comments only."""
    return reading.root is None and all(fault.problem == "empty" for fault in reading.faults)


def _same(one: Any, other: Any) -> bool:
    """Whether data are the same, keys in the same order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


def _insert_entry(page: Page, change: InsertEntry) -> list[Splice]:
    if not change.path and page.is_blank:
        return lines.first_entry(page, change)
    node = page.node(change.path)
    if isinstance(node, ScalarNode) and node.is_null:
        return lines.replace(page, Replace(change.path, {change.key: change.value}))
    if not isinstance(node, MappingNode):
        raise UneditableError(f"'{page.text.file}': a group of keys is expected here, and there is none")
    if not node.entries:
        return lines.replace(page, Replace(change.path, {change.key: change.value}))
    if page.in_flow(change.path):
        return brackets.insert_entry(page, change)
    return lines.insert_entry(page, change)


def _insert_item(page: Page, change: InsertItem) -> list[Splice]:
    node = page.node(change.path)
    if (isinstance(node, ScalarNode) and node.is_null) or (isinstance(node, SequenceNode) and not node.items):
        return lines.replace(page, Replace(change.path, [change.value]))
    if not isinstance(node, SequenceNode):
        raise UneditableError(f"'{page.text.file}': a list is expected here, and there is none")
    if page.in_flow(change.path):
        return brackets.insert_item(page, change)
    return lines.insert_item(page, change)


def _delete(page: Page, change: Delete) -> list[Splice]:
    if page.in_flow(change.path[:-1]):
        return brackets.delete(page, change)
    return lines.delete(page, change)


def _permute(page: Page, change: Permute) -> list[Splice]:
    if page.in_flow(change.path):
        return brackets.permute(page, change.path, change.order)
    return lines.permute(page, change.path, change.order)


def _permute_keys(page: Page, change: PermuteKeys) -> list[Splice]:
    node = page.node(change.path)
    names = list(node.entries) if isinstance(node, MappingNode) else []
    return _permute(page, Permute(change.path, tuple(names.index(key) for key in change.keys)))


_WRITERS: Mapping[type[Any], Callable[[Page, Any], list[Splice]]] = {
    Replace: lines.replace,
    InsertEntry: _insert_entry,
    InsertItem: _insert_item,
    Delete: _delete,
    Rekey: lines.rekey,
    Permute: _permute,
    PermuteKeys: _permute_keys,
    Annotate: lines.annotate,
    Recomment: lines.recomment,
}
