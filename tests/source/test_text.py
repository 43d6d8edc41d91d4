"""Characters, lines and positions."""

import codecs

import pytest

from coalitionkit.places import Position
from coalitionkit.source.text import NotUtf8Error, Text


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    text = Text.decoded("a.yaml", codecs.BOM_UTF8 + b"a: 1")
    assert text.content == "a: 1"
    assert text.position(0) == Position(1, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_do_on_every_system(end: str) -> None:
    text = Text("a", f"one{end}two{end}{end}four")
    assert [text.line(number) for number in range(6)] == ["", "one", "two", "", "four", ""]
    assert text.line_count == 4
    assert text.position(text.content.index("two")) == Position(2, 1)
    assert text.position(text.content.index("four") + 2) == Position(4, 3)
    assert text.line_start(text.content.index("wo")) == text.content.index("two")


def test_an_empty_last_line_counts() -> None:
    assert Text("a", "one\n").line_count == 2
    assert Text("a", "").line_count == 1


def test_columns_count_code_points() -> None:
    content = "name: 😀é́ x"
    assert Text("a", content).position(content.index("x")) == Position(1, 11)


def test_line_separators_that_editors_do_not_show_end_no_line() -> None:
    assert Text("a", "one\u2028two\x85three").line_count == 1


@pytest.mark.parametrize(("offset", "expected"), [(-5, (1, 1)), (3, (1, 4)), (4, (2, 1)), (99, (2, 4))])
def test_offsets_beyond_the_text_stand_at_its_ends(offset: int, expected: tuple[int, int]) -> None:
    assert Text("a", "one\ntwo").position(offset) == expected


def test_a_place_never_ends_before_it_begins() -> None:
    assert Text("a", "abc").place(2, 1).span == (Position(1, 3), Position(1, 3))


def test_bytes_that_are_not_utf8_tell_the_first_bad_character() -> None:
    with pytest.raises(NotUtf8Error, match="this character is not UTF-8") as caught:
        Text.decoded("a.yaml", "é: ok\nname: Ana ".encode() + "López".encode("latin-1"))
    assert caught.value.text.position(caught.value.offset) == Position(2, 12)
    assert caught.value.text.line(2) == "name: Ana López"


def test_a_character_cut_off_at_the_end_is_told() -> None:
    with pytest.raises(NotUtf8Error) as caught:
        Text.decoded("a.yaml", "ab😀".encode()[:-1])
    assert caught.value.offset == 2


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("utf-16", "UTF-16"), ("utf-32", "UTF-32")],
)
def test_another_unicode_encoding_is_named(encoding: str, named: str) -> None:
    with pytest.raises(NotUtf8Error, match=f"saved as {named}"):
        Text.decoded("a.yaml", "format: 1".encode(encoding))
