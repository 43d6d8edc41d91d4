"""Who is to be at a meeting, and whether enough of those with a vote were there to decide."""

from math import ceil
from typing import NamedTuple

from coalitionkit.analysis.decisions import Roll, dated_models, model_in_force, roll, tally_of, terms_of
from coalitionkit.analysis.governance import on_management_team
from coalitionkit.analysis.groups import people_of
from coalitionkit.analysis.voting import Range, Terms, quorum_met
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.decisions import Decision
from coalitionkit.model.governance import WorkingGroup
from coalitionkit.model.members import Member
from coalitionkit.model.rhythm import Meeting

ORDINARY = "ordinary"
_MANAGEMENT = "management-team"
_CHAMPION = "champion"


class Quorum(NamedTuple):
    """How many have a vote, how many of them are recorded as present, and how many must be.

    `needed` is None where no quorum was agreed on, and `met` where the record leaves it open.
    """

    terms: Terms
    eligible: Range
    present: Range
    needed: Range | None
    met: bool | None


def quorum_at(plan: Coalition, meeting: Meeting, kind: str = ORDINARY) -> Quorum | None:
    """Return the quorum for a kind of decision at a meeting, under the model in force as it begins.

    None where that model, or the day, is not known.
    """
    asked = _question(plan, meeting, kind)
    model = model_in_force(dated_models(plan), asked)
    if model is None or asked.date is None:
        return None
    terms = terms_of(model, kind)
    tally = tally_of(plan, asked, roll(plan, asked, asked.date, model))
    needed = None
    if terms.quorum is not None:
        needed = Range(ceil(terms.quorum * tally.eligible.least), ceil(terms.quorum * tally.eligible.most))
    return Quorum(terms, tally.eligible, tally.present, needed, quorum_met(terms, tally))


def voters_at(plan: Coalition, meeting: Meeting) -> Roll:
    """Return who has a vote at a meeting, and who may have one; nobody where no model is known."""
    asked = _question(plan, meeting, ORDINARY)
    model = model_in_force(dated_models(plan), asked)
    if model is None or asked.date is None:
        return Roll(frozenset(), frozenset())
    return roll(plan, asked, asked.date, model)


def _question(plan: Coalition, meeting: Meeting, kind: str) -> Decision:
    """Return a question that comes up at a meeting before the way of deciding is changed at it."""
    dated = {decision.id: decision.date for decision in plan.decisions}
    adopting = (model.adopted_by for _, model in dated_models(plan))
    changed = next((key for key in adopting if key and meeting.date and dated.get(key) == meeting.date), "")
    there = [member.id for key in meeting.attended if (member := plan.member(key))]
    return Decision.model_construct(id=changed, date=meeting.date, kind=kind, present=tuple(there))


def expected(plan: Coalition, group: str | None, working_group: WorkingGroup | None) -> tuple[Member, ...]:
    """Return the active members of whoever meets, in the order of the plan."""
    if working_group is not None:
        keys = {member.id for member in people_of(plan, working_group)}
    elif group == _MANAGEMENT:
        keys = set(on_management_team(plan))
    elif group == _CHAMPION:
        keys = {member.id for member in plan.champion_members}
    else:
        keys = {member.id for member in plan.active_members}
    return tuple(member for member in plan.active_members if member.id in keys)
