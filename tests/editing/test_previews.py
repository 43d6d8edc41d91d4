"""The tree of a file with the items that wait."""

import pytest

from coalitionkit.editing.previews import Preview
from coalitionkit.edits import Bare, Data
from coalitionkit.places import Address
from coalitionkit.source.changes import InsertItem, Path, as_written, plain
from coalitionkit.source.reader import read
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, SequenceNode

PLAN = "members:\n  - {id: ana, name: Ana}\n  - id: zoe\n    populations: [renters]\n"
MEMBERS = Address(("members",))


def tree(text: str = PLAN) -> MappingNode:
    root = read(Text("a.yaml", text)).root
    assert isinstance(root, MappingNode)
    return root


def test_new_items_are_found_and_the_tree_stays_as_it_was() -> None:
    root = tree()
    preview = Preview(root)
    assert preview.tracer.by_address(MEMBERS["zoe"]).node is not None
    new: Data = {"id": "max", "name": "Max", "born": Bare("1970")}
    assert preview.grow(InsertItem(("members",), 1, new))
    assert preview.grow(InsertItem(("members", 2, "populations"), 0, "students"))
    found = preview.tracer.by_address(MEMBERS["max"])
    assert (found.missing, as_written(found.node)) == (False, new)
    words = preview.tracer.by_address(MEMBERS["zoe"] / "populations").node
    assert plain(words) == ["students", "renters"]
    assert plain(root) == plain(tree())


def test_what_was_learned_of_a_list_grows_with_it() -> None:
    preview = Preview(tree())
    for place, name in ((1, "max"), (0, "aba"), (4, "zz"), (1, "aba")):
        assert preview.grow(InsertItem(("members",), place, {"id": name}))
        items = preview.tracer.by_address(MEMBERS).node
        assert isinstance(items, SequenceNode)
        ids = [item.value("id") for item in items.items if isinstance(item, MappingNode)]
        assert list(preview.words(items, "id")) == [plain(one) for one in ids]
        for index, one in enumerate(ids):
            at = preview.tracer.by_address(MEMBERS[plain(one)])
            assert at.node is items.items[index] or plain(one) == "aba"
        assert preview.tracer.by_address(MEMBERS["nobody"]).missing


@pytest.mark.parametrize("value", [None, {"id": "x", "name": None}, ["x", None], [[None]]])
def test_what_may_be_written_in_two_ways_is_not_foretold(value: Data) -> None:
    root = tree()
    preview = Preview(root)
    assert not preview.grow(InsertItem(("members",), 0, value))
    assert preview.tracer.by_address(MEMBERS).node is root.value("members")


@pytest.mark.parametrize("path", [("nothing",), ("members", 0), ("members", 9, "x"), ("members", 0, "name")])
def test_what_is_no_list_does_not_grow(path: Path) -> None:
    assert not Preview(tree()).grow(InsertItem(path, 0, "x"))
