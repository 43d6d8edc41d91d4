"""What can be done to one text, by position in its tree, and what that makes of the data in it.

A path leads from the root by keys and indexes. `rewrite` turns changes into splices of text; what `applied`
says here is what the text must then be read as.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from coalitionkit.edits import Bare, Data
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode

Path = tuple[str | int, ...]


class Replace(NamedTuple):
    """Another value in place of the one at a path."""

    path: Path
    value: Data


class InsertEntry(NamedTuple):
    """A new key of the group at a path, after one of its keys, or before all of them."""

    path: Path
    key: str
    value: Data
    after: str | None = None


class InsertItem(NamedTuple):
    """A new item of the list at a path, before the one that stands at `place` now, or at the end."""

    path: Path
    place: int
    value: Data


class Delete(NamedTuple):
    """Nothing in place of the entry or item at a path."""

    path: Path


class Rekey(NamedTuple):
    """Another name for the key at a path."""

    path: Path
    key: str


class Permute(NamedTuple):
    """The items of the list at a path in another order: for each place, the index of what comes there."""

    path: Path
    order: tuple[int, ...]


class PermuteKeys(NamedTuple):
    """The entries of the group at a path in another order."""

    path: Path
    keys: tuple[str, ...]


class Annotate(NamedTuple):
    """A new comment above the entry or item at a path, or beside its first line."""

    path: Path
    comment: str
    beside: bool = False


class Recomment(NamedTuple):
    """Another comment in place of the one that begins at an offset; "" for none."""

    start: int
    comment: str


Change = Replace | InsertEntry | InsertItem | Delete | Rekey | Permute | PermuteKeys | Annotate | Recomment


def plain(node: Node | None) -> Any:
    """Return the data that a tree holds: text, None, lists and dictionaries."""
    if isinstance(node, ScalarNode):
        return None if node.is_null else node.value
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    if isinstance(node, MappingNode):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    return None


def as_written(node: Node | None) -> Data:
    """Return the data that a tree holds, to be written again as it is: what has no quotes stays without."""
    if isinstance(node, ScalarNode):
        return None if node.is_null else Bare(node.value) if node.plain else node.value
    if isinstance(node, SequenceNode):
        return [as_written(item) for item in node.items]
    if isinstance(node, MappingNode):
        return {key: as_written(entry.value) for key, entry in node.entries.items()}
    return None


def applied(data: Any, change: Change) -> Any:
    """Return the data after a change; what was given stays as it is."""
    if isinstance(change, Annotate | Recomment):
        return data
    if isinstance(change, Replace):
        return _at(data, change.path, lambda _: as_lists(change.value))
    if isinstance(change, InsertEntry):
        return _at(data, change.path, lambda group: _with_entry(group or {}, change))
    if isinstance(change, InsertItem):
        return _at(
            data,
            change.path,
            lambda items: [
                *(items or ())[: change.place],
                as_lists(change.value),
                *(items or ())[change.place :],
            ],
        )
    if isinstance(change, Permute):
        return _at(data, change.path, lambda items: [items[index] for index in change.order])
    if isinstance(change, PermuteKeys):
        return _at(data, change.path, lambda group: {key: group[key] for key in change.keys})
    *above, last = change.path
    if isinstance(change, Rekey):
        return _at(
            data,
            tuple(above),
            lambda group: {change.key if key == last else key: value for key, value in group.items()},
        )
    return _at(data, tuple(above), lambda group: _less(group, last))


def as_lists(value: Data) -> Any:
    """Return data as it is read back: text, None, lists and dictionaries."""
    if value is None or isinstance(value, str):
        return None if value is None else str(value)
    if isinstance(value, Sequence):
        return [as_lists(item) for item in value]
    return {str(key): as_lists(below) for key, below in value.items()}


def _with_entry(group: dict[str, Any], change: InsertEntry) -> dict[str, Any]:
    new = {change.key: as_lists(change.value)}
    if change.after is None:
        return new | group
    result: dict[str, Any] = {}
    for key, value in group.items():
        result[key] = value
        if key == change.after:
            result |= new
    return result


def _less(group: Any, last: str | int) -> Any:
    if isinstance(group, list):
        return [item for index, item in enumerate(group) if index != last]
    return {key: value for key, value in group.items() if key != last}


def _at(data: Any, path: Path, then: Any) -> Any:
    if not path:
        return then(data)
    step, *rest = path
    if isinstance(data, list):
        return [_at(item, tuple(rest), then) if index == step else item for index, item in enumerate(data)]
    return {key: _at(value, tuple(rest), then) if key == step else value for key, value in data.items()}
