"""Changes of one text written down together, each as it would be if those before it had been made.

A change is not taken when only a fresh read of the text can tell what it would be: when it writes where
another one has written, or when the ones before it may have changed how the file is laid out.
"""

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Mapping, Sequence
from math import inf

from coalitionkit.edits import Data
from coalitionkit.errors import UneditableError
from coalitionkit.source.batches import Batch, on, scope_of
from coalitionkit.source.changes import (
    Annotate,
    Change,
    Delete,
    InsertEntry,
    InsertItem,
    Path,
    Permute,
    PermuteKeys,
    Recomment,
    Rekey,
    Replace,
)
from coalitionkit.source.emitter import entry, entry_in_brackets
from coalitionkit.source.growth import Growth
from coalitionkit.source.habits import Trait, is_short, traits_below
from coalitionkit.source.page import Page
from coalitionkit.source.reader import read
from coalitionkit.source.splices import Splice
from coalitionkit.source.text import Text
from coalitionkit.source.tree import Entry, MappingNode, Node, ScalarNode, SequenceNode
from coalitionkit.source.units import bracketed, line_end

_KEEPS_BLANK_LINES = re.compile(r"[|>][0-9]?\+")
_SHORT = 20
"""Up to how many characters text never needs lines of its own."""

Writer = Callable[[Page, Change], list[Splice]]


