"""How often each rule was broken, for people."""

from collections.abc import Iterable, Iterator

from coalitionkit.cli.console import Line, Piece
from coalitionkit.exchange.report import LEVELS
from coalitionkit.exchange.summary import counts
from coalitionkit.findings import Finding


def statistics_lines(findings: Iterable[Finding]) -> Iterator[Line]:
    """Show a line for each rule that was broken, the most frequent first: `12  ✗ error   CK010 name`."""
    counted = counts(findings)
    widest = max((len(str(count.times)) for count in counted), default=0)
    for check, severity, times in counted:
        yield (
            Piece(f"{times:{widest}}  "),
            Piece(f"{LEVELS[severity].sign} {LEVELS[severity].word:8}", severity.value),
            Piece(f"{check.code} {check.name}"),
        )
