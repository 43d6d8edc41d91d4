"""What a coalition stands on: votes, roles, duties and money."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from inventories import plan

from coalitionkit.analysis.footing import footing, outstanding, voters

DAY = date(2026, 6, 1)
PARTNERS = [
    {"id": "city", "sector": "local-government"},
    {"id": "county", "sector": "local-government"},
    {"id": "library", "sector": "local-government", "parent": "city"},
    {"id": "clinic"},
]


def member(key: str, partner: str | None = None, **more: Any) -> dict[str, Any]:
    """Return a member."""
    return {"id": key, "name": key, **({"partner": partner} if partner else {}), **more}


def test_who_votes_today() -> None:
    made = plan(
        PARTNERS,
        members=[
            member("active"),
            member("silent", voting="no"),
            member("away", status="on-leave"),
            member("away-voting", status="on-leave", voting="yes"),
            member("gone", left="2026-01"),
            member("champion"),
            member("both", group="key-stakeholder"),
        ],
        champions=[{"member": "champion"}, {"member": "both"}],
    )
    assert [one.id for one in voters(made)] == ["active", "away-voting", "both"]


@pytest.mark.parametrize(
    ("model", "quorum", "carries"),
    [
        ({"model": "majority"}, None, 3),
        ({"model": "majority", "quorum": "1/2"}, 2, 3),
        ({"model": "majority", "share": "2/3", "quorum": "2/3"}, 3, 3),
        ({"model": "majority", "share": "3/4"}, None, 3),
        ({"model": "consensus", "quorum": "1"}, 4, 4),
        ({"model": "unanimous"}, None, 4),
        ({"model": "plurality"}, None, None),
    ],
)
def test_what_a_decision_takes(model: dict[str, str], quorum: int | None, carries: int | None) -> None:
    made = plan(PARTNERS, members=[member(key) for key in "abcd"], decision_model=model)
    found = footing(made, as_of=DAY).voting
    assert (found.quorum, found.carries, found.is_possible) == (quorum, carries, True)


def test_governments_together_may_win_alone() -> None:
    def alone(*homes: str, model: str = "majority") -> tuple[str, ...]:
        people = [member(f"m{index}", home) for index, home in enumerate(homes)]
        made = plan(PARTNERS, members=people, decision_model={"model": model})
        return footing(made, as_of=DAY).voting.alone

    assert alone("city", "county", "clinic") == ("government",)
    assert alone("city", "library", "clinic") == ("city", "government")
    assert alone("city", "county", "clinic", "clinic") == ()
    assert alone("city", "library", "clinic", model="consensus") == ()


@pytest.mark.parametrize(
    ("authority", "possible"),
    [("ana", True), ("kim", False), ("city", True), ("lead", True), ("empty", False), (None, False)],
)
def test_one_who_decides_alone_must_be_there(authority: str | None, *, possible: bool) -> None:
    model = {"model": "lead-authority"} | ({"authority": authority} if authority else {})
    made = plan(
        PARTNERS,
        members=[member("ana"), member("kim", left="2026-01")],
        roles=[{"id": "lead", "held_by": ["ana"]}, {"id": "empty", "held_by": ["kim"]}],
        decision_model=model,
    )
    assert footing(made, as_of=DAY).voting.is_possible == possible


def test_without_members_nothing_is_decided() -> None:
    assert not footing(plan(PARTNERS), as_of=DAY).voting.is_possible


def test_roles_groups_and_duties_without_anybody() -> None:
    made = plan(
        PARTNERS,
        members=[member("ana"), member("kim", left="2026-01")],
        roles=[
            {"id": "project-manager", "held_by": ["ana"]},
            {"id": "data-lead", "held_by": ["kim"]},
            {"id": "learning-and-evaluation-lead", "waived": "shared"},
        ],
        champions=[
            {"member": "ana", "responsibilities": ["fundraise"]},
            {"member": "kim", "responsibilities": ["advocate-publicly"]},
        ],
        working_groups=[
            {"id": "homes", "name": "Homes", "lead": "ana"},
            {"id": "work", "name": "Work", "lead": "kim"},
            {"id": "past", "name": "Past", "lead": "kim", "ended": "2026-01"},
        ],
    )
    found = footing(made, as_of=DAY)
    assert (found.vacant, found.leaderless) == (("data-lead",), ("work",))
    assert len(found.open_duties) == 5
    assert "fundraise" not in found.open_duties


@pytest.mark.parametrize(
    ("source", "amount"),
    [
        ({"amount": "900"}, 900),
        ({"amount": "900", "end": "2026-05"}, 0),
        ({"amount": "900", "end": "2026-06"}, 900),
        ({}, 0),
        (
            {
                "amount": "900",
                "schedule": [
                    {"date": "2026-01", "amount": "300", "received": "2026-02"},
                    {"date": "2026-07", "amount": "400"},
                ],
            },
            400,
        ),
    ],
)
def test_money_still_to_come(source: dict[str, Any], amount: int) -> None:
    made = plan([], funding_sources=[{"id": "grant", "name": "Grant", "status": "secured", **source}])
    assert outstanding(made.funding_sources[0], DAY) == amount
    assert footing(made, as_of=DAY).to_come == ({"secured": Decimal(amount)} if amount else {})


def test_budget_lines_without_money() -> None:
    lines = [
        {"id": "stipends", "what": "Stipends", "funded_by": ["gone"]},
        {"id": "rooms", "what": "Rooms", "funded_by": ["gone", "grant"]},
        {"id": "past", "what": "Past", "funded_by": ["gone"], "end": "2026-01"},
        {"id": "open", "what": "Open"},
    ]
    made = plan([], funding_sources=[{"id": "grant", "name": "Grant"}], budget={"lines": lines})
    assert footing(made, as_of=DAY).unpaid == ("stipends",)
