"""Tables on the terminal, no wider than it is.

In a report cells are wrapped, and where columns do not fit, each row is a block. A table alone, which may be
long, has a line for each row and cuts its cells.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from coalitionkit.cli.console import Line, Piece, cells, cut, filled, wrapped
from coalitionkit.cli.show.tables.values import Cell, Column, Report, Shown, Table, shown_columns, text_of
from coalitionkit.prose import listed

_INDENT = "  "
_GAP = 2
_NARROW = 12
"""Below this many signs a column of words is no longer read with ease."""

_NARROWEST = 8
"""So many signs are left of a cell that is cut."""


def report_lines(report: Report, *, width: int) -> Iterator[Line]:
    """Show a report in at most `width` columns."""
    for sentence in report.lead:
        yield from _prose(sentence, width)
    for place, table in enumerate(report.tables):
        if place or report.lead:
            yield ()
        yield from _prose(table.title, width, "place")
        yield from _table(table, width)
    if report.terms:
        yield ()
        for sentence in report.terms:
            yield from _prose(sentence, width, "faint")


def table_lines(table: Table, width: int) -> Iterator[Line]:
    """Show a table with one line for each row; the widest columns are cut first, the last may fall away."""
    names, rows, widths = _fitted(table, width)
    yield _cut_row(names, widths, "faint")
    for row in rows:
        yield _cut_row(row, widths, "")


def left_out_lines(table: Table, width: int) -> Iterator[Line]:
    """Say which columns of a table that is cut had no room; nothing where all had."""
    shown = len(_fitted(table, width)[0])
    names = [column.heading for column in table.columns[shown:]]
    if names:
        yield ()
        yield from _prose(f"no room for {listed(names)}; --format csv or json has all", width, "faint")


def _fitted(table: Table, width: int) -> tuple[list[str], list[list[str]], list[int]]:
    """Return the columns of a table that have room, its rows, and how wide each column is."""
    names = [column.heading for column in table.columns]
    rows = [[" ".join(text_of(cell).split()) for cell in row] for row in table.rows]
    widths = [max(cells(row[index]) for row in [names, *rows]) for index in range(len(names))]
    # Ids are to be copied: the first column stays whole as long as there is room for it.
    while sum(widths) + _GAP * (len(widths) - 1) > width:
        widest = max(range(1, len(widths)), key=lambda index: (widths[index], index), default=0)
        if not widest or widths[widest] <= _NARROWEST:
            if len(widths) > 2:  # noqa: PLR2004 - an id and a title
                names, widths = names[:-1], widths[:-1]
                rows = [row[:-1] for row in rows]
                continue
            widths[0] = max(_NARROWEST, width - sum(widths[1:]) - _GAP * (len(widths) - 1))
            break
        widths[widest] -= 1
    return names, rows, widths


def _table(table: Table, width: int) -> Iterator[Line]:
    if not table.rows:
        yield from _prose(table.empty or "none", width, "faint", indent=_INDENT)
        return
    shown = shown_columns(table)
    columns = [table.columns[place] for place in shown]
    rows = [[row[place] for place in shown] for row in table.rows[: table.most]]
    room = _widths(columns, rows, width - len(_INDENT))
    if room is None:
        for row in rows:
            yield from _block(columns, row, width)
    else:
        yield from _row([Shown(None, column.heading, "faint") for column in columns], columns, room)
        for row in rows:
            yield from _row(row, columns, room)
    if left := len(table.rows) - len(rows):
        yield from _prose(f"and {left} more; --format csv=FILE has them all", width, "faint", indent=_INDENT)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], room: int) -> list[int] | None:
    """Return how wide each column is; None where they do not fit side by side.

    Columns of words give way, the widest first, as far as their longest word lets them.
    """
    texts = [[column.heading, *(text_of(row[i]) for row in rows)] for i, column in enumerate(columns)]
    wide = [max(map(cells, column)) for column in texts]
    least = [
        width if column.is_number else min(width, max(_NARROW, _longest_word(words)))
        for width, column, words in zip(wide, columns, texts, strict=True)
    ]
    room -= _GAP * (len(columns) - 1)
    if sum(least) > room:
        return None
    while (over := sum(wide) - room) > 0:
        able = [i for i, width in enumerate(wide) if width > least[i]]
        widest = max(able, key=lambda i: wide[i])
        second = max((wide[i] for i in able if i != widest), default=0)
        wide[widest] = max(least[widest], wide[widest] - over, min(second, wide[widest] - 1))
    return wide


def _longest_word(texts: Sequence[str]) -> int:
    return max((cells(word) for text in texts for word in text.split()), default=0)


def _row(row: Sequence[Cell], columns: Sequence[Column], room: Sequence[int]) -> Iterator[Line]:
    parts = [_lines(text_of(cell), width) for cell, width in zip(row, room, strict=True)]
    for line in zip_longest(*parts, fillvalue=""):
        pieces = [Piece(_INDENT)]
        for cell, text, column, width in zip(row, line, columns, room, strict=True):
            gap = " " * (width - cells(text))
            style = cell.style if isinstance(cell, Shown) else ""
            pieces.append(Piece(gap + text if column.is_number else text + gap, style))
            pieces.append(Piece(" " * _GAP))
        yield pieces


def _block(columns: Sequence[Column], row: Sequence[Cell], width: int) -> Iterator[Line]:
    """Show a row as a block: its first cell, and the others below it under their headings."""
    first, *others = row
    style = first.style if isinstance(first, Shown) else ""
    yield from _prose(text_of(first) or "-", width, style or "place", indent=_INDENT)
    for column, cell in zip(columns[1:], others, strict=True):
        if text := text_of(cell):
            style = cell.style if isinstance(cell, Shown) else ""
            yield from _prose(f"{column.heading}: {text}", width, style, indent=_INDENT * 2)


def _prose(text: str, width: int, style: str = "", *, indent: str = "") -> Iterator[Line]:
    yield from ((Piece(indent), Piece(line, style)) for line in _lines(text, width - len(indent)))


def _lines(text: str, room: int) -> list[str]:
    """Return text as lines; a word that is wider than a line is taken apart."""
    words = " ".join(_parts(word, room) for word in text.split())
    return wrapped(words, room)


def _parts(word: str, room: int) -> str:
    if cells(word) <= room:
        return word
    # A sign may take two columns.
    step = max(1, room // 2) if not word.isascii() else room
    return " ".join(word[start : start + step] for start in range(0, len(word), step))


def _cut_row(row: Iterable[str], widths: Sequence[int], style: str) -> Line:
    pieces = []
    for index, (cell, room) in enumerate(zip(row, widths, strict=False)):
        text = cut(cell, room)
        last = index == len(widths) - 1
        pieces.append(Piece(text if last else filled(text, room + _GAP), style))
    return pieces
