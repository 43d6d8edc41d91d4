"""A good choice, found at once: where the exact search begins, and what it has to better."""

from dataclasses import replace

from coalitionkit.analysis.choosing.cover import Demand, Problem
from coalitionkit.analysis.units import places


def greedy(problem: Problem, start: int = 0) -> int:
    """Return a good choice; it meets all firm demands where it can, but may break a limit in doing so.

    `start` holds partners to begin with, such as what is left of another answer. The next partner covers the
    most for what they cost; ties go to the first. Then come those who make room where a limit is broken.
    Partners who turn out to be superfluous are dropped again, the dearest first.
    """
    firm = [demand for demand in problem.demands if demand.penalty is None]
    aim = replace(problem, demands=tuple(firm)) if firm else problem
    chosen = start & problem.free
    while (best := _best_next(aim, chosen)) is not None:
        chosen |= 1 << best
    while (best := _best_relief(problem, chosen)) is not None:
        chosen |= 1 << best
    if not firm:
        return chosen
    for index in sorted(places(chosen), key=lambda index: (-problem.costs[index], -index)):
        if aim.value(chosen & ~(1 << index)) is not None:
            chosen &= ~(1 << index)
    return chosen


def _after_choosing(problem: Problem, chosen: int) -> tuple[Demand, ...]:
    """Return what is left of each demand once some partners are chosen; those met are left out."""
    left = []
    for demand in problem.demands:
        required = demand.required - problem.distinct(chosen & demand.holders)
        if required > 0:
            counted = 0
            for index in places(chosen & demand.holders):
                counted |= problem.unit(index)
            left.append(replace(demand, required=required, holders=demand.holders & problem.free & ~counted))
    return tuple(left)


def _best_next(problem: Problem, chosen: int) -> int | None:
    """Return the partner who covers the most of what is left for their cost; None when nobody helps."""
    hard = [limit for limit in problem.limits if min(limit.weights, default=0) >= 0]
    room = [limit.most - sum(limit.weights[index] for index in places(chosen)) for limit in hard]
    gains: dict[int, int] = {}
    for demand in _after_choosing(problem, chosen):
        if demand.penalty != 0:
            for index in places(demand.holders & ~chosen):
                gains[index] = gains.get(index, 0) + (demand.penalty or 1)
    best: int | None = None
    for index in sorted(gains):
        if any(limit.weights[index] > left for limit, left in zip(hard, room, strict=True)):
            continue
        # Gains by cost are compared without a fraction.
        cost = max(1, problem.costs[index])
        if best is None or gains[index] * max(1, problem.costs[best]) > gains[best] * cost:
            best = index
    return best


def _best_relief(problem: Problem, chosen: int) -> int | None:
    """Return the partner who brings the limits that a choice breaks nearest to being kept; None if nobody."""
    limits = problem.limits
    over = [sum(limit.weights[index] for index in places(chosen)) - limit.most for limit in limits]
    broken = sum(max(0, one) for one in over)
    best: int | None = None
    least = broken
    for index in places(problem.free & ~chosen) if broken else ():
        after = sum(max(0, one + limit.weights[index]) for one, limit in zip(over, limits, strict=True))
        if after < least:
            best, least = index, after
    return best
