"""Findings for people: file by file, with the text around them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import compress, groupby
from typing import NamedTuple

from coalitionkit.cli.console import Line, Piece, flowed
from coalitionkit.cli.show.standings import standings
from coalitionkit.exchange.report import LEVELS, at
from coalitionkit.exchange.summary import tally
from coalitionkit.findings import FIXED_FAMILY, OWN, Check, Finding, Severity
from coalitionkit.places import Place
from coalitionkit.prose import counted, listed
from coalitionkit.source.text import Text
from coalitionkit.verdicts import Verdict, told_once

_DOCUMENT = r"(?P<title>[^:(]+?)(:| \().*\)(, (?P<section>.+))?"
"""Makes `Planning: A Guide (Urban Institute), 4.1` the document `Planning` and the section `4.1`."""

_OF_THE_LINTER = 9


class _Section(NamedTuple):
    """What was found in one file of a plan, and how its lines are shown.

    `text` is None where no line may be shown, or none is there. `gutter` is how wide the numbers of the
    lines are. `plans` counts the plans that this was found in: they share the file.
    """

    file: str
    findings: Sequence[Finding]
    text: Text | None
    hidden: Sequence[Place]
    is_private: bool
    gutter: int
    plans: int


def full(
    verdicts: Sequence[Verdict],
    *,
    width: int,
    as_of: date,
    counts: Sequence[Line] = (),
    fail_on: Severity = Severity.ERROR,
) -> Iterator[Line]:
    """Show each finding with its line of the file; why it matters and what to do, once for each rule.

    Findings stand file by file, because files are what people share out among themselves. In a file, errors
    come first, since they alone hold a plan back, then warnings, then notes; what one rule finds stands
    together, in the order of the file, so that it is understood once and mended in one go. Places are told
    by their line: a heading names the file, and the concise form has whole places to jump to. What is found
    in a file that several plans share is shown with the first of them.

    `counts` are lines to show between the findings and what they come to, if there are any; `as_of` is the
    day that counts as today, and `fail_on` the least severity that the run fails for.
    """
    plans = Counter(file for verdict in verdicts for file in {f.place.file for f in verdict.findings})
    sections = [
        section
        for verdict, new in zip(verdicts, told_once(verdicts), strict=True)
        for section in _sections(verdict, compress(verdict.findings, new), plans)
    ]
    if len(sections) > 1:
        every = [finding for section in sections for finding in section.findings]
        yield (Piece(f"{tally(every)} in {counted(len(sections), 'file')}", "place"),)
        yield ()
    explained: set[str] = set()
    for section in sections:
        yield from _section(section, explained, width)
    if sections:
        yield from _further(sections, as_of, width)
        yield ()
    yield from (*counts, ()) if counts else ()
    yield from standings(verdicts, width, fail_on)


def _sections(verdict: Verdict, shown: Iterable[Finding], plans: Mapping[str, int]) -> Iterator[_Section]:
    for file, found in groupby(shown, key=lambda finding: finding.place.file):
        findings = _ordered(found)
        # What is private must not reach a log that others read.
        is_private = file == verdict.overlay_file
        text = None if is_private else verdict.texts.get(file)
        gutter = max(len(str(finding.place.span.start.line)) for finding in findings)
        yield _Section(file, findings, text, verdict.hidden, is_private, gutter, plans[file])


def _ordered(found: Iterable[Finding]) -> list[Finding]:
    """Return findings with the most severe first, those of one rule together, else in the order given."""
    findings = list(found)
    first: dict[tuple[str, Severity], int] = {}
    for number, finding in enumerate(findings):
        first.setdefault((finding.check.code, finding.severity), number)
    together = sorted(findings, key=lambda finding: first[finding.check.code, finding.severity])
    return sorted(together, key=lambda finding: finding.severity, reverse=True)


def _section(section: _Section, explained: set[str], width: int) -> Iterator[Line]:
    shared = f" (shared by {section.plans} plans)" if section.plans > 1 else ""
    heading = (Piece(f"── {section.file}:", "place"), Piece(f"{tally(section.findings)}{shared}"))
    yield from flowed(heading, width, "  ")
    for (check, severity), found in groupby(section.findings, key=lambda f: (f.check, f.severity)):
        alike = [*found]
        for before, finding, after in zip([None, *alike], alike, [*alike[1:], None], strict=False):
            if before is None or before.message != finding.message:
                yield from _said(finding.message, severity, width)
            if after is None or after.place != finding.place:
                yield from _line(finding, section, width)
            yield from _related(finding, section, width)
            yield from _mended(finding, width)
        yield from _explained(check, width, is_known=check.code in explained)
        explained.add(check.code)
        yield ()


def _said(message: str, severity: Severity, width: int) -> Iterator[Line]:
    level = LEVELS[severity]
    sign = Piece(f"{level.sign} {level.word}:", severity.value)
    yield from flowed((sign, Piece(message, "place")), width, "  ")


def _line(finding: Finding, section: _Section, width: int) -> Iterator[Line]:
    """Show the line that a finding points at; what is missing altogether stands in no line."""
    place, style = finding.place, finding.severity.value
    if section.text is None:
        why = "private, and not shown" if section.is_private else "cannot be read again"
        yield (Piece(f"  {place.span.start.line:>{section.gutter}} │ ({why})", "faint"),)
    elif _stands_somewhere(finding):
        from coalitionkit.cli.show.frames import framed

        yield from framed(
            place, section.text, section.hidden, style=style, gutter=section.gutter, width=width
        )


def _related(finding: Finding, section: _Section, width: int) -> Iterator[Line]:
    for related in finding.related:
        is_here = related.place.file == section.file
        where = f"line {related.place.span.start.line}" if is_here else at(related.place)
        yield from flowed([Piece(f"{related.message}: {where}", "faint")], width, "  ", first="  ")


def _mended(finding: Finding, width: int) -> Iterator[Line]:
    """Say what a machine would write, and whether it has to be looked at."""
    if finding.fix is not None:
        label = "fix:" if finding.fix.is_safe else "unsafe fix:"
        yield from flowed([Piece(f"{label} {finding.fix.title}", "faint")], width, "  ", first="  ")


def _stands_somewhere(finding: Finding) -> bool:
    start, end = finding.place.span
    return start != end or finding.check.family == FIXED_FAMILY


def _explained(check: Check, width: int, *, is_known: bool) -> Iterator[Line]:
    name = f"{check.code} {check.name}:"
    if is_known:
        words = [Piece(f"{name} explained above", "faint")]
    else:
        words = [Piece(name, "faint"), Piece(check.why), Piece("To do:", "place"), Piece(check.mend)]
    yield from flowed(words, width, "  ", first="  ")


def _further(sections: Sequence[_Section], as_of: date, width: int) -> Iterator[Line]:
    """Say once where the practice comes from, where to read more, and how to leave a finding out."""
    findings = [finding for section in sections for finding in section.findings]
    documents = _documents(source for finding in findings for source in finding.check.sources)
    if documents:
        yield from flowed([Piece(f"Drawn from {documents}.", "faint")], width)
    codes = [finding.check.code for finding in findings]
    # A rule of the plan's own is only known where the plan is at hand.
    more = f"More about a rule: coalition rule {next((c for c in codes if not c.startswith(OWN)), codes[0])}"
    rule = _left_out_by_a_comment(sections)
    if rule is None:
        yield from flowed([Piece(more, "faint")], width)
        return
    leave = "To leave a finding out, write above it, with your reason:"
    yield from flowed([Piece(f"{more}. {leave}", "faint")], width)
    comment = f"# coalition: ignore[{rule.name}] until={as_of.replace(month=12, day=31)} the reason"
    yield from flowed([Piece(comment, "faint")], width, "  ", first="  ")


def _left_out_by_a_comment(sections: Iterable[_Section]) -> Check | None:
    """Return the first rule of which a finding may be left out by a comment above it; errors are mended."""
    return next(
        (
            finding.check
            for section in sections
            for finding in section.findings
            if not section.is_private
            and _stands_somewhere(finding)
            and finding.severity is not Severity.ERROR
            and finding.check.family not in {FIXED_FAMILY, _OF_THE_LINTER}
        ),
        None,
    )


def _documents(sources: Iterable[str]) -> str:
    """Name each document once, in short, with the sections that are cited."""
    documents: dict[str, list[str]] = {}
    for source in sorted(set(sources)):
        split = re.fullmatch(_DOCUMENT, source)
        sections = documents.setdefault(split["title"] if split else source, [])
        if split and split["section"]:
            sections.append(split["section"])
    return listed(
        f"{title} ({', '.join(sections)})" if sections else title for title, sections in documents.items()
    )
