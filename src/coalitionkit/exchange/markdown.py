"""Findings as a report that people paste into an issue or a mail."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from coalitionkit.exchange.report import LEVELS, Entry, Report, at, one_line
from coalitionkit.exchange.summary import left_out, standing, tally
from coalitionkit.prose import counted
from coalitionkit.verdicts import Verdict

_MARKUP = re.compile(r"[\\`*\[\]<>|~&#$]|(?<![^\W_])_|_(?![^\W_])")
_MENTION = re.compile(r"(?<!\w)@(?=\w)")
_WORD_JOINER = "\u2060"


_HEAD = ("| Place | Severity | Rule | Finding |", "| ---: | --- | --- | --- |")


def markdown(report: Report, *, room: int | None = None) -> str:
    """Return a table for each file, then how far each plan has come on the ladder.

    `room` is how many bytes there are for it; findings that do not fit are counted instead.
    """
    standings = [_standing(report.repository.named(v.file), v) for v in report.verdicts]
    for shown in _fewer_and_fewer(len(report.entries)):
        left = len(report.entries) - shown
        more = [f"{counted(left, 'more finding')}: `coalition lint` lists them all.", ""] if left else []
        tables = [line for file, rows in _by_file(report.entries[:shown]) for line in _table(file, rows)]
        text = "\n".join(["# Findings of coalition lint", "", *tables, *more, *standings, ""])
        if room is None or len(text.encode()) <= room:
            break
    return text


def in_a_cell(text: str) -> str:
    """Return text that Markdown shows as it is, in one cell of a table. Nobody is called by it."""
    return _MENTION.sub(f"@{_WORD_JOINER}", _MARKUP.sub(r"\\\g<0>", one_line(text)))


def _fewer_and_fewer(count: int) -> Iterator[int]:
    """Give a count, then halves of it down to none."""
    while count:
        yield count
        count //= 2
    yield 0


def _by_file(entries: Iterable[Entry]) -> Iterator[tuple[str, Iterator[Entry]]]:
    return groupby(entries, key=lambda entry: entry.place.file)


def _table(file: str, entries: Iterable[Entry]) -> list[str]:
    return [f"## {in_a_cell(file)}", "", *_HEAD, *(_row(entry) for entry in entries), ""]


def _row(entry: Entry) -> str:
    start = entry.place.span.start
    level = LEVELS[entry.finding.severity]
    notes = "".join(f" ({one_line(related.message)}: {at(related.place)})" for related in entry.related)
    cells = (
        f"{start.line}:{start.column}",
        f"{level.sign} {level.word}",
        entry.rule,
        in_a_cell(entry.message + notes),
    )
    return f"| {' | '.join(cells)} |"


def _standing(file: str, verdict: Verdict) -> str:
    counts = f"{tally(verdict.findings)}{left_out([verdict])}"
    return f"- **{in_a_cell(file)}**: {counts}. {standing(verdict.ladder)}"
