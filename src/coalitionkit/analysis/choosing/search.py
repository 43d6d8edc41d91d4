"""The exact search: branch on the tightest demand, and cut what the prices show to be hopeless.

Budgets count nodes, never seconds, so the same question has the same answer on every machine. When the nodes
run out, the best choice so far stands and `Answer.proven` is false.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coalitionkit.analysis.choosing.cover import Problem, distinct
from coalitionkit.analysis.choosing.prices import NEVER, SCALE, Sheet
from coalitionkit.analysis.units import places

Stopped = Callable[[], bool]
"""Whether somebody asked to stop; the best so far then stands."""


def never() -> bool:
    """Return that nobody asked to stop."""
    return False


@dataclass(frozen=True, slots=True)
class Answer:
    """The best choice found: a set of partners and what it costs; both None when there is none.

    `proven` says that no other choice costs less, and `nodes` how many partial choices were looked at.
    """

    chosen: int | None
    value: int | None
    proven: bool
    nodes: int


class _Left(NamedTuple):
    """What is left of a demand: how many more holders, who could be one, and its place."""

    required: int
    holders: int
    place: int


class _Spent(NamedTuple):
    """What counts against a limit so far, and by how much those who are free could lower it at best."""

    so_far: int
    relief: int


class _Node(NamedTuple):
    """A partial choice. `reduced` and `floors` belong to the price sheets, one each."""

    chosen: int
    free: int
    left: list[_Left]
    reduced: list[list[int]]
    floors: list[int]
    spent: list[_Spent]


class Search:
    """One search for the choice of least cost below a `ceiling`.

    The first sheet prices the cost itself. Other sheets price something else that may not rise above a
    ceiling of its own, such as the number of invitations once the fewest are known.
    """

    def __init__(
        self,
        problem: Problem,
        sheets: Sequence[tuple[Sheet, int | None]],
        *,
        nodes: int,
        first: bool = False,
        stopped: Stopped = never,
    ) -> None:
        self.problem = problem
        self.sheets = [one for one, _ in sheets]
        self.ceilings = [ceiling for _, ceiling in sheets]
        self.nodes_left = self.nodes = nodes
        self.first_will_do = first
        self.stopped = stopped
        self.most_collected = 0
        self.collected: list[int] = []
        self.best: int | None = None
        self.value: int | None = None
        self.firm = [demand.penalty is None for demand in problem.demands]
        self.penalties = [demand.penalty or 0 for demand in problem.demands]

    def run(self, *, below: int, starting: int = 0) -> Answer:
        """Return the cheapest choice that costs less than `below` and holds the partners in `starting`."""
        self.ceilings[0] = (below - 1) * SCALE
        node: _Node | None = self._root()
        for index in places(starting):
            if node is None or not node.free >> index & 1:
                return Answer(None, None, proven=True, nodes=0)
            node = self._with(node, index)
        if node is not None:
            self._explore(node)
        return Answer(self.best, self.value, self.nodes_left > 0, self.nodes - self.nodes_left)

    def collect(self, *, value: int, most: int) -> tuple[list[int], bool]:
        """Return up to `most` choices that cost just so much, and whether these are all there are.

        The value is the least that any choice costs, and no partner is free of charge.
        """
        self.most_collected = most + 1
        self.run(below=value + 1)
        return self.collected[:most], self.nodes_left > 0 and len(self.collected) <= most

    def _root(self) -> _Node:
        free = self.problem.free
        left = [_Left(d.required, d.holders & free, p) for p, d in enumerate(self.problem.demands)]
        reduced = []
        for sheet in self.sheets:
            row = [NEVER] * len(sheet.reduced)
            for index in places(free):
                row[index] = sheet.reduced[index]
            reduced.append(row)
        spent = [
            _Spent(0, sum(limit.weights[index] for index in places(free) if limit.weights[index] < 0))
            for limit in self.problem.limits
        ]
        return _Node(0, free, left, reduced, [sheet.floor for sheet in self.sheets], spent)

    def _explore(self, node: _Node) -> None:
        """Look at a partial choice and, unless it is hopeless, at all that can be made of it."""
        if self._is_over():
            return
        self.nodes_left -= 1
        hopeless = self._hopeless(node)
        if hopeless is None:
            return
        if hopeless:
            node = self._without(node, hopeless)
        tightest: _Left | None = None
        least = 0
        for one in node.left:
            if self.firm[one.place]:
                room = one.holders.bit_count() - one.required
                if room < 0:
                    return
                if tightest is None or room < least:
                    tightest, least = one, room
        if tightest is None:
            self._take(node)
            self._explore_more(node)
        else:
            self._explore_holders(node, tightest)

    def _is_over(self) -> bool:
        """Whether to look no further. Whoever stops the search takes the nodes that are left from it."""
        if self.nodes_left > 0 and self.stopped():
            self.nodes_left = 0
        if self.most_collected and len(self.collected) >= self.most_collected:
            return True
        return self.nodes_left <= 0 or (self.first_will_do and self.best is not None)

    def _explore_holders(self, node: _Node, demand: _Left) -> None:
        """Try each holder of a demand, the most promising first, and then rule them out for the rest."""
        order = node.reduced[0]
        for index in sorted(places(demand.holders), key=lambda index: (order[index], index)):
            if not node.free >> index & 1:
                continue
            child = self._with(node, index)
            if child is not None:
                self._explore(child)
            if self._is_over():
                return
            node = self._without(node, 1 << index)
            if not self._can_cover(node, demand.place) or self._hopeless(node) is None:
                return

    def _can_cover(self, node: _Node, place: int) -> bool:
        """Whether enough holders are left for a demand, and roughly for every other."""
        return all(
            distinct(one.holders, self.problem.units) >= one.required
            for one in node.left
            if self.firm[one.place] and (one.place == place or one.holders.bit_count() < one.required)
        )

    def _explore_more(self, node: _Node) -> None:
        """Where nothing must be covered any more: try the partner who promises the most, then without."""
        while True:
            if self._is_over() or self._hopeless(node) is None:
                return
            useful = places(self._useful(node))
            if not useful:
                return
            order = node.reduced[0]
            index = min(useful, key=lambda index: (order[index], index))
            child = self._with(node, index)
            if child is not None:
                self._explore(child)
            node = self._without(node, 1 << index)

    def _useful(self, node: _Node) -> int:
        """Return who could still better a choice: holders of what is missing, partners who are a gain, and
        those who bring a limit that is broken nearer to being kept.
        """  # noqa: D205 - one list
        useful = 0
        for one in node.left:
            useful |= one.holders
        over = [
            limit.weights
            for limit, spent in zip(self.problem.limits, node.spent, strict=True)
            if spent.so_far > limit.most
        ]
        for index in places(node.free):
            if self.problem.costs[index] < 0 or any(weights[index] < 0 for weights in over):
                useful |= 1 << index
            if not self._affords(node, index):
                useful &= ~(1 << index)
        return useful & node.free

    def _affords(self, node: _Node, index: int) -> bool:
        """Whether every limit could still be kept with one more partner."""
        return all(
            spent.so_far + spent.relief + max(0, limit.weights[index]) <= limit.most
            for limit, spent in zip(self.problem.limits, node.spent, strict=True)
        )

    def _hopeless(self, node: _Node) -> int | None:
        """Return the partners who cannot be part of a choice that is wanted; None when no choice is."""
        for limit, spent in zip(self.problem.limits, node.spent, strict=True):
            if spent.so_far + spent.relief > limit.most:
                return None
        hopeless = 0
        for reduced, floor, ceiling in zip(node.reduced, node.floors, self.ceilings, strict=True):
            if ceiling is None:
                continue
            slack = ceiling - floor - sum([one for one in reduced if one < 0])
            if slack < 0:
                return None
            for index, one in enumerate(reduced):
                if slack < one < NEVER:
                    hopeless |= 1 << index
        return hopeless

    def _take(self, node: _Node) -> None:
        limits = zip(self.problem.limits, node.spent, strict=True)
        if any(spent.so_far > limit.most for limit, spent in limits):
            return
        value = sum(self.problem.costs[index] for index in places(node.chosen))
        value += sum(one.required * self.penalties[one.place] for one in node.left)
        ceiling = self.ceilings[0]
        if ceiling is not None and value * SCALE <= ceiling:
            self.best, self.value = node.chosen, value
            if self.most_collected:
                self.collected.append(node.chosen)
            else:
                self.ceilings[0] = (value - 1) * SCALE

    def _with(self, node: _Node, index: int) -> _Node | None:
        """Return the partial choice with one more partner, or None when a limit does not allow it."""
        if not self._affords(node, index):
            return None
        spent = [
            _Spent(one.so_far + limit.weights[index], one.relief - min(0, limit.weights[index]))
            for limit, one in zip(self.problem.limits, node.spent, strict=True)
        ]
        bit, unit = 1 << index, self.problem.unit(index)
        reduced = [row.copy() for row in node.reduced]
        floors = [floor + row[index] for floor, row in zip(node.floors, reduced, strict=True)]
        for row in reduced:
            row[index] = NEVER
        left = []
        for one in node.left:
            if not one.holders & bit:
                left.append(one)
                continue
            required, rest = one.required - 1, one.holders & ~unit
            # Who cannot add to this demand any more earns nothing for it.
            idle = (one.holders & unit if required else one.holders) & ~bit
            for row, sheet in zip(reduced, self.sheets, strict=True):
                price = sheet.prices[one.place]
                others = idle if price else 0
                while others:
                    low = others & -others
                    row[low.bit_length() - 1] += price
                    others ^= low
            if required:
                left.append(_Left(required, rest, one.place))
        return _Node(node.chosen | bit, node.free & ~bit, left, reduced, floors, spent)

    def _without(self, node: _Node, partners: int) -> _Node:
        """Return the partial choice with some partners ruled out, and with them who is not chosen without."""
        behind = self.problem.behind
        for index in places(partners) if behind else ():
            partners |= behind.get(index, 0)
        partners &= node.free
        reduced = [row.copy() for row in node.reduced]
        gone = places(partners)
        for index in gone:
            for row in reduced:
                row[index] = NEVER
        left = [
            _Left(one.required, one.holders & ~partners, one.place) if one.holders & partners else one
            for one in node.left
        ]
        spent = [
            _Spent(one.so_far, one.relief - sum(min(0, limit.weights[index]) for index in gone))
            for limit, one in zip(self.problem.limits, node.spent, strict=True)
        ]
        return _Node(node.chosen, node.free & ~partners, left, reduced, node.floors, spent)
