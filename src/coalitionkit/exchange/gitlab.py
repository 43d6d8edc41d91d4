"""Findings as a Code Quality report, as GitLab shows it in merge requests."""

import json

from coalitionkit.exchange.report import LEVELS, Entry, Report


def gitlab(report: Report) -> str:
    """Return the findings as a JSON list; no two have the same fingerprint."""
    return json.dumps([_issue(entry) for entry in report.entries], ensure_ascii=False, indent=2) + "\n"


def _issue(entry: Entry) -> dict[str, object]:
    start, end = entry.place.span
    return {
        "description": f"{entry.rule}: {entry.message}",
        "check_name": entry.finding.check.code,
        "fingerprint": entry.fingerprint,
        "severity": LEVELS[entry.finding.severity].gitlab,
        "location": {"path": entry.place.file, "lines": {"begin": start.line, "end": end.line}},
    }
