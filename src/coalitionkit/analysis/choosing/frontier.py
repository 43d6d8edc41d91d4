"""How far a list of each length gets: to start small is right, and this is what it takes to begin."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coalitionkit.analysis.choosing.question import Question
from coalitionkit.analysis.choosing.search import Stopped, never
from coalitionkit.analysis.choosing.selection import OWN, Selection, select
from coalitionkit.analysis.choosing.shortest import NODES

_PART_OF_NODES = 4


@dataclass(frozen=True, slots=True)
class Point:
    """The best list of no more than `size` invitations."""

    size: int
    selection: Selection

    @property
    def met(self) -> int:
        """How many must-needs the list meets in full."""
        return len(self.selection.question.needs.musts) - len(self.selection.missing)


def frontier(
    question: Question,
    selection: Selection,
    *,
    nodes: int = NODES,
    solver: str = OWN,
    stopped: Stopped = never,
) -> tuple[Point, ...]:
    """Return the best list for each number of invitations, up to the list itself, which is the last.

    The first are as many as are decided on. Each is found like the list, with a quarter of the nodes.
    """
    return tuple(_points(question, selection, nodes // _PART_OF_NODES, solver, stopped))


def _points(
    question: Question, selection: Selection, nodes: int, solver: str, stopped: Stopped
) -> Iterator[Point]:
    decided = (question.decided & ~question.choices.seated).bit_count()
    for size in range(decided, selection.size):
        if stopped():
            break
        choices = replace(selection.question.choices, max_size=size)
        small = replace(selection.question, choices=choices)
        yield Point(size, select(small, nodes=nodes, solver=solver, stopped=stopped))
    yield Point(selection.size, selection)
