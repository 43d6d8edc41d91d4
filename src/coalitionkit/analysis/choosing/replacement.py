"""What happens when someone on the list declines: what it costs to replace them, and who could.

The cost is that of Cabeza and Moilanen (2006) for reserve networks: how much longer the best list without a
partner is than the best list with them.
"""

from dataclasses import dataclass, replace

from coalitionkit.analysis.choosing.question import Question
from coalitionkit.analysis.choosing.search import Stopped, never
from coalitionkit.analysis.choosing.selection import Selection, added
from coalitionkit.analysis.choosing.shortest import NODES, Found, NoListError, nodes_for, shortest, shortfall
from coalitionkit.analysis.needs import Needs
from coalitionkit.analysis.units import places


@dataclass(frozen=True, slots=True)
class Replacement:
    """What a list costs more without one partner, in invitations or in effort; None when it would miss more.

    `proven` is false when the search ran out of nodes, and the cost is then the least found.
    """

    cost: int | None
    proven: bool


def swaps(question: Question, chosen: int) -> dict[int, int]:
    """Return for each partner on a list who could take their place, alone, without missing any need more.

    No swap breaks a rule about shares. Someone who could be left out without being replaced has no swaps.
    Both are places in the inventory.
    """
    outside = question.available & ~chosen
    found = {}
    for index in places(chosen):
        rest = chosen & ~(1 << index)
        lost = [
            need
            for need in map(question.needs.by_id.__getitem__, added(question.needs, rest, index))
            if need.must
        ]
        able = outside if lost or not question.keeps_shares(rest) else 0
        for need in lost:
            able &= need.known & ~_counted(question, need.known & rest)
        if question.choices.shares:
            able = sum(1 << other for other in places(able) if question.keeps_shares(rest | 1 << other))
        found[index] = able
    return found


def _counted(question: Question, partners: int) -> int:
    """Return everyone whose unit is among some partners."""
    counted = partners
    for unit in question.needs.units.shared.values():
        if unit & partners:
            counted |= unit
    return counted


def replacements(
    selection: Selection, *, nodes: int = NODES // 10, stopped: Stopped = never
) -> dict[int, Replacement]:
    """Return what it costs to replace each partner on the list, members included, by their place."""
    question = selection.question
    nodes = nodes_for(question, nodes)
    chosen = selection.chosen
    able = swaps(question, chosen)
    now = shortfall(question.needs, chosen)
    found = {}
    for index in places(chosen):
        without = replace(question, absent=question.absent | 1 << index)
        paid = 0 if question.choices.seated >> index & 1 else question.costs[index]
        if without.least_shortfall > now:
            found[index] = Replacement(None, proven=True)
        elif not _must_lost(question.needs, chosen, index) and question.keeps_shares(chosen & ~(1 << index)):
            found[index] = Replacement(0, proven=True)
        elif _fits(without, chosen) and any(question.costs[i] <= paid for i in places(able[index])):
            found[index] = Replacement(0, proven=selection.size_proven)
        else:
            found[index] = _searched(without, selection.found, nodes, stopped)
    return found


def _fits(without: Question, chosen: int) -> bool:
    """Whether there is room for one more in place of someone: not where decisions alone exceed the limit."""
    kept = chosen & without.available & ~without.decided
    return without.room is None or kept.bit_count() < without.room


def _must_lost(needs: Needs, chosen: int, index: int) -> bool:
    return any(needs.by_id[key].must for key in added(needs, chosen & ~(1 << index), index))


def _searched(question: Question, with_them: Found, nodes: int, stopped: Stopped) -> Replacement:
    """Return what the best list without someone costs more than the list `with_them`."""
    try:
        found = shortest(question, nodes=nodes, like=with_them, stopped=stopped)
    except NoListError as error:
        return Replacement(None, error.proven)
    proven = found.proven and with_them.proven
    if found.shortfall > with_them.shortfall:
        return Replacement(None, proven)
    return Replacement(max(0, found.cost // question.unit - with_them.cost // question.unit), proven)
