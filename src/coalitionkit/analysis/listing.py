"""Everything that is said of the list of invitations of a plan, gathered once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from coalitionkit.analysis.choosing.conflicts import Conflict, conflicts
from coalitionkit.analysis.choosing.essentials import Essential, essentials
from coalitionkit.analysis.choosing.frontier import Point, frontier
from coalitionkit.analysis.choosing.question import Question
from coalitionkit.analysis.choosing.replacement import Replacement, replacements, swaps
from coalitionkit.analysis.choosing.search import Stopped, never
from coalitionkit.analysis.choosing.selection import OWN, Selection, select
from coalitionkit.analysis.choosing.shortest import NODES
from coalitionkit.analysis.choosing.ties import Ties, ties
from coalitionkit.analysis.effort import Efforts, efforts
from coalitionkit.analysis.fit import fit
from coalitionkit.analysis.needs import needs
from coalitionkit.analysis.scoring import choices
from coalitionkit.analysis.units import places
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.partners import Partner

INVITATIONS, EFFORT = LEASTS = ("invitations", "effort")
"""What there may be least of on a list that misses as little."""

_NODES_FOR_REPLACEMENT = 10


class Wish(NamedTuple):
    """What is asked about the list: `size` is instead of the limit in the plan, `tied` how many to tell."""

    size: int | None = None
    least: str = INVITATIONS
    solver: str = OWN
    nodes: int = NODES
    frontier: bool = False
    tied: int = 0


@dataclass(frozen=True, slots=True)
class Invitation:
    """One place on the list: what a partner adds, and what happens if they decline.

    `reason` is why they are on it: `decided` by somebody, `needed` for what they add, or `share`, to keep a
    rule. `effort` is None where the plan does not say it.
    """

    partner: Partner
    adds: tuple[str, ...]
    reason: str
    replacement: Replacement
    swaps: tuple[str, ...]
    effort: int | None


@dataclass(frozen=True, slots=True)
class Listing:
    """The list of invitations and what was asked about it.

    `question` is as the plan asks it; `selection` may answer one without rules that no list can keep. Of
    `ties` nothing can be told (None) when they were not asked for or the list itself is not proven.
    `was_stopped` says that somebody stopped the search, so that all is the best found by then.
    """

    plan: Coalition
    wish: Wish
    question: Question
    selection: Selection
    invitations: tuple[Invitation, ...]
    efforts: Efforts
    conflicts: tuple[Conflict, ...]
    essentials: tuple[Essential, ...]
    frontier: tuple[Point, ...]
    ties: Ties | None
    was_stopped: bool
    names: Mapping[str, str]

    @property
    def invited(self) -> int:
        """Everyone to be invited, as a set."""
        return self.selection.chosen & ~self.question.choices.seated

    @property
    def effort(self) -> int:
        """The effort for all invitations."""
        return self.efforts.total(self.invited)

    def named(self, partners: int) -> list[str]:
        """Return the names of a set of partners, in the order of the file."""
        return [self.plan.partners[index].name for index in places(partners)]


def listing(plan: Coalition, wish: Wish, *, stopped: Stopped = never) -> Listing:
    """Return the list of invitations of a plan. Raises MissingExtraError, as `select` does."""
    work = efforts(plan)
    question = asked(plan, wish, work)
    selection = select(question, nodes=wish.nodes, solver=wish.solver, stopped=stopped)
    limited = not selection.keeps_shares or _misses(question, selection) or _overfull(question)
    found = Listing(
        plan=plan,
        wish=wish,
        question=question,
        selection=selection,
        invitations=_invitations(plan, selection, wish.nodes, stopped),
        efforts=work,
        conflicts=conflicts(question, nodes=wish.nodes, stopped=stopped) if limited else (),
        essentials=essentials(question),
        frontier=_frontier(question, selection, wish, stopped) if wish.frontier else (),
        ties=ties(selection, most=wish.tied, nodes=wish.nodes, stopped=stopped) if wish.tied else None,
        was_stopped=False,
        names={partner.id: partner.name for partner in plan.partners},
    )
    return replace(found, was_stopped=stopped())


def asked(plan: Coalition, wish: Wish, work: Efforts) -> Question:
    """Return the question that a plan asks, for the least effort if that is wished for."""
    decided = choices(plan)
    if wish.size is not None:
        decided = replace(decided, max_size=wish.size)
    fits = [fit(partner).mid for partner in plan.partners]
    if wish.least == EFFORT:
        return Question(needs(plan), work.costs, fits, decided, unit=work.unit)
    return Question(needs(plan), (1,) * len(fits), fits, decided)


def _misses(question: Question, selection: Selection) -> bool:
    """Whether the list lacks a holder that somebody in the inventory could be."""
    needs_by_id = question.needs.by_id
    return any(count > needs_by_id[key].gap for key, count in selection.missing.items())


def _overfull(question: Question) -> bool:
    sent = question.decided & ~question.choices.seated
    return question.choices.max_size is not None and sent.bit_count() > question.choices.max_size


def _frontier(question: Question, selection: Selection, wish: Wish, stopped: Stopped) -> tuple[Point, ...]:
    return frontier(question, selection, nodes=wish.nodes, solver=wish.solver, stopped=stopped)


def _invitations(
    plan: Coalition, selection: Selection, nodes: int, stopped: Stopped
) -> tuple[Invitation, ...]:
    question = selection.question
    units = question.needs.units
    able = swaps(question, selection.chosen)
    replacing = replacements(selection, nodes=nodes // _NODES_FOR_REPLACEMENT, stopped=stopped)
    fills = bool(question.choices.shares)
    found = []
    for step in selection.invited:
        index = units.ids.index(step.id)
        decided = question.choices.wanted >> index & 1
        partner = plan.partners[index]
        found.append(
            Invitation(
                partner=partner,
                adds=step.adds,
                reason="decided" if decided else "share" if fills and not step.adds else "needed",
                replacement=replacing[index],
                swaps=units.named(able[index]),
                effort=partner.effort,
            )
        )
    return tuple(found)
