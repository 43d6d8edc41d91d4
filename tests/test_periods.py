"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.model.vocabulary.rhythm import CADENCES
from coalitionkit.periods import (
    TIMES_A_YEAR,
    Years,
    clock_time,
    just_after,
    just_before,
    partial_date,
    shifted,
    years,
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2028-02-29", date(2028, 2, 29), date(2028, 2, 29)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_a_date_is_the_days_that_it_may_mean(text: str, first: date, last: date) -> None:
    read = partial_date(text)
    assert (read.first, read.last, str(read)) == (first, last, text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("03/04/2026", "write a date as"),
        ("2026-3-4", "write a date as"),
        ("2026-03-04T10:00", "write a date as"),
        ("2026-03-14\n", "write a date as"),
        ("٢٠٢٦", "write a date as"),
        ("", "write a date as"),
        ("0000", "there is no year 0"),
        ("2026-13", "there is no month 13"),
        ("2026-00", "there is no month 0"),
        ("2026-02-29", "2026-02 has 28 days: there is no day 29"),
        ("2026-01-00", "there is no day 0"),
    ],
)
def test_what_is_no_date_is_refused_in_words(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        partial_date(text)


def test_dates_are_compared_only_when_it_is_certain() -> None:
    year, march, may = partial_date("2026"), partial_date("2026-03"), partial_date("2026-05")
    assert march.certainly_before(may)
    assert may.certainly_after(march)
    assert not year.certainly_before(march)
    assert not year.certainly_after(march)
    assert not march.certainly_before(march)
    assert march.certainly_before(date(2026, 4, 1))
    assert not march.certainly_before(date(2026, 3, 31))
    assert march.certainly_after(date(2026, 2, 28))


def test_years_are_a_stretch_or_one() -> None:
    assert years("2021/2026") == Years(2021, 2026)
    assert years("2021") == Years(2021, 2021)
    assert str(years("2021/2026")) == "2021/2026"


@pytest.mark.parametrize("text", ["2026/2021", "21/26", "2021/", "2021-2026", "", "2021/2026/2030"])
def test_what_are_no_years_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="year"):
        years(text)


@pytest.mark.parametrize("text", ["00:00", "09:30", "23:59"])
def test_a_time_of_day_stays_as_it_is(text: str) -> None:
    assert clock_time(text) == text


@pytest.mark.parametrize("text", ["24:00", "9:30", "12:60", "12:30:00", "5 pm", ""])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write a time of day"):
        clock_time(text)


def test_every_cadence_is_counted() -> None:
    uncounted = sorted(set(CADENCES.words) ^ set(TIMES_A_YEAR))
    assert set(uncounted) <= {"as-needed"}, uncounted


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-100_000, 100_000))
def test_a_day_is_shifted_there_and_back(day: date, days: int) -> None:
    assert shifted(shifted(day, days), -days) == day
    assert (shifted(day, days) - day).days == days


@pytest.mark.parametrize("days", [10**7, 10**30])
def test_a_day_stays_on_the_calendar(days: int) -> None:
    assert shifted(date(2026, 6, 30), days) == date.max
    assert shifted(date(2026, 6, 30), -days) == date.min


@pytest.mark.parametrize(
    ("when", "before", "after"),
    [
        ("2026-03-01", "2026-02-28", "2026-03-02"),
        ("2024-12-31", "2024-12-30", "2025-01-01"),
        ("2026-01", "2025-12", "2026-02"),
        ("2026", "2025", "2027"),
        ("0001-01-01", "0001-01-01", "0001-01-02"),
        ("9999", "9998", "9999"),
    ],
)
def test_what_is_next_to_a_date_is_as_exact(when: str, before: str, after: str) -> None:
    assert str(just_before(partial_date(when))) == before
    assert str(just_after(partial_date(when))) == after
