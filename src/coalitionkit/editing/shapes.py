"""What the format says of an address, whether or not anything is there yet."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coalitionkit.editing.placing import in_format_order
from coalitionkit.edits import Data
from coalitionkit.errors import UneditableError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import Kind, Listing, Part, Table, fields_of
from coalitionkit.places import Address, Item, Step


class Shape(NamedTuple):
    """What may stand at an address; `kind` is None where the format does not say."""

    kind: Kind | None
    private: bool


def shape_at(address: Address) -> Shape:
    """Return what may stand at an address, and whether it is private."""
    kind: Kind | None = Part(Coalition)
    private = False
    for step in address.steps:
        if isinstance(step, int | Item):
            kind = kind.of if isinstance(kind, Listing) else None
        elif isinstance(kind, Part):
            field = fields_of(kind.record).get(step)
            private = private or (field is not None and field.private)
            kind = field.kind if field else None
        else:
            kind = kind.of if isinstance(kind, Table) else None
    return Shape(kind, private)


def identity_of(kind: Kind | None) -> str:
    """Return the key by which the items of a list are addressed, "" where they have none."""
    of = kind.of if isinstance(kind, Listing) else None
    return of.record.identity if isinstance(of, Part) else ""


def folded(address: Address, rest: tuple[Step, ...], value: Data) -> Data:
    """Return a value within all that has to be made for it: `rest` are the last steps of an address."""
    for index in range(len(rest), 0, -1):
        step = rest[index - 1]
        above = Address(address.steps[: len(address.steps) - len(rest) + index - 1])
        if isinstance(step, Item):
            value = [as_item(value, identity_of(shape_at(above).kind), step)]
        elif isinstance(step, int):
            raise UneditableError(f"there is no '{above[step]}' in the plan")
        else:
            value = {step: value}
    return value


def as_item(value: Data, identity: str, name: str) -> Data:
    """Return an item that begins with the id by which it is addressed."""
    if not identity:
        raise UneditableError(f"the items of this list have no ids, so '{name}' cannot be found or made")
    if not isinstance(value, Mapping):
        return {identity: name}
    return {identity: name} | {key: one for key, one in value.items() if key != identity}


def gathered(address: Address, values: Sequence[tuple[Address, Data]]) -> Data:
    """Return values at addresses below one as the data that stands there, keys in the order of the format."""
    if not all(len(at.steps) > len(address.steps) for at, _ in values):
        return values[-1][1]
    by_step: dict[Step, list[tuple[Address, Data]]] = {}
    for at, value in values:
        by_step.setdefault(at.steps[len(address.steps)], []).append((at, value))
    kind = shape_at(address).kind
    if any(isinstance(step, int | Item) for step in by_step):
        items: list[Data] = []
        for step in sorted(by_step, key=str):
            at = Address((*address.steps, step))
            (item,) = folded(at, (step,), gathered(at, by_step[step])) or ()
            items.append(item)
        return items
    names = in_format_order(kind.record) if isinstance(kind, Part) else []
    order = sorted(by_step, key=lambda step: names.index(str(step)) if step in names else len(names))
    return {str(step): gathered(address / str(step), by_step[step]) for step in order}


class Parted(NamedTuple):
    """Data without its private values, and these by address."""

    open: Data
    private: tuple[tuple[Address, Data], ...]


def parted(address: Address, value: Data) -> Parted:
    """Return data that is to stand at an address, private values apart.

    Raises UneditableError for a private value within an item that nothing tells from the others.
    """
    private: list[tuple[Address, Data]] = []
    return Parted(_open(address, value, shape_at(address).kind, private), tuple(private))


def _open(at: Address, value: Data, kind: Kind | None, private: list[tuple[Address, Data]]) -> Data:
    if isinstance(value, Mapping):
        fields = fields_of(kind.record) if isinstance(kind, Part) else {}
        result: dict[str, Data] = {}
        for key, one in value.items():
            field = fields.get(key)
            if field is not None and field.private:
                private.append((at / key, one))
                continue
            below = field.kind if field else kind.of if isinstance(kind, Table) else None
            before = len(private)
            kept = _open(at / key, one, below, private)
            if kept or not isinstance(kept, Mapping) or len(private) == before:
                result[key] = kept
        return result
    if isinstance(value, Sequence) and not isinstance(value, str) and isinstance(kind, Listing):
        return [
            _open(_item_address(at, one, identity_of(kind), index), one, kind.of, private)
            for index, one in enumerate(value)
        ]
    return value


def _item_address(at: Address, item: Data, identity: str, index: int) -> Address:
    name = item.get(identity) if identity and isinstance(item, Mapping) else None
    return at[name] if isinstance(name, str) else at[index]
