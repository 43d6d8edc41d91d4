"""What to ask next: which open answer would settle the most."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from coalitionkit.analysis.criticality import needed
from coalitionkit.analysis.needs import Need, Needs
from coalitionkit.analysis.units import places


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """An open answer: whether a partner meets a need.

    `value` is how many states would change on average of the two answers: those of partners (critical,
    certain, possible) and of the need (met, certain).
    """

    partner: str
    need: str
    value: Fraction


class _States(NamedTuple):
    """The sets of partners who are critical, certainly and possibly, and how the need itself stands."""

    critical: int
    certain: int
    possible: int
    standing: tuple[bool, bool] = (False, False)


def questions(needs: Needs) -> dict[str, OpenAnswer]:
    """Return the question that is worth most for each partner of whom something is open, by partner.

    Of questions worth the same, the one about the first need comes first. Only needs that must be met count.
    """
    states = [
        _states(need, need.known, need.depth, need.possible, need.possible_depth) for need in needs.musts
    ]
    found: dict[str, OpenAnswer] = {}
    for place, need in enumerate(needs.musts):
        others = _together(states[:place] + states[place + 1 :])
        for index, value in _values(need, states[place], others):
            partner = needs.units.ids[index]
            if partner not in found or value > found[partner].value:
                found[partner] = OpenAnswer(partner, need.id, value)
    return found


def _states(need: Need, known: int, depth: int, possible: int, possible_depth: int) -> _States:
    now = needed(need, known, depth)
    met = depth >= need.required
    return _States(
        now,
        needed(need, possible, possible_depth) & known,
        now if met else possible,
        (met, met or possible_depth < need.required),
    )


def _together(states: list[_States]) -> _States:
    first = second = third = 0
    for one in states:
        first, second, third = first | one.critical, second | one.certain, third | one.possible
    return _States(first, second, third)


def _values(need: Need, before: _States, others: _States) -> Iterator[tuple[int, Fraction]]:
    """Give the value of each open answer about a need, in the order of the file."""
    alone = need.unknown & need.units.lone
    values = _values_alone(need, alone, before, others) if alone else {}
    for index in places(need.unknown):
        if index in values:
            yield index, values[index]
        else:
            answers = _answered(need, index)
            changes = sum(_changed(one, before, others).bit_count() for one in answers)
            yield index, Fraction(changes + _moves(answers, before), 2)


def _values_alone(need: Need, alone: int, before: _States, others: _States) -> dict[int, Fraction]:
    """Return the value of answers about partners who are units by themselves.

    Such answers change the same for everyone but the partner who is asked. So two of them show what changes
    for the rest, and what changes for the one asked follows from the counts.
    """
    asked = places(alone)
    first, second = asked[0], asked[-1]
    rest = []
    answers = _answered(need, first)
    for one, other in zip(answers, _answered(need, second), strict=True):
        seen = _changed(one, before, others) & ~(1 << first)
        rest.append(seen | (_changed(other, before, others) & 1 << first if second != first else 0))
    held = lacking = 0
    if need.depth < need.required:
        held |= alone & ~others.critical
        lacking |= alone & ~others.possible
    if need.possible_depth <= need.required:
        held |= alone & ~others.certain
    moves = _moves(answers, before)
    counts = [one.bit_count() for one in rest]
    found: dict[int, Fraction] = {}
    for index in asked:
        changes = moves
        for many, seen, own in zip(counts, rest, (held, lacking), strict=True):
            changes += many - (seen >> index & 1) + (own >> index & 1)
        found[index] = Fraction(changes, 2)
    return found


def _answered(need: Need, index: int) -> tuple[_States, _States]:
    """Return the states once a partner is known to hold a need, and once they are known not to."""
    bit = 1 << index
    mates = need.units.mates(index) & ~bit
    held = _states(
        need, need.known | bit, need.depth + (not need.known & mates), need.possible, need.possible_depth
    )
    lacking = _states(
        need, need.known, need.depth, need.possible & ~bit, need.possible_depth - (not need.possible & mates)
    )
    return held, lacking


def _changed(after: _States, before: _States, others: _States) -> int:
    """Return the partners whose state is another once an answer is in."""
    changed = 0
    for old, new, rest in zip(before[:3], after[:3], others[:3], strict=True):
        changed |= (old | rest) ^ (new | rest)
    return changed


def _moves(answers: tuple[_States, _States], before: _States) -> int:
    """Return in how many of the two answers the need itself changes state."""
    return sum(one.standing != before.standing for one in answers)
