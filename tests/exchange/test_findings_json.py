"""JSON, whole and line by line: what was said can be read back as it was."""

import json

from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.exchange.findings_json import findings_json, findings_jsonl
from coalitionkit.exchange.report import Report
from coalitionkit.findings import Severity
from exchange.reports import AS_OF, HERE, HOSTILE, finding, report, saying, verdict

TEXTS = st.lists(st.text() | st.sampled_from(HOSTILE), max_size=3)


@given(TEXTS)
def test_any_message_is_read_back_as_it_was(texts: list[str]) -> None:
    document = json.loads(findings_json(saying(texts)))
    assert [found["message"] for found in document["plans"][0]["findings"]] == texts


@given(TEXTS)
def test_each_finding_is_one_line_of_its_own(texts: list[str]) -> None:
    lines = findings_jsonl(saying(texts)).splitlines()
    assert [json.loads(line)["message"] for line in lines] == texts


def test_a_line_holds_what_the_whole_does_and_the_plan() -> None:
    of_two = Report([verdict(finding()), verdict(finding(file="b.yaml"), file="b.yaml")], HERE, AS_OF)
    document = json.loads(findings_json(of_two))
    whole = [{"plan": plan["file"], **found} for plan in document["plans"] for found in plan["findings"]]
    assert [json.loads(line) for line in findings_jsonl(of_two).splitlines()] == whole
    assert [found["plan"] for found in whole] == ["coalition.yaml", "b.yaml"]


def test_without_findings_there_is_no_line() -> None:
    assert findings_jsonl(report()) == ""


def test_statistics_are_there_when_asked_for() -> None:
    found = [finding(), finding("x", Severity.INFO, code="CK100"), finding()]
    asked = Report([verdict(*found)], HERE, AS_OF, statistics=True)
    name = "project-manager-missing"
    assert json.loads(findings_json(asked))["statistics"] == [
        {"code": "CK231", "name": name, "severity": "error", "count": 2},
        {"code": "CK100", "name": name, "severity": "info", "count": 1},
    ]
    assert "statistics" not in json.loads(findings_json(report(*found)))
