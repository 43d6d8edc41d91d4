"""What calendar programs show of series and meetings, and the number by which they know an update."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from coalitionkit.analysis.occurrences import (
    Pattern,
    meetings_of,
    occurrences,
    pattern,
    skipped,
    standing_for,
)
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.entry import Entry
from coalitionkit.model.rhythm import AgendaItem, Meeting, Series
from coalitionkit.model.values import Prose
from coalitionkit.periods import PartialDate, shifted

DEFAULT_MINUTES = 90
"""How long a meeting takes of which nothing is said."""

STEP = 5
"""The minutes by which points of an agenda are made longer or shorter; none takes less unasked."""

_EARLIEST, _LATEST = 1900, 9000
_LONGEST = 3660
"""For how many days from its first one a series is looked through for days that it skips."""


class Rounds(NamedTuple):
    """The days of a series, from the first one that has no record of its own.

    `skip` are later days that it leaves out. `until` is the last day on which it may meet, None where it has
    no end.
    """

    first: date
    every: str
    weekday: int
    nth: int | None
    until: date | None
    skip: tuple[date, ...]


class Shown(NamedTuple):
    """All that makes a calendar entry another one than it was, but for its words."""

    days: Rounds | PartialDate | None
    time: str | None
    minutes: int | None
    place: Prose | None
    online: str | None
    zone: str | None
    cancelled: bool = False


def rounds(plan: Coalition, series: Series) -> Rounds | None:
    """Return the days of a series; None where it is not known when it comes round, or it never does."""
    how = pattern(plan, series)
    if how is None:
        return None
    left_out = _left_out(plan, series, how)
    until = min(how.last or shifted(how.first, _LONGEST), date(_LATEST, 12, 31))
    first = next((day for day in occurrences(how, until) if day not in left_out), None)
    if first is None or not in_reach(first):
        return None
    later = tuple(sorted(day for day in left_out if day > first))
    return Rounds(first, how.every, how.weekday, how.nth, until if how.last else None, later)


def number(plan: Coalition, series: Series) -> int:
    """Return the number of a series, which a calendar wants to grow with each change of what it shows.

    A day that is left out and a meeting that is moved count by themselves. All else has to raise the
    revision.
    """
    how = pattern(plan, series)
    left_out = _left_out(plan, series, how) if how else ()
    return series.revision + len(left_out) + sum(meeting.revision for meeting in meetings_of(plan, series))


def shown_series(plan: Coalition, series: Series) -> Shown | None:
    """Return what calendars show of a series, None where that is nothing."""
    days = rounds(plan, series)
    if days is None:
        return None
    zone = plan.coalition.place.timezone
    return Shown(days, series.time, series.duration_minutes, series.place, series.online, zone)


def shown_meeting(plan: Coalition, meeting: Meeting) -> Shown | None:
    """Return what calendars show of a meeting, with what its series says of it; None while it has no day."""
    if meeting.date is None or meeting.date.first != meeting.date.last or not in_reach(meeting.date.first):
        return None
    series = next((s for s in plan.rhythm.series if meeting.series in {s.id, *s.former_ids}), None)
    minutes = planned_minutes(meeting, series)
    return Shown(
        meeting.date,
        meeting.time or (series.time if series else None),
        agenda_minutes(meeting.agenda, minutes) or minutes,
        meeting.place or (series.place if series else None),
        meeting.online or (series.online if series else None),
        plan.coalition.place.timezone,
        meeting.status == "cancelled",
    )


def planned_minutes(meeting: Meeting | None, series: Series | None) -> int | None:
    """Return how long a meeting is to take, by what it says itself, else by its series."""
    own = meeting.duration_minutes if meeting else None
    return own or (series.duration_minutes if series else None)


def agenda_minutes(agenda: Sequence[AgendaItem], planned: int | None) -> int:
    """Return how long recorded points take; those without minutes share what the others leave."""
    fixed = sum(item.minutes or 0 for item in agenda)
    loose = sum(item.minutes is None for item in agenda)
    return max(planned or DEFAULT_MINUTES, fixed + STEP * loose) if loose else fixed


def first_id(entry: Entry) -> str:
    """Return the id that calendars know a record by, whatever it is called now: the first that it had."""
    return next(iter(entry.former_ids), entry.id)


def in_reach(day: date) -> bool:
    """Whether calendar programs can cope with a day, whatever its time zone."""
    return _EARLIEST <= day.year <= _LATEST


def _left_out(plan: Coalition, series: Series, how: Pattern) -> frozenset[date]:
    return frozenset({*standing_for(plan, series, how), *_skipped(how)})


def _skipped(how: Pattern) -> Iterator[date]:
    """Give the days on which a series would meet, were they not skipped."""
    if how.skip:
        until = min(max(one.last for one in how.skip), shifted(how.first, _LONGEST))
        for day in occurrences(how._replace(skip=()), until):
            if skipped(how, day):
                yield day
