"""Days as people and programs write them in cells, in other ways than a plan does."""

import re
from datetime import date, timedelta

_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\Z")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[ T].*)?\Z")
_YEAR_LAST = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.](\d{4}|\d\d)(?: .*)?\Z")
_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)\Z")
_MONTH = re.compile(r"(\d{4})[-/.](\d\d?)\Z")
_COUNTED = re.compile(r"([3-7]\d{4})(?:\.\d+)?\Z")
_FIRST_DAY = date(1899, 12, 30)
"""The day from which spreadsheets count."""

_CENTURY = 2000
_SHORT_YEARS = 100


def without_time(text: str) -> str:
    """Return a text without a time of day that a program set behind the day; with a time zone it stays."""
    found = _WITH_TIME.match(text)
    return found[1] if found else text


def days_meant(text: str) -> list[str]:
    """Return what a date written in another way may stand for: two where months and days may be swapped."""
    if found := _COUNTED.match(text):
        return [(_FIRST_DAY + timedelta(days=int(found[1]))).isoformat()]
    if found := _MONTH.match(text):
        return [day[:7] for day in _days(found[1], found[2], "1")]
    if found := _YEAR_FIRST.match(text) or _TOGETHER.match(text):
        return _days(found[1], found[2], found[3])
    if found := _YEAR_LAST.match(text):
        first, second, year = found.groups()
        return list(dict.fromkeys(_days(year, first, second) + _days(year, second, first)))
    return []


def _days(year: str, month: str, day: str) -> list[str]:
    """Return a day, or nothing where there is none such."""
    number = int(year)
    try:
        return [
            date(number + _CENTURY if number < _SHORT_YEARS else number, int(month), int(day)).isoformat()
        ]
    except ValueError:
        return []
