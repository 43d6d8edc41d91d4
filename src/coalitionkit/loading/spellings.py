"""Values as people write them elsewhere, turned to the form that the file has for them.

Only what can be read in one way is turned: 3/4/2026 is March in one country and April in another.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

_MONTHS = (
    ("january", "enero"),
    ("february", "febrero"),
    ("march", "marzo"),
    ("april", "abril"),
    ("may", "mayo"),
    ("june", "junio"),
    ("july", "julio"),
    ("august", "agosto"),
    ("september", "septiembre"),
    ("october", "octubre"),
    ("november", "noviembre"),
    ("december", "diciembre"),
)
_MONTH = {
    name: number
    for number, (english, spanish) in enumerate(_MONTHS, 1)
    for name in (english, english[:3], spanish)
} | {"sept": 9}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = {name: number for number, day in enumerate(_DAYS) for name in (day, day[:3])}
_WEEKDAY = re.compile(rf"({'|'.join(sorted(_DAY, key=len, reverse=True))})\.?,?\s+")
_NUMBER_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?([a-z]+)\.?,?\s+(?:de\s+|del\s+)?(\d{4})"
)
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_ALONE = re.compile(r"([a-z]+)\.?,?\s+(?:of\s+|de\s+|del\s+)?(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\s*([-/.])\s*(\d{1,2})(?:\s*\2\s*(\d{1,2}))?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(?:([ap])\.?m\.?)?")
_YEARS = re.compile(r"(\d{4})\s*(?:[-\u2013\u2014/]|to|until)\s*(\d{4})")
_ORDINALS = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th"}
_FLAGS = {"y": "yes", "t": "yes", "on": "yes", "n": "no", "f": "no", "off": "no"}
_LANGUAGES = {"english": "en", "spanish": "es", "espa\u00f1ol": "es", "portuguese": "pt", "french": "fr"}
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?")
_GROUPED = re.compile(r"\d{1,3}(?:([ _,\u00a0\u202f'])\d{3})(?:\1\d{3})*(?:\.\d+)?")
_CURRENCY = re.compile(r"\A[$€£]\s*|\s*[$€£]\Z")
_BRACED_MAIL = re.compile(r"[^<>@]*<([^<>\s]+@[^<>\s]+)>")
_BARE_SITE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_NOON = 12
_LAST_MONTH = 12


def dates(text: str) -> Iterator[str]:
    """Give what a date, a time of day, a day of a series or a stretch of years may be written as instead."""
    plain = " ".join(text.casefold().split())
    for form in (_day, _clock, _years, _series_day):
        if (found := form(plain)) is not None:
            yield found


def words(text: str) -> Iterator[str]:
    """Give the answer that a word stands for, or the code of the language that it names."""
    folded = text.casefold()
    yield from (table[folded] for table in (_FLAGS, _LANGUAGES) if folded in table)
    if match := _LANGUAGE.fullmatch(text):
        language, country = match.groups()
        yield language.lower() + (f"-{country.upper()}" if country else "")


def numbers(text: str) -> Iterator[str]:
    """Give a number without the signs between its groups of digits, and without that of a currency."""
    bare = _CURRENCY.sub("", text)
    if match := _GROUPED.fullmatch(bare):
        yield bare.replace(match[1], "")
    elif bare != text:
        yield bare


def addresses(text: str) -> Iterator[str]:
    """Give an e-mail or web address in the form in which programs open it."""
    if match := _BRACED_MAIL.fullmatch(text):
        yield match[1]
    if _BARE_SITE.fullmatch(text):
        yield f"https://{text}"


def is_sure(text: str) -> bool:
    """Whether another spelling of a number or an address cannot mean anything else.

    A comma before three digits is a thousand here and a fraction elsewhere; an amount may be in a currency
    that is not the plan's; a site may not answer to https.
    """
    if _CURRENCY.search(text):
        return False
    grouped = _GROUPED.fullmatch(text)
    if grouped is not None:
        return grouped[1] != "," or text.count(",") > 1
    return not _BARE_SITE.fullmatch(text)


def _day(text: str) -> str | None:
    weekday = _WEEKDAY.match(text)
    written = text[weekday.end() :] if weekday else text
    found = next((iso for form in _FORMS if (iso := form(written)) is not None), None)
    if found is None or weekday is None:
        return found
    try:
        return found if date.fromisoformat(found).weekday() == _DAY[weekday[1]] else None
    except ValueError:  # a month has no weekday
        return None


def _number_first(text: str) -> str | None:
    match = _NUMBER_FIRST.fullmatch(text)
    return _iso(match[3], _MONTH.get(match[2]), match[1]) if match else None


def _month_first(text: str) -> str | None:
    match = _MONTH_FIRST.fullmatch(text)
    return _iso(match[3], _MONTH.get(match[1]), match[2]) if match else None


def _month_alone(text: str) -> str | None:
    match = _MONTH_ALONE.fullmatch(text)
    return _iso(match[2], _MONTH.get(match[1])) if match else None


def _year_first(text: str) -> str | None:
    match = _YEAR_FIRST.fullmatch(text)
    return _iso(match[1], int(match[3]), match[4]) if match else None


def _year_last(text: str) -> str | None:
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return None
    one, two = int(match[1]), int(match[3])
    if one == two or one <= _LAST_MONTH < two:
        return _iso(match[4], one, match[3])
    return _iso(match[4], two, match[1]) if two <= _LAST_MONTH < one else None


_FORMS: tuple[Callable[[str], str | None], ...] = (
    _number_first,
    _month_first,
    _month_alone,
    _year_first,
    _year_last,
)


def _iso(year: str, month: int | None, day: str | None = None) -> str | None:
    if month is None:
        return None
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def _clock(text: str) -> str | None:
    match = _CLOCK.fullmatch(text)
    if match is None or not (match[2] or match[3]):
        return None
    hour = int(match[1])
    if match[3]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if match[3] == "p" else 0)
    return f"{hour:02}:{match[2] or '00'}"


def _years(text: str) -> str | None:
    match = _YEARS.fullmatch(text)
    return f"{match[1]}/{match[2]}" if match else None


def _series_day(text: str) -> str | None:
    which, _, day = text.removeprefix("every ").rpartition(" ")
    day = day if day in _DAYS else day.removesuffix("s")
    return f"{_ORDINALS.get(which, which)} {day}".strip() if day in _DAYS else None
