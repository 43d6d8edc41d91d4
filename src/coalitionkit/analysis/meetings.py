"""When people meet: the launch, the first meeting, the last time of a group."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.rhythm import Meeting
from coalitionkit.model.vocabulary.rhythm import LAUNCH_MEETINGS
from coalitionkit.periods import PartialDate

_ALL = "all"


class Dated(NamedTuple):
    """A meeting and its date."""

    at: PartialDate
    meeting: Meeting


class Overlong(NamedTuple):
    """A meeting, how many minutes its agenda needs, and how many it has."""

    meeting: Meeting
    needed: int
    time: int


def taking_place(plan: Coalition) -> tuple[Meeting, ...]:
    """Return the meetings that were held or are planned, in the order of the plan."""
    return tuple(meeting for meeting in plan.meetings if meeting.status != "cancelled")


def for_all(plan: Coalition) -> tuple[Meeting, ...]:
    """Return the meetings of the whole coalition that were held or are planned."""
    return tuple(m for m in taking_place(plan) if m.working_group is None and m.group in {None, _ALL})


def first_meeting(plan: Coalition) -> Dated | None:
    """Return the earliest meeting of the whole coalition that has a date."""
    return _earliest(for_all(plan))


def launch_meetings(plan: Coalition) -> tuple[Dated, ...]:
    """Return the earliest meeting with a date for each step of the launch, in the order of the steps."""
    meetings = for_all(plan)
    found = (_earliest(tuple(m for m in meetings if m.kind == kind)) for kind in LAUNCH_MEETINGS.values())
    return tuple(meeting for meeting in found if meeting is not None)


def last_met(plan: Coalition, group: str) -> PartialDate | None:
    """Return the latest date on which a group met or is to meet, alone or with everyone."""
    dates = [m.date for m in taking_place(plan) if m.date is not None and m.group in {group, _ALL}]
    return max(dates, key=lambda day: day.last, default=None)


def meets_on(plan: Coalition, group: str, day: date) -> bool:
    """Whether a series of meetings of a group, or of everyone, is still to come round after a day."""
    return any(
        series.group in {group, _ALL} and (series.end is None or series.end.last >= day)
        for series in plan.rhythm.series
    )


def overlong(plan: Coalition) -> Iterator[Overlong]:
    """Give each planned meeting whose agenda needs more minutes than it has, by itself or by its series."""
    lengths = {series.id: series.duration_minutes for series in plan.rhythm.series}
    for meeting in plan.meetings:
        if meeting.status != "planned":
            continue
        time = meeting.duration_minutes
        if time is None and meeting.series is not None:
            time = lengths.get(meeting.series)
        needed = sum(point.minutes for point in meeting.agenda if point.minutes is not None)
        if time is not None and needed > time:
            yield Overlong(meeting, needed, time)


def meeting_before(plan: Coalition, meeting: Meeting, day: date) -> Dated | None:
    """Return the last meeting of the same people that took place before a day."""
    same = (meeting.group or (None if meeting.working_group else _ALL), meeting.working_group)
    earlier = [
        Dated(one.date, one)
        for one in taking_place(plan)
        if one.date is not None
        and one.date.certainly_before(day)
        and (one.group or (None if one.working_group else _ALL), one.working_group) == same
    ]
    return max(earlier, key=lambda one: one.at.first, default=None)


def _earliest(meetings: tuple[Meeting, ...]) -> Dated | None:
    dated = [Dated(meeting.date, meeting) for meeting in meetings if meeting.date is not None]
    return min(dated, key=lambda one: one.at.first, default=None)
