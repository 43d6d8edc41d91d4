"""Findings for programs: one JSON document whose keys do not change within a version."""

import json
from collections.abc import Sequence
from typing import Any

from coalitionkit.findings import Finding, Severity
from coalitionkit.places import Place
from coalitionkit.verdicts import Verdict

VERSION = 1


def findings_json(verdicts: Sequence[Verdict]) -> str:
    """Return the verdicts as JSON. Lines and columns count from 1, columns in code points."""
    every = [finding for verdict in verdicts for finding in verdict.findings]
    document = {
        "version": VERSION,
        "plans": [_plan(verdict) for verdict in verdicts],
        "summary": {
            "plans": len(verdicts),
            **{
                f"{severity.value}s": sum(1 for finding in every if finding.severity is severity)
                for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
            },
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _plan(verdict: Verdict) -> dict[str, Any]:
    ladder = verdict.ladder
    return {
        "file": verdict.file,
        "profile": verdict.profile.value,
        "passes": ladder.passed.value if ladder.passed else None,
        "next": ladder.next.value if ladder.next else None,
        "errors_before_next": ladder.between,
        "suppressed": verdict.suppressed,
        "known": verdict.known,
        "findings": [_finding(finding) for finding in verdict.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    check = finding.check
    return {
        "code": check.code,
        "name": check.name,
        "severity": finding.severity.value,
        "profile": check.profile.value,
        "message": finding.message,
        "address": str(finding.address),
        **_place(finding.place),
        "related": [{"message": related.message, **_place(related.place)} for related in finding.related],
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
