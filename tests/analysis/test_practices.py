"""Which practices a plan records or shows."""

from typing import Any

import pytest
from builders import plan

from coalitionkit.analysis.practices import is_recorded, unrecorded


def test_a_text_or_a_file_records_a_practice() -> None:
    some = plan(
        practices={
            "celebration": "A meal each May.",
            "work-plan": {"file": "docs/work-plan.md"},
            "conflict-and-turf": {"by": "ana-lopez", "date": "2026-05"},
        }
    )
    assert is_recorded(some, "celebration")
    assert is_recorded(some, "work-plan")
    assert not is_recorded(some, "conflict-and-turf")
    assert not is_recorded(some, "evaluation-plan")
    assert unrecorded(some, ["celebration", "evaluation-plan", "conflict-and-turf"]) == (
        "evaluation-plan",
        "conflict-and-turf",
    )


LEADS = [
    {"id": "ana-lopez", "name": "Ana López"},
    {"id": "ben-ito", "name": "Ben Ito"},
]


def held(slug: str, *members: str) -> dict[str, Any]:
    return {"id": slug, "held_by": list(members)}


@pytest.mark.parametrize(
    ("slug", "sections", "settled"),
    [
        ("expectations-set-together", {"meetings": [{"id": "m", "kind": "expectations"}]}, True),
        ("expectations-set-together", {"meetings": [{"id": "m", "kind": "regular"}]}, False),
        ("shared-analysis-plan", {"meetings": [{"id": "m", "kind": "shared-analysis"}]}, True),
        (
            "shared-analysis-plan",
            {"meetings": [{"id": "m", "kind": "shared-analysis", "status": "cancelled"}]},
            False,
        ),
        ("final-plan-authors", {"members": [{**LEADS[0], "tasks": ["draft-plan"]}]}, True),
        (
            "final-plan-authors",
            {"members": [{**LEADS[0], "tasks": ["draft-plan"], "status": "alumni"}]},
            False,
        ),
        ("final-plan-authors", {"working_groups": [{"id": "g", "name": "G", "tasks": ["draft-plan"]}]}, True),
        (
            "progress-communicated",
            {"strategies": [{"id": "s", "title": "S", "wins": [{"text": "Won", "reported": "2026-05"}]}]},
            True,
        ),
        ("progress-communicated", {"strategies": [{"id": "s", "title": "S", "wins": ["Won"]}]}, False),
        ("progress-communicated", {"engagements": [{"id": "e", "reported_back": "2026-05"}]}, True),
        ("progress-communicated", {"engagements": [{"id": "e"}]}, False),
        ("celebration", {}, False),
    ],
)
def test_other_parts_of_a_plan_show_a_practice(
    slug: str,
    sections: dict[str, Any],
    settled: bool,  # noqa: FBT001
) -> None:
    assert (unrecorded(plan(**sections), [slug]) == ()) is settled


@pytest.mark.parametrize(
    ("slug", "sections", "fits"),
    [
        ("outside-partners-onboarding", {}, False),
        ("community-member-preparation", {}, False),
        ("community-member-preparation", {"members": [{**LEADS[0], "seated_as": "individual"}]}, True),
        ("data-and-evaluation-together", {"members": LEADS}, False),
        ("data-and-evaluation-together", {"roles": [held("data-lead", "ana-lopez")]}, False),
        (
            "data-and-evaluation-together",
            {"roles": [held("data-lead", "ana-lopez"), held("learning-and-evaluation-lead", "ana-lopez")]},
            False,
        ),
        (
            "data-and-evaluation-together",
            {"roles": [held("data-lead", "ana-lopez"), held("learning-and-evaluation-lead", "ben-ito")]},
            True,
        ),
        (
            "data-and-evaluation-together",
            {"roles": [held("data-lead", "ana-lopez"), held("learning-and-evaluation-lead")]},
            False,
        ),
    ],
)
def test_a_practice_without_occasion_is_not_missed(
    slug: str,
    sections: dict[str, Any],
    fits: bool,  # noqa: FBT001
) -> None:
    assert (unrecorded(plan(**sections), [slug]) == (slug,)) is fits


@pytest.mark.parametrize(("sector", "fits"), [("local-government", True), ("nonprofit", False)])
def test_partners_are_brought_into_government_where_it_convenes(sector: str, fits: bool) -> None:  # noqa: FBT001
    convener = {"name": "Riverbend", "sector": sector}
    some = plan(coalition={"id": "riverbend", "name": "Riverbend", "convener": convener})
    assert bool(unrecorded(some, ["outside-partners-onboarding"])) is fits
