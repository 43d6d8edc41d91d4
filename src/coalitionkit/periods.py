"""Dates as people write them, spans of time and how often things happen.

Nothing here reads the clock.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_MONTHS = 12
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d\Z", re.ASCII)

TIMES_A_YEAR = {
    "weekly": 52,
    "every-two-weeks": 26,
    "monthly": 12,
    "every-two-months": 6,
    "quarterly": 4,
    "twice-a-year": 2,
    "yearly": 1,
}
"""How many times a year something with each cadence happens."""


class PartialDate:
    """A day, a month or a year: the interval of days that it may mean, both ends included.

    Two partial dates are compared only by `certainly_before` and `certainly_after`: `2026` is neither
    before nor after `2026-03`.
    """

    __slots__ = ("first", "last", "text")

    def __init__(self, text: str, first: date, last: date) -> None:
        self.text = text
        self.first = first
        self.last = last

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and (self.first, self.last) == (other.first, other.last)

    def __hash__(self) -> int:
        return hash((self.first, self.last))

    def certainly_before(self, other: "PartialDate | date") -> bool:
        """Whether every day this may mean lies before every day the other may mean."""
        return self.last < (other if isinstance(other, date) else other.first)

    def certainly_after(self, other: "PartialDate | date") -> bool:
        """Whether every day this may mean lies after every day the other may mean."""
        return self.first > (other if isinstance(other, date) else other.last)


class Years(NamedTuple):
    """A stretch of calendar years, both included, as the years that a plan of a city covers."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"


@lru_cache(maxsize=4096)
def partial_date(text: str) -> PartialDate:
    """Read `2026`, `2026-03` or `2026-03-14`.

    Raises ValueError, with a sentence for people, for anything else.
    """
    match = _DATE.match(text)
    if match is None:
        raise ValueError("write a date as 2026-03-14, 2026-03 or 2026")
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        raise ValueError("there is no year 0")
    if month is None:
        return PartialDate(text, date(year, 1, 1), date(year, 12, 31))
    if not 1 <= month <= _MONTHS:
        raise ValueError(f"there is no month {month}: months go from 01 to 12")
    last = _last_of(year, month)
    if day is None:
        return PartialDate(text, date(year, month, 1), last)
    if not 1 <= day <= last.day:
        raise ValueError(f"{year}-{month:02} has {last.day} days: there is no day {day}")
    return PartialDate(text, date(year, month, day), date(year, month, day))


def _last_of(year: int, month: int) -> date:
    return date(year, month, 31) if month == _MONTHS else date(year, month + 1, 1) - timedelta(1)


def years(text: str) -> Years:
    """Read `2021/2026`, or `2021` for one year. Raises ValueError with a sentence for people."""
    first, slash, last = text.partition("/")
    if not re.fullmatch(r"\d{4}", first, re.ASCII) or (slash and not re.fullmatch(r"\d{4}", last, re.ASCII)):
        raise ValueError("write the years as 2021/2026, or one year as 2021")
    stretch = Years(int(first), int(last or first))
    if stretch.last < stretch.first:
        raise ValueError(f"{last} is before {first}: write the earlier year first")
    return stretch


def shifted(day: date, days: int) -> date:
    """Return the day so many days later, earlier where below zero, and never off the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def just_before(when: PartialDate) -> PartialDate:
    """Return the day before a day, the month before a month, the year before a year."""
    return _as_exact_as(when, shifted(when.first, -1))


def just_after(when: PartialDate) -> PartialDate:
    """Return the day after a day, the month after a month, the year after a year."""
    return _as_exact_as(when, shifted(when.last, 1))


def _as_exact_as(when: PartialDate, day: date) -> PartialDate:
    return partial_date(day.isoformat()[: len(when.text)])


def clock_time(text: str) -> str:
    """Return a time of day such as `17:30` as it is. Raises ValueError with a sentence for people."""
    if not _CLOCK.match(text):
        raise ValueError("write a time of day as 09:00 or 17:30")
    return text
