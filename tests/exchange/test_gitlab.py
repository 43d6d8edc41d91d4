"""Code Quality: what GitLab's documentation asks of every entry."""

import json
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.exchange.gitlab import gitlab
from coalitionkit.exchange.report import Report
from coalitionkit.findings import Severity
from exchange.reports import HOSTILE, finding, hostile_run, report, saying

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def entries(report: Report) -> list[dict[str, Any]]:
    """Return the entries; fails where one is not as GitLab wants it."""
    found = json.loads(gitlab(report))
    assert isinstance(found, list)
    for entry in found:
        assert isinstance(entry["description"], str)
        assert entry["description"]
        assert isinstance(entry["check_name"], str)
        assert entry["severity"] in SEVERITIES
        path, line = entry["location"]["path"], entry["location"]["lines"]["begin"]
        assert not PurePosixPath(path).is_absolute()
        assert not path.startswith("./")
        assert isinstance(line, int)
        assert line >= 1
    prints = [entry["fingerprint"] for entry in found]
    assert len(set(prints)) == len(prints)
    return found


def test_an_entry_says_what_and_where() -> None:
    (entry,) = entries(report(finding()))
    assert entry == {
        "description": "CK231 project-manager-missing: no one is the project manager",
        "check_name": "CK231",
        "fingerprint": entry["fingerprint"],
        "severity": "major",
        "location": {"path": "coalition.yaml", "lines": {"begin": 3, "end": 3}},
    }


@pytest.mark.parametrize(("severity", "word"), [("error", "major"), ("warning", "minor"), ("info", "info")])
def test_severities_have_the_words_of_gitlab(severity: str, word: str) -> None:
    assert [entry["severity"] for entry in entries(report(finding("x", Severity(severity))))] == [word]


@given(st.lists(st.text() | st.sampled_from(HOSTILE), max_size=3))
def test_any_message_makes_good_entries(texts: list[str]) -> None:
    assert len(entries(saying(texts))) == len(texts)


def test_a_hostile_plan_makes_good_entries() -> None:
    assert len(entries(hostile_run())) > 5


def test_without_findings_the_list_is_empty() -> None:
    assert gitlab(report()) == "[]\n"
