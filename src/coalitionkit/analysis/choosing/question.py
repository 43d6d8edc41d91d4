"""The question behind the list of invitations: needs and decisions as problems for the search."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from coalitionkit.analysis.choosing.cover import Demand, Limit, Problem, distinct
from coalitionkit.analysis.fit import FULL
from coalitionkit.analysis.needs import Need, Needs
from coalitionkit.analysis.units import places


class ShareLimit(NamedTuple):
    """One side of a rule about shares: `partners` are at least, or else at most, a `share` of the list.

    `rule` is the place of the rule in the plan. An empty list keeps every share.
    """

    partners: int
    share: Fraction
    at_least: bool
    rule: int = 0

    def weights(self, count: int) -> tuple[int, ...]:
        """Return what each of so many partners counts: a list keeps the limit when its sum is not above 0."""
        part, whole = self.share.as_integer_ratio()
        sign = -1 if self.at_least else 1
        return tuple(sign * (whole * (self.partners >> index & 1) - part) for index in range(count))

    def holds(self, chosen: int) -> bool:
        """Whether a list, members included, keeps the limit. Counted with fractions."""
        ours, all_of_it = (chosen & self.partners).bit_count(), self.share * chosen.bit_count()
        return ours >= all_of_it if self.at_least else ours <= all_of_it


@dataclass(frozen=True, slots=True)
class Choices:
    """What is decided before the search, as sets of partners, and the limits that the list keeps.

    `seated` have a member already and cost nothing. `wanted` somebody put on the list, `barred` somebody took
    off it; a seat counts for more than being barred. `max_size` is the most invitations to send, and `shares`
    limit who may make up how much of the list, members included.
    """

    seated: int = 0
    wanted: int = 0
    barred: int = 0
    max_size: int | None = None
    shares: tuple[ShareLimit, ...] = ()

    @property
    def decided(self) -> int:
        """Everyone who is on the list before the search."""
        return self.seated | self.wanted


@dataclass(frozen=True)
class Question:
    """Which partners to invite beyond those decided on.

    `costs` is what an invitation costs, 1 for each unless effort counts (see `effort`), and `unit` how much
    cost makes one of what is counted. `fits` are the fit of each partner out of 120, and `absent` are
    partners who are left out of account, as when they decline.
    """

    needs: Needs
    costs: Sequence[int]
    fits: Sequence[int]
    choices: Choices
    absent: int = 0
    unit: int = 1

    @cached_property
    def decided(self) -> int:
        """Everyone who is on the list before the search."""
        return self.choices.decided & ~self.absent

    @cached_property
    def available(self) -> int:
        """Everyone who may be on the list."""
        barred = self.choices.barred & ~self.choices.decided
        return self.needs.units.everyone & ~barred & ~self.absent

    @cached_property
    def units(self) -> dict[int, int]:
        """The unit of each partner who is not a unit alone."""
        return {index: unit for unit in self.needs.units.shared.values() for index in places(unit)}

    @cached_property
    def counts_invitations(self) -> bool:
        """Whether the cost of a list is how many invitations it takes."""
        return all(cost == 1 for cost in self.costs)

    @cached_property
    def room(self) -> int | None:
        """How many more invitations there may be."""
        if self.choices.max_size is None:
            return None
        return max(0, self.choices.max_size - (self.decided & ~self.choices.seated).bit_count())

    def reachable(self, need: Need) -> int:
        """Return how many units can meet a need at most, up to those required."""
        return min(need.required, need.units.distinct(need.known & self.available))

    @cached_property
    def least_shortfall(self) -> int:
        """What is missing of must-needs, by weight, if everyone available is invited."""
        return sum(gravity(need) * (need.required - self.reachable(need)) for need in self.needs.musts)

    def limits(self, *, room: bool) -> tuple[Limit, ...]:
        """Return the limits on who is chosen beside those decided on; that on their number only if asked."""
        count = len(self.costs)
        found = [Limit((1,) * count, self.room)] if room and self.room is not None else []
        for one in self.choices.shares:
            weights = one.weights(count)
            found.append(Limit(weights, -sum(weights[index] for index in places(self.decided))))
        return tuple(found)

    def keeps_shares(self, chosen: int) -> bool:
        """Whether a list keeps every limit on shares."""
        return all(one.holds(chosen) for one in self.choices.shares)

    def demands(self, *, must: int | None, nice: int) -> tuple[Demand, ...]:
        """Return what is left to cover, with penalties for each unit of weight that is missing.

        Needs that those decided on meet already, or that nobody else can meet, are left out.
        """
        found = []
        for need in self.needs:
            holders = need.known & self.available
            required = self.reachable(need) - distinct(holders & self.decided, self.units)
            if required <= 0:
                continue
            counted = 0
            for index in places(holders & self.decided):
                counted |= self.units.get(index) or 1 << index
            penalty = nice * need.weight
            if need.must:
                penalty_or_none = None if must is None else must * gravity(need)
                found.append(Demand(required, holders & ~counted, penalty_or_none, need.id))
            elif need.weight:
                found.append(Demand(required, holders & ~counted, penalty, need.id))
        return tuple(found)

    @property
    def free(self) -> int:
        """Everyone who may be chosen."""
        return self.available & ~self.decided

    def fewest(self) -> Problem:
        """Return the search for the cheapest list that meets every must-need that can be met.

        Where the cost is the number of invitations, the limit on these is left to whoever sees the answer.
        """
        limits = self.limits(room=not self.counts_invitations)
        return Problem(self.demands(must=None, nice=0), tuple(self.costs), self.free, self.units, limits)

    def best_within(self, cost: int) -> Problem:
        """Return the search for the best of the lists that cost so much and meet every must-need."""
        return Problem(
            self.demands(must=None, nice=self._nice_unit),
            tuple(-one for one in self.fits),
            self.free,
            self.units,
            (
                Limit(tuple(self.costs), cost),
                *self.limits(room=not self.counts_invitations),
            ),
        )

    def least_missing(self) -> Problem:
        """Return the search for the list that misses least, then is cheapest, within all limits."""
        demands = self.demands(must=self._cost_unit, nice=0)
        return Problem(demands, tuple(self.costs), self.free, self.units, self.limits(room=True))

    def best_of_least_missing(self) -> Problem:
        """Return the same search with good-to-have needs and fit to decide between equals."""
        nice_whole = sum(need.weight * need.required for need in self.needs if not need.must)
        whole = self._nice_unit * (nice_whole + 1)
        return Problem(
            self.demands(must=self._cost_unit * whole, nice=self._nice_unit),
            tuple(whole * cost - one for cost, one in zip(self.costs, self.fits, strict=True)),
            self.free,
            self.units,
            self.limits(room=True),
        )

    @property
    def _nice_unit(self) -> int:
        """More than all fit together, so that a good-to-have need always counts before fit."""
        return FULL * (len(self.fits) + 1)

    @property
    def _cost_unit(self) -> int:
        """More than all invitations cost together, so that what is missing always counts before cost."""
        return sum(self.costs) + 1


def gravity(need: Need) -> int:
    """Return what one missing holder of a must-need counts: its weight, and at least 1."""
    return max(1, need.weight)
