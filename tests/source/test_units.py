"""Entries and items as stretches of lines, with the comments that are theirs."""

import pytest

from coalitionkit.source.reader import read
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, Node, SequenceNode
from coalitionkit.source.units import is_apart, units


def node(text: str) -> MappingNode | SequenceNode:
    root: Node | None = read(Text("", text)).root
    if isinstance(root, MappingNode) and list(root.entries) == ["in"]:
        root = root.value("in")
    assert isinstance(root, MappingNode | SequenceNode)
    return root


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n# about b\nb: 2\n", ["a: 1\n", "# about b\nb: 2\n"]),
        ("# the file's\na: 1\nb: 2\n", ["a: 1\n", "b: 2\n"]),
        ("a: 1\n  # below a\n# b\nb: 2\n", ["a: 1\n  # below a\n", "# b\nb: 2\n"]),
        ("a: 1\n\n# apart\n\nb: 2\n", ["a: 1\n", "b: 2\n"]),
        ("a: 1\n\n  # below a\n\nb: 2\n", ["a: 1\n\n  # below a\n", "b: 2\n"]),
        ("in:\n  - a  # 1\n  # b\n  - b\n  # in's\n", ["  - a  # 1\n", "  # b\n  - b\n"]),
        ("in:\n- a\n  # a's\n# b's\n- b\n", ["- a\n  # a's\n", "# b's\n- b\n"]),
        ("in:\n# a's\n  - a\n", ["# a's\n  - a\n"]),
        ("a: |+\n  x\n\nb: 2\n", ["a: |+\n  x\n\n", "b: 2\n"]),
        ("a: |\n  x\n\nb: 2", ["a: |\n  x\n", "b: 2"]),
        ("a: {b: 1,\n  c: 2}  # c\r\nd:\r\n", ["a: {b: 1,\n  c: 2}  # c\r\n", "d:\r\n"]),
    ],
)
def test_comments_belong_to_what_they_stand_at(text: str, expected: list[str]) -> None:
    assert [text[unit.head : unit.tail] for unit in units(node(text))] == expected


def test_what_begins_after_a_dash_has_no_line_of_its_own() -> None:
    text = "- # 1\n  a: 1\n- b: 2\n  # c\n  c: 3\n"
    items = node(text)
    assert isinstance(items, SequenceNode)
    assert [unit.compact for unit in units(items)] == [False, False]
    second = items.items[1]
    assert isinstance(second, MappingNode)
    assert [unit.compact for unit in units(second)] == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n\nb: 2\n\nc: 3\n", True),
        ("a: 1\nb: 2\n\nc: 3\n", False),
        ("a: 1\n", False),
        ("a: 1\n\n# c\nb: 2\n", True),
    ],
)
def test_units_may_have_blank_lines_between_them(text: str, expected: bool) -> None:  # noqa: FBT001
    root = node(text)
    assert is_apart(root.text, units(root)) == expected
