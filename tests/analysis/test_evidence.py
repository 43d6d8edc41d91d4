"""Answers that should be backed by evidence."""

from typing import Any

import pytest
from inventories import plan, settled

from coalitionkit.analysis.scoring import score


def unproven(partner: dict[str, Any], **need: Any) -> tuple[str, ...]:
    """Return what is unproven of the only partner, who is critical for the need."""
    return score(plan([{"id": "p", **partner}], [{"id": "staff", **need}])).by_id["p"].unproven


@pytest.mark.parametrize(
    ("partner", "expected"),
    [
        ({"assets": settled("staff")}, ("assets.staff",)),
        ({"assets": settled("staff"), "evidence": [{"shows": "assets.staff"}]}, ()),
        ({"assets": settled("staff"), "evidence": [{"shows": "assets"}]}, ()),
        ({"assets": settled("staff"), "evidence": [{"shows": "assets.convening-power"}]}, ("assets.staff",)),
        ({"assets": settled("data-sharing")}, ()),
        ({"answers": {"motivation": "3", "partnership": "2"}}, ("motivation",)),
        ({"answers": {"motivation": "4"}, "evidence": [{"shows": "motivation"}]}, ()),
    ],
)
def test_high_levels_and_rare_holdings_need_evidence(
    partner: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert unproven(partner) == expected


def test_evidence_of_a_predictor_stands_behind_its_pillar() -> None:
    pillar = {"kind": "predictor", "of": "opportunity-rich-and-inclusive-neighborhoods"}
    partner = {"domains": ["housing-stability"]}
    shown = {"evidence": [{"shows": "domains.housing-stability"}]}
    assert unproven(partner, **pillar) == ("domains.opportunity-rich-and-inclusive-neighborhoods",)
    assert unproven(partner | shown, **pillar) == ()


def test_what_people_know_needs_none() -> None:
    partner = {"people": [{"id": "a", "knows": ["housing-stability"]}]}
    assert unproven(partner, kind="frontline-knowledge", of="housing-stability") == ()
