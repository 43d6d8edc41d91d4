"""Findings as JSON, whole or a finding a line; keys do not change within a version."""

import json
from typing import Any

from coalitionkit.exchange.report import Entry, Report
from coalitionkit.exchange.summary import counts
from coalitionkit.findings import Severity
from coalitionkit.places import Place
from coalitionkit.verdicts import Verdict

VERSION = 1

_OTHER_LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}


def findings_json(report: Report) -> str:
    """Return the verdicts as JSON. Lines and columns count from 1, columns in code points."""
    document = {
        "version": VERSION,
        "plans": [
            _plan(verdict, [_finding(entry) for entry in entries]) for verdict, entries in report.plans
        ],
        **({"statistics": _statistics(report)} if report.statistics else {}),
        "summary": {
            "plans": len(report.verdicts),
            **{
                f"{severity.value}s": sum(1 for finding in report.findings if finding.severity is severity)
                for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
            },
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def findings_jsonl(report: Report) -> str:
    """Return each finding as JSON on a line of its own, with the plan that it was found in."""
    return "".join(
        # Some readers end a line at these signs, which JSON lets stand in a text.
        json.dumps({"plan": verdict.file, **_finding(entry)}, ensure_ascii=False).translate(_OTHER_LINE_ENDS)
        + "\n"
        for verdict, entries in report.plans
        for entry in entries
    )


def _plan(verdict: Verdict, findings: list[dict[str, Any]]) -> dict[str, Any]:
    ladder = verdict.ladder
    return {
        "file": verdict.file,
        "profile": verdict.profile.value,
        "passes": ladder.passed.value if ladder.passed else None,
        "next": ladder.next.value if ladder.next else None,
        "errors_before_next": ladder.between,
        "suppressed": verdict.suppressed,
        "known": verdict.known,
        "findings": findings,
    }


def _finding(entry: Entry) -> dict[str, Any]:
    finding = entry.finding
    check = finding.check
    return {
        "code": check.code,
        "name": check.name,
        "severity": finding.severity.value,
        "profile": check.profile.value,
        "message": finding.message,
        "address": str(finding.address),
        "fingerprint": entry.fingerprint,
        **_place(finding.place),
        "related": [{"message": related.message, **_place(related.place)} for related in finding.related],
        "fix": {"title": finding.fix.title, "safety": finding.fix.safety.value} if finding.fix else None,
        "why": check.why,
        "mend": check.mend,
        "sources": list(check.sources),
    }


def _place(place: Place) -> dict[str, Any]:
    start, end = place.span
    return {
        "file": place.file,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


def _statistics(report: Report) -> list[dict[str, Any]]:
    return [
        {"code": check.code, "name": check.name, "severity": severity.value, "count": times}
        for check, severity, times in counts(report.findings)
    ]
