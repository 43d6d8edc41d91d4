"""What every part of a plan has in common: strict keys, a note, an audience for every field, a shape.

The shape of a record says which key holds what. A walk through a file is guided by it even where the plan is
too broken to become a model; what pydantic judges by is made from it too, which takes an eighth of the time
that pydantic needs to find out for itself.
"""

from collections.abc import Mapping
from functools import cache
from types import NoneType
from typing import Annotated, Any, ClassVar, Final, NamedTuple, Self, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, SchemaValidator, core_schema

from coalitionkit.model.values import Prose, Reader, Refers
from coalitionkit.model.vocabulary.words import Vocabulary

PUBLIC: Final[JsonDict] = {"x-audience": "public"}
"""May be printed for anyone: pass as `json_schema_extra` of a field."""

PRIVATE: Final[JsonDict] = {"x-audience": "private"}
"""Belongs in the overlay, never in a committed file. A field with neither mark is for the coalition."""

ASIDES: Final = ("former_ids", "note")
"""Keys that say nothing of what a record is: its earlier ids, and remarks."""

WordsBy = Mapping[str, tuple[str, Mapping[str, Vocabulary]]]

_NO_WORDS: Final[WordsBy] = {}


class Record(BaseModel):
    """A part of a plan. Frozen; unknown keys are refused; keys that begin with `x-` are free.

    `words_by` gives the vocabulary of a field by the value of another one: `{field: (other, vocabularies)}`.
    `noun` is what one of these is called in sentences, and what `Refers` points at. `identity` names the
    field by which an item is addressed in a list. `namespace` is shared by nouns whose ids may not clash.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, protected_namespaces=())

    # Without types, which pydantic would evaluate anew for each of the classes below.
    noun: ClassVar = ""
    identity: ClassVar = ""
    namespace: ClassVar = ""
    words_by: ClassVar = _NO_WORDS

    note: Prose | None = Field(
        None,
        description="A remark for the people who keep the plan. It is never printed in letters.",
    )

    @classmethod
    def read(cls, data: object) -> Self:
        """Return the record that plain data make. Raises pydantic's ValidationError with all its errors."""
        record: Self = _validator(cls).validate_python(data)
        return record

    def _judged(self) -> Self:
        """Return the record if it can be true, else raise `contradiction`; overridden where that can be."""
        return self

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return cls.core()

    @classmethod
    def core(cls) -> CoreSchema:
        """Return what pydantic judges a record by, made from its shape."""
        infos = cls.model_fields
        fields: dict[str, core_schema.ModelField] = {
            name: {"type": "model-field", "schema": _field_schema(shape, infos[name])}
            for name, shape in fields_of(cls).items()
        }
        schema: CoreSchema = core_schema.model_schema(
            cls,
            core_schema.model_fields_schema(fields, model_name=cls.__name__, extra_behavior="forbid"),
            frozen=True,
        )
        if cls._judged is Record._judged:
            return schema
        return core_schema.no_info_after_validator_function(cls._judged, schema)


class Brief(Record):
    """A record that may be written as the bare value of its most telling field, `shorthand`."""

    shorthand: ClassVar[str]

    @classmethod
    def core(cls) -> CoreSchema:
        """Return what pydantic judges a record by: a bare value is read as the field that it stands for."""
        return core_schema.no_info_before_validator_function(cls._expanded, super().core())

    @classmethod
    def _expanded(cls, given: object) -> object:
        return given if isinstance(given, dict | Record) else {cls.shorthand: given}


_MARKERS = (Vocabulary, Refers, Reader)
Marker = Vocabulary | Refers | Reader | type[Prose] | None
"""What reads a single value; None for plain text."""


class Leaf(NamedTuple):
    """A single value."""

    marker: Marker


class Listing(NamedTuple):
    """A list of values of one kind."""

    of: "Kind"


class Table(NamedTuple):
    """Values of one kind by keys of one kind."""

    keys: Leaf
    of: "Kind"


class Part(NamedTuple):
    """A record."""

    record: type[Record]


Kind = Leaf | Listing | Table | Part


class FieldShape(NamedTuple):
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
    if isinstance(annotation, type):
        if issubclass(annotation, Record):
            return Part(annotation)
        markers = [part for part in metadata if isinstance(part, _MARKERS)]
        return Leaf(markers[0] if markers else Prose if annotation is Prose else None)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner, *more = arguments
        return _kind(inner, (*metadata, *more))
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
    raise TypeError(f"{annotation} is nothing that a field of a record may hold")


@cache
def _validator(record: type[Record]) -> SchemaValidator:
    return SchemaValidator(record.core())


def _field_schema(shape: FieldShape, info: FieldInfo) -> CoreSchema:
    schema = _kind_schema(shape.kind)
    if shape.required:
        return schema
    if info.default_factory is None:
        if info.default is None:
            schema = {"type": "nullable", "schema": schema}
        return {"type": "default", "schema": schema, "default": info.default}
    if isinstance(shape.kind, Part):
        # Nothing changes a record, so all that leave one out can share it.
        return core_schema.with_default_schema(schema, default_factory=cache(info.default_factory))
    return core_schema.with_default_schema(schema, default_factory=info.default_factory)


@cache
def _kind_schema(kind: Kind) -> CoreSchema:
    if isinstance(kind, Listing):
        return core_schema.tuple_variable_schema(_kind_schema(kind.of))
    if isinstance(kind, Table):
        return core_schema.dict_schema(_kind_schema(kind.keys), _kind_schema(kind.of))
    if isinstance(kind, Part):
        return kind.record.core()
    if kind.marker is None:
        return core_schema.str_schema()
    if kind.marker is Prose:
        return Prose.core()
    return core_schema.no_info_plain_validator_function(kind.marker.value)
