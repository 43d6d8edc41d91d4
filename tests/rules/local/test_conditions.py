"""Conditions of a plan's own rules: what each asks for, and how the field decides what a value means."""

from typing import Any

import pytest
from local_writing import breaches, faults, found, who


@pytest.mark.parametrize(
    ("path", "condition", "expected"),
    [
        ("status", "active", ["ana", "eva"]),
        ("status", {"equals": "alumni"}, ["ben"]),
        ("status", "Alumni", ["ben"]),
        ("status", {"one_of": ["active", "alumni"]}, ["ana", "ben", "eva"]),
        ("name", "Ben Ito", ["ben"]),
        ("name", {"begins_with": "ben"}, ["ben"]),
        ("name", {"contains": "LÓP"}, ["ana"]),
        ("tasks", "present", ["ana"]),
        ("tasks", "absent", ["ben", "eva"]),
        ("tasks", "engage-residents", ["ana"]),
        ("tasks", {"at_least": "1"}, ["ana"]),
        ("tasks", {"under": "1"}, ["ben", "eva"]),
        ("voting", "yes", ["ana"]),
        ("voting", "true", ["ana"]),
        ("voting", "no", []),
        ("hours_per_month", {"over": "7"}, ["ben"]),
        ("hours_per_month", {"at_most": "7.5"}, ["ben"]),
        ("joined", {"before": "2026-01-15"}, ["ben"]),
        ("joined", {"after": "2026-01-15"}, ["eva"]),
        ("joined", {"before": "2026"}, ["ben"]),
        ("joined", {"after": "today"}, []),
        ("joined", {"before": "today"}, ["ana", "ben"]),
        ("joined", "2025", ["ben"]),
        ("seats", "csbg", ["eva"]),
        ("seats.csbg", "low-income", ["eva"]),
        ("seats.csbg", "absent", ["ana", "ben"]),
    ],
)
def test_a_condition_is_true_of_those_it_describes(path: str, condition: Any, expected: list[str]) -> None:
    assert who(path, condition) == expected


@pytest.mark.parametrize(
    ("each", "path", "condition", "expected"),
    [
        ("funding_sources", "amount", {"over": "50000"}, ["big"]),
        ("funding_sources", "amount", {"at_least": "50000"}, ["big", "small"]),
        ("funding_sources", "amount", {"under": "50000.50"}, ["small"]),
        ("funding_sources", "confidence", {"over": "1/2"}, ["big"]),
        ("funding_sources", "confidence", "0.5", ["small"]),
        ("funding_sources", "confidence", {"over": "66%"}, ["big"]),
        ("funding_sources", "reports.due", "present", ["big"]),
        ("funding_sources", "reports", {"at_most": "0"}, ["small", "open"]),
        ("partners", "assets", "staff", ["trust"]),
        ("partners", "assets", {"at_least": "2"}, ["trust"]),
        ("partners", "sector", "city", ["city"]),
        ("partners", "people", {"at_least": "2"}, ["city"]),
        ("partners", "people", {"where": {"title": "present"}, "at_least": "2"}, []),
        ("partners", "people", {"where": {"title": "present"}}, ["city"]),
        ("partners", "people", {"where": {"title": "absent", "id": "kim"}}, []),
        ("roles", "held_by", "ben", ["project-manager", "data-lead"]),
        ("roles", "held_by.member", "ana", ["project-manager"]),
        ("roles", "held_by", {"at_least": "2"}, ["project-manager"]),
        ("roles", "held_by", {"refers_to": {"status": "active"}}, ["project-manager"]),
        ("roles", "held_by.member", {"refers_to": {"status": "active"}}, ["project-manager"]),
        ("working_groups", "lead", {"refers_to": {"status": "alumni"}}, ["jobs"]),
        ("working_groups", "members", {"refers_to": {"status": "active"}, "at_least": "2"}, ["homes"]),
        ("working_groups", "members", {"refers_to": {"status": "active"}, "at_most": "0"}, ["jobs"]),
        ("working_groups", "lead", {"refers_to": {"status": "active", "name": "Eva Roth"}}, []),
    ],
)
def test_the_field_decides_what_a_value_means(
    each: str, path: str, condition: Any, expected: list[str]
) -> None:
    assert who(path, condition, each) == expected


def test_all_that_a_condition_asks_for_is_true_of_one_item() -> None:
    both = {"begins_with": "data", "contains": "ff"}
    assert who("assets", both, "partners") == []
    assert who("assets", {"begins_with": "data", "contains": "sharing"}, "partners") == ["trust"]


