"""Findings for people: one by one, with the text around them."""

from collections.abc import Iterable, Iterator, Sequence

from coalitionkit.cli.console import Line, Piece, as_argument, wrapped
from coalitionkit.exchange.report import LEVELS, at
from coalitionkit.exchange.summary import left_out, standing, tally
from coalitionkit.findings import Check, Finding, Severity
from coalitionkit.places import Place
from coalitionkit.prose import counted, listed
from coalitionkit.source.text import Text
from coalitionkit.verdicts import Verdict

_MOST_OF_A_LINE = 160


def full(verdicts: Sequence[Verdict], *, width: int, counts: Sequence[Line] = ()) -> Iterator[Line]:
    """Show each finding with its line of the file; why it matters and what to do, once for each rule.

    `counts` are lines to show between the findings and what they come to, if there are any.
    """
    explained: set[str] = set()
    for verdict in verdicts:
        for finding in sorted(verdict.findings, key=lambda finding: finding.severity, reverse=True):
            # What is private must not reach a log that others read.
            private = finding.place.file == verdict.overlay_file
            text = None if private else verdict.texts.get(finding.place.file)
            yield from _finding(finding, text, width, verdict.hidden)
            if finding.check.code not in explained:
                explained.add(finding.check.code)
                yield from _explained(finding.check, width)
            yield ()
    yield from (*counts, ()) if counts else ()
    yield from _summary(verdicts, width)


def _finding(finding: Finding, text: Text | None, width: int, secrets: Sequence[Place]) -> Iterator[Line]:
    severity = finding.severity.value
    head = (
        Piece(f"{LEVELS[finding.severity].sign} {severity} ", severity),
        Piece(f"{finding.check.code} {finding.check.name}", "place"),
    )
    place = Piece(f"  {at(finding.place)}", "faint")
    if sum(len(piece.text) for piece in (*head, place)) <= width:
        yield (*head, place)
    else:
        yield head
        yield (place,)
    for line in wrapped(finding.message, width - 2):
        yield (Piece(f"  {line}"),)
    if text is not None:
        yield from _frame(finding.place, text, severity, width, secrets)
    for related in finding.related:
        yield (Piece(f"  {related.message}: {at(related.place)}", "faint"),)


def _frame(place: Place, text: Text, style: str, width: int, secrets: Sequence[Place]) -> Iterator[Line]:
    """Show the line of the file, with the stretch that is meant underlined and private values hidden."""
    start, end = place.span
    source = text.line(start.line)
    for file, span in secrets:
        if file == place.file and span.start.line == start.line:
            until = span.end.column - 1 if span.end.line == start.line else len(source)
            source = source[: span.start.column - 1] + "•" * (until - span.start.column + 1) + source[until:]
    if not source.strip() or start == end:
        return
    # A tab or a wide run of text would move the marks away from what they mark.
    first = start.column - 1
    last = end.column - 1 if end.line == start.line else len(source.rstrip())
    room = min(width, _MOST_OF_A_LINE) - len(str(start.line)) - 6
    skipped = max(0, min(first - room // 2, len(source) - room)) if len(source) > room else 0
    shown = source[skipped : skipped + room].replace("\t", " ")
    marks = max(1, min(last, skipped + room) - first)
    gutter = " " * len(str(start.line))
    yield (Piece(f"  {gutter} │", "faint"),)
    yield (Piece(f"  {start.line} │ ", "faint"), Piece(shown))
    yield (Piece(f"  {gutter} │ ", "faint"), Piece(" " * (first - skipped) + "^" * marks, style))


def _explained(check: Check, width: int) -> Iterator[Line]:
    sources = [listed(check.sources)] if check.sources else []
    for label, paragraphs in (("why", [check.why]), ("do", [check.mend]), ("see", sources)):
        for paragraph in paragraphs:
            for number, line in enumerate(wrapped(paragraph, width - 7)):
                yield (Piece(f"  {label if not number else '':4} ", "faint"), Piece(line))


def _summary(verdicts: Sequence[Verdict], width: int) -> Iterator[Line]:
    for verdict in verdicts:
        if len(verdicts) > 1 and not verdict.findings:
            continue
        counts = f"{tally(verdict.findings)}{left_out([verdict])}"
        sentence = f"{verdict.file}: {counts}. {standing(verdict.ladder)}"
        style = _style(verdict.findings)
        for number, line in enumerate(wrapped(sentence, width)):
            yield (Piece(line, style if not number else ""),)
        hint = _further(verdict)
        if hint:
            yield from ((Piece(line, "faint"),) for line in wrapped(hint, width))
    if len(verdicts) > 1:
        every = [finding for verdict in verdicts for finding in verdict.findings]
        yield (
            Piece(f"{counted(len(verdicts), 'plan')}: {tally(every)}{left_out(verdicts)}.", _style(every)),
        )


def _further(verdict: Verdict) -> str:
    """Say how to see what is not shown, when the next rung lies above the profile of the plan."""
    step = verdict.ladder.next
    if step is None or step <= verdict.profile:
        return ""
    return f"See what: coalition lint --profile {step.value} {as_argument(verdict.file)}"


def _style(findings: Iterable[Finding]) -> str:
    worst = max((finding.severity for finding in findings), default=Severity.OFF)
    return worst.value if worst > Severity.INFO else "good"
