"""The list of invitations: the shortest one that meets every need, exactly.

In strict order, without weights between them: the least shortfall on must-needs, the fewest invitations, the
most of what is good to have, the most fit, and the first in the order of ids, so that the list is unique.
What happens when someone on the list declines is in `replacement`.
"""

from dataclasses import dataclass, field, replace

from coalitionkit.analysis.cover import Problem, greedy, without_dominated
from coalitionkit.analysis.needs import Need, Needs
from coalitionkit.analysis.prices import SCALE, Sheet, sheet
from coalitionkit.analysis.question import Question, gravity
from coalitionkit.analysis.search import Answer, Search, first_in_order
from coalitionkit.analysis.units import places

NODES = 10_000
"""How many partial lists the search for the shortest may look at, in an inventory of 100 partners or fewer.

In a larger one each takes longer to look at, and there are fewer of them in proportion.
"""

_FULL_SPEED = 100
_NODES_FOR_TIES = 4
"""Which part of these each search between lists of equal length may look at."""


@dataclass(frozen=True, slots=True)
class Step:
    """One place on the list, in the order of invitation, and the needs that it adds cover to."""

    id: str
    adds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The end of the first stage: what is missing, what the list costs, and who is on it.

    `value` is what the search counted, which leaves out what was decided before it, and `prices` show that
    nothing costs less.
    """

    shortfall: int
    cost: int
    value: int
    chosen: int
    proven: bool
    capped: bool
    prices: Sheet


@dataclass(frozen=True, slots=True)
class Selection:
    """The list of invitations. Partners and needs are given by their ids.

    `invited` is in the order of invitation, with those who add the most first; `seated` have a member
    already. `missing` says how many holders the list lacks, by must-need. `size_proven` says that no list
    that misses as little is shorter, `ties_proven` that no other list of this size comes first. `capped` says
    that the limit on the size cost some cover. `chosen` is everyone on the list, as a set, and `found` how it
    was found.
    """

    invited: tuple[Step, ...]
    seated: tuple[str, ...]
    missing: dict[str, int]
    capped: bool
    size_proven: bool
    ties_proven: bool
    chosen: int
    found: Found = field(repr=False, compare=False)

    @property
    def size(self) -> int:
        """How many invitations there are to send."""
        return len(self.invited)

    @property
    def is_proven(self) -> bool:
        """Whether the list is proven to be the one that the rules single out."""
        return self.size_proven and self.ties_proven

    @property
    def meets_every_need(self) -> bool:
        """Whether nothing is missing of any must-need."""
        return not self.missing


class ListCheckError(AssertionError):
    """A list does not hold what the search says of it: a bug, never the user's fault."""


