"""Where something new goes among what is there.

Items go where their ids put them, not to the end: two people who each add one to a list then rarely touch
the same line, and git brings both together by itself.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby, islice
from operator import le

from coalitionkit.editing.desk import Spot
from coalitionkit.edits import Data
from coalitionkit.model.record import Kind, Part, Record, fields_of
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode

_STRAYS = 10
"""Among how many items one may stand outside the group of its kind, as somebody does who has left."""

_SURELY_SORTED = 3
"""From how many words without ids on a list in order counts as ordered on purpose."""


Words = Callable[[Spot, str], Sequence[str]]
"""Returns what each item of a list says below a key, "" where it says nothing."""


def key_before(node: MappingNode, kind: Kind | None, key: str) -> str | None:
    """Return the key of a group after which a new one belongs; None when it belongs before all.

    That is the nearest in the order of the format, wherever the file has it.
    """
    names = list(node.entries)
    if not isinstance(kind, Part) or key not in (fields := in_format_order(kind.record)):
        return names[-1] if names else None
    before = set(fields[: fields.index(key)])
    known = [name for name in names if name in before]
    return max(known, key=fields.index) if known else None


def in_format_order(record: type[Record]) -> list[str]:
    """Return the keys of a record in the order in which people write them: remarks come last."""
    names = [name for name in fields_of(record) if name != "note"]
    return [*names, "note"]


def place_of(spots: Sequence[Spot], item: Data, identity: str, words_of: Words) -> tuple[Spot, int]:
    """Return in which of several lists an item belongs, and before which of its items.

    Lists in order of ids or dates stay so. In others an item with an id comes after the one with the
    greatest smaller id, within its own group where a word that it has groups the list, and any other item at
    the end. `words_of` returns what the items of a list say below a key.
    """
    found = [(spot, *_place(_items(spot), item, identity, partial(words_of, spot))) for spot in spots]
    spot, place, _ = max(found, key=lambda one: one[2])
    return spot, place


def _place(
    items: Sequence[Node], item: Data, identity: str, words_of: Callable[[str], Sequence[str]]
) -> tuple[int, str]:
    """Return where an item belongs in one list, and by which neighbor."""
    for key in (identity, "date"):
        name = _name(item, key)
        if key and name and all(isinstance(one, MappingNode) for one in items):
            names = words_of(key)
            if all(names) and _in_order(names):
                place = bisect_right(names, name)
                return place, names[place - 1] if place else ""
    name = _name(item, identity)
    if identity and name:
        among = _group(item, words_of) if isinstance(item, Mapping) else range(0)
        names = words_of(identity)
        smaller = [(names[index], index) for index in among or range(len(items)) if names[index] < name]
        # What stands above the first of a group may be its heading.
        text, index = max(smaller, default=("", among[0] if among else -1))
        return index + 1, text
    words = [one.value for one in items if isinstance(one, ScalarNode)]
    if isinstance(item, str) and len(words) == len(items) >= _SURELY_SORTED and _in_order(words):
        return bisect_right(words, item), ""
    return len(items), ""


def _group(item: Mapping[str, Data], words_of: Callable[[str], Sequence[str]]) -> range:
    """Return where the items stand that share a word with a new one, if such words group the list."""
    for key, value in item.items():
        if not isinstance(value, str) or not value:
            continue
        words = words_of(key)
        if value not in words or words.count(value) == len(words):
            continue
        runs: dict[str, range] = {}
        start = 0
        for word, run in groupby(words):
            end = start + len([*run])
            runs[word] = max(runs.get(word, range(0)), range(start, end), key=len)
            start = end
        grouped = sum(map(len, runs.values()))
        strays = len(words) - grouped
        if 1 < len(runs) < grouped and strays * _STRAYS <= len(words):
            return runs[value]
    return range(0)


def _in_order(words: Sequence[str]) -> bool:
    return all(map(le, words, islice(words, 1, None)))


def _items(spot: Spot) -> Sequence[Node]:
    return spot.trace.node.items if isinstance(spot.trace.node, SequenceNode) else ()


def _name(item: Data, key: str) -> str:
    value = item.get(key) if isinstance(item, Mapping) else None
    return value if isinstance(value, str) else ""
