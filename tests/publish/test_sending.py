"""What keeps letters from being sent, which repeat one another, and what is recorded of those that go out."""

from datetime import date
from typing import Any

import pytest
from builders import plan
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.recipients import recipient
from coalitionkit.edits import Add, Edit, Put
from coalitionkit.model.coalition import Coalition
from coalitionkit.periods import partial_date
from coalitionkit.publish.letters import Drawn, drawn
from coalitionkit.publish.sending import obstacles, record, repeated
from publish.pressroom import TODAY, press, willow_bend

FULL: dict[str, Any] = {
    "id": "one",
    "partner": "court",
    "to": "clerk",
    "why_you": "You count what others guess.",
    "resources": "An analyst for a day a week.",
    "power_sharing": "A seat with a vote.",
    "different": "You are asked before it is written.",
}


def court(letter: dict[str, Any] | None = None, **sections: Any) -> Coalition:
    """Return a plan in which nothing keeps the one letter from being sent."""
    given_letter = {key: value for key, value in (FULL | (letter or {})).items() if value is not None}
    return plan(
        **{
            "partners": [
                {
                    "id": "court",
                    "name": "Court",
                    "closest": "ana",
                    "people": [{"id": "clerk", "name": "Lou Ray"}],
                }
            ],
            "members": [{"id": "ana", "name": "Ana", "work_email": "ana@example.org"}],
            "roles": [{"id": "project-manager", "held_by": ["ana"]}],
            "focus": {"predictors": ["housing-stability"]},
            "metrics": [
                {
                    "id": "evictions",
                    "name": "Eviction cases",
                    "predictor": "housing-stability",
                    "source": "Court",
                    "baseline": {"date": "2025", "value": "1240"},
                }
            ],
            "invitations": [given_letter],
            **sections,
        }
    )


def letters(of: Coalition, *keys: str, language: str | None = None) -> list[Drawn]:
    """Return letters with what they were drawn from."""
    return [
        drawn(of, recipient(of, key), press=press(), as_of=TODAY, language=language)
        for key in keys or ("court",)
    ]


def hindered(of: Coalition) -> list[str]:
    """Return the addresses at which something is to be mended before letters are sent."""
    return [str(one.where) for one in obstacles(of, letters(of))]


def test_a_complete_letter_may_go_out() -> None:
    assert hindered(court()) == []


@pytest.mark.parametrize("part", ["to", "resources", "power_sharing", "different", "why_you"])
def test_every_gap_keeps_a_letter_back(part: str) -> None:
    assert hindered(court({part: None})) == [f"invitations[one].{part}"]


PAID = "You get 25 000 dollars a year."


@pytest.mark.parametrize(
    "text",
    [
        "You get $25,000.",
        PAID,
        "You get $25k.",
        {"en": "US$25000", "es": "x"},
        "25 mil dólares o 25.000 dólares",
    ],
)
@pytest.mark.parametrize("part", ["resources", "power_sharing", "different", "why_you"])
def test_money_that_is_recorded_nowhere_keeps_a_letter_back(part: str, text: Any) -> None:
    of = court({part: text})
    assert hindered(of) == [f"invitations[one].{part}"]
    (found,) = obstacles(of, letters(of))
    assert "it promises 25,000, and no such amount is recorded" in found.message
    assert "promised_to: court" in found.message


@pytest.mark.parametrize(
    ("sections", "kept"),
    [
        ({"commitments": [{"id": "c", "what": "x", "amount": "25000", "promised_to": "court"}]}, False),
        ({"commitments": [{"id": "c", "what": "x", "amount": "25000"}]}, False),
        (
            {
                "commitments": [
                    {"id": "c", "what": "x", "amount": "25000", "promised_to": "ana", "made_in": "one"}
                ]
            },
            False,
        ),
        ({"commitments": [{"id": "c", "what": "x", "amount": "25000", "promised_to": "ana"}]}, True),
        ({"commitments": [{"id": "c", "what": "x", "amount": "24000", "promised_to": "court"}]}, True),
        ({"funding_sources": [{"id": "f", "name": "F", "amount": "25000"}]}, False),
        (
            {
                "funding_sources": [
                    {
                        "id": "f",
                        "name": "F",
                        "amount": "90000",
                        "schedule": [{"date": "2026", "amount": "25000"}],
                    }
                ]
            },
            False,
        ),
        ({"budget": {"lines": [{"id": "b", "what": "x", "amount": "25000"}]}}, False),
        ({"budget": {"reserve": "25000"}}, True),
    ],
)
def test_money_may_be_recorded_as_promise_funding_or_budget(sections: dict[str, Any], kept: bool) -> None:  # noqa: FBT001
    of = court({"resources": PAID}, **sections)
    assert hindered(of) == (["invitations[one].resources"] if kept else [])


