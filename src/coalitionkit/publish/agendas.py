"""Agendas: for a meeting of the plan, or for a kind of meeting, with times that add up.

The points that are recorded for a meeting go before those of the outline of its kind. Who leads a point
is taken from the record; nobody is made up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coalitionkit.errors import UnknownRecordError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.rhythm import AgendaItem, Meeting, Series
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES
from coalitionkit.model.vocabulary.rhythm import MEETING_KINDS
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import did_you_mean, listed
from coalitionkit.publish.context import Agenda, DataPoint, Item, Part
from coalitionkit.publish.document import Document
from coalitionkit.publish.facts import MANAGER, Facts, main_language, minutes_of
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.outlines import STEP, Outline, Point, divided, file_name, outline
from coalitionkit.publish.press import Press, gaps_in, notice

AUDIENCE = "coalition"
DEFAULT_MINUTES = 90
FIRST = "introductions"
_TEMPLATE = "agenda.md.j2"
_MOST_NUMBERS = 6


def agenda(
    plan: Coalition, wanted: str | None, *, press: Press, as_of: date, language: str | None = None
) -> Document:
    """Return the agenda for a kind of meeting, for a meeting by its id, or for the next one.

    For a kind, time and place are those of the next meeting of that kind, else of the last. Raises
    UnknownRecordError for what is neither, and for a meeting without points whose kind has no outline.
    """
    asked = language or main_language(plan)
    tongue = press.language(asked, needs=(_TEMPLATE,))
    choice = _chosen(plan, wanted, as_of, press, tongue.code)
    found = outline(choice.kind, tongue.code, press.folders) if choice.kind else None
    if found is None and not (choice.meeting and choice.meeting.agenda):
        raise _without_points(choice, _kinds(press, tongue.code))
    draft = _Draft(Facts(plan, tongue, as_of), choice, found)
    name = f"{tongue.code}/agendas/{file_name(choice.kind)}.md.j2"
    sheet = name if choice.kind and press.folders.has(name) else None
    context = draft.agenda(notice(asked, tongue), sheet)
    text = press.write(f"{tongue.code}/{_TEMPLATE}", {"agenda": context})
    return Document(
        name=f"agenda-{choice.name}",
        title=context.title,
        text=text,
        gaps=gaps_in(context),
        language=tongue.code,
        audience=AUDIENCE,
        coalition=context.about.name,
        day=as_of,
    )


@dataclass(frozen=True, slots=True)
class _Choice:
    """Which agenda to make: its kind, the meeting that it is for, if any, and its name."""

    kind: str
    meeting: Meeting | None
    name: str


def _chosen(plan: Coalition, wanted: str | None, as_of: date, press: Press, code: str) -> _Choice:
    if wanted is None:
        coming = [m for m in plan.meetings if m.status == "planned" and m.date and m.date.first >= as_of]
        meeting = min(coming, key=_when, default=None)
        kind = (meeting.kind or "") if meeting else FIRST
        return _Choice(kind, meeting, file_name(kind) or (meeting.id if meeting else FIRST))
    known = _kinds(press, code)
    slug = wanted if wanted in known else MEETING_KINDS.slug(wanted)
    meetings = {key: m for m in plan.meetings for key in (*m.former_ids, m.id)}
    if slug is not None and (slug in known or wanted not in meetings):
        return _Choice(slug, _of_kind(plan, slug, as_of), file_name(slug))
    if wanted in meetings:
        meeting = meetings[wanted]
        return _Choice(meeting.kind or "", meeting, meeting.id)
    hint = did_you_mean(wanted, [*known, *meetings]).removeprefix("; ")
    raise UnknownRecordError(
        f"'{wanted}' is neither a kind of meeting nor the id of one",
        hint=hint or f"kinds with an agenda: {listed(known)}",
    )


def _of_kind(plan: Coalition, kind: str, as_of: date) -> Meeting | None:
    """Return the next meeting of a kind; else a planned one without a date; else the last."""
    all_of_it = [m for m in plan.meetings if m.kind == kind and m.status != "cancelled"]
    planned = [m for m in all_of_it if m.status == "planned"]
    coming = [m for m in planned if m.date and m.date.last >= as_of]
    undated = [m for m in planned if m.date is None]
    past = [m for m in all_of_it if m.date]
    if coming:
        return min(coming, key=_when)
    return undated[0] if undated else max(past, key=_when, default=None)


def _when(meeting: Meeting) -> tuple[date, str]:
    return (meeting.date.first if meeting.date else date.max, meeting.time or "")


def _kinds(press: Press, code: str) -> list[str]:
    """Return the kinds of meeting that have an outline, those of the vocabulary first and in its order."""
    files = press.folders.names(f"{code}/agendas", ".json")
    named = [word.slug for word in MEETING_KINDS if word.slug in files]
    return [*named, *sorted(set(files) - set(named))]


def _without_points(choice: _Choice, kinds: Sequence[str]) -> UnknownRecordError:
    of_kind = f"the kind '{choice.kind}'" if choice.kind else "no kind"
    hint = f"kinds with an agenda: {listed(kinds)}"
    if choice.meeting is None:
        return UnknownRecordError(f"there is no agenda for {of_kind} yet", hint=hint)
    return UnknownRecordError(
        f"meeting '{choice.meeting.id}' is of {of_kind}, for which there is no agenda yet",
        hint=f"write its points below meetings[{choice.meeting.id}].agenda; {hint}",
    )


class _Draft:
    """The parts of one agenda."""

    def __init__(self, facts: Facts, choice: _Choice, found: Outline | None) -> None:
        self.facts = facts
        self.plan = facts.plan
        self.tongue = facts.tongue
        self.kind = choice.kind
        self.meeting = choice.meeting
        self.outline = found
        series = {s.id: s for s in self.plan.rhythm.series}
        self.series: Series | None = series.get(self.meeting.series or "") if self.meeting else None
        self.where = (PLAN / "meetings")[self.meeting.id] if self.meeting else PLAN / "meetings"

    def agenda(self, told: Gap | None, sheet: str | None) -> Agenda:
        """Return all that the template may see."""
        recorded = self.meeting.agenda if self.meeting else ()
        points, misfit = self._recorded(recorded) if recorded else (self._outlined(), None)
        time = self._of("time")
        start = minutes_of(time) if time else None
        items = tuple(self._items(points, start))
        length = sum(item.minutes for item in items)
        shows = self.outline.shows if self.outline and not recorded else frozenset()
        rhythm = self.plan.rhythm
        return Agenda(
            notice=told,
            kind=self.kind,
            title=self._title(),
            goal=self.outline.goal if self.outline and not recorded else None,
            about=self.facts.about(),
            unplanned=None if self.meeting else self._gap("meeting", self._asked(), self.where),
            day=self._day(),
            time=self._span(start, length),
            place=self._place(),
            online=self._of("online"),
            minutes=length,
            end=self._at(start, length),
            misfit=misfit,
            items=items,
            numbers=self._numbers() if "numbers" in shows else (),
            norms=self._norms() if "norms" in shows else (),
            platforms=rhythm.platforms if "norms" in shows else (),
            deciding=self.facts.deciding() if "deciding" in shows else None,
            sheet=None if recorded else sheet,
        )

    def _asked(self) -> str:
        return f"record this meeting with kind: {self.kind}, its date, time and place"

    def _title(self) -> str:
        if self.outline:
            return self.outline.title
        return MEETING_KINDS.label(self.kind) if self.kind else self.facts.about().name

    def _of(self, field: str) -> str | None:
        """Return a value of the meeting, else of the series that it belongs to."""
        found = getattr(self.meeting, field, None) or getattr(self.series, field, None)
        return found if isinstance(found, str) else None

    def _gap(self, part: str, message: str, where: Address) -> Gap:
        return self.tongue.missing(part, message, where)

    def _day(self) -> Part | None:
        if self.meeting is None:
            return None
        if self.meeting.date is None:
            return self._gap("date", "set the day", self.where / "date")
        return self.tongue.on(self.meeting.date, weekday=True)

    def _span(self, start: int | None, length: int) -> Part | None:
        if self.meeting is None:
            return None
        if start is None:
            return self._gap("time", "set the time at which it begins", self.where / "time")
        return self.tongue.from_to(self._at(start, 0), self._at(start, length))

    def _place(self) -> Part | None:
        if self.meeting is None:
            return None
        place = self.meeting.place or (self.series.place if self.series else None)
        return self.facts.named(place) if place else self._gap("place", "say where", self.where / "place")

    def _at(self, start: int | None, minutes: int) -> str:
        """Return a time of day, or hours and minutes from the beginning where no time is set."""
        if start is None:
            return f"{minutes // 60}:{minutes % 60:02}"
        return self.tongue.clock(start + minutes)

    def _length(self) -> int | None:
        recorded = (self.meeting.duration_minutes if self.meeting else None) or 0
        return recorded or (self.series.duration_minutes if self.series else None)

    def _outlined(self) -> list[tuple[Point, tuple[Part, ...]]]:
        points = self.outline.fitted(self._length() or DEFAULT_MINUTES) if self.outline else ()
        return [(point, self._all_of(point.who)) for point in points]

    def _all_of(self, keys: Sequence[str]) -> tuple[Part, ...]:
        """Return whom the words of a point stand for, each once."""
        found = list(dict.fromkeys(part for key in keys for part in self._who(key)))
        roles = [part for part in found if isinstance(part, str) and part.endswith(")")]
        return tuple(p for p in found if not any(role.startswith(f"{p} (") for role in roles))

    def _recorded(
        self, agenda: Sequence[AgendaItem]
    ) -> tuple[list[tuple[Point, tuple[Part, ...]]], Gap | None]:
        """Return the recorded points; those without minutes share what the others leave."""
        fixed = sum(item.minutes or 0 for item in agenda)
        loose = [item for item in agenda if item.minutes is None]
        length = self._length() or (DEFAULT_MINUTES if loose else fixed)
        left = max(length - fixed, STEP * len(loose))
        shares = iter(divided(left, [1] * len(loose)) if loose else ())
        points = []
        for item in agenda:
            minutes = next(shares) if item.minutes is None else item.minutes
            leader = self.facts.party(item.led_by) if item.led_by else None
            points.append((Point(minutes, self.facts.named(item.text)), (leader,) if leader else ()))
        total = fixed + (left if loose else 0)
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

    def _who(self, key: str) -> Iterator[Part]:
        """Return whom a word of an outline stands for, by name as far as the record has them."""
        if key == "leads":
            yield from self._leads()
        elif key in {"presenters", "presenters?"}:
            yield from self._presenters(needed=key == "presenters")
        elif key == "champion":
            yield from self._champion()
        elif key in MANAGEMENT_ROLES:
            yield self._holder(key)
        else:
            yield self.facts.party(key) or self.tongue.word("roles", key) or key

    def _named(self, name: str, role: str) -> str:
        word = self.tongue.word("roles", role)
        return f"{name} ({word})" if word else name

    def _holder(self, key: str) -> Part:
        """Return who holds a role; the project manager stands in for one that was waived."""
        role = self.plan.role(key)
        seat = MANAGER if role is not None and role.waived else key
        holder = self.facts.holder(seat)
        if holder is not None:
            return self._named(holder.name, seat)
        where = (PLAN / "roles")[seat] / "held_by"
        asked = f"name the {MANAGEMENT_ROLES.label(seat).lower()}"
        return self._gap("manager" if seat == MANAGER else "role", asked, where)

    def _leads(self) -> Iterator[Part]:
        found = [
            self._named(holder.name, role.slug)
            for role in MANAGEMENT_ROLES
            if role.slug != MANAGER and (holder := self.facts.holder(role.slug)) is not None
        ]
        if found:
            yield from found
        else:
            yield self._gap("leads", "name the leads of the management team", PLAN / "roles")

    def _presenters(self, *, needed: bool) -> Iterator[Part]:
        presenters = self.meeting.presenters if self.meeting else ()
        found = [name for key in presenters if (name := self.facts.party(key))]
        where = self.where / "presenters" if self.meeting else self.where
        if not found and needed:
            yield self._gap("presenters", "choose the partners who present", where)
        yield from found

    def _champion(self) -> Iterator[Part]:
        champion = next(iter(self.plan.champion_members), None)
        if champion is None:
            yield self._gap("champion", "name a champion", PLAN / "champions")
        else:
            yield self._named(champion.name, "champion")

    def _numbers(self) -> tuple[DataPoint | Gap, ...]:
        found = [self.facts.data_point(metric) for metric in self.plan.metrics]
        usable = [point for point in found if isinstance(point, DataPoint)]
        if usable:
            return tuple(usable[:_MOST_NUMBERS])
        return (self._gap("numbers", "record metrics with sources and values to show", PLAN / "metrics"),)

    def _norms(self) -> tuple[Part, ...]:
        where = PLAN / "rhythm" / "norms"
        return tuple(self.facts.said(norm, where[index]) for index, norm in enumerate(self.plan.rhythm.norms))
