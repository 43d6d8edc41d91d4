"""Values as people write them: what is read, what is refused and with which words."""

from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from coalitionkit.model.about import Currency
from coalitionkit.model.record import Leaf, Record, _kind
from coalitionkit.model.rhythm import SeriesDay
from coalitionkit.model.values import (
    Clock,
    Code,
    Date,
    Email,
    Flag,
    Id,
    Language,
    Level,
    Money,
    Prose,
    Quantity,
    Refers,
    Share,
    Url,
    Whole,
    YearRange,
    slug_of,
)
from coalitionkit.periods import Years, partial_date


def read(annotation: Any, given_value: object) -> object:
    """Read a value as a field with this annotation does."""
    kind = _kind(annotation, ())
    assert isinstance(kind, Leaf)
    assert kind.marker is not None
    return kind.marker.value(given_value)


READ = [
    (Id, "ana-lopez-2", "ana-lopez-2"),
    (Annotated[str, Refers("member")], "ana", "ana"),
    (Date, "2026-03", partial_date("2026-03")),
    (Date, " 2026 ", partial_date("2026")),
    (YearRange, "2021/2026", Years(2021, 2026)),
    (Clock, "09:30", "09:30"),
    (Money, "25000.50", Decimal("25000.50")),
    (Money, "0", Decimal(0)),
    (Quantity, "-1.50", Decimal("-1.50")),
    (Quantity, "+3", Decimal(3)),
    (Whole, "12", 12),
    (Whole, "12.0", 12),
    (Whole, "007", 7),
    (Level, "4", 4),
    (Share, "0.5", Fraction(1, 2)),
    (Share, "50%", Fraction(1, 2)),
    (Share, "33.3 %", Fraction(333, 1000)),
    (Share, "2 / 3", Fraction(2, 3)),
    (Share, "1", Fraction(1)),
    (Share, "0", Fraction(0)),
    (Flag, "yes", True),
    (Flag, "True", True),
    (Flag, "no", False),
    (Language, "pt-BR", "pt-BR"),
    (Email, "ana@example.org", "ana@example.org"),
    (Url, "https://example.org/?a=b", "https://example.org/?a=b"),
    (Code, "0600000", "0600000"),
    (Currency, "EUR", "EUR"),
    (SeriesDay, "2nd  Thursday", "2nd thursday"),
    (Prose, "One text.", Prose({"": "One text."})),
]


@pytest.mark.parametrize(("kind", "text", "value"), READ)
def test_values_are_read_exactly(kind: Any, text: object, value: object) -> None:
    found = read(kind, text)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(("kind", "text", "value"), READ)
def test_a_value_that_was_read_stays_as_it_is(kind: Any, text: object, value: object) -> None:
    assert read(kind, value) == value


REFUSED: list[tuple[Any, Any, str, str]] = [
    (Id, "Ana López", "id", "write 'ana-lopez'"),
    (Id, "a--b", "id", "write 'a-b'"),
    (Id, "-", "id", "is not an id"),
    (Id, ["a"], "shape", "expected an id"),
    (Annotated[str, Refers("member")], "Ana", "id", "is not an id"),
    (Date, "14.3.2026", "date", "write a date as"),
    (Date, None, "shape", "expected a date such as 2026-03-14"),
    (YearRange, "2026/2021", "date", "write the earlier year first"),
    (Clock, "5pm", "date", "write a time of day"),
    (Money, "$25,000", "number", "write it as 25000"),
    (Money, "1,234,500.25", "number", "write it as 1234500.25"),
    (Quantity, "31,5", "number", "write it as 31.5"),
    (Quantity, "31,25 %", "number", "write it as 31.25"),
    (Money, "1.250,500 €", "number", "write it as 1250.500"),
    (Money, "-5", "number", "below zero"),
    (Money, "1e5", "number", "is not a plain number"),
    (Money, "٣", "number", "is not a plain number"),
    (Money, "NaN", "number", "is not a plain number"),
    (Money, "9" * 31, "number", "longer than 30"),
    (Quantity, "about 3", "number", "is not a plain number"),
    (Whole, "1.5", "number", "is not a whole number"),
    (Whole, "-1", "number", "below zero"),
    (Level, "5", "number", "levels go from 0 to 4"),
    (Share, "1.2", "number", "is not between 0 and 1"),
    (Share, "120%", "number", "is not between 0 and 1"),
    (Share, "-5%", "number", "is not between 0 and 1"),
    (Share, "1/0", "number", "divides by zero"),
    (Share, "3/2", "number", "is not between 0 and 1"),
    (Share, "half", "number", "0.5, 50% or 2/3"),
    (Share, f"1/{'9' * 5000}", "number", ""),
    (Flag, "maybe", "word", "neither yes nor no"),
    (Language, "english", "word", "is not a language code"),
    (Email, "ana@example", "text", "is not an e-mail address"),
    (Email, "Ana <ana@example.org>", "text", "is not an e-mail address"),
    (Url, "www.example.org", "text", "begins with https://"),
    (Url, "javascript:alert(1)", "text", "begins with https://"),
    (Currency, "usd", "word", "write USD"),
    (SeriesDay, "5th thursday", "date", "write it as thursday"),
    (Prose, "  ", "shape", "expected text"),
    (Prose, {}, "shape", "expected text"),
    (Prose, ["a"], "shape", "expected text"),
]


@pytest.mark.parametrize(("kind", "given_value", "problem", "words"), REFUSED)
def test_what_cannot_be_read_is_refused_in_words(
    kind: Any, given_value: object, problem: str, words: str
) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read(kind, given_value)
    message = caught.value.message()
    assert (caught.value.type, words in message) == (problem, True), message


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ana López & Co", "ana-lopez-co"),
        ("  ÅNGSTRÖM ", "angstrom"),
        ("Łukasz Sørensen", "lukasz-sorensen"),
        ("東京", ""),
        ("--", ""),
        ("ß", "ss"),
    ],
)
def test_a_name_suggests_an_id(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@given(st.text())
def test_what_is_suggested_is_an_id(name: str) -> None:
    if slug := slug_of(name):
        assert read(Id, slug) == slug


@given(st.text(max_size=40))
@pytest.mark.parametrize(
    "kind",
    [Id, Date, YearRange, Clock, Money, Quantity, Whole, Level, Share, Flag, Language, Email, Url, Prose],
)
def test_any_text_is_read_or_refused(kind: Any, text: str) -> None:
    with suppress(PydanticCustomError):
        read(kind, text)


def test_prose_speaks_the_language_that_is_asked_for() -> None:
    both = Prose({"es": "hola", "en": "hello"})
    assert (str(both), both.in_language("en"), both.in_language("fr")) == ("hola", "hello", None)
    assert Prose({"": "x"}).in_language("fr") == "x"


def test_prose_may_be_given_for_each_language() -> None:
    note = Record.read({"note": {"en": "a", "es": "b"}}).note
    assert note == Prose({"en": "a", "es": "b"})


@pytest.mark.parametrize(
    ("text", "location", "message"),
    [
        ({"en": ["a"]}, ("note", "en"), "expected text"),
        ({"en": " "}, ("note", "en"), "expected some text"),
        ({"english": "a"}, ("note", "english", "[key]"), "'english' is not a language code"),
    ],
)
def test_prose_is_refused_at_the_language_that_is_wrong(
    text: object, location: tuple[str, ...], message: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        Record.read({"note": text})
    (error,) = refused.value.errors()
    assert error["loc"] == location
    assert message in error["msg"]
