"""Who gets which letter, who signs it, and by which ids a person may name them."""

from typing import Any

import pytest
from builders import plan

from coalitionkit.analysis.recipients import champion_of, recipient, sessions, signer
from coalitionkit.errors import UnknownRecordError
from coalitionkit.model.coalition import Coalition

COURT = {
    "id": "court",
    "name": "Court",
    "people": [
        {"id": "judge", "name": "Ada Bell", "champion": "yes"},
        {"id": "clerk", "name": "Lou Ray", "champion": "unknown", "former_ids": ["old-clerk"]},
    ],
}
ROSA = {"id": "rosa", "name": "Rosa Tran", "kind": "individual"}


def court(**sections: Any) -> Coalition:
    """Return a plan with an organization of two people and with a resident."""
    return plan(**{"partners": [COURT, ROSA], **sections})


def test_an_organization_a_champion_and_a_resident_get_different_letters() -> None:
    of = court(invitations=[{"id": "one", "partner": "court", "to": "judge"}])
    assert recipient(court(), "court").kind == "partner"
    assert recipient(of, "court").kind == "champion"
    assert recipient(of, "judge").kind == "champion"
    assert recipient(of, "clerk").kind == "partner"
    assert recipient(of, "rosa").kind == "community"


def test_a_listed_champion_is_one_whatever_is_known_of_the_person() -> None:
    people = [{"id": "clerk", "name": "Lou Ray"}]
    of = court(
        partners=[{**COURT, "people": people}],
        members=[{"id": "lou", "name": "Lou Ray", "partner": "court"}],
        champions=[{"member": "lou"}],
    )
    found = recipient(of, "clerk")
    assert found.kind == "champion"
    assert found.member is not None
    assert champion_of(of, found) == of.champions[0]


def test_a_resident_who_is_a_champion_is_written_to_as_a_resident() -> None:
    person = {"id": "rosa-herself", "name": "Rosa Tran", "champion": "yes"}
    found = recipient(court(partners=[{**ROSA, "people": [person]}]), "rosa")
    assert found.kind == "community"
    assert found.person is not None


@pytest.mark.parametrize("key", ["court", "clerk", "second", "before"])
def test_partners_people_and_invitations_are_named_by_id(key: str) -> None:
    of = court(
        invitations=[
            {"id": "first", "partner": "court", "to": "judge", "answer": "declined"},
            {"id": "second", "partner": "court", "to": "clerk", "former_ids": ["before"]},
        ]
    )
    found = recipient(of, key)
    assert found.invitation is of.invitations[1]
    assert found.person is not None
    assert found.person.id == "clerk"


def test_a_person_gets_the_letter_that_is_theirs() -> None:
    of = court(
        invitations=[{"id": "one", "partner": "court", "to": "old-clerk"}, {"id": "two", "partner": "court"}]
    )
    assert recipient(of, "clerk").invitation is of.invitations[0]
    assert recipient(of, "judge").invitation is None
    assert recipient(of, "court").invitation is of.invitations[1]


def test_files_are_named_so_that_two_letters_to_one_partner_stay_apart() -> None:
    assert recipient(court(), "court").name == "invite-court"
    assert recipient(court(), "judge").name == "invite-court-judge"


@pytest.mark.parametrize(("key", "hint"), [("cuort", "court"), ("Rosa Tram", "rosa"), ("on", "one")])
def test_an_unknown_id_is_told_with_the_nearest(key: str, hint: str) -> None:
    of = court(invitations=[{"id": "one", "partner": "court"}])
    with pytest.raises(UnknownRecordError) as caught:
        recipient(of, key)
    assert caught.value.hint == f"did you mean '{hint}'?"


MEMBERS = [
    {"id": "ana", "name": "Ana"},
    {"id": "ben", "name": "Ben"},
    {"id": "cy", "name": "Cy", "left": "2026"},
]


@pytest.mark.parametrize(
    ("partner", "letter", "ties", "expected"),
    [
        ({"closest": "ana"}, {"sender": "ben"}, [], "ben"),
        ({"closest": "ana"}, {}, [("ben", "court")], "ana"),
        ({}, {}, [("court", "ben")], "ben"),
        ({}, {}, [("ana", "court"), ("court", "ben")], None),
        ({}, {}, [("cy", "court")], None),
        ({}, {}, [("ana", "rosa")], None),
        ({}, {}, [], None),
    ],
)
def test_whoever_is_closest_signs(
    partner: dict[str, str], letter: dict[str, str], ties: list[tuple[str, str]], expected: str | None
) -> None:
    of = court(
        partners=[COURT | partner, ROSA],
        members=MEMBERS,
        invitations=[{"id": "one", "partner": "court", **letter}],
        ties=[{"who": who, "whom": whom} for who, whom in ties],
    )
    found = signer(of, recipient(of, "court"))
    assert (found.id if found else None) == expected


def test_a_part_of_a_meeting_is_ones_own_as_presenter_or_as_leader_of_a_point() -> None:
    of = court(
        members=[{"id": "ada", "name": "Ada Bell", "partner": "court"}],
        meetings=[
            {"id": "one", "presenters": ["court"]},
            {"id": "two", "agenda": [{"text": "Counts", "led_by": "ada"}]},
            {"id": "three", "presenters": ["rosa"], "agenda": ["Welcome"]},
        ],
    )
    assert [meeting.id for meeting in sessions(of, recipient(of, "judge"))] == ["one", "two"]
    assert [meeting.id for meeting in sessions(of, recipient(of, "court"))] == ["one"]
