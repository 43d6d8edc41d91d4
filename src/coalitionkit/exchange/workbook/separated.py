"""Rows out of text files: whatever parts the cells, and whichever letters a spreadsheet program wrote."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from coalitionkit.errors import UnreadableFileError
from coalitionkit.prose import quoted

_LARGEST_CELL = 1_000_000
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = (",", ";", "\t", "|")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SEARCHED_LINES = 20
_SEARCHED_SIGNS = 20_000
_WORKBOOK = b"PK\x03\x04"
_END = "end"
_GARBLED = re.compile(r"\w*(?:[a-z](?:Ž|[‡\u201a¡¢£¤](?=[a-z]))|\ufffd)\w*")
"""Words with signs that no word has: what letters with accents become when Mac or DOS wrote them."""
_SAVE_AGAIN = "open it in a spreadsheet program, and save it as 'CSV UTF-8'"


def rows_of_text(file: Path, data: bytes) -> list[list[str]]:
    """Return the rows of a CSV file. Raises UnreadableFileError for what would lose letters or cells."""
    text = _decoded(file, data)
    if "\0" in text:
        raise _no_text(file, data)
    said = _SAID.match(text)
    if said:
        text = text[said.end() :]
    rows = _rows(file, text, said[1] if said else _delimiter(text))
    return [[_unquoted(cell) for cell in row] for row in rows]


def _rows(file: Path, text: str, delimiter: str) -> list[list[str]]:
    """Return the rows; one more behind them shows whether the last quotation was ever closed."""
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        closed = text if text.endswith(("\n", "\r")) else f"{text}\n"
        rows = list(csv.reader(io.StringIO(closed + _END, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableFileError(f"'{file}' cannot be read as CSV: {error}") from None
    finally:
        csv.field_size_limit(before)
    if rows.pop() != [_END]:
        raise UnreadableFileError(
            f"'{file}', row {len(rows) + 1}: a quotation mark opens a cell there and is never closed, "
            f"so that the rows below would be taken for its text",
            hint="close it, or take it out",
        )
    return rows


def _decoded(file: Path, data: bytes) -> str:
    """Return the text of a file: by its mark, else as UTF-8, else as Windows writes it in the West."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _sound(file, data.decode(encoding, errors="replace"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if b"\0" in data:
            raise _no_text(file, data) from None
        return _sound(file, data.decode("cp1252", errors="replace"))


def _sound(file: Path, text: str) -> str:
    """Return a text unless it is garbled: names would be wrong for ever after."""
    garbled = _GARBLED.search(text)
    if garbled is None:
        return text
    line = text.count("\n", 0, garbled.start()) + 1
    raise UnreadableFileError(
        f"'{file}', line {line}: letters with accents cannot be told in {quoted(garbled[0])}",
        hint=_SAVE_AGAIN,
    )


def _no_text(file: Path, data: bytes) -> UnreadableFileError:
    if data.startswith(_WORKBOOK):
        return UnreadableFileError(
            f"'{file}' is a workbook, although its name says it is text", hint="rename it to .xlsx or .ods"
        )
    return UnreadableFileError(f"'{file}' is no text, although its name says so", hint=_SAVE_AGAIN)


def _delimiter(text: str) -> str:
    """Return the sign that parts the cells: the most frequent one outside quotes where a table begins.

    A title above has no such sign, or has one that the line below does not share.
    """
    lines = list(_plain_lines(text))
    best = [max(_DELIMITERS, key=line.count) for line in lines]
    for index, sign in enumerate(best):
        below = lines[index + 1] if index + 1 < len(lines) else sign
        if sign in lines[index] and sign in below:
            return sign
    return next((sign for sign, line in zip(best, lines, strict=True) if sign in line), ",")


def _plain_lines(text: str) -> Iterator[str]:
    """Give the first lines that hold something, with a letter for whatever stands in quotes."""
    plain = "q".join(text[:_SEARCHED_SIGNS].split('"')[::2])
    return (line for line in plain.splitlines()[:_SEARCHED_LINES] if line.strip())


def _unquoted(cell: str) -> str:
    """Return a cell without the mark that keeps spreadsheets from taking it for a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip(" \n").startswith(_FORMULA_SIGNS) else cell
