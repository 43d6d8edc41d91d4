"""The calendar: the whole rhythm of a coalition, to print and for calendar programs."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from coalitionkit.analysis.occurrences import DAYS, occurrences, pattern, standing_for
from coalitionkit.errors import UnknownRecordError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.rhythm import Meeting, Series
from coalitionkit.model.vocabulary.rhythm import MEETING_GROUPS
from coalitionkit.periods import shifted
from coalitionkit.places import PLAN
from coalitionkit.prose import did_you_mean
from coalitionkit.publish.context import Part
from coalitionkit.publish.context.agendas import Calendar, Coming, Rounds
from coalitionkit.publish.document import Document
from coalitionkit.publish.events import Event
from coalitionkit.publish.facts import Facts, main_language, minutes_of
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.meetings.agendas import meeting_event, outline_of, title_of
from coalitionkit.publish.meetings.choice import Choice, in_series, made
from coalitionkit.publish.meetings.rhythm import series_event
from coalitionkit.publish.press import Press, gaps_in, notice
from coalitionkit.publish.zones import zone_of

AUDIENCE = "coalition"
AHEAD = 184
"""For how many days meetings are listed."""

_TEMPLATE = "calendar.md.j2"
_ALL = "all"


def calendar(
    plan: Coalition, groups: Sequence[str], *, press: Press, as_of: date, language: str | None = None
) -> Document:
    """Return the calendar of some groups, with the meetings of everyone; without a wish, of all groups.

    As a document it lists the months to come; its events are every series and every meeting with a date.
    Raises UnknownRecordError for what is not a group that meets.
    """
    asked = language or main_language(plan)
    tongue = press.language(asked, needs=(_TEMPLATE,))
    draft = _Draft(Facts(plan, tongue, as_of), press, _wanted(plan, groups))
    context = draft.calendar(notice(asked, tongue))
    return Document(
        name="-".join(["calendar", *groups]),
        title=tongue.title("calendar"),
        text=press.write(f"{tongue.code}/{_TEMPLATE}", {"calendar": context}),
        gaps=gaps_in(context),
        language=tongue.code,
        audience=AUDIENCE,
        coalition=context.about.name,
        day=as_of,
        events=tuple(draft.events()),
        zone=plan.coalition.place.timezone or "",
    )


def coming(facts: Facts, press: Press) -> tuple[Coming, ...]:
    """Return the meetings of all groups in the months to come, in their order."""
    return _Draft(facts, press, lambda _: True).coming()


_Wanted = Callable[[Meeting | Series], bool]


def _wanted(plan: Coalition, groups: Sequence[str]) -> _Wanted:
    """Return whether a meeting or series concerns these groups. Raises UnknownRecordError."""
    if not groups:
        return lambda _: True
    own = {key: group.id for group in plan.working_groups for key in (*group.former_ids, group.id)}
    for key in groups:
        if key not in own and key not in MEETING_GROUPS.words:
            hint = did_you_mean(key, [*own, *MEETING_GROUPS.words]).removeprefix("; ")
            raise UnknownRecordError(f"'{key}' is not a group that meets", hint=hint)
    chosen = {own.get(key, key) for key in groups}

    def concerns(one: Meeting | Series) -> bool:
        if one.working_group:
            return own.get(one.working_group, one.working_group) in chosen
        return one.group in {None, _ALL} or one.group in chosen

    return concerns


class _Draft:
    """The series and meetings of one calendar."""

    def __init__(self, facts: Facts, press: Press, wanted: _Wanted) -> None:
        self.facts = facts
        self.plan = facts.plan
        self.tongue = facts.tongue
        self.press = press
        self.series = [one for one in self.plan.rhythm.series if wanted(one)]
        chosen = [made(self.plan, m.kind or "", m, m.id) for m in self.plan.meetings]
        self.meetings = [(c.meeting, c) for c in chosen if c.meeting and wanted(c.series or c.meeting)]

    def calendar(self, told: Gap | None) -> Calendar:
        """Return all that the template may see."""
        return Calendar(
            notice=told,
            about=self.facts.about(),
            zone=self._zone(),
            rounds=tuple(self._rounds(one) for one in self.series),
            meetings=self.coming(),
        )

    def coming(self) -> tuple[Coming, ...]:
        """Return the meetings of the months to come, in their order."""
        return tuple(one for _, one in sorted(self._coming(), key=lambda pair: pair[0]))

    def events(self) -> Iterator[Event]:
        """Give the events of the series, then those of the meetings, in the order of the plan."""
        for series in self.series:
            event = series_event(self.facts, series, self._title_of(series))
            if event is not None:
                yield event
        for _, choice in self.meetings:
            event = meeting_event(self.facts, self.press, choice)
            if event is not None:
                yield event

    def _zone(self) -> Part:
        name = self.plan.coalition.place.timezone or ""
        where = PLAN / "coalition" / "place" / "timezone"
        if zone_of(name) is not None:
            return self.tongue.word("zones", name) or name
        asked = "write the time zone of the meetings, such as America/Los_Angeles"
        return self.tongue.missing("timezone", asked, where)

    def _title_of(self, series: Series) -> str:
        return self._title(in_series(self.plan, series, self.facts.day, series.id))

    def _title(self, choice: Choice) -> str:
        return title_of(choice, outline_of(choice, self.press, self.tongue), self.facts)

    def _rounds(self, series: Series) -> Rounds | Gap:
        how = pattern(self.plan, series)
        if how is None:
            asked = f"say on which day '{series.id}' comes round and from when: every, day and start"
            where = (PLAN / "rhythm" / "series")[series.id]
            return self.tongue.missing("series", asked, where)
        return Rounds(
            title=self._title_of(series),
            every=how.every,
            nth=how.nth,
            weekday=DAYS[how.weekday],
            time=self.tongue.clock(minutes_of(series.time)) if series.time else None,
            place=self.facts.named(series.place) if series.place else None,
            until=self.tongue.on(series.end) if series.end else None,
        )

    def _coming(self) -> Iterator[tuple[tuple[date, str, str], Coming]]:
        """Give the meetings of the months to come with what puts them in order: day, time and title."""
        last = shifted(self.facts.day, AHEAD)
        for meeting, choice in self.meetings:
            if meeting.date and self.facts.day <= meeting.date.last and meeting.date.first <= last:
                yield self._line(meeting.date.first, self._title(choice), choice)
        for series in self.series:
            how = pattern(self.plan, series)
            taken = standing_for(self.plan, series, how) if how else {}
            title = self._title_of(series)
            for day in occurrences(how, last) if how else ():
                if day >= self.facts.day and day not in taken:
                    yield self._line(day, title, in_series(self.plan, series, day, series.id))

    def _line(self, day: date, title: str, choice: Choice) -> tuple[tuple[date, str, str], Coming]:
        meeting, series = choice.meeting, choice.series
        time = (meeting and meeting.time) or (series and series.time) or ""
        place = (meeting and meeting.place) or (series and series.place)
        return (day, time, title), Coming(
            day=self.tongue.on(choice.day or day, weekday=True),
            time=self.tongue.clock(minutes_of(time)) if time else None,
            title=title,
            place=self.facts.named(place) if place else None,
            online=(meeting and meeting.online) or (series and series.online) or None,
            cancelled=bool(meeting and meeting.status == "cancelled"),
        )
