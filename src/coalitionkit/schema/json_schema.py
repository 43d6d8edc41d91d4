"""The JSON Schema (draft 2020-12) of a plan, its fragments, its private overlay and shared settings.

It is written for editors, and its form follows what yaml-language-server makes of it:

- On hover it shows the first description that it meets, from the innermost schema outwards. So descriptions
  of keys stand where the keys are; definitions have a title and no description.
- An `anyOf` of which every alternative holds is shown with its own description and theirs. So the words of a
  vocabulary are listed below what a key says.
- Alternatives that have neither title nor description are taken for one another. So all but one have a title.
- It offers each `const`, `enum`, `boolean` and `null`. So what is merely accepted is a pattern, or stands
  below a double `not`.
- It writes the only example of a key into the file. So examples stand in the alternatives, from where they
  are offered; examples that are mappings, which it cannot offer, become a sentence.
- It explains a misfit by the first alternative, unless another one fits better. So the stricter one comes
  first, and mappings come before texts.

Everything comes from the models, by way of their shape.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from coalitionkit.model.coalition import FORMAT, Coalition
from coalitionkit.model.record import (
    FieldShape,
    Kind,
    Leaf,
    Listing,
    Part,
    Record,
    Table,
    bare_kind,
    fields_of,
    may_hold_private,
    noun,
)
from coalitionkit.model.settings import LintSettings
from coalitionkit.model.values import Prose, Reader
from coalitionkit.model.vocabulary.words import SLUG, Vocabulary
from coalitionkit.schema.examples import examples_of, in_one_line
from coalitionkit.schema.leaves import (
    PLACEHOLDER,
    Schema,
    capital,
    glossary,
    hint,
    keyed_by_words,
    leaf_key,
    leaf_schema,
    text_schema,
    words,
)

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PRIVATE_NOTE = "Private: write it in coalition.private.yaml, never in a committed file."
_COMMON_LAST = ("former_ids", "note")
_NOTHING_YET: Schema = {
    "title": "Nothing yet",
    "$comment": "Empty, or a placeholder. Said so that editors do not offer the word null.",
    "not": {"allOf": [{"not": {"type": "null"}}, {"not": PLACEHOLDER}]},
}
_FORMAT_AS_TEXT: Schema = {"title": "In quotes", "type": "string", "pattern": f"^{FORMAT}$"}


def json_schema(which: str = "plan") -> Schema:
    """Return the schema of a `plan`, a `fragment`, an `overlay` or of shared `settings`."""
    return SCHEMAS[which]()


def schema_text(which: str = "plan") -> str:
    """Return the same as a file for editors: the same bytes whoever writes it."""
    return json.dumps(json_schema(which), ensure_ascii=False, indent=1) + "\n"


def _plan() -> Schema:
    return _whole("plan", "Plan of a coalition", Coalition.__doc__ or "", _Builder())


def _fragment() -> Schema:
    about = "A file in coalition.d: sections of a plan, or parts of them, that join what coalition.yaml has."
    return _whole("fragment", "Part of a coalition's plan", about, _Builder(fragment=True))


def _settings() -> Schema:
    about = "Settings of coalition lint that several plans extend: the keys of their lint section."
    return _whole("settings", "Shared settings", about, _Builder(), LintSettings)


def _overlay() -> Schema:
    about = "What is private in a plan, laid over it by id. Keep this file out of git."
    return _whole("overlay", "Private overlay of a plan", about, _Builder(overlay=True))


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "plan": _plan,
    "fragment": _fragment,
    "overlay": _overlay,
    "settings": _settings,
}


def _whole(
    name: str, title: str, about: str, builder: "_Builder", record: type[Record] = Coalition
) -> Schema:
    root = builder.root(record)
    return {
        "$schema": _DIALECT,
        "$id": f"urn:coalitionkit:format-1:{name}",
        **root,
        "title": title,
        "description": about,
        "$defs": dict(sorted(builder.definitions.items())),
    }


class _Builder:
    """Makes schemas of records, and collects the definitions that they point at.

    In a `fragment` no section need be whole. An `overlay` keeps what is private and the ids that lead there.
    """

    def __init__(self, *, fragment: bool = False, overlay: bool = False) -> None:
        self._fragment = fragment
        self._overlay = overlay
        self.definitions: dict[str, Schema] = {"nothing-yet": _NOTHING_YET}

    def root(self, record: type[Record]) -> Schema:
        """Return the schema of the file as a whole, without its definitions."""
        root = self._private(record) if self._overlay else self._mapping(record)
        if self._fragment:
            for section in (root, *self._sections()):
                section.pop("required", None)
        return root

    def _sections(self) -> Iterator[Schema]:
        """Give the mappings of the sections: each of their keys may stand in another file."""
        for shape in fields_of(Coalition).values():
            if isinstance(shape.kind, Part):
                definition = self.definitions[shape.kind.record.__name__]
                yield next((form for form in definition.get("anyOf", ()) if "properties" in form), definition)

    def _mapping(self, record: type[Record]) -> Schema:
        """Return what a record may hold when it is written in full."""
        fields = fields_of(record)
        properties = {name: self._field(record, fields[name]) for name in _ordered(fields)}
        return _object(record, properties, [name for name in properties if fields[name].required])

    def _private(self, record: type[Record]) -> Schema:
        """Return what an overlay may hold of a record."""
        fields = fields_of(record)
        properties: Schema = {}
        for name in _ordered(fields):
            shape = fields[name]
            if shape.private or name in {record.identity, "note", "format"}:
                properties[name] = self._field(record, shape)
            elif may_hold_private(shape.kind):
                value = self._private_value(shape.kind)
                properties[name] = _described(_sentence(record, name), [value, _reference("nothing-yet")])
        return _object(record, properties, [record.identity] if record.identity else [])

    def _private_value(self, kind: Kind) -> Schema:
        if isinstance(kind, Listing):
            return {"type": "array", "items": self._private_value(kind.of)}
        if isinstance(kind, Table):
            return {"type": "object", "additionalProperties": self._private_value(kind.of)}
        if not isinstance(kind, Part):
            raise TypeError(f"{kind} cannot hold anything private")
        return self._defined(f"Private{kind.record.__name__}", lambda: self._private(kind.record))

    def _field(self, record: type[Record], shape: FieldShape) -> Schema:
        """Return what may stand after a key, with what is shown on hover."""
        examples = examples_of(record, shape.name) if _teaches(shape.kind) else []
        spelled_out = next(
            (f"For example: {in_one_line(each)}" for each in examples if isinstance(each, dict)), ""
        )
        note = _PRIVATE_NOTE if shape.private else ""
        told = " ".join(filter(None, (_sentence(record, shape.name), _hint(shape.kind), spelled_out, note)))
        if record is Coalition and shape.name == "format":
            return {"default": FORMAT, **_described(told, [{"const": FORMAT}, _FORMAT_AS_TEXT])}
        vocabulary = _vocabulary_of(shape.kind)
        if vocabulary:
            return self._word_field(shape, vocabulary, told)
        forms = self._forms(shape.kind)
        offered = [each for each in examples if not isinstance(each, dict)]
        if offered:
            forms[0] = {**forms[0], "examples": offered}
        if not shape.required:
            forms.append(_reference("nothing-yet"))
        elif isinstance(shape.kind, Part):
            return {"description": told, **forms[0]}
        return _described(told, forms)

    def _word_field(self, shape: FieldShape, vocabulary: Vocabulary, told: str) -> Schema:
        """Return what stands after a key that takes a word, or a record that a word may stand for."""
        (form,) = self._forms(shape.kind)
        if shape.required:
            return _described(f"{told}\n\n{glossary(vocabulary)}", [form])
        name = form["$ref"].removeprefix("#/$defs/")

        def or_nothing() -> Schema:
            return {
                "title": capital(vocabulary.noun),
                "description": f"\n{glossary(vocabulary)}",
                "anyOf": [form, _reference("nothing-yet")],
            }

        return _described(told, [self._defined(f"{name}-or-nothing", or_nothing)])

    def _words(self, vocabulary: Vocabulary) -> Schema:
        return self._defined(f"word-{vocabulary.name}", lambda: words(vocabulary))

    def _forms(self, kind: Kind) -> list[Schema]:
        """Return the ways to write a value, the usual one first."""
        if isinstance(kind, Listing):
            return [{"type": "array", "items": self._item(kind.of)}]
        if isinstance(kind, Table):
            return [self._table(kind)]
        if isinstance(kind, Part):
            return [self._defined(kind.record.__name__, lambda: self._record(kind.record))]
        if isinstance(kind.marker, Vocabulary):
            return [self._words(kind.marker)]
        return [self._defined(leaf_key(kind), lambda: leaf_schema(kind))]

    def _record(self, record: type[Record]) -> Schema:
        """Return the ways to write a record: in full, or as the bare value that stands for it."""
        full = self._mapping(record)
        bare = bare_kind(record)
        if bare is None:
            return full
        if isinstance(bare, Leaf) and bare.marker is Prose:
            forms = [self._defined("text-alone", text_schema)]
        else:
            forms = self._forms(bare)
        anything_goes = not isinstance(bare, Leaf) or bare.marker in {None, Prose}
        return {"title": full["title"], "anyOf": [full, *forms] if anything_goes else [*forms, full]}

    def _item(self, kind: Kind) -> Schema:
        """Return what may stand in a list: a value, or a placeholder for one."""
        forms = self._forms(kind)
        about = {"description": _about(kind.record)} if isinstance(kind, Part) else {}
        if isinstance(kind, Part) and bare_kind(kind.record) is None:
            return {**about, **forms[0]}
        return {**about, "anyOf": [*forms, PLACEHOLDER]}

    def _table(self, table: Table) -> Schema:
        """Return a mapping by keys of one kind; the words of a vocabulary are keys with help of their own."""
        forms = self._forms(table.of)
        if _may_be_empty(table.of):
            forms.append(_reference("nothing-yet"))
        value = forms[0] if len(forms) == 1 else {"anyOf": forms}
        if isinstance(table.keys.marker, Vocabulary):
            return keyed_by_words(table.keys.marker, value)
        if table.keys.marker is None:
            return {"type": "object", "additionalProperties": value}
        return {
            "type": "object",
            "patternProperties": {f"^{SLUG}$": value},
            "additionalProperties": False,
        }

    def _defined(self, name: str, make: Callable[[], Schema]) -> Schema:
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = make()
        return _reference(name)


def _object(record: type[Record], properties: Schema, required: list[str]) -> Schema:
    return {
        "title": capital(noun(record)),
        "type": "object",
        "properties": properties,
        "patternProperties": {"^x-": True},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _described(told: str, forms: list[Schema]) -> Schema:
    return {"description": told, "anyOf": forms}


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _ordered(names: Iterable[str]) -> list[str]:
    """Return keys in the order of the model, what all records have in common last."""
    return sorted(names, key=lambda name: _COMMON_LAST.index(name) + 1 if name in _COMMON_LAST else 0)


def _sentence(record: type[Record], name: str) -> str:
    return " ".join((record.model_fields[name].description or "").split())


def _about(record: type[Record]) -> str:
    return " ".join((record.__doc__ or "").split())


def _hint(kind: Kind) -> str:
    """Return how a value is written, where a key alone does not tell."""
    if isinstance(kind, Listing) and isinstance(kind.of, Leaf):
        return hint(kind.of).replace("Write ", "Each is ", 1)
    return hint(kind) if isinstance(kind, Leaf) else ""


def _teaches(kind: Kind) -> bool:
    """Whether an example says more than the list of words, or than an id of some other plan, would."""
    if isinstance(kind, Listing):
        return _teaches(kind.of)
    return not isinstance(kind, Leaf) or isinstance(kind.marker, Reader) or kind.marker in {None, Prose}


def _may_be_empty(kind: Kind) -> bool:
    """Whether a key of a table may have nothing after it: what is below has no key that is needed."""
    if isinstance(kind, Part):
        return not any(shape.required for shape in fields_of(kind.record).values())
    return isinstance(kind, Leaf) and kind.marker is None


def _vocabulary_of(kind: Kind) -> Vocabulary | None:
    """Return the vocabulary of a single word, or of the word that a record may be written as."""
    if isinstance(kind, Part):
        bare = bare_kind(kind.record)
        return _vocabulary_of(bare) if bare else None
    return kind.marker if isinstance(kind, Leaf) and isinstance(kind.marker, Vocabulary) else None
