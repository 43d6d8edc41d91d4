"""Findings as JUnit XML, for programs that show the results of tests.

Each suite has a property, a time and a host, whatever they are: schemas for such files ask for them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, indent, tostring

from coalitionkit.exchange.report import LEVELS, Entry, Report, at, one_line
from coalitionkit.exchange.summary import standing
from coalitionkit.verdicts import Verdict

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def junit(report: Report) -> str:
    """Return a suite for each plan and a case for each finding; a plan without findings has one that passes.

    A case fails when its finding makes the run fail, and counts as skipped otherwise: the two agree.
    """
    root = Element("testsuites")
    for number, (verdict, entries) in enumerate(report.plans):
        _suite(root, report, number, verdict, entries)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(root: Element, report: Report, number: int, verdict: Verdict, entries: Sequence[Entry]) -> None:
    file = report.repository.named(verdict.file)
    suite = _below(
        root,
        "testsuite",
        name=file,
        package="coalition lint",
        id=str(number),
        tests=str(len(entries) or 1),
        failures=str(sum(1 for entry in entries if _fails(entry, report))),
        errors="0",
        timestamp=f"{report.as_of.isoformat()}T00:00:00",
        hostname="localhost",
        time="0",
    )
    properties = _below(suite, "properties")
    _below(properties, "property", name="profile", value=verdict.profile.value)
    if not entries:
        _case(suite, file, "no findings")
    seen: Counter[str] = Counter()
    for entry in entries:
        where = str(entry.finding.address) or "the plan"
        name = f"{entry.rule}: {where}"
        seen[name] += 1
        # Cases of one name would hide one another.
        case = _case(suite, entry.place.file, name if seen[name] == 1 else f"{name} ({seen[name]})")
        _outcome(case, entry, fails=_fails(entry, report))
    _below(suite, "system-out", standing(verdict.ladder))
    _below(suite, "system-err")


def _fails(entry: Entry, report: Report) -> bool:
    return entry.finding.severity >= report.fail_on


def _case(suite: Element, file: str, name: str) -> Element:
    # Programs take such a name apart at its points and show it as a tree.
    classname = ".".join(PurePosixPath(file).with_suffix("").parts)
    return _below(suite, "testcase", classname=classname, name=name, time="0")


def _outcome(case: Element, entry: Entry, *, fails: bool) -> None:
    level = LEVELS[entry.finding.severity]
    check = entry.finding.check
    lines = [
        f"{at(entry.place)}: {level.word} {entry.rule}: {entry.message}",
        *(f"{one_line(related.message)}: {at(related.place)}" for related in entry.related),
        f"why: {check.why}",
        f"do: {check.mend}",
    ]
    if fails:
        _below(case, "failure", "\n".join(lines), type=level.word, message=entry.message)
    else:
        _below(case, "skipped", "\n".join(lines))


def _below(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    from xml.etree.ElementTree import SubElement

    element = SubElement(parent, tag, {key: _storable(value) for key, value in attributes.items()})
    element.text = _storable(text) or None
    return element


def _storable(text: str) -> str:
    """Return text without the signs that XML cannot hold."""
    return _NOT_XML.sub("", text)
