"""Changes that can be made at once, because none of them touches what another one is about.

Each change says where things are after the changes before it. Here that becomes where they were before the
first of them: new items of a list move those behind them.
"""

from bisect import bisect_left
from collections import defaultdict

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


class Batch:
    """Changes of different parts of one text; after them, all other paths lead where they led before."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self._scopes: set[Path] = set()
        self._above: set[Path] = set()
        self._lists: set[Path] = set()
        self._new: defaultdict[Path, list[int]] = defaultdict(list)

    def meets(self, path: Path, *, items: bool = True) -> bool:
        """Whether what stands at a path, or holds it, or is in it, is about to change.

        Without `items` it does not count that lists which are there, or are below, get new items.
        """
        base = self.before(path)
        return (
            base is None
            or base in self._above
            or (items and base in self._lists)
            or any(base[:depth] in self._scopes for depth in range(len(base) + 1))
        )

    def takes(self, change: Change) -> bool:
        """Add a change if it can be made along with the others; return whether it can."""
        if isinstance(change, InsertItem):
            return self._takes_item(change)
        scope = scope_of(change)
        base = None if scope is None else self.before(scope)
        if scope is None or base is None or self.meets(scope):
            return False
        self.changes.append(change)
        self._scopes.add(base)
        if isinstance(change, Rekey):
            self._scopes.add((*base[:-1], change.key))
        self._above.update(_and_above(base))
        return True

    def before(self, path: Path) -> Path | None:
        """Return the path that led, before all changes, to where this one leads after them.

        None for what is new.
        """
        if not self._new:
            return path
        base: Path = ()
        for step in path:
            new = self._new.get(base)
            if new and isinstance(step, int):
                count = bisect_left(new, step)
                if new[count : count + 1] == [step]:
                    return None
                base = (*base, step - count)
            else:
                base = (*base, step)
        return base

    def _takes_item(self, change: InsertItem) -> bool:
        base = self.before(change.path)
        if base is None or any(base[:depth] in self._scopes for depth in range(len(base) + 1)):
            return False
        self.changes.append(change)
        self._lists.update(_and_above(base))
        new = self._new[base]
        at = bisect_left(new, change.place)
        new[at:] = [change.place, *(place + 1 for place in new[at:])]
        return True


def on(path: Path, change: Change) -> Change:
    """Return a change with another path to what it is about."""
    if isinstance(change, Recomment):
        return change
    if isinstance(change, Delete):
        return Delete((*path, change.path[-1]))
    return change._replace(path=path)


def scope_of(change: Change) -> Path | None:
    """Return the path of all that a change is about; None when it may move others."""
    if isinstance(change, Replace | Rekey | Annotate | InsertEntry | InsertItem | Permute | PermuteKeys):
        return change.path
    if isinstance(change, Delete) and change.path and isinstance(change.path[-1], str):
        return change.path[:-1]
    return None


def _and_above(path: Path) -> set[Path]:
    return {path[:depth] for depth in range(len(path) + 1)}
