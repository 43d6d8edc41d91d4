"""Covering needs with partners, as a question for the search: what must be covered and what choices cost.

Nothing here knows a plan. Sets of partners are integers, all numbers are whole, and less is better.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coalitionkit.analysis.units import places


@dataclass(frozen=True, slots=True)
class Demand:
    """Something to cover: by how many independent `holders`, and what each one missing costs.

    Without a `penalty` nothing may be missing. `key` tells demands of related problems apart.
    """

    required: int
    holders: int
    penalty: int | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Which of the `free` partners to choose.

    `costs` holds what choosing each partner costs, in the order of the bits; negative is a gain. `units` maps
    each partner who is not a unit alone to the set of that unit. `spending` counts against `budget`; without
    a budget any number may be chosen.
    """

    demands: tuple[Demand, ...]
    costs: tuple[int, ...]
    free: int
    units: Mapping[int, int]
    spending: tuple[int, ...] = ()
    budget: int | None = None

    def unit(self, index: int) -> int:
        """Return the set of the partners that count as one with a partner."""
        return self.units.get(index) or 1 << index

    def distinct(self, partners: int) -> int:
        """Return how many units a set of partners comes from."""
        return distinct(partners, self.units)

    def value(self, chosen: int) -> int | None:
        """Return what a choice costs, misses included; None when it is no answer. Counts everything anew."""
        if self.budget is not None and sum(self.spending[i] for i in places(chosen)) > self.budget:
            return None
        value = sum(self.costs[index] for index in places(chosen))
        for demand in self.demands:
            missing = max(0, demand.required - self.distinct(chosen & demand.holders))
            if missing and demand.penalty is None:
                return None
            value += missing * (demand.penalty or 0)
        return value


def distinct(partners: int, units: Mapping[int, int]) -> int:
    """Return how many units a set of partners comes from."""
    if not units:
        return partners.bit_count()
    count = 0
    while partners:
        low = partners & -partners
        partners &= ~(units.get(low.bit_length() - 1) or low)
        count += 1
    return count


def without_dominated(problem: Problem, order: Sequence[int]) -> Problem:
    """Return the problem without partners for whom another one always does as well.

    `order` puts the preferred partner first wherever two cover the same, so it must agree with the costs: a
    later partner never costs less. A partner is kept when any of their demands asks for more than one holder,
    for then both may be wanted.
    """
    covers: dict[int, int] = dict.fromkeys(places(problem.free), 0)
    several = 0
    for place, demand in enumerate(problem.demands):
        for index in places(demand.holders & problem.free):
            covers[index] |= 1 << place
        if demand.required > 1:
            several |= 1 << place
    kept: list[int] = []
    seen: set[int] = set()
    free = 0
    for index in order:
        mine = covers.get(index)
        if not mine:
            continue
        if not mine & several:
            if mine in seen or any(not mine & ~other for other in kept):
                continue
            seen.add(mine)
        kept.append(mine)
        free |= 1 << index
    return replace(problem, free=free)


def after_choosing(problem: Problem, chosen: int) -> tuple[Demand, ...]:
    """Return what is left of each demand once some partners are chosen; those met are left out."""
    units = 0
    for index in places(chosen):
        units |= problem.unit(index)
    left = []
    for demand in problem.demands:
        required = demand.required - problem.distinct(chosen & demand.holders)
        if required > 0:
            counted = 0
            for index in places(chosen & demand.holders):
                counted |= problem.unit(index)
            left.append(replace(demand, required=required, holders=demand.holders & problem.free & ~counted))
    return tuple(left)


def greedy(problem: Problem, start: int = 0) -> int:
    """Return a good choice, as a first answer to improve on; it meets all firm demands where it can.

    `start` holds partners to begin with, such as what is left of another answer.

    The next partner covers the most for what they cost; ties go to the first. Partners who turn out to be
    superfluous are dropped again, the dearest first.
    """
    firm = [demand for demand in problem.demands if demand.penalty is None]
    aim = replace(problem, demands=tuple(firm)) if firm else problem
    chosen = start & problem.free
    while (best := _best_next(aim, chosen)) is not None:
        chosen |= 1 << best
    if not firm:
        return chosen
    for index in sorted(places(chosen), key=lambda index: (-problem.costs[index], -index)):
        if aim.value(chosen & ~(1 << index)) is not None:
            chosen &= ~(1 << index)
    return chosen


def _best_next(problem: Problem, chosen: int) -> int | None:
    """Return the partner who covers the most of what is left for their cost; None when nobody helps."""
    spent = sum(problem.spending[index] for index in places(chosen)) if problem.spending else 0
    gains: dict[int, int] = {}
    for demand in after_choosing(problem, chosen):
        if demand.penalty != 0:
            for index in places(demand.holders):
                gains[index] = gains.get(index, 0) + (demand.penalty or 1)
    best: int | None = None
    for index in sorted(gains):
        if problem.budget is not None and spent + problem.spending[index] > problem.budget:
            continue
        # Gains by cost are compared without a fraction.
        cost = max(1, problem.costs[index])
        if best is None or gains[index] * max(1, problem.costs[best]) > gains[best] * cost:
            best = index
    return best
