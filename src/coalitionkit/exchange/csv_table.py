"""Tables as CSV, for spreadsheets: no cell can become a formula there."""

import csv
import io
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
"""What tells Excel that a file is UTF-8; put it before the text of a file, not of a pipe."""

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> str:
    """Return a table as CSV with a line of column names; None becomes an empty cell."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return buffer.getvalue()


def _cell(value: str | int | None) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    # A cell that begins with a quote mark is text to every spreadsheet, and nothing in it runs.
    return f"'{value}" if value.lstrip(" \n").startswith(_BEGINS_A_FORMULA) else value
