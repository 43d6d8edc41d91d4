"""What a plan's own rule may look at beyond an entry: the day, and the records that ids point at."""

from collections.abc import Iterator, Mapping
from functools import cache

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import Kind, Listing, Part, Record, Table, fields_of
from coalitionkit.rules.rule import Snapshot


class Scope:
    """A plan on a day, with its records by what they are called and their ids."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._records: dict[tuple[str, str], Record] | None = None

    def record(self, noun: str, name: str) -> Record | None:
        """Return the record of a kind with an id, or with this one among its former ids."""
        if self._records is None:
            known = list(_identified(self.snapshot.plan))
            former = {
                (record.noun, key): record for record in known for key in getattr(record, "former_ids", ())
            }
            self._records = former | {(record.noun, getattr(record, "id", "")): record for record in known}
        return self._records.get((noun, name))


def record_called(noun: str) -> type[Record]:
    """Return the kind of record that has a noun, such as `member`."""
    return next(record for record in _kinds(Part(Coalition), set()) if record.noun == noun)


def _identified(value: object) -> Iterator[Record]:
    """Give every record that others may point at."""
    if isinstance(value, Record):
        if _has_id(type(value)):
            yield value
        for name in _leading(type(value)):
            yield from _identified(getattr(value, name))
    elif isinstance(value, tuple | Mapping):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _identified(item)


def _has_id(record: type[Record]) -> bool:
    return bool(record.noun) and record.identity == "id"


@cache
def _leading(record: type[Record]) -> tuple[str, ...]:
    """Return the keys of a record below which others with ids may stand; most keys lead nowhere."""
    return tuple(
        name for name, shape in fields_of(record).items() if any(map(_has_id, _kinds(shape.kind, set())))
    )


def _kinds(kind: Kind, seen: set[type[Record]]) -> Iterator[type[Record]]:
    while isinstance(kind, Listing | Table):
        kind = kind.of
    if isinstance(kind, Part) and kind.record not in seen:
        seen.add(kind.record)
        yield kind.record
        for shape in fields_of(kind.record).values():
            yield from _kinds(shape.kind, seen)
