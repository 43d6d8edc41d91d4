"""Where things stand on the day of a meeting: what is due, what moved and what went well, in words."""

from collections.abc import Sequence
from datetime import date

from coalitionkit.analysis.due import Move, commitments_due, decisions_due, moves, of_people, wins
from coalitionkit.analysis.groups import people_of
from coalitionkit.analysis.meetings import meeting_before
from coalitionkit.model.decisions import Decision
from coalitionkit.model.promises import Commitment
from coalitionkit.model.rhythm import Meeting
from coalitionkit.places import PLAN, Address
from coalitionkit.publish.context import Part
from coalitionkit.publish.context.agendas import Change, Owed, Question, Standing
from coalitionkit.publish.facts import Facts
from coalitionkit.publish.meetings.choice import Choice

AHEAD = 30
"""For how many days after a meeting promises that fall due are read out at it."""

_MOST = 5
_WITH_CARE = "2"
_CHAMPION = "champion"


def standing(facts: Facts, choice: Choice) -> Standing:
    """Return what the record says is due and new on the day of a meeting, for those who meet."""
    plan = facts.plan
    day = choice.day.first if choice.day else facts.day
    told = min(day, facts.day)  # what falls due before a meeting that is to come is not late yet
    group = Meeting.model_construct(
        id="",
        group=choice.group,
        working_group=choice.working_group.id if choice.working_group else None,
    )
    before = meeting_before(plan, choice.meeting or group, day)
    since = before.at.first if before else None
    return Standing(
        since=facts.tongue.on(before.at) if before else None,
        decisions=() if choice.working_group else questions(facts, decisions_due(plan, day), told),
        commitments=owed(facts, _theirs(facts, choice, commitments_due(plan, day, AHEAD)), told),
        changes=tuple(changed(facts, move) for move in moves(plan, day)[:_MOST]),
        wins=tuple(facts.said(win.text, PLAN / "strategies") for win in wins(plan, since, day)[:_MOST]),
    )


def _theirs(facts: Facts, choice: Choice, found: Sequence[Commitment]) -> Sequence[Commitment]:
    """Return the promises that concern those who meet: all of them, but for a group or the champions."""
    if choice.working_group is not None:
        people = people_of(facts.plan, choice.working_group)
        return of_people(found, {key for one in people for key in (one.id, *one.former_ids)})
    if choice.group == _CHAMPION:
        return of_people(found, {champion.member for champion in facts.plan.champions})
    return found


def questions(facts: Facts, decisions: Sequence[Decision], day: date) -> tuple[Question, ...]:
    """Return questions that are open, with the day by which they were to be settled."""
    return tuple(
        Question(
            text=question_of(facts, one),
            due=facts.tongue.on(when) if (when := one.due or one.date) else None,
            late=bool(when and when.certainly_before(day)),
        )
        for one in decisions
    )


def question_of(facts: Facts, decision: Decision) -> Part:
    """Return the question of a decision, or a gap that asks for it."""
    where = (PLAN / "decisions")[decision.id] / "question"
    if decision.question is None:
        return facts.tongue.missing("question", "write the question that is to be decided", where)
    return facts.said(decision.question, where)


def owed(facts: Facts, commitments: Sequence[Commitment], day: date) -> tuple[Owed, ...]:
    """Return promises, with who owes them to whom; without amounts, which are for those concerned."""
    return tuple(
        Owed(
            what=facts.said(one.what, (PLAN / "commitments")[one.id] / "what"),
            by=facts.party(one.promised_by) if one.promised_by else None,
            to=facts.party(one.promised_to) if one.promised_to else None,
            due=facts.tongue.on(one.due) if one.due else None,
            late=bool(one.due and one.due.certainly_before(day)),
        )
        for one in commitments
    )


def changed(facts: Facts, move: Move) -> Change:
    """Return a metric that moved, with both values in words."""
    metric, tongue = move.metric, facts.tongue
    return Change(
        what=facts.said(metric.name, _metric(metric.id) / "name"),
        before=tongue.quantity(move.before.value, metric.unit),
        before_on=tongue.on(move.before.date),
        now=tongue.quantity(move.now.value, metric.unit),
        now_on=tongue.on(move.now.date),
        source=facts.named(metric.source.name) if metric.source else "",
        good=move.good,
        careful=_WITH_CARE in {move.before.quality, move.now.quality},
    )


def _metric(key: str) -> Address:
    return (PLAN / "metrics")[key]
