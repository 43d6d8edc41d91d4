"""JUnit XML: as strict schemas want it, and red exactly when the run is."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.exchange.junit import junit
from coalitionkit.exchange.report import Report, one_line
from coalitionkit.findings import Severity
from coalitionkit.places import PLAN
from exchange.junit_rules import faults
from exchange.reports import AS_OF, HERE, HOSTILE, finding, hostile_run, report, saying, verdict

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def root(report: Report) -> ET.Element:
    """Return the document; fails where the rules of the schemas are broken."""
    text = junit(report)
    assert faults(text) == []
    return ET.fromstring(text.encode())  # noqa: S314 - our own output


def names(report: Report) -> list[str]:
    """Return the names of all cases."""
    return [case.attrib["name"] for case in root(report).iter("testcase")]


def test_a_finding_is_a_case_that_fails() -> None:
    (case,) = root(report(finding())).iter("testcase")
    assert case.attrib == {
        "classname": "coalition", "name": "CK231 project-manager-missing: roles", "time": "0",
    }  # fmt: skip
    (failure,) = case
    assert failure.attrib == {"type": "error", "message": "no one is the project manager"}
    assert (failure.text or "").splitlines() == [
        "coalition.yaml:3:5: error CK231 project-manager-missing: no one is the project manager",
        "why: Else nobody does.",
        "do: Add `role`.",
    ]


def test_a_plan_without_findings_has_a_case_that_passes() -> None:
    (suite,) = root(report())
    assert (suite.attrib["name"], suite.attrib["tests"], suite.attrib["failures"]) == (
        "coalition.yaml",
        "1",
        "0",
    )
    (case,) = suite.iter("testcase")
    assert (case.attrib["name"], len(case)) == ("no findings", 0)


@pytest.mark.parametrize(("fail_on", "failing"), [(ERROR, 1), (WARNING, 2), (INFO, 3), (Severity.OFF, 3)])
def test_a_case_fails_when_its_finding_makes_the_run_fail(fail_on: Severity, failing: int) -> None:
    found = [finding(severity=severity) for severity in (ERROR, WARNING, INFO)]
    (suite,) = root(report(*found, fail_on=fail_on))
    assert suite.attrib["failures"] == str(failing)
    assert len(list(suite.iter("skipped"))) == 3 - failing


def test_there_is_a_suite_for_each_plan() -> None:
    both = root(Report([verdict(finding()), verdict(file="b/coalition.yaml")], HERE, AS_OF))
    assert [suite.attrib["name"] for suite in both] == ["coalition.yaml", "b/coalition.yaml"]
    assert [suite.findtext("system-out") for suite in both] == [
        "Has reached draft: 1 error to go before launch.",
        "Has reached launch, the last step.",
    ]


def test_without_plans_there_is_no_suite() -> None:
    assert len(root(Report([], HERE, AS_OF))) == 0


def test_no_case_hides_another() -> None:
    found = [finding(), finding("another"), finding(address=PLAN), finding("a third")]
    assert names(report(*found)) == [
        "CK231 project-manager-missing: roles",
        "CK231 project-manager-missing: roles (2)",
        "CK231 project-manager-missing: the plan",
        "CK231 project-manager-missing: roles (3)",
    ]


def test_files_make_a_tree() -> None:
    (case,) = root(report(finding(file="east/coalition.d/members.yaml"))).iter("testcase")
    assert case.attrib["classname"] == "east.coalition.d.members"


@given(st.lists(st.text() | st.sampled_from(HOSTILE), max_size=3))
def test_any_message_is_read_back_but_for_signs_that_xml_cannot_hold(texts: list[str]) -> None:
    told = [failure.attrib["message"] for failure in root(saying(texts)).iter("failure")]
    assert told == [one_line(text).replace("\ufffe", "").replace("\uffff", "") for text in texts]


@given(st.text(), st.text(st.characters(exclude_characters="/\x00")))
def test_any_id_and_name_of_a_file_make_good_xml(key: str, file: str) -> None:
    root(report(finding(file=f"a/{file}.yaml", address=PLAN / key)))


def test_a_hostile_plan_makes_good_xml() -> None:
    assert len(names(hostile_run())) > 5
