"""Values as people write them elsewhere: what can be read in one way is, and nothing else."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.loading import spellings
from coalitionkit.periods import partial_date


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("March 5, 2026", "2026-03-05"),
        ("march 5th 2026", "2026-03-05"),
        ("Mar. 5, 2026", "2026-03-05"),
        ("Sept 5, 2026", "2026-09-05"),
        ("5 March 2026", "2026-03-05"),
        ("5th of March, 2026", "2026-03-05"),
        ("5. March 2026", "2026-03-05"),
        ("5 de marzo de 2026", "2026-03-05"),
        ("Thu, March 5, 2026", "2026-03-05"),
        ("thursday 5 March 2026", "2026-03-05"),
        ("2026/03/05", "2026-03-05"),
        ("2026.3.5", "2026-03-05"),
        ("2026-3-5", "2026-03-05"),
        ("25/3/2026", "2026-03-25"),
        ("3/25/2026", "2026-03-25"),
        ("5/5/2026", "2026-05-05"),
        ("March 2026", "2026-03"),
        ("marzo de 2026", "2026-03"),
        ("2026/3", "2026-03"),
        ("5:30 pm", "17:30"),
        ("5:30PM", "17:30"),
        ("9 a.m.", "09:00"),
        ("12:15 am", "00:15"),
        ("12 pm", "12:00"),
        ("9:00", "09:00"),
        ("17.30", "17:30"),
        ("2021-2026", "2021/2026"),
        ("2021 to 2026", "2021/2026"),
        ("second Thursday", "2nd thursday"),
        ("Thursdays", "thursday"),
        ("every last friday", "last friday"),
    ],
)
def test_what_a_person_would_read_in_one_way(text: str, form: str) -> None:
    assert form in list(spellings.dates(text))


@pytest.mark.parametrize(
    "text",
    [
        "3/4/2026",
        "03-04-2026",
        "5.3.2026",
        "3/4/26",
        "5 Smarch 2026",
        "Friday, March 5, 2026",
        "Thursday, March 2026",
        "spring 2026",
        "soon",
        "17",
        "13:00 pm",
        "0 am",
        "second day",
        "",
    ],
)
def test_what_could_mean_something_else_is_left_to_people(text: str) -> None:
    assert [form for form in spellings.dates(text) if is_date(form) or ":" in form or "day" in form] == []


def is_date(text: str) -> bool:
    try:
        partial_date(text)
    except ValueError:
        return False
    return True


WRITTEN: list[Callable[[date], str]] = [
    lambda day: day.strftime("%B %d, %Y"),
    lambda day: f"{day.day} {day:%b} {day.year:04}",
    lambda day: f"{day:%A}, {day:%B} {day.day}, {day.year:04}",
    lambda day: f"{day.year:04}/{day.month}/{day.day}",
]


@given(st.dates(date(1000, 1, 1)), st.sampled_from(WRITTEN))
def test_every_day_comes_back(day: date, write: Callable[[date], str]) -> None:
    assert next(spellings.dates(write(day))) == day.isoformat()


@given(st.dates(date(1000, 1, 1)))
def test_a_month_and_a_day_that_could_change_places_are_not_read(day: date) -> None:
    found = list(spellings.dates(f"{day.month}/{day.day}/{day.year}"))
    assert found == ([day.isoformat()] if day.day > 12 or day.day == day.month else [])


@pytest.mark.parametrize(
    ("read", "text", "forms", "is_sure"),
    [
        (spellings.words, "Y", ["yes"], True),
        (spellings.words, "off", ["no", "off"], True),
        (spellings.words, "EN", ["en"], True),
        (spellings.words, "pt_br", ["pt-BR"], True),
        (spellings.words, "Spanish", ["es"], True),
        (spellings.words, "maybe", [], True),
        (spellings.numbers, "25 000", ["25000"], True),
        (spellings.numbers, "25_000", ["25000"], True),
        (spellings.numbers, "1,250,000.50", ["1250000.50"], True),
        (spellings.numbers, "25,000", ["25000"], False),
        (spellings.numbers, "$25,000", ["25000"], False),
        (spellings.numbers, "500 €", ["500"], False),
        (spellings.numbers, "1,5", [], True),
        (spellings.numbers, "1,250 000", [], True),
        (spellings.numbers, "about 25", [], True),
        (spellings.addresses, "Ana López <ana@example.org>", ["ana@example.org"], True),
        (spellings.addresses, "www.example.org/about", ["https://www.example.org/about"], False),
        (spellings.addresses, "ana at example.org", [], True),
    ],
)
def test_other_values(
    read: Callable[[str], Iterator[str]],
    text: str,
    forms: list[str],
    is_sure: bool,  # noqa: FBT001
) -> None:
    assert list(read(text)) == forms
    assert spellings.is_sure(text) is is_sure