class Draft:
    """Changes that are taken one after another, and the splices that make them all.

    `write` says what a change is that stands alone.
    """

    def __init__(self, page: Page, write: Writer) -> None:
        self._page = page
        self._write = write
        self._batch = Batch()
        self._splices: list[Splice] = []
        self._ranges: list[tuple[int, int]] = []
        self._growths: dict[Path, Growth] = {}
        self._once: set[Path] = set()
        self._gaps: set[tuple[Path, int]] = set()
        self._counts: dict[Path, list[int]] = {}
        self._unsure: float = 0
        self._alone = _KEEPS_BLANK_LINES.search(page.content) is not None

    @property
    def splices(self) -> list[Splice]:
        """What makes all changes that were taken."""
        return [*self._splices, *(splice for one in self._growths.values() for splice in one.splices())]

    def takes(self, change: Change) -> bool:
        """Take a change if what it is now can be told; return whether it can. After one, no other is."""
        scope = scope_of(change)
        base = None if scope is None or self._alone else self._batch.before(scope)
        if base is None or not self._batch.takes(change):
            return False
        now = on(base, change)
        if not self._page.habits.bears(self._unsure) and self._is_laid_out(now):
            return False
        try:
            return self._grows(now) if isinstance(now, InsertItem) else self._is_written(now)
        except UneditableError:
            return False  # alone it says so

    def _is_written(self, change: Change) -> bool:
        made = self._write(self._page, change)
        if made and not self._claims(change, made):
            return False
        self._splices += made
        if isinstance(change, InsertEntry):
            self._weigh_entry(change, made)
        elif not isinstance(change, Rekey | Annotate | Recomment):
            self._weigh(change)
        return True

    def _grows(self, change: InsertItem) -> bool:
        """Take a new item; another one of a list in brackets would depend on how wide that is now."""
        node = self._page.node(change.path)
        if not isinstance(node, SequenceNode) or not node.items or self._page.in_flow(change.path):
            if change.path in self._once:
                return False
            self._once.add(change.path)
            return self._is_written(change)
        if change.path not in self._growths:
            self._growths[change.path] = Growth(self._page, node)
        growth = self._growths[change.path]
        spot = growth.spot(change.place)
        if spot is None:
            return False
        if (change.path, spot.gap) not in self._gaps:
            if not self._is_free(spot.offset, spot.offset):
                return False
            insort(self._ranges, (spot.offset, spot.offset))
            self._gaps.add((change.path, spot.gap))
        lines = growth.written(change.value)
        items = _read(lines)
        if not isinstance(items, SequenceNode) or len(items.items) != 1:
            return False
        (item,) = items.items
        counts = self._counts.setdefault(change.path, [])
        behind = sum(counts[number] for number in growth.items_behind(spot))
        growth.come(change.place, spot, lines, item)
        traits = list(traits_below(item))
        counts.append(len(traits))
        habits = self._page.habits
        habits.come(habits.place(spot.offset) + behind, spot.offset, traits)
        if is_short(item):
            self._hold(change.path, item, 1)
        self._page.look_again()
        return True

    def _claims(self, change: Change, made: Sequence[Splice]) -> bool:
        """Take the place where splices are, if no other change has touched it."""
        start, end = min(one.start for one in made), max(one.end for one in made)
        alone = self._read_for(change, start, end)
        if not self._is_free(*alone):
            return False
        insort(self._ranges, (start, end))
        return True

    def _read_for(self, change: Change, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of text that tells what splices between two offsets have to be.

        Of what stands in brackets that is the whole line: what fits on it depends on what else comes to it.
        """
        text = self._page.text
        if isinstance(change, Annotate):
            path = change.path
            while path and self._page.in_flow(path[:-1]):
                path = path[:-1]
            node = self._page.node(path)
            start, end = (min(start, node.start), max(end, node.end)) if path != change.path else (start, end)
        elif isinstance(change, InsertEntry | InsertItem | Delete):
            path = change.path[:-1] if isinstance(change, Delete) else change.path
            if self._page.in_flow(path):
                return text.line_start(start), line_end(text, end)
        return start, end

    def _is_free(self, start: int, end: int) -> bool:
        index = bisect_right(self._ranges, end, key=_start)
        return not index or self._ranges[index - 1][1] < start

    def _weigh(self, change: Replace | InsertItem | Delete | Permute | PermuteKeys) -> None:
        """Count how much a change may have done to the habits of the file."""
        old = self._page.node(change.path)
        value = change.value if isinstance(change, Replace | InsertItem) else None
        habits = self._page.habits
        if isinstance(change, Replace) and isinstance(old, ScalarNode) and _is_single(value):
            return
        if not habits.reaches(old.start):
            return
        traits = list(traits_below(old))
        moved = len(traits) + _keys(value) + isinstance(change, Delete)
        if moved and habits.full:
            self._unsure = inf  # others come to be among the first, or are so no more
        self._unsure += 2 * (2 + moved + _lists(value) + sum(len(trait.braces) for trait in traits))

    def _weigh_entry(self, change: InsertEntry, made: Sequence[Splice]) -> None:
        """Count a new entry among the habits of the file."""
        group = self._page.node(change.path) if not self._page.is_blank else None
        if not isinstance(group, MappingNode) or not group.entries:
            self._unsure = inf
            return
        habits = self._page.habits
        offset = min(one.start for one in made)
        traits = [Trait()]
        single = _is_single(change.value)
        if not single:
            new = self._entry(change, group)
            traits = list(traits_below(new))
            if not isinstance(new, MappingNode) or len(new.entries) != 1:
                self._unsure = inf
        habits.come(habits.place(offset), offset, traits)
        if is_short(group) and not (single and is_short(group, 1)):
            self._hold(change.path, group, -1)
        self._page.look_again()

    def _is_laid_out(self, change: Change) -> bool:
        """Whether what a change writes may depend on how the file is laid out."""
        if not isinstance(change, Replace | InsertEntry | InsertItem):
            return False
        value = change.value
        if isinstance(value, str):
            return len(value) > _SHORT or "\n" in value or self._is_first(change)
        return bool(value) or self._is_first(change)

    def _is_first(self, change: Replace | InsertEntry | InsertItem) -> bool:
        """Whether a change fills a group or list that holds nothing yet."""
        if isinstance(change, Replace) or self._page.is_blank:
            return False
        node = self._page.node(change.path)
        held = (
            node.items if isinstance(node, SequenceNode) else isinstance(node, MappingNode) and node.entries
        )
        return not held

    def _entry(self, change: InsertEntry, group: MappingNode) -> Node | None:
        """Return a new entry as it is read."""
        if self._page.in_flow(change.path):
            return _read([f"{{{entry_in_brackets(change.key, change.value)}}}"])
        column = self._page.units_of(group)[0].column
        first, *rest = entry(change.key, change.value, column, self._page.layout)
        return _read([" " * column + first, *rest])

    def _hold(self, path: Path, node: Node, more: int) -> None:
        """Count a short group among those that its entry holds."""
        path = path[:-1] if path and isinstance(path[-1], int) else path
        owner = self._entry_at(path)
        if owner is not None:
            self._page.habits.hold(owner, braces=bracketed(node), more=more)

    def _entry_at(self, path: Path) -> Entry | None:
        above = self._page.node(path[:-1]) if path else None
        return above.entries.get(str(path[-1])) if isinstance(above, MappingNode) else None


def _read(lines: Sequence[str]) -> Node | None:
    return read(Text("", "\n".join(lines))).root


def _is_single(value: Data) -> bool:
    return value is None or isinstance(value, str)


def _keys(value: Data) -> int:
    """Return how many keys there are in data."""
    if value is None or isinstance(value, str):
        return 0
    if isinstance(value, Mapping):
        return len(value) + sum(map(_keys, value.values()))
    return sum(map(_keys, value))


def _lists(value: Data) -> int:
    """Return how many groups and lists there are in data."""
    if value is None or isinstance(value, str):
        return 0
    return 1 + sum(map(_lists, value.values() if isinstance(value, Mapping) else value))


def _start(one: tuple[int, int]) -> int:
    return one[0]
