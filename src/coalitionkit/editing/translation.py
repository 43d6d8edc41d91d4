"""Each edit becomes changes of the files that it concerns."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coalitionkit.editing.desk import Desk, Spot
from coalitionkit.editing.differences import differences
from coalitionkit.editing.limits import refuse_endless
from coalitionkit.editing.placing import key_before, place_of
from coalitionkit.editing.previews import sort_key
from coalitionkit.editing.renaming import rename_id
from coalitionkit.editing.shapes import Shape, as_item, folded, gathered, identity_of, parted, shape_at
from coalitionkit.edits import (
    Add,
    Conceal,
    Data,
    Edit,
    Order,
    Put,
    Remark,
    Remove,
    RenameId,
    RenameKey,
    Reword,
)
from coalitionkit.errors import UneditableError, UnknownRecordError
from coalitionkit.model.record import Brief, Leaf, Part
from coalitionkit.model.values import Prose
from coalitionkit.places import Address, Item
from coalitionkit.prose import quoted
from coalitionkit.source.changes import (
    Annotate,
    Delete,
    InsertEntry,
    InsertItem,
    Permute,
    Recomment,
    Rekey,
    Replace,
    as_written,
    plain,
)
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode


def made(desk: Desk, edit: Edit) -> None:
    """Make an edit. Raises UnknownRecordError or UneditableError, and then what it began is not whole."""
    refuse_endless(edit)
    _MAKERS[type(edit)](desk, edit)


def put(desk: Desk, edit: Put) -> None:
    """Write a value; what is private in it goes to the overlay."""
    if not edit.at.steps:
        raise UneditableError("a whole plan cannot be replaced; name the part that is to change")
    shape = shape_at(edit.at)
    if shape.private:
        _put_in(desk, desk.new_overlay(), edit.at, edit.value)
        return
    parts = parted(edit.at, edit.value)
    file = _home(desk, edit.at)
    _put_in(desk, file, edit.at, parts.open)
    for at, value in parts.private:
        _put_in(desk, desk.new_overlay(), at, value)


def add(desk: Desk, edit: Add) -> None:
    """Add an item to a list; what is private in it goes to the overlay."""
    if not edit.to.steps:
        raise UneditableError("a plan is no list; name the list that the item is for")
    kind = shape_at(edit.to).kind
    identity = identity_of(kind)
    name = edit.item.get(identity) if identity and isinstance(edit.item, Mapping) else None
    at = edit.to[name] if isinstance(name, str) else edit.to[0]
    if isinstance(name, str) and _exists(desk, at):
        raise UneditableError(
            f"there is a {quoted(str(at))} in the plan already; choose another id, or change that one"
        )
    parts = parted(at, edit.item)
    if parts.private and not isinstance(name, str):
        raise UneditableError(f"an item of {quoted(str(edit.to))} that has private values needs an id")
    lists = [
        spot
        for spot in _spots(desk, edit.to, items=False)
        if not spot.rest and isinstance(spot.trace.node, SequenceNode)
    ]
    filled = [spot for spot in lists if isinstance(spot.trace.node, SequenceNode) and spot.trace.node.items]
    if filled:
        spot, place = place_of(filled, parts.open, identity, desk.words)
        desk.change(spot.file, InsertItem(spot.path, place, parts.open))
    elif lists:
        desk.change(lists[0].file, InsertItem(lists[0].path, 0, parts.open))
    else:
        _put_in(desk, _home(desk, edit.to), edit.to, [parts.open])
    if parts.private:
        _hide(desk, at, parts.private)


def remove(desk: Desk, edit: Remove) -> None:
    """Remove what stands at an address from every file that holds it."""
    files = [*desk.committed(), *([desk.overlay] if desk.overlay else [])]
    found = False
    for file in files:
        spot = desk.spot(file, edit.at)
        if not spot.rest and spot.path and not _is_index_elsewhere(desk, file, edit.at):
            desk.change(file, Delete(spot.path))
            found = True
    if not found:
        raise _unknown(edit.at)


def rename_key(desk: Desk, edit: RenameKey) -> None:
    """Give a key another name, in every file that holds it."""
    spots = [spot for spot in _everywhere(desk, edit.at) if not spot.rest]
    if not spots or spots[0].trace.entry is None:
        raise _unknown(edit.at)
    for spot in spots:
        desk.change(spot.file, Rekey(spot.path, edit.key))


def conceal(desk: Desk, edit: Conceal) -> None:
    """Move a private value from a committed file to the overlay, which keeps what it says already."""
    spot = _existing(desk, edit.at)
    overlay = desk.new_overlay()
    held = desk.spot(overlay, edit.at)
    there = not held.rest and plain(held.trace.node) is not None
    if there and plain(held.trace.node) != plain(spot.trace.node):
        raise UneditableError(
            f"{quoted(str(edit.at))} has another value in {quoted(overlay)}; take out by hand the one "
            "that is not right"
        )
    if not there:
        _put_in(desk, overlay, edit.at, as_written(spot.trace.node))
    desk.change(spot.file, Delete(spot.path))


def order(desk: Desk, edit: Order) -> None:
    """Bring the items of a list into the order of their ids, in each file by itself."""
    identity = identity_of(shape_at(edit.at).kind)
    for spot in _spots(desk, edit.at):
        node = spot.trace.node
        if spot.rest or not isinstance(node, SequenceNode):
            continue
        names = [sort_key(item, identity) for item in node.items]
        new = sorted(range(len(names)), key=lambda index: names[index])
        if new != list(range(len(names))):
            desk.change(spot.file, Permute(spot.path, tuple(new)))


def remark(desk: Desk, edit: Remark) -> None:
    """Write a comment."""
    spot = _existing(desk, edit.at)
    desk.change(spot.file, Annotate(spot.path, edit.text, edit.beside))


def reword(desk: Desk, edit: Reword) -> None:
    """Write another comment in place of one."""
    start = edit.place.span.start
    if edit.place.file not in desk.names:
        raise UnknownRecordError(f"the plan has no file {quoted(edit.place.file)}")
    text = desk.text(edit.place.file)
    desk.change(edit.place.file, Recomment(text.line_offset(start.line) + start.column - 1, edit.text))


_MAKERS: Mapping[type[Any], Callable[[Desk, Any], None]] = {
    Put: put,
    Add: add,
    Remove: remove,
    RenameKey: rename_key,
    RenameId: rename_id,
    Conceal: conceal,
    Order: order,
    Remark: remark,
    Reword: reword,
}


def _unknown(at: Address) -> UnknownRecordError:
    return UnknownRecordError(f"there is no {quoted(str(at))} in the plan")


def _spots(desk: Desk, at: Address, *, items: bool = True) -> list[Spot]:
    return [desk.spot(file, at, items=items) for file in desk.committed()]


def _everywhere(desk: Desk, at: Address) -> list[Spot]:
    overlay = desk.overlay
    return [*_spots(desk, at), *([desk.spot(overlay, at)] if overlay else [])]


def _exists(desk: Desk, at: Address) -> bool:
    return any(not spot.rest for spot in _spots(desk, at))


def _existing(desk: Desk, at: Address) -> Spot:
    for spot in _everywhere(desk, at):
        if not spot.rest and spot.path:
            return spot
    raise _unknown(at)


def _is_index_elsewhere(desk: Desk, file: str, at: Address) -> bool:
    """Whether an address counts items that are in committed files, while this is the overlay."""
    return file == desk.overlay and any(type(step) is int for step in at.steps)


def _home(desk: Desk, at: Address) -> str:
    """Return the committed file that holds what is at an address, or as much of the way to it as there is."""
    spots = _spots(desk, at)
    best = max(spots, key=lambda spot: len(spot.path))
    return best.file if best.path else desk.home_of(str(at.steps[0]))


def _put_in(desk: Desk, file: str, at: Address, value: Data) -> None:
    """Write a value at an address of one file."""
    spot = desk.spot(file, at)
    node = spot.trace.node
    if not spot.rest:
        _reconcile(desk, spot, value)
        return
    reached = Address(at.steps[: len(at.steps) - len(spot.rest)])
    below = folded(at, spot.rest, value)
    if isinstance(node, ScalarNode) and node.is_null and spot.path:
        desk.change(file, Replace(spot.path, below))
        return
    step = spot.rest[0]
    if isinstance(node, SequenceNode) and isinstance(step, Item):
        identity = identity_of(shape_at(reached).kind)
        item = as_item(folded(at, spot.rest[1:], value), identity, step)
        filled, place = place_of([spot], item, identity, desk.words) if node.items else (spot, 0)
        desk.change(file, InsertItem(filled.path, place, item))
        return
    if not isinstance(node, MappingNode):
        below = _expanded(desk, node, shape_at(reached), below)
        desk.change(file, Replace(spot.path, below))
        return
    if not isinstance(below, Mapping):
        raise _unknown(at)
    key = str(step)
    desk.change(file, InsertEntry(spot.path, key, below[key], key_before(node, shape_at(reached).kind, key)))


def _hide(desk: Desk, at: Address, private: Sequence[tuple[Address, Data]]) -> None:
    """Write what is private in a new record to the overlay: at once, where that says nothing of it yet."""
    file = desk.new_overlay()
    if desk.spot(file, at).rest:
        private = [(at, gathered(at, private))]
    for private_at, value in private:
        _put_in(desk, file, private_at, value)


def _expanded(desk: Desk, node: Node, shape: Shape, below: Data) -> Data:
    """Return what is written in short as the long form that has room for more."""
    record = shape.kind.record if isinstance(shape.kind, Part) else None
    more = dict(below) if isinstance(below, Mapping) else {}
    written = as_written(node)
    if record is not None and issubclass(record, Brief):
        return {record.shorthand: written} | more
    if isinstance(shape.kind, Leaf) and shape.kind.marker is Prose:
        return {_first_language(desk): written} | more
    raise UneditableError(
        f"a single value stands at {quoted(node.text.content[node.start : node.end])}; it has no keys"
    )


def _first_language(desk: Desk) -> str:
    for spot in _spots(desk, Address(("coalition", "languages"))):
        node = spot.trace.node
        if not spot.rest and isinstance(node, SequenceNode) and node.items:
            first = node.items[0]
            return first.value if isinstance(first, ScalarNode) else "en"
    return "en"


def _reconcile(desk: Desk, spot: Spot, value: Data) -> None:
    """Write a value in place of another; of groups and lists that are in both, only what differs."""
    if not spot.path:
        raise UneditableError("a whole plan cannot be replaced; name the part that is to change")
    node = spot.trace.node
    changes = differences(node, spot.path, value) or [Replace(spot.path, value)]
    if as_written(node) != value or isinstance(node, ScalarNode):
        desk.change(spot.file, *changes)
