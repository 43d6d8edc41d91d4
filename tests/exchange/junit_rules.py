"""What the schemas of Jenkins and of Windy Road ask of JUnit XML together, in our own words."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

_SUITE = ["errors", "failures", "hostname", "id", "name", "package", "tests", "time", "timestamp"]
_NUMBERS = ("errors", "failures", "id", "tests")
_SECONDS = re.compile(r"\d+(\.\d+)?\Z")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\Z")
_OUTCOMES = {"failure": ["message", "type"], "skipped": []}


def faults(text: str) -> list[str]:
    """Return what is wrong with a document; raises ParseError when it is no XML."""
    root = ET.fromstring(text.encode())  # noqa: S314 - our own output
    if (root.tag, root.attrib) != ("testsuites", {}):
        return ["the root is not a plain testsuites"]
    found: list[str] = []
    for number, suite in enumerate(root):
        found.extend(_of_suite(suite, number))
    return found


def _of_suite(suite: ET.Element, number: int) -> Iterator[str]:
    if suite.tag != "testsuite" or sorted(suite.attrib) != _SUITE:
        yield f"suite {number} has {suite.tag} with {sorted(suite.attrib)}"
        return
    tags = [child.tag for child in suite]
    cases = suite.findall("testcase")
    if tags != ["properties", *["testcase"] * len(cases), "system-out", "system-err"]:
        yield f"suite {number} is in disorder: {tags}"
    if not all(suite.attrib[key].isdigit() for key in _NUMBERS) or int(suite.attrib["id"]) != number:
        yield f"suite {number} counts in something else than numbers"
    if not (_SECONDS.match(suite.attrib["time"]) and _MOMENT.match(suite.attrib["timestamp"])):
        yield f"suite {number} has no time"
    if not (suite.attrib["name"].strip() and suite.attrib["hostname"].strip()):
        yield f"suite {number} has no name or no host"
    properties = suite.findall("properties/property")
    if not properties or any(sorted(p.attrib) != ["name", "value"] for p in properties):
        yield f"suite {number} has no good properties"
    for key, path in (("tests", ""), ("failures", "/failure")):
        if int(suite.attrib[key]) != len(suite.findall(f"testcase{path}")):
            yield f"suite {number} miscounts its {key}"
    for case in cases:
        yield from _of_case(case)


def _of_case(case: ET.Element) -> Iterator[str]:
    if sorted(case.attrib) != ["classname", "name", "time"] or not _SECONDS.match(case.attrib["time"]):
        yield f"a case has {case.attrib}"
    if len(case) > 1:
        yield f"the case {case.attrib['name']} has several outcomes"
    for outcome in case:
        if sorted(outcome.attrib) != _OUTCOMES.get(outcome.tag) or len(outcome):
            yield f"the case {case.attrib['name']} has {outcome.tag} with {outcome.attrib}"
