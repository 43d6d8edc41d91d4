"""Working groups: who is in them, what they are named for, and where they meet one another."""

from datetime import date
from typing import Any

import pytest
from builders import plan

from coalitionkit.analysis.groups import (
    groups_meet,
    groups_with_rhythm,
    is_single_issue,
    people_of,
    running_groups,
    sectors_in,
)
from coalitionkit.model.governance import WorkingGroup

AS_OF = date(2026, 6, 30)
SINCE = date(2026, 1, 1)


def group(**overrides: Any) -> WorkingGroup:
    """Return a working group."""
    return WorkingGroup.read({"id": "homes", "name": "Homes and Neighborhoods That Last", **overrides})


def test_a_group_runs_until_it_has_ended() -> None:
    whole = plan(
        working_groups=[{"id": "homes", "name": "Homes"}, {"id": "crew", "name": "Crew", "ended": "2026-02"}]
    )
    assert [one.id for one in running_groups(whole)] == ["homes"]


def test_the_people_of_a_group_are_named_once_in_order() -> None:
    whole = plan(
        partners=[{"id": "city", "name": "City", "sector": "local-government"}],
        members=[
            {"id": "ana", "name": "Ana", "partner": "city", "former_ids": ["anna"]},
            {"id": "ben", "name": "Ben", "seated_as": "individual"},
            {"id": "cho", "name": "Cho"},
        ],
    )
    one = group(lead="ben", deputy="ana", members=["anna", "cho", "ben"])
    assert [member.id for member in people_of(whole, one)] == ["ben", "ana", "cho"]
    assert sectors_in(whole, one) == ("community-member", "local-government")
    assert list(people_of(whole, group())) == []


@pytest.mark.parametrize(
    ("name", "single"),
    [
        ("Housing Group", True),
        ("The Jobs Task Force", True),
        ("Working group on affordable housing", True),
        ("Health", True),
        ({"en": "Places to Live", "es": "Housing"}, True),
        ("Homes and Neighborhoods That Last", False),
        ("Housing and Health", False),
        ("Voices and Power", False),
        ("Opportunity-Rich Neighborhoods", False),
        ("The Working Group", False),
    ],
)
def test_a_name_of_one_predictor_is_a_single_issue(name: object, single: bool) -> None:  # noqa: FBT001
    assert is_single_issue(group(name=name)) is single


def test_a_rhythm_is_a_cadence_or_a_series() -> None:
    whole = plan(
        working_groups=[
            {"id": "homes", "name": "Homes", "cadence": "monthly"},
            {"id": "work", "name": "Work", "former_ids": ["jobs"]},
            {"id": "voices", "name": "Voices"},
        ],
        rhythm={"series": [{"id": "first-tuesdays", "working_group": "jobs"}]},
    )
    assert groups_with_rhythm(whole) == {"homes", "work"}


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ({}, False),
        ({"rhythm": {"cadence": {"key-stakeholder": "monthly"}}}, True),
        ({"rhythm": {"cadence": {"management-team": "monthly"}}}, False),
        ({"rhythm": {"series": [{"id": "all", "group": "all"}]}}, True),
        ({"rhythm": {"series": [{"id": "all", "group": "key-stakeholder", "end": "2026-06"}]}}, True),
        ({"rhythm": {"series": [{"id": "all", "group": "all", "end": "2026-05"}]}}, False),
        ({"rhythm": {"series": [{"id": "team", "group": "management-team"}]}}, False),
        ({"meetings": [{"id": "may", "group": "all", "date": "2026-05-01"}]}, True),
        ({"meetings": [{"id": "may", "kind": "working-groups", "date": "2026-01"}]}, True),
        ({"meetings": [{"id": "may", "group": "all", "date": "2025-12"}]}, False),
        ({"meetings": [{"id": "may", "group": "all"}]}, False),
        ({"meetings": [{"id": "may", "group": "all", "date": "2026-05", "status": "cancelled"}]}, False),
        ({"meetings": [{"id": "may", "kind": "regular", "group": "champion", "date": "2026-05"}]}, False),
    ],
)
def test_groups_meet_where_everyone_comes_together(sections: dict[str, Any], expected: bool) -> None:  # noqa: FBT001
    assert groups_meet(plan(**sections), SINCE, AS_OF) is expected
