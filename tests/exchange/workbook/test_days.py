"""Days as people and programs write them in cells."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.exchange.workbook.days import days_meant, without_time


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("6/15/2026", ["2026-06-15"]),
        ("15.06.2026", ["2026-06-15"]),
        ("6/15/26", ["2026-06-15"]),
        ("6/15/2026 13:30", ["2026-06-15"]),
        ("3/4/2026", ["2026-03-04", "2026-04-03"]),
        ("5/5/2026", ["2026-05-05"]),
        ("2026/6/5", ["2026-06-05"]),
        ("20260615", ["2026-06-15"]),
        ("2026-06-15T23:30:00.000Z", ["2026-06-15"]),
        ("2026-6", ["2026-06"]),
        ("46188", ["2026-06-15"]),
        ("46188.75", ["2026-06-15"]),
        ("31/31/2026", []),
        ("0/0/0000", []),
        ("12.5", []),
        ("90210", []),
        ("soon", []),
    ],
)
def test_what_may_be_meant(text: str, days: list[str]) -> None:
    assert days_meant(text) == days


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_the_right_day_is_among_those_meant(day: date) -> None:
    for text in (f"{day.month}/{day.day}/{day.year}", f"{day.day}.{day.month}.{day.year}", f"{day:%Y%m%d}"):
        assert day.isoformat() in days_meant(text)


@given(st.text("0123456789-/.: TZ", max_size=12))
def test_any_text_is_some_days_or_none(text: str) -> None:
    assert len(days_meant(text)) <= 2


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("2026-06-15 13:30:00", "2026-06-15"),
        ("2026-06-15T13:30", "2026-06-15"),
        ("2026-06-15T23:30:00Z", "2026-06-15T23:30:00Z"),
        ("2026-06", "2026-06"),
    ],
)
def test_only_a_plain_time_of_day_is_left_out(text: str, same: str) -> None:
    assert without_time(text) == same
