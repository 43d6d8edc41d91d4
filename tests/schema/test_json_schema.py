"""The three schemas say all that the models say, in words for people, and nothing of pydantic."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import Kind, Leaf, Listing, Part, Record, Table, fields_of
from coalitionkit.model.vocabulary.catalogue import VOCABULARIES
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.schema import SCHEMAS
from coalitionkit.schema import json_schema as made
from coalitionkit.schema.leaves import leaf_key, leaf_schema

PRIVATE_NOTE = "Private: write it in coalition.private.yaml, never in a committed file."
KEYWORDS = {
    "$comment", "$defs", "$id", "$ref", "$schema", "additionalProperties", "allOf", "anyOf", "const",
    "default", "description", "enum", "examples", "format", "items", "maximum", "minLength",
    "minProperties", "minimum", "not", "pattern", "patternProperties", "properties", "required",
    "title", "type",
}  # fmt: skip

json_schema = cache(made)
each_schema = pytest.mark.parametrize("which", SCHEMAS)


def nodes(schema: Any, path: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every schema within a schema, with where it stands."""
    if not isinstance(schema, dict):
        return
    yield path, schema
    for keyword in ("properties", "patternProperties", "$defs"):
        for name, part in schema.get(keyword, {}).items():
            yield from nodes(part, f"{path}/{keyword}/{name}")
    for keyword in ("items", "additionalProperties", "not"):
        yield from nodes(schema.get(keyword), f"{path}/{keyword}")
    for keyword in ("anyOf", "allOf"):
        for index, part in enumerate(schema.get(keyword, ())):
            yield from nodes(part, f"{path}/{keyword}/{index}")


