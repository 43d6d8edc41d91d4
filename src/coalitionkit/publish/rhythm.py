"""The rhythm of a coalition as events: its meetings, and its series with what is left out of them.

A meeting that has a record of its own is left out of its series, so that one calendar entry stands for it
whether it came with its agenda or with the whole rhythm.
"""

from collections.abc import Iterator
from datetime import date

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
from coalitionkit.model.rhythm import Meeting, Series
from coalitionkit.periods import shifted
from coalitionkit.publish.events import Event, Repeats
from coalitionkit.publish.facts import Facts, minutes_of

DEFAULT_MINUTES = 90
_EARLIEST, _LATEST = 1900, 9000
_LONGEST = 3660
"""For how many days from its first one a series is looked through for days that it skips."""


def event_of(
    facts: Facts, meeting: Meeting, title: str, *, series: Series | None, minutes: int, text: str = ""
) -> Event | None:
    """Return the event of a meeting; None while its day is not known."""
    if meeting.date is None or meeting.date.first != meeting.date.last or not _in_reach(meeting.date.first):
        return None
    time = meeting.time or (series.time if series else None)
    place = meeting.place or (series.place if series else None)
    return Event(
        uid=_uid(facts.plan, "meeting", meeting),
        sequence=meeting.revision,
        title=f"{facts.about().name}: {title}",
        day=meeting.date.first,
        start=minutes_of(time) if time else None,
        minutes=minutes,
        text=text,
        place=facts.named(place) if place else "",
        online=meeting.online or (series.online if series else None) or "",
        cancelled=meeting.status == "cancelled",
    )


def series_event(facts: Facts, series: Series, title: str) -> Event | None:
    """Return the event of a series; None where it is not known when it comes round, or it never does.

    It begins with the first day that has no record of its own; later ones that have, and days that are
    skipped, are left out of it. Its number grows with each of them, because a series has no revision.
    """
    plan = facts.plan
    how = pattern(plan, series)
    if how is None:
        return None
    left_out = {*standing_for(plan, series, how), *_skipped(how)}
    until = min(how.last or shifted(how.first, _LONGEST), date(_LATEST, 12, 31))
    first = next((day for day in occurrences(how, until) if day not in left_out), None)
    if first is None or not _in_reach(first):
        return None
    return Event(
        uid=_uid(plan, "series", series),
        sequence=len(left_out) + sum(meeting.revision for meeting in meetings_of(plan, series)),
        title=f"{facts.about().name}: {title}",
        day=first,
        start=minutes_of(series.time) if series.time else None,
        minutes=series.duration_minutes or DEFAULT_MINUTES,
        place=facts.named(series.place) if series.place else "",
        online=series.online or "",
        repeats=Repeats(
            how.every,
            how.weekday,
            how.nth,
            until if how.last else None,
            tuple(sorted(day for day in left_out if day > first)),
        ),
    )


def _skipped(how: Pattern) -> Iterator[date]:
    """Give the days on which a series would meet, were they not skipped."""
    if how.skip:
        until = min(max(one.last for one in how.skip), shifted(how.first, _LONGEST))
        for day in occurrences(how._replace(skip=()), until):
            if skipped(how, day):
                yield day


def _in_reach(day: date) -> bool:
    """Whether calendar programs can cope with a day, whatever its time zone."""
    return _EARLIEST <= day.year <= _LATEST


def _uid(plan: Coalition, noun: str, entry: Entry) -> str:
    """Return what names a record for ever: the first id that it had."""
    first = next(iter(entry.former_ids), entry.id)
    return f"{noun}-{first}@{plan.coalition.id}.coalition"
