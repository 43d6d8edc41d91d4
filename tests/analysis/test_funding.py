"""Goals that nothing was set aside for, and what the convener puts in."""

from typing import Any

import pytest
from builders import plan

from coalitionkit.analysis.funding import (
    allots_to_goals,
    puts_in_something,
    strategies_of,
    unfunded_goals,
)

GOALS = {
    "goals": [
        {"id": "homes", "statement": "S.", "former_ids": ["housing"]},
        {"id": "jobs", "statement": "S."},
    ]
}
STRATEGIES = [
    {"id": "mediation", "title": "T", "goal": "homes", "former_ids": ["calls"]},
    {"id": "events", "title": "T"},
]


@pytest.mark.parametrize(
    ("line", "unfunded"),
    [
        ({}, ("homes", "jobs")),
        ({"goal": "homes"}, ("jobs",)),
        ({"goal": "housing"}, ("jobs",)),
        ({"strategy": "mediation"}, ("jobs",)),
        ({"strategy": "calls"}, ("jobs",)),
        ({"strategy": "events"}, ("homes", "jobs")),
        ({"strategy": "events", "goal": "jobs"}, ("homes",)),
    ],
)
def test_a_goal_is_funded_by_a_line_or_by_one_of_its_strategies(
    line: dict[str, str], unfunded: tuple[str, ...]
) -> None:
    lines = [{"id": "pay", "what": "Pay", "amount": "10", **line}]
    of = plan(focus=GOALS, strategies=STRATEGIES, budget={"lines": lines})
    assert tuple(goal.id for goal in unfunded_goals(of)) == unfunded
    assert allots_to_goals(of) is bool(line)


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ({"what": "Coaches"}, False),
        ({"what": "Coaches", "amount": "0"}, False),
        ({"what": "Coaches", "amount": "10"}, True),
        ({"what": "Coaches", "funded_by": ["gift"]}, True),
        ({"what": "Half a position for the Project Manager", "amount": "10"}, False),
    ],
)
def test_a_line_sets_something_aside_for_a_goal(line: dict[str, Any], counts: bool) -> None:  # noqa: FBT001
    of = plan(focus=GOALS, budget={"lines": [{"id": "pay", "goal": "homes", **line}]})
    assert ("homes" not in [goal.id for goal in unfunded_goals(of)]) is counts


def test_strategies_that_were_given_up_lead_to_no_goal() -> None:
    more = [{"id": "vouchers", "title": "T", "goal": "housing"}, {"id": "old", "title": "T", "goal": "homes"}]
    more[1]["status"] = "stopped"
    of = plan(focus=GOALS, strategies=[*STRATEGIES, *more])
    homes, jobs = of.focus.goals
    assert strategies_of(of, homes) == ("mediation", "vouchers")
    assert strategies_of(of, jobs) == ()


PEOPLE: dict[str, Any] = {
    "partners": [
        {"id": "county", "name": "County"},
        {"id": "health", "name": "Health", "parent": "county"},
        {"id": "library", "name": "Library"},
    ],
    "members": [
        {"id": "ana", "name": "Ana", "partner": "health"},
        {"id": "ben", "name": "Ben", "partner": "library"},
        {"id": "eva", "name": "Eva"},
    ],
}


@pytest.mark.parametrize(
    ("giver", "expected"),
    [("county", True), ("health", True), ("ana", True), ("library", False), ("ben", False), ("eva", False)],
)
def test_a_body_puts_in_what_its_parts_and_its_people_promise(giver: str, expected: bool) -> None:  # noqa: FBT001
    promise = {"id": "rooms", "what": "Rooms", "promised_by": giver}
    assert puts_in_something(plan(commitments=[promise], **PEOPLE), "county") is expected


def test_money_counts_and_a_promise_of_nobody_does_not() -> None:
    grant = {"id": "fund", "name": "Fund", "funder": "health"}
    assert puts_in_something(plan(funding_sources=[grant], **PEOPLE), "county")
    nobody = plan(
        funding_sources=[{"id": "fund", "name": "Fund"}], commitments=[{"id": "c", "what": "W"}], **PEOPLE
    )
    assert not puts_in_something(nobody, "county")