def select(question: Question, *, nodes: int = NODES) -> Selection:
    """Return the list of invitations, checked again by counting.

    The first stage looks at no more than `nodes` partial lists, and the choice between equals at a quarter as
    many for fit and for the order of ids; beyond that the result is the best found.
    """
    nodes = nodes_for(question, nodes)
    found = shortest(question, nodes=nodes)
    chosen, ties_proven = _first_of_equals(question, found, nodes // _NODES_FOR_TIES)
    _check(question, replace(found, chosen=chosen))
    units, seated = question.needs.units, question.choices.seated & ~question.absent
    return Selection(
        invited=_in_order(question, chosen),
        seated=units.named(seated),
        missing=missing(question.needs, chosen),
        capped=found.capped,
        size_proven=found.proven,
        ties_proven=ties_proven,
        chosen=chosen,
        found=found,
    )


def nodes_for(question: Question, nodes: int) -> int:
    """Return how many partial lists a search may look at in an inventory of this size."""
    return nodes * _FULL_SPEED // max(_FULL_SPEED, len(question.fits))


def shortest(question: Question, *, nodes: int = NODES, like: Found | None = None) -> Found:
    """Return a list with the least shortfall and, among those, the least cost.

    `like` is the answer to a question much like this one, to begin with.
    """
    problem = _problem(question, capped=like is not None and like.capped)
    answer, prices = _solve(problem, nodes, like)
    room = question.room
    capped = problem.budget is not None
    if not capped and room is not None and (answer.chosen or 0).bit_count() > room:
        capped = True
        problem = _problem(question, capped=True)
        answer, prices = _solve(problem, nodes, None)
    chosen = answer.chosen or 0
    value = problem.value(chosen)
    if value is None or value != answer.value:
        raise ListCheckError(f"the search says {answer.value} for a list that costs {value}")
    everyone = question.decided | chosen
    return Found(
        shortfall=shortfall(question.needs, everyone),
        cost=_cost(question, everyone),
        value=value,
        chosen=everyone,
        proven=answer.proven,
        capped=capped,
        prices=prices,
    )


def _problem(question: Question, *, capped: bool) -> Problem:
    """Return the first stage of a question: to meet everything, or, when capped, to miss least."""
    whole = question.least_missing() if capped else question.fewest()
    return without_dominated(whole, _order(question))


def shortfall(needs: Needs, chosen: int) -> int:
    """Return how many holders a list lacks of must-needs, each counted by the weight of its need."""
    return sum(gravity(need) * _lacking(need, chosen) for need in needs.musts)


def missing(needs: Needs, chosen: int) -> dict[str, int]:
    """Return how many holders a list lacks of each must-need that it does not meet."""
    return {need.id: lacking for need in needs.musts if (lacking := _lacking(need, chosen))}


def _lacking(need: Need, chosen: int) -> int:
    return max(0, need.required - need.units.distinct(need.known & chosen))


def _cost(question: Question, chosen: int) -> int:
    """Return what the invitations of a list cost; those seated cost nothing."""
    return sum(question.costs[index] for index in places(chosen & ~question.choices.seated))


def _order(question: Question) -> list[int]:
    """Return the partners with the preferred one first wherever two cover the same."""
    fits, costs, rank = question.fits, question.costs, question.needs.units.rank
    return sorted(range(len(fits)), key=lambda index: (costs[index], -fits[index], rank[index]))


def _solve(problem: Problem, nodes: int, like: Found | None) -> tuple[Answer, Sheet]:
    """Return the cheapest choice for a problem, the greedy choice if none is cheaper, and the prices used."""
    start = greedy(problem, like.chosen if like else 0)
    known = problem.value(start)
    if known is None:
        raise ListCheckError("the greedy list does not meet its demands")
    prices = sheet(problem, known=known, start=like.prices.by_key if like else None)
    answer = Search(problem, [(prices, None)], nodes=nodes).run(below=known)
    if answer.chosen is None:
        answer = replace(answer, chosen=start, value=known)
    return answer, prices


def _first_of_equals(question: Question, found: Found, nodes: int) -> tuple[int, bool]:
    """Return the best list that misses as little and costs as little, and whether that is proven."""
    start = found.chosen & ~question.decided
    if not start:
        return found.chosen, True
    best = question.best_of_least_missing() if found.capped else question.best_within(found.value)
    best = without_dominated(best, _order(question))
    known = best.value(start)
    if known is None:
        raise ListCheckError("the shortest list does not meet its demands")
    sheets = [(sheet(best, known=known), None), (found.prices, found.value * SCALE)]
    search = Search(best, sheets, nodes=nodes)
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
    return question.decided | chosen, answer.proven and first


def _in_order(question: Question, chosen: int) -> tuple[Step, ...]:
    """Return the invitations in the order in which each adds most, and what it adds.

    Must-needs count first, then those that are good to have, each by weight; then fit, then the id. Members
    and what they hold come before all.
    """
    needs, units = question.needs, question.needs.units
    present = chosen & question.choices.seated
    waiting = places(chosen & ~present)
    steps = []
    while waiting:
        gains = {index: _gain(needs, present, index) for index in waiting}
        best = max(waiting, key=lambda i: (*gains[i][:2], question.fits[i], -units.rank[i]))
        steps.append(Step(units.ids[best], gains[best][2]))
        present |= 1 << best
        waiting.remove(best)
    return tuple(steps)


def _gain(needs: Needs, present: int, index: int) -> tuple[int, int, tuple[str, ...]]:
    """Return what a partner adds to those present: weight of must-needs, of others, and the needs."""
    must = nice = 0
    adds = added(needs, present, index)
    for key in adds:
        need = needs.by_id[key]
        if need.must:
            must += gravity(need)
        else:
            nice += need.weight
    return must, nice, adds


def added(needs: Needs, present: int, index: int) -> tuple[str, ...]:
    """Return the needs to whose cover a partner adds, beside those present on a list."""
    unit = needs.units.mates(index)
    return tuple(
        need.id
        for need in needs
        if need.known >> index & 1 and not need.known & present & unit and _lacking(need, present)
    )


def _check(question: Question, found: Found) -> None:
    """Count a list again, in whole numbers and from the needs alone."""
    chosen = found.chosen
    if shortfall(question.needs, chosen) != found.shortfall or _cost(question, chosen) != found.cost:
        raise ListCheckError("the list does not hold what the search says")
    if not found.capped and found.shortfall != question.least_shortfall:
        raise ListCheckError("the list misses a need that could be met")
    if question.decided & ~chosen or chosen & ~question.available:
        raise ListCheckError("the list goes against a decision")
    room = question.room
    if room is not None and (chosen & ~question.decided).bit_count() > room:
        raise ListCheckError("the list is longer than it may be")
