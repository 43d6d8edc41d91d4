"""Whom no list can do without: groups of whom so many must be on every list that meets all that can be met.

These follow from counting holders alone. Whoever searches for a list, and however long, they stay true.
"""

from typing import NamedTuple

from coalitionkit.analysis.choosing.cover import distinct
from coalitionkit.analysis.choosing.question import Question
from coalitionkit.analysis.units import places


class Essential(NamedTuple):
    """A need, and the partners of whom at least so many independent ones must be on the list."""

    need: str
    at_least: int
    partners: tuple[str, ...]


class _Group(NamedTuple):
    """The same with sets; `units` is how many independent ones there are to choose from."""

    need: str
    at_least: int
    partners: int
    units: int


def essentials(question: Question) -> tuple[Essential, ...]:
    """Return the essential groups beside those decided on, those with the least choice first.

    A group is left out when another one implies it. Of the same partners for several needs the first need is
    named.
    """
    groups: list[_Group] = []
    for need in question.needs.musts:
        holders = need.known & question.available
        settled = holders & question.decided
        at_least = question.reachable(need) - distinct(settled, question.units)
        counted = 0
        for index in places(settled):
            counted |= question.units.get(index) or 1 << index
        rest = holders & ~counted
        if at_least > 0:
            groups.append(_Group(need.id, at_least, rest, distinct(rest, question.units)))
    kept = [one for place, one in enumerate(groups) if not _is_implied(question, one, place, groups)]
    kept.sort(key=lambda one: (one.units - one.at_least, one.units))
    named = question.needs.units.named
    return tuple(Essential(one.need, one.at_least, named(one.partners)) for one in kept)


def _is_implied(question: Question, group: _Group, place: int, groups: list[_Group]) -> bool:
    """Whether another group asks for as much of these partners, or an earlier one for just the same.

    Whoever is needed of another group and is not among those that this one lacks must be among these.
    """
    for other_place, other in enumerate(groups):
        elsewhere = distinct(other.partners & ~group.partners, question.units)
        if other_place == place or other.at_least - elsewhere < group.at_least:
            continue
        if (other.partners, other.at_least) != (group.partners, group.at_least) or other_place < place:
            return True
    return False
