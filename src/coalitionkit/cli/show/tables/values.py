"""What a command found, before it is known who reads it: sentences, tables, and what the words mean.

Every result is one of these, and every format has one writer that walks it, so that neither knows the other.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

Value = str | int | bool | Fraction | tuple[str, ...] | None
"""What programs read: a share is a fraction, several values are a tuple."""


class Shown(NamedTuple):
    """A value that people read in other words than programs do; the words say all, the style adds nothing."""

    value: Value
    text: str
    style: str = ""


Cell = Value | Shown


class Column(NamedTuple):
    """A column: its name for programs, and its heading for people; without a heading it is not shown them."""

    key: str
    heading: str = ""
    is_number: bool = False


class Table(NamedTuple):
    """Rows of one kind. `key` is its name for programs.

    `empty` is said where there are no rows. People see the first `most` rows and how many more there are.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    empty: str = ""
    most: int | None = None


class Report(NamedTuple):
    """A result: the sentences that tell the most, the tables, and a line or two on what the words mean."""

    lead: tuple[str, ...]
    tables: tuple[Table, ...]
    terms: tuple[str, ...] = ()


def named(name: str, columns: Iterable[str], rows: Sequence[Sequence[Cell]], empty: str = "") -> Table:
    """Return a table whose columns people see under the names that programs know, in words."""
    return Table(name, name, tuple(Column(key, key.replace("_", " ")) for key in columns), rows, empty)


def percent(share: Fraction) -> str:
    """Return a share as whole percent, halves rounded to the even one."""
    return f"{round(share * 100)}%"


def text_of(cell: Cell) -> str:
    """Return what people read."""
    if isinstance(cell, Shown):
        return cell.text
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Fraction):
        return percent(cell)
    return str(cell) if isinstance(cell, str | int) else ", ".join(cell)


def value_of(cell: Cell) -> Value:
    """Return what programs read."""
    return cell.value if isinstance(cell, Shown) else cell


def shown_columns(table: Table) -> list[int]:
    """Return the places of the columns that people see: those with a heading in which something stands."""
    return [
        place
        for place, column in enumerate(table.columns)
        if column.heading and any(text_of(row[place]) for row in table.rows)
    ]
