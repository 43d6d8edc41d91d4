"""`coalition show`: everything of one record."""

import json

import pytest

from cli.conftest import Run
from cli.plans import OVERLAY, put
from coalitionkit.cli import console
from coalitionkit.loading import load
from coalitionkit.loading.records import Records
from coalitionkit.model.kinds import kinds
from coalitionkit.shipped import shipped
from coalitionkit.workspace import find_plans, read_plan

FOREST_CITY = shipped("examples") / "forest-city"


def test_a_record_is_shown_with_labels_and_names(plan: Run) -> None:
    ran = plan("show", "member", "ana-lopez")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "member ana-lopez  Ana López\n"
        "  coalition.yaml:12  members[ana-lopez]\n"
        "\n"
        "  id: ana-lopez\n"
        "  name: Ana López\n"
        "  partner: city-hall (City Hall)\n"
        "  group: management-team\n"
        "\n"
        "Referred to 1 time:\n"
        "  roles[data-lead].held_by[0]  coalition.yaml:20\n"
    )


@pytest.mark.parametrize(
    ("words", "head"),
    [
        (["ana-lopez"], "member ana-lopez  Ana López"),
        (["members[ana-lopez]"], "member ana-lopez  Ana López"),
        (["value", "debt", "2025"], "value metrics[debt].values[2025]"),
        (["metrics[debt].values"], "metrics[debt].values"),
        (["coalition"], "coalition"),
        (["members[ana-lopez].group"], "members[ana-lopez].group"),
        (["coalition.languages"], "coalition.languages"),
    ],
)
def test_what_is_shown_may_be_named_in_several_ways(plan: Run, words: list[str], head: str) -> None:
    ran = plan("show", *words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == head


def test_single_values_and_lists_are_shown(plan: Run) -> None:
    assert plan("show", "coalition.languages").out.splitlines()[-1] == "  en, es"
    assert plan("show", "members[ana-lopez].group").out.splitlines()[-1] == "  management-team"
    assert plan("show", "metrics[debt].values").out.splitlines()[-1] == "  - date: 2025; value: 31"
    assert plan("show", "holder", "data-lead", "0").out.splitlines()[-1] == "  member: ana-lopez (Ana López)"


def test_private_values_are_hidden_and_counted(plan: Run) -> None:
    put(
        "members: [{id: ana-lopez, phone: 555-0100, compensation: {amount: 50}}]\n"
        "partners: [{id: city-hall, answers: {barriers: money}}]\n",
        OVERLAY,
    )
    shown = plan("show", "ana-lopez").out
    assert "555" not in shown
    assert shown.endswith("2 private values are not shown; --private shows them\n")
    assert plan("show", "city-hall").out.endswith("1 private value is not shown; --private shows them\n")
    for form in ("json", "csv", "markdown"):
        assert "555" not in plan("show", "ana-lopez", "--format", form).out
        assert "555-0100" in plan("show", "ana-lopez", "--format", form, "--private").out
    assert "  phone (private): 555-0100\n" in plan("show", "ana-lopez", "--private").out
    ran = plan("show", "members[ana-lopez].phone")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: members[ana-lopez].phone is private\nhint:  --private shows it\n"
    assert "555-0100" in plan("show", "members[ana-lopez].phone", "--private").out
    assert "private" not in plan("show", "ana-lopez", "--no-overlay").out


def test_formats_for_programs(plan: Run) -> None:
    said = json.loads(plan("show", "ana-lopez", "--format", "json").out)
    assert (said["kind"], said["id"], said["file"], said["line"]) == (
        *("member", "ana-lopez"),
        *("coalition.yaml", 12),
    )
    assert said["record"]["partner"] == "city-hall"
    assert said["referred_to_by"] == [
        {"address": "roles[data-lead].held_by[0]", "file": "coalition.yaml", "line": 20}
    ]
    value = json.loads(plan("show", "metrics[debt].values", "--format", "json").out)
    assert value["value"] == [{"date": "2025", "value": "31"}]
    assert "members[ana-lopez].group,management-team" in plan("show", "ana-lopez", "--format", "csv").out
    assert "| metrics\\[debt\\].values\\[2025\\].value | 31 |" in (
        plan("show", "debt", "--format", "markdown").out
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["anna-lopez"], "there is no record 'anna-lopez'; did you mean 'ana-lopez'?"),
        (["member"], "which member?"),
        (["members[ana-lopez].proxy"], "nothing is written at members[ana-lopez].proxy"),
        (["budget"], "nothing is written at budget"),
        (["a", "b", "c", "d"], "'d' is one word too many"),
    ],
)
def test_what_is_not_there_is_refused(plan: Run, words: list[str], said: str) -> None:
    ran = plan("show", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {said}")


@pytest.mark.parametrize("width", [40, 100])
def test_every_record_of_an_example_can_be_shown(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(console, "width", lambda: width)
    records = Records(load(read_plan(find_plans([FOREST_CITY])[0])))
    first = [next(records.of(kind), None) for kind in kinds()]
    for one in first:
        if one is not None:
            ran = run("show", str(one.address), "--plan", str(FOREST_CITY))
            assert (ran.code, ran.err) == (0, ""), one.address
            assert ran.out.startswith(one.words)
