"""Lists that are as good as the list in what they miss and cost: all of them, and who is on every one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from coalitionkit.analysis.choosing import programs
from coalitionkit.analysis.choosing.prices import sheet
from coalitionkit.analysis.choosing.question import Question
from coalitionkit.analysis.choosing.search import Search, Stopped, never
from coalitionkit.analysis.choosing.selection import HIGHS, Selection
from coalitionkit.analysis.choosing.shortest import NODES, Found, nodes_for
from coalitionkit.analysis.units import places

MOST = 100
"""How many lists are told when nobody asks for another number."""


@dataclass(frozen=True, slots=True)
class Ties:
    """The lists that miss as little and cost as little as the list, which is one of them.

    `lists` are sets of partners in the order of ids, no more than were asked for, and `are_all` says that
    there are no others. `every`, `some` and `none` are sets too: who is on all such lists, on some and on
    none, whether or not all are told; of `unsure` the search could not tell in time.
    """

    lists: tuple[int, ...]
    are_all: bool
    every: int
    some: int
    none: int
    unsure: int


class Tied(Protocol):
    """Whoever can tell lists that come to the same."""

    def collect(self, most: int) -> tuple[list[int], bool]:
        """Return up to so many choices, and whether these are all."""

    def exists(self, index: int, *, chosen: bool) -> bool | None:
        """Return whether there is a choice with a partner, or without; None when that cannot be told."""


def ties(
    selection: Selection, *, most: int = MOST, nodes: int = NODES, stopped: Stopped = never
) -> Ties | None:
    """Return the lists tied with a list; None when the list itself is not proven to be so good."""
    if not selection.size_proven:
        return None
    question, found = selection.question, selection.found
    nodes = nodes_for(question, nodes)
    tied: Tied = _Searched(question, found, nodes, stopped)
    lists, are_all = tied.collect(most)
    if not are_all and len(lists) < most and selection.solver == HIGHS and not stopped():
        tied = programs.TiedPrograms(question, found, nodes, stopped)
        lists, are_all = tied.collect(most)
    mine = found.chosen & ~question.decided
    lists = [mine, *(one for one in lists if one != mine)]
    return _told(question, lists, tied, most=most, are_all=are_all)


def _told(question: Question, lists: list[int], tied: Tied, *, most: int, are_all: bool) -> Ties:
    decided = question.decided
    every, some = -1, 0
    for one in lists:
        every, some = every & one, some | one
    outside = question.free & ~some
    unsure = 0
    if not are_all:
        for index, chosen in _doubts(every, outside):
            exists = tied.exists(index, chosen=chosen)
            bit = 1 << index
            if exists is not False:
                every, outside = every & ~bit, outside & ~bit
            unsure |= bit if exists is None else 0
    barred = question.needs.units.everyone & ~question.free & ~decided
    return Ties(
        lists=tuple(decided | one for one in _in_order(question, lists[:most])),
        are_all=are_all,
        every=decided | every,
        some=question.free & ~every & ~outside & ~unsure,
        none=barred | outside,
        unsure=unsure,
    )


def _doubts(every: int, outside: int) -> Iterator[tuple[int, bool]]:
    """Give those on all lists told, who may be missing on others, and those on none, who may be on others."""
    yield from ((index, False) for index in places(every))
    yield from ((index, True) for index in places(outside))


def _in_order(question: Question, lists: list[int]) -> list[int]:
    """Return lists in the order of ids: of two, the one that has the first id in which they differ."""
    rank = question.needs.units.rank
    return sorted(lists, key=lambda one: sorted(rank[index] for index in places(one)))


class _Searched:
    """Tied lists by our own search."""

    def __init__(self, question: Question, found: Found, nodes: int, stopped: Stopped) -> None:
        self.problem = question.least_missing() if found.capped else question.fewest()
        self.value, self.nodes, self.stopped = found.value, nodes, stopped
        self.prices = sheet(self.problem, known=found.value)

    def collect(self, most: int) -> tuple[list[int], bool]:
        """Return up to so many choices, and whether these are all."""
        return self._search().collect(value=self.value, most=most)

    def exists(self, index: int, *, chosen: bool) -> bool | None:
        """Return whether there is a choice with a partner, or without; None when that cannot be told."""
        search = self._search(without=0 if chosen else 1 << index, first=True)
        answer = search.run(below=self.value + 1, starting=1 << index if chosen else 0)
        if answer.chosen is not None:
            return True
        return False if answer.proven else None

    def _search(self, *, without: int = 0, first: bool = False) -> Search:
        problem = self.problem.without(without)
        return Search(problem, [(self.prices, None)], nodes=self.nodes, first=first, stopped=self.stopped)
