"""Entries that move to another group, with their comments and as they are written."""

import pytest

from coalitionkit.errors import UneditableError
from coalitionkit.source.carrying import carried, found
from coalitionkit.source.changes import Path
from coalitionkit.source.reader import Reading, read
from coalitionkit.source.text import Text


def reading(text: str, file: str = "coalition.yaml") -> Reading:
    return read(Text(file, text))


def within(text: str, path: Path, group: Path, key: str) -> str:
    one = reading(text)
    left, after = carried(one, path, one, group, key)
    assert left is after
    return left.text.content


def test_an_entry_moves_within_a_file_with_its_comments_and_quotes() -> None:
    text = "a:\n  # why\n  b: 'x' # so\n  # foot\n  c: 1\nd:\n    e: 2\n"
    assert (
        within(text, ("a", "b"), ("d",), "f")
        == "a:\n  # foot\n  c: 1\nd:\n    e: 2\n    # why\n    f: 'x' # so\n"
    )


def test_a_list_moves_with_the_comments_of_its_items() -> None:
    text = "a:\n  b:\n    # one\n    - x # 1\n\n    - y\n  c: 1\nd: {}\n"
    assert within(text, ("a", "b"), (), "e") == "a:\n  c: 1\nd: {}\ne:\n  # one\n  - x # 1\n\n  - y\n"


def test_what_is_missing_on_the_way_is_made() -> None:
    text = "a:\n  b: 1 # so\n  c: 2\n"
    assert within(text, ("a", "b"), ("d", "e"), "f") == "a:\n  c: 2\nd:\n  e:\n    f: 1 # so\n"


def test_the_first_entry_of_an_item_moves() -> None:
    text = "a:\n  - b: 1 # so\n    c: 2\n"
    assert within(text, ("a", 0, "b"), ("a", 0, "d"), "b") == "a:\n  - c: 2\n    d:\n      b: 1 # so\n"


def test_an_entry_moves_to_another_file_and_takes_its_line_ends() -> None:
    source, target = reading("a: 1\n# of b\nb:\n  - x # so\n"), reading("c: 1\r\n", "other.yaml")
    left, after = carried(source, ("b",), target, (), "b")
    assert left.text.content == "a: 1\n"
    assert after.text.content == "c: 1\r\n# of b\r\nb:\r\n  - x # so\r\n"


def test_within_braces_a_value_without_comments_moves() -> None:
    assert within("a: {b: 1, c: 2}\nd: {e: 3}\n", ("a", "b"), ("d",), "f") == "a: {c: 2}\nd: {e: 3, f: 1}\n"


@pytest.mark.parametrize(
    ("text", "path", "group", "words"),
    [
        ("a:\n  b: 1 # so\n  c: 2\nd: {e: 3}\n", ("a", "b"), ("d",), "has comments"),
        ("a: [1, 2]\nd: {e: 3}\n", ("a", 0), ("d",), "only keys"),
        ("a:\n  - 1\nd:\n  e: 3\n", ("a", 0), ("d",), "only keys"),
        ("a: 1\nd:\n  f: 3\n", ("a",), ("d",), "there is a 'f' already"),
        ("a: 1\nd: 2\n", ("b",), (), "not there any more"),
        ("a: 1\nd: []\n", ("a",), ("d", 3), "not there any more"),
    ],
)
def test_what_cannot_move_is_refused(text: str, path: Path, group: Path, words: str) -> None:
    with pytest.raises(UneditableError, match=words):
        within(text, path, group, "f")


def test_what_stands_at_a_path() -> None:
    one = reading("a: [x]\n")
    assert found(one, ("a", 0)) is not None
    assert found(one, ("a", 1)) is None
    assert found(reading(""), ("a",)) is None
