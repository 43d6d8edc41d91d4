"""What stands within brackets: commas, lines and comments stay right."""

import pytest

from coalitionkit.errors import UneditableError
from coalitionkit.source import brackets
from coalitionkit.source.changes import Delete, InsertEntry, InsertItem, Path
from source.pages import after, page, touched


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("a: [x, y]\n", 0, "a: [new, x, y]\n"),
        ("a: [x, y]\n", 1, "a: [x, new, y]\n"),
        ("a: [x, y]\n", 2, "a: [x, y, new]\n"),
        ("a: [ x ]\n", 1, "a: [ x, new ]\n"),
        ("a: [\n  x,\n  y,\n]\n", 2, "a: [\n  x,\n  y,\n  new,\n]\n"),
        ("a: [\n  x, # x\n  y # y\n]\n", 1, "a: [\n  x, # x\n  new,\n  y # y\n]\n"),
        ("a: [\n  x, # x\n  y # y\n]\n", 2, "a: [\n  x, # x\n  y, # y\n  new\n]\n"),
        ("a: [\n  # x\n  x,\n]\n", 0, "a: [\n  new,\n  # x\n  x,\n]\n"),
    ],
)
def test_a_new_item_follows_the_way_of_the_others(text: str, place: int, expected: str) -> None:
    splices = brackets.insert_item(page(text), InsertItem(("a",), place, "new"))
    assert after(text, splices) == expected
    assert not any(touched(text, splices))


@pytest.mark.parametrize(("length", "broken"), [(85, False), (105, True)])
def test_a_full_line_goes_on_below(length: int, broken: bool) -> None:  # noqa: FBT001
    text = f"a: [{'x' * length}]\n"
    new = after(text, brackets.insert_item(page(text), InsertItem(("a",), 1, "new")))
    assert ("\n    new]" in new) == broken


def test_a_new_key_goes_after_the_one_it_is_to_follow() -> None:
    text = "a: {b: 1, c: 2}\n"
    change = InsertEntry(("a",), "new", ["x: y"], "b")
    assert after(text, brackets.insert_entry(page(text), change)) == 'a: {b: 1, new: ["x: y"], c: 2}\n'


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a: [x, y, z]\n", ("a", 0), "a: [y, z]\n"),
        ("a: [x, y, z]\n", ("a", 1), "a: [x, z]\n"),
        ("a: [x, y, z]\n", ("a", 2), "a: [x, y]\n"),
        ("a: [x]\n", ("a", 0), "a: []\n"),
        ("a: { b: 1, c: 2 }\n", ("a", "c"), "a: { b: 1 }\n"),
        ("a: [\n  # x\n  x, # x\n  # y\n  y,\n]\n", ("a", 0), "a: [\n  # y\n  y,\n]\n"),
        ("a: [\n  # x\n  x, # x\n  # y\n  y,\n]\n", ("a", 1), "a: [\n  # x\n  x, # x\n]\n"),
    ],
)
def test_one_goes_with_one_comma_and_its_own_comments(text: str, path: Path, expected: str) -> None:
    assert after(text, brackets.delete(page(text), Delete(path))) == expected


def test_an_order_swaps_what_stands_between_the_commas() -> None:
    text = "a: [x,  'y' ,\n  z]\n"
    assert after(text, brackets.permute(page(text), ("a",), (2, 1, 0))) == "a: [z,  'y' ,\n  x]\n"
    with pytest.raises(UneditableError, match="with comments cannot be put in order"):
        brackets.permute(page("a: [x, # x\n  y]\n"), ("a",), (1, 0))
