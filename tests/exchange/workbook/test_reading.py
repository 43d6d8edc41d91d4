"""Files as grids of texts, within bounds."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worksheets import on_disk

from coalitionkit.errors import CoalitionError, UnreadableFileError
from coalitionkit.exchange.workbook.reading import grids, letter, text_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (3.5, "3.5"),
        (True, "yes"),
        (False, "no"),
        (date(2026, 6, 1), "2026-06-01"),
        (datetime(2026, 6, 1), "2026-06-01"),  # noqa: DTZ001 - cells have no time zone
        (datetime(2026, 6, 1, 9, 30), "2026-06-01 09:30:00"),  # noqa: DTZ001 - as above
        (time(9, 30), "09:30:00"),
        ("as it is", "as it is"),
    ],
)
def test_a_value_becomes_what_a_person_would_have_typed(value: object, text: str) -> None:
    assert text_of(value) == text


def test_columns_are_called_as_spreadsheets_call_them() -> None:
    assert [letter(index) for index in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.xlsx", "a.ods"]))
def test_any_bytes_whatever_are_read_or_refused_in_a_sentence(data: bytes, name: str) -> None:
    with on_disk(data, name) as file, suppress(CoalitionError):
        assert all(isinstance(cell, str) for grid in grids(file) for row in grid.rows for cell in row)


REPEATED = """<table:table-row table:number-rows-repeated="1000000">
<table:table-cell office:value-type="string" table:number-columns-repeated="16000">"""


def archive(name: str, content: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("file", "inner", "content", "sentence"),
    [
        ("a.xlsx", "xl/worksheets/sheet1.xml", '<c r="A1"/><c r="XFD1048576"/>', "more cells"),
        ("a.xlsx", "xl/worksheets/sheet1.xml", " " * 300_000_001, "more cells"),
        (
            "a.ods",
            "content.xml",
            REPEATED,
            "more cells",
        ),
        ("a.ods", "META-INF/manifest.xml", "<manifest:encryption-data/>", "protected with a password"),
        ("a.xlsx", "other.txt", "", "cannot be read as a workbook"),
        ("a.ods", "other.txt", "", "cannot be read as a workbook"),
    ],
    ids=["far cell", "bomb", "repeated", "locked", "other xlsx", "other ods"],
)
def test_what_unfolds_beyond_measure_is_refused(file: str, inner: str, content: str, sentence: str) -> None:
    with on_disk(archive(inner, content), file) as path, pytest.raises(UnreadableFileError, match=sentence):
        grids(path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "list.csv"
    folder.mkdir()
    with pytest.raises(UnreadableFileError, match="is a folder"):
        grids(folder)
