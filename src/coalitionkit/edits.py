"""An edit says what to change in a plan, by meaning; `editing` turns it into text.

Commands, fixes and imports all speak of edits. An edit names no file and no position: where a change lands,
and how it is written there, follows from the plan.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from coalitionkit.places import Address, Place


class Bare(str):
    """Text that is written without quotes although it looks like more: a number, a share, a year."""

    __slots__ = ()


Data = str | None | Sequence["Data"] | Mapping[str, "Data"]
"""What is written: text, nothing, a list, or a group by keys. Text is quoted where it must be."""


class Put(NamedTuple):
    """Write a value at an address: in place of the one there, or as a new key of what is above it.

    What is missing above the address is made too. A private value lands in the overlay.
    """

    at: Address
    value: Data


class Add(NamedTuple):
    """Add an item to the list at an address, in the order that the list is in; the list may be missing."""

    to: Address
    item: Data


class Remove(NamedTuple):
    """Remove what stands at an address, with its key or dash and the comments that belong to it."""

    at: Address


class RenameKey(NamedTuple):
    """Give the key at an address another name."""

    at: Address
    key: str


class RenameId(NamedTuple):
    """Give the record at an address another id, there and wherever the plan refers to it."""

    at: Address
    new: str


class Conceal(NamedTuple):
    """Move a private value from a committed file to the overlay."""

    at: Address


class Order(NamedTuple):
    """Bring the items of the list at an address into the order of their ids, each with its comments."""

    at: Address


class Remark(NamedTuple):
    """Write a comment: on lines of its own above what stands at an address, or `beside` its first line."""

    at: Address
    text: str
    beside: bool = False


class Reword(NamedTuple):
    """Write another comment in place of the one that stands at a place; "" removes it."""

    place: Place
    text: str


Edit = Put | Add | Remove | RenameKey | RenameId | Conceal | Order | Remark | Reword


class Safety(Enum):
    """How far a change may be trusted to a machine."""

    SAFE = "safe"
    """It means the same, and no comment is lost."""

    UNSAFE = "unsafe"
    """It may change what the plan says: someone should read it."""


class Fix(NamedTuple):
    """Edits that together mend one finding; `title` says in an imperative sentence what they do."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE

    @property
    def is_safe(self) -> bool:
        """Whether it means the same, and no comment is lost."""
        return self.safety is Safety.SAFE
