"""CSV: no cell becomes a formula, and every other cell is read back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.exchange.csv_table import BYTE_ORDER_MARK, csv_text

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20", " =", "\n@")


def table(text: str) -> list[list[str]]:
    """Return the cells of a CSV text."""
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
@pytest.mark.parametrize("rest", ["", "1+1", 'HYPERLINK("http://x","y")', "cmd|' /C calc'!A0"])
def test_no_cell_becomes_a_formula(sign: str, rest: str) -> None:
    assert table(csv_text(["a"], [[sign + rest]])) == [["a"], [f"'{sign}{rest}"]]


@pytest.mark.parametrize("text", ["a=b", "1-2", "a@b.org", "'x", "(=1)"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert table(csv_text(["a"], [[text]])) == [["a"], [text]]


@pytest.mark.parametrize(
    ("value", "cell"),
    [(None, ""), ("", ""), (0, "0"), (-5, "-5"), (10**20, str(10**20))],
)
def test_numbers_stay_numbers_and_nothing_is_empty(value: str | int | None, cell: str) -> None:
    assert table(csv_text(["a", "b"], [[value, "x"]])) == [["a", "b"], [cell, "x"]]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('say "x"', '"say ""x"""'),
        ("a,b", '"a,b"'),
        ("a\nb", '"a\nb"'),
        ("a\r\nb", '"a\r\nb"'),
        ("é🎉", "é🎉"),
    ],
)
def test_quotes_and_line_ends_are_within_quotes(value: str, written: str) -> None:
    assert csv_text(["a"], [[value]]) == f"a\r\n{written}\r\n"


def test_lines_end_as_rfc_4180_says_and_no_mark_begins_the_text() -> None:
    assert csv_text(["a", "b"], []) == "a,b\r\n"
    assert not csv_text(["a"], [["x"]]).startswith(BYTE_ORDER_MARK)


CELL = st.none() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), max_size=5))
def test_every_cell_comes_back(rows: list[list[str | int | None]]) -> None:
    text = csv_text(["a", "b"], rows)
    back = table(text)[1:]
    assert len(back) == len(rows)
    for row, cells in zip(rows, back, strict=True):
        assert len(row) == len(cells)
        for value, cell in zip(row, cells, strict=True):
            if isinstance(value, str):
                assert not cell.startswith(SIGNS)
                assert cell in (value, f"'{value}")
            else:
                assert cell == ("" if value is None else str(value))
