"""What `add` is asked for, where it is more than a record."""

from typing import Any

import pytest

from coalitionkit.keeping.adding import on_adding
from coalitionkit.keeping.asked import Asked
from coalitionkit.periods import partial_date
from keeping.applying import Kept

ON = partial_date("2026-07-01")


def plan() -> Kept:
    """Return a plan with something of everything."""
    return Kept(
        members=[{"id": "ana", "name": "Ana", "joined": "2026-01"}, {"id": "ben", "name": "Ben"}],
        roles=[{"id": "scribe", "held_by": ["ana"]}],
        decision_model="consensus",
        metrics=[{"id": "debt", "name": "Debt", "groups": [{"group": "east"}]}],
    )


def added(kind: str, *ids: str, **values: Any) -> dict[str, Any] | None:
    """Add a record on a day that was said; return the plan's data, or None where no verb knows of it."""
    options = {key: values.pop(key) for key in ("beside", "replace", "said") if key in values}
    kept = plan()
    deed = on_adding(kept.plan, kind, Asked(ids, values, ON, **{"said": True, "replace": True, **options}))
    if deed is None:
        return None
    kept.do(deed)
    return kept.data


def test_a_holder_is_a_handover() -> None:
    data = added("holder", "scribe", member="ben")
    assert data
    assert data["roles"][0]["held_by"] == [
        {"member": "ana", "until": "2026-06-30"},
        {"member": "ben", "since": "2026-07-01"},
    ]
    beside = added("holder", "scribe", member="ben", since="2026-08", workload="5%", beside=True)
    assert beside
    assert beside["roles"][0]["held_by"] == ["ana", {"member": "ben", "since": "2026-08", "workload": "5%"}]


def test_a_member_joins_on_the_day() -> None:
    data = added("member", "rosa", id="rosa", name="Rosa", hours_per_month="3")
    assert data
    assert list(data["members"][2].items()) == [
        ("id", "rosa"), ("name", "Rosa"), ("joined", "2026-07-01"), ("hours_per_month", "3"),
    ]  # fmt: skip


def test_a_decision_with_votes_is_taken() -> None:
    data = added("decision", "walk", id="walk", votes={"ana": "for"}, question="Where?")
    assert data
    assert data["decisions"] == [
        {"id": "walk", "question": "Where?", "date": "2026-07-01", "status": "decided",
         "votes": {"ana": "for"}, "outcome": "carried"},
    ]  # fmt: skip


def test_values_and_targets_know_their_metric() -> None:
    data = added("value", "debt", "2026", date="2026", value="5", low="4")
    assert data
    assert data["metrics"][0]["values"] == [{"date": "2026", "value": "5", "low": "4"}]
    of_group = added("value", "debt", "east", "2026", date="2026", value="5")
    assert of_group
    assert of_group["metrics"][0]["groups"][0]["values"] == [{"date": "2026", "value": "5"}]
    target = added("target", "debt", "2028", by="2028", value="5")
    assert target
    assert target["metrics"][0]["targets"] == [{"by": "2028", "value": "5"}]


def test_a_practice_gets_its_date() -> None:
    data = added("practice", "celebration", text="Cake.")
    assert data
    assert data["practices"] == {"celebration": {"text": "Cake.", "date": "2026-07-01"}}


@pytest.mark.parametrize(
    ("kind", "ids", "values"),
    [
        ("holder", ("scribe",), {"member": "ben", "until": "2026-03"}),
        ("member", ("rosa",), {"name": "Rosa", "said": False}),
        ("practice", ("celebration",), {"text": "Cake.", "said": False}),
        ("value", ("debt", "2026"), {"date": "2026", "value": "5", "replace": False}),
        ("target", ("debt", "2026"), {"by": "2026", "value": "5", "replace": False}),
        ("member", ("rosa",), {"name": "Rosa", "status": "invited"}),
        ("member", ("rosa",), {"name": "Rosa", "joined": "2025"}),
        ("decision", ("walk",), {"question": "Where?"}),
        ("decision", ("walk",), {"status": "withdrawn", "votes": {"ana": "for"}}),
        ("value", ("debt", "2026"), {"date": "2026", "value": "5", "note": "Draft."}),
        ("target", ("debt", "2026"), {"by": "2026", "value": "5", "note": "Draft."}),
        ("practice", ("celebration",), {"text": "Cake.", "note": "Draft."}),
        ("meeting", ("july",), {"status": "held"}),
    ],
)
def test_a_record_that_is_no_more_than_that_is_left_alone(
    kind: str, ids: tuple[str, ...], values: dict[str, Any]
) -> None:
    assert added(kind, *ids, **values) is None
