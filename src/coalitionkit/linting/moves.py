"""What edits do to addresses: in which order edits can be made, and where a thing is found afterwards."""

from collections.abc import Iterable, Sequence

from coalitionkit.edits import Edit, Order, Put, Remove, RenameId, RenameKey, Reword
from coalitionkit.loading.tracing import Tracer
from coalitionkit.places import Address, Item, Step


def ordered(edits: Iterable[Edit], tracer: Tracer | None) -> tuple[Edit, ...]:
    """Return edits in an order in which none takes from another the place or address that it speaks of.

    Comments are known by their places, so they come first, the last of a file before those above it. What
    changes addresses comes last; of items without an id, those further down the list are removed first.
    """
    return tuple(sorted(edits, key=lambda edit: _turn(_as_rename(edit, tracer))))


def _as_rename(edit: Edit, tracer: Tracer | None) -> Edit:
    """Return what puts another id into an item as what it is: the item has another address then."""
    if not isinstance(edit, Put) or not isinstance(edit.value, str) or tracer is None:
        return edit
    *above, last = edit.at.steps
    item = tracer.by_address(Address(tuple(above)))
    if not above or item.missing or item.record is None or item.record.identity != last:
        return edit
    return RenameId(item.address, edit.value) if isinstance(item.address.steps[-1], Item) else edit


def _turn(edit: Edit) -> tuple[int, int, int]:
    if isinstance(edit, Reword):
        start = edit.place.span.start
        return (0, -start.line, -start.column)
    if isinstance(edit, Remove):
        last = edit.at.steps[-1] if edit.at.steps else 0
        return (2, -last if isinstance(last, int) else 0, 0)
    if isinstance(edit, RenameKey | Order):
        return (3, 0, 0)
    # What is renamed further down has an address with the old name of what is above it.
    return (4, -len(edit.at.steps), 0) if isinstance(edit, RenameId) else (1, 0, 0)


def moved(address: Address, edits: Sequence[Edit], tracer: Tracer | None) -> Address:
    """Return where something is found after edits that were made in order; `tracer` knows the plan before."""
    steps = address.steps
    for edit in (_as_rename(edit, tracer) for edit in edits):
        if isinstance(edit, RenameId | RenameKey | Remove):
            steps = _moved(steps, edit)
    return Address(steps)


def _moved(steps: tuple[Step, ...], edit: RenameId | RenameKey | Remove) -> tuple[Step, ...]:
    at = edit.at.steps
    depth = len(at) - 1
    if depth < 0 or steps[:depth] != at[:depth] or len(steps) <= depth:
        return steps
    here, last = steps[depth], at[-1]
    if isinstance(edit, Remove):
        follows = isinstance(last, int) and isinstance(here, int) and here > last
        return (*steps[:depth], here - 1, *steps[depth + 1 :]) if follows and isinstance(here, int) else steps
    if here != last or type(here) is not type(last):
        return steps
    new: Step = Item(edit.new) if isinstance(edit, RenameId) else edit.key
    return (*steps[:depth], new, *steps[depth + 1 :])
