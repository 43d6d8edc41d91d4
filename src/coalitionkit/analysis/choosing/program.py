"""One question about the list as an integer program for HiGHS, which the extra `[solver]` installs.

A column for each partner who may be chosen says whether they are, and one for each need how many holders it
lacks. Objectives are put one after the other; what one came to can be held for those that follow. Floating
point stays in here: what comes out is a set of partners, for others to count.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from coalitionkit.analysis.choosing.cover import Demand, Problem
from coalitionkit.analysis.choosing.search import Stopped
from coalitionkit.analysis.units import places

_WHOLE_GAP = 0.9
"""Objectives are whole numbers: nothing can lie between a value and a bound that is less than one away."""

Terms = Mapping[int, int]
"""What each column counts."""


class Solved(NamedTuple):
    """The end of one program: a choice and a bound that no choice can be below; None when there is none.

    Without a choice, `proven` says that there is none, and not only that none was found.
    """

    chosen: int | None
    bound: float
    proven: bool


def _highs() -> Any:
    import highspy

    return highspy.Highs()  # type: ignore[no-untyped-call, unused-ignore]


class Program:
    """The columns and rows of one question, to be solved for one objective after the other.

    Holders that count as one have a column together for each need that asks for several, between none and
    one, that is no more than all of theirs.
    """

    def __init__(self, problem: Problem, *, nodes: int, stopped: Stopped) -> None:
        self._highs = _highs()
        for key, value in {
            "output_flag": False,
            "threads": 1,
            "random_seed": 0,
            "mip_rel_gap": 0.0,
            "mip_abs_gap": _WHOLE_GAP,
            "mip_max_nodes": nodes,
        }.items():
            self._highs.setOptionValue(key, value)
        self._stopped = stopped
        self._count = 0
        self.problem = problem
        self.partners = {index: self._column(1.0, whole=True) for index in places(problem.free)}
        self.lacking = [self._demand(demand) for demand in problem.demands]
        for limit in problem.limits:
            self.hold({self.partners[i]: limit.weights[i] for i in self.partners}, most=limit.most)
        self._watch()

    def _column(self, most: float, *, whole: bool = False) -> int:
        self._highs.addVar(0.0, most)
        if whole:
            from highspy import HighsVarType

            self._highs.changeColIntegrality(self._count, HighsVarType.kInteger)
        self._count += 1
        return self._count - 1

    def _demand(self, demand: Demand) -> int:
        """Add the columns and rows of one demand, and return the column of what is lacking."""
        firm = demand.penalty is None
        lacking = self._column(0.0 if firm else float(demand.required))
        terms = {lacking: 1}
        for unit in self._units(demand):
            columns = [self.partners[index] for index in unit]
            if demand.required > 1 and len(columns) > 1:
                together = self._column(1.0)
                terms[together] = 1
                self.hold({**dict.fromkeys(columns, 1), together: -1}, least=0)
            else:
                terms |= dict.fromkeys(columns, 1)
        self.hold(terms, least=demand.required)
        return lacking

    def _units(self, demand: Demand) -> Iterable[list[int]]:
        left = demand.holders & self.problem.free
        while left:
            low = (left & -left).bit_length() - 1
            unit = self.problem.unit(low) & left
            yield places(unit)
            left &= ~unit

    def hold(self, terms: Terms, *, least: float | None = None, most: float | None = None) -> None:
        """Ask that terms come to at least or at most a number."""
        infinite = self._highs.inf
        lower = -infinite if least is None else float(least)
        upper = infinite if most is None else float(most)
        kept = {column: value for column, value in terms.items() if value}
        self._highs.addRow(lower, upper, len(kept), list(kept), [float(value) for value in kept.values()])

    def fix(self, partners: int, *, chosen: bool) -> None:
        """Decide on some partners: they are chosen, or they are not."""
        value = 1.0 if chosen else 0.0
        for index in places(partners & self.problem.free):
            self._highs.changeColBounds(self.partners[index], value, value)

    def least(self, terms: Terms) -> Solved:
        """Return a choice for which terms come to the least."""
        from highspy import HighsModelStatus as Status

        for column in range(self._count):
            self._highs.changeColCost(column, float(terms.get(column, 0)))
        nothing = Solved(None, -self._highs.inf, proven=False)
        if self._stopped():
            return nothing
        self._highs.clearSolver()
        self._highs.run()
        status = self._highs.getModelStatus()
        if status in (Status.kInfeasible, Status.kUnboundedOrInfeasible):
            return nothing._replace(proven=True)
        info = self._highs.getInfo()
        if not info.primal_solution_status:
            return nothing
        values = self._highs.getSolution().col_value
        chosen = sum(1 << index for index, column in self.partners.items() if round(values[column]))
        # A program without a choice between whole numbers is linear, and its value is its own bound.
        bound = info.mip_dual_bound if self.partners else info.objective_function_value
        return Solved(chosen, bound, status == Status.kOptimal)

    def count(self, terms: Terms, chosen: int) -> int:
        """Return what terms of partners and of what is lacking come to for a choice, in whole numbers."""
        demands = zip(self.lacking, self.problem.demands, strict=True)
        lacks = sum(
            terms[column] * max(0, demand.required - self.problem.distinct(chosen & demand.holders))
            for column, demand in demands
            if column in terms
        )
        return lacks + sum(terms.get(self.partners[index], 0) for index in places(chosen))

    def _watch(self) -> None:
        """Let whoever asks to stop be heard while HiGHS is at work."""

        def heed(event: Any) -> None:
            if event.data_in is not None and self._stopped():
                event.data_in.user_interrupt = True

        self._highs.cbMipInterrupt.subscribe(heed)
