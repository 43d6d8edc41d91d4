"""Plans as other programs read them, and the places in a plan where something can be written instead."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from io import StringIO
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import Kind, Leaf, Listing, Part, Table, bare_kind, fields_of

Path = tuple[str | int, ...]


class Spot(NamedTuple):
    """A value of a plan: where it is and what it is meant to be."""

    path: Path
    kind: Kind
    field: str


class Plain(str):
    """Text that stands in a file as it is, without quotes."""

    __slots__ = ()


def as_others_read(text: str) -> Any:
    """Return what a YAML 1.2 reader makes of a text; dates are text, as JSON has none."""
    return _without_dates(YAML(typ="safe", pure=True).load(StringIO(text)))


def in_one_line(value: Any) -> str:
    """Return data as YAML on one line."""
    if isinstance(value, Plain):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_one_line(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_one_line(each) for each in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def spots(data: Mapping[str, Any]) -> list[Spot]:
    """Return every place of a plan that holds a value."""
    return list(_within(dict(data), Part(Coalition), (), ""))


def replaced(data: Any, path: Path, value: Any) -> Any:
    """Return a copy of the data with another value at a place."""
    if not path:
        return value
    step, *rest = path
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    copy[step] = replaced(data[step], tuple(rest), value)
    return copy


def _within(value: Any, kind: Kind, path: Path, field: str) -> Iterator[Spot]:
    if path:
        yield Spot(path, kind, field)
    if isinstance(kind, Part) and isinstance(value, dict):
        shapes = fields_of(kind.record)
        for key, each in value.items():
            if each is not None:
                yield from _within(each, shapes[key].kind, (*path, key), f"{kind.record.__name__}.{key}")
    elif isinstance(kind, Listing) and isinstance(value, list):
        for index, each in enumerate(value):
            yield from _within(each, kind.of, (*path, index), f"{field}[]")
    elif isinstance(kind, Table) and isinstance(value, dict):
        for key, each in value.items():
            yield from _within(each, kind.of, (*path, key), f"{field}{{}}")
    elif isinstance(kind, Part) and isinstance(value, list):
        yield from _within(value, bare_kind(kind.record) or Leaf(None), path, field)


def _without_dates(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _without_dates(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_dates(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
