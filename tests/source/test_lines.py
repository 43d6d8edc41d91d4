"""Entries below one another and items after dashes: where new ones go, and what goes with old ones."""

import pytest

from coalitionkit.errors import UneditableError
from coalitionkit.source import lines
from coalitionkit.source.changes import Delete, InsertEntry, InsertItem, Path
from source.pages import after, page, touched

LIST = "a:\n  # one\n  - x\n    # still one\n  # two\n  - y\n"
APART = "a:\n  - x\n\n  # of nobody\n\n  - y\n"


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        (LIST, 0, LIST.replace("  # one\n", "  - new\n  # one\n")),
        (LIST, 1, LIST.replace("  # two\n", "  - new\n  # two\n")),
        (LIST, 2, LIST + "  - new\n"),
        (APART, 0, APART.replace("a:\n", "a:\n  - new\n\n")),
        (APART, 1, APART.replace("  - x\n", "  - x\n\n  - new\n")),
        (APART, 2, APART + "\n  - new\n"),
    ],
)
def test_a_new_item_leaves_each_comment_with_its_owner(text: str, place: int, expected: str) -> None:
    splices = lines.insert_item(page(text), InsertItem(("a",), place, "new"))
    assert touched(text, splices) == [""]
    assert after(text, splices) == expected


def test_a_first_entry_takes_over_the_dash() -> None:
    text = "- a: 1\n  b: 2\n"
    splices = lines.insert_entry(page(text), InsertEntry((0,), "new", "x"))
    assert after(text, splices) == "- new: x\n  a: 1\n  b: 2\n"


def test_the_first_entry_of_a_file_goes_below_its_comments() -> None:
    text = "# what this is\n"
    assert after(text, lines.first_entry(page(text), InsertEntry((), "a", "x"))) == text + "a: x\n"


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        (("a", 0), "  # one\n  - x\n    # still one\n"),
        (("a", 1), "  # two\n  - y\n"),
    ],
)
def test_an_item_goes_with_its_comments_and_no_others(path: Path, gone: str) -> None:
    assert touched(LIST, lines.delete(page(LIST), Delete(path))) == [gone]


def test_what_begins_within_the_line_of_a_dash_gives_its_place_to_the_next() -> None:
    text = "- a: 1\n  b: 2\n"
    assert after(text, lines.delete(page(text), Delete((0, "a")))) == "- b: 2\n"


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a:\n  - x\nb: 1\n", ("a", 0), "a: []\nb: 1\n"),
        ("a:\n  c: x\nb: 1\n", ("a", "c"), "a: {}\nb: 1\n"),
        ("- - x\n- y\n", (0, 0), "- []\n- y\n"),
    ],
)
def test_the_last_one_leaves_something_empty(text: str, path: Path, expected: str) -> None:
    assert after(text, lines.delete(page(text), Delete(path))) == expected


def test_an_order_keeps_blank_lines_where_they_are() -> None:
    text = "a:\n  - x  # x\n\n  # y\n  - y\n  - z\n"
    assert after(text, lines.permute(page(text), ("a",), (2, 1, 0))) == (
        "a:\n  - z\n\n  # y\n  - y\n  - x  # x\n"
    )


def test_an_order_that_would_put_a_comment_beside_a_dash_is_refused() -> None:
    text = "- a: 1\n  # b\n  b: 2\n"
    with pytest.raises(UneditableError, match="beside the dash"):
        lines.permute(page(text), (0,), (1, 0))


def test_a_key_with_a_question_mark_is_left_to_people() -> None:
    with pytest.raises(UneditableError, match="write it as 'a:' first"):
        lines.insert_entry(page("? a\n: 1\nb: 2\n"), InsertEntry((), "c", "x", "b"))
