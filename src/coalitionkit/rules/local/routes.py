"""Ways into a plan: `roles.held_by` becomes a way to the records, `held_by.member` a way to their values.

A way is held against the shape of the models when it is read, so that it can name only what the format has.
What is private cannot be named at all.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import (
    Brief,
    FieldShape,
    Kind,
    Leaf,
    Listing,
    Part,
    Record,
    Table,
    fields_of,
    noun,
)
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import a, did_you_mean, one_of, quoted

WHOLE = "plan"
"""What a rule says that looks at the plan as a whole."""

_LEFT_OUT = frozenset({"lint", "format", "note", "former_ids"})


class NoWayError(ValueError):
    """A path leads nowhere; the message says why and what to write instead."""


class Route(NamedTuple):
    """A way from a record to what stands below it: the keys to follow, and what is found at the end.

    `shown` are the keys up to the first list, as far as one value can be pointed at.
    """

    steps: tuple[str, ...]
    kind: Kind
    shown: tuple[str, ...] = ()

    def values(self, record: Record) -> Iterator[object]:
        """Give what stands at the end; through a list, what stands at the end for each item."""
        yield from _below(record, self.steps)

    def place(self, entry: Address) -> Address:
        """Return the address to show, from the address of the record."""
        return Address((*entry.steps, *self.shown))

    def to_words(self) -> "Route":
        """Return the way on to the bare value that may stand for a record."""
        kind = self.kind.of if isinstance(self.kind, Listing) else self.kind
        if not isinstance(kind, Part) or not issubclass(kind.record, Brief):
            return self
        short = kind.record.shorthand
        return self._replace(kind=fields_of(kind.record)[short].kind, steps=(*self.steps, short)).to_words()

    @property
    def leaf(self) -> Leaf | None:
        """The kind of the single values at the end; of a table, of its keys."""
        kind = self.kind
        if isinstance(kind, Table):
            return kind.keys
        if isinstance(kind, Listing):
            kind = kind.of
        return kind if isinstance(kind, Leaf) else None

    def items(self, record: Record) -> Iterator[object]:
        """Give the single values at the end."""
        several = isinstance(self.kind, Listing | Table)
        for value in self.values(record):
            # The kind tells, for a single value may be a tuple too.
            if several and isinstance(value, tuple | Mapping):
                yield from value
            else:
                yield value


def route(record: type[Record], path: str) -> Route:
    """Return the way from a record to what a dotted path names. Raises NoWayError."""
    kind: Kind = Part(record)
    steps: list[str] = []
    shown: list[str] = []
    pointing = True
    for key in path.split("."):
        if isinstance(kind, Listing):
            pointing, kind = False, kind.of
        step, kind = _entered(kind, key, ".".join(steps))
        steps.append(step)
        if pointing:
            shown.append(step)
    return Route(tuple(steps), kind, tuple(shown))


def entries_route(path: str) -> tuple[tuple[str, ...], type[Record]]:
    """Return the keys to the records that a rule looks at, and what they are. Raises NoWayError."""
    if path == WHOLE:
        return (), Coalition
    kind: Kind = Part(Coalition)
    steps: list[str] = []
    for key in path.split("."):
        while isinstance(kind, Listing | Table):
            kind = kind.of
        _, kind = _entered(kind, key, ".".join(steps), records_only=True)
        steps.append(key)
    record = _record_in(kind)
    if record is None:
        raise NoWayError(f"{quoted(path)} is no list of records; name a section, as in 'working_groups'")
    return tuple(steps), record


def entries(plan: Coalition, steps: tuple[str, ...]) -> Iterator[tuple[Address, Record]]:
    """Give the records below keys of the plan, each with its address."""
    return _entries(PLAN, plan, steps)


def is_there(value: object) -> bool:
    """Whether anything is recorded: an empty list or a record without keys is nothing."""
    if isinstance(value, tuple | Mapping):
        return bool(value)
    return bool(value.model_fields_set) if isinstance(value, Record) else value is not None


def _entered(kind: Kind, key: str, so_far: str, *, records_only: bool = False) -> tuple[str, Kind]:
    """Return a key as it is looked up, and what stands below it."""
    if isinstance(kind, Table):
        return _table_key(kind, key), kind.of
    if not isinstance(kind, Part):
        raise NoWayError(f"{quoted(so_far)} is a single value with nothing below it; leave out '.{key}'")
    fields = fields_of(kind.record)
    shape = fields.get(key)
    if shape is None:
        known = [name for name, each in fields.items() if _may_be_named(each, records_only=records_only)]
        owner = "a plan" if kind.record is Coalition else a(noun(kind.record))
        how = did_you_mean(key, known) or f"; it has {one_of(known, 12)}"
        raise NoWayError(f"{quoted(key)} is not a key of {owner}{how}")
    if shape.private:
        raise NoWayError(f"{quoted(key)} is private, and rules see only what is shared; name another key")
    return key, shape.kind


def _table_key(table: Table, key: str) -> str:
    vocabulary = table.keys.marker
    if not isinstance(vocabulary, Vocabulary):
        return key
    slug = vocabulary.slug(key)
    if slug is None:
        raise NoWayError(vocabulary.refusal(key))
    return slug


def _may_be_named(shape: FieldShape, *, records_only: bool) -> bool:
    if shape.private or shape.name in _LEFT_OUT:
        return False
    return not records_only or _record_in(shape.kind) is not None


def _record_in(kind: Kind) -> type[Record] | None:
    while isinstance(kind, Listing | Table):
        kind = kind.of
    return kind.record if isinstance(kind, Part) else None


def _below(value: object, steps: tuple[str, ...]) -> Iterator[object]:
    if value is None:
        return
    if not steps:
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _below(item, steps)
    elif isinstance(value, Mapping):
        yield from _below(value.get(steps[0]), steps[1:])
    else:
        yield from _below(getattr(value, steps[0], None), steps[1:])


def _entries(at: Address, value: object, steps: tuple[str, ...]) -> Iterator[tuple[Address, Record]]:
    if isinstance(value, tuple):
        taken: set[str] = set()
        for index, item in enumerate(value):
            name = str(getattr(item, item.identity)) if item.identity else ""
            yield from _entries(at[name if name and name not in taken else index], item, steps)
            taken.add(name)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _entries(at / key, item, steps)
    elif isinstance(value, Record):
        if steps:
            yield from _entries(at / steps[0], getattr(value, steps[0]), steps[1:])
        else:
            yield at, value
