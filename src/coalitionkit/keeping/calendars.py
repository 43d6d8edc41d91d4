"""Calendars follow the plan: whatever changes what they show raises the revision by which they know it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from coalitionkit.analysis.calendars import first_id, number, shown_meeting, shown_series
from coalitionkit.edits import Bare, Edit, Put
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.rhythm import Meeting, Series
from coalitionkit.places import PLAN

_Dated = TypeVar("_Dated", Meeting, Series)


def following(before: Coalition, after: Coalition) -> tuple[Edit, ...]:
    """Return the edits by which calendars follow, for a plan that has become another one.

    With them the number of a series has not fallen, and has grown where its days, time, place or the like
    were shown and are others now. So has the revision of a meeting that is still to come. Whoever wrote a
    revision is believed.
    """
    if _same(before, after):
        return ()
    return (*_meetings(before, after), *_series(before, after))


def _same(before: Coalition, after: Coalition) -> bool:
    """Whether nothing can be others of all that calendars show."""
    return (
        before.rhythm.series == after.rhythm.series
        and before.meetings == after.meetings
        and before.coalition.started == after.coalition.started
        and before.coalition.place.timezone == after.coalition.place.timezone
    )


def _meetings(before: Coalition, after: Coalition) -> Iterator[Edit]:
    earlier = _by_first_id(before.meetings)
    for meeting in after.meetings:
        was = earlier.get(first_id(meeting))
        if was is None or meeting.status == "held" or meeting.revision != was.revision:
            continue
        shown = shown_meeting(before, was)
        if shown is not None and shown != shown_meeting(after, meeting):
            yield Put((PLAN / "meetings")[meeting.id] / "revision", Bare(meeting.revision + 1))


def _series(before: Coalition, after: Coalition) -> Iterator[Edit]:
    earlier = _by_first_id(before.rhythm.series)
    for series in after.rhythm.series:
        was = earlier.get(first_id(series))
        if was is None or series.revision != was.revision:
            continue
        shown = shown_series(before, was)
        changed = shown is not None and shown != shown_series(after, series)
        missing = number(before, was) + changed - number(after, series)
        if missing > 0:
            at = (PLAN / "rhythm" / "series")[series.id] / "revision"
            yield Put(at, Bare(series.revision + missing))


def _by_first_id(entries: Iterable[_Dated]) -> Mapping[str, _Dated]:
    return {first_id(entry): entry for entry in entries}
