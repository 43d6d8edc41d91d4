"""Agendas: for a meeting of the plan, a group or a kind of meeting, with times that add up.

The points that are recorded for a meeting go before those of the outline of its kind. Who leads a point
is taken from the record; nobody is made up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coalitionkit.analysis.calendars import DEFAULT_MINUTES, agenda_minutes, planned_minutes
from coalitionkit.errors import UnknownRecordError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.rhythm import AgendaItem, Meeting
from coalitionkit.model.vocabulary.rhythm import MEETING_KINDS
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import listed
from coalitionkit.publish.context import DataPoint, Part
from coalitionkit.publish.context.agendas import Agenda, Item
from coalitionkit.publish.document import Document
from coalitionkit.publish.events import Event
from coalitionkit.publish.facts import Facts, main_language, minutes_of
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.language import Language
from coalitionkit.publish.meetings.choice import Choice, chosen
from coalitionkit.publish.meetings.leading import Leading
from coalitionkit.publish.meetings.outlines import Outline, Point, divided, outline
from coalitionkit.publish.meetings.rhythm import event_of, series_event
from coalitionkit.publish.meetings.standing import standing
from coalitionkit.publish.press import Press, gaps_in, notice

AUDIENCE = "coalition"
_TEMPLATE = "agenda.md.j2"
_MOST_NUMBERS = 6


def agenda(
    plan: Coalition, wanted: str | None, *, press: Press, as_of: date, language: str | None = None
) -> Document:
    """Return the agenda for a kind of meeting, for a meeting by its id, for a group, or for the next one.

    For a kind, time and place are those of the next meeting of that kind, else of the last. Raises
    UnknownRecordError for what is neither, and for a meeting without points whose kind has no outline.
    """
    asked = language or main_language(plan)
    tongue = press.language(asked, needs=(_TEMPLATE,))
    known = kinds(press, tongue)
    choice = chosen(plan, wanted, as_of, known)
    found = outline_of(choice, press, tongue)
    if found is None and not (choice.meeting and choice.meeting.agenda):
        raise _without_points(choice, known)
    draft = _Draft(Facts(plan, tongue, as_of), choice, found)
    context = draft.agenda(notice(asked, tongue), _sheet(choice, press, tongue))
    text = press.write(f"{tongue.code}/{_TEMPLATE}", {"agenda": context})
    event = draft.event(context)
    return Document(
        name=f"agenda-{choice.name}",
        title=context.title,
        text=text,
        gaps=gaps_in(context),
        language=tongue.code,
        audience=AUDIENCE,
        coalition=context.about.name,
        day=as_of,
        events=(event,) if event else (),
        zone=plan.coalition.place.timezone or "",
    )


def meeting_event(facts: Facts, press: Press, choice: Choice) -> Event | None:
    """Return what a calendar is told of a meeting with its agenda; None while its day is not known."""
    draft = _Draft(facts, choice, outline_of(choice, press, facts.tongue))
    return draft.event(draft.agenda(None, None))


def kinds(press: Press, tongue: Language) -> list[str]:
    """Return the kinds of meeting that have an outline, those of the vocabulary first and in its order."""
    files = press.folders.names(f"{tongue.code}/agendas", ".json")
    named = [word.slug for word in MEETING_KINDS if word.slug in files]
    variants = tuple(f"{kind}-" for kind in named)
    return [*named, *sorted(name for name in set(files) - set(named) if not name.startswith(variants))]


def outline_of(choice: Choice, press: Press, tongue: Language) -> Outline | None:
    """Return the outline that fits a meeting best; None when there is none."""
    found = (outline(name, tongue.code, press.folders) for name in choice.outlines)
    return next((one for one in found if one is not None), None)


def title_of(choice: Choice, found: Outline | None, facts: Facts) -> str:
    """Return what a meeting is called: by its outline and its group."""
    kind = MEETING_KINDS.label(choice.kind) if choice.kind else facts.about().name
    title = found.title if found else kind
    return f"{title}: {facts.named(choice.working_group.name)}" if choice.working_group else title


def _sheet(choice: Choice, press: Press, tongue: Language) -> str | None:
    names = (f"{tongue.code}/agendas/{name}.md.j2" for name in choice.outlines)
    return next((name for name in names if press.folders.has(name)), None)


def _without_points(choice: Choice, known: Sequence[str]) -> UnknownRecordError:
    of_kind = f"the kind '{choice.kind}'" if choice.kind else "no kind"
    hint = f"kinds with an agenda: {listed(known)}"
    if choice.meeting is None:
        return UnknownRecordError(f"there is no agenda for {of_kind} yet", hint=hint)
    return UnknownRecordError(
        f"meeting '{choice.meeting.id}' is of {of_kind}, for which there is no agenda yet",
        hint=f"write its points below meetings[{choice.meeting.id}].agenda; {hint}",
    )


class _Draft:
    """The parts of one agenda. That of a meeting in the past tells what was so on its day."""

    def __init__(self, facts: Facts, choice: Choice, found: Outline | None) -> None:
        self.facts = replace(facts, day=choice.told_on(facts.day))
        self.plan = facts.plan
        self.tongue = facts.tongue
        self.choice = choice
        self.meeting: Meeting | None = choice.meeting
        self.series = choice.series
        self.outline = found
        self.leading = Leading(facts, choice)
        self.where = choice.where

    def agenda(self, told: Gap | None, sheet: str | None) -> Agenda:
        """Return all that the template may see."""
        recorded = self.meeting.agenda if self.meeting else ()
        points, misfit = self._recorded(recorded) if recorded else (self._outlined(), None)
        time = self._of("time")
        start = minutes_of(time) if time else None
        length = sum(point.minutes for point, _ in points)
        always = self.outline.shows if self.outline else frozenset()
        shows = frozenset() if recorded else always
        return Agenda(
            notice=told,
            kind=self.choice.kind,
            title=title_of(self.choice, self.outline, self.facts),
            goal=self.outline.goal if self.outline and not recorded else None,
            about=self.facts.about(),
            unplanned=None if self.choice.day or self.meeting else self._unplanned(),
            day=self._day(),
            time=self._span(start, length),
            place=self._place(),
            online=self._of("online"),
            minutes=length,
            end=self._at(start, length),
            misfit=misfit,
            items=tuple(self._items(points, start)),
            numbers=self._numbers() if "numbers" in shows else (),
            norms=self._norms() if "norms" in shows else (),
            platforms=self.facts.platforms() if "norms" in shows else (),
            deciding=self.facts.deciding() if "deciding" in shows else None,
            standing=standing(self.facts, self.choice) if "standing" in always else None,
            turns=self.leading.turns() if "turns" in shows else (),
            sheet=None if recorded else sheet,
        )

    def event(self, made: Agenda) -> Event | None:
        """Return what a calendar is told: of the meeting, or of the series where it has no record of its own.

        None while the day is not known.
        """
        if self.meeting is None:
            return series_event(self.facts, self.series, made.title) if self.series else None
        points = [
            f"{item.start}  {item.title}" if self._of("time") else str(item.title) for item in made.items
        ]
        text = "\n".join([*([made.goal, ""] if made.goal else []), *points])
        minutes = made.minutes or self._length() or DEFAULT_MINUTES
        return event_of(self.facts, self.meeting, made.title, series=self.series, minutes=minutes, text=text)

    def _unplanned(self) -> Gap:
        asked = f"record this meeting with kind: {self.choice.kind}, its date, time and place"
        return self._gap("meeting", asked, self.where)

    def _of(self, field: str) -> str | None:
        """Return a value of the meeting, else of the series that it belongs to."""
        found = getattr(self.meeting, field, None) or getattr(self.series, field, None)
        return found if isinstance(found, str) else None

    def _gap(self, part: str, message: str, where: Address) -> Gap:
        return self.tongue.missing(part, message, where)

    @property
    def _is_known(self) -> bool:
        return self.meeting is not None or self.choice.day is not None

    def _day(self) -> Part | None:
        if not self._is_known:
            return None
        if self.choice.day is None:
            return self._gap("date", "set the day", self.where / "date")
        return self.tongue.on(self.choice.day, weekday=True)

    def _span(self, start: int | None, length: int) -> Part | None:
        if not self._is_known:
            return None
        if start is None:
            return self._gap("time", "set the time at which it begins", self.where / "time")
        return self.tongue.from_to(self._at(start, 0), self._at(start, length))

    def _place(self) -> Part | None:
        if not self._is_known:
            return None
        place = (self.meeting and self.meeting.place) or (self.series and self.series.place)
        return self.facts.named(place) if place else self._gap("place", "say where", self.where / "place")

    def _at(self, start: int | None, minutes: int) -> str:
        """Return a time of day, or hours and minutes from the beginning where no time is set."""
        if start is None:
            return f"{minutes // 60}:{minutes % 60:02}"
        return self.tongue.clock(start + minutes)

    def _length(self) -> int | None:
        return planned_minutes(self.meeting, self.series)

    def _outlined(self) -> list[tuple[Point, tuple[Part, ...]]]:
        points = self.outline.fitted(self._length() or self.outline.minutes) if self.outline else ()
        return [(point, self.leading.all_of(point.who)) for point in points]

    def _recorded(
        self, agenda: Sequence[AgendaItem]
    ) -> tuple[list[tuple[Point, tuple[Part, ...]]], Gap | None]:
        """Return the recorded points; those without minutes share what the others leave."""
        loose = [item for item in agenda if item.minutes is None]
        total = agenda_minutes(agenda, self._length())
        length = self._length() or (DEFAULT_MINUTES if loose else total)
        left = total - sum(item.minutes or 0 for item in agenda)
        shares = iter(divided(left, [1] * len(loose)) if loose else ())
        points = []
        for item in agenda:
            minutes = next(shares) if item.minutes is None else item.minutes
            leader = self.facts.party(item.led_by) if item.led_by else None
            points.append((Point(minutes, self.facts.named(item.text)), (leader,) if leader else ()))
        if total == length:
            return list(points), None
        message = f"the points take {total} minutes and the meeting {length}: change one of them"
        return list(points), self._gap("minutes", message, self.where / "agenda")

    def _items(self, points: Sequence[tuple[Point, tuple[Part, ...]]], start: int | None) -> Iterator[Item]:
        passed = 0
        for point, who in points:
            yield Item(
                start=self._at(start, passed),
                end=self._at(start, passed + point.minutes),
                minutes=point.minutes,
                title=point.title,
                who=who,
                purpose=point.purpose,
                steps=point.steps,
            )
            passed += point.minutes

    def _numbers(self) -> tuple[DataPoint | Gap, ...]:
        found = [self.facts.data_point(metric) for metric in self.plan.metrics]
        usable = [point for point in found if isinstance(point, DataPoint)]
        if usable:
            return tuple(usable[:_MOST_NUMBERS])
        return (self._gap("numbers", "record metrics with sources and values to show", PLAN / "metrics"),)

    def _norms(self) -> tuple[Part, ...]:
        where = PLAN / "rhythm" / "norms"
        return tuple(self.facts.said(norm, where[index]) for index, norm in enumerate(self.plan.rhythm.norms))
