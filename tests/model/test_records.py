"""What records know of themselves: holdings, lookups, and statements that cannot both be true."""

from typing import Any

import pytest
from builders import member, partner, plan
from pydantic import ValidationError

from coalitionkit.model.holdings import AssetHoldings
from coalitionkit.model.record import Record


def test_what_is_not_said_of_holdings_is_unknown() -> None:
    short = partner(assets=["staff"]).assets
    assert [short.holds(word) for word in ("staff", "data-sharing")] == [True, None]
    long = AssetHoldings.model_validate({"held": ["staff"], "not_held": ["data-sharing"]})
    assert [long.holds(word) for word in ("staff", "data-sharing", "convening-power")] == [True, False, None]
    complete = AssetHoldings.model_validate({"held": ["staff"], "complete": "true"})
    assert [complete.holds(word) for word in ("staff", "data-sharing")] == [True, False]
    assert partner().assets.holds("staff") is None


def test_records_are_found_by_id_and_former_id() -> None:
    found = plan(
        members=[{"id": "ana", "name": "A", "former_ids": ["anna", "ben"]}, {"id": "ben", "name": "B"}],
        champions=[{"member": "ben"}, {"member": "gone"}],
        partners=[{"id": "p", "name": "P", "people": [{"id": "lee"}]}],
    )
    assert [getattr(found.member(key), "id", None) for key in ("ana", "anna", "ben", "x")] == [
        "ana", "ana", "ben", None,
    ]  # fmt: skip
    assert [one.id for one in found.champion_members] == ["ben"]
    person = found.person("lee")
    assert person is not None
    assert (person[0].id, person[1].id) == ("p", "lee")
    assert (found.role("x"), found.metric("x"), found.funding_source("x"), found.partner("x")) == (None,) * 4


def test_active_members_are_those_who_have_not_left() -> None:
    members = [member(id="a"), member(id="b", status="on-leave"), member(id="c", left="2026-03")]
    assert [one.id for one in plan(members=members).active_members] == ["a"]


def test_records_never_change() -> None:
    with pytest.raises(ValidationError):
        member().name = "Other"  # type: ignore[misc]


def test_a_plan_of_three_keys_has_everything_else_empty() -> None:
    empty = plan()
    assert (empty.members, empty.focus.goals, empty.decision_model, empty.budget.reserve) == (
        (),
        (),
        None,
        None,
    )


