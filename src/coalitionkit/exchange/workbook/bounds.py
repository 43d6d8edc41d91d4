"""How much a workbook may unfold to: a small file can stand for more cells than a computer can hold."""

import io
import re
import zipfile
from pathlib import Path

from coalitionkit.errors import UnreadableFileError

_MOST_BYTES = 300_000_000
_MOST_CELLS = 5_000_000

_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"')
_ROW = re.compile(rb"<table:table-row\b([^>]*)>")
_REPEATED_CELL = re.compile(rb"<table:table-cell\b([^>]*office:value[^>]*)>")
_ROWS = re.compile(rb'number-rows-repeated="(\d+)"')
_COLUMNS = re.compile(rb'number-columns-repeated="(\d+)"')


def check_workbook(file: Path, data: bytes) -> None:
    """Refuse a workbook that is none, that is locked, or that unfolds beyond all measure.

    Raises UnreadableFileError.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MOST_BYTES:
                raise _too_large(file)
            names = archive.namelist()
            if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read(
                "META-INF/manifest.xml"
            ):
                raise UnreadableFileError(
                    f"'{file}' is protected with a password", hint="save it without one, and try again"
                )
            for name in names:
                if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                    _check_sheet(file, archive.read(name))
                elif name == "content.xml":
                    _check_content(file, archive.read(name))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnreadableFileError(
            f"'{file}' is no workbook, although its name says so, or it is damaged",
            hint="open it in a spreadsheet program, and save it as .xlsx again",
        ) from error


def _check_sheet(file: Path, xml: bytes) -> None:
    """Refuse a sheet whose outermost cells span more than any list of partners does."""
    right = bottom = 0
    for found in _CELL.finditer(xml):
        right = max(right, _index(found[1]))
        bottom = max(bottom, int(found[2]))
    if right * bottom > _MOST_CELLS:
        raise _too_large(file)


def _check_content(file: Path, xml: bytes) -> None:
    """Refuse sheets in which filled cells are repeated beyond measure."""
    rows = max((int(found[1]) for row in _ROW.finditer(xml) if (found := _ROWS.search(row[1]))), default=1)
    widest = max(
        (int(found[1]) for cell in _REPEATED_CELL.finditer(xml) if (found := _COLUMNS.search(cell[1]))),
        default=1,
    )
    if widest > 1 and rows * widest > _MOST_CELLS:
        raise _too_large(file)


def _index(letters: bytes) -> int:
    index = 0
    for sign in letters:
        index = index * 26 + sign - ord("A") + 1
    return index


def _too_large(file: Path) -> UnreadableFileError:
    return UnreadableFileError(
        f"'{file}' holds more cells than any list of partners does",
        hint="copy the cells that count into a new sheet, and save that",
    )
