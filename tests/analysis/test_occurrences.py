"""On which days a series comes round, held against the rules that calendars know."""

from datetime import date, datetime, timedelta

import pytest
from builders import loaded, model_of
from dateutil.rrule import MONTHLY, WEEKLY, rrule  # type: ignore[import-untyped]
from dateutil.rrule import weekday as nth_day
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.occurrences import (
    DAYS,
    MONTHS,
    WEEKS,
    Pattern,
    nth_weekday,
    occurrences,
    pattern,
    standing_for,
)
from coalitionkit.model.coalition import Coalition

NTHS = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", -1: "last"}


def plan_with(series: str, meetings: str = "") -> Coalition:
    text = (
        f"format: 1\ncoalition: {{id: c, name: C}}\nrhythm: {{series: [{series}]}}\nmeetings: [{meetings}]\n"
    )
    return model_of(loaded(text))


def days(plan: Coalition, until: date) -> list[str]:
    how = pattern(plan, plan.rhythm.series[0])
    assert how is not None
    return [day.isoformat() for day in occurrences(how, until)]


def test_a_series_begins_on_its_first_day_on_or_after_its_start() -> None:
    plan = plan_with("{id: s, every: month, day: 2nd thursday, start: 2026-01-09}")
    assert days(plan, date(2026, 4, 30)) == ["2026-02-12", "2026-03-12", "2026-04-09"]


def test_what_is_skipped_is_left_out_and_the_end_counts() -> None:
    plan = plan_with(
        "{id: s, every: two-weeks, day: thursday, start: 2026-12-01, end: 2027-01, skip: [2026-12-17]}"
    )
    assert days(plan, date(2028, 1, 1)) == ["2026-12-03", "2026-12-31", "2027-01-14", "2027-01-28"]


def test_a_month_that_is_skipped_is_skipped_whole() -> None:
    plan = plan_with("{id: s, every: week, day: friday, start: 2026-11-20, skip: [2026-12]}")
    assert days(plan, date(2027, 1, 8)) == ["2026-11-20", "2026-11-27", "2027-01-01", "2027-01-08"]


@pytest.mark.parametrize("series", ["{id: s, every: month}", "{id: s, every: month, day: 1st monday}"])
def test_a_series_without_day_or_beginning_is_not_known(series: str) -> None:
    assert pattern(plan_with(series), plan_with(series).rhythm.series[0]) is None


def test_without_a_start_it_began_with_its_earliest_meeting() -> None:
    plan = plan_with(
        "{id: s, every: month, day: last friday}",
        "{id: b, series: s, date: 2026-06-01}, {id: a, series: s, date: 2026-05-01}",
    )
    assert days(plan, date(2026, 6, 30)) == ["2026-05-29", "2026-06-26"]


@given(
    start=st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    every=st.sampled_from([*WEEKS, *MONTHS]),
    weekday=st.integers(0, 6),
    nth=st.sampled_from([*NTHS]),
)
def test_days_are_those_of_the_calendar_rule(start: date, every: str, weekday: int, nth: int) -> None:
    day = DAYS[weekday] if every in WEEKS else f"{NTHS[nth]} {DAYS[weekday]}"
    how = pattern(
        plan_with(f"{{id: s, every: {every}, day: {day}, start: {start}}}"),
        plan_with(f"{{id: s, every: {every}, day: {day}, start: {start}}}").rhythm.series[0],
    )
    assert how is not None
    until = start + timedelta(days=1500)
    first = datetime(how.first.year, how.first.month, how.first.day)  # noqa: DTZ001 - a day
    end = datetime(until.year, until.month, until.day)  # noqa: DTZ001 - a day
    if every in WEEKS:
        rule = rrule(WEEKLY, dtstart=first, interval=WEEKS[every], byweekday=weekday, until=end)
    else:
        rule = rrule(
            MONTHLY, dtstart=first, interval=MONTHS[every], byweekday=nth_day(weekday, nth), until=end
        )
    assert how.first >= start
    assert list(occurrences(how, until)) == [one.date() for one in rule]


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(0, 6), st.sampled_from([*NTHS]))
def test_the_nth_weekday_lies_in_its_month(year: int, month: int, weekday: int, nth: int) -> None:
    day = nth_weekday(year, month, weekday, nth)
    assert (day.year, day.month, day.weekday()) == (year, month, weekday)
    assert nth == -1 or (day.day - 1) // 7 + 1 == nth
    assert nth != -1 or day.day > 21


def test_series_end_with_the_calendar() -> None:
    how = Pattern(date(9999, 12, 1), "month", 2, 1, None, ())
    assert list(occurrences(how, date.max)) == [date(9999, 12, 1)]


def test_a_meeting_stands_for_its_day_or_for_the_one_it_was_moved_from() -> None:
    plan = plan_with(
        "{id: s, every: month, day: 1st tuesday, start: 2026-09}",
        "{id: on-time, series: s, date: 2026-09-01}, {id: moved, series: s, date: 2026-10-08}, "
        "{id: extra, series: s, date: 2026-10-06}, {id: far, series: s, date: 2026-11-20}, "
        "{id: vague, series: s, date: 2026-12}",
    )
    how = pattern(plan, plan.rhythm.series[0])
    assert how is not None
    found = standing_for(plan, plan.rhythm.series[0], how)
    assert {day.isoformat(): meeting.id for day, meeting in found.items()} == {
        "2026-09-01": "on-time",
        "2026-10-06": "extra",
        "2026-12-01": "far",
    }
