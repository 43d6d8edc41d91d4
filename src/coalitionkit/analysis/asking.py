"""What to ask next: which open answer would settle the most."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from coalitionkit.analysis.criticality import needed
from coalitionkit.analysis.needs import Need, Needs
from coalitionkit.analysis.units import places


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """An open answer: whether a partner meets a need.

    `if_held` and `if_not` are how many states either answer would change: those of partners (critical,
    certain, possible) and of the need (met, certain).
    """

    partner: str
    need: str
    if_held: int
    if_not: int

    @property
    def value(self) -> Fraction:
        """How many states would change on average of the two answers."""
        return Fraction(self.if_held + self.if_not, 2)


@dataclass(frozen=True, slots=True)
class Call:
    """All that is open about one partner, the question that is worth most first.

    `value` adds up what each question is worth by itself.
    """

    partner: str
    questions: tuple[OpenAnswer, ...]

    @property
    def worthwhile(self) -> tuple[OpenAnswer, ...]:
        """The questions whose answer could change anything."""
        return tuple(one for one in self.questions if one.value)

    @property
    def value(self) -> Fraction:
        """What the questions are worth together, each taken by itself."""
        return sum((one.value for one in self.questions), Fraction(0))


class _States(NamedTuple):
    """The sets of partners who are critical, certainly and possibly, and how the need itself stands."""

    critical: int
    certain: int
    possible: int
    standing: tuple[bool, bool] = (False, False)


def open_answers(needs: Needs) -> tuple[OpenAnswer, ...]:
    """Return every open answer about a need that must be met, those that are worth most first.

    Of answers worth the same, those about the first need come first, and then those of the first partner.
    """
    return tuple(sorted(_open(needs), key=lambda one: -one.value))


def calls(answers: Iterable[OpenAnswer]) -> tuple[Call, ...]:
    """Return whom to ask, and what: first the partner whose answers together are worth most."""
    grouped: dict[str, list[OpenAnswer]] = {}
    for one in answers:
        grouped.setdefault(one.partner, []).append(one)
    found = [Call(partner, tuple(one)) for partner, one in grouped.items()]
    return tuple(sorted(found, key=lambda call: -call.value))


def questions(needs: Needs) -> dict[str, OpenAnswer]:
    """Return the question that is worth most for each partner of whom something is open, by partner.

    Of questions worth the same, the one about the first need comes first. Only needs that must be met count.
    """
    found: dict[str, OpenAnswer] = {}
    for one in _open(needs):
        if one.partner not in found or one.value > found[one.partner].value:
            found[one.partner] = one
    return found


def _open(needs: Needs) -> Iterator[OpenAnswer]:
    states = [
        _states(need, need.known, need.depth, need.possible, need.possible_depth) for need in needs.musts
    ]
    for place, need in enumerate(needs.musts):
        others = _together(states[:place] + states[place + 1 :])
        for index, if_held, if_not in _values(need, states[place], others):
            yield OpenAnswer(needs.units.ids[index], need.id, if_held, if_not)


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


def _values(need: Need, before: _States, others: _States) -> Iterator[tuple[int, int, int]]:
    """Give what each open answer about a need changes, held and not, in the order of the file."""
    alone = need.unknown & need.units.lone
    values = _values_alone(need, alone, before, others) if alone else {}
    for index in places(need.unknown):
        if index in values:
            yield index, *values[index]
        else:
            held, lacking = (
                _changed(one, before, others).bit_count() + (one.standing != before.standing)
                for one in _answered(need, index)
            )
            yield index, held, lacking


def _values_alone(need: Need, alone: int, before: _States, others: _States) -> dict[int, tuple[int, int]]:
    """Return what answers about partners change who are units by themselves.

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
    columns = [
        (seen.bit_count() + (one.standing != before.standing), seen, own)
        for one, seen, own in zip(answers, rest, (held, lacking), strict=True)
    ]
    found: dict[int, tuple[int, int]] = {}
    for index in asked:
        if_held, if_not = (many - (seen >> index & 1) + (own >> index & 1) for many, seen, own in columns)
        found[index] = (if_held, if_not)
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
