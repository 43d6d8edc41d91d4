"""The nodes of a YAML text and where each stands. Values are text: what they mean is the model's affair.

`start` and `end` are offsets into `text.content`; `end` is that of the value itself, without the blank
lines and comments below it.
"""

from typing import NamedTuple

from coalitionkit.places import Place
from coalitionkit.source.text import Text

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What a plain scalar says that stands for nothing."""


class Node:
    """A value and its place."""

    __slots__ = ("end", "start", "text")

    def __init__(self, text: Text, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end

    @property
    def place(self) -> Place:
        """Where the node stands."""
        return self.text.place(self.start, self.end)


class ScalarNode(Node):
    """A piece of text. `plain` says that it stands without quotes and is no block of lines."""

    __slots__ = ("plain", "value")

    def __init__(
        self,
        text: Text,
        start: int,
        end: int,
        value: str,
        plain: bool,  # noqa: FBT001
    ) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.value = value
        self.plain = plain

    @property
    def is_null(self) -> bool:
        """Whether nothing was written: an empty value, `~` or `null`."""
        return self.plain and self.value in NULLS


class SequenceNode(Node):
    """A list of values."""

    __slots__ = ("items",)

    def __init__(self, text: Text, start: int, end: int) -> None:
        super().__init__(text, start, end)
        self.items: list[Node] = []


class Entry(NamedTuple):
    """A key of a mapping and its value."""

    key: ScalarNode
    value: Node


class MappingNode(Node):
    """Values by key, in the order of the text. Of equal keys the first is kept."""

    __slots__ = ("entries",)

    def __init__(self, text: Text, start: int, end: int) -> None:
        super().__init__(text, start, end)
        self.entries: dict[str, Entry] = {}

    def value(self, key: str) -> Node | None:
        """Return the value below a key, or None."""
        entry = self.entries.get(key)
        return entry.value if entry else None
