"""Changes made together give the bytes that they give one by one."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitionkit.edits import Data
from coalitionkit.errors import UneditableError
from coalitionkit.source import rewrite
from coalitionkit.source.changes import (
    Annotate,
    Change,
    Delete,
    InsertEntry,
    InsertItem,
    Path,
    Rekey,
    Replace,
)
from coalitionkit.source.reader import Reading, read
from coalitionkit.source.rewrite import rewritten
from coalitionkit.source.text import Text
from source.alterations import alteration
from source.commented import Part, written

MANY = max(300, settings().max_examples)


def one_by_one(text: str, changes: Sequence[Change]) -> str:
    reading = read(Text("a.yaml", text))
    for change in changes:
        reading = rewritten(reading, [change])
    return reading.text.content


def together(text: str, changes: Sequence[Change]) -> str:
    return rewritten(read(Text("a.yaml", text)), changes).text.content


@settings(max_examples=MANY)
@given(st.integers(0, 2**64), st.sampled_from([1, 8, 40]))
def test_changes_together_are_as_they_are_one_by_one(seed: int, items: int) -> None:
    chance = Random(seed)  # noqa: S311 - texts by chance
    text, root = written(chance)
    made: list[Change] = []
    slow = read(Text("a.yaml", text))
    for number in range(chance.randint(2, 12)):
        if not root.held:
            break
        altered = alteration(chance, root, items=items)
        change = altered.change
        if isinstance(change, InsertEntry | Rekey):
            change = _named(change, f"{change.key} {number}")
        try:
            slow = rewritten(slow, [change])
        except UneditableError:
            continue
        altered.make()
        if isinstance(change, InsertEntry | Rekey):
            _rename(altered.part, altered.change, change.key)
        made.append(change)
    assert together(text, made) == slow.text.content, f"{made}\n{text}"


def _named(change: InsertEntry | Rekey, key: str) -> InsertEntry | Rekey:
    return change._replace(key=key)


def _rename(part: Part, change: Change, key: str) -> None:
    """Give the key that came a name that no other key has."""
    if isinstance(change, Rekey):
        part.key = key
        return
    for one in part.held if isinstance(part.held, list) else ():
        if one.key == "new key":
            one.key = key


SECTIONS = (
    "- {a: 1}\n- {b: 1}\n- c: 1\n",
    "- a: 1\n- b: 1\n  c: 2\n  d: 3\n  e: 4\n- {c: 1}\n",
    "    - a: 1\n      b: {c: d}\n",
    "    a: {b: 1}\n    c:\n        d: 1\n",
    "  a:\n    b: 1\n  c: {d: 1}\n  e: 1\n",
    "  {a: 1, b: {c: 1}}\n",
)
NEW: tuple[Data, ...] = (
    "word",
    "long " * 25 + "end",
    {"a": "1"},
    {"a": {"b": "1"}, "c": ["x"]},
    {"a": [{"b": "1"}, {"c": {"d": "1"}}]},
)


@settings(max_examples=MANY)
@given(st.integers(0, 2**64))
def test_what_comes_is_laid_out_by_what_came_before(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - texts by chance
    sections = [chance.choice(SECTIONS) for _ in range(chance.randint(2, 4))]
    text = "".join(f"s{number}:\n{section}" for number, section in enumerate(sections))
    lengths = [section.count("- ") for section in sections]
    made: list[Change] = []
    for number in range(chance.randint(3, 10)):
        at, value = chance.randrange(len(sections)), chance.choice(NEW)
        if lengths[at]:
            made.append(InsertItem((f"s{at}",), chance.randint(0, lengths[at]), value))
            lengths[at] += 1
        elif chance.random() < 0.8:
            made.append(InsertEntry((f"s{at}",), f"k{number}", value))
        else:
            made.append(Replace((f"s{at}", "a"), value))
    assert together(text, made) == one_by_one(text, made), f"{made}\n{text}"


LISTS = "h:\n  i: [x]\n"
"""A group that is not short, so that what comes to it is laid out as others are."""


@pytest.mark.parametrize(
    ("text", "path", "value", "braces"),
    [
        ("a: {b: 1}\nc:\n  d: 1\n", ("c",), ["x"], True),
        ("a: {b: 1}\nc:\n  d: 1\n", ("c",), "x", False),
        ("a: {b: 1}\nc:\n" + "".join(f"  d{number}: 1\n" for number in range(5)), ("c",), "x", True),
        ("a:\n  b: 1\nc: {d: 1}\ne: {f: 1}\n", ("c",), ["x"], False),
        ("a:\n  b: 1\nc:\n  - {d: 1}\n  - {e: 1}\n", ("c", 1), ["x"], False),
    ],
)
def test_a_group_that_has_grown_is_no_longer_an_example(
    text: str,
    path: Path,
    value: Data,
    braces: bool,  # noqa: FBT001
) -> None:
    made = [InsertEntry(path, "new", value), InsertEntry(("h",), "f", {"g": "x"})]
    new = together(text + LISTS, made)
    assert ("f: {g: x}" in new) == braces
    assert new == one_by_one(text + LISTS, made)


WIDE = "x" * 100


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (f"a: [{WIDE}, y]\n", [InsertItem(("a",), 1, "new"), Annotate(("a", 2), "told", beside=True)]),
        (
            f"a: [{{b: [{WIDE}], c: 1}}]\n",
            [InsertItem(("a", 0, "b"), 1, "new"), Annotate(("a", 0, "c"), "told", beside=True)],
        ),
        ("a: [x, y]\n", [Annotate(("a", 0), "told", beside=True), Annotate(("a", 1), "too", beside=True)]),
    ],
)
def test_whether_a_comment_has_room_beside_a_line_is_seen_on_that_line(text: str, made: list[Change]) -> None:
    new = together(text, made)
    assert new.startswith("# to")
    assert new == one_by_one(text, made)


def test_one_that_needs_a_fresh_read_does_not_keep_others_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    items = 64
    text = "a:\n" + "".join(f"  - b: x{number}\n    c: y\n" for number in range(items)) + "d: 1\n# e\n"
    made: list[Change] = [Replace(("a", number, "c"), "new") for number in range(items)]
    made[40:40] = [InsertItem(("a",), items, {"b": "1"}), InsertEntry((), "f", "1"), Delete(("a", items))]
    times = 0

    def counted(text: Text) -> Reading:
        nonlocal times
        times += 1
        return read(text)

    monkeypatch.setattr(rewrite, "read", counted)
    new = rewritten(read(Text("a.yaml", text)), made[:41] + made[43:])
    assert times == 1
    assert new.text.content.count("c: new") == items
    rewritten(read(Text("a.yaml", text)), made)
    assert times < 8
