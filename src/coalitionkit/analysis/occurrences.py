"""On which days a series of meetings comes round, and which of its meetings are recorded by themselves."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.rhythm import Meeting, Series
from coalitionkit.periods import PartialDate, shifted

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LAST = -1
"""Which one of a month: 1 to 4, or the last."""

WEEKS: Mapping[str, int] = {"week": 1, "two-weeks": 2}
MONTHS: Mapping[str, int] = {"month": 1, "quarter": 3, "year": 12}
_NTHS: Mapping[str, int] = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": LAST}
_A_WEEK = 7
_A_YEAR = 12


class Pattern(NamedTuple):
    """How a series comes round, counted from its first day. `nth` is None where it goes by weeks."""

    first: date
    every: str
    weekday: int
    nth: int | None
    last: date | None
    skip: tuple[PartialDate, ...]


def pattern(plan: Coalition, series: Series) -> Pattern | None:
    """Return how a series comes round; None where its step, its day or its beginning is not recorded.

    Without a beginning of its own, a series began with its earliest meeting, else with the coalition.
    """
    if series.every is None or series.day is None:
        return None
    own = [m.date.first for m in meetings_of(plan, series) if m.date]
    started = plan.coalition.started
    begins = series.start.first if series.start else min(own, default=started.first if started else None)
    if begins is None:
        return None
    which, _, day = series.day.rpartition(" ")
    weekday, nth = DAYS.index(day), _NTHS.get(which)
    first = on_or_after(begins, weekday, nth)
    return Pattern(first, series.every, weekday, nth, series.end.last if series.end else None, series.skip)


def on_or_after(day: date, weekday: int, nth: int | None) -> date:
    """Return the first day of a kind that is not before another: a Thursday, or a second Thursday."""
    if nth is None:
        return shifted(day, (weekday - day.weekday()) % _A_WEEK)
    found = nth_weekday(day.year, day.month, weekday, nth)
    return found if found >= day else nth_weekday(*_months_later(day, 1), weekday, nth)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the first to fourth, or the last, of a weekday in a month."""
    start, days = monthrange(year, month)
    first = 1 + (weekday - start) % _A_WEEK
    if nth != LAST:
        return date(year, month, first + _A_WEEK * (nth - 1))
    return date(year, month, first + _A_WEEK * ((days - first) // _A_WEEK))


def occurrences(pattern: Pattern, until: date) -> Iterator[date]:
    """Give the days on which a series meets, from its first to a day; none that are skipped."""
    end = min(until, pattern.last or until)
    return (day for day in _days(pattern, end) if not skipped(pattern, day))


def skipped(pattern: Pattern, day: date) -> bool:
    """Whether a series leaves a day out."""
    return any(one.first <= day <= one.last for one in pattern.skip)


def following(day: date, every: str, weekday: int, nth: int | None) -> date:
    """Return the next day on which something comes round."""
    if nth is None:
        return day + timedelta(weeks=WEEKS[every])
    return nth_weekday(*_months_later(day, MONTHS[every]), weekday, nth)


def _days(pattern: Pattern, end: date) -> Iterator[date]:
    day = pattern.first
    while day <= end:
        yield day
        try:
            day = following(day, pattern.every, pattern.weekday, pattern.nth)
        except (OverflowError, ValueError):  # the calendar of Python ends with the year 9999
            return


def _months_later(day: date, months: int) -> tuple[int, int]:
    years, month = divmod(day.month - 1 + months, _A_YEAR)
    return day.year + years, month + 1


def meetings_of(plan: Coalition, series: Series) -> tuple[Meeting, ...]:
    """Return the meetings that are recorded for a series, in the order of the plan."""
    keys = {series.id, *series.former_ids}
    return tuple(meeting for meeting in plan.meetings if meeting.series in keys)


def standing_for(plan: Coalition, series: Series, how: Pattern) -> Mapping[date, Meeting]:
    """Return which days of a series a meeting with a record of its own stands for.

    A meeting stands for its own day where the series meets on it, else for the nearest free day that lies
    less than half a step away: it was moved.
    """
    dated = [(m.date.first, m) for m in meetings_of(plan, series) if m.date and m.date.first == m.date.last]
    reach = _A_WEEK * WEEKS[how.every] // 2 if how.nth is None else 15 * MONTHS[how.every]
    until = shifted(max((day for day, _ in dated), default=how.first), reach)
    days = set(_days(how, min(until, how.last or until)))
    found = {day: meeting for day, meeting in dated if day in days}
    for day, meeting in dated:
        if day in days:
            continue
        around = (shifted(day, step) for step in range(-reach, reach + 1))
        free = [one for one in around if one in days and one not in found]
        if free:
            found[min(free, key=lambda one: (abs((one - day).days), one))] = meeting
    return found
