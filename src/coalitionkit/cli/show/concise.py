"""Findings a line each, for people in a hurry and for programs that read lines."""

from collections.abc import Iterable, Iterator

from coalitionkit.cli.console import Line, Piece
from coalitionkit.exchange.report import at, one_line
from coalitionkit.findings import Finding


def concise(findings: Iterable[Finding]) -> Iterator[Line]:
    """Show each finding on a line of its own: `file:line:column: severity CODE name: message`."""
    for finding in findings:
        yield (
            Piece(f"{' '.join(at(finding.place).splitlines())}: ", "place"),
            Piece(finding.severity.value, finding.severity.value),
            Piece(f" {finding.check.code} {finding.check.name}: {one_line(finding.message)}"),
        )
