"""The rhythm of a coalition as events: its meetings, and its series with what is left out of them.

A meeting that has a record of its own is left out of its series, so that one calendar entry stands for it
whether it came with its agenda or with the whole rhythm.
"""

from coalitionkit.analysis.calendars import DEFAULT_MINUTES, first_id, in_reach, number, rounds
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.entry import Entry
from coalitionkit.model.rhythm import Meeting, Series
from coalitionkit.publish.events import Event, Repeats
from coalitionkit.publish.facts import Facts, minutes_of


def event_of(
    facts: Facts, meeting: Meeting, title: str, *, series: Series | None, minutes: int, text: str = ""
) -> Event | None:
    """Return the event of a meeting; None while its day is not known."""
    if meeting.date is None or meeting.date.first != meeting.date.last or not in_reach(meeting.date.first):
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
    skipped, are left out of it.
    """
    plan = facts.plan
    days = rounds(plan, series)
    if days is None:
        return None
    return Event(
        uid=_uid(plan, "series", series),
        sequence=number(plan, series),
        title=f"{facts.about().name}: {title}",
        day=days.first,
        start=minutes_of(series.time) if series.time else None,
        minutes=series.duration_minutes or DEFAULT_MINUTES,
        place=facts.named(series.place) if series.place else "",
        online=series.online or "",
        repeats=Repeats(days.every, days.weekday, days.nth, days.until, days.skip),
    )


def _uid(plan: Coalition, noun: str, entry: Entry) -> str:
    """Return what names a record for ever."""
    return f"{noun}-{first_id(entry)}@{plan.coalition.id}.coalition"
