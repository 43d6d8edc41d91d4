"""The JSON Schema (draft 2020-12) of a plan, of its fragments and of its private overlay.

Editors show the descriptions on hover and the words of a vocabulary as completions, so both are written to
be read. Everything comes from the models; only what JSON Schema can say in its own way is put in here.
"""

from collections.abc import Callable, Mapping
from typing import Any, cast

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import Record
from coalitionkit.model.shape import Kind, Listing, Part, Table, fields_of, may_hold_private
from coalitionkit.model.vocabulary import VOCABULARIES
from coalitionkit.model.vocabulary.words import SLUG, Vocabulary

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PRIVATE_NOTE = " Private: it belongs in coalition.private.yaml, never in a committed file."


def json_schema(which: str = "plan") -> Schema:
    """Return the schema of a `plan`, a `fragment` or an `overlay`."""
    return SCHEMAS[which]()


def _plan() -> Schema:
    return _named("plan", "A coalition's plan: coalition.yaml", _from_models())


def _fragment() -> Schema:
    schema = _from_models()
    del schema["required"]
    return _named("fragment", "A part of a coalition's plan: a file in coalition.d", schema)


def _overlay() -> Schema:
    """Keep of the plan only what is private, and the ids that say whose it is."""
    plan = _from_models()
    overlay = _Overlay(plan)
    root = overlay.record(Coalition)
    root["$defs"] = {**overlay.definitions, **_used(root, overlay.definitions, plan["$defs"])}
    root["description"] = "What is private in a plan, laid over it by id. Keep this file out of git."
    return _named("overlay", "The private overlay of a plan: coalition.private.yaml", root)


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "plan": _plan,
    "fragment": _fragment,
    "overlay": _overlay,
}


def _named(name: str, title: str, schema: Schema) -> Schema:
    return {
        "$schema": _DIALECT,
        "$id": f"urn:coalitionkit:format-1:{name}",
        "title": title,
        **schema,
    }


def _from_models() -> Schema:
    raw = Coalition.model_json_schema()
    definitions = raw.pop("$defs")
    used: dict[str, Schema] = {}
    schema = cast("Schema", _polished(raw, used))
    schema["$defs"] = {name: _polished(part, used) for name, part in definitions.items()}
    schema["$defs"].update(sorted(used.items()))
    schema.pop("title", None)
    return schema


def _polished(node: Any, words: dict[str, Schema], *, required: bool = True) -> Any:
    """Return a schema without pydantic's own marks, with vocabularies spelled out in `words`."""
    if isinstance(node, list):
        return [_polished(part, words) for part in node]
    if not isinstance(node, dict):
        return node
    if "x-vocabulary" in node:
        vocabulary = VOCABULARIES[node["x-vocabulary"]]
        key = f"word-{vocabulary.name}"
        words.setdefault(key, _words(vocabulary))
        rest = {k: v for k, v in node.items() if k not in {"type", "x-vocabulary"}}
        node = {"$ref": f"#/$defs/{key}", **rest}
    private = node.get("x-audience") == "private"
    result: Schema = {}
    for key, value in node.items():
        if key in {"title", "default", "x-audience", "x-refers"}:
            continue
        if key == "properties":
            must = node.get("required", ())
            result[key] = {
                name: _polished(part, words, required=name in must) for name, part in value.items()
            }
        elif key in {"examples", "enum", "const", "required"}:
            result[key] = value
        else:
            result[key] = _polished(value, words)
    if private:
        result["description"] = result.get("description", "") + _PRIVATE_NOTE
    return result if required else _or_nothing(result)


def _or_nothing(schema: Schema) -> Schema:
    """Allow a key that need not be there to have no value yet."""
    choices = schema.get("anyOf")
    if choices is not None:
        if {"type": "null"} in choices:
            return schema
        return {**schema, "anyOf": [*choices, {"type": "null"}]}
    kept: Schema = {key: schema[key] for key in ("description", "examples") if key in schema}
    bare = {key: value for key, value in schema.items() if key not in kept}
    return {**kept, "anyOf": [bare, {"type": "null"}]}


def _words(vocabulary: Vocabulary) -> Schema:
    """Return the words of a vocabulary, each with its label and help for the editor."""
    choices: list[Schema] = [
        {"const": word.slug, "title": word.label, "description": f"{word.label}: {word.help}"}
        for word in vocabulary
    ]
    aliases = sorted({alias for word in vocabulary for alias in word.aliases} - set(vocabulary.words))
    if aliases:
        choices.append({"type": "string", "enum": aliases, "description": "Another spelling."})
    choices.extend(
        {
            "type": "string",
            "pattern": f"^{family}:{SLUG}$",
            "description": f"A word of your own, written {family}:some-words.",
        }
        for family in vocabulary.families
    )
    if vocabulary.extended_by:
        choices.append(
            {
                "type": "string",
                "pattern": f"^{SLUG}$",
                "description": f"A word that the plan adds below vocabulary: {vocabulary.extended_by}.",
            }
        )
    return {"description": f"{vocabulary.title}.", "anyOf": choices}


class _Overlay:
    """Builds the schema of the overlay from that of the plan."""

    def __init__(self, plan: Schema) -> None:
        self.plan = plan
        self.definitions: dict[str, Schema] = {}

    def record(self, record: type[Record]) -> Schema:
        """Return the schema of what an overlay may say of a record."""
        full = self._full(record)
        properties: Schema = {}
        for name, shape in fields_of(record).items():
            if shape.private or name in {record.identity, "note", "format"}:
                properties[name] = full[name]
            elif may_hold_private(shape.kind):
                properties[name] = {
                    "description": full[name].get("description", ""),
                    **self._value(shape.kind),
                }
        schema: Schema = {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            "patternProperties": {"^x-": True},
        }
        if record.identity:
            schema["required"] = [record.identity]
        return schema

    def _full(self, record: type[Record]) -> Schema:
        """Return the properties of a record in the plan's schema."""
        if record is Coalition:
            return cast("Schema", self.plan["properties"])
        definition = self.plan["$defs"][record.__name__]
        long_form = next((p for p in definition.get("anyOf", ()) if "properties" in p), definition)
        return cast("Schema", long_form["properties"])

    def _value(self, kind: Kind) -> Schema:
        if isinstance(kind, Listing):
            return {"type": "array", "items": self._value(kind.of)}
        if isinstance(kind, Table):
            return {"type": "object", "additionalProperties": self._value(kind.of)}
        if not isinstance(kind, Part):
            raise TypeError(f"{kind} cannot hold anything private")
        name = f"Private{kind.record.__name__}"
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.record(kind.record)
        return {"$ref": f"#/$defs/{name}"}


def _used(root: Schema, mine: Mapping[str, Schema], known: Mapping[str, Schema]) -> dict[str, Schema]:
    """Return the definitions of the plan that the overlay points at, directly or through others."""
    used: dict[str, Schema] = {}
    waiting: list[Any] = [root, *mine.values()]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            name = str(node.get("$ref", "")).removeprefix("#/$defs/")
            if name in known and name not in used:
                used[name] = known[name]
                waiting.append(known[name])
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))
    return dict(sorted(used.items()))
