"""Covering needs with partners, as a question for the search: what must be covered and what choices cost.

Nothing here knows a plan. Sets of partners are integers, all numbers are whole, and less is better.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

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


class Limit(NamedTuple):
    """A limit on a choice: the `weights` of those chosen come to no more than `most`.

    A weight below zero makes room for others, as a partner of another sector does for those of one that is
    limited to a share.
    """

    weights: tuple[int, ...]
    most: int

    def holds(self, chosen: int) -> bool:
        """Whether a choice keeps the limit."""
        return sum(self.weights[index] for index in places(chosen)) <= self.most


@dataclass(frozen=True, slots=True)
class Problem:
    """Which of the `free` partners to choose.

    `costs` holds what choosing each partner costs, in the order of the bits; negative is a gain. `units` maps
    each partner who is not a unit alone to the set of that unit. `behind` maps a partner to those who are
    never chosen without them, because they would do as well (see `dominance`).
    """

    demands: tuple[Demand, ...]
    costs: tuple[int, ...]
    free: int
    units: Mapping[int, int]
    limits: tuple[Limit, ...] = ()
    behind: Mapping[int, int] = field(default_factory=dict)

    def unit(self, index: int) -> int:
        """Return the set of the partners that count as one with a partner."""
        return self.units.get(index) or 1 << index

    def distinct(self, partners: int) -> int:
        """Return how many units a set of partners comes from."""
        return distinct(partners, self.units)

    def keeps_limits(self, chosen: int) -> bool:
        """Whether a choice keeps every limit."""
        return all(limit.holds(chosen) for limit in self.limits)

    def value(self, chosen: int) -> int | None:
        """Return what a choice costs, misses included; None when it is no answer. Counts everything anew."""
        if not self.keeps_limits(chosen):
            return None
        value = sum(self.costs[index] for index in places(chosen))
        for demand in self.demands:
            missing = max(0, demand.required - self.distinct(chosen & demand.holders))
            if missing and demand.penalty is None:
                return None
            value += missing * (demand.penalty or 0)
        return value

    def without(self, partners: int) -> "Problem":
        """Return the problem without some partners."""
        return replace(self, free=self.free & ~partners)

    @property
    def ceiling(self) -> int:
        """More than any choice costs."""
        missed = sum(demand.required * (demand.penalty or 0) for demand in self.demands)
        return missed + sum(max(0, self.costs[index]) for index in places(self.free)) + 1


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
