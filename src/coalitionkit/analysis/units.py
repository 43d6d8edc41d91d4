"""Who counts as independent of whom: partners, and the bodies that they are parts of.

Two departments of one county are two partners and one unit, because one decision takes both away.
Sets of partners are integers: bit i stands for the partner at place i of the inventory.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from typing import NamedTuple

_BITS = bytes.maketrans(b"01", bytes((0, 1)))


class Units(NamedTuple):
    """The partners of an inventory in the order of the file, and the unit of each.

    `ids` are the partners and `roots` the ids of their units. `lone` is the set of the partners that are a
    unit by themselves, `shared` maps the root of every other unit to its set of partners and `parts` to their
    places, and `rank` is the place of each partner in the order of ids.
    """

    ids: tuple[str, ...]
    roots: tuple[str, ...]
    lone: int
    shared: Mapping[str, int]
    parts: Mapping[str, tuple[int, ...]]
    rank: tuple[int, ...]

    @property
    def everyone(self) -> int:
        """The set of all partners."""
        return (1 << len(self.ids)) - 1

    def mates(self, index: int) -> int:
        """Return the set of the partners in one's own unit, oneself included."""
        return self.shared.get(self.roots[index]) or 1 << index

    def distinct(self, partners: int) -> int:
        """Return how many units a set of partners comes from."""
        shared = sum(1 for unit in self.shared.values() if partners & unit)
        return (partners & self.lone).bit_count() + shared

    def named(self, partners: int) -> tuple[str, ...]:
        """Return the ids of a set of partners, in the order of the file."""
        return tuple(self.ids[index] for index in places(partners))


def units(ids: Sequence[str], roots: Sequence[str]) -> Units:
    """Return the units of partners whose units are known by the ids of their roots."""
    groups: dict[str, list[int]] = {}
    for index, root in enumerate(roots):
        groups.setdefault(root, []).append(index)
    parts = {root: tuple(group) for root, group in groups.items() if len(group) > 1}
    shared = {root: set_of(group) for root, group in parts.items()}
    lone = (1 << len(ids)) - 1
    for unit in shared.values():
        lone &= ~unit
    rank = [0] * len(ids)
    for place, index in enumerate(sorted(range(len(ids)), key=lambda index: ids[index])):
        rank[index] = place
    return Units(tuple(ids), tuple(roots), lone, shared, parts, tuple(rank))


def root_of(key: str, parents: Mapping[str, str]) -> str:
    """Return the end of a chain of parents.

    Bodies that are parts of one another in a circle are one unit, named after the first of their ids.
    """
    chain: dict[str, None] = {}
    while key in parents and key not in chain:
        chain[key] = None
        key = parents[key]
    if key not in chain:
        return key
    steps = list(chain)
    return min(steps[steps.index(key) :])


def places(partners: int) -> list[int]:
    """Return the places of the partners in a set, in order."""
    bits = bin(partners)[:1:-1].encode().translate(_BITS)
    return list(compress(range(len(bits)), bits))


def marks(partners: int, count: int) -> bytes:
    """Return a set of some of `count` partners as a one or a zero for each, to look up many places fast."""
    return bin(partners | 1 << count)[:2:-1].encode().translate(_BITS)


def set_of(indexes: Iterable[int]) -> int:
    """Return the set of the partners at some places."""
    partners = 0
    for index in indexes:
        partners |= 1 << index
    return partners
