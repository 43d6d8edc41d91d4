"""`coalition list`: kinds, and the records of one kind."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from cli.conftest import Run
from cli.plans import OVERLAY, PLAN, put
from coalitionkit.cli import console
from coalitionkit.model.kinds import kinds
from coalitionkit.shipped import shipped

FOREST_CITY = str(shipped("examples") / "forest-city")


def rows(out: str) -> list[list[str]]:
    """Return the cells of a table."""
    return [line.split() for line in out.splitlines()]


def test_without_a_kind_all_are_counted(plan: Run) -> None:
    ran = plan("list")
    assert (ran.code, ran.err) == (0, "")
    assert ["members", "2", "members"] in rows(ran.out)
    assert ["values", "1", "metrics[METRIC].values"] in rows(ran.out)
    table, _, empty = ran.out.partition("\n\n")
    assert "decisions" not in table
    assert empty.startswith("none yet: ")
    assert {"decisions", "champions"} <= set(re.findall(r"[\w-]+", empty))
    assert "wins" not in ran.out
    assert ["decisions", "0", "decisions"] in [
        row.split(",") for row in plan("list", "--format", "csv").out.splitlines()
    ]


def test_records_are_listed_with_what_tells_most(plan: Run) -> None:
    assert rows(plan("list", "members").out) == [
        ["id", "name", "group", "partner", "status", "joined"],
        ["ana-lopez", "Ana", "López", "management-team", "city-hall"],
        ["ben-ito", "Ben", "Ito"],
    ]
    assert plan("list", "member").out == plan("list", "members").out


def test_nested_records_are_listed_by_their_addresses(plan: Run) -> None:
    assert rows(plan("list", "values").out)[1] == ["metrics[debt].values[2025]", "31"]
    assert plan("list", "values", "debt").out == plan("list", "values").out
    assert rows(plan("list", "holders").out)[1] == ["roles[data-lead].held_by[0]", "ana-lopez"]


def test_what_is_not_recorded_yet_is_said(plan: Run) -> None:
    assert plan("list", "funding-sources").out == "no funding sources are recorded yet\n"


def test_a_misspelled_kind_is_refused(plan: Run) -> None:
    ran = plan("list", "membrs")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: there is no kind of records named 'membrs'; did you mean 'members'?\n"
    assert plan("list", "members", "ana-lopez").err == (
        "error: a member belongs to no other record; leave out 'ana-lopez'\n"
    )
    assert "did you mean 'debt'?" in plan("list", "values", "dept").err


def test_formats_for_programs(plan: Run) -> None:
    table = list(csv.reader(io.StringIO(plan("list", "members", "--format", "csv").out)))
    assert table[1] == ["ana-lopez", "Ana López", "management-team", "city-hall", "", ""]
    said = json.loads(plan("list", "members", "--format", "json").out)
    assert [record["id"] for record in said["records"]] == ["ana-lopez", "ben-ito"]
    assert said["records"][0]["record"]["name"] == "Ana López"
    assert said["records"][0]["line"] == 12
    assert json.loads(plan("list", "--format", "json").out)["kinds"][0]["kind"] == "populations"
    assert (
        plan("list", "members", "--format", "markdown").out.splitlines()[2].startswith("| ana-lopez | Ana ")
    )
    assert plan("list", "members", "--format", "csv=members.csv").out == ""
    assert Path("members.csv").read_bytes().startswith(b"\xef\xbb\xbfid,name")


def test_private_values_are_left_out_unless_asked_for(plan: Run) -> None:
    put("members: [{id: ana-lopez, phone: 555-0100}]\n", OVERLAY)
    for form in ("table", "json", "csv", "markdown"):
        assert "555" not in plan("list", "members", "--format", form).out
    assert "555-0100" in plan("list", "members", "--format", "json", "--private").out


def test_a_plan_with_errors_is_listed_with_a_word_on_them(run: Run) -> None:
    put(PLAN.replace("management-team", "managers"))
    ran = run("list", "members")
    assert (ran.code, "managers" in ran.out) == (0, True)
    assert ran.err == "note: the plan has 1 error; 'coalition lint' says what to mend\n"


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("kind", ["", *dict.fromkeys(kind.plural for kind in kinds())])
def test_no_table_is_wider_than_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, kind: str, width: int
) -> None:
    monkeypatch.setattr(console, "width", lambda: width)
    ran = run("list", *([kind] if kind else []), "--plan", FOREST_CITY)
    assert (ran.code, ran.err) == (0, "")
    assert [line for line in ran.out.splitlines() if console.cells(line) > width] == []


def test_text_of_a_plan_is_shown_as_data(run: Run) -> None:
    put(PLAN.replace("name: Ben Ito", 'name: "::error::=1+1|\\n[x](y)\\e[31m"'))
    assert "\x1b" not in run("list", "members").out
    assert "\n::error" not in run("list", "members").out
    assert r"\|" in run("list", "members", "--format", "markdown").out


def test_columns_without_room_are_named_where_a_person_looks(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "width", lambda: 40)
    wanted = ("list", "members", "--plan", FOREST_CITY)
    assert "no room" not in run(*wanted).out
    monkeypatch.setattr(console, "is_terminal", lambda _stream: True)
    out = run(*wanted).out
    assert out.splitlines()[-2:] == [
        "no room for partner, status and joined;",
        "--format csv or json has all",
    ]
    assert "no room" not in run(*wanted, "--format", "table=members.txt").out
    assert "no room" not in Path("members.txt").read_text(encoding="utf-8")
    assert "no room" not in run("list", "members", "--plan", FOREST_CITY, "--format", "csv").out
    monkeypatch.setattr(console, "width", lambda: 120)
    assert "no room" not in run(*wanted).out
