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
    """Return `, 2 left out by comments, 3 known before`, or nothing when all that was found is shown."""
    suppressed = sum(verdict.suppressed for verdict in verdicts)
    known = sum(verdict.known for verdict in verdicts)
    by = "by a comment" if suppressed == 1 else "by comments"
    return (f", {suppressed} left out {by}" if suppressed else "") + (
        f", {known} known before" if known else ""
    )


def mendable(findings: Iterable[Finding]) -> str:
    """Return `2 findings can be mended with --fix, 1 more with --unsafe-fixes.`, or nothing if none can."""
    fixes = [finding.fix for finding in findings if finding.fix is not None]
    safe = sum(fix.is_safe for fix in fixes)
    unsafe = len(fixes) - safe
    parts = [
        f"{counted(safe, 'finding')} can be mended with --fix" if safe else "",
        f"{unsafe} more with --unsafe-fixes" if safe and unsafe else "",
        f"{counted(unsafe, 'finding')} can be mended with --fix --unsafe-fixes"
        if unsafe and not safe
        else "",
    ]
    told = ", ".join(part for part in parts if part)
    return f"{told}." if told else ""


MEANINGS = {
    Profile.START: "the file is in order",
    Profile.DRAFT: "convener and project manager named",
    Profile.LAUNCH: "ready for the first meetings",
    Profile.SUSTAIN: "built to last",
}
"""What a plan is that has come so far, for those who hear of a step for the first time."""


def standing(ladder: Ladder) -> str:
    """Say how far a plan has come: the highest profile it passes, and how many errors the next is away."""
    if ladder.next is None:
        last = ladder.passed or Profile.SUSTAIN
        return f"Has reached {last.value}, the last step."
    to_go = f"{counted(ladder.between, 'error')} to go"
    if ladder.passed is None:
        return f"Has not reached {ladder.next.value} yet: {to_go}."
    return f"Has reached {ladder.passed.value}: {to_go} before {ladder.next.value}."
