"""SARIF: full words about each rule, places that GitHub finds, nothing of the plan's own text."""

import json
import re
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.exchange.report import Report, Repository
from coalitionkit.exchange.sarif import sarif
from coalitionkit.findings import Severity
from exchange.reports import HOSTILE, finding, hostile_run, related, report, saying

LINK = re.compile(r"\[[^\]]*\]\(([^)]*)\)")


def run(report: Report) -> dict[str, Any]:
    """Return the one run of a document."""
    document = json.loads(sarif(report))
    assert document["version"] == "2.1.0"
    (only,) = document["runs"]
    assert isinstance(only, dict)
    return only


def test_a_result_says_what_and_where() -> None:
    (result,) = run(report(finding(at=None)))["results"]
    prints = result.pop("partialFingerprints")
    assert len(set(prints.values())) == 1
    assert "primaryLocationLineHash" in prints
    assert result == {
        "ruleId": "CK231",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "no one is the project manager."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "coalition.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9},
                }
            }
        ],
    }


def test_each_rule_that_occurs_is_explained_once() -> None:
    found = [finding(code="CK300"), finding(code="CK200"), finding(code="CK300")]
    only = run(report(*found))
    rules = only["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["CK200", "CK300"]
    assert [rules[result["ruleIndex"]]["id"] for result in only["results"]] == ["CK300", "CK200", "CK300"]
    assert rules[0] == {
        "id": "CK200",
        "name": "ProjectManagerMissing",
        "shortDescription": {"text": "Someone manages."},
        "fullDescription": {"text": "Someone manages. Else nobody does."},
        "help": {
            "text": "Else nobody does.\n\nWhat to do. Add `role`.\n\nSource. The guide, 4.1.",
            "markdown": "Else nobody does.\n\n**What to do.** Add `role`.\n\n**Source.** The guide, 4.1.",
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["governance"]},
    }


@pytest.mark.parametrize(("severity", "word"), [("error", "error"), ("warning", "warning"), ("info", "note")])
def test_severities_have_the_words_of_sarif(severity: str, word: str) -> None:
    assert [r["level"] for r in run(report(finding("x", Severity(severity))))["results"]] == [word]


def test_a_run_without_findings_has_an_empty_list() -> None:
    only = run(report())
    assert (only["results"], only["tool"]["driver"]["rules"]) == ([], [])
    assert only["columnKind"] == "unicodeCodePoints"


def test_second_places_are_linked_from_the_message() -> None:
    (result,) = run(report(finding(related=(related("the [first]"), related("the second")))))["results"]
    assert result["message"]["text"] == (
        "no one is the project manager. See: [the (first)](1) and [the second](2)."
    )
    assert [(place["id"], place["message"]["text"]) for place in result["relatedLocations"]] == [
        (1, "the [first]"), (2, "the second"),
    ]  # fmt: skip


@given(st.lists(st.text() | st.sampled_from(HOSTILE), max_size=3))
def test_no_message_leads_anywhere_but_to_its_own_places(texts: list[str]) -> None:
    for result in run(saying(texts))["results"]:
        assert [match[1] for match in LINK.finditer(result["message"]["text"])] == ["1"]


@given(st.text(st.characters(exclude_characters="/\x00"), min_size=1))
def test_any_path_becomes_an_address_of_plain_signs(name: str) -> None:
    (result,) = run(report(finding(file=f"a/{name}.yaml")))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"a/[A-Za-z0-9._~%-]+", uri)
    assert unquote(uri) == f"a/{name}.yaml"


def test_nothing_of_the_plan_is_carried_along() -> None:
    text = sarif(hostile_run())
    assert "snippet" not in text
    assert "contents" not in text


def test_a_file_is_told_from_the_top() -> None:
    within = Repository(PurePosixPath("/r"), PurePosixPath("/r/east"))
    (result,) = run(report(finding(), repository=within))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "east/coalition.yaml"
