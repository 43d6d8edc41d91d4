"""The list of invitations: the shortest one that meets every need, exactly.

In strict order, without weights between them: the least shortfall on must-needs, the fewest invitations (or
the least effort), the most of what is good to have, the most fit, and the first in the order of ids, so that
the list is unique. How it is searched for is in `shortest`, and for large inventories in `programs`; what
happens when someone on the list declines is in `replacement`.
"""

from dataclasses import dataclass, field, replace

from coalitionkit.analysis.choosing import programs
from coalitionkit.analysis.choosing.question import Question, gravity
from coalitionkit.analysis.choosing.search import Stopped, never
from coalitionkit.analysis.choosing.shortest import (
    NODES,
    Found,
    NoListError,
    Proofs,
    check,
    first_of_equals,
    lacking,
    nodes_for,
    settled,
    shortest,
)
from coalitionkit.analysis.needs import Needs
from coalitionkit.analysis.units import places
from coalitionkit.errors import missing_extra

OWN, HIGHS, AUTO = SOLVERS = ("own", "highs", "auto")
"""Who searches. `auto` is our own search and, where that proves too little, HiGHS if it is installed."""

_NODES_FOR_TIES = 4
"""Which part of the nodes each search between lists of equal length may look at."""


@dataclass(frozen=True, slots=True)
class Step:
    """One place on the list, in the order of invitation, and the needs that it adds cover to."""

    id: str
    adds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The list of invitations. Partners and needs are given by their ids.

    `invited` is in the order of invitation, with those who add the most first; `seated` have a member
    already. `missing` says how many holders the list lacks, by must-need. `proofs` say of each objective
    whether it is proven, and `solver` who searched. `keeps_shares` is false where no list keeps the rules
    about shares, and this one was made without them; `none_keeps_them` says that this is proven. `question`
    is the one that was answered, `chosen` everyone on the list, as a set, and `found` how it was found.
    """

    invited: tuple[Step, ...]
    seated: tuple[str, ...]
    missing: dict[str, int]
    proofs: Proofs
    keeps_shares: bool
    none_keeps_them: bool
    solver: str
    chosen: int
    question: Question = field(repr=False, compare=False)
    found: Found = field(repr=False, compare=False)

    @property
    def size(self) -> int:
        """How many invitations there are to send."""
        return len(self.invited)

    @property
    def capped(self) -> bool:
        """Whether the limits on the list cost some cover."""
        return self.found.capped

    @property
    def size_proven(self) -> bool:
        """Whether no list that misses as little is shorter."""
        return self.proofs.shortfall and self.proofs.cost

    @property
    def is_proven(self) -> bool:
        """Whether the list is proven to be the one that the rules single out."""
        return all(self.proofs)

    @property
    def meets_every_need(self) -> bool:
        """Whether nothing is missing of any must-need."""
        return not self.missing


def select(
    question: Question, *, nodes: int = NODES, solver: str = OWN, stopped: Stopped = never
) -> Selection:
    """Return the list of invitations, checked again by counting.

    Our own search looks at no more than `nodes` partial lists, and the choice between equals at a quarter as
    many for fit and for the order of ids; beyond that the result is the best found, as when it is `stopped`.
    Where no list keeps the rules about shares, the list is made without them, and says so. Raises
    MissingExtraError when HiGHS is asked for and not installed.
    """
    found = _select(question, 0 if solver == HIGHS else nodes, solver=OWN, stopped=stopped)
    if solver == OWN or found.is_proven or stopped():
        return found
    if not programs.is_installed():
        if solver == HIGHS:
            raise missing_extra("lists by HiGHS", "solver")
        return found
    try:
        by_programs = _select(question, nodes, solver=HIGHS, stopped=stopped)
    except NoListError:
        return found
    return min(by_programs, found, key=_standing)


def _standing(selection: Selection) -> tuple[bool, int, int]:
    """Return what tells two lists apart of which the first is better proven: less is better."""
    return not selection.keeps_shares, selection.found.shortfall, selection.found.cost


def _select(question: Question, nodes: int, *, solver: str, stopped: Stopped) -> Selection:
    """Return the list. Raises NoListError where HiGHS comes to no end, for then our own search has a list."""
    none_keeps_them, keeps_shares = False, True
    try:
        found, chosen, proofs = _searched(question, nodes, solver, stopped)
    except NoListError as error:
        if solver == HIGHS and not error.proven:
            raise
        question = replace(question, choices=replace(question.choices, shares=()))
        found, chosen, proofs = _searched(question, nodes, solver, stopped)
        keeps_shares, none_keeps_them = False, error.proven
    found = settled(question, found, chosen)
    check(question, found)
    units, seated = question.needs.units, question.choices.seated & ~question.absent
    return Selection(
        invited=_in_order(question, chosen),
        seated=units.named(seated),
        missing=missing(question.needs, chosen),
        proofs=proofs,
        keeps_shares=keeps_shares,
        none_keeps_them=none_keeps_them,
        solver=solver,
        chosen=chosen,
        question=question,
        found=found,
    )


def _searched(question: Question, nodes: int, solver: str, stopped: Stopped) -> tuple[Found, int, Proofs]:
    """Return the end of the first two stages, and the list with what is proven of it."""
    nodes = nodes_for(question, nodes)
    if solver == HIGHS and question.free:
        return programs.select(question, nodes=nodes, stopped=stopped)
    found = shortest(question, nodes=nodes, stopped=stopped)
    chosen, proofs = first_of_equals(question, found, nodes=nodes // _NODES_FOR_TIES, stopped=stopped)
    return found, chosen, proofs


def missing(needs: Needs, chosen: int) -> dict[str, int]:
    """Return how many holders a list lacks of each must-need that it does not meet."""
    return {need.id: count for need in needs.musts if (count := lacking(need, chosen))}


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
        if need.known >> index & 1 and not need.known & present & unit and lacking(need, present)
    )
