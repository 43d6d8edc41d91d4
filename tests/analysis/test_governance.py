"""Who leads and who has a seat: houses, sectors, ties, and members of whom nothing is known."""

from typing import Any

import pytest
from builders import plan

from coalitionkit.analysis.governance import (
    belongs_to_convener,
    body_of,
    has_community_ties,
    is_inside_government,
    management_holders,
    on_management_team,
    seated_sectors,
    without_hours,
    without_part,
)
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.members import Member

PARTNERS = [
    {"id": "city", "name": "City", "sector": "local-government"},
    {"id": "library", "name": "Library", "sector": "local-government", "parent": "city"},
    {"id": "branch", "name": "Branch", "parent": "library"},
    {"id": "college", "name": "College", "sector": "anchor-institution"},
    {"id": "elders", "name": "Elders Circle", "sector": "community-based-organization"},
    {"id": "tenants", "name": "Tenants", "sector": "advocacy-organization", "closest": "dan"},
]


def ana(whole: Coalition) -> Member:
    """Return the member around whom a test turns."""
    found = whole.member("ana")
    assert found is not None
    return found


def with_ana(**overrides: Any) -> Coalition:
    """Return a plan with partners and one member."""
    sections = {"members": [{"id": "ana", "name": "Ana", **overrides.pop("ana", {})}], "partners": PARTNERS}
    return plan(**(sections | overrides))


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ({"inside_government": "yes"}, True),
        ({"inside_government": "no"}, False),
        ({}, None),
    ],
)
def test_what_is_said_of_a_champion_counts(overrides: dict[str, str], expected: bool | None) -> None:  # noqa: FBT001
    whole = with_ana(champions=[{"member": "ana", **overrides}])
    assert is_inside_government(whole, whole.champions[0]) is expected


@pytest.mark.parametrize(("partner", "expected"), [("library", True), ("college", False), ("branch", None)])
def test_else_the_sector_of_the_partner_tells(partner: str, expected: bool | None) -> None:  # noqa: FBT001
    whole = with_ana(ana={"partner": partner}, champions=[{"member": "ana"}, {"member": "nobody"}])
    assert is_inside_government(whole, whole.champions[0]) is expected
    assert is_inside_government(whole, whole.champions[1]) is None


def test_only_active_members_are_seated() -> None:
    members = [
        {"id": "ana", "name": "Ana", "partner": "college"},
        {"id": "ben", "name": "Ben", "partner": "elders", "status": "invited"},
        {"id": "cho", "name": "Cho", "partner": "city"},
        {"id": "dan", "name": "Dan"},
    ]
    assert seated_sectors(with_ana(members=members)) == ("local-government", "anchor-institution")


def test_a_department_of_a_department_is_part_of_the_whole_body() -> None:
    whole = with_ana()
    bodies = {partner.id: body_of(whole, partner) for partner in whole.partners}
    assert bodies["branch"] == bodies["library"] == bodies["city"] == "city"
    assert bodies["college"] == "college"


@pytest.mark.parametrize(
    ("convener", "partner", "expected"),
    [
        ("city", "branch", True),
        ("branch", "library", True),
        ("city", "college", False),
        ("city", None, None),
        ({"name": "City"}, "city", None),
        (None, "city", None),
    ],
)
def test_a_member_belongs_to_the_convener_through_their_house(
    convener: object,
    partner: str | None,
    expected: bool | None,  # noqa: FBT001 - the answer expected
) -> None:
    about = {"id": "forest-city", "name": "Forest City"} | ({"convener": convener} if convener else {})
    whole = with_ana(ana={"partner": partner} if partner else {}, coalition=about)
    assert belongs_to_convener(whole, ana(whole)) is expected


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ({"ana": {"partner": "elders"}}, True),
        ({"ana": {"seated_as": "individual"}}, True),
        ({"ana": {"partner": "college"}}, False),
        ({}, False),
        ({"ties": [{"who": "ana", "whom": "elders"}]}, True),
        ({"ana": {"partner": "college"}, "ties": [{"who": "elders", "whom": "college"}]}, True),
        ({"ties": [{"who": "ana", "whom": "city"}]}, False),
        ({"ties": [{"who": "elders", "whom": "tenants"}]}, False),
        ({"members": [{"id": "ana", "name": "Ana", "former_ids": ["dan"]}]}, True),
    ],
)
def test_ties_to_the_community_come_from_anywhere(overrides: dict[str, Any], expected: bool) -> None:  # noqa: FBT001
    whole = with_ana(**overrides)
    assert has_community_ties(whole, ana(whole)) is expected


def test_the_team_is_who_says_so_or_holds_one_of_its_roles() -> None:
    members = [
        {"id": "ana", "name": "Ana", "group": "management-team"},
        {"id": "ben", "name": "Ben", "group": "key-stakeholder"},
        {"id": "cho", "name": "Cho"},
        {"id": "dan", "name": "Dan", "status": "alumni"},
        {"id": "eli", "name": "Eli"},
    ]
    roles = [
        {"id": "evaluator", "held_by": ["dan", "nobody"]},
        {"id": "project-manager", "held_by": [{"member": "eli", "until": "2026-01"}, "ben"]},
        {"id": "scribe", "held_by": ["cho"]},
    ]
    whole = plan(members=members, roles=roles)
    held = [(slug, role.id, member.id) for slug, role, member in management_holders(whole)]
    assert held == [
        ("project-manager", "project-manager", "ben"),
        ("learning-and-evaluation-lead", "evaluator", "dan"),
    ]
    assert on_management_team(whole) == {"ana", "ben"}


@pytest.mark.parametrize(
    ("overrides", "without"),
    [
        ({}, True),
        ({"ana": {"group": "key-stakeholder"}}, False),
        ({"ana": {"participation": "ad-hoc"}}, False),
        ({"ana": {"participation": "contract"}}, False),
        ({"ana": {"participation": "seat"}}, True),
        ({"ana": {"status": "on-leave"}}, False),
        ({"roles": [{"id": "scribe", "held_by": ["ana"]}]}, False),
        ({"roles": [{"id": "scribe", "held_by": [{"member": "ana", "until": "2026-01"}]}]}, True),
        ({"champions": [{"member": "ana"}]}, False),
        ({"working_groups": [{"id": "homes", "name": "Homes", "lead": "ana"}]}, False),
        ({"working_groups": [{"id": "homes", "name": "Homes", "deputy": "ana"}]}, False),
        ({"working_groups": [{"id": "homes", "name": "Homes", "members": ["ana"]}]}, False),
        ({"working_groups": [{"id": "homes", "name": "Homes"}]}, True),
        ({"ana": {"former_ids": ["anna"]}, "champions": [{"member": "anna"}]}, False),
    ],
)
def test_a_part_is_anything_that_says_what_a_member_does(overrides: dict[str, Any], without: bool) -> None:  # noqa: FBT001
    assert [member.id for member in without_part(with_ana(**overrides))] == ["ana"] * without


@pytest.mark.parametrize(
    ("overrides", "without"),
    [
        ({}, True),
        ({"ana": {"participation": "seat"}}, True),
        ({"ana": {"participation": "ad-hoc"}}, False),
        ({"ana": {"participation": "contract"}}, False),
        ({"ana": {"hours_per_month": "0"}}, False),
        ({"ana": {"status": "invited"}}, False),
        ({"champions": [{"member": "ana"}]}, False),
    ],
)
def test_hours_are_asked_of_those_with_a_standing_seat(overrides: dict[str, Any], without: bool) -> None:  # noqa: FBT001
    assert [member.id for member in without_hours(with_ana(**overrides))] == ["ana"] * without
