"""How much of what is needed each partner brings, exactly, with what open answers could make of it.

Where several partners bring the same, they share it. This is the Owen value of the game in which the first
holders of a need, up to those required, count one part each, with bodies such as a county as unions; without
bodies it is the Shapley value. It says nothing about who could be spared: `criticality` does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from coalitionkit.analysis.needs import Need, Needs
from coalitionkit.analysis.units import Units, places


@dataclass(frozen=True, slots=True)
class Share:
    """A share of all needs by weight, from 0 to 1; `low` and `high` are the least and most that it may be.

    At the least the partner turns out to hold nothing that is open and everybody else everything; at the most
    it is the other way around.
    """

    value: Fraction
    low: Fraction
    high: Fraction


def shares(needs: Needs) -> tuple[Share, ...]:
    """Return each partner's share of need, in the order of the file.

    The shares add up to the part of all need that the inventory can meet. Without any weight they are 0.
    """
    count = len(needs.units.ids)
    whole = sum(need.weight for need in needs)
    pieces = [piece for need in needs if need.weight for piece in _pieces(need)]
    base = lcm(*{part.denominator for _, _, part in pieces})
    columns = {"value": [0] * count, "low": [0] * count, "more": [0] * count}
    for column, partners, part in pieces:
        amounts, amount = columns[column], part.numerator * (base // part.denominator)
        for index in partners:
            amounts[index] += amount
    exact: dict[int, Fraction] = {}

    def fraction(amount: int) -> Fraction:
        if amount not in exact:
            exact[amount] = Fraction(amount, base * (whole or 1))
        return exact[amount]

    return tuple(
        Share(fraction(value), fraction(low), fraction(value + more))
        for value, low, more in zip(*columns.values(), strict=True)
    )


def _pieces(need: Need) -> Iterator[tuple[str, Sequence[int], Fraction]]:
    """Give partners that get the same for a need: by value, at the least, and on top of it at the most."""
    bodies = need.units
    alike: dict[tuple[str, int, int], list[int]] = {}

    def put(column: str, depth: int, holders: int, partners: list[int]) -> None:
        if partners:
            alike.setdefault((column, depth, holders), []).extend(partners)

    known, unknown = places(need.known & bodies.lone), places(need.unknown & bodies.lone)
    put("value", need.depth, 1, known)
    put("low", need.possible_depth, 1, known)
    put("more", need.depth + 1, 1, unknown)
    knowing, asked = _by_body(bodies, need.known), _by_body(bodies, need.unknown)
    for root in {**knowing, **asked}:
        here, open_ = knowing.get(root, []), asked.get(root, [])
        put("value", need.depth, len(here), here)
        put("low", need.possible_depth, len(here) + len(open_), here)
        put("more", need.depth + (not here), len(here) + 1, open_)
    for (column, depth, holders), partners in alike.items():
        yield column, partners, _part(need.weight, need.required, depth, holders)


def _by_body(bodies: Units, partners: int) -> dict[str, list[int]]:
    """Return those of some partners that are parts of a body, by the root of the body."""
    found: dict[str, list[int]] = {}
    for index in places(partners & ~bodies.lone):
        found.setdefault(bodies.roots[index], []).append(index)
    return found


def _part(weight: int, required: int, depth: int, holders: int) -> Fraction:
    """Return what each of some holders in one unit gets when `depth` units hold a need."""
    return Fraction(weight * min(depth, required), required * depth * holders)
