"""Which limits and decisions stand in the way of a list: a smallest set that cannot go together.

Each side of a rule about shares, the limit on the size, and each decision to put a partner on the list or to
take them off it can be dropped here, to see what then would be possible. Who has a seat cannot.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from coalitionkit.analysis.choosing import programs
from coalitionkit.analysis.choosing.cover import Problem
from coalitionkit.analysis.choosing.greedy import greedy
from coalitionkit.analysis.choosing.prices import sheet
from coalitionkit.analysis.choosing.question import Choices, Question, ShareLimit
from coalitionkit.analysis.choosing.search import Search, Stopped, never
from coalitionkit.analysis.choosing.shortest import NODES, nodes_for
from coalitionkit.analysis.units import places

SHARE, SIZE, WANTED, BARRED = "share", "size", "wanted", "barred"
"""What a term of a conflict is: a side of a rule about shares, the size, or a decision on a partner."""


class Term(NamedTuple):
    """One limit or decision: the place of the share among the limits, or of the partner in the inventory."""

    kind: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """Terms that cannot all be kept, though any one of them could be dropped to keep the others.

    Together they allow no list at all when `allows_none`, and else none that meets every need that somebody
    in the inventory could meet. `is_proven` is false when a search ran out of nodes: then there may be such
    a list after all, or fewer terms may be enough.
    """

    terms: tuple[Term, ...]
    allows_none: bool
    is_proven: bool


_Test = Callable[[Sequence[Term]], bool | None]
"""Whether a list is possible under some terms; None when the search cannot tell."""


def conflicts(question: Question, *, nodes: int = NODES, stopped: Stopped = never) -> tuple[Conflict, ...]:
    """Return the conflicts between the limits and decisions of a question, none of which share a term.

    The first allow no list at all. When there are none of these, they allow none with full cover.
    """
    finder = _Finder(question, nodes_for(question, nodes), stopped)
    found = tuple(finder.conflicts(allows_none=True))
    return found or tuple(finder.conflicts(allows_none=False))


class _Finder:
    """The search for conflicts within one question."""

    def __init__(self, question: Question, nodes: int, stopped: Stopped) -> None:
        self.question, self.nodes, self.stopped = question, nodes, stopped
        bare = replace(question, choices=Choices(seated=question.choices.seated))
        self.reach = {need.id: bare.reachable(need) for need in question.needs.musts}

    def conflicts(self, *, allows_none: bool) -> Iterator[Conflict]:
        test = self._any_list if allows_none else self._full_cover
        left = list(_terms(self.question))
        while left and (possible := test(left)) is not True and not self.stopped():
            terms, proven = _fewest(test, left)
            if not terms:
                return
            yield Conflict(tuple(terms), allows_none, proven and possible is False)
            left = [term for term in left if term not in terms]

    def _any_list(self, terms: Sequence[Term]) -> bool | None:
        question = _under(self.question, terms)
        if question.choices.max_size is not None and _sent(question) > question.choices.max_size:
            return False
        return self._possible(question, replace(question.least_missing(), demands=()))

    def _full_cover(self, terms: Sequence[Term]) -> bool | None:
        question = _under(self.question, terms)
        if any(question.reachable(need) < self.reach[need.id] for need in question.needs.musts):
            return False
        return self._possible(question, replace(question.fewest(), limits=question.limits(room=True)))

    def _possible(self, question: Question, problem: Problem) -> bool | None:
        """Whether any choice answers a problem, whatever it costs."""
        start = greedy(problem)
        if problem.value(start) is not None:
            return True
        prices = sheet(problem, known=problem.ceiling)
        search = Search(problem, [(prices, None)], nodes=self.nodes, first=True, stopped=self.stopped)
        answer = search.run(below=problem.ceiling)
        if answer.chosen is not None:
            return True
        if answer.proven:
            return False
        if not programs.is_installed() or self.stopped() or not question.free:
            return None
        return programs.is_possible(problem, nodes=self.nodes, stopped=self.stopped)


def _terms(question: Question) -> Iterator[Term]:
    """Give everything that could be dropped, what is tried first at the end."""
    choices = question.choices
    yield from (Term(SHARE, place) for place in range(len(choices.shares)))
    if choices.max_size is not None:
        yield Term(SIZE)
    yield from (Term(WANTED, index) for index in places(choices.wanted & ~choices.seated))
    yield from (Term(BARRED, index) for index in places(choices.barred & ~choices.decided))


def _under(question: Question, terms: Sequence[Term]) -> Question:
    """Return the question with some of its terms only."""
    before = question.choices
    shares: list[ShareLimit] = []
    size, wanted, barred = None, 0, 0
    for kind, place in terms:
        if kind == SHARE:
            shares.append(before.shares[place])
        elif kind == SIZE:
            size = before.max_size
        elif kind == WANTED:
            wanted |= 1 << place
        else:
            barred |= 1 << place
    return replace(question, choices=Choices(before.seated, wanted, barred, size, tuple(shares)))


def _sent(question: Question) -> int:
    """Return how many invitations are decided on."""
    return (question.decided & ~question.choices.seated).bit_count()


def _fewest(test: _Test, terms: Sequence[Term]) -> tuple[list[Term], bool]:
    """Return terms of which none can be dropped without making a list possible, and whether all is proven.

    Goes through the terms from the last, a run of them at a time where they can be dropped together.
    """
    kept: list[Term] = []
    open_terms, proven, run = list(terms), True, len(terms)
    while open_terms:
        run = min(run, len(open_terms))
        rest = open_terms[:-run]
        possible = test([*rest, *kept]) if rest or kept else True
        if possible is False:
            open_terms = rest
        elif run > 1:
            run //= 2
        else:
            proven = proven and possible is True
            kept.insert(0, open_terms.pop())
            run = len(open_terms)
    return kept, proven
