"""Files become grids of texts: workbooks of two kinds, CSV as any program writes it, and networks.

A number, a date or a truth becomes the text that a person would have typed. What a formula came to counts,
not the formula.
"""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

from coalitionkit.errors import ConfigurationError, UnreadableFileError
from coalitionkit.exchange.workbook import networks
from coalitionkit.exchange.workbook.bounds import check_workbook
from coalitionkit.exchange.workbook.separated import rows_of_text
from coalitionkit.prose import did_you_mean, listed

MAX_SIZE = 20_000_000
"""The largest file that is read, in bytes."""

_WORKBOOKS = (".xlsx", ".xlsm", ".ods")
_LISTS = (".csv", ".tsv", ".txt")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NETWORKS = (".json",)
"""How files are called that hold networks."""


class Merged(NamedTuple):
    """Cells that were made one: rows and columns from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(NamedTuple):
    """A sheet: its name, "" for a CSV file, its rows of texts from the first one on, and what is merged."""

    sheet: str
    rows: list[list[str]]
    merged: tuple[Merged, ...] = ()


def grids(file: Path) -> list[Grid]:
    """Return the sheets of a file. Raises UnreadableFileError with a sentence when it cannot be read."""
    suffix = file.suffix.casefold()
    if suffix not in (*_WORKBOOKS, *_LISTS, *NETWORKS):
        kinds = listed([".xlsx", ".ods", ".csv", ".json"], "and")
        older = "; open it and save it as .xlsx" if suffix in (".xls", ".xlsb", ".numbers") else ""
        raise ConfigurationError(f"'{file}' is of no kind that can be imported: these are {kinds}{older}")
    data = _bytes(file)
    if suffix in NETWORKS:
        return [Grid(name, rows) for name, rows in networks.sheets(str(file), data).items()]
    return _sheets(file, data) if suffix in _WORKBOOKS else [Grid("", rows_of_text(file, data))]


def chosen(every: Sequence[Grid], name: str, file: Path) -> Grid:
    """Return the sheet of a name. Raises ConfigurationError, with a suggestion, when there is none."""
    for grid in every:
        if grid.sheet.casefold() == name.casefold():
            return grid
    names = [grid.sheet for grid in every]
    hint = did_you_mean(name, names) or f"; there are {listed(names)}"
    raise ConfigurationError(f"'{file}' has no sheet '{name}'{hint}")


def letter(index: int) -> str:
    """Return what spreadsheets call a column that is counted from 0: `A`, `AB`."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _bytes(file: Path) -> bytes:
    try:
        if file.is_dir():
            raise UnreadableFileError(f"'{file}' is a folder, not a file")
        with file.open("rb") as opened:
            data = opened.read(MAX_SIZE + 1)
    except OSError as error:
        raise UnreadableFileError(f"cannot read '{file}': {error.strerror or error}") from error
    if len(data) > MAX_SIZE:
        raise UnreadableFileError(
            f"'{file}' is larger than {MAX_SIZE // 1_000_000} MB, which no list of partners is",
            hint="remove pictures and empty rows, or save the sheet that counts as a file of its own",
        )
    if not data.strip():
        raise UnreadableFileError(f"'{file}' is empty")
    return data


def _sheets(file: Path, data: bytes) -> list[Grid]:
    from python_calamine import CalamineError, CalamineWorkbook

    if data.startswith(_OLE):
        raise UnreadableFileError(
            f"'{file}' is protected with a password, or written by a very old program",
            hint="open it, and save it as .xlsx without a password",
        )
    check_workbook(file, data)
    with _no_panic(file), io.BytesIO(data) as opened:
        try:
            workbook = CalamineWorkbook.from_filelike(opened)
            found = []
            for name in workbook.sheet_names:
                sheet = workbook.get_sheet_by_name(name)
                rows = [[text_of(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
                merged = sheet.merged_cell_ranges or []
                found.append(Grid(name, rows, tuple(Merged(*start, *end) for start, end in merged)))
        except (CalamineError, ValueError, OSError) as error:
            raise _no_workbook(file) from error
    return found


@contextmanager
def _no_panic(file: Path) -> Iterator[None]:
    """Say that a file cannot be read where the library gives up on it altogether."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise _no_workbook(file) from error
        raise


def _no_workbook(file: Path) -> UnreadableFileError:
    return UnreadableFileError(
        f"'{file}' cannot be read as a workbook: it is damaged, or something else under that name",
        hint="open it in a spreadsheet program, and save it as .xlsx again",
    )


def text_of(value: object) -> str:
    """Return the text that a person would have typed for the value of a cell."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
