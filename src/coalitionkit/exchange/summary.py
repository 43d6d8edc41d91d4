"""What findings come to: counts by severity and by rule, and the ladder in words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coalitionkit.findings import Check, Finding, Profile, Severity
from coalitionkit.prose import counted, listed
from coalitionkit.verdicts import Ladder, Verdict


class Count(NamedTuple):
    """How often a rule was broken at a severity."""

    check: Check
    severity: Severity
    times: int


def counts(findings: Iterable[Finding]) -> list[Count]:
    """Count findings by rule, the most frequent first; a rule has a count for each severity it came with."""
    tallied = Counter((finding.check, finding.severity) for finding in findings)
    return sorted(
        (Count(check, severity, times) for (check, severity), times in tallied.items()),
        key=lambda count: (-count.times, count.check.code, count.severity.value),
    )


def tally(findings: Sequence[Finding]) -> str:
    """Return `2 errors and 1 warning`, or `no findings`."""
    parts = [
        counted(count, noun)
        for severity, noun in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "note"),
        )
        if (count := sum(1 for finding in findings if finding.severity is severity))
    ]
    return listed(parts) if parts else "no findings"


def left_out(verdicts: Sequence[Verdict]) -> str:
    """Return `, 2 suppressed, 3 known before`, or nothing when all that was found is shown."""
    suppressed = sum(verdict.suppressed for verdict in verdicts)
    known = sum(verdict.known for verdict in verdicts)
    return (f", {suppressed} suppressed" if suppressed else "") + (f", {known} known before" if known else "")


def standing(ladder: Ladder) -> str:
    """Say how far a plan has come: which profile it passes, and how many errors stand before the next."""
    passed = f"Passes {ladder.passed.value}." if ladder.passed else "Cannot be judged yet."
    if ladder.next is None:
        return f"{passed} That is as far as the rules go."
    if ladder.next is Profile.START:
        verb = "has" if ladder.between == 1 else "have"
        return f"{counted(ladder.between, 'error')} {verb} to go before the plan can be read."
    verb = "stands" if ladder.between == 1 else "stand"
    return f"{passed} {counted(ladder.between, 'error')} {verb} between this plan and {ladder.next.value}."
