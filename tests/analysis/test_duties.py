"""Who answers for what."""

import pytest
from builders import plan

from coalitionkit.analysis.duties import gone, is_on_management_team, leads_something

PEOPLE = plan(
    members=[
        {"id": "ana-lopez", "name": "Ana López", "group": "management-team"},
        {"id": "ben-ito", "name": "Ben Ito", "group": "key-stakeholder"},
        {"id": "rosa-diaz", "name": "Rosa Díaz", "group": "key-stakeholder"},
        {"id": "fiona-kearns", "name": "Fiona Kearns", "group": "management-team", "status": "alumni"},
        {"id": "luis-ortega", "name": "Luis Ortega", "left": "2026-05", "former_ids": ["l-ortega"]},
        {"id": "amrit-gill", "name": "Amrit Gill", "status": "on-leave"},
    ],
    roles=[
        {"id": "data-lead", "held_by": ["ben-ito"]},
        {"id": "scribe", "held_by": ["rosa-diaz", {"member": "amrit-gill", "until": "2026-03"}]},
        {"id": "chair", "held_by": ["ana-lopez"]},
    ],
    working_groups=[
        {"id": "homes", "name": "Homes", "lead": "luis-ortega", "deputy": "fiona-kearns"},
        {"id": "past", "name": "Past", "lead": "zoe-park", "ended": "2026-01"},
    ],
    strategies=[
        {"id": "bus", "title": "A bus", "lead": "river-trust", "status": "under-way"},
        {"id": "old", "title": "Old", "lead": "old-trust", "status": "stopped"},
        {"id": "new", "title": "New"},
    ],
)


def test_those_who_have_left_are_known_by_all_their_ids() -> None:
    assert gone(PEOPLE) == {"fiona-kearns", "luis-ortega", "l-ortega"}


def test_roles_groups_and_strategies_of_today_are_led() -> None:
    assert leads_something(PEOPLE) == {
        "ben-ito", "rosa-diaz", "ana-lopez", "luis-ortega", "fiona-kearns", "river-trust",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("who", "belongs"),
    [
        ("ana-lopez", True),
        ("ben-ito", True),
        ("rosa-diaz", False),
        ("fiona-kearns", False),
        ("data-lead", True),
        ("chair", True),
        ("scribe", False),
        ("nobody", False),
        (None, False),
    ],
)
def test_the_management_team_is_its_members_and_its_leads(who: str | None, belongs: bool) -> None:  # noqa: FBT001
    assert is_on_management_team(PEOPLE, who) is belongs
