"""Prices of demands: how cheap a choice can be at best, without trying the choices.

Each demand is given a price that a partner earns by covering it, and each limit a fee. No choice can then
cost less than the prices of all demands, less what partners earn beyond their cost (Lagrangian relaxation;
Held and Karp 1971, and for covering Beasley 1987). Any prices give a true bound; good ones are found by
raising the price of what is covered too little and lowering that of what is covered too often. Whole numbers
throughout.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from coalitionkit.analysis.choosing.cover import Problem
from coalitionkit.analysis.units import places

SCALE = 1 << 10
"""Prices are counted in this part of a unit of cost, because whole units would be too coarse."""

NEVER = 1 << 300
"""What a partner costs who cannot be chosen any more."""

ROUNDS = 80
"""How often prices are corrected. More rounds give better prices, and soon hardly better ones."""

_PATIENCE = 5
_SMALLEST_STEP = 64


@dataclass(frozen=True, slots=True)
class Sheet:
    """Prices for the demands of a problem, in parts of `SCALE`.

    `prices` follows the demands and `fees` the limits. `reduced` is what each partner costs beyond what they
    earn. `bound` is less than or equal to the cost of every choice, and `floor` what it is before any partner
    is looked at.
    """

    prices: tuple[int, ...]
    reduced: tuple[int, ...]
    bound: int
    floor: int
    keys: tuple[str, ...]
    fees: tuple[int, ...] = ()

    @property
    def by_key(self) -> Mapping[str, int]:
        """The prices by the keys of the demands."""
        return dict(zip(self.keys, self.prices, strict=True))


def sheet(
    problem: Problem, *, known: int, start: Mapping[str, int] | None = None, rounds: int = ROUNDS
) -> Sheet:
    """Return good prices for a problem. `known` is the cost of some choice, to aim at.

    `start` are prices by the key of a demand to begin with, such as those of a problem much like it.
    """
    return _Market(problem).settle(known * SCALE, start, rounds)


class _Market:
    """The prices while they are being found."""

    def __init__(self, problem: Problem) -> None:
        self.free = places(problem.free)
        self.problem = problem
        self.keys = tuple(demand.key for demand in problem.demands)
        self.sellers = [places(demand.holders & problem.free) for demand in problem.demands]
        self.required = [demand.required for demand in problem.demands]
        self.most = [None if d.penalty is None else d.penalty * SCALE for d in problem.demands]
        self.costs = [cost * SCALE for cost in problem.costs]
        self.limits = [(*limit, max(1, *map(abs, limit.weights), 1)) for limit in problem.limits]

    def settle(self, known: int, start: Mapping[str, int] | None, rounds: int) -> Sheet:
        prices = self._first_prices()
        if start:
            demands = self.problem.demands
            prices = [
                self._within(place, start.get(demand.key, prices[place]))
                for place, demand in enumerate(demands)
            ]
        fees = self._first_fees()
        best = self._sheet(prices, fees)
        step, waited, current = SCALE * 2, 0, best
        for _ in range(rounds):
            if best.bound > known - SCALE:
                break
            slack, over = self._slacks(current)
            norm = sum(one * one for one in slack) + sum(one * one for one in over)
            distance = max(known - current.bound, SCALE >> 3)
            if not norm or step < _SMALLEST_STEP:
                break
            stride = step * distance
            prices = [
                self._within(place, price + stride * one // (norm * SCALE))
                for place, (price, one) in enumerate(zip(prices, slack, strict=True))
            ]
            fees = [max(0, fee + stride * one // (norm * SCALE)) for fee, one in zip(fees, over, strict=True)]
            current = self._sheet(prices, fees)
            waited += 1
            if current.bound > best.bound:
                best, waited = current, 0
            elif waited >= _PATIENCE:
                step, waited = step // 2, 0
        return best

    def _first_prices(self) -> list[int]:
        """Share each partner's cost among what they cover, and ask the least of these shares."""
        sold = [0] * len(self.costs)
        for sellers in self.sellers:
            for index in sellers:
                sold[index] += 1
        return [
            self._within(place, min((self.costs[i] // sold[i] for i in sellers), default=0))
            for place, sellers in enumerate(self.sellers)
        ]

    def _first_fees(self) -> list[int]:
        """Let a limit on what is spent take away the mean gain, and leave other limits free of charge."""
        if not self.free:
            return [0] * len(self.limits)
        gain = max(0, -sum(self.costs[index] for index in self.free) // len(self.free))
        return [gain if min(weights, default=0) >= 0 else 0 for weights, _, _ in self.limits]

    def _within(self, place: int, price: int) -> int:
        most = self.most[place]
        return max(0, price if most is None else min(price, most))

    def _sheet(self, prices: list[int], fees: list[int]) -> Sheet:
        """Return the sheet for prices of demands and fees for limits.

        A fee is for the greatest weight of its limit and others pay their part of it. Rounding down what is
        paid, and up what is allowed, keeps the bound true.
        """
        reduced = self.costs.copy()
        floor = sum(price * r for price, r in zip(prices, self.required, strict=True))
        for fee, (weights, most, widest) in zip(fees, self.limits, strict=True):
            if fee:
                floor -= -(-fee * most // widest)
                for index in self.free:
                    reduced[index] += fee * weights[index] // widest
        for price, sellers in zip(prices, self.sellers, strict=True):
            for index in sellers:
                reduced[index] -= price
        bound = floor + sum(reduced[index] for index in self.free if reduced[index] < 0)
        return Sheet(tuple(prices), tuple(reduced), bound, floor, self.keys, tuple(fees))

    def _slacks(self, current: Sheet) -> tuple[list[int], list[int]]:
        """Return how much too little each demand is covered, and by how much each limit is broken."""
        reduced = current.reduced
        slack = [
            required - sum(1 for index in sellers if reduced[index] < 0)
            for required, sellers in zip(self.required, self.sellers, strict=True)
        ]
        for place, (price, one) in enumerate(zip(current.prices, slack, strict=True)):
            if not price and one < 0:
                slack[place] = 0
        taken = [index for index in self.free if reduced[index] < 0]
        over = []
        for fee, (weights, most, widest) in zip(current.fees, self.limits, strict=True):
            broken = (sum(weights[index] for index in taken) - most) // widest
            over.append(broken if fee or broken > 0 else 0)
        return slack, over
