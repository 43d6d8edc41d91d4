"""Many new items of one list: each as if those before it stood in the text already."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.source import lines
from coalitionkit.source.changes import InsertItem
from coalitionkit.source.growth import Growth
from coalitionkit.source.page import Page
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode
from source.pages import after, page

LISTS = (
    "a:\n  - x\n  - y\n",
    "a:\n\n  # x\n  - x\n\n  - y\n    # y\n\n# b\nb: 1\n",
    "a:\r\n- {b: 1}\r\n- {b: 2}\r\n",
    "a:\n  - - x\n    # x\n  - y\nb: 1\n",
)


def growth(found: Page) -> Growth:
    node = found.node(("a",))
    assert isinstance(node, SequenceNode)
    return Growth(found, node)


def new(number: int, *, braces: bool) -> tuple[dict[str, str], Node]:
    """Return an item, and what it is read as."""
    item = page(f"{{b: n{number}}}" if braces else f"b: n{number}").node(())
    assert isinstance(item, MappingNode)
    return {"b": f"n{number}"}, item


@given(st.sampled_from(LISTS), st.integers(0, 2**64))
def test_items_together_are_as_they_are_one_by_one(text: str, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - places by chance
    found, slow = page(text), text
    grown = growth(found)
    for number in range(chance.randint(1, 8)):
        place = chance.randint(0, 2 + number)
        value, item = new(number, braces="{" in text)
        spot = grown.spot(place)
        assert spot is not None
        grown.come(place, spot, grown.written(value), item)
        slow = after(slow, lines.insert_item(page(slow), InsertItem(("a",), place, value)))
    assert after(text, grown.splices()) == slow


@given(st.sampled_from(LISTS), st.integers(0, 2**64))
def test_a_file_that_ends_without_a_line_end_goes_on_so(text: str, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - places by chance
    text = text.partition("b: 1\n")[0].partition("\n# b")[0].rstrip()
    slow, grown = text, growth(page(text))
    for number in range(chance.randint(1, 8)):
        place = chance.randint(2, 2 + number)
        value = f"n{number}\nof lines." + "\n" * chance.choice([0, 0, 0, 1])
        spot = grown.spot(place)
        assert spot is not None
        node = ScalarNode(page("").text, 0, 0, value, plain=False)
        grown.come(place, spot, grown.written(value), node)
        slow = after(slow, lines.insert_item(page(slow), InsertItem(("a",), place, value)))
    assert after(text, grown.splices()) == slow


def test_where_blank_lines_are_part_of_the_text_above_a_fresh_read_is_needed() -> None:
    grown = growth(page("a:\n  - x\n  - |+\n    y\n\nb: 1\n"))
    assert grown.spot(2) is None
    assert grown.spot(1) is not None


def test_the_first_item_within_the_line_of_a_dash_needs_a_fresh_read() -> None:
    found = page("- - x\n  - y\n")
    node = found.node((0,))
    assert isinstance(node, SequenceNode)
    assert Growth(found, node).spot(0) is None


def test_the_items_before_a_new_one_are_told() -> None:
    grown = growth(page(LISTS[0]))
    for place in (1, 1, 2):
        spot = grown.spot(place)
        assert spot is not None
        grown.come(place, spot, ["  - n"], ScalarNode(page("").text, 0, 0, "n", plain=True))
    spot = grown.spot(3)
    assert spot is not None
    assert grown.items_behind(spot) == [1, 2]
