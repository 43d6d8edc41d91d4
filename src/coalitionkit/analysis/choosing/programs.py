"""The list of invitations by integer programs, for inventories beyond our own search: HiGHS, if installed.

Each objective of the strict order is a program of its own, and a row holds what those before it came to, so
no weight has to be large enough to outrank the rest. HiGHS computes in floating point: every list it gives is
counted again in whole numbers, and what does not hold is not believed.
"""

from dataclasses import replace
from importlib.util import find_spec

from coalitionkit.analysis.choosing.cover import Problem
from coalitionkit.analysis.choosing.prices import sheet
from coalitionkit.analysis.choosing.program import Program, Terms
from coalitionkit.analysis.choosing.question import Question, gravity
from coalitionkit.analysis.choosing.search import Stopped, never
from coalitionkit.analysis.choosing.shortest import (
    Found,
    ListCheckError,
    NoListError,
    Proofs,
    cost,
    shortfall,
)
from coalitionkit.analysis.units import places, set_of

_BLOCK = 10
"""How many partners are put in order by one program: with more, what they count would be told apart badly."""


_LESS_THAN_ONE = 0.999
"""Values are whole, so one that lies less than one above a bound is the least there is."""


_LEEWAY = 0.01
"""By how much a row that holds an objective gives way to rounding."""


def is_installed() -> bool:
    """Whether HiGHS can be asked."""
    return find_spec("highspy") is not None


def select(question: Question, *, nodes: int, stopped: Stopped = never) -> tuple[Found, int, Proofs]:
    """Return the end of the first two stages, and the list with what is proven of it.

    Each program looks at no more than `nodes` partial lists. Raises NoListError.
    """
    return _Stages(question, nodes, stopped).run()


def shortest(question: Question, *, nodes: int, stopped: Stopped = never) -> Found:
    """Return the end of the first two stages alone. Raises NoListError."""
    return _Stages(question, nodes, stopped).shortest()


class _Stages:
    """The objectives one after the other, each among the lists that do as well on those before it."""

    def __init__(self, question: Question, nodes: int, stopped: Stopped) -> None:
        self.question, self.nodes, self.stopped = question, nodes, stopped
        self.capped = False
        self.program = self._program()
        self.held: list[tuple[Terms, int]] = []
        self.chosen: int | None = None

    def _program(self) -> Program:
        """Return the program of the question; when capped, must-needs may lack holders."""
        question = self.question
        demands = question.demands(must=1 if self.capped else None, nice=1)
        limits = question.limits(room=True)
        problem = Problem(demands, tuple(question.costs), question.free, question.units, limits)
        return Program(problem, nodes=self.nodes, stopped=self.stopped)

    def shortest(self) -> Found:
        """Return the end of the first two stages."""
        least, cheapest = self._cheapest()
        if self.chosen is None:
            raise NoListError(proven=least)
        return self._found(self.chosen, least=least, cheapest=cheapest)

    def run(self) -> tuple[Found, int, Proofs]:
        """Return the end of the first two stages, and the list with what is proven of it."""
        found = self.shortest()
        proofs = [found.least, found.proven]
        for stage in (self._nice, self._fit, self._order):
            proofs.append(stage() and proofs[-1])
        return found, self.question.decided | (self.chosen or 0), Proofs(*proofs)

    def _cheapest(self) -> tuple[bool, bool]:
        """Find the cheapest list that misses least, and say what of this is proven.

        Without a list, the first says whether it is proven that there is none.
        """
        costs = {column: self.question.costs[index] for index, column in self.program.partners.items()}
        cheapest = self._improve(costs)
        if self._has_list():
            return True, cheapest
        self.capped = True
        self.program = self._program()
        least = self._improve(self._lacking(must=True))
        if not self._has_list():
            return least, False
        costs = {column: self.question.costs[index] for index, column in self.program.partners.items()}
        return least, self._improve(costs) and least

    def _has_list(self) -> bool:
        return self.chosen is not None

    def _improve(self, terms: Terms) -> bool:
        """Look for a list for which terms come to less, hold what they come to, and say if it is proven.

        When there is no list at all, say whether that is proven.
        """
        solved, program = self.program.least(terms), self.program
        if solved.chosen is None and self.chosen is None:
            return solved.proven
        proven = False
        if solved.chosen is not None and self._is_as_good(solved.chosen):
            value = program.count(terms, solved.chosen)
            if self.chosen is None or value <= program.count(terms, self.chosen):
                self.chosen, proven = solved.chosen, value < solved.bound + _LESS_THAN_ONE
        if self.chosen is not None:
            value = program.count(terms, self.chosen)
            program.hold(terms, most=value + _LEEWAY)
            self.held.append((terms, value))
        return proven

    def _is_as_good(self, chosen: int) -> bool:
        """Whether a list, counted in whole numbers, keeps to everything that is asked of it so far."""
        if self.program.problem.value(chosen) is None:
            return False
        return all(self.program.count(terms, chosen) <= value for terms, value in self.held)

    def _found(self, chosen: int, *, least: bool, cheapest: bool) -> Found:
        """Return the end of the first two stages, as our own search would."""
        question = self.question
        problem = question.least_missing() if self.capped else question.fewest()
        value = problem.value(chosen)
        if value is None:
            raise ListCheckError("the list by integer programs does not hold what is said of it")
        everyone = question.decided | chosen
        missed, spent = shortfall(question.needs, everyone), cost(question, everyone)
        prices = sheet(problem, known=value)
        return Found(missed, spent, value, everyone, least, cheapest, self.capped, prices)

    def _lacking(self, *, must: bool) -> dict[int, int]:
        """Return the columns of what is lacking of needs, by weight."""
        terms = {}
        for column, demand in zip(self.program.lacking, self.program.problem.demands, strict=True):
            need = self.question.needs.by_id[demand.key]
            if need.must == must:
                terms[column] = gravity(need) if must else need.weight
        return terms

    def _nice(self) -> bool:
        terms = self._lacking(must=False)
        return not terms or self._improve(terms)

    def _fit(self) -> bool:
        fits = {column: -self.question.fits[index] for index, column in self.program.partners.items()}
        return self._improve(fits)

    def _order(self) -> bool:
        """Choose the first in the order of ids, unless there is no other list that does as well."""
        start = self.chosen or 0
        columns = self.program.partners
        overlap = dict.fromkeys((columns[index] for index in places(start)), 1)
        other = self.program.least(overlap)
        if other.bound > start.bit_count() - _LESS_THAN_ONE:
            return True
        rank = self.question.needs.units.rank
        by_id = sorted(columns, key=lambda index: rank[index])
        proven, left = True, self.question.free
        for block in (by_id[at : at + _BLOCK] for at in range(0, len(by_id), _BLOCK)):
            terms = {columns[index]: -(1 << _BLOCK - 1 - place) for place, index in enumerate(block)}
            proven = self._improve(terms) and proven
            members, chosen = set_of(block), self.chosen or 0
            self.program.fix(members & chosen, chosen=True)
            self.program.fix(members & ~chosen, chosen=False)
            left &= ~members
            if not left & chosen:
                break
        return proven


