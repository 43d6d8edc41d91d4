"""Two sections of one name become one, with the comments of both."""

import pytest

from coalitionkit.errors import UneditableError
from coalitionkit.source.gathering import gathered, shifted, with_newlines
from coalitionkit.source.reader import read
from coalitionkit.source.text import Text


def both(one: str, other: str, key: str = "members") -> str:
    return gathered(read(Text("one", one)), read(Text("other", other)), key).text.content


def test_items_come_behind_with_their_comments_and_the_indent_of_the_first() -> None:
    assert (
        both(
            "members:\n  # first\n  - id: a # x\n",
            "# kept by Beth\nmembers: # more\n- id: b\n  name: |\n    B\n  # foot\n# heading\n- id: c\n",
        )
        == "# kept by Beth\n# more\nmembers:\n  # first\n  - id: a # x\n"
        "  - id: b\n    name: |\n      B\n    # foot\n  # heading\n  - id: c\n"
    )


def test_items_that_are_set_apart_stay_so() -> None:
    assert both("members:\n  - a\n\n  - b\n", "members:\n  - c\n") == "members:\n  - a\n\n  - b\n\n  - c\n"


def test_a_missing_line_end_is_made_up() -> None:
    assert both("members:\n  - a", "members:\n  - b") == "members:\n  - a\n  - b"


def test_groups_are_joined_and_the_lists_within_them() -> None:
    assert both(
        "focus:\n  star: X\n  goals: # ours\n    - g # g\n",
        "focus:\n    # why\n    equity: E # e\n    # new ones\n    goals:\n        - h # h\n    # tail\n",
        "focus",
    ) == (
        "focus:\n  star: X\n  # new ones\n  goals: # ours\n    - g # g\n    - h # h\n"
        "  # why\n  equity: E # e\n  # tail\n"
    )


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("members: [a] # one\n", "# all\nmembers: [b]\n", "# all\nmembers: [a, b] # one\n"),
        ("members: [a]\n", "members:\n  - b\n", "members: [a, b]\n"),
        ("members:\n  - a\n", "members: [b]\n", "members:\n  - a\n  - b\n"),
        ("members: {a: 1}\n", "members:\n  b: 2\n  a: 1\n", "members: {a: 1, b: 2}\n"),
        ("members: a\n", "members: a # still\n", "# still\nmembers: a\n"),
        ("members:\n  - a\n", "members: # none\n", "# none\nmembers:\n  - a\n"),
        ("members:\n  - a\n", "members: [] # none\n", "# none\nmembers:\n  - a\n"),
    ],
)
def test_what_stands_in_brackets_or_is_empty(one: str, other: str, joined: str) -> None:
    assert both(one, other) == joined


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("members: [a]\n", "members:\n  - b # b\n", "has comments in 'other'"),
        ("members:\n  - a\n", "members: [\n  b, # b\n]\n", "has comments in 'other'"),
        ("members: {a: 1}\n", "members: {a: 2}\n", "'a' stands in two files"),
        ("members: {a: 1}\n", "members:\n  - a\n", "cannot be joined"),
        ("members: {a: {b: 1}}\n", "members: {a: {b: 2}}\n", "'a' stands in two files"),
    ],
)
def test_what_would_lose_a_comment_or_contradict_is_refused(one: str, other: str, words: str) -> None:
    with pytest.raises(UneditableError, match=words):
        both(one, other)


def test_lines_are_shifted_as_far_as_there_is_room() -> None:
    assert shifted("a\n\n  b\r\n", 2) == "  a\n\n    b\r\n"
    assert shifted("    a\n\n  b\nc\n", -4) == "a\n\nb\nc\n"
    assert shifted("a\n", 0) == "a\n"


def test_line_ends_follow_the_other_text() -> None:
    assert with_newlines("a\nb\n", "\r\n") == "a\r\nb\r\n"
    assert with_newlines("a\r\nb\r\n", "\r\n") == "a\r\nb\r\n"
    assert with_newlines("a\r\nb\r\n", "\n") == "a\nb\n"
