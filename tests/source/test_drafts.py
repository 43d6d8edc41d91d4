"""Changes made together give the bytes that they give one by one."""

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from coalitionkit.errors import UneditableError
from coalitionkit.source.changes import Change, InsertEntry, Rekey
from coalitionkit.source.reader import read
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
