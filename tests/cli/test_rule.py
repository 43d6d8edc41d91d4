"""`coalition rule`: explaining rules."""

import json
from collections.abc import Callable

import pytest

from cli.conftest import Run
from coalitionkit.rules.catalogue import every_rule


@pytest.mark.parametrize("name", ["CK020", "ck020", "broken-reference", "BROKEN-REFERENCE"])
def test_a_rule_is_found_by_code_and_name(run: Run, name: str) -> None:
    ran = run("rule", name)
    assert ran.code == 0, ran.err
    assert ran.out.startswith("CK020 broken-reference  error, from profile start\n")


def test_an_unknown_rule_is_refused_with_a_near_miss(run: Run) -> None:
    ran = run("rule", "broken-refrence")
    assert (ran.code, ran.err) == (
        2, "error: there is no rule 'broken-refrence'; did you mean 'broken-reference'?\n",
    )  # fmt: skip
    assert "coalition rule --all" in run("rule", "zzz").err


@pytest.mark.parametrize(
    "arguments", [[], ["CK020", "--all"], ["CK020", "CK021"], ["--all", "--format", "xml"]]
)
def test_what_is_no_question_is_refused(run: Run, arguments: list[str]) -> None:
    assert run("rule", *arguments).code == 2


def test_all_rules_are_listed_by_family(run: Run) -> None:
    out = run("rule", "--all").out
    assert [
        rule.check.code for rule in every_rule() if f"  {rule.check.code} {rule.check.name}" not in out
    ] == []
    assert out.startswith("CK0xx loading\n")


def test_rules_are_data_too(run: Run) -> None:
    data = json.loads(run("rule", "--all", "--format", "json").out)
    assert [entry["code"] for entry in data] == [rule.check.code for rule in every_rule()]
    keys = ["code", "name", "family", "severity", "profile", "summary", "why", "mend", "sources"]
    assert [entry["code"] for entry in data if list(entry) != keys] == []
    assert [entry["code"] for entry in json.loads(run("rule", "CK020", "--format", "json").out)] == ["CK020"]


def test_a_rule_can_be_a_page(run: Run) -> None:
    out = run("rule", "CK231", "--format", "markdown").out
    assert "### CK231 project-manager-missing\n" in out


def test_a_rule_shows_why_and_what_to_do(run: Run, golden: Callable[[str, str], None]) -> None:
    golden("rule-CK024.txt", run("rule", "CK024").out)
