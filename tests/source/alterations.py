"""Changes by chance of a text with comments everywhere, and what they must leave as it is."""

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from coalitionkit.edits import Data
from coalitionkit.source.changes import (
    Annotate,
    Change,
    Delete,
    InsertEntry,
    InsertItem,
    Path,
    Permute,
    PermuteKeys,
    Rekey,
    Replace,
)
from source.commented import Part, Stand, part_of

VALUES: tuple[Data, ...] = (
    "new",
    None,
    "a: b",
    "x #y",
    "long " * 40 + "end.",
    "two\nlines.\n",
    ["new", "newer"],
    {"new": "x", "newer": ["y"]},
    [{"id": "q", "n": "two\nlines."}],
    {"a": {"b": "c " * 70 + "end."}},
    {},
    [],
)
REMARK = "c0 told"


class Alteration(NamedTuple):
    """A change, the part that it concerns, and the same change made to the parts."""

    change: Change
    part: Part
    make: Callable[[], None]


def alteration(chance: Random, root: Part, *, items: int = 1) -> Alteration:
    """Return a change that can be made; `items` is how much likelier than others a new item is."""
    others = [_replace, _entry, _delete, _delete, _rekey, _permute, _annotate]
    while True:
        kind = chance.choice([*others, *([_item] * items)])
        path, part = chance.choice(list(root.walk())[1:] if kind is not _entry else list(root.walk()))
        above = root.at(path[:-1])
        made = kind(chance, path, part, above)
        if made is not None:
            return made


def _replace(chance: Random, path: Path, part: Part, _above: Part) -> Alteration:
    value = chance.choice(VALUES)

    def make() -> None:
        new = part_of(value)
        part.held, part.keyed = new.held, new.keyed

    return Alteration(Replace(path, value), part, make)


def _entry(chance: Random, path: Path, part: Part, _above: Part) -> Alteration | None:
    held = part.held or []
    if isinstance(held, str) or (held and not part.keyed) or (part.held == [] and not part.keyed):
        return None
    value, index = chance.choice(VALUES), chance.randint(0, len(held))

    def make() -> None:
        part.held = [*held[:index], part_of(value, "new key"), *held[index:]]
        part.keyed = True

    return Alteration(InsertEntry(path, "new key", value, held[index - 1].key if index else None), part, make)


def _item(chance: Random, path: Path, part: Part, _above: Part) -> Alteration | None:
    held = part.held or []
    if isinstance(held, str) or part.keyed:
        return None
    value, index = chance.choice(VALUES), chance.randint(0, len(held))

    def make() -> None:
        part.held = [*held[:index], part_of(value), *held[index:]]

    return Alteration(InsertItem(path, index, value), part, make)


def _delete(_chance: Random, path: Path, part: Part, above: Part) -> Alteration:
    held = above.held if isinstance(above.held, list) else []

    def make() -> None:
        above.held = [one for one in held if one is not part]

    return Alteration(Delete(path), part, make)


def _rekey(chance: Random, path: Path, part: Part, _above: Part) -> Alteration | None:
    key = chance.choice(["renamed", "a: b", "re named"])

    def make() -> None:
        part.key = key

    return Alteration(Rekey(path, key), part, make) if part.key else None


def _permute(chance: Random, path: Path, part: Part, _above: Part) -> Alteration | None:
    if not isinstance(part.held, list) or len(part.held) < 2:
        return None
    order = list(range(len(part.held)))
    chance.shuffle(order)
    new = [part.held[index] for index in order]

    def make() -> None:
        part.held = new

    if part.keyed:
        return Alteration(PermuteKeys(path, tuple(one.key for one in new)), part, make)
    return Alteration(Permute(path, tuple(order)), part, make)


def _annotate(chance: Random, path: Path, part: Part, _above: Part) -> Alteration:
    return Alteration(Annotate(path, REMARK, chance.random() < 0.5), part, lambda: None)


def untouched(lines: Sequence[str], stands: Sequence[Stand], root: Part, change: Change) -> Iterator[str]:
    """Yield the lines of a text that a change has no business with: nothing of them may differ."""
    by_part = {id(one.part): one for one in stands}
    whole = Stand(root, 0, len(lines) - 1, -1, (0, -1), (len(lines), 0), flow=False)
    gone: set[int] = set()
    for part, all_of_it in _concerned(root, change, by_part):
        stand = by_part.get(id(part), whole)
        gone.update(range(stand.first, (stand.last if all_of_it else stand.first) + 1))
    yield from (line for number, line in enumerate(lines) if number not in gone and not _is_remark(line))


def _is_remark(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _concerned(root: Part, change: Change, by_part: dict[int, Stand]) -> Iterator[tuple[Part, bool]]:
    """Yield the parts in whose lines something may change; False when that is the first of them only."""
    part = root.at(change.path)  # type: ignore[union-attr]
    held = part.held if isinstance(part.held, list) else []
    if isinstance(change, InsertEntry | InsertItem):
        within = any(by_part[id(one)].flow for one in held)
        if not held or within:
            yield part, True
        else:
            yield held[0], False
        return
    yield part, not isinstance(change, Annotate | Rekey)
    above = root.at(change.path[:-1])  # type: ignore[union-attr]
    if isinstance(change, Permute | PermuteKeys) or above is root:
        return
    if isinstance(above.held, list) and by_part[id(part)].flow:
        yield above, True
    elif isinstance(change, Delete) and isinstance(above.held, list):
        yield above, False
        index = above.held.index(part)
        if not index and len(above.held) > 1:
            yield above.held[1], False
