"""Values as people write them: ids, references, dates, money, shares, prose.

Every value is read from the text of the file, so that `0600000` stays a code and `2/3` stays exact.
A reader returns the value or raises ValueError with a sentence that says what to write instead.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, NamedTuple

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from coalitionkit.model.vocabulary.words import SLUG
from coalitionkit.periods import PartialDate, Years, clock_time, partial_date, years
from coalitionkit.prose import listed, quoted

_SLUG = re.compile(SLUG + r"\Z")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?\Z", re.ASCII)
_PLAIN_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
"""Letters that do not come apart into one without a mark and the mark."""

_THOUSAND = 3
"""How many digits stand behind a comma that sets thousands apart."""

_RATIO = re.compile(r"(\d+)\s*/\s*(\d+)\Z", re.ASCII)
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?\Z")
_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+\Z")
_URL = re.compile(r"https?://[^\s<>\"]+\Z")
_LONGEST_NUMBER = 30
_ANY_TEXT = {"type": "string"}


class Reader:
    """How the text of a field becomes a value; used as `Annotated[Decimal, MONEY_READER]`.

    `problem` names the kind of finding a bad value makes, `expected` completes "expected ...", `python`
    is the type of a value already read, `schema` the JSON Schema of the text.
    """

    __slots__ = ("expected", "problem", "python", "read", "schema")

    def __init__(
        self,
        problem: str,
        expected: str,
        read: Callable[[str], object],
        python: type,
        schema: Mapping[str, Any] = _ANY_TEXT,
    ) -> None:
        self.problem = problem
        self.expected = expected
        self.read = read
        self.python = python
        self.schema = schema

    def value(self, given: object) -> object:
        """Return the value of a field, or refuse it in words (pydantic's validator)."""
        if isinstance(given, str):
            try:
                return self.read(given.strip())
            except ValueError as error:
                raise PydanticCustomError(self.problem, str(error)) from None
        if isinstance(given, self.python):
            return given
        raise PydanticCustomError("shape", f"expected {self.expected}")


class Refers:
    """Marks a field that holds the id of another record; used as `Annotated[str, Refers("member")]`.

    `nouns` are the `Record.noun` of what it may point at. Whether such a record exists is judged in
    `loading`, where the whole plan is at hand.
    """

    __slots__ = ("nouns",)

    def __init__(self, *nouns: str) -> None:
        self.nouns = nouns

    def value(self, given: object) -> object:
        """Return the id, or refuse it in words (pydantic's validator)."""
        return _ID.value(given)

    @property
    def target(self) -> str:
        """What is pointed at, in words: `member or partner`."""
        return listed(self.nouns, "or")


def slug_of(text: str) -> str:
    """Return the id that a name suggests: `Ana López & Co` gives `ana-lopez-co`; may be empty."""
    from unicodedata import normalize

    plain = normalize("NFKD", text.casefold().translate(_PLAIN_LETTERS))
    return _NOT_SLUG.sub("-", "".join(c for c in plain if c.isascii())).strip("-")


def _slug(text: str) -> str:
    if _SLUG.match(text):
        return text
    suggestion = slug_of(text)
    instead = f"; write '{suggestion}'" if suggestion else ""
    raise ValueError(f"{quoted(text)} is not an id: use small letters, digits and single hyphens{instead}")


def _plain_number(text: str, example: str) -> Decimal:
    if len(text) > _LONGEST_NUMBER:
        raise ValueError(
            f"this number is longer than {_LONGEST_NUMBER} characters; write it with fewer digits"
        )
    if not _NUMBER.match(text):
        tidied = _tidied(text)
        tidy = _NUMBER.match(tidied) and tidied != text
        how = f"write it as {tidied}" if tidy else f"write digits, such as {example}"
        raise ValueError(f"{quoted(text)} is not a plain number; {how}")
    return Decimal(text)


def _tidied(text: str) -> str:
    """Return a number without signs and separators: 25,000 is 25000, but 31,5 and 1.250,50 have decimals."""
    bare = re.sub(r"[\s_$€£%]", "", text)
    whole, _, rest = bare.rpartition(",")
    if whole and rest.isdecimal() and (len(rest) != _THOUSAND or "." in whole):
        return f"{re.sub('[.,]', '', whole)}.{rest}"
    return bare.replace(",", "")


def _whole(text: str, example: str = "12") -> int:
    number = _plain_number(text, example)
    if number != int(number):
        raise ValueError(f"{text} is not a whole number; leave out what stands after the point")
    if number < 0:
        raise ValueError(f"{text} is below zero; write 0 or more")
    return int(number)


def _money(text: str) -> Decimal:
    number = _plain_number(text, "25000 or 25000.50")
    if number < 0:
        raise ValueError(f"{text} is below zero: money is written without a sign")
    return number


def share_of(text: str) -> Fraction:
    """Read `0.5`, `50%` or `2/3` exactly, between 0 and 1. Raises ValueError with a sentence."""
    if (ratio := _RATIO.match(text)) and len(text) <= _LONGEST_NUMBER:
        if not int(ratio[2]):
            raise ValueError(f"{quoted(text)} divides by zero; write a share as 0.5, 50% or 2/3")
        share = Fraction(int(ratio[1]), int(ratio[2]))
    elif text.endswith("%"):
        share = Fraction(_plain_number(text[:-1].rstrip(), "50%")) / 100
    else:
        share = Fraction(_plain_number(text, "0.5, 50% or 2/3"))
    if not 0 <= share <= 1:
        raise ValueError(f"{text} is not between 0 and 1: write a share as 0.5, 50% or 2/3")
    return share


def _level(text: str) -> int:
    level = _whole(text, "3")
    if level > 4:  # noqa: PLR2004 - the top of the anchored scale
        raise ValueError(f"{text} is above 4: levels go from 0 to 4")
    return level


def _flag(text: str) -> bool:
    answer = {"true": True, "yes": True, "false": False, "no": False}.get(text.casefold())
    if answer is None:
        raise ValueError(f"{quoted(text)} is neither yes nor no; write one of the two")
    return answer


def _language(text: str) -> str:
    if not LANGUAGE.match(text):
        raise ValueError(f"{quoted(text)} is not a language code: write en, es or pt-BR")
    return text


def _email(text: str) -> str:
    if not _EMAIL.match(text):
        raise ValueError(f"{quoted(text)} is not an e-mail address such as ana@example.org")
    return text


def _url(text: str) -> str:
    if not _URL.match(text):
        raise ValueError(f"{quoted(text)} is not a web address that begins with https://")
    return text


def _printed(text: str) -> str:
    if not text:
        raise ValueError("expected some text")
    return text


_TEXT_READER = Reader("shape", "text", _printed, str)
_LANGUAGE_READER = Reader(
    "word",
    "a language code such as en",
    _language,
    str,
    {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Z]{2})?$"},
)


