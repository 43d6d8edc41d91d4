"""Rows out of text files, as spreadsheet programs and databases write them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.errors import UnreadableFileError
from coalitionkit.exchange.workbook.separated import rows_of_text

FILE = Path("list.csv")
ROWS = [["Name", "Notes"], ["Círculo Mam", "3,5 h; “sí”: a | b"], ["O'Brien", "=1"]]


def rows(data: bytes) -> list[list[str]]:
    return rows_of_text(FILE, data)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_excel_writes_is_read(delimiter: str, encoding: str) -> None:
    text = "".join(delimiter.join(f'"{cell}"' for cell in row) + "\r\n" for row in ROWS)
    assert rows(text.encode(encoding)) == ROWS


def test_a_quote_mark_that_guards_a_cell_is_taken_off() -> None:
    assert rows(b"name\n'=SUM(A1)\n'quoted'\n") == [["name"], ["=SUM(A1)"], ["'quoted'"]]


@pytest.mark.parametrize("title", ["Our partners", "Our partners, June 2026", '"a, b\nc, d"'])
def test_a_title_above_does_not_say_what_parts_the_cells(title: str) -> None:
    assert rows(f"{title}\n\nName;Effort\nA;3,5\n".encode())[-2:] == [["Name", "Effort"], ["A", "3,5"]]


def test_what_excel_says_of_the_delimiter_is_no_row() -> None:
    assert rows(b"sep=;\r\nName;Notes, and more, and more\r\n") == [["Name", "Notes, and more, and more"]]


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_quotation_that_is_never_closed_swallows_no_rows(end: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"'list\.csv', row 2: a quotation mark"):
        rows(f'Name,Notes\nA,"open\nB,b\nC,c{end}'.encode())


def test_a_line_end_within_a_closed_quotation_is_fine() -> None:
    assert rows(b'Name,Notes\nA,"two\nlines"') == [["Name", "Notes"], ["A", "two\nlines"]]


@pytest.mark.parametrize("encoding", ["mac-roman", "cp850", "cp437"])
def test_letters_that_would_come_out_wrong_are_refused_with_the_line(encoding: str) -> None:
    with pytest.raises(
        UnreadableFileError, match=r"line 2: letters with accents cannot be told in"
    ) as refused:
        rows("Name\nJosé Martínez Peña\n".encode(encoding))
    assert "CSV UTF-8" in (refused.value.hint or "")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04\0\0", "is a workbook"),
        (b"Name\0", "is no text"),
        ("Ñame\tB\n".encode("utf-16-le"), "is no text"),
        ("Name\n".encode("utf-16") + b"\0", "cannot be told"),
    ],
    ids=["workbook", "zeros", "no mark", "cut off"],
)
def test_what_is_no_text_says_what_to_do(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence) as refused:
        rows(data)
    assert refused.value.hint


@given(st.lists(st.lists(st.text('ab c1"\n', max_size=4), min_size=2, max_size=2), min_size=2, max_size=5))
def test_whatever_was_quoted_comes_back(table: list[list[str]]) -> None:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table]
    assert rows("\n".join(["n,m", *quoted]).encode()) == [["n", "m"], *table]
