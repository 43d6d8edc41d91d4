"""The list of invitations by our own search: the cheapest that misses least, and the first of its equals.

Each is one search over whole numbers in which what comes first in the strict order outweighs all that comes
later. Python's integers hold any such number exactly. What is said of a list is in `selection`.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from coalitionkit.analysis.choosing.cover import Problem
from coalitionkit.analysis.choosing.dominance import without_dominated
from coalitionkit.analysis.choosing.greedy import greedy
from coalitionkit.analysis.choosing.ordering import first_in_order
from coalitionkit.analysis.choosing.prices import SCALE, Sheet, sheet
from coalitionkit.analysis.choosing.question import Question, gravity
from coalitionkit.analysis.choosing.search import Answer, Search, Stopped, never
from coalitionkit.analysis.needs import Need, Needs
from coalitionkit.analysis.units import places

NODES = 10_000
"""How many partial lists the search for the shortest may look at, in an inventory of 100 partners or fewer.

In a larger one each takes longer to look at, and there are fewer of them in proportion.
"""

_FULL_SPEED = 100


class Proofs(NamedTuple):
    """Which of the objectives are proven, in their strict order: that no list which does as well on all
    before does better on this one. Without a proof it is the best found.
    """  # noqa: D205 - one thought

    shortfall: bool
    cost: bool
    nice: bool
    fit: bool
    order: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The end of the first two stages: what is missing, what the list costs, and who is on it.

    `value` is what the search counted, which leaves out what was decided before it. `least` says that
    nothing misses less, `proven` that of those nothing costs less, and `prices`, if any, show it. `capped`
    says that limits on the list cost some cover.
    """

    shortfall: int
    cost: int
    value: int
    chosen: int
    least: bool
    proven: bool
    capped: bool
    prices: Sheet | None


class ListCheckError(AssertionError):
    """A list does not hold what the search says of it: a bug, never the user's fault."""


class NoListError(Exception):
    """No list keeps the limits, or, when not `proven`, none was found."""

    def __init__(self, *, proven: bool) -> None:
        super().__init__()
        self.proven = proven


def nodes_for(question: Question, nodes: int) -> int:
    """Return how many partial lists a search may look at in an inventory of this size."""
    return nodes * _FULL_SPEED // max(_FULL_SPEED, len(question.fits))


def shortest(
    question: Question, *, nodes: int = NODES, like: Found | None = None, stopped: Stopped = never
) -> Found:
    """Return a list with the least shortfall and, among those, the least cost.

    `like` is the answer to a question much like this one, to begin with. Raises NoListError.
    """
    capped = like is not None and like.capped
    problem = _problem(question, capped=capped)
    answer, prices = _solve(problem, nodes, like, stopped)
    if not capped and (answer.chosen is None or not _has_room(question, answer.chosen)):
        capped = True
        problem = _problem(question, capped=True)
        answer, prices = _solve(problem, nodes, None, stopped)
    if answer.chosen is None:
        raise NoListError(proven=answer.proven)
    value = problem.value(answer.chosen)
    if value is None or value != answer.value:
        raise ListCheckError(f"the search says {answer.value} for a list that costs {value}")
    everyone = question.decided | answer.chosen
    missed = shortfall(question.needs, everyone)
    return Found(
        shortfall=missed,
        cost=cost(question, everyone),
        value=value,
        chosen=everyone,
        least=answer.proven or missed == question.least_shortfall,
        proven=answer.proven,
        capped=capped,
        prices=prices,
    )


def _problem(question: Question, *, capped: bool) -> Problem:
    """Return the first stage of a question: to meet everything, or, when capped, to miss least."""
    whole = question.least_missing() if capped else question.fewest()
    return without_dominated(whole, order(question))


def _has_room(question: Question, chosen: int) -> bool:
    return question.room is None or chosen.bit_count() <= question.room


def shortfall(needs: Needs, chosen: int) -> int:
    """Return how many holders a list lacks of must-needs, each counted by the weight of its need."""
    return sum(gravity(need) * lacking(need, chosen) for need in needs.musts)


def lacking(need: Need, chosen: int) -> int:
    """Return how many holders of a need a list lacks."""
    return max(0, need.required - need.units.distinct(need.known & chosen))


def cost(question: Question, chosen: int) -> int:
    """Return what the invitations of a list cost; those seated cost nothing."""
    return sum(question.costs[index] for index in places(chosen & ~question.choices.seated))


