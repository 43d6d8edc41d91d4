"""Changes that can be made at once, because none of them touches what another one is about."""

from coalitionkit.source.changes import (
    Annotate,
    Change,
    Delete,
    InsertEntry,
    Path,
    Permute,
    PermuteKeys,
    Rekey,
    Replace,
)


class Batch:
    """Changes of different parts of one text; after them, all other paths lead where they led before."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self._scopes: set[Path] = set()
        self._above: set[Path] = set()

    def meets(self, path: Path) -> bool:
        """Whether what stands at a path, or holds it, or is in it, is about to change."""
        return path in self._above or any(path[:depth] in self._scopes for depth in range(len(path) + 1))

    def takes(self, change: Change) -> bool:
        """Add a change if it can be made along with the others; return whether it can."""
        scope = _scope(change)
        if scope is None or self.meets(scope):
            return False
        self.changes.append(change)
        self._scopes.add(scope)
        self._above.update(scope[:depth] for depth in range(len(scope) + 1))
        return True


def _scope(change: Change) -> Path | None:
    """Return the path of all that a change is about; None when it may move others."""
    if isinstance(change, Replace | Rekey | Annotate | InsertEntry | Permute | PermuteKeys):
        return change.path
    if isinstance(change, Delete) and change.path and isinstance(change.path[-1], str):
        return change.path[:-1]
    return None
