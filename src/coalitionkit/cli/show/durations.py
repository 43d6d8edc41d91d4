"""How long each rule takes, for those who write rules."""

import json
from collections.abc import Iterable, Iterator, Mapping

from coalitionkit.cli.console import Line, Piece
from coalitionkit.findings import Check

VERSION = 1

Durations = Mapping[Check, float]
"""Seconds that each rule took over all plans."""

_LEAST_SHARE = 0.001


def duration_lines(durations: Durations) -> Iterator[Line]:
    """Show a line for each rule, the slowest first: milliseconds, its share of all, code and name.

    Those that take less than a thousandth are summed up in one line.
    """
    whole = sum(durations.values()) or 1.0
    shown = [timed for timed in _slowest_first(durations) if timed[1] / whole >= _LEAST_SHARE]
    for check, seconds in shown:
        yield _line(seconds, whole, f"{check.code} {check.name}")
    rest = whole - sum(seconds for _, seconds in shown)
    if len(shown) < len(durations):
        yield _line(rest, whole, f"{len(durations) - len(shown)} other rules")
    yield _line(sum(durations.values()), whole, "all rules")


def durations_json(durations: Durations) -> str:
    """Return the seconds of each rule as JSON, the slowest first."""
    rules = [
        {"code": check.code, "name": check.name, "seconds": round(seconds, 6)}
        for check, seconds in _slowest_first(durations)
    ]
    return json.dumps({"version": VERSION, "rules": rules}, ensure_ascii=False, indent=2) + "\n"


def _slowest_first(durations: Durations) -> Iterable[tuple[Check, float]]:
    return sorted(durations.items(), key=lambda timed: (-timed[1], timed[0].code))


def _line(seconds: float, whole: float, name: str) -> Line:
    return (Piece(f"{seconds * 1000:10.2f} ms  "), Piece(f"{seconds / whole:6.1%}  ", "faint"), Piece(name))
