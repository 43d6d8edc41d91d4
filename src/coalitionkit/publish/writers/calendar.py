"""Calendars: what a calendar program takes in, such that the next file updates what the last one made.

Ids come from the record and numbers from its revisions, and the stamp is the day the document was made as of.
Times keep their time zone, so that they stay right when the clocks change.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Entry
from icalendar.prop import vRecur

from coalitionkit.publish.document import Document
from coalitionkit.publish.events import Event, Repeats
from coalitionkit.publish.writers.timezones import timezone
from coalitionkit.publish.zones import zone_of

_MAKER = "-//coalitionkit//coalitionkit//EN"
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_STEPS = {
    "week": ("WEEKLY", 1),
    "two-weeks": ("WEEKLY", 2),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
}
_AHEAD = 10
"""For how many years a series without an end is told when the clocks change."""

_MOST = 60
"""For how many years at most it is told, whatever a plan says."""


def calendar(document: Document) -> bytes:
    """Return the events of a document as a calendar file; the same document gives the same bytes."""
    zone = zone_of(document.zone)
    made = Calendar()
    made.add("prodid", _MAKER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", _line(f"{document.coalition}: {document.title}"))
    if zone is not None:
        made.add("x-wr-timezone", zone.key)
        made.add_component(timezone(zone, *_stretch(document)))
    for event in document.events:
        made.add_component(_entry(event, zone, document))
    return bytes(made.to_ical())


def _stretch(document: Document) -> tuple[date, date]:
    """Return from when to when the calendar must know when the clocks change."""
    first = min(event.day for event in document.events).year
    ends = [document.day.year, *(event.day.year for event in document.events)]
    rounds = [(event.day, event.repeats) for event in document.events if event.repeats]
    ends += [one.until.year if one.until else day.year + _AHEAD for day, one in rounds]
    return date(first, 1, 1), date(min(max(ends) + 1, first + _MOST), 1, 1)


def _entry(event: Event, zone: ZoneInfo | None, document: Document) -> Entry:
    entry = Entry()
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", datetime.combine(document.day, time(), UTC))
    entry.add("summary", _line(event.title), parameters={"language": document.language})
    entry.add("dtstart", _at(event.day, event.start, zone))
    if event.start is not None:
        entry.add("duration", timedelta(minutes=event.minutes))
    entry.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    if event.place:
        entry.add("location", _line(event.place))
    if event.online:
        entry.add("url", event.online)
    text = "\n".join(part for part in (event.text, event.online) if part)
    if text:
        entry.add("description", text)
    if event.repeats is not None:
        _repeat(entry, event, event.repeats, zone)
    return entry


def _repeat(entry: Entry, event: Event, repeats: Repeats, zone: ZoneInfo | None) -> None:
    often, interval = _STEPS[repeats.every]
    which = "" if repeats.nth is None else str(repeats.nth)
    rule: dict[str, Any] = {"freq": often, "byday": f"{which}{_DAYS[repeats.weekday]}"}
    if interval > 1:
        rule["interval"] = interval
    if repeats.every == "year":
        rule["bymonth"] = event.day.month
    if repeats.until is not None:
        rule["until"] = _until(repeats.until, event.start, zone)
    entry.add("rrule", vRecur(rule))
    for day in repeats.skip:
        entry.add("exdate", _at(day, event.start, zone))


def _until(last: date, start: int | None, zone: ZoneInfo | None) -> date | datetime:
    """Return the end of a rule as the standard wants it: in UTC where the start has a time zone."""
    if start is None:
        return last
    found = datetime.combine(last, time(23, 59, 59))
    return found if zone is None else found.replace(tzinfo=zone).astimezone(UTC)


def _at(day: date, start: int | None, zone: ZoneInfo | None) -> date | datetime:
    if start is None:
        return day
    return datetime.combine(day, time(*divmod(start, 60)), zone)


def _line(text: str) -> str:
    return " ".join(text.split())
