"""A text as its sections: each with all that is its own, and together the text that they came from."""

import pytest
from hypothesis import given, settings
from plan_texts import plan_texts

from coalitionkit.errors import UneditableError
from coalitionkit.source.reader import read
from coalitionkit.source.sheet import Sheet, ends_blank, in_order, sheet_of
from coalitionkit.source.text import Text


def sheet(text: str) -> Sheet:
    return sheet_of(read(Text("coalition.yaml", text)))


def texts(text: str) -> dict[str, str]:
    return {section.key: section.text for section in sheet(text).sections}


@settings(max_examples=300, deadline=None)
@given(plan_texts(shuffled=True))
def test_sections_make_up_the_text_that_they_came_from(text: str) -> None:
    assert sheet(text).written() == text


def test_a_section_has_the_comments_above_it_and_those_indented_below() -> None:
    text = "a: 1\n\n# -- people\n\n# of us\nb:\n  - x # one\n  # to come\n\nc: 2\n"
    assert texts(text)["b"] == "# -- people\n\n# of us\nb:\n  - x # one\n  # to come\n"
    assert [section.lead for section in sheet(text).sections] == ["", "\n", "\n"]


@pytest.mark.parametrize("header", ["# our plan\n", "# our plan\n\n", "---\n# our plan\n\n", "\n\n"])
def test_a_file_keeps_what_it_begins_with(header: str) -> None:
    assert sheet(header + "a: 1\nb: 2\n").header == header


def test_a_comment_right_above_the_first_section_is_its_own_below_a_blank_line() -> None:
    found = sheet("# our plan\n\n# of a\na: 1\n")
    assert (found.header, found.sections[0].text) == ("# our plan\n\n", "# of a\na: 1\n")


def test_a_comment_that_leaves_findings_out_stays_with_what_follows() -> None:
    assert sheet("# coalition: ignore[x] why\na: 1\n").header == ""


def test_what_stands_below_the_last_section_is_nobodys() -> None:
    assert sheet("a: 1\n\n# the end\n").footer == "\n# the end\n"


def test_a_missing_line_end_is_made_up_where_something_follows() -> None:
    found = sheet("a: 1\nb: 2")
    assert found._replace(sections=found.sections[::-1]).written() == "b: 2\na: 1\n"


def test_blank_lines_are_not_added_to_a_text_that_would_take_them_in() -> None:
    found = sheet("a: |+\n  x\nb: 1\n\nc: 2\n\n# the end\n")
    assert found.sections[0].open_ended
    a, _, c = found.sections
    assert found._replace(sections=(a, c)).written() == "a: |+\n  x\nc: 2\n\n# the end\n"
    assert found._replace(sections=(a,)).written() == "a: |+\n  x\n# the end\n"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("a: 1\nb: 2\nc: 3\n", ""),
        ("a: 1\nb: 2\n\nc: 3\n", "\n"),
        ("a: 1\nb: 2\n", "\n"),
        ("a: 1\r\n", "\r\n"),
    ],
)
def test_what_usually_stands_between_sections(text: str, lead: str) -> None:
    assert sheet(text).usual_lead == lead


def test_order_is_by_key_and_an_unknown_key_follows_the_one_it_stood_behind() -> None:
    found = sheet("x-top: 0\nc: 3\nx-c: 4\n\na: 1\n")
    ordered = in_order(found.sections, ["a", "b", "c"])
    assert [section.key for section in ordered] == ["x-top", "a", "c", "x-c"]
    assert [section.lead for section in ordered] == ["", "", "", "\n"], "blank lines keep their places"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{a: 1}\n", "braces"),
        ("- a\n", "no sections"),
        ("? a\n: 1\n", "within a line"),
        ("a: [\n", "to its end"),
        ("a: 1\na: 2\n", "error on line 2"),
    ],
)
def test_a_file_whose_sections_cannot_be_told_apart_is_refused(text: str, words: str) -> None:
    with pytest.raises(UneditableError, match=words):
        sheet(text)


def test_a_file_of_comments_has_no_sections() -> None:
    assert sheet("# nothing yet\n") == Sheet("# nothing yet\n", (), "")


@pytest.mark.parametrize(
    ("text", "blank"),
    [("a\n", False), ("a\r\n", False), ("a\n\n", True), ("a\r\n\r\n", True), ("a\n  \n", True), ("\n", True)],
)
def test_the_last_line_is_blank_or_not(text: str, blank: bool) -> None:  # noqa: FBT001
    assert ends_blank(text) is blank


def test_lines_of_a_section_are_counted() -> None:
    assert [one.line_count for one in sheet("# of a\r\na: 1\r\nb: 2").sections] == [1, 1]
    assert sheet("z: 1\n# of a\n\n# and\na: 1\n").sections[1].line_count == 4
