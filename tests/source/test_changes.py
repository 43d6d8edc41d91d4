"""What changes make of data, and data of a tree."""

import json
from typing import Any

import pytest

from coalitionkit.edits import Bare
from coalitionkit.source.changes import (
    Annotate,
    Change,
    Delete,
    InsertEntry,
    InsertItem,
    Permute,
    PermuteKeys,
    Recomment,
    Rekey,
    Replace,
    applied,
    as_lists,
    as_written,
    plain,
)
from source.pages import page

DATA: dict[str, Any] = {"a": [{"b": "x", "c": "y"}, "z"], "d": None, "e": {"f": "v", "g": "w"}}


@pytest.mark.parametrize(
    ("change", "at", "expected"),
    [
        (Replace(("a", 0, "b"), ["n"]), ("a",), [{"b": ["n"], "c": "y"}, "z"]),
        (Replace(("a", 1), None), ("a",), [{"b": "x", "c": "y"}, None]),
        (InsertEntry(("e",), "n", "1"), ("e",), {"n": "1", "f": "v", "g": "w"}),
        (InsertEntry(("e",), "n", "1", "f"), ("e",), {"f": "v", "n": "1", "g": "w"}),
        (InsertEntry(("e",), "n", "1", "g"), ("e",), {"f": "v", "g": "w", "n": "1"}),
        (InsertEntry(("d",), "n", {"m": "1"}), ("d",), {"n": {"m": "1"}}),
        (InsertItem(("a",), 0, "n"), ("a",), ["n", {"b": "x", "c": "y"}, "z"]),
        (InsertItem(("a",), 2, "n"), ("a",), [{"b": "x", "c": "y"}, "z", "n"]),
        (InsertItem(("d",), 0, ("n",)), ("d",), [["n"]]),
        (Delete(("a", 0)), ("a",), ["z"]),
        (Delete(("e", "f")), ("e",), {"g": "w"}),
        (Rekey(("e", "f"), "n"), ("e",), {"n": "v", "g": "w"}),
        (Permute(("a",), (1, 0)), ("a",), ["z", {"b": "x", "c": "y"}]),
        (PermuteKeys(("e",), ("g", "f")), ("e",), {"g": "w", "f": "v"}),
    ],
)
def test_a_change_concerns_what_is_at_its_path(change: Change, at: tuple[str], expected: object) -> None:
    before = json.dumps(DATA)
    after = applied(DATA, change)
    assert json.dumps(after) == json.dumps(DATA | {at[0]: expected})
    assert json.dumps(DATA) == before


def test_a_key_at_the_top_goes_or_gets_another_name_in_its_place() -> None:
    assert list(applied(DATA, Delete(("d",)))) == ["a", "e"]
    assert list(applied(DATA, Rekey(("d",), "n"))) == ["a", "n", "e"]
    assert list(applied(DATA, InsertEntry((), "n", "1"))) == ["n", "a", "d", "e"]
    assert applied(None, InsertEntry((), "n", "1")) == {"n": "1"}


def test_comments_change_no_data() -> None:
    assert applied(DATA, Annotate(("a",), "told")) is DATA
    assert applied(DATA, Recomment(0, "# told")) is DATA


def test_what_is_written_is_read_back_as_text_in_lists_and_groups() -> None:
    read_back = as_lists({Bare("a"): (Bare("1"), None, {"b": ()})})
    assert read_back == {"a": ["1", None, {"b": []}]}
    assert {type(one) for one in (*read_back, read_back["a"][0])} == {str}


def test_data_of_a_tree_may_remember_what_had_no_quotes() -> None:
    root = page("a: 1\nb: '1'\nc: [~, null, 'null', '', x]\nd: |\n  y\ne: {f: 2026}\ng:\n").node(())
    data = {
        "a": "1",
        "b": "1",
        "c": [None, None, "null", "", "x"],
        "d": "y\n",
        "e": {"f": "2026"},
        "g": None,
    }
    assert plain(root) == data
    written: Any = as_written(root)
    assert written == data
    bare = [written["a"], written["c"][4], written["e"]["f"]]
    quoted = [written["b"], written["c"][2], written["c"][3], written["d"]]
    assert all(isinstance(one, Bare) for one in bare)
    assert not any(isinstance(one, Bare) for one in quoted)
    assert plain(None) is None is as_written(None)