def properties(which: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every key of a schema with what is said of it."""
    for path, node in nodes(json_schema(which)):
        for name, part in node.get("properties", {}).items():
            yield f"{path} {name}", part


def all_records() -> dict[str, type[Record]]:
    found: dict[str, type[Record]] = {}

    def add(kind: Kind) -> None:
        if isinstance(kind, Listing | Table):
            add(kind.of)
        elif isinstance(kind, Part) and kind.record.__name__ not in found:
            found[kind.record.__name__] = kind.record
            for shape in fields_of(kind.record).values():
                add(shape.kind)

    add(Part(Coalition))
    return found


def mapping_of(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the form of a definition that has keys."""
    return next((form for form in schema.get("anyOf", ()) if "properties" in form), schema)


@each_schema
def test_a_schema_is_valid_json_schema(which: str) -> None:
    schema = json_schema(which)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:coalitionkit:format-1:{which}"


@each_schema
def test_only_keywords_that_every_tool_knows_are_used(which: str) -> None:
    used = {keyword for _, node in nodes(json_schema(which)) for keyword in node}
    assert used <= KEYWORDS


@each_schema
def test_only_the_version_of_the_format_has_a_default(which: str) -> None:
    defaults = [path for path, node in nodes(json_schema(which)) if "default" in node]
    assert defaults == ([] if which == "settings" else ["#/properties/format"])


@each_schema
def test_every_key_says_what_it_is_in_whole_sentences(which: str) -> None:
    for place, part in properties(which):
        told = part.get("description", "")
        assert told, f"{place} says nothing"
        assert told[0].isupper() or told[0] in "`1", place
        assert told.rstrip().endswith((".", "}")), f"{place} ends without a period: {told}"
        assert "  " not in told, place


@each_schema
def test_definitions_leave_the_telling_to_where_they_are_used(which: str) -> None:
    told = [
        name
        for name, definition in json_schema(which)["$defs"].items()
        if "description" in definition and not name.endswith("-or-nothing")
    ]
    assert told == []


@each_schema
def test_titles_are_words_for_people(which: str) -> None:
    for path, node in nodes(json_schema(which)):
        title = node.get("title", "Title")
        assert re.fullmatch(r"[A-Za-z][a-z]*(?:[ -]['a-z0-9]+|,)*", title), f"{path}: {title}"


@each_schema
def test_alternatives_can_be_told_apart(which: str) -> None:
    """An editor that finds two alternatives alike believes that both hold, and shows both."""
    for path, node in nodes(json_schema(which)):
        marks = [
            (part.get("title"), part.get("description"), part.get("$ref")) for part in node.get("anyOf", ())
        ]
        assert marks.count((None, None, None)) <= 1, path


@each_schema
def test_definitions_are_all_used_and_all_there(which: str) -> None:
    schema = json_schema(which)
    references = {node["$ref"].removeprefix("#/$defs/") for _, node in nodes(schema) if "$ref" in node}
    assert references == set(schema["$defs"])
    assert list(schema["$defs"]) == sorted(schema["$defs"])


def test_values_of_one_name_are_written_one_way() -> None:
    """The definition of a value goes by what it is called, so two ways to write it need two names."""
    ways: dict[str, set[str]] = {}

    def add(kind: Kind) -> None:
        if isinstance(kind, Leaf) and not isinstance(kind.marker, Vocabulary):
            ways.setdefault(leaf_key(kind), set()).add(json.dumps(leaf_schema(kind)))
        elif isinstance(kind, Table):
            add(kind.keys)
            add(kind.of)
        elif isinstance(kind, Listing):
            add(kind.of)

    for record in all_records().values():
        for shape in fields_of(record).values():
            add(shape.kind)
    assert {name for name, each in ways.items() if len(each) > 1} == set()


@each_schema
def test_unknown_keys_are_refused_everywhere_and_own_keys_are_free(which: str) -> None:
    for path, node in nodes(json_schema(which)):
        if "^x-" in node.get("patternProperties", {}):
            assert node["additionalProperties"] is False, path
            assert node["patternProperties"]["^x-"] is True, path


@each_schema
def test_examples_fit_where_they_stand(which: str) -> None:
    schema = json_schema(which)
    count = 0
    for path, node in nodes(schema):
        for example in node.get("examples", ()):
            within = {**node, "$defs": schema["$defs"]}
            assert Draft202012Validator(within).is_valid(example), f"{path}: {example!r}"
            count += 1
    assert count > (100 if which == "plan" else 3)


@each_schema
def test_examples_are_such_as_an_editor_can_offer(which: str) -> None:
    for path, node in nodes(json_schema(which)):
        assert not any(isinstance(example, dict) for example in node.get("examples", ())), path


@each_schema
def test_patterns_mean_the_same_everywhere(which: str) -> None:
    """What Python and JavaScript understand differently, or only one of them, is not used."""
    for path, node in nodes(json_schema(which)):
        patterns = [node["pattern"]] if "pattern" in node else []
        for pattern in [*patterns, *node.get("patternProperties", {})]:
            assert re.compile(pattern), path
            assert not re.search(r"\\[ZAh]|\(\?P|\(\?[a-z]|\\-", pattern), f"{path}: {pattern}"
            assert pattern.startswith("^"), f"{path}: {pattern}"


def test_private_keys_say_so_and_no_others() -> None:
    definitions = json_schema("plan")["$defs"]
    for name, record in all_records().items():
        known = json_schema("plan") if record is Coalition else mapping_of(definitions[name])
        assert known["additionalProperties"] is False
        for key, shape in fields_of(record).items():
            told = known["properties"][key]["description"]
            assert (PRIVATE_NOTE in told) == shape.private, f"{name}.{key}"


def test_every_key_of_every_record_is_there_and_needed_ones_are_required() -> None:
    definitions = json_schema("plan")["$defs"]
    for name, record in all_records().items():
        known = json_schema("plan") if record is Coalition else mapping_of(definitions[name])
        fields = fields_of(record)
        assert set(known["properties"]) == set(fields)
        assert set(known.get("required", ())) == {key for key, shape in fields.items() if shape.required}


def test_words_have_help_and_other_spellings_are_accepted_without_being_offered() -> None:
    seen = 0
    for name, definition in json_schema("plan")["$defs"].items():
        vocabulary = VOCABULARIES.get(name.removeprefix("word-"))
        if not name.startswith("word-") or vocabulary is None:
            continue
        seen += 1
        offered = {str(form["const"]): form["description"] for form in definition["anyOf"] if "const" in form}
        assert list(offered) == [word.slug for word in vocabulary]
        validator = Draft202012Validator(definition)
        for word in vocabulary:
            assert word.help in offered[word.slug]
            for spelling in (word.slug, word.label, word.label.upper(), *word.aliases):
                assert validator.is_valid(spelling), f"{name}: {spelling}"
                assert vocabulary.slug(spelling) == word.slug
        assert not validator.is_valid("No such word!")
    assert seen > 30


def test_practices_are_keys_with_help() -> None:
    table = json_schema("plan")["properties"]["practices"]["anyOf"][0]
    assert "conflict" in " ".join(table["properties"])
    assert all(part["description"].endswith(".") for part in table["properties"].values())


def test_a_fragment_needs_nothing_that_another_file_may_hold() -> None:
    schema = json_schema("fragment")
    validator = Draft202012Validator(schema)
    assert validator.is_valid({"members": [{"id": "ana", "name": "Ana"}]})
    assert validator.is_valid({"coalition": {"languages": ["en"]}})
    assert not validator.is_valid({"members": [{"id": "ana"}]})
    assert not validator.is_valid({"coalition": {"place": {"nam": "Forest City"}}})


def test_the_overlay_holds_ids_and_what_is_private() -> None:
    schema = json_schema("overlay")
    for name, record in all_records().items():
        definition = schema["$defs"].get(f"Private{name}")
        if definition is None:
            continue
        fields = fields_of(record)
        for key in definition["properties"]:
            inner = f"Private{_record_name(fields[key].kind)}" in schema["$defs"]
            assert fields[key].private or key in {record.identity, "note"} or inner, f"{name}.{key}"
        assert definition.get("required", []) == ([record.identity] if record.identity else [])
    private = {key for record in all_records().values() for key, f in fields_of(record).items() if f.private}
    offered = {key for _, node in nodes(schema) for key in node.get("properties", {})}
    assert private <= offered


def test_the_overlay_refuses_what_belongs_in_the_plan() -> None:
    validator = Draft202012Validator(json_schema("overlay"))
    assert validator.is_valid({"members": [{"id": "ana", "phone": "555-0100"}]})
    assert validator.is_valid({"partners": [{"id": "p", "answers": {"motivation": {"text": "Why."}}}]})
    assert not validator.is_valid({"members": [{"phone": "555-0100"}]})
    assert not validator.is_valid({"members": [{"id": "ana", "name": "Ana"}]})
    assert not validator.is_valid({"metrics": []})


def test_a_schema_is_the_same_each_time() -> None:
    code = (
        "import json; from coalitionkit.schema import *; print(json.dumps([json_schema(w) for w in SCHEMAS]))"
    )
    outputs = {
        subprocess.run(  # noqa: S603 - this very Python
            [sys.executable, "-c", code], check=True, capture_output=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert json.loads(outputs.pop()) == [made(which) for which in SCHEMAS]


def _record_name(kind: Kind) -> str:
    while isinstance(kind, Listing | Table):
        kind = kind.of
    return kind.record.__name__ if isinstance(kind, Part) else ""
