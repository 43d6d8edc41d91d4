"""Lines of a plan as findings show them: the line, and what of it is meant."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from coalitionkit.cli.console import Line, Piece, cells
from coalitionkit.places import Place
from coalitionkit.prose import safe
from coalitionkit.source.text import Text

_MOST_ROWS = 3
_LEAST_ROOM = 8
_MORE = "…"
_HIDDEN = "•"
_BEFORE_THE_ONLY = r"(- )*([\w.-]+:\s+)?[\"']?"
_AFTER_THE_ONLY = r"[\"']?:?\s*(#.*)?"


class Marked(NamedTuple):
    """A line of text, of which the signs from `start` up to `end` are meant."""

    text: str
    start: int
    end: int

    @property
    def speaks_for_itself(self) -> bool:
        """Whether what is meant is the only key, value or item of the line, so that no marks are needed."""
        before, after = self.text[: self.start], self.text[self.end :]
        return bool(re.fullmatch(_BEFORE_THE_ONLY, before) and re.fullmatch(_AFTER_THE_ONLY, after))


def framed(
    place: Place, text: Text, hidden: Sequence[Place], *, style: str, gutter: int, width: int
) -> Iterator[Line]:
    """Show the line where a place begins, without what is private, and mark what is meant.

    A line that is too long goes on below, three rows at most, and shows what is meant in any case. Marks
    stand below what is meant unless it is all that the line says. A key with many lines below it is shown
    by the line of the key alone.
    """
    number = place.span.start.line
    marked = _marked(place, _veiled(text, number, hidden))
    first = Piece(f"  {number:>{gutter}} │ ", "faint")
    if not marked.text:
        yield (first, Piece("(nothing more stands here)", "faint"))
        return
    below = Piece(f"  {'':>{gutter}} │ ", "faint")
    room = max(_LEAST_ROOM, width - gutter - 5)
    marked = _begun_nearer(marked, room)
    for count, (begin, end) in enumerate(_rows_shown(marked.text, room)):
        shown = marked.text[begin:end].rstrip()
        start, stop = max(marked.start - begin, 0), max(min(marked.end - begin, len(shown)), 0)
        more = _MORE if count == _MOST_ROWS - 1 and end < len(marked.text) else ""
        parts = ((shown[:start], ""), (shown[start:stop], style), (shown[max(start, stop) :] + more, ""))
        yield (below if count else first, *(Piece(*part) for part in parts if part[0]))
        is_here = begin < marked.end and (marked.start < end or end == len(marked.text))
        if is_here and not marked.speaks_for_itself:
            marks = "^" * max(1, cells(shown[start:stop]))
            yield (below, Piece(" " * cells(shown[:start]) + marks, style))


def _veiled(text: Text, number: int, hidden: Sequence[Place]) -> str:
    """Return a line with dots instead of what is private, even where that began on a line before."""
    line = text.line(number)
    for file, (start, end) in hidden:
        if file == text.file and start.line <= number <= end.line:
            first = start.column - 1 if number == start.line else 0
            last = end.column - 1 if number == end.line else len(line)
            line = line[:first] + _HIDDEN * (last - first) + line[last:]
    return safe(line.replace("\t", " "))


def _marked(place: Place, line: str) -> Marked:
    """Return the line without its indentation, and where in it the place is."""
    start, end = place.span
    first = start.column - 1
    last = end.column - 1 if end.line == start.line else len(line.rstrip())
    indent = min(len(line) - len(line.lstrip()), first)
    return Marked(line[indent:].rstrip(), first - indent, max(first + 1, last) - indent)


def _begun_nearer(marked: Marked, room: int) -> Marked:
    """Return the line from shortly before what is meant, if that would be out of sight."""
    text, start, end = marked
    if cells(text) <= _MOST_ROWS * room or cells(text[:start]) <= room:
        return marked
    begin = start - _fitting(text[start - 1 :: -1], room // 2)
    begin = text.find(" ", begin, start) + 1 or begin
    left = begin - len(_MORE)
    return Marked(_MORE + text[begin:], start - left, end - left)


def _rows_shown(text: str, room: int) -> Iterator[tuple[int, int]]:
    # A column is kept for the sign that says that there is more.
    return islice(_rows(text, room - len(_MORE)), _MOST_ROWS)


def _rows(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Yield where the rows of a text begin and end, broken after a blank where there is one."""
    start = 0
    while start < len(text):
        end = start + max(1, _fitting(text[start : start + room + 1], room))
        blank = text.rfind(" ", start, end + 1)
        if end < len(text) and blank > start:
            end = blank + 1
        yield start, end
        start = end


def _fitting(text: str, room: int) -> int:
    """Return how many signs from the beginning of a text there is room for."""
    used = 0
    for count, sign in enumerate(text):
        used += cells(sign)
        if used > room:
            return count
    return len(text)
