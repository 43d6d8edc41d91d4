"""The tree of a file as it will be with the new items that wait, for those who look where more belongs."""

from collections.abc import Mapping, Sequence

from coalitionkit.edits import Bare, Data
from coalitionkit.loading.tracing import Tracer
from coalitionkit.model.coalition import Coalition
from coalitionkit.source.changes import InsertItem, Path
from coalitionkit.source.text import Text
from coalitionkit.source.tree import Entry, MappingNode, Node, ScalarNode, SequenceNode

_NOWHERE = Text("", "")


class Preview:
    """A tree that grows. What it was made of stays as it is; new items stand nowhere in the text yet."""

    def __init__(self, root: MappingNode) -> None:
        self._root: Node = root
        self._own: set[int] = set()
        self._words: dict[int, dict[str, list[str]]] = {}
        self.tracer = Tracer(root, Coalition)

    def grow(self, change: InsertItem) -> bool:
        """Let a list have a new item; return whether all of it is known before it is written."""
        if not _is_known(change.value):
            return False
        if not self._own:
            self._root = self._owned(self._root)
            self.tracer = Tracer(self._root, Coalition)
        items = self._at(change.path)
        if not isinstance(items, SequenceNode):
            return False
        new = _node(change.value)
        items.items.insert(change.place, new)
        self.tracer.insert(items, change.place)
        for key, words in self._words.get(id(items), {}).items():
            words.insert(change.place, sort_key(new, key))
        return True

    def words(self, items: SequenceNode, key: str) -> Sequence[str]:
        """Return what each item of a list in this tree says below a key."""
        kept = self._words.setdefault(id(items), {})
        if key not in kept:
            kept[key] = [sort_key(item, key) for item in items.items]
        return kept[key]

    def _at(self, path: Path) -> Node | None:
        """Return a node of its own at a path."""
        node: Node | None = self._root
        for step in path:
            if isinstance(node, MappingNode) and isinstance(step, str) and step in node.entries:
                key, value = node.entries[step]
                node.entries[step] = Entry(key, own := self._owned(value))
            elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
                node.items[step] = own = self._owned(node.items[step])
            else:
                return None
            node = own
        return node

    def _owned(self, node: Node) -> Node:
        """Return a node that may be changed: a copy, unless it is one already."""
        if id(node) in self._own:
            return node
        copy: Node = node
        if isinstance(node, MappingNode):
            copy = MappingNode(node.text, node.start, node.end)
            copy.entries.update(node.entries)
        elif isinstance(node, SequenceNode):
            copy = SequenceNode(node.text, node.start, node.end)
            copy.items.extend(node.items)
        self._own.add(id(copy))
        return copy


def sort_key(item: Node, key: str) -> str:
    """Return the text by which an item of a list is put in order: the value of a key, or its own."""
    value = item.value(key) if isinstance(item, MappingNode) else item
    return value.value if isinstance(value, ScalarNode) else ""


def _is_known(value: Data) -> bool:
    """Whether data is read as it is given: nothing may be written as an empty value, or as a word for it."""
    if isinstance(value, str):
        return True
    if isinstance(value, Mapping):
        return all(map(_is_known, value.values()))
    return value is not None and all(map(_is_known, value))


def _node(value: Data) -> Node:
    if isinstance(value, Mapping):
        group = MappingNode(_NOWHERE, 0, 0)
        for key, one in value.items():
            group.entries[key] = Entry(ScalarNode(_NOWHERE, 0, 0, key, plain=True), _node(one))
        return group
    if value is None or isinstance(value, str):
        return ScalarNode(_NOWHERE, 0, 0, value or "", plain=isinstance(value, Bare))
    items = SequenceNode(_NOWHERE, 0, 0)
    items.items.extend(map(_node, value))
    return items
