"""The first of equal choices in an order of partners, so that the answer to a question is unique."""

from collections.abc import Sequence
from dataclasses import replace

from coalitionkit.analysis.choosing.search import Answer, Search


def first_in_order(search: Search, answer: Answer, order: Sequence[int], *, nodes: int) -> tuple[int, bool]:
    """Return, among choices that cost the same as an answer, the one that is first in an order of partners.

    Goes through the order and keeps each partner who can be part of such a choice. Says also whether that is
    proven: it is not when the nodes run out, and then the answer is the best so far.
    """
    assert answer.chosen is not None and answer.value is not None  # noqa: S101, PT018 - callers have one
    problem, current, kept = search.problem, answer.chosen, 0
    proven = True
    for index in order:
        bit = 1 << index
        if not problem.free & bit:
            continue
        if not current & bit:
            if nodes <= 0:
                return current, False
            sheets = list(zip(search.sheets, search.ceilings, strict=True))
            again = Search(problem, sheets, nodes=nodes, first=True, stopped=search.stopped)
            found = again.run(below=answer.value + 1, starting=kept | bit)
            nodes -= found.nodes
            if found.chosen is None:
                proven = proven and found.proven
                problem = replace(problem, free=problem.free & ~bit)
                continue
            current = found.chosen
        kept |= bit
        if kept == current:
            break
    return current, proven
