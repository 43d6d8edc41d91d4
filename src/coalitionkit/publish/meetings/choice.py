"""Which meeting a document is for: a kind, a meeting by its id, a group or a series, or the next one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coalitionkit.analysis.occurrences import occurrences, pattern, standing_for
from coalitionkit.errors import UnknownRecordError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.governance import WorkingGroup
from coalitionkit.model.rhythm import Meeting, Series
from coalitionkit.model.vocabulary.rhythm import MEETING_GROUPS, MEETING_KINDS
from coalitionkit.periods import PartialDate, partial_date, shifted
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import did_you_mean, listed
from coalitionkit.publish.meetings.outlines import file_name

FIRST = "introductions"
REGULAR = "regular"
ALL = "all"
_BRIEFING = "champions-briefing"
_CHAMPION = "champion"
_OTHER = "other:"
_AHEAD = 800
"""For how many days a series is looked at for the next time that it comes round: a yearly one too."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A meeting to write about: its kind, the record of it, if any, and the series that it belongs to.

    `day` is that of the record, else the next one of the series. `name` goes into names of files.
    """

    kind: str
    name: str
    meeting: Meeting | None = None
    series: Series | None = None
    day: PartialDate | None = None
    group: str | None = None
    working_group: WorkingGroup | None = None

    def told_on(self, today: date) -> date:
        """Return the day as of which this meeting is told: today, or its own once that is over."""
        return min(self.day.last, today) if self.day else today

    @property
    def where(self) -> Address:
        """The address of what is recorded of it."""
        if self.meeting is not None:
            return (PLAN / "meetings")[self.meeting.id]
        if self.series is not None:
            return (PLAN / "rhythm" / "series")[self.series.id]
        return PLAN / "meetings"

    @property
    def outlines(self) -> tuple[str, ...]:
        """The names of the outlines that may serve, the one that fits best first."""
        if not self.kind:
            return ()
        base = file_name(self.kind)
        group = "working-group" if self.working_group else self.group
        own = (f"{base}-{group}",) if group else ()
        return (*own, base, *((self.kind.removeprefix(_OTHER),) if self.kind.startswith(_OTHER) else ()))


def chosen(plan: Coalition, wanted: str | None, as_of: date, kinds: Sequence[str]) -> Choice:
    """Return the meeting that is wanted; without a wish the next one, else the first of the launch.

    `kinds` are those that have an outline. Raises UnknownRecordError.
    """
    if wanted is None:
        return _next(plan, as_of)
    meetings = {key: m for m in plan.meetings for key in (*m.former_ids, m.id)}
    slug = wanted if wanted in kinds else MEETING_KINDS.slug(wanted)
    if slug == REGULAR and not _coming([m for m in plan.meetings if m.kind == REGULAR], as_of):
        found = _of_group(plan, ALL, as_of)
        if found is not None:
            return replace(found, name=REGULAR)
    if slug is not None and (slug in kinds or wanted not in meetings):
        return made(plan, slug, _of_kind(plan, slug, as_of), file_name(slug))
    if wanted in meetings:
        return made(plan, meetings[wanted].kind or "", meetings[wanted], meetings[wanted].id)
    found = _of_group(plan, wanted, as_of)
    if found is not None:
        return found
    groups = [group.id for group in plan.working_groups]
    hint = did_you_mean(wanted, [*kinds, *meetings, *groups, *MEETING_GROUPS.words]).removeprefix("; ")
    raise UnknownRecordError(
        f"'{wanted}' is neither a kind of meeting nor the id of one, nor a group that meets",
        hint=hint or f"kinds with an agenda: {listed(kinds)}",
    )


def made(plan: Coalition, kind: str, meeting: Meeting | None, name: str) -> Choice:
    """Return the choice of a meeting, with what its series says of it."""
    series = next(
        (s for s in plan.rhythm.series if meeting and meeting.series in {s.id, *s.former_ids}), None
    )
    owners = [one for one in (meeting, series) if one is not None]
    working_group = next((one.working_group for one in owners if one.working_group), None)
    group = next((one.group for one in owners if one.group), None)
    if not kind and (group or working_group or series):
        kind = REGULAR
    return Choice(
        kind=_BRIEFING if kind == REGULAR and group == _CHAMPION else kind,
        name=name,
        meeting=meeting,
        series=series,
        day=meeting.date if meeting else None,
        group=group,
        working_group=_working_group(plan, working_group),
    )


def _next(plan: Coalition, as_of: date) -> Choice:
    meeting = _coming(plan.meetings, as_of)
    if meeting is not None:
        kind = meeting.kind or ""
        return made(plan, kind, meeting, file_name(kind) or meeting.id)
    rounds = [(day, s) for s in plan.rhythm.series if (day := next_day(plan, s, as_of))]
    if rounds:
        day, series = min(rounds, key=lambda one: (one[0], one[1].id))
        return in_series(plan, series, day, series.id)
    return made(plan, FIRST, _of_kind(plan, FIRST, as_of), FIRST)


def next_day(plan: Coalition, series: Series, as_of: date) -> date | None:
    """Return when a series comes round next without a record of its own; None where that is not known."""
    how = pattern(plan, series)
    if how is None:
        return None
    taken = standing_for(plan, series, how)
    until = shifted(max(as_of, how.first), _AHEAD)
    return next((day for day in occurrences(how, until) if day >= as_of and day not in taken), None)


def _of_group(plan: Coalition, wanted: str, as_of: date) -> Choice | None:
    """Return the next regular meeting of a group, or of a series by its id."""
    working_group = _working_group(plan, wanted)
    group = None if working_group else MEETING_GROUPS.slug(wanted)
    all_of_it = [
        s
        for s in plan.rhythm.series
        if wanted in {s.id, *s.former_ids}
        or (working_group and s.working_group in {working_group.id, *working_group.former_ids})
        or (group and s.group == group)
    ]
    if not all_of_it and working_group is None and group is None:
        return None
    ids = {key for s in all_of_it for key in (s.id, *s.former_ids)}
    meeting = _coming([m for m in plan.meetings if m.series in ids], as_of)
    days = [(day, s) for s in all_of_it if (day := next_day(plan, s, as_of))]
    day, series = min(days, key=lambda one: (one[0], one[1].id), default=(None, None))
    if meeting is not None and meeting.date and (day is None or meeting.date.first <= day):
        return made(plan, meeting.kind or REGULAR, meeting, file_name(wanted))
    if series is not None and day is not None:
        return in_series(plan, series, day, file_name(wanted))
    kind = _BRIEFING if group == _CHAMPION else REGULAR
    return Choice(kind, file_name(wanted), group=group, working_group=working_group)


def in_series(plan: Coalition, series: Series, day: date, name: str) -> Choice:
    """Return the meeting of a series on a day that has no record of its own."""
    return Choice(
        kind=_BRIEFING if series.group == _CHAMPION else REGULAR,
        name=name,
        series=series,
        day=partial_date(day.isoformat()),
        group=series.group,
        working_group=_working_group(plan, series.working_group),
    )


def _working_group(plan: Coalition, key: str | None) -> WorkingGroup | None:
    return next((group for group in plan.working_groups if key in {group.id, *group.former_ids}), None)


def _of_kind(plan: Coalition, kind: str, as_of: date) -> Meeting | None:
    """Return the next meeting of a kind; else a planned one without a date; else the last."""
    kinds = {kind, f"{_OTHER}{kind}"}
    all_of_it = [m for m in plan.meetings if m.kind in kinds and m.status != "cancelled"]
    coming = _coming(all_of_it, as_of)
    if coming is not None:
        return coming
    undated = next((m for m in all_of_it if m.status == "planned" and m.date is None), None)
    return undated or max((m for m in all_of_it if m.date), key=when, default=None)


def _coming(meetings: Sequence[Meeting], as_of: date) -> Meeting | None:
    coming = [m for m in meetings if m.status == "planned" and m.date and m.date.last >= as_of]
    return min(coming, key=when, default=None)


def when(meeting: Meeting) -> tuple[date, str]:
    """Return the day and time of a meeting, to put meetings in order; those without a date come last."""
    return (meeting.date.first if meeting.date else date.max, meeting.time or "")
