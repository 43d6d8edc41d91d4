"""Tables for programs and spreadsheets: JSON and CSV."""

import json
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from coalitionkit.cli.show.tables.values import Report, Table, Value, value_of
from coalitionkit.exchange.csv_table import csv_text

VERSION = 1
_PLACES = 4


def report_json(report: Report) -> str:
    """Return each table as a list of records under its key; shares lie between 0 and 1."""
    document: dict[str, Any] = {"version": VERSION, "summary": list(report.lead)}
    for table in report.tables:
        document[table.key] = records_of(table)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def records_of(table: Table) -> list[dict[str, Any]]:
    """Return the rows of a table for JSON, each by the keys of the columns."""
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, (plain(value_of(cell)) for cell in row), strict=True)) for row in table.rows]


def plain(value: Value) -> Any:
    """Return a value as JSON has it: a fraction with four decimal places, several values as a list."""
    if isinstance(value, Fraction):
        return round(float(value), _PLACES)
    return list(value) if isinstance(value, tuple) else value


def report_csv(report: Report) -> str:
    """Return all tables below one another, under the columns of all.

    Where there are several, the first column says which table a row is of.
    """
    if len(report.tables) == 1:
        return table_csv(report.tables[0])
    keys = list(dict.fromkeys(column.key for table in report.tables for column in table.columns))
    return rows_csv(["table", *keys], (row for table in report.tables for row in _under(keys, table)))


def table_csv(table: Table) -> str:
    """Return one table under the keys of its columns."""
    rows = ([value_of(cell) for cell in row] for row in table.rows)
    return rows_csv([column.key for column in table.columns], rows)


def rows_csv(keys: Sequence[str], rows: Iterable[Iterable[Value]]) -> str:
    """Return values under their keys; several of a cell are separated by `; `."""
    return csv_text(keys, ([_flat(value) for value in row] for row in rows))


def _under(keys: Sequence[str], table: Table) -> Iterator[list[Value]]:
    """Give the key of a table and its values under keys that it need not all have."""
    places = {column.key: place for place, column in enumerate(table.columns)}
    for row in table.rows:
        yield [table.key, *(value_of(row[places[key]]) if key in places else None for key in keys)]


def _flat(value: Value) -> str | int | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(plain(value)) if isinstance(value, Fraction) else value