def test_every_working_group_has_a_deputy() -> None:
    assert found(each="working_groups", require={"deputy": "present"}) == ["working_groups[jobs].deputy"]


def test_each_funding_source_over_50000_has_a_report_date() -> None:
    keys: dict[str, Any] = {"where": {"amount": {"over": "50000"}}, "require": {"reports.due": "present"}}
    assert found(each="funding_sources", **keys) == []
    keys["where"] = {"amount": {"at_least": "50000"}}
    assert found(each="funding_sources", **keys) == ["funding_sources[small].reports"]


def test_what_is_missing_meets_no_demand_but_absence() -> None:
    assert who("amount", {"at_most": "1000000"}, "funding_sources") == ["big", "small"]
    assert who("amount", "absent", "funding_sources") == ["open"]


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        (
            {"require": {"nmae": "present"}},
            "require.nmae: 'nmae' is not a key of a member; did you mean 'name'?",
        ),
        (
            {"require": {"phone": "present"}},
            "require.phone: 'phone' is private, and rules see only what is shared",
        ),
        (
            {"require": {"name.first": "x"}},
            "'name' is a single value with nothing below it; leave out '.first'",
        ),
        (
            {"require": {"status": "activ"}},
            "require.status: 'activ' is not a member status; did you mean 'active'?",
        ),
        (
            {"require": {"status": {"one_of": ["activ"]}}},
            "require.status.one_of: 'activ' is not a member status",
        ),
        ({"require": {"joined": "soon"}}, "require.joined: write a date as 2026-03-14, 2026-03 or 2026"),
        ({"require": {"joined": {"before": "now"}}}, "require.joined.before: write a date as 2026-03-14"),
        (
            {"require": {"joined": {"over": "3"}}},
            "require.joined.over: 'over' compares numbers, and this is none",
        ),
        (
            {"require": {"name": {"before": "2026"}}},
            "require.name.before: 'before' compares dates, and this is none",
        ),
        ({"require": {"joined": {"contains": "26"}}}, "'contains' looks into text, and this is none"),
        ({"require": {"name": {"refers_to": {"id": "x"}}}}, "'refers_to' follows an id, and this is none"),
        (
            {"require": {"partner": {"refers_to": {"nme": "x"}}}},
            "require.partner.refers_to.nme: 'nme' is not a key of",
        ),
        ({"require": {"tasks": {"over": "two"}}}, "require.tasks.over: 'two' is not a number of items"),
        (
            {"require": {"tasks": {"over": "-1"}}},
            "'-1' is not a number of items; write a whole number, such as 2",
        ),
        (
            {"require": {"tasks": {"where": {"id": "x"}}}},
            "require.tasks.where: 'tasks' is no list of records",
        ),
        (
            {"require": {"compensation": "x"}},
            "require.compensation: 'compensation' is no single value; name a key",
        ),
        ({"require": {"voting": "perhaps"}}, "require.voting: 'perhaps' is neither yes nor no"),
        ({"require": {"hours_per_month": {"over": "many"}}}, "'many' is not a plain number"),
        (
            {"where": {"earlier": {"where": {"untill": "present"}}}},
            "where.earlier.where.untill: 'untill' is not",
        ),
        ({"unless": {"nmae": "x"}}, "unless.nmae: "),
        ({"forbid": {"nmae": "x"}}, "forbid.nmae: "),
        ({"require_any": [{"id": "x"}, {"nmae": "x"}]}, "require_any[1].nmae: "),
    ],
)
def test_what_the_format_does_not_have_is_told_where_it_stands(keys: dict[str, Any], fault: str) -> None:
    told = faults(**{"require": {"id": "present"}, **keys})
    assert len(told) == 1, told
    assert fault in told[0]


def test_an_id_that_may_mean_two_kinds_of_record_needs_a_key_of_one_of_them() -> None:
    party = {"each": "commitments", "require": {"promised_by": {"refers_to": {"sector": "nonprofit"}}}}
    assert faults(**party) == []
    text = """\
format: 1
coalition: {id: a, name: A}
members: [{id: ana, name: Ana}]
partners: [{id: trust, name: River Trust, sector: nonprofit}]
commitments:
  - {id: one, promised_by: trust, promised_to: ana, what: A room}
  - {id: two, promised_by: ana, promised_to: trust, what: A call}
"""
    assert [str(b.at) for b in breaches(text, **party)] == ["commitments[two].promised_by"]
    wrong = {"each": "commitments", "require": {"promised_by": {"refers_to": {"secktor": "x"}}}}
    assert len(faults(**wrong)) == 1
