"""Motions: questions to be decided, in the form of the way of deciding that is in force for each."""

from collections.abc import Iterator

from coalitionkit.analysis.attendance import Quorum as Counted
from coalitionkit.analysis.attendance import quorum_at
from coalitionkit.analysis.decisions import dated_models, model_in_force, notice_given, terms_of
from coalitionkit.analysis.voting import Range
from coalitionkit.model.decisions import Decision
from coalitionkit.model.rhythm import Meeting
from coalitionkit.places import PLAN
from coalitionkit.publish.context import Part
from coalitionkit.publish.context.minutes import Motion, Option, Quorum
from coalitionkit.publish.facts import Facts
from coalitionkit.publish.meetings.standing import question_of

_CAST = "cast"


def motion(facts: Facts, decision: Decision, meeting: Meeting) -> Motion:
    """Return a question as it comes up at a meeting, with its votes where it was settled there."""
    plan, tongue = facts.plan, facts.tongue
    here = decision.date is not None and decision.date == meeting.date
    asked = decision if here else decision.model_copy(update={"date": meeting.date})
    model = model_in_force(dated_models(plan), asked)
    terms = terms_of(model, decision.kind) if model else None
    given, needed = notice_given(asked), terms.notice_days if terms else None
    votes = list(decision.votes.items()) if here else []
    share = terms.share if terms else None
    counted, usual = quorum_at(plan, meeting, decision.kind), quorum_at(plan, meeting)
    where = (PLAN / "decisions")[decision.id]

    def count(vote: str) -> int | None:
        return sum(one == vote for _, one in votes) if votes else None

    def names(vote: str) -> tuple[str, ...]:
        return tuple(facts.party(key) or key for key, one in votes if one == vote)

    return Motion(
        text=question_of(facts, decision),
        model=terms.model if terms else None,
        share=tongue.share(share) if share is not None and share * 2 != 1 else None,
        basis=(terms.basis if terms else None) or _CAST,
        authority=facts.party(terms.authority) if terms and terms.authority else None,
        fallback=model.fallback.model if model and model.fallback else None,
        quorum=quorum(facts, counted, meeting)
        if counted and counted.needed != (usual and usual.needed)
        else None,
        notice_days=needed,
        noticed=tongue.on(decision.noticed) if decision.noticed else None,
        notice_kept=None if needed is None or given is None else given >= needed,
        heard=tuple(dict.fromkeys(name for one in decision.input if (name := facts.party(one.by)))),
        options=tuple(
            Option(facts.said(text, where / "options" / key), count(key))
            for key, text in decision.options.items()
        ),
        votes_for=count("for"),
        votes_against=count("against"),
        abstaining=count("abstain"),
        standing_aside=names("stand-aside"),
        blocking=names("block"),
        outcome=decision.outcome if here else None,
        chosen=next(_chosen(facts, decision), None) if here else None,
        reasons=facts.said(decision.reasons, where / "reasons") if here and decision.reasons else None,
    )


def _chosen(facts: Facts, decision: Decision) -> Iterator[Part]:
    if decision.chosen in decision.options:
        where = (PLAN / "decisions")[decision.id] / "options" / decision.chosen
        yield facts.said(decision.options[decision.chosen], where)


def quorum(facts: Facts, counted: Counted, meeting: Meeting) -> Quorum:
    """Return the quorum of a meeting in words; it is open until somebody's attendance is recorded."""
    was_counted = bool(meeting.attended)
    met = {True: "met", False: "not-met", None: "open"}[counted.met if was_counted else None]
    share = counted.terms.quorum
    return Quorum(
        state="none" if counted.needed is None else met,
        share=facts.tongue.share(share) if share is not None else None,
        needed=_span(counted.needed) if counted.needed else None,
        eligible=_span(counted.eligible),
        present=_span(counted.present) if was_counted else None,
    )


def _span(number: Range) -> str:
    return str(number.least) if number.least == number.most else f"{number.least}-{number.most}"
