"""How a single value is written, as JSON Schema: texts, numbers, dates, ids and words.

A plan is read from its text, while JSON Schema judges what a YAML reader made of it. So where text may look
like a number, numbers are allowed too: the id `2026`, the census code `0600000`, a name such as `211`.
The same goes for `true` and `false`.
"""

import re
from collections.abc import Iterable
from typing import Any

from coalitionkit.model.record import Leaf, Marker
from coalitionkit.model.values import Prose, Reader, Refers
from coalitionkit.model.vocabulary.words import SLUG, Vocabulary, Word, folded

Schema = dict[str, Any]

PLACEHOLDER: Schema = {"title": "Still to do", "type": "string", "pattern": "^TODO\\b"}
"""What stands where something is still to be filled in; optional fields may hold it, whatever their kind."""

_EXAMPLE = re.compile(r"^(?:an?|the) | such as .*")
_TEXT: Schema = {"type": "string", "minLength": 1}
_TEXT_ALONE: Schema = {
    "anyOf": [
        _TEXT,
        {"title": "text", "type": "number"},
        {"title": "text", "not": {"not": {"type": "boolean"}}},
    ],
}
_PER_LANGUAGE: Schema = {
    "type": "object",
    "minProperties": 1,
    "properties": {
        "en": {"description": "The text in English.", **_TEXT_ALONE},
        "es": {"description": "The text in Spanish.", **_TEXT_ALONE},
    },
    "patternProperties": {"^(?!(?:en|es)$)[a-z]{2,3}(-[A-Z]{2})?$": _TEXT_ALONE},
    "additionalProperties": False,
}
_SEPARATOR = r"[-_\s]+"


def silently(schema: Schema) -> Schema:
    """Return a schema that accepts the same, but from which an editor offers nothing."""
    return {"not": {"not": schema}}


def leaf_name(leaf: Leaf) -> str:
    """Return what a value that is no word of a vocabulary is called: `date`, `whole number`, `text`."""
    marker = leaf.marker
    if isinstance(marker, Reader):
        return _EXAMPLE.sub("", marker.expected)
    if isinstance(marker, Refers):
        return "id"
    return "text"


def leaf_key(leaf: Leaf) -> str:
    """Return the name of the definition of such a value."""
    return "printed-text" if leaf.marker is Prose else leaf_name(leaf).replace(" ", "-")


def leaf_schema(leaf: Leaf) -> Schema:
    """Return the ways to write a value that is no word of a vocabulary, the usual way first."""
    name = leaf_name(leaf)
    first, *others = _forms(leaf.marker)
    return {"title": capital(name), "anyOf": [first, *({"title": name, **form} for form in others)]}


def text_schema() -> Schema:
    """Return how text is written where it may not be given per language."""
    return {"title": "Text", **_TEXT_ALONE}


