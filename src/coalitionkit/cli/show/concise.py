"""Findings a line each, for people in a hurry and for programs that read lines."""

from collections.abc import Iterable, Iterator

from coalitionkit.cli.console import Line, Piece
from coalitionkit.findings import Finding
from coalitionkit.places import Place


def concise(findings: Iterable[Finding]) -> Iterator[Line]:
    """Show each finding on a line of its own: `file:line:column: severity CODE name: message`."""
    for finding in findings:
        yield (
            Piece(f"{where(finding.place)}: ", "place"),
            Piece(finding.severity.value, finding.severity.value),
            Piece(f" {finding.check.code} {finding.check.name}: {finding.message}"),
        )


def where(place: Place) -> str:
    """Return a place as editors and people jump to it: `file:line:column`."""
    start = place.span.start
    return f"{place.file}:{start.line}:{start.column}"