def order(question: Question) -> list[int]:
    """Return the partners with the preferred one first wherever two cover the same."""
    fits, costs, rank = question.fits, question.costs, question.needs.units.rank
    return sorted(range(len(fits)), key=lambda index: (costs[index], -fits[index], rank[index]))


def _solve(problem: Problem, nodes: int, like: Found | None, stopped: Stopped) -> tuple[Answer, Sheet]:
    """Return the cheapest choice for a problem, the greedy choice if none is cheaper, and the prices used."""
    start = greedy(problem, like.chosen if like else 0)
    known = problem.value(start)
    first = like.prices.by_key if like and like.prices else None
    # Where the first guess breaks a limit, what it would cost without is still something to aim at.
    aim = known if known is not None else replace(problem, limits=()).value(start)
    prices = sheet(problem, known=problem.ceiling if aim is None else aim, start=first)
    search = Search(problem, [(prices, None)], nodes=nodes, stopped=stopped)
    answer = search.run(below=problem.ceiling if known is None else known)
    if answer.chosen is None and known is not None:
        answer = replace(answer, chosen=start, value=known)
    return answer, prices


def first_of_equals(
    question: Question, found: Found, *, nodes: int, stopped: Stopped = never
) -> tuple[int, Proofs]:
    """Return the best list that misses as little and costs as little, and what is proven of it."""
    start = found.chosen & ~question.decided
    if not start:
        return found.chosen, Proofs(found.least, *(found.proven,) * 4)
    search, known = _among_equals(question, found, nodes, stopped)
    best = search.problem
    answer = search.run(below=known)
    if answer.chosen is None:
        answer = replace(answer, chosen=start, value=known)
    units = question.needs.units
    by_id = sorted(range(len(units.ids)), key=lambda index: units.rank[index])
    chosen, first = first_in_order(search, answer, by_id, nodes=nodes)
    # Without a proof of the best, the search in order may come upon a better one.
    value = best.value(chosen)
    if value is None or answer.value is None or value > answer.value:
        raise ListCheckError("the first of equal lists is not equal")
    best_known = found.proven and answer.proven
    proofs = Proofs(found.least, found.proven, best_known, best_known, best_known and first)
    return question.decided | chosen, proofs


def _among_equals(question: Question, found: Found, nodes: int, stopped: Stopped) -> tuple[Search, int]:
    """Return the search between lists that miss and cost as little, and what the list found is worth."""
    best = question.best_of_least_missing() if found.capped else question.best_within(found.value)
    best = without_dominated(best, order(question))
    known = best.value(found.chosen & ~question.decided)
    if known is None:
        raise ListCheckError("the shortest list does not meet its demands")
    sheets: list[tuple[Sheet, int | None]] = [(sheet(best, known=known), None)]
    if found.prices is not None:
        sheets.append((found.prices, found.value * SCALE))
    return Search(best, sheets, nodes=nodes, stopped=stopped), known


def settled(question: Question, found: Found, chosen: int) -> Found:
    """Return the end of the first two stages for the list that was chosen in the end.

    Where they are not proven, what comes after may come upon a list that does better on them.
    """
    problem = question.least_missing() if found.capped else question.fewest()
    value = problem.value(chosen & ~question.decided)
    if value is None or value > found.value:
        raise ListCheckError("the list does not hold what the search says")
    missed, spent = shortfall(question.needs, chosen), cost(question, chosen)
    return replace(found, shortfall=missed, cost=spent, value=value, chosen=chosen)


def check(question: Question, found: Found) -> None:
    """Count a list again, in whole numbers and from the needs alone. Raises ListCheckError."""
    chosen = found.chosen
    if shortfall(question.needs, chosen) != found.shortfall or cost(question, chosen) != found.cost:
        raise ListCheckError("the list does not come to what is said of it")
    if not found.capped and found.shortfall != question.least_shortfall:
        raise ListCheckError("the list misses a need that could be met")
    if question.decided & ~chosen or chosen & ~question.available:
        raise ListCheckError("the list goes against a decision")
    if not _has_room(question, chosen & ~question.decided):
        raise ListCheckError("the list is longer than it may be")
    if not question.keeps_shares(chosen):
        raise ListCheckError("the list breaks a rule about shares")
