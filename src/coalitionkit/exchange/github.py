"""Findings as commands that a GitHub workflow turns into annotations."""

from collections.abc import Mapping

from coalitionkit.exchange.report import LEVELS, Entry, Report
from coalitionkit.exchange.summary import tally
from coalitionkit.findings import Severity

_MOST = {Severity.ERROR: 10, Severity.WARNING: 10}
"""How many annotations of each kind a step shows; further ones would be dropped without a word."""

_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = _IN_MESSAGES | {":": "%3A", ",": "%2C"}


def github(report: Report) -> str:
    """Return a command a line: errors, then warnings, then one notice of what a step has no room for."""
    shown: list[Entry] = []
    for severity, most in _MOST.items():
        shown.extend([entry for entry in report.entries if entry.finding.severity is severity][:most])
    prints = {entry.fingerprint for entry in shown}
    rest = [entry.finding for entry in report.entries if entry.fingerprint not in prints]
    lines = [_annotation(entry) for entry in shown]
    if rest:
        more = f"not shown here: {tally(rest)}; 'coalition lint' lists all findings"
        lines.append(_command("notice", {"title": "coalition lint"}, more))
    return "".join(f"{line}\n" for line in lines)


def _annotation(entry: Entry) -> str:
    start, end = entry.place.span
    place: dict[str, object] = {"file": entry.place.file, "line": start.line}
    # GitHub takes columns only where a finding begins and ends on one line.
    if end.line == start.line:
        place |= {"col": start.column, "endColumn": end.column}
    else:
        place |= {"endLine": end.line}
    return _command(LEVELS[entry.finding.severity].github, place | {"title": entry.rule}, entry.message)


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    told = ",".join(f"{key}={_escaped(str(value), _IN_PROPERTIES)}" for key, value in properties.items())
    return f"::{name} {told}::{_escaped(message, _IN_MESSAGES)}"


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)
