"""One text with its tree, for those who write into it: what stands at a path, and how the file looks."""

import re
from functools import cached_property

from coalitionkit.errors import UneditableError
from coalitionkit.source.changes import Path
from coalitionkit.source.emitter import Layout
from coalitionkit.source.habits import Habits
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, Node, SequenceNode
from coalitionkit.source.units import Unit, bracketed, units

_LINE_END = re.compile(r"[\r\n]")
_COLON = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*+)*+:")
_CLIPPED = re.compile(r"(?:^|[:-] )[|>]\r?$", re.MULTILINE)


class Page:
    """A text, its tree, and its layout; `blocks` says whether new text may be written as a block of lines."""

    def __init__(self, text: Text, root: Node | None, *, blocks: bool = True) -> None:
        self.text = text
        self.content = text.content
        self._root = root
        self._blocks = blocks
        self._layout: Layout | None = None
        self._units: dict[int, list[Unit]] = {}

    @property
    def is_blank(self) -> bool:
        """Whether the file holds no value at all."""
        return self._root is None

    @cached_property
    def habits(self) -> Habits:
        """What tells how the file is laid out."""
        return Habits(self.text, self._root)

    @property
    def layout(self) -> Layout:
        """How the file is laid out."""
        if self._layout is None:
            self._layout = self.habits.layout._replace(blocks=self._blocks)
        return self._layout

    def look_again(self) -> None:
        """Lay out what is written from now on as the habits are now."""
        self._layout = None

    def node(self, path: Path) -> Node:
        """Return what stands at a path. Raises UneditableError when there is nothing."""
        node = self._root
        for step in path:
            if isinstance(node, MappingNode) and isinstance(step, str):
                node = node.value(step)
            elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                node = None
        if node is None:
            raise UneditableError(f"'{self.text.file}': what is to be changed is not there any more")
        return node

    def parent(self, path: Path) -> tuple[MappingNode | SequenceNode, int]:
        """Return the list or group that holds the node at a path, and which of its items or entries it is."""
        node = self.node(path[:-1])
        if isinstance(node, MappingNode):
            return node, list(node.entries).index(str(path[-1]))
        if isinstance(node, SequenceNode):
            return node, int(path[-1])
        raise UneditableError(f"'{self.text.file}': what is to be changed is not there any more")

    def in_flow(self, path: Path) -> bool:
        """Whether the list or group at a path, or one that holds it, stands in brackets."""
        return any(bracketed(self.node(path[:depth])) for depth in range(len(path) + 1))

    def units(self, path: Path) -> list[Unit]:
        """Return the entries or items of a list or group without brackets."""
        node = self.node(path)
        if not isinstance(node, MappingNode | SequenceNode):
            raise UneditableError(f"'{self.text.file}': a list or a group is expected here")
        return self.units_of(node)

    def units_of(self, node: MappingNode | SequenceNode) -> list[Unit]:
        """Return the entries or items of a list or group without brackets; what is found is kept."""
        found = self._units.get(id(node))
        if found is None:
            found = self._units[id(node)] = units(node)
        return found

    def line_end(self, offset: int) -> int:
        """Return the offset of the end of a line, before its line end."""
        match = _LINE_END.search(self.content, offset)
        return match.start() if match else len(self.content)

    def after_key(self, parent: MappingNode | SequenceNode, index: int, unit: Unit) -> int:
        """Return the offset after the colon of an entry, or after the dash of an item."""
        if isinstance(parent, SequenceNode):
            return unit.start + 1
        name = list(parent.entries.values())[index].key
        match = _COLON.match(self.content, name.end)
        if match is None:
            raise self.asking_for_plain(name.value)
        return match.end()

    def asking_for_plain(self, key: str) -> UneditableError:
        """Return the error that a key is written with a question mark."""
        return UneditableError(
            f"'{self.text.file}': the key '{key}' is written with a '?'; write it as '{key}:' first"
        )

    def is_open_at(self, offset: int) -> bool:
        """Whether the file ends at an offset, without a line end."""
        return 0 < offset == len(self.content) and not self.content.endswith(("\n", "\r"))

    @staticmethod
    def needs_line_end(text: str) -> bool:
        """Whether the end of the last line is part of a text that ends the file."""
        return _CLIPPED.search(text) is not None

    def joined(self, offset: int, new: list[str]) -> str:
        """Return lines as the text that brings them in at an offset where a line begins."""
        newline = self.layout.newline
        text = newline.join(line.replace("\n", newline) for line in new)
        if self.is_open_at(offset):
            return newline + text + (newline if self.needs_line_end(text) else "")
        return text + newline
