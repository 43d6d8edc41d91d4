"""Shapes: what the records are made of that templates see, for `proofs` to hold names against."""

import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from types import ModuleType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from coalitionkit.publish import context

Kinds = frozenset[Any]
"""The types that a value may have; none where that is not known."""

ANY: Kinds = frozenset()
"""What may be anything: nothing is known of it."""


def whole() -> dict[str, type]:
    """Return the records that documents are made from, by their names in templates: a Letter is `letter`.

    They are those that no other record holds.
    """
    found = {one for module in modules() for one in vars(module).values() if _is_record(one)}
    held = {kind for one in found for hint in hints(one).values() for kind in _within(hint)}
    return {one.__name__.lower(): one for one in sorted(found - held, key=str)}


def modules() -> Iterator[ModuleType]:
    """Give the modules that describe what templates see."""
    yield context
    for info in pkgutil.iter_modules(getattr(context, "__path__", [])):
        yield import_module(f"{context.__name__}.{info.name}")


def _is_record(value: object) -> bool:
    return inspect.isclass(value) and is_dataclass(value) and value.__module__.startswith(context.__name__)


def hints(record: Any) -> dict[str, Any]:
    """Return the fields of a record with their types; a gap has none that a template sees."""
    if not _is_record(record):
        return {}
    found = get_type_hints(record)
    return {field.name: found[field.name] for field in fields(record)}


def alternatives(hint: Any) -> tuple[Any, ...]:
    """Return the types that a value of a field may have."""
    return get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)


def records_in(kinds: Kinds) -> list[Any]:
    """Return the records among types."""
    return sorted(filter(_is_record, kinds), key=str)


def items(kinds: Kinds) -> Kinds:
    """Return what the items of a list may be."""
    lists = [get_args(kind)[0] for kind in kinds if _is_list(kind)]
    return frozenset(kind for one in lists for kind in alternatives(one))


def lists_of(kinds: Kinds) -> Kinds:
    """Return a list of what may have these types."""
    return frozenset(tuple.__class_getitem__((kind, ...)) for kind in kinds)


def _is_list(kind: Any) -> bool:
    return str(get_origin(kind)) == str(tuple)


def _within(hint: Any) -> Iterator[Any]:
    for kind in alternatives(hint):
        yield from _within(get_args(kind)[0]) if _is_list(kind) else (kind,)
