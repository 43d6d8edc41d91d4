"""One text with its tree: what stands at a path, and what new lines need there."""

import pytest

from coalitionkit.errors import UneditableError
from coalitionkit.source.changes import Path, plain
from coalitionkit.source.habits import traits_below
from coalitionkit.source.tree import MappingNode, SequenceNode
from source.pages import page

TEXT = "a:\n  - b: [x, {c: y}]\n  - z\nd: w\n"


@pytest.mark.parametrize(
    ("path", "held"),
    [
        ((), {"a": [{"b": ["x", {"c": "y"}]}, "z"], "d": "w"}),
        (("a", 0, "b", 1, "c"), "y"),
        (("a", 1), "z"),
    ],
)
def test_a_path_leads_to_a_node(path: Path, held: object) -> None:
    assert plain(page(TEXT).node(path)) == held


@pytest.mark.parametrize("path", [("e",), ("a", 2), ("a", "0"), (0,), ("d", "w"), ("a", 0, "b", 0, "x")])
def test_what_is_not_there_is_told(path: Path) -> None:
    with pytest.raises(UneditableError, match=r"'a\.yaml': what is to be changed is not there any more"):
        page(TEXT).node(path)


def test_the_holder_of_a_node_knows_which_of_its_own_it_is() -> None:
    found = page(TEXT)
    assert found.parent(("d",)) == (found.node(()), 1)
    assert found.parent(("a", 1)) == (found.node(("a",)), 1)
    with pytest.raises(UneditableError, match="not there any more"):
        found.parent(("d", "w"))


@pytest.mark.parametrize(
    ("path", "within"),
    [
        ((), False),
        (("a",), False),
        (("a", 0), False),
        (("a", 0, "b"), True),
        (("a", 0, "b", 0), True),
        (("a", 0, "b", 1, "c"), True),
    ],
)
def test_brackets_reach_to_all_that_is_within(path: Path, within: bool) -> None:  # noqa: FBT001
    assert page(TEXT).in_flow(path) == within


def test_a_single_value_has_no_entries_or_items() -> None:
    found = page(TEXT)
    assert [unit.column for unit in found.units(("a",))] == [2, 2]
    assert found.units(("a",)) is found.units(("a",))
    with pytest.raises(UneditableError, match="a list or a group is expected here"):
        found.units(("d",))


@pytest.mark.parametrize(
    ("text", "path", "before"),
    [
        ("a: x\n", ("a",), "a:"),
        ("a : x\n", ("a",), "a :"),
        ("'a:': x\n", ("a:",), "'a:':"),
        ("? a # b: c\n\n: x\n", ("a",), "? a # b: c\n\n:"),
        ("- x\n-   y\n", (1,), "- x\n-"),
    ],
)
def test_a_value_goes_after_the_colon_or_the_dash(text: str, path: Path, before: str) -> None:
    found = page(text)
    parent, index = found.parent(path)
    assert text[: found.after_key(parent, index, found.units(())[index])] == before


def test_a_key_without_a_colon_is_asked_for_one() -> None:
    found = page("? a\n? b\n")
    parent, index = found.parent(("b",))
    with pytest.raises(UneditableError, match=r"the key 'b' is written with a '\?'; write it as 'b:' first"):
        found.after_key(parent, index, found.units(())[index])


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_line_ends_before_its_line_end(newline: str) -> None:
    found = page(f"a: x{newline}b: y")
    assert found.line_end(1) == 4
    assert found.line_end(4) == 4
    assert found.line_end(len(found.content) - 1) == len(found.content)


@pytest.mark.parametrize(
    ("text", "offset", "new"),
    [
        ("a: x\n", 0, "b: y\n"),
        ("a: x\n", 5, "b: y\n"),
        ("a: x", 4, "\nb: y"),
        ("a", 1, "\nb: y"),
        ("", 0, "b: y\n"),
        ("a: x\r\nc: z", 10, "\r\nb: y"),
    ],
)
def test_new_lines_end_as_the_file_does(text: str, offset: int, new: str) -> None:
    assert page(text).joined(offset, ["b: y"]) == new


@pytest.mark.parametrize(
    ("first", "needed"),
    [("b: |", True), ("- >", True), ("|", True), ("b: |-", False), ("b: 'x |'", False), ("b: x|", False)],
)
def test_a_line_end_that_is_part_of_a_value_comes_along(first: str, needed: bool) -> None:  # noqa: FBT001
    found = page("a: x")
    assert found.joined(4, [first, "  y"]) == f"\n{first}\n  y" + "\n" * needed
    assert found.needs_line_end(f"{first}\r\n  y") == needed


def test_lines_within_a_line_end_as_the_others() -> None:
    assert page("a: x\r\n").joined(6, ["b: |\n  y", "c: z"]) == "b: |\r\n  y\r\nc: z\r\n"


def test_the_layout_is_looked_at_again_when_asked() -> None:
    found = page("a:\n  b: x\nc: y\n", blocks=False)
    braced = page("a: {b: x}\nc: {d: y}\n").node(())
    assert (found.layout.braces, found.layout.blocks) == (False, False)
    found.habits.come(0, 0, list(traits_below(braced)))
    assert not found.layout.braces
    found.look_again()
    assert (found.layout.braces, found.layout.blocks) == (True, False)


def test_a_file_of_comments_is_blank() -> None:
    assert page("# a\n").is_blank
    assert not page("a: x\n").is_blank
    assert isinstance(page(TEXT).node(()), MappingNode)
    assert isinstance(page(TEXT).node(("a",)), SequenceNode)