def test_pay_that_is_recorded_covers_what_the_letter_says() -> None:
    paid = {"id": "lou", "name": "Lou Ray", "partner": "court", "compensation": {"amount": "25000"}}
    members = [{"id": "ana", "name": "Ana", "work_email": "ana@example.org"}, paid]
    assert hindered(court({"resources": PAID}, members=members)) == []


def test_money_that_is_a_fact_is_no_promise() -> None:
    metric = {
        "id": "pay",
        "name": "What a job pays, of $50,000 needed",
        "unit": "dollars",
        "source": "Survey",
        "baseline": {"date": "2025", "value": "41000"},
    }
    focus = {"north_star": "A living of $50,000 for all."}
    assert hindered(court({"data_point": "pay"}, metrics=[metric], focus=focus)) == []


@given(st.integers(1, 10**8))
def test_no_amount_slips_through(amount: int) -> None:
    for text in (f"${amount:,}", f"{amount} dollars", f"{amount:,} dólares".replace(",", " ")):
        of = court({"resources": f"You get {text} at once."})
        assert hindered(of) == ["invitations[one].resources"]


def test_letters_of_the_same_reason_are_told_by_what_they_say() -> None:
    person = {"people": [{"id": "x", "name": "Xu"}]}
    partners = [
        {"id": key, "name": key.upper(), "domains": domains, "closest": "ana", **person}
        for key, domains in (
            ("a", ["housing-stability"]),
            ("b", ["housing-stability"]),
            ("c", ["digital-access"]),
        )
    ]
    of = court(partners=partners, invitations=[])
    pairs = repeated(of, letters(of, "a", "b", "c"))
    assert [(pair.letter.partner, pair.model.partner) for pair in pairs] == [("b", "a")]
    assert repeated(of, letters(of, "b", "c")) == ()


def test_letters_are_compared_with_those_that_were_sent() -> None:
    partners = [{"id": "court", "name": "Court"}, {"id": "b", "name": "B"}]
    reason = "You know this city and its people well."
    sent = {"id": "old", "partner": "b", "why_you": reason, "sent": "2026-01"}
    new = {"id": "new", "partner": "court", "why_you": reason.upper()}
    of = court(partners=partners, invitations=[sent, new])
    assert [(pair.letter.id, pair.model.id) for pair in repeated(of, letters(of, "court"))] == [
        ("new", "old")
    ]
    assert repeated(of, letters(of, "b")) == ()


def puts(edits: tuple[Edit, ...]) -> dict[str, str]:
    """Return values by the addresses at which they are put."""
    return {str(edit.at): str(edit.value) for edit in edits if isinstance(edit, Put)}


def promises(edits: tuple[Edit, ...]) -> list[dict[str, Any]]:
    """Return the promises that are added."""
    return [dict(edit.item) for edit in edits if isinstance(edit, Add) and isinstance(edit.item, dict)]


def recorded(of: Coalition, **how: Any) -> tuple[Edit, ...]:
    """Return the edits that record the one letter."""
    return record(of, letters(of), sent=TODAY, **how).edits


def test_a_letter_is_recorded_with_all_that_it_was_drawn_from() -> None:
    assert puts(recorded(court())) == {
        "invitations[one].sender": "ana",
        "invitations[one].language": "en",
        "invitations[one].data_point": "evictions",
        "invitations[one].sent": "2026-03-02",
    }
    kept = {"sender": "ana", "language": "en", "data_point": "evictions"}
    assert puts(recorded(court(kept))) == {"invitations[one].sent": "2026-03-02"}


def test_the_language_that_was_used_is_recorded() -> None:
    of = court({"language": "es"})
    found = record(of, letters(of, language="en"), sent=TODAY).edits
    assert puts(found)["invitations[one].language"] == "en"


def test_what_a_letter_promises_is_recorded() -> None:
    assert promises(recorded(court())) == [
        {
            "id": "court-resources",
            "promised_by": "ana",
            "promised_to": "court",
            "what": "An analyst for a day a week.",
            "made_in": "one",
        },
        {
            "id": "court-power-sharing",
            "promised_by": "ana",
            "promised_to": "court",
            "what": "A seat with a vote.",
            "made_in": "one",
        },
    ]
    said = {"en": "Rooms", "es": "Salones"}
    assert promises(recorded(court({"resources": said})))[0]["what"] == said


