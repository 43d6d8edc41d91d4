"""What letters say: reasons that repeat one another, and money."""

from decimal import Decimal
from typing import Any

import pytest
from builders import plan
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.wording import alike, amounts_in, unrecorded_amounts
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.values import Prose

PARTNERS = [
    {"id": "library", "name": "City Library", "people": [{"id": "rosa", "name": "Rosa Jimenez"}]},
    {"id": "law-clinic", "name": "Tenant Law Clinic", "people": [{"id": "ben", "name": "Ben Ito"}]},
]
REASON = "You know this city and can help us to make it a better place"


def letters(first: object, second: object, **fields: str) -> Coalition:
    """Return a plan with two letters and their reasons; `fields` are of the second."""
    invitations = [
        {"id": "one", "partner": "library", "why_you": first},
        {"id": "two", "partner": "law-clinic", "why_you": second, **fields},
    ]
    return plan(partners=PARTNERS, invitations=invitations)


def pairs(of: Coalition, percent: int = 50) -> list[tuple[str, str]]:
    """Return which letter repeats which."""
    return [(found.letter.id, found.model.id) for found in alike(of, percent)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (REASON, REASON),
        (REASON, f"  {REASON.upper()}!  "),
        (REASON, f"{REASON}, Law Clinic."),
        (f"City Library: {REASON}", f"Tenant Law Clinic: {REASON}"),
        ("You know", "you know."),
        (REASON, {"en": REASON, "es": "Usted conoce esta ciudad."}),
        ({"es": "Usted conoce bien esta ciudad."}, {"en": "x", "es": "Usted conoce bien esta ciudad."}),
    ],
)
def test_reasons_are_alike_but_for_names_case_and_signs(first: object, second: object) -> None:
    assert pairs(letters(first, second)) == [("two", "one")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (REASON, "You ended late fees, and four thousand readers came back"),
        ("You know", "You know this"),
        ("City Library", "Tenant Law Clinic"),
        (REASON, REASON.split(" and ", 1)[0]),
    ],
)
def test_reasons_are_not_alike_by_a_phrase_or_a_name_alone(first: str, second: str) -> None:
    assert pairs(letters(first, second)) == []


def test_names_of_people_do_not_count() -> None:
    to = [
        {"id": key, "partner": home, "to": who, "why_you": f"{name}, you know this city"}
        for key, home, who, name in (("one", "library", "rosa", "Rosa"), ("two", "law-clinic", "ben", "Ben"))
    ]
    assert pairs(plan(partners=PARTNERS, invitations=to)) == [("two", "one")]


def test_the_share_is_counted_of_all_runs_and_may_be_set() -> None:
    # Runs: abc bcd cde | abc bcd cdf: two of four.
    of = letters("a b c d e", "a b c d f")
    assert pairs(of, 50) == [("two", "one")]
    assert pairs(of, 51) == []


def test_only_letters_to_be_sent_are_told_whichever_stands_first() -> None:
    assert pairs(letters(REASON, REASON, sent="2026-01")) == [("one", "two")]
    both = [{"id": key, "partner": "library", "why_you": REASON, "sent": "2026-01"} for key in ("one", "two")]
    assert pairs(plan(partners=PARTNERS, invitations=both)) == []


def test_each_of_many_copies_is_told_with_the_first() -> None:
    many = [{"id": f"n{place}", "partner": "library", "why_you": REASON} for place in range(4)]
    assert pairs(plan(partners=PARTNERS, invitations=many)) == [("n1", "n0"), ("n2", "n0"), ("n3", "n0")]


@given(st.lists(st.sampled_from("abcdef"), max_size=12), st.lists(st.sampled_from("abcdef"), max_size=12))
def test_likeness_does_not_depend_on_which_comes_first(first: list[str], second: list[str]) -> None:
    one, two = (" ".join([*words, "."]) for words in (first, second))
    assert bool(pairs(letters(one, two))) == bool(pairs(letters(two, one)))


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("A stipend of 12000 dollars a year", ["12000"]),
        ("$12,000.50 at once", ["12000.50"]),
        ("12.000 dólares al año", ["12000"]),
        ("€ 1 200 a year", ["1200"]),
        ("US$40, or 65 USD", ["40", "65"]),
        ("50 dollars or 3 meetings in 2026", ["50"]),
        ("$20, $30 and $20", ["20", "30"]),
        ("$5k, 6 thousand dollars, 1.5 million dollars, 2 mil dólares", [2000, 5000, 6000, 1500000]),
        ("25 000 dólares, 1,5 millones de dólares, 12,50 euros", ["12.50", 25000, 1500000]),
        ("$5 kilometers from here, 20 mil gracias", [5]),
        ("50% of the dollars raised", []),
        ("Help from the dollarstore, 3 times", []),
        ("4 hours", []),
    ],
)
def test_amounts_are_digits_beside_a_currency(text: str, amounts: list[str]) -> None:
    assert amounts_in(Prose({"": text})) == set(map(Decimal, amounts))


def test_amounts_are_read_in_every_language() -> None:
    assert amounts_in(Prose({"en": "50 dollars", "es": "60 dólares"})) == {Decimal(50), Decimal(60)}


@given(st.integers(1, 10**9))
def test_an_amount_is_read_as_it_is_written(amount: int) -> None:
    assert amounts_in(Prose({"": f"You get ${amount:,}."})) == {Decimal(amount)}
    assert amounts_in(Prose({"": f"You get {amount} dollars."})) == {Decimal(amount)}


def promise(**fields: str) -> dict[str, str]:
    """Return a promise of an amount."""
    return {"id": "stipend", "what": "A stipend", "amount": "900", **fields}


def unrecorded(letter: dict[str, str], **sections: Any) -> list[Decimal]:
    """Return the amounts of one letter that are not recorded."""
    of = plan(
        partners=PARTNERS,
        invitations=[{"id": "one", "partner": "library", "resources": "$900 and $50", **letter}],
        **sections,
    )
    return [amount for _, amount in unrecorded_amounts(of)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"promised_to": "library"}, [50]),
        ({"made_in": "one"}, [50]),
        ({"promised_to": "law-clinic", "made_in": "two"}, [50, 900]),
        ({}, [50, 900]),
    ],
)
def test_amounts_promised_to_the_partner_or_in_the_letter_are_recorded(
    fields: dict[str, str], expected: list[int]
) -> None:
    assert unrecorded({}, commitments=[promise(**fields)]) == expected


def test_a_promise_without_an_amount_records_none() -> None:
    assert unrecorded({}, commitments=[{"id": "rooms", "what": "Rooms", "promised_to": "library"}]) == [
        50,
        900,
    ]


def test_letters_that_were_declined_or_promise_nothing_owe_nothing() -> None:
    assert unrecorded({"answer": "declined"}) == []
    assert unrecorded({"resources": "Rooms and rides"}) == []
    bare = plan(partners=PARTNERS, invitations=[{"id": "one", "partner": "library"}])
    assert unrecorded_amounts(bare) == ()


def test_pay_that_is_private_may_be_what_a_letter_means() -> None:
    member = {"id": "rosa-j", "name": "Rosa", "partner": "library"}
    assert unrecorded({}, members=[{**member, "compensation": {"per": "meeting"}}]) == []
    assert unrecorded({}, members=[member]) == [50, 900]
