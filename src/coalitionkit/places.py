"""Where something stands: addresses by meaning, positions in text.

An `Address` names a node of a plan by keys and ids, so that it survives reordering. A `Place` names the
characters of a file. Only `loading` turns one into the other.
"""

import re
from typing import NamedTuple

# Patterns are compiled when an address is first written or read: a plan without findings has none to write.
_PLAIN_KEY = r"[A-Za-z_][A-Za-z0-9_-]*\Z"
_STEP = r'\["((?:[^"\\]|\\.)*)"\]|\[([^\[\]]+)\]|(\.?)([\w-]+)'
_ESCAPED = r"\\(.)"


class Item(str):
    """The id by which an item of a list is addressed, as opposed to the key of a mapping."""

    __slots__ = ()


Step = str | int
"""A key, an `Item`, or, for an item that has no id of its own, its index from 0."""


class Address:
    """A node of a plan, such as `members[river-trust].group`; no steps mean the whole plan."""

    __slots__ = ("steps",)

    def __init__(self, steps: tuple[Step, ...] = ()) -> None:
        self.steps = steps

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Address) and self.steps == other.steps

    def __hash__(self) -> int:
        return hash(self.steps)

    def __repr__(self) -> str:
        return f"Address({self.steps!r})"

    def __truediv__(self, key: str) -> "Address":
        """Return the address of the value below `key`."""
        return Address((*self.steps, key))

    def __getitem__(self, item: str | int) -> "Address":
        """Return the address of an item of this list: by id, or by index where it has none."""
        return Address((*self.steps, item if isinstance(item, int) else Item(item)))

    def __str__(self) -> str:
        parts: list[str] = []
        for step in self.steps:
            if isinstance(step, int | Item):
                parts.append(f"[{step}]")
            elif re.match(_PLAIN_KEY, step):
                parts.append(f".{step}" if parts else step)
            else:
                escaped = step.replace("\\", "\\\\").replace('"', '\\"')
                parts.append(f'["{escaped}"]')
        return "".join(parts)

    @classmethod
    def read(cls, text: str) -> "Address":
        """Return the address that `str` wrote; what stands in brackets is taken for an id, also a number.

        Raises ValueError, with a sentence, for a text that is no address.
        """
        steps: list[Step] = []
        end = 0
        one = re.compile(_STEP)
        while end < len(text):
            found = one.match(text, end)
            if found is None or (found[4] and bool(found[3]) is not bool(steps)):
                raise ValueError(f"'{text}' is not an address; write one as members[ana-lopez].group")
            quoted, item, _, key = found.groups()
            steps.append(Item(item) if item else re.sub(_ESCAPED, r"\1", quoted) if key is None else key)
            end = found.end()
        return cls(tuple(steps))


PLAN = Address()
"""The whole plan."""


class Position(NamedTuple):
    """A character of a text: line and column, both from 1, columns in code points."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of text from `start` up to, but not including, `end`."""

    start: Position
    end: Position


class Place(NamedTuple):
    """A stretch of a file. `file` is the name by which a person knows the file."""

    file: str
    span: Span
