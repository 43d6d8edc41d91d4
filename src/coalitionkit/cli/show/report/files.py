"""A report for programs, spreadsheets and pages: JSON, CSV and Markdown."""

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from coalitionkit.cli.show.report.values import Report, Table, Value, shown_columns, text_of, value_of
from coalitionkit.exchange.csv_table import csv_text
from coalitionkit.prose import safe
from coalitionkit.publish.markdown import escaped

VERSION = 1
_PLACES = 4


def report_json(report: Report) -> str:
    """Return each table as a list of records under its key; shares lie between 0 and 1."""
    document: dict[str, Any] = {"version": VERSION, "summary": list(report.lead)}
    for table in report.tables:
        keys = [column.key for column in table.columns]
        document[table.key] = [
            dict(zip(keys, (_plain(value_of(cell)) for cell in row), strict=True)) for row in table.rows
        ]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def report_csv(report: Report) -> str:
    """Return all tables below one another, under the columns of all.

    Where there are several, the first column says which table a row is of. Several values of a cell are
    separated by `; `.
    """
    several = len(report.tables) > 1
    keys = list(dict.fromkeys(column.key for table in report.tables for column in table.columns))
    rows = []
    for table in report.tables:
        places = {column.key: place for place, column in enumerate(table.columns)}
        for row in table.rows:
            values = [_flat(value_of(row[places[key]])) if key in places else None for key in keys]
            rows.append([table.key, *values] if several else values)
    return csv_text(["table", *keys] if several else keys, rows)


def report_markdown(report: Report) -> str:
    """Return the report as a page of Markdown, on which text from the plan stays text."""
    return "\n\n".join(_page(report)) + "\n"


def _page(report: Report) -> Iterator[str]:
    yield from (escaped(sentence) for sentence in report.lead)
    for table in report.tables:
        yield f"## {escaped(table.title)}"
        yield _grid(table) if table.rows else f"*{escaped(table.empty or 'none')}*"
    if report.terms:
        yield "\n".join(f"- {escaped(sentence)}" for sentence in report.terms)


def _grid(table: Table) -> str:
    shown = shown_columns(table)
    lines: list[list[str]] = [
        [escaped(table.columns[place].heading) for place in shown],
        ["---:" if table.columns[place].is_number else "---" for place in shown],
    ]
    lines += [[escaped(safe(text_of(row[place]))) for place in shown] for row in table.rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _plain(value: Value) -> Any:
    if isinstance(value, Fraction):
        return round(float(value), _PLACES)
    return list(value) if isinstance(value, tuple) else value


def _flat(value: Value) -> str | int | None:
    plain: bool | float | list[str] | str | int | None = _plain(value)
    if isinstance(plain, bool):
        return "yes" if plain else "no"
    if isinstance(plain, list):
        return "; ".join(str(one) for one in plain)
    return str(plain) if isinstance(plain, float) else plain
