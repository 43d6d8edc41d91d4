"""Who is written to together."""

from typing import Any

from builders import plan

from coalitionkit.analysis.mailing import champions, community, listed, waiting
from coalitionkit.analysis.recipients import Recipient

COURT = {
    "id": "court",
    "name": "Court",
    "people": [
        {"id": "judge", "name": "Ada Bell", "champion": "yes"},
        {"id": "clerk", "champion": "unknown"},
    ],
}
ROSA = {"id": "rosa", "name": "Rosa Tran", "kind": "individual"}
HUGO = {"id": "hugo", "name": "Hugo Paz", "sector": "community-member"}


def names(found: tuple[Recipient, ...]) -> list[str]:
    """Return the names of the files of letters."""
    return [one.name for one in found]


def test_letters_wait_until_they_are_sent_or_answered() -> None:
    of = plan(
        partners=[COURT, ROSA, HUGO],
        invitations=[
            {"id": "one", "partner": "rosa"},
            {"id": "two", "partner": "court", "sent": "2026-01"},
            {"id": "three", "partner": "hugo", "answer": "declined"},
            {"id": "four", "partner": "court", "to": "clerk"},
            {"id": "five", "partner": "rosa"},
        ],
    )
    assert names(waiting(of)) == ["invite-rosa", "invite-court"]
    assert waiting(of)[0].invitation is of.invitations[4]


def test_champions_are_those_who_would_be_and_those_who_are() -> None:
    assert names(champions(plan(partners=[COURT]))) == ["invite-court-judge"]
    seat: dict[str, Any] = {"id": "lou", "name": "Lou Ray", "partner": "court"}
    of = plan(partners=[COURT], members=[seat | {"status": "invited"}], champions=[{"member": "lou"}])
    assert [one.member and one.member.id for one in champions(of)] == [None, "lou"]
    assert {one.kind for one in champions(of)} == {"champion"}
    seated = plan(partners=[COURT], members=[seat], champions=[{"member": "lou"}])
    assert names(champions(seated)) == ["invite-court-judge"]


def test_who_has_a_seat_is_written_to_only_where_a_letter_is_recorded() -> None:
    member = {"id": "ada", "name": "Ada Bell", "partner": "court"}
    resident = {"id": "rosa-tran", "name": "Rosa Tran", "partner": "rosa"}
    sections = {"partners": [COURT, ROSA, HUGO], "members": [member, resident]}
    assert names(champions(plan(**sections))) == []
    assert names(community(plan(**sections))) == ["invite-hugo"]
    letters = [{"id": "one", "partner": "court", "to": "judge"}, {"id": "two", "partner": "rosa"}]
    of = plan(**sections, invitations=letters)
    assert names(champions(of)) == ["invite-court-judge"]
    assert names(community(of)) == ["invite-rosa", "invite-hugo"]


def test_the_list_is_that_of_the_inventory_without_those_who_have_a_seat() -> None:
    of = plan(
        partners=[
            {"id": "a", "name": "A", "assets": ["staff"]},
            {"id": "b", "name": "B", "assets": ["data-sharing"]},
            {"id": "c", "name": "C"},
        ],
        members=[{"id": "m", "name": "Em", "partner": "b"}],
        inventory={
            "needs": [
                {"id": "n", "kind": "asset", "of": "staff"},
                {"id": "o", "kind": "asset", "of": "data-sharing"},
            ]
        },
    )
    assert names(listed(of)) == ["invite-a"]
