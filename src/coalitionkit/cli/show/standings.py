"""What the findings of plans come to, and how far each plan has come, for people."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from coalitionkit.cli.console import Line, Piece, as_argument, flowed
from coalitionkit.exchange.summary import MEANINGS, left_out, mendable, standing, tally
from coalitionkit.findings import Finding, Profile, Severity
from coalitionkit.prose import counted
from coalitionkit.verdicts import Ladder, Verdict, told_once

_MOST_PLANS = 20


def standings(verdicts: Sequence[Verdict], width: int, fail_on: Severity = Severity.ERROR) -> Iterator[Line]:
    """Show what was found and how far the plan has come; of several, a line each and then their sum.

    Plans in which nothing was found are only counted. The worst come first, and twenty are enough. What is
    found in a file that several plans share counts for each of them, and once in the sum. `fail_on` is the
    least severity that the run fails for.
    """
    lines = _of_one(verdicts[0], fail_on) if len(verdicts) == 1 else _of_several(verdicts, fail_on)
    for line in lines:
        yield from flowed(line, width, "  ")


def _of_one(verdict: Verdict, fail_on: Severity) -> Iterator[Line]:
    found, ladder = verdict.findings, verdict.ladder
    yield (
        Piece(f"{verdict.file}, checked for {verdict.profile.value}:", "place"),
        Piece(f"{tally(found)}{left_out([verdict])}", _style(found)),
    )
    yield [*_steps(ladder)]
    yield (Piece(_holding_back(found, fail_on)),)
    yield (Piece(mendable(found), "faint"),)
    step = ladder.next
    if step is not None and step > verdict.profile:
        what = f"See what stands before {step.value}:"
        yield (Piece(f"{what} coalition lint --profile {step.value} {as_argument(verdict.file)}", "faint"),)


def _steps(ladder: Ladder) -> Iterator[Piece]:
    """Show the ladder as a row of steps, those that are passed, the next and those that wait."""
    for number, step in enumerate(Profile):
        arrow = "→ " if number else ""
        if step is ladder.next:
            to_go = f"({counted(ladder.between, 'error')} to go)"
            yield Piece(f"{arrow}✗ {step.value}: {MEANINGS[step]} {to_go}", "error")
        elif ladder.passed is not None and step <= ladder.passed:
            meaning = f": {MEANINGS[step]}" if ladder.next is None and step is ladder.passed else ""
            yield Piece(f"{arrow}✓ {step.value}{meaning}", "good")
        else:
            yield Piece(f"{arrow}{step.value}", "faint")


def _holding_back(findings: Iterable[Finding], fail_on: Severity) -> str:
    """Say that only errors count, where there is anything else, and what else fails the run."""
    lesser = {finding.severity for finding in findings} - {Severity.ERROR}
    if not lesser:
        return ""
    if max(lesser) >= fail_on:
        besides = "warnings" if fail_on is Severity.WARNING else "warnings and notes"
        return f"Only errors hold a plan back, but as you asked, this check fails for {besides} too."
    return "Only errors hold a plan back; warnings and notes do not."


def _of_several(verdicts: Sequence[Verdict], fail_on: Severity) -> Iterator[Line]:
    found = sorted((verdict for verdict in verdicts if verdict.findings), key=_severity)
    for verdict in found[:_MOST_PLANS]:
        yield (
            Piece(f"{verdict.file}:", "place"),
            Piece(f"{tally(verdict.findings)}{left_out([verdict])}.", _style(verdict.findings)),
            Piece(standing(verdict.ladder)),
        )
    if len(found) > _MOST_PLANS:
        yield (Piece(f"and {counted(len(found) - _MOST_PLANS, 'more plan')} with findings"),)
    every = [
        finding
        for verdict, new in zip(found, told_once(found), strict=True)
        for finding in compress(verdict.findings, new)
    ]
    without = len(verdicts) - len(found)
    clean = f" ({without} without findings)" if found and without else ""
    sums = f"{counted(len(verdicts), 'plan')}{clean}: {tally(every)}{left_out(verdicts)}."
    yield (Piece(sums, _style(every)), Piece(_holding_back(every, fail_on)))
    yield (Piece(mendable(every), "faint"),)


def _severity(verdict: Verdict) -> tuple[int, ...]:
    """Return what sorts plans with more errors first, then those with more warnings and notes."""
    return tuple(
        -sum(finding.severity is severity for finding in verdict.findings)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    )


def _style(findings: Iterable[Finding]) -> str:
    worst = max((finding.severity for finding in findings), default=Severity.OFF)
    return worst.value if worst > Severity.INFO else "good"
