"""The fewest changes that turn one value into another, so that comments on what stays are kept."""

import json
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from coalitionkit.edits import Data
from coalitionkit.source.changes import (
    Change,
    Delete,
    InsertEntry,
    InsertItem,
    Path,
    Replace,
    as_lists,
    plain,
)
from coalitionkit.source.tree import MappingNode, Node, SequenceNode


def differences(node: Node, path: Path, value: Data) -> list[Change]:
    """Return changes that make a value of what stands at a path, none where it is the same.

    They are to be made in order: each leaves the paths of those after it as they are.
    """
    if isinstance(node, MappingNode) and isinstance(value, Mapping) and node.entries and value:
        return _of_groups(node, path, value)
    if isinstance(node, SequenceNode) and _is_list(value) and node.items and value:
        return _of_lists(node, path, [*value])
    return [] if plain(node) == as_lists(value) else [Replace(path, value)]


def _is_list(value: Data) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _of_groups(node: MappingNode, path: Path, value: Mapping[str, Data]) -> list[Change]:
    changes: list[Change] = []
    before: str | None = None
    for key, one in value.items():
        entry = node.entries.get(key)
        if entry is None:
            changes.append(InsertEntry(path, key, one, before))
        else:
            changes += differences(entry.value, (*path, key), one)
        before = key
    return [*changes, *(Delete((*path, key)) for key in node.entries if key not in value)]


def _of_lists(node: SequenceNode, path: Path, value: Sequence[Data]) -> list[Change]:
    """Return the changes from the last to the first, so that no index moves before it is used."""
    old = [_mark(plain(item)) for item in node.items]
    new = [_mark(as_lists(item)) for item in value]
    changes: list[Change] = []
    for kind, start, end, low, high in reversed(
        SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    ):
        if kind == "equal":
            continue
        both = min(end - start, high - low)
        changes += [InsertItem(path, end, value[index]) for index in reversed(range(low + both, high))]
        changes += [Delete((*path, index)) for index in reversed(range(start + both, end))]
        for index in reversed(range(both)):
            changes += differences(node.items[start + index], (*path, start + index), value[low + index])
    return changes


def _mark(data: object) -> str:
    return json.dumps(data)
