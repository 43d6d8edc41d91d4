"""SARIF: full words about each rule, places that GitHub finds, nothing of the plan's own text."""

import json
import re
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.edits import Fix
from coalitionkit.exchange.report import Report, Repository
from coalitionkit.exchange.sarif import sarif
from coalitionkit.findings import Severity
from coalitionkit.places import Place
from coalitionkit.verdicts import Replacement
from exchange.reports import (
    AS_OF,
    HERE,
    HOSTILE,
    finding,
    hostile_run,
    related,
    report,
    saying,
    span,
    verdict,
)

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


def offering(*replacements: Replacement, title: str = "write 'active'") -> Report:
    """Return a report on a finding that these replacements would mend."""
    found = finding()._replace(fix=Fix(title, ()))
    return report(found, repository=Repository(PurePosixPath("/r"), PurePosixPath("/r/east")))._replace(
        offers=lambda number: {finding(): replacements} if number == 0 else {},
    )


def test_what_a_fix_would_write_is_offered() -> None:
    first = Replacement(Place("coalition.yaml", span(3, 5, 6)), "active")
    gone = Replacement(Place("coalition.d/x y.yaml", span(7, 1, 2)), "")
    (result,) = run(offering(first, gone))["results"]
    assert result["fixes"] == [
        {
            "description": {"text": "write 'active'."},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "east/coalition.yaml", "uriBaseId": "%SRCROOT%"},
                    "replacements": [
                        {
                            "deletedRegion": {
                                "startLine": 3,
                                "startColumn": 5,
                                "endLine": 3,
                                "endColumn": 11,
                            },
                            "insertedContent": {"text": "active"},
                        }
                    ],
                },
                {
                    "artifactLocation": {"uri": "east/coalition.d/x%20y.yaml", "uriBaseId": "%SRCROOT%"},
                    "replacements": [
                        {"deletedRegion": {"startLine": 7, "startColumn": 1, "endLine": 7, "endColumn": 3}}
                    ],
                },
            ],
        }
    ]


def test_where_nothing_is_offered_there_is_no_fix() -> None:
    assert "fixes" not in sarif(offering())
    assert "fixes" not in sarif(report(finding()._replace(fix=Fix("write 'active'", ()))))


@given(st.text() | st.sampled_from(HOSTILE))
def test_no_title_of_a_fix_leads_anywhere(title: str) -> None:
    (result,) = run(offering(Replacement(finding().place, "x"), title=title))["results"]
    told = result["fixes"][0]["description"]["text"]
    assert not LINK.search(told)
    assert "\n" not in told


def test_what_plans_share_is_one_result() -> None:
    shared = finding(file="region.yaml")
    verdicts = [verdict(shared, finding(file=f"{name}.yaml"), file=f"{name}.yaml") for name in "ab"]
    results = run(Report(verdicts, HERE, AS_OF))["results"]
    named = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results]
    assert named == ["region.yaml", "a.yaml", "b.yaml"]


def test_a_file_is_told_from_the_top() -> None:
    within = Repository(PurePosixPath("/r"), PurePosixPath("/r/east"))
    (result,) = run(report(finding(), repository=within))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "east/coalition.yaml"