class TiedPrograms:
    """Lists that miss and cost as little as the one found, by integer programs."""

    def __init__(self, question: Question, found: Found, nodes: int, stopped: Stopped) -> None:
        whole = question.least_missing() if found.capped else question.fewest()
        self.problem = replace(whole, limits=question.limits(room=True))
        self.value = found.value
        self.program = Program(self.problem, nodes=nodes, stopped=stopped)
        self.columns = self.program.partners
        terms = {column: question.costs[index] for index, column in self.columns.items()}
        missed = self._missed(found.chosen & ~question.decided)
        self.program.hold(terms, most=found.value - missed + _LEEWAY)
        penalties = self._penalties()
        if penalties:
            unit = min(penalties.values())
            held = {column: penalty // unit for column, penalty in penalties.items()}
            self.program.hold(held, most=missed // unit + _LEEWAY)

    def collect(self, most: int) -> tuple[list[int], bool]:
        """Return up to so many choices, and whether these are all. Each is counted again."""
        lists: list[int] = []
        while True:
            solved = self.program.least({})
            if solved.chosen is None or self.problem.value(solved.chosen) != self.value:
                return lists, solved.chosen is None and solved.proven
            if len(lists) == most:
                return lists, False
            lists.append(solved.chosen)
            mine = dict.fromkeys((self.columns[index] for index in places(solved.chosen)), 1)
            self.program.hold(mine, most=len(mine) - 1)

    def exists(self, index: int, *, chosen: bool) -> bool | None:
        """Return whether there is a choice with a partner, or without; None when that cannot be told.

        For a partner who is on all, or on none, of the lists collected, which are left out of account.
        """
        solved = self.program.least({self.columns[index]: -1 if chosen else 1})
        if solved.chosen is None:
            return False if solved.proven else None
        if (solved.chosen >> index & 1) == chosen:
            return True if self.problem.value(solved.chosen) == self.value else None
        return False if solved.bound > (-1 if chosen else 0) + _LEEWAY else None

    def _penalties(self) -> dict[int, int]:
        demands = zip(self.program.lacking, self.problem.demands, strict=True)
        return {column: demand.penalty for column, demand in demands if demand.penalty}

    def _missed(self, chosen: int) -> int:
        return self.program.count(self._penalties(), chosen)


def is_possible(problem: Problem, *, nodes: int, stopped: Stopped = never) -> bool | None:
    """Return whether any choice answers a problem; None when that cannot be told."""
    solved = Program(problem, nodes=nodes, stopped=stopped).least({})
    if solved.chosen is None:
        return False if solved.proven else None
    return True if problem.value(solved.chosen) is not None else None