RULE = {"model": "consensus"}
CONTRADICTIONS: list[tuple[dict[str, Any], str]] = [
    ({"coalition": {"id": "a", "name": "A", "convener": {"partner": "p", "name": "P"}}}, "name"),
    ({"coalition": {"id": "a", "name": "A", "convener": {"sector": "nonprofit"}}}, "name"),
    ({"coalition": {"id": "a", "name": "A", "planning": {"start": "2027", "end": "2026-12"}}}, "end"),
    ({"format": "2"}, "format"),
    ({"members": [{"id": "a", "name": "A", "group": "champion"}]}, "group"),
    ({"members": [{"id": "a", "name": "A", "hours_per_month": "-1"}]}, "hours_per_month"),
    ({"members": [{"id": "a", "name": "A", "proxy": {"to": "a"}}]}, "proxy"),
    ({"members": [{"id": "a", "name": "A", "joined": "2026", "left": "2025"}]}, "left"),
    ({"members": [{"id": "a", "name": "A", "earlier": [{"since": "2026", "until": "2025"}]}]}, "until"),
    (
        {"partners": [{"id": "a", "name": "A", "assets": {"held": ["staff"], "not_held": ["staff"]}}]},
        "not_held",
    ),
    ({"partners": [{"id": "a", "name": "A", "evidence": [{"shows": "nothing.x"}]}]}, "shows"),
    ({"ties": [{"who": "a", "whom": "a"}]}, "whom"),
    ({"inventory": {"needs": [{"id": "n", "kind": "asset", "of": "staff", "required": "0"}]}}, "required"),
    ({"inventory": {"needs": [{"id": "n", "kind": "champion", "of": "zzz"}]}}, "of"),
    (
        {"inventory": {"list_rules": {"shares": [{"sectors": [], "at_least": "2/3", "at_most": "1/2"}]}}},
        "at_most",
    ),
    ({"roles": [{"id": "r", "waived": "why", "vacant": "2026"}]}, "vacant"),
    ({"roles": [{"id": "r", "held_by": ["a"], "vacant": "2026"}]}, "vacant"),
    ({"roles": [{"id": "r", "held_by": ["a"], "waived": "why"}]}, "waived"),
    ({"decision_model": {**RULE, "share": "2/3"}}, "share"),
    ({"decision_model": {**RULE, "authority": "a"}}, "authority"),
    ({"decision_model": {"model": "majority", "share": "1/3"}}, "share"),
    ({"decisions": [{"id": "d", "votes": {"a": "yes"}}]}, "votes"),
    ({"decisions": [{"id": "d", "chosen": "x"}]}, "chosen"),
    ({"decisions": [{"id": "d", "status": "open", "outcome": "carried"}]}, "outcome"),
    ({"decisions": [{"id": "d", "proxies": {"a": "a"}}]}, "proxies"),
    ({"decisions": [{"id": "d", "supersedes": "d"}]}, "supersedes"),
    ({"rhythm": {"series": [{"id": "s", "every": "week", "day": "2nd thursday"}]}}, "day"),
    ({"rhythm": {"series": [{"id": "s", "every": "month", "day": "thursday"}]}}, "day"),
    ({"rhythm": {"series": [{"id": "s", "group": "all", "working_group": "w"}]}}, "working_group"),
    ({"meetings": [{"id": "m", "group": "all", "working_group": "w"}]}, "working_group"),
    ({"meetings": [{"id": "m", "status": "cancelled", "attended": ["a"]}]}, "attended"),
    ({"commitments": [{"id": "c", "what": "x", "promised_by": "a", "promised_to": "a"}]}, "promised_to"),
    ({"invitations": [{"id": "i", "partner": "p", "sent": "2026-05", "answered": "2026-04"}]}, "answered"),
    ({"engagements": [{"id": "e", "date": "2026-05", "reported_back": "2026-04"}]}, "reported_back"),
    ({"metrics": [{"id": "m", "name": "M", "baseline": {"date": "2026", "value": "5", "low": "6"}}]}, "low"),
    (
        {"metrics": [{"id": "m", "name": "M", "baseline": {"date": "2026", "value": "5", "high": "4"}}]},
        "high",
    ),
    (
        {
            "metrics": [
                {
                    "id": "m",
                    "name": "M",
                    "baseline": {"date": "2026", "value": "5"},
                    "targets": [{"by": "2025", "value": "3"}],
                }
            ]
        },
        "targets",
    ),
    (
        {
            "funding_sources": [
                {"id": "f", "name": "F", "amount": "1", "schedule": [{"date": "2026", "amount": "2"}]}
            ]
        },
        "schedule",
    ),
]


@pytest.mark.parametrize(("sections", "field"), CONTRADICTIONS, ids=[str(case) for case in CONTRADICTIONS])
def test_what_cannot_both_be_true_names_the_field(sections: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        plan(**sections)
    (error,) = caught.value.errors()
    assert error["type"] in {"contradiction", "word"}
    assert error["ctx"]["field"] == field
    assert ":" in error["msg"] or ";" in error["msg"], "it says what is wrong, then what to do"


FINE: list[dict[str, Any]] = [
    {"members": [{"id": "a", "name": "A", "joined": "2026", "left": "2026-03"}]},
    {"decision_model": {"model": "majority", "share": "1/2"}},
    {"decision_model": {"model": "lead-authority", "authority": "a"}},
    {"decisions": [{"id": "d", "options": {"x": "X"}, "votes": {"a": "x", "b": "against"}, "chosen": "x"}]},
    {"roles": [{"id": "r", "held_by": [{"member": "a", "until": "2026"}], "vacant": "2026"}]},
    {"rhythm": {"series": [{"id": "s", "every": "two-weeks", "day": "thursday"}]}},
    {"inventory": {"needs": [{"id": "n", "kind": "champion", "of": "government"}]}},
    {
        "metrics": [
            {"id": "m", "name": "M", "baseline": {"date": "2026", "value": "5", "low": "5", "high": "5"}}
        ]
    },
    {"funding_sources": [{"id": "f", "name": "F", "schedule": [{"date": "2026", "amount": "2"}]}]},
]


@pytest.mark.parametrize("sections", FINE, ids=str)
def test_what_may_be_true_is_taken(sections: dict[str, Any]) -> None:
    assert isinstance(plan(**sections), Record)
