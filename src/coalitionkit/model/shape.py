"""The shape of a record as a walk through a file needs it: which key holds what.

Pydantic judges values; this says, for any node of a plan, what it is meant to be, even where the plan is
too broken to become a model. Shapes are made when first asked for, from the models' own annotations.
"""

from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from coalitionkit.model.record import PRIVATE, Brief, Record
from coalitionkit.model.values import Prose, Reader, Refers
from coalitionkit.model.vocabulary.words import Vocabulary

Marker = Vocabulary | Refers | Reader | type[Prose] | None
"""What reads a single value; None for plain text."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value."""

    marker: Marker


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values of one kind."""

    of: "Kind"


@dataclass(frozen=True, slots=True)
class Table:
    """Values of one kind by keys of one kind."""

    keys: Leaf
    of: "Kind"


@dataclass(frozen=True, slots=True)
class Part:
    """A record."""

    record: type[Record]


Kind = Leaf | Listing | Table | Part


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One key of a record."""

    name: str
    kind: Kind
    required: bool
    private: bool


@cache
def fields_of(record: type[Record]) -> dict[str, FieldShape]:
    """Return the keys of a record, in the order of the model."""
    return {
        name: FieldShape(
            name,
            _kind(info.annotation, tuple(info.metadata)),
            info.is_required(),
            info.json_schema_extra == PRIVATE,
        )
        for name, info in record.model_fields.items()
    }


def bare_kind(record: type[Record]) -> Kind | None:
    """Return what a record may be written as instead of a mapping, or None."""
    if issubclass(record, Brief):
        return fields_of(record)[record.shorthand].kind
    return None


def may_hold_private(kind: Kind, seen: frozenset[type[Record]] = frozenset()) -> bool:
    """Whether a private field can stand anywhere within a value of this kind."""
    if isinstance(kind, Listing | Table):
        return may_hold_private(kind.of, seen)
    if not isinstance(kind, Part) or kind.record in seen:
        return False
    inner = seen | {kind.record}
    return any(
        shape.private or may_hold_private(shape.kind, inner) for shape in fields_of(kind.record).values()
    )


@cache
def noun(record: type[Record]) -> str:
    """Return what one of these is called in a sentence: `working group`."""
    if record.noun:
        return record.noun
    name = record.__name__
    return "".join(f" {c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(name))


def _kind(annotation: Any, metadata: tuple[Any, ...]) -> Kind:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _kind(inner, (*metadata, *more))
    arguments = get_args(annotation)
    if NoneType in arguments:
        (inner,) = (argument for argument in arguments if argument is not NoneType)
        return _kind(inner, metadata)
    if origin is tuple:
        return Listing(_kind(arguments[0], ()))
    if origin is dict:
        key = _kind(arguments[0], ())
        if not isinstance(key, Leaf):
            raise TypeError(f"{annotation} has keys that are no single values")
        return Table(key, _kind(arguments[1], ()))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Part(annotation)
    markers = [part for part in metadata if isinstance(part, Vocabulary | Refers | Reader)]
    return Leaf(markers[0] if markers else Prose if annotation is Prose else None)
