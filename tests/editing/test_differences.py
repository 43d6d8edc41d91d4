"""The fewest changes that turn one value into another."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.editing.differences import differences
from coalitionkit.edits import Data
from coalitionkit.source.changes import Replace, applied, plain
from coalitionkit.source.reader import read
from coalitionkit.source.rewrite import rewritten
from coalitionkit.source.text import Text

TEXT = """\
in:
  # about a
  a: one  # 1
  # about b
  b: two
  list:
    - x  # the x
    # about y
    - y
"""


def turned(text: str, value: Data) -> str:
    found = read(Text("", text))
    root: Any = found.root
    return rewritten(found, differences(root.value("in"), ("in",), value)).text.content


@pytest.mark.parametrize(
    ("value", "old", "new"),
    [
        ({"a": "one", "b": "two", "list": ["x", "y"]}, "", ""),
        ({"a": "one", "b": "three", "list": ["x", "y"]}, "b: two", "b: three"),
        ({"a": "one", "list": ["x", "y"]}, "  # about b\n  b: two\n", ""),
        ({"a": "one", "c": "three", "b": "two", "list": ["x", "y"]}, "# 1\n", "# 1\n  c: three\n"),
        ({"a": "one", "b": "two", "list": ["y"]}, "    - x  # the x\n", ""),
        ({"a": "one", "b": "two", "list": ["x", "m", "y"]}, "# the x\n", "# the x\n    - m\n"),
        ({"a": "one", "b": "two", "list": ["x", "z"]}, "- y", "- z"),
    ],
)
def test_comments_on_what_stays_are_kept(value: Data, old: str, new: str) -> None:
    assert turned(TEXT, value) == TEXT.replace(old, new, 1)


Datas = st.recursive(
    st.sampled_from(["x", "y", "z", None]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


@given(Datas, Datas)
def test_the_changes_make_the_one_of_the_other(old: Data, new: Data) -> None:
    text = rewritten(read(Text("", "in: one\n")), [Replace(("in",), old)])
    root: Any = text.root
    data = plain(text.root)
    changes = differences(root.value("in"), ("in",), new)
    for change in changes:
        data = applied(data, change)
    assert data == {"in": new}
    assert plain(rewritten(text, changes).root) == {"in": new}
