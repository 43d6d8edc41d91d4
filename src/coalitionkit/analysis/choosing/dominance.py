"""Partners for whom another one always does as well: who need not be looked at, or only after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coalitionkit.analysis.choosing.cover import Problem
from coalitionkit.analysis.units import places

_MOST_COMPARED = 400
"""How many partners are compared with one another; beyond that it would take longer than it saves."""


def without_dominated(problem: Problem, order: Sequence[int]) -> Problem:
    """Return the problem without partners for whom another one always does as well, and the rest in ranks.

    `order` puts the preferred partner first wherever two cover the same, so it must agree with the costs: a
    later partner never costs less. A partner is kept when any of their demands asks for more than one holder,
    for then both may be wanted, and where a limit may ask for people who cover nothing. Those kept are ranked
    instead: `behind` each partner stand those who are never chosen without them.
    """
    field = _Field(problem)
    asks_for_more = any(min(limit.weights, default=0) < 0 for limit in problem.limits)
    ordered = [index for index in order if problem.free >> index & 1]
    kept = ordered if asks_for_more else _undominated(field, ordered)
    free = sum(1 << index for index in kept)
    return replace(problem, free=free, behind=_ranks(field, kept) if len(kept) <= _MOST_COMPARED else {})


@dataclass(frozen=True, slots=True)
class _Covers:
    """What a partner covers, as a set of demands, and which of these ask for several holders."""

    all: int
    several: int


class _Field:
    """The partners of a problem by what they cover."""

    def __init__(self, problem: Problem) -> None:
        covers = dict.fromkeys(places(problem.free), 0)
        several = 0
        for place, demand in enumerate(problem.demands):
            for index in places(demand.holders & problem.free):
                covers[index] |= 1 << place
            if demand.required > 1:
                several |= 1 << place
        self.covers = {index: _Covers(mine, mine & several) for index, mine in covers.items()}
        self.lone = {index for index in covers if index not in problem.units}
        self.weights = {index: [limit.weights[index] for limit in problem.limits] for index in covers}


def _undominated(field: _Field, ordered: Sequence[int]) -> list[int]:
    """Return who is worth looking at where nobody is wanted but for what they cover."""
    kept: list[int] = []
    seen: set[tuple[int, ...]] = set()
    for index in ordered:
        mine = field.covers[index]
        if not mine.all:
            continue
        if not mine.several:
            # Alike in what they cover and in every limit: looked up, for there may be thousands.
            alike = (mine.all, *field.weights[index])
            if alike in seen or any(_does_for(field, other, index) for other in kept):
                continue
            seen.add(alike)
        kept.append(index)
    return kept


def _ranks(field: _Field, ordered: Sequence[int]) -> dict[int, int]:
    """Return for each partner those of whom none is chosen without them.

    Where a choice has one of these and not the partner, putting the partner in their place is no worse.
    """
    found = {}
    for place, index in enumerate(ordered):
        behind = sum(1 << other for other in ordered[place + 1 :] if _does_for(field, index, other))
        if behind:
            found[index] = behind
    return found


def _does_for(field: _Field, index: int, other: int) -> bool:
    """Whether a partner can take the place of another in every choice that does not have both.

    Part of a body counts only where no other part does, so it never stands in where several are asked for.
    """
    mine, theirs = field.covers[index], field.covers[other]
    if theirs.all & ~mine.all or (theirs.several and index not in field.lone):
        return False
    pairs = zip(field.weights[index], field.weights[other], strict=True)
    return all(one <= two for one, two in pairs)
