"""Time zones in calendar files: when the clocks change, told one change at a time.

Each change is an observance of its own. Calendar programs disagree on lists of changes: some leave out the
first one of such a list, and are an hour wrong for half a year.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


class _Clock(NamedTuple):
    """How clocks stand at some time."""

    offset: timedelta
    daylight: bool
    name: str


def timezone(zone: ZoneInfo, first: date, last: date) -> Timezone:
    """Return what a calendar file says of a time zone from one day to another."""
    made = Timezone()
    made.add("tzid", zone.key)
    start = datetime.combine(first, time(), UTC)
    clock = _clock(zone, start)
    made.add_component(_observance(start, clock, clock))
    for moment in _changes(zone, start, datetime.combine(last, time(), UTC)):
        before, clock = clock, _clock(zone, moment)
        made.add_component(_observance(moment, before, clock))
    return made


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """Give the moments, to the second, at which clocks change."""
    day = start
    while day < end:
        low, high = day, min(day + _DAY, end)
        if _clock(zone, low) != _clock(zone, high):
            while high - low > _SECOND:
                middle = low + (high - low) // 2
                middle = middle.replace(microsecond=0)
                low, high = (low, middle) if _clock(zone, middle) != _clock(zone, low) else (middle, high)
            yield high
        day += _DAY


def _clock(zone: ZoneInfo, moment: datetime) -> _Clock:
    there = moment.astimezone(zone)
    return _Clock(there.utcoffset() or timedelta(), bool(there.dst()), there.tzname() or zone.key)


def _observance(moment: datetime, before: _Clock, after: _Clock) -> TimezoneStandard | TimezoneDaylight:
    """Return how clocks stand from a moment on; it begins by the clocks as they stood before."""
    made = TimezoneDaylight() if after.daylight else TimezoneStandard()
    made.add("dtstart", (moment + before.offset).replace(tzinfo=None))
    made.add("tzoffsetfrom", before.offset)
    made.add("tzoffsetto", after.offset)
    made.add("tzname", after.name)
    return made
