"""Records as tables: which kinds a plan holds, and the records of one kind with what tells most of them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from coalitionkit.cli.console import Line, Piece, cells, wrapped
from coalitionkit.exchange.csv_table import BYTE_ORDER_MARK, csv_text
from coalitionkit.loading.records import Recorded, Records, text_of
from coalitionkit.model.kinds import RecordKind, kinds
from coalitionkit.model.record import Kind, Listing, Part, Record, fields_of
from coalitionkit.prose import listed
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode

_GAP = 2
_NARROWEST = 8
_MOST_IN_A_CELL = 3


class Grid(NamedTuple):
    """A table of texts: the names of its columns, and its rows."""

    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]


def sections_grid(records: Records) -> Grid:
    """Return what kinds of records a plan holds, where, and how many of each."""
    rows: list[tuple[str, ...]] = []
    for kind in kinds():
        count = sum(1 for _ in records.of(kind))
        if kind.owner is None or count:
            rows.append((kind.plural, str(count), kind.pattern))
    return Grid(("kind", "records", "where"), rows)


def kinds_lines(grid: Grid, width: int) -> Iterator[Line]:
    """Show the kinds that a plan has records of, and name the others."""
    filled = [row for row in grid.rows if row[1] != "0"]
    empty = [row[0] for row in grid.rows if row[1] == "0"]
    if filled:
        yield from table_lines(grid._replace(rows=filled), width)
    if filled and empty:
        yield ()
    if empty:
        yield from ((Piece(line, "faint"),) for line in wrapped(f"none yet: {', '.join(empty)}", width))


def records_grid(wanted: Sequence[RecordKind], found: Sequence[Recorded]) -> Grid:
    """Return records of one name with their ids, titles and most telling fields."""
    kind = wanted[0]
    by_id = kind.owner is None and (bool(kind.identity) or kind.keyed)
    title = kind.title()
    telling = [name for name in kind.telling() if name != title]
    shapes = fields_of(kind.record)
    if not title and kind.identity not in ("", "id"):
        telling = [name for name in telling if name != kind.identity]
    rows = [
        (
            one.id if by_id else str(one.address),
            *([one.title] if title else []),
            *(in_a_cell(one.value(name), shapes[name].kind) for name in telling),
        )
        for one in found
    ]
    first = "id" if by_id else "address"
    return Grid((first, *([title] if title else []), *telling), rows)


def in_a_cell(node: Node | None, kind: Kind | None) -> str:
    """Return a value in a few words: its text, the words of a list, or how many things it holds."""
    if node is None:
        return ""
    if isinstance(node, ScalarNode):
        return text_of(node)
    if isinstance(node, SequenceNode):
        of = kind.of if isinstance(kind, Listing) else None
        texts = [text for text in (_short(item, of) for item in node.items) if text]
        more = len(node.items) - _MOST_IN_A_CELL
        return ", ".join(texts[:_MOST_IN_A_CELL]) + (f" and {more} more" if more > 0 else "")
    return _short(node, kind) or "yes"


def table_lines(grid: Grid, width: int) -> Iterator[Line]:
    """Show a table that is no wider than `width`; the widest columns are cut first."""
    names, rows, widths = _fitted(grid, width)
    yield _row(names, widths, "faint")
    for row in rows:
        yield _row(row, widths, "")


def left_out_lines(grid: Grid, width: int) -> Iterator[Line]:
    """Say which columns of a table had no room; nothing where all had."""
    shown = len(_fitted(grid, width)[0])
    names = [column.replace("_", " ") for column in grid.columns[shown:]]
    if names:
        text = f"no room for {listed(names)}; --format csv or json has all"
        yield ()
        yield from ((Piece(line, "faint"),) for line in wrapped(text, width))


def _fitted(grid: Grid, width: int) -> tuple[list[str], list[list[str]], list[int]]:
    """Return the columns of a table that have room, its rows, and how wide each column is."""
    names = [column.replace("_", " ") for column in grid.columns]
    rows = [[" ".join(cell.split()) for cell in row] for row in grid.rows]
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


def markdown_table(grid: Grid) -> str:
    """Return a table as Markdown, in which no cell becomes markup."""
    from coalitionkit.exchange.markdown import in_a_cell as escaped

    head = f"| {' | '.join(grid.columns)} |\n|{' --- |' * len(grid.columns)}\n"
    return head + "".join(f"| {' | '.join(escaped(cell) for cell in row)} |\n" for row in grid.rows)


def table_csv(grid: Grid, *, to_file: bool) -> str:
    """Return a table as CSV; a file tells Excel that it is UTF-8."""
    return (BYTE_ORDER_MARK if to_file else "") + csv_text(grid.columns, grid.rows)


def _short(node: Node, kind: Kind | None) -> str:
    """Return the text by which a group is told from others: its short form, its id or its first text."""
    if isinstance(node, ScalarNode):
        return text_of(node)
    record: type[Record] | None = kind.record if isinstance(kind, Part) else None
    if not isinstance(node, MappingNode):
        return ""
    names = [str(getattr(record, "shorthand", "")), record.identity] if record else []
    for name in (*names, *node.entries):
        value = node.value(name) if name else None
        if isinstance(value, SequenceNode):
            return in_a_cell(value, fields_of(record)[name].kind if record else None)
        if value is not None and text_of(value):
            return text_of(value)
    return ""


def _row(row: Iterable[str], widths: Sequence[int], style: str) -> Line:
    pieces = []
    for index, (cell, room) in enumerate(zip(row, widths, strict=False)):
        text = _cut(cell, room)
        last = index == len(widths) - 1
        pieces.append(Piece(text if last else text + " " * (room - cells(text) + _GAP), style))
    return pieces


def _cut(text: str, room: int) -> str:
    if cells(text) <= room:
        return text
    while cells(text) > room - 1:
        text = text[:-1]
    return f"{text}…"
