"""Reports: one value, four formats, and no line too wide whatever stands in a cell."""

import csv
import io
import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coalitionkit.cli.console import cells, plain
from coalitionkit.cli.show.tables.data import report_csv, report_json
from coalitionkit.cli.show.tables.markdown import report_markdown
from coalitionkit.cli.show.tables.terminal import report_lines
from coalitionkit.cli.show.tables.values import Cell, Column, Report, Shown, Table, text_of

COLUMNS = (
    Column("id"),
    Column("name", "Name"),
    Column("share", "Share", is_number=True),
    Column("why", "Why"),
)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40)
VALUES: st.SearchStrategy[Cell] = st.one_of(
    TEXT, st.integers(-9, 999), st.booleans(), st.none(), st.fractions(0, 1), st.tuples(TEXT, TEXT)
)
CELLS = st.one_of(VALUES, st.builds(Shown, st.integers(), TEXT, st.sampled_from(["", "good", "error"])))
ROWS = st.lists(st.tuples(*(CELLS for _ in COLUMNS)), max_size=5)


def report(*rows: tuple[Cell, ...], most: int | None = None) -> Report:
    """Return a report with one table."""
    table = Table("partners", "Partners", COLUMNS, rows, "Nobody.", most)
    return Report(("All is well.",), (table,), ("Share: a part.",))


def text(of: Report, width: int = 60) -> str:
    """Return what a pipe gets."""
    return "".join(plain(line) for line in report_lines(of, width=width))


def test_columns_stand_side_by_side_where_they_fit() -> None:
    assert text(report(("a", "Ana", Fraction(1, 4), "Knows\nall"), ("b", "Ben", Fraction(1), None))) == (
        "All is well.\n"
        "\n"
        "Partners\n"
        "  Name  Share  Why\n"
        "  Ana     25%  Knows all\n"
        "  Ben    100%\n"
        "\n"
        "Share: a part.\n"
    )


def test_long_words_flow_and_narrow_terminals_get_blocks() -> None:
    wide = report(("a", "Ana", 7, "one two three four five six seven eight nine ten"))
    assert text(wide, 40).splitlines()[3:6] == [
        "  Name  Share  Why",
        "  Ana       7  one two three four five",
        "               six seven eight nine ten",
    ]
    assert text(wide, 24).splitlines()[3:8] == [
        "  Ana",
        "    Share: 7",
        "    Why: one two three",
        "    four five six seven",
        "    eight nine ten",
    ]


def test_an_empty_column_is_left_out_and_an_empty_table_says_so() -> None:
    assert "Why" not in text(report(("a", "Ana", 1, "")))
    assert "  Nobody.\n" in text(report())


def test_people_see_the_first_rows_and_programs_all() -> None:
    many = report(*(("x", f"N{index}", index, "") for index in range(5)), most=2)
    assert "  and 3 more; --format csv=FILE has them all\n" in text(many)
    assert len(json.loads(report_json(many))["partners"]) == 5
    assert len(report_csv(many).splitlines()) == 6


def test_programs_get_values_and_people_words() -> None:
    row: tuple[Cell, ...] = (("a", "b"), True, Shown(Fraction(1, 3), "a third"), None)
    found = json.loads(report_json(report(row)))
    assert found == {
        "version": 1,
        "summary": ["All is well."],
        "partners": [{"id": ["a", "b"], "name": True, "share": 0.3333, "why": None}],
    }
    assert report_csv(report(row)).splitlines() == ["id,name,share,why", "a; b,yes,0.3333,"]
    assert "a third" in text(report(row))


def test_several_tables_are_one_sheet() -> None:
    first = Table("one", "One", (Column("id", "Id"), Column("a", "A")), [("x", 1)])
    second = Table("two", "Two", (Column("id", "Id"), Column("b", "B")), [("y", 2)])
    assert report_csv(Report((), (first, second))).splitlines() == ["table,id,a,b", "one,x,1,", "two,y,,2"]


@given(ROWS, st.integers(24, 120))
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[Cell, ...]], width: int) -> None:
    lines = list(report_lines(report(*rows), width=width))
    assert all(cells("".join(piece.text for piece in line).rstrip()) <= width for line in lines)


@given(ROWS)
def test_every_row_is_in_every_format(rows: list[tuple[Cell, ...]]) -> None:
    made = report(*rows)
    assert len(json.loads(report_json(made))["partners"]) == len(rows)
    assert len(list(csv.reader(io.StringIO(report_csv(made), newline=""), strict=True))) == 1 + len(rows)
    tokens = MarkdownIt("commonmark").enable("table").parse(report_markdown(made))
    # A table in which nothing is to be seen has no columns.
    if any(text_of(cell) for row in rows for cell in row[1:]):
        assert sum(token.type == "tr_open" for token in tokens) == 1 + len(rows)


@pytest.mark.parametrize("name", ["a|b", "*a*", "<script>", "[x](y)", "`a`", "# a", "a\nb"])
def test_a_name_stays_text_in_markdown(name: str) -> None:
    page = MarkdownIt("commonmark").enable("table").render(report_markdown(report(("a", name, 1, ""))))
    for tag in ("<em>", "<script>", "<a ", "<code>", "<h1>"):
        assert tag not in page
    assert page.count("<td") == 2
