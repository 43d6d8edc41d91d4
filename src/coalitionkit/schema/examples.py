"""Examples of the models, as one would write them in YAML."""

import re
from typing import Any

from coalitionkit.model.record import Kind, Listing, Part, Record, Table, bare_kind, fields_of
from coalitionkit.model.values import Reader

_TO_BE_QUOTED = re.compile(r"[,:#\[\]{}]|^\d+$", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)


def examples_of(record: type[Record], name: str) -> list[Any]:
    """Return the examples of a field: `25000` rather than `"25000"`, as the models have it."""
    kind = fields_of(record)[name].kind
    return [_natural(example, kind) for example in record.model_fields[name].examples or ()]


def in_one_line(value: Any) -> str:
    """Return a value as YAML writes it on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_one_line(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_one_line(each) for each in value) + "]"
    if isinstance(value, str) and _TO_BE_QUOTED.search(value):
        return f'"{value}"'
    return str(value).lower() if isinstance(value, bool) else str(value)


def _natural(value: Any, kind: Kind) -> Any:
    if isinstance(kind, Part) and not isinstance(value, dict):
        bare = bare_kind(kind.record)
        return value if bare is None else _natural(value, bare)
    if isinstance(kind, Part):
        fields = fields_of(kind.record)
        return {name: _natural(each, fields[name].kind) for name, each in value.items()}
    if isinstance(kind, Table):
        return {key: _natural(each, kind.of) for key, each in value.items()}
    if isinstance(kind, Listing):
        return [_natural(each, kind.of) for each in value]
    numeric = isinstance(kind.marker, Reader) and kind.marker.python is not str
    return int(value) if numeric and isinstance(value, str) and _WHOLE.fullmatch(value) else value
