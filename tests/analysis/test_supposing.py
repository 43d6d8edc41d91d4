"""Plans as they would be: who goes with whom, who gets a seat, and that the plan itself stays as it is."""

from datetime import date
from typing import Any

import pytest
from inventories import plan, settled

from coalitionkit.analysis.needs import needs
from coalitionkit.analysis.scoring import choices, score
from coalitionkit.analysis.supposing import (
    Supposed,
    Supposition,
    UnknownNeedError,
    UnknownPartyError,
    supposed,
)
from coalitionkit.model.coalition import Coalition

DAY = date(2026, 6, 1)
PARTNERS: list[dict[str, Any]] = [
    {"id": "county", "former_ids": ["old-county"], "assets": settled("staff")},
    {"id": "housing", "parent": "county"},
    {"id": "permits", "parent": "housing"},
    {"id": "library", "assets": settled("data-sharing")},
]
MEMBERS = [
    {"id": "ana", "name": "Ana", "partner": "old-county", "former_ids": ["anita"]},
    {"id": "ben", "name": "Ben", "partner": "library"},
    {"id": "kim", "name": "Kim", "partner": "library", "status": "invited"},
]


def made() -> Coalition:
    return plan(
        PARTNERS,
        [{"id": "staff"}, {"id": "data-sharing", "required": "2"}],
        members=MEMBERS,
        roles=[{"id": "project-manager", "held_by": ["anita"]}],
        champions=[{"member": "ana"}],
        funding_sources=[
            {"id": "grant", "name": "Grant", "funder": "housing"},
            {"id": "gift", "name": "Gift"},
        ],
        focus={"populations": ["immigrants"]},
    )


def suppose(*leaving: str, joining: tuple[str, ...] = (), **required: int) -> Supposed:
    return supposed(
        made(),
        Supposition(leaving, joining, {key.replace("_", "-"): n for key, n in required.items()}),
        as_of=DAY,
    )


def test_a_partner_takes_parts_members_and_money_along() -> None:
    found = suppose("old-county")
    assert found.partners == {"county", "housing", "permits"}
    assert found.members == {"ana"}
    assert found.sources == {"grant"}
    assert [partner.id for partner in found.plan.partners] == ["library"]
    assert [member.id for member in found.plan.active_members] == ["ben"]
    assert found.plan.role("project-manager").held_by == ()  # type: ignore[union-attr]
    assert found.plan.champions == ()
    assert [source.id for source in found.plan.funding_sources] == ["gift"]


def test_a_part_leaves_without_its_body_and_a_member_without_the_partner() -> None:
    assert suppose("permits").partners == {"permits"}
    found = suppose("anita")
    assert found.members == {"ana"}
    assert not found.partners
    assert found.plan.partner("county") is not None
    assert choices(found.plan).seated == 0b1000


def test_a_funding_source_ends_alone() -> None:
    found = suppose("grant")
    assert found.sources == {"grant"}
    assert not found.partners | found.members


def test_who_joins_gets_a_seat() -> None:
    assert choices(made()).seated == 0b1001
    found = suppose(joining=("permits",))
    assert choices(found.plan).seated == 0b1101
    assert found.plan.active_members[-1].partner == "permits"
    assert suppose(joining=("library",)).plan.active_members[-1].id == "kim"
    assert [one.id for one in suppose(joining=("kim",)).plan.active_members] == ["ana", "ben", "kim"]
    assert [one.id for one in suppose("ben", joining=("kim",)).plan.active_members] == ["ana", "kim"]


def test_needs_require_what_is_supposed() -> None:
    def required(found: Supposed) -> dict[str, int]:
        return {need.id: need.required for need in needs(found.plan)}

    assert required(suppose()) == {"staff": 1, "data-sharing": 2, "voice-immigrants": 1}
    assert required(suppose(staff=3)) == {"staff": 3, "data-sharing": 2, "voice-immigrants": 1}
    assert required(suppose(staff=0, data_sharing=1)) == {"data-sharing": 1, "voice-immigrants": 1}
    assert required(suppose(voice_immigrants=0)) == {"staff": 1, "data-sharing": 2}
    assert required(suppose(voice_immigrants=2)) == {"staff": 1, "data-sharing": 2, "voice-immigrants": 2}


def test_a_voice_that_was_declared_and_is_dropped_does_not_come_back() -> None:
    of = plan(
        [{"id": "a"}],
        [{"id": "heard", "kind": "population-voice", "of": "immigrants"}],
        focus={"populations": ["immigrants"]},
    )
    found = supposed(of, Supposition(needs={"heard": 0}), as_of=DAY)
    assert list(needs(found.plan)) == []


def test_what_nobody_is_called_is_refused() -> None:
    with pytest.raises(UnknownPartyError, match="nobody"):
        suppose("nobody")
    with pytest.raises(UnknownPartyError, match="grant"):
        suppose(joining=("grant",))
    with pytest.raises(UnknownNeedError, match="rent"):
        suppose(rent=1)


def test_the_plan_itself_stays_and_nothing_supposed_changes_nothing() -> None:
    of = made()
    found = supposed(of, Supposition(("county",), ("library",), {"staff": 2}), as_of=DAY)
    assert of == made()
    assert of.partner("county") is not None
    assert found.plan.partner("county") is None
    assert score(supposed(of, Supposition(), as_of=DAY).plan) == score(of)
