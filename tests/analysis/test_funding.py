"""Goals that nothing was set aside for, and what the convener puts in."""

from typing import Any

import pytest
from builders import plan

from coalitionkit.analysis.funding import puts_in_something, unfunded_goals

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
    lines = [{"id": "pay", "what": "Pay", **line}]
    assert unfunded_goals(plan(focus=GOALS, strategies=STRATEGIES, budget={"lines": lines})) == unfunded


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
