"""Minutes: the skeleton of what is written at a meeting, filled with what the record has already."""

from collections.abc import Iterator, Sequence
from datetime import date

from coalitionkit.analysis.attendance import expected, quorum_at, voters_at
from coalitionkit.analysis.decisions import Roll
from coalitionkit.analysis.due import decisions_due
from coalitionkit.errors import UnknownRecordError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.decisions import Decision
from coalitionkit.model.rhythm import Meeting
from coalitionkit.prose import did_you_mean
from coalitionkit.publish.context import Part
from coalitionkit.publish.context.minutes import Attendee, Minutes
from coalitionkit.publish.document import Document
from coalitionkit.publish.facts import Facts, main_language, minutes_of
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.meetings.agendas import outline_of, title_of
from coalitionkit.publish.meetings.choice import Choice, made, when
from coalitionkit.publish.meetings.motions import motion, quorum
from coalitionkit.publish.meetings.outlines import Outline
from coalitionkit.publish.meetings.standing import owed
from coalitionkit.publish.press import Press, gaps_in, notice

AUDIENCE = "coalition"
_TEMPLATE = "minutes.md.j2"


def minutes(
    plan: Coalition, wanted: str | None, *, press: Press, as_of: date, language: str | None = None
) -> Document:
    """Return the minutes of a meeting by its id; without a wish, of the last one, else the next.

    Raises UnknownRecordError where there is no such meeting.
    """
    asked = language or main_language(plan)
    tongue = press.language(asked, needs=(_TEMPLATE,))
    meeting = _meeting(plan, wanted, as_of)
    choice = made(plan, meeting.kind or "", meeting, meeting.id)
    facts = Facts(plan, tongue, as_of)
    context = _Draft(facts, choice, meeting, outline_of(choice, press, tongue)).minutes(notice(asked, tongue))
    return Document(
        name=f"minutes-{meeting.id}",
        title=tongue.title("minutes", meeting=context.title),
        text=press.write(f"{tongue.code}/{_TEMPLATE}", {"minutes": context}),
        gaps=gaps_in(context),
        language=tongue.code,
        audience=AUDIENCE,
        coalition=context.about.name,
        day=as_of,
    )


def _meeting(plan: Coalition, wanted: str | None, as_of: date) -> Meeting:
    if wanted is not None:
        meetings = {key: m for m in plan.meetings for key in (*m.former_ids, m.id)}
        if wanted in meetings:
            return meetings[wanted]
        hint = did_you_mean(wanted, meetings).removeprefix("; ")
        raise UnknownRecordError(
            f"the plan has no meeting '{wanted}'", hint=hint or "'coalition list meetings' shows them"
        )
    known = [m for m in plan.meetings if m.status != "cancelled"]
    past = [m for m in known if m.date and m.date.first <= as_of]
    found = max(past, key=when, default=None) or min(known, key=when, default=None)
    if found is None:
        raise UnknownRecordError(
            "the plan has no meeting to take minutes of",
            hint="record one: coalition add meeting first-meeting --date 2026-03-10",
        )
    return found


class _Draft:
    """The parts of the minutes of one meeting."""

    def __init__(self, facts: Facts, choice: Choice, meeting: Meeting, found: Outline | None) -> None:
        self.facts = facts
        self.plan = facts.plan
        self.tongue = facts.tongue
        self.choice = choice
        self.meeting = meeting
        self.outline = found
        self.day = meeting.date.first if meeting.date else None
        self.decides = choice.working_group is None and choice.group in {None, "all", "key-stakeholder"}

    def minutes(self, told: Gap | None) -> Minutes:
        """Return all that the template may see."""
        series, meeting = self.choice.series, self.meeting
        time = meeting.time or (series.time if series else None)
        place = meeting.place or (series.place if series else None)
        undated = self.tongue.missing("date", "set the day", self.choice.where / "date")
        known = (meeting.id, *meeting.former_ids)
        promised = [one for one in self.plan.commitments if one.made_in in known]
        counted = quorum_at(self.plan, meeting) if self.decides else None
        return Minutes(
            notice=told,
            title=title_of(self.choice, self.outline, self.facts),
            about=self.facts.about(),
            held=meeting.status == "held",
            day=self.tongue.on(meeting.date, weekday=True) if meeting.date else undated,
            time=self.tongue.clock(minutes_of(time)) if time else None,
            place=self.facts.named(place) if place else None,
            attendees=tuple(self._attendees()),
            guests=tuple(self._guests()),
            quorum=quorum(self.facts, counted, meeting) if counted else None,
            points=tuple(self._points()),
            motions=tuple(motion(self.facts, one, meeting) for one in self._decisions()),
            promises=owed(self.facts, promised, self.facts.day),
        )

    def _points(self) -> Iterator[Part]:
        """Give the points of the agenda: those recorded, else those of the outline."""
        if self.meeting.agenda:
            yield from (self.facts.named(item.text) for item in self.meeting.agenda)
        elif self.outline is not None:
            yield from (point.title for point in self.outline.points)

    def _attendees(self) -> Iterator[Attendee]:
        voters, possible = (
            voters_at(self.plan, self.meeting) if self.decides else Roll(frozenset(), frozenset())
        )
        there = {member.id for key in self.meeting.attended if (member := self.plan.member(key))}
        group = expected(self.plan, self.choice.group, self.choice.working_group)
        known = {member.id for member in group} | there | voters
        for member in self.plan.members:
            if member.id in known:
                partner = self.plan.partner(member.partner) if member.partner else None
                yield Attendee(
                    name=member.name,
                    partner=partner.name if partner and partner.name != member.name else None,
                    votes=None if member.id in possible else member.id in voters,
                    present=member.id in there if self.meeting.attended else None,
                )

    def _guests(self) -> Iterator[str]:
        """Give the partners that are recorded as present without a member's name."""
        for key in self.meeting.attended:
            partner = None if self.plan.member(key) else self.plan.partner(key)
            if partner is not None:
                yield partner.name

    def _decisions(self) -> Sequence[Decision]:
        return decisions_due(self.plan, self.day) if self.decides and self.day else ()
