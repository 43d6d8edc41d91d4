"""Calendar files as programs read them: their events, and when these begin."""

from datetime import datetime, timedelta
from typing import Any

from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from icalendar import Calendar


def events(data: bytes) -> dict[str, Any]:
    """Return the events of a file by their ids, after a strict look at it."""
    read = Calendar.from_ical(data)
    for part in read.walk():
        assert part.errors == []
    found = {str(event["UID"]): event for event in read.walk("VEVENT")}
    assert len(found) == len(read.walk("VEVENT")), "ids are never used twice"
    return found


def begins(event: Any, until: datetime) -> list[Any]:
    """Return when an event begins each time before a moment, as its rule says in its own time zone."""
    first = event["DTSTART"].dt
    if "RRULE" not in event:
        return [first]
    left_out = event.get("EXDATE", [])
    skipped = {
        one.dt for each in (left_out if isinstance(left_out, list) else [left_out]) for one in each.dts
    }
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=first)
    return [one for one in rule.between(first - timedelta(1), until) if one not in skipped]
