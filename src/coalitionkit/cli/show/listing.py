"""What a plan holds, as tables: its kinds of records, and those of one kind with what tells most of them."""

from collections.abc import Iterator, Sequence

from coalitionkit.cli.console import Line, Piece, wrapped
from coalitionkit.cli.show.tables.terminal import table_lines
from coalitionkit.cli.show.tables.values import Table, named
from coalitionkit.loading.records import Recorded, Records, text_of
from coalitionkit.model.kinds import RecordKind, kinds
from coalitionkit.model.record import Kind, Listing, Part, Record, fields_of
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode

_MOST_IN_A_CELL = 3


def kinds_table(records: Records) -> Table:
    """Return what kinds of records a plan holds, where, and how many of each."""
    rows: list[tuple[str, ...]] = []
    for kind in kinds():
        count = sum(1 for _ in records.of(kind))
        if kind.owner is None or count:
            rows.append((kind.plural, str(count), kind.pattern))
    return named("kinds", ("kind", "records", "where"), rows)


def kinds_lines(table: Table, width: int) -> Iterator[Line]:
    """Show the kinds that a plan has records of, and name the others."""
    filled = [row for row in table.rows if row[1] != "0"]
    empty = [str(row[0]) for row in table.rows if row[1] == "0"]
    if filled:
        yield from table_lines(table._replace(rows=filled), width)
    if filled and empty:
        yield ()
    if empty:
        yield from ((Piece(line, "faint"),) for line in wrapped(f"none yet: {', '.join(empty)}", width))


def records_table(wanted: Sequence[RecordKind], found: Sequence[Recorded]) -> Table:
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
    columns = (first, *([title] if title else []), *telling)
    return named("records", columns, rows, f"no {kind.plural.replace('-', ' ')} are recorded yet")


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
