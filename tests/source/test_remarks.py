"""Comments that are written, reworded and taken out."""

import pytest

from coalitionkit.errors import UneditableError
from coalitionkit.source import remarks
from coalitionkit.source.changes import Annotate, Path, Recomment
from source.pages import after, page


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a: x\n", ("a",), "a: x  # told\n"),
        ("a: x", ("a",), "a: x  # told"),
        ("a: x   \n", ("a",), "a: x  # told\n"),
        ("a:\n  - x\n", ("a",), "a:  # told\n  - x\n"),
        ("a: x # c\n", ("a",), "# told\na: x # c\n"),
        ("a: [x,\n  y]\n", ("a",), "# told\na: [x,\n  y]\n"),
        ("a: |\n  x\n", ("a",), "# told\na: |\n  x\n"),
        ("a: 'x#y'\n", ("a",), "# told\na: 'x#y'\n"),
        ("a: [x, y]\n", ("a", 1), "a: [x, y]  # told\n"),
        ("- a: |\n    x\n  b: 1\n", (0, "a"), "# told\n- a: |\n    x\n  b: 1\n"),
    ],
)
def test_a_comment_stands_beside_where_there_is_room(text: str, path: Path, expected: str) -> None:
    change = Annotate(path, "told", beside=True)
    assert after(text, remarks.annotate(page(text), change)) == expected


def test_lines_of_a_comment_stand_above_at_the_level_of_what_they_are_about() -> None:
    text = "a:\r\n  - x\r\n  - y\r\n"
    new = after(text, remarks.annotate(page(text), Annotate(("a", 1), "two\n\nlines", beside=True)))
    assert new == "a:\r\n  - x\r\n  # two\r\n  #\r\n  # lines\r\n  - y\r\n"


def test_a_comment_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(UneditableError, match="characters that a plan cannot hold"):
        remarks.annotate(page("a: x\n"), Annotate(("a",), "\x07"))
    with pytest.raises(UneditableError, match="needs an entry or item"):
        remarks.annotate(page("a: x\n"), Annotate((), "x"))


@pytest.mark.parametrize(
    ("text", "comment", "expected"),
    [
        ("a: x  # c\nb: 1\n", "# d", "a: x  # d\nb: 1\n"),
        ("a: x  # c\nb: 1\n", "", "a: x\nb: 1\n"),
        ("a: x\n  # c\nb: 1\n", "", "a: x\nb: 1\n"),
        ("a: x\r\n# c\r\n", "# d", "a: x\r\n# d\r\n"),
    ],
)
def test_a_comment_gives_way_to_another_or_goes_with_its_line(text: str, comment: str, expected: str) -> None:
    change = Recomment(text.index("#"), comment)
    assert after(text, remarks.recomment(page(text), change)) == expected


def test_a_comment_that_is_gone_is_not_reworded() -> None:
    with pytest.raises(UneditableError, match="is not there any more"):
        remarks.recomment(page("a: x # c\n"), Recomment(0, "# d"))