def capital(text: str) -> str:
    """Return text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _forms(marker: Marker) -> list[Schema]:
    if isinstance(marker, Reader):
        return _read_forms(marker)
    if isinstance(marker, Refers):
        return _with_lookalikes([{"type": "string", "pattern": f"^{SLUG}$"}])
    if marker is Prose:
        return [_PER_LANGUAGE, *_with_lookalikes([_TEXT])]
    return _with_lookalikes([{"type": "string"}])


def _read_forms(reader: Reader) -> list[Schema]:
    if reader.python is bool:
        return [{"type": "boolean"}, {"type": "string", "pattern": spelled(("yes", "no", "true", "false"))}]
    if not reader.schema:
        return [{}]
    forms = [dict(form) for form in reader.schema.get("anyOf", (reader.schema,))]
    if {"type": "string"} in forms:
        return _with_lookalikes([{"type": "string"}])
    if any(form["type"] != "string" or "enum" in form or "format" in form for form in forms):
        return forms
    return _with_lookalikes(forms)


def _with_lookalikes(texts: list[Schema]) -> list[Schema]:
    """Return forms of text with what a YAML reader may make of them: numbers, `true` and `false`."""

    def fit(text: str) -> bool:
        return all(re.search(form.get("pattern", ""), text) for form in texts)

    numbers = ["number"] if fit("1.5") else ["integer"] if fit("2026") else []
    truths = [silently({"type": "boolean"})] if fit("true") else []
    return [*texts, *({"type": number} for number in numbers), *truths]


def hint(leaf: Leaf) -> str:
    """Return how a single value is written, as a sentence for people; empty where it goes without saying."""
    marker = leaf.marker
    if isinstance(marker, Refers):
        return f"Write the id of a {marker.target}."
    if isinstance(marker, Reader) and " such as " in marker.expected:
        return f"Write {marker.expected}."
    return ""


def words(vocabulary: Vocabulary) -> Schema:
    """Return the words of a vocabulary, each with its help, and what else is understood as one."""
    choices: list[Schema] = [{"const": _value(word), "description": said(word)} for word in vocabulary]
    spellings = spellings_of(vocabulary)
    choices.append(
        {
            "title": "Another spelling",
            "description": "Another spelling of one of the words; it is understood.",
            "type": "string",
            "pattern": spelled(spellings),
        }
    )
    if spellings & {"true", "false"}:
        choices.append({"title": "True or false", **silently({"type": "boolean"})})
    for family in vocabulary.families:
        about = f"A word of your own, written {family}:some-words."
        choices.append({"description": about, "type": "string", "pattern": f"^{family}:{SLUG}$"})
    if vocabulary.extended_by:
        about = f"A word that the plan adds below `vocabulary: {vocabulary.extended_by}`."
        choices.append({"description": about, "type": "string", "pattern": f"^{SLUG}$"})
    return {"title": vocabulary.title, "anyOf": choices}


def keyed_by_words(vocabulary: Vocabulary, value: Schema) -> Schema:
    """Return a mapping from words of a vocabulary to values; each key has the word's help."""
    exact = "|".join(vocabulary.words)
    spelling = spelled(spellings_of(vocabulary)).removeprefix("^")
    patterns = {f"^(?!(?:{exact})$){spelling}": value}
    patterns.update({f"^{family}:{SLUG}$": value for family in vocabulary.families})
    return {
        "type": "object",
        "properties": {word.slug: {"description": said(word), **value} for word in vocabulary},
        "patternProperties": patterns,
        "additionalProperties": False,
    }


def spellings_of(vocabulary: Vocabulary) -> set[str]:
    """Return every name by which a word is understood, folded."""
    return {folded(name) for word in vocabulary for name in (*word.aliases, word.label, word.slug)}


def said(word: Word) -> str:
    """Return what a word means, with its label."""
    return f"{word.label}: {word.help}"


def glossary(vocabulary: Vocabulary) -> str:
    """Return all words of a vocabulary with what they mean, as a Markdown list."""
    lines = [
        f"- {word.slug}: {word.help if folded(word.label) == word.slug else said(word)}"
        for word in vocabulary
    ]
    lines.extend(f"- {family}:some-words: A word of your own." for family in vocabulary.families)
    return "\n".join(lines)


def spelled(names: Iterable[str]) -> str:
    """Return a pattern for folded names, in whatever case and with whatever stands between their parts."""
    return "^(?:" + "|".join(_spelling(name) for name in sorted(names)) + ")$"


def _spelling(name: str) -> str:
    return "".join(_SEPARATOR if c == "-" else _cased(c) for c in name)


def _cased(character: str) -> str:
    if character.lower() != character.upper() and len(character.upper()) == 1:
        return f"[{character.lower()}{character.upper()}]"
    return f"\\{character}" if character in "^$\\.*+?()[]{}|/" else character


def _value(word: Word) -> str | int:
    """Return a word as YAML reads it: the word `1` is a number there."""
    return int(word.slug) if word.slug.isdecimal() else word.slug