def test_a_letter_that_was_sent_is_recorded_once() -> None:
    assert recorded(court({"sent": "2026-01-05"})) == ()


def test_ids_of_promises_are_free() -> None:
    taken = [
        {"id": "court-resources", "what": "x"},
        {"id": "z", "former_ids": ["court-power-sharing"], "what": "y"},
    ]
    found = promises(recorded(court(commitments=taken)))
    assert [one["id"] for one in found] == ["court-resources-2", "court-power-sharing-2"]


def test_a_promise_made_in_the_letter_stands_for_its_resources() -> None:
    made = [{"id": "c", "what": "x", "promised_to": "court", "made_in": "one"}]
    assert [one["id"] for one in promises(recorded(court(commitments=made)))] == ["court-power-sharing"]


def test_promises_that_a_letter_lists_are_tied_to_it() -> None:
    open_one = {"id": "c", "what": "Rooms", "promised_to": "court"}
    kept = {"id": "d", "what": "Old", "promised_to": "court", "done": "2026-01"}
    found = recorded(court({"resources": None}, commitments=[open_one, kept]))
    assert puts(found)["commitments[c].made_in"] == "one"
    assert "commitments[d].made_in" not in puts(found)
    assert [one["id"] for one in promises(found)] == ["court-power-sharing"]


def test_a_promise_of_the_same_money_is_tied_to_the_letter() -> None:
    same = {"id": "c", "what": "Stipend", "promised_to": "court", "amount": "25000"}
    other = {"id": "d", "what": "Rooms", "promised_to": "court"}
    found = recorded(court({"resources": PAID}, commitments=[same, other]))
    assert puts(found)["commitments[c].made_in"] == "one"
    assert "commitments[d].made_in" not in puts(found)
    assert [one["id"] for one in promises(found)] == ["court-power-sharing"]


@pytest.mark.parametrize(
    ("sections", "money"),
    [
        (
            {
                "budget": {
                    "lines": [{"id": "b", "what": "x", "amount": "25000", "per": "year", "funded_by": ["f"]}]
                }
            },
            {"amount": "25000", "per": "year", "funding_source": "f"},
        ),
        ({"budget": {"lines": [{"id": "b", "what": "x", "amount": "25000"}]}}, {"amount": "25000"}),
        ({}, {"amount": "25000", "funding_source": "f"}),
    ],
)
def test_the_money_of_a_promise_is_taken_from_the_record(
    sections: dict[str, Any], money: dict[str, str]
) -> None:
    funding = [{"id": "f", "name": "F", "amount": "25000"}]
    first = promises(recorded(court({"resources": PAID}, funding_sources=funding, **sections)))[0]
    assert {key: value for key, value in first.items() if key in {"amount", "per", "funding_source"}} == money


def test_private_pay_is_not_written_into_a_promise() -> None:
    paid = {"id": "lou", "name": "Lou Ray", "partner": "court", "compensation": {"amount": "31337"}}
    members = [{"id": "ana", "name": "Ana", "work_email": "ana@example.org"}, paid]
    assert "31337" not in str(recorded(court(members=members)))


@pytest.mark.parametrize(
    ("end", "due", "expected"),
    [
        ("2027-06", None, "2027-06"),
        ("2027-06", "2026-09-30", "2026-09-30"),
        ("2026-02", None, None),
        (None, None, None),
    ],
)
def test_promises_are_due_when_planning_ends_or_as_said(
    end: str | None, due: str | None, expected: str | None
) -> None:
    about = {"id": "c", "name": "C", **({"planning": {"end": end}} if end else {})}
    found = promises(recorded(court(coalition=about), due=partial_date(due) if due else None))
    assert {one.get("due") for one in found} == {expected}


def test_the_day_is_the_one_given() -> None:
    of = willow_bend()
    found = record(of, letters(of, "hugo-paz"), sent=date(2026, 4, 1)).edits
    assert puts(found)["invitations[invite-hugo].sent"] == "2026-04-01"


def test_what_was_done_is_told_with_what_is_open() -> None:
    assert record(court(), letters(court()), sent=TODAY)[1:] == (
        "1 letter was sent on 2026-03-02, with 2 promises to keep.",
        ("by when 2 promises should be kept; --due says it for all",),
    )
    of = court({"sent": "2026-01-05"})
    assert record(of, letters(of), sent=TODAY).unsettled == ()