class Prose(NamedTuple):
    """Text that may be printed: one text, or one per language.

    `texts` maps language codes to texts; a text given without a language stands under "".
    """

    texts: Mapping[str, str]

    def __str__(self) -> str:
        return next(iter(self.texts.values()))

    def in_language(self, language: str) -> str | None:
        """Return the text in a language, or the one without a language; None if there is neither."""
        return self.texts.get(language, self.texts.get(""))

    @classmethod
    def value(cls, given: object) -> object:
        """Return prose that was given as one text, and one text per language as it is."""
        if isinstance(given, str) and given.strip():
            return cls({"": given})
        if isinstance(given, Prose) or (isinstance(given, Mapping) and given):
            return given
        raise PydanticCustomError("shape", "expected text, or one text per language such as {en: …, es: …}")

    @classmethod
    def core(cls) -> CoreSchema:
        """Return what pydantic judges prose by: each language and each text at its own place."""
        texts = core_schema.dict_schema(
            core_schema.no_info_plain_validator_function(_LANGUAGE_READER.value),
            core_schema.no_info_plain_validator_function(_TEXT_READER.value),
        )
        return core_schema.no_info_wrap_validator_function(cls._several, texts)

    @classmethod
    def _several(cls, given: object, texts: Callable[[object], Mapping[str, str]]) -> "Prose":
        value = cls.value(given)
        return value if isinstance(value, Prose) else cls(texts(value))


_ID = Reader("id", "an id", _slug, str, {"type": "string", "pattern": f"^{SLUG}$"})
_SHARE_TEXT = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 1},
        {"type": "string", "pattern": r"^\s*(\d+(\.\d+)?\s*%?|\d+\s*/\s*\d+)\s*$"},
    ]
}
_FLAG_TEXT = {"anyOf": [{"type": "boolean"}, {"type": "string", "enum": ["yes", "no"]}]}
_DATE_TEXT = {
    "anyOf": [
        {"type": "string", "pattern": r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"},
        {"type": "integer", "minimum": 1, "maximum": 9999},
    ]
}
_YEARS_TEXT = {
    "anyOf": [
        {"type": "string", "pattern": r"^\d{4}(/\d{4})?$"},
        {"type": "integer", "minimum": 1, "maximum": 9999},
    ]
}
_DECIMAL_TEXT = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[+-]?\d+(\.\d+)?$"}]}
_MONEY_TEXT = {
    "anyOf": [
        {"type": "number", "minimum": 0},
        {"type": "string", "pattern": r"^\d+(\.\d+)?$"},
    ]
}
_WHOLE_TEXT = {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^\d+$"}]}

Id = Annotated[str, _ID]
"""A kebab-case slug by which other records point at this one."""

Date = Annotated[
    PartialDate, Reader("date", "a date such as 2026-03-14", partial_date, PartialDate, _DATE_TEXT)
]
YearRange = Annotated[Years, Reader("date", "years such as 2021/2026", years, Years, _YEARS_TEXT)]
Clock = Annotated[
    str,
    Reader(
        "date",
        "a time of day such as 17:30",
        clock_time,
        str,
        {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"},
    ),
]
Money = Annotated[Decimal, Reader("number", "an amount such as 25000", _money, Decimal, _MONEY_TEXT)]
"""An exact amount in the plan's currency."""

Quantity = Annotated[
    Decimal,
    Reader("number", "a number", lambda text: _plain_number(text, "12.5"), Decimal, _DECIMAL_TEXT),
]
Whole = Annotated[int, Reader("number", "a whole number", _whole, int, _WHOLE_TEXT)]
Level = Annotated[
    int,
    Reader(
        "number",
        "a level from 0 to 4",
        _level,
        int,
        {
            "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": 4},
                {"type": "string", "pattern": "^[0-4]$"},
            ]
        },
    ),
]
Share = Annotated[
    Fraction, Reader("number", "a share such as 0.5, 50% or 2/3", share_of, Fraction, _SHARE_TEXT)
]
Flag = Annotated[bool, Reader("word", "yes or no", _flag, bool, _FLAG_TEXT)]
Language = Annotated[str, _LANGUAGE_READER]
Email = Annotated[
    str, Reader("text", "an e-mail address", _email, str, {"type": "string", "format": "email"})
]
Url = Annotated[str, Reader("text", "a web address", _url, str, {"type": "string", "pattern": "^https?://"})]
Code = Annotated[
    str,
    Reader("text", "a code", str, str, {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
]
"""Text that may look like a number and must keep its leading zeros, such as a FIPS code."""
