"""Changes become splices of text, and splices a new text that is read again and compared.

What a change does not mean to touch keeps every byte: comments, blank lines, quotes, spaces, line ends.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any

from coalitionkit.errors import UneditableError
from coalitionkit.source import brackets, lines, remarks, values
from coalitionkit.source.changes import (
    Annotate,
    Change,
    Delete,
    InsertEntry,
    InsertItem,
    Permute,
    PermuteKeys,
    Recomment,
    Rekey,
    Replace,
    applied,
    plain,
)
from coalitionkit.source.drafts import Draft
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
    waiting = list(changes)
    while waiting:
        reading, count = _begun(reading, waiting)
        waiting = waiting[count:]
    return reading


def _begun(reading: Reading, changes: Sequence[Change]) -> tuple[Reading, int]:
    """Return a text with the first of some changes made, as many as can be made at once, and how many."""
    draft = Draft(Page(reading.text, reading.root), _splices)
    made = list(takewhile(draft.takes, changes)) if len(changes) > 1 else []
    while len(made) > 1:
        after = read(Text(reading.text.file, spliced(reading.text.content, draft.splices)))
        if _is_meant(reading, after, _expected(reading, made)):
            return after, len(made)
        # One of them harms what is around it: the fewer there are, the sooner that one stands alone.
        draft = Draft(Page(reading.text, reading.root), _splices)
        made = list(takewhile(draft.takes, made[: len(made) // 2]))
    return _step(reading, changes[0]), 1


def _step(reading: Reading, change: Change) -> Reading:
    expected = _expected(reading, [change])
    # A block of lines would take in a comment below it that is indented as deep: quoted text does not.
    for blocks in (True, False):
        page = Page(reading.text, reading.root, blocks=blocks)
        after = read(Text(reading.text.file, spliced(reading.text.content, _splices(page, change))))
        if _is_meant(reading, after, expected):
            return after
    raise UneditableError(f"'{reading.text.file}': {_HARM}")


def _splices(page: Page, change: Change) -> list[Splice]:
    return _WRITERS[type(change)](page, change)


def _expected(reading: Reading, changes: Iterable[Change]) -> Any:
    expected = plain(reading.root)
    for change in changes:
        expected = applied(expected, change)
    return expected


def _is_meant(before: Reading, after: Reading, expected: Any) -> bool:
    """Whether a text reads as what is expected, and no worse than it was."""
    if _is_empty(after):
        return expected in ({}, None)
    return after.whole and len(after.faults) <= len(before.faults) and _same(plain(after.root), expected)


def _is_empty(reading: Reading) -> bool:
    """Whether a file holds nothing yet, or comments only."""
    return reading.root is None and all(fault.problem == "empty" for fault in reading.faults)


def _same(one: Any, other: Any) -> bool:
    """Whether data are the same, keys in the same order."""
    return json.dumps(one) == json.dumps(other)


def _insert_entry(page: Page, change: InsertEntry) -> list[Splice]:
    if not change.path and page.is_blank:
        return lines.first_entry(page, change)
    node = page.node(change.path)
    if isinstance(node, ScalarNode) and node.is_null:
        return values.replace(page, Replace(change.path, {change.key: change.value}))
    if not isinstance(node, MappingNode):
        raise UneditableError(f"'{page.text.file}': a group of keys is expected here, and there is none")
    if not node.entries:
        return values.replace(page, Replace(change.path, {change.key: change.value}))
    if page.in_flow(change.path):
        return brackets.insert_entry(page, change)
    return lines.insert_entry(page, change)


def _insert_item(page: Page, change: InsertItem) -> list[Splice]:
    node = page.node(change.path)
    if (isinstance(node, ScalarNode) and node.is_null) or (isinstance(node, SequenceNode) and not node.items):
        return values.replace(page, Replace(change.path, [change.value]))
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
    Replace: values.replace,
    InsertEntry: _insert_entry,
    InsertItem: _insert_item,
    Delete: _delete,
    Rekey: values.rekey,
    Permute: _permute,
    PermuteKeys: _permute_keys,
    Annotate: remarks.annotate,
    Recomment: remarks.recomment,
}
