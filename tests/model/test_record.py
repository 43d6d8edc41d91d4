"""The shape of every record: complete, explained, and pointing at what exists."""

from collections.abc import Iterator
from typing import Any

import pytest

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.focus import Focus
from coalitionkit.model.holdings import PopulationHoldings
from coalitionkit.model.members import Member
from coalitionkit.model.record import (
    PRIVATE,
    PUBLIC,
    Brief,
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
from coalitionkit.model.values import Prose, Reader, Refers
from coalitionkit.model.vocabulary.catalogue import VOCABULARIES
from coalitionkit.model.vocabulary.words import Vocabulary


def leaves(kind: Kind) -> Iterator[Leaf]:
    if isinstance(kind, Leaf):
        yield kind
    elif isinstance(kind, Listing):
        yield from leaves(kind.of)
    elif isinstance(kind, Table):
        yield kind.keys
        yield from leaves(kind.of)


def parts(kind: Kind) -> Iterator[type[Record]]:
    if isinstance(kind, Listing | Table):
        yield from parts(kind.of)
    elif isinstance(kind, Part):
        yield kind.record


def records(
    record: type[Record] = Coalition, seen: dict[str, type[Record]] | None = None
) -> dict[str, type[Record]]:
    """Return every record of the format by its name."""
    found = {} if seen is None else seen
    if record.__name__ not in found:
        found[record.__name__] = record
        for shape in fields_of(record).values():
            for part in parts(shape.kind):
                records(part, found)
    return found


RECORDS = records()
NOUNS = {record.noun for record in RECORDS.values() if record.noun}
each = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)


@each
def test_every_record_and_key_explains_itself(record: type[Record]) -> None:
    assert record.__doc__, record
    silent = [
        name for name, info in record.model_fields.items() if not (info.description or "").endswith(".")
    ]
    assert silent == []


@each
def test_every_reference_points_at_something_that_exists(record: type[Record]) -> None:
    for name, shape in fields_of(record).items():
        for leaf in leaves(shape.kind):
            if isinstance(leaf.marker, Refers):
                assert set(leaf.marker.nouns) <= NOUNS, (
                    f"{record.__name__}.{name} points at {leaf.marker.nouns}"
                )


@each
def test_what_is_pointed_at_has_an_id(record: type[Record]) -> None:
    if record.noun:
        assert fields_of(record).get("id") or not _is_pointed_at(record.noun), record


def _is_pointed_at(name: str) -> bool:
    return any(
        isinstance(leaf.marker, Refers) and name in leaf.marker.nouns
        for record in RECORDS.values()
        for shape in fields_of(record).values()
        for leaf in leaves(shape.kind)
    )


@each
def test_every_private_key_is_optional(record: type[Record]) -> None:
    needed = [shape.name for shape in fields_of(record).values() if shape.private and shape.required]
    assert needed == []


@each
def test_an_audience_is_one_of_the_three(record: type[Record]) -> None:
    odd = {
        name: info.json_schema_extra
        for name, info in record.model_fields.items()
        if info.json_schema_extra not in (None, PUBLIC, PRIVATE)
    }
    assert odd == {}


@each
def test_identities_and_short_forms_name_keys(record: type[Record]) -> None:
    assert not record.identity or record.identity in record.model_fields
    if issubclass(record, Brief):
        assert record.shorthand in record.model_fields
        others = [s.name for s in fields_of(record).values() if s.required and s.name != record.shorthand]
        assert others == [], "a bare value could never be enough"


@each
def test_words_that_follow_from_another_field_name_fields_that_exist(record: type[Record]) -> None:
    for key, (other, vocabularies) in record.words_by.items():
        assert {key, other} <= set(record.model_fields)
        (leaf,) = leaves(fields_of(record)[other].kind)
        assert isinstance(leaf.marker, Vocabulary)
        assert set(vocabularies) == set(leaf.marker.words)


@each
def test_examples_are_values_that_can_be_read(record: type[Record]) -> None:
    wrong: list[str] = []
    for name, info in record.model_fields.items():
        kind = fields_of(record)[name].kind
        for example in info.examples or ():
            if isinstance(kind, Leaf) and isinstance(kind.marker, Reader | Vocabulary):
                try:
                    kind.marker.value(example)
                except ValueError as error:
                    wrong.append(f"{name}: {example!r}: {error}")
    assert wrong == []


def test_every_vocabulary_that_a_key_uses_is_listed() -> None:
    used = {
        leaf.marker.name
        for record in RECORDS.values()
        for shape in fields_of(record).values()
        for leaf in leaves(shape.kind)
        if isinstance(leaf.marker, Vocabulary)
    }
    assert used - set(VOCABULARIES) == set()


def test_own_vocabularies_are_sections_of_the_plan() -> None:
    sections = set(RECORDS["OwnVocabulary"].model_fields)
    extended = {vocabulary.extended_by for vocabulary in VOCABULARIES.values() if vocabulary.extended_by}
    assert extended == sections - {"note"}


def test_the_six_sections_that_were_asked_for_are_there() -> None:
    asked = {"members", "roles", "champions", "decision_model", "metrics", "funding_sources"}
    assert asked <= set(Coalition.model_fields)


@pytest.mark.parametrize(
    ("record", "name", "expected"),
    [
        (Focus, "north_star", Leaf(Prose)),
        (Member, "pronouns", Leaf(None)),
        (Member, "earlier", Listing(Part(RECORDS["Standing"]))),
        (Coalition, "decision_model", Part(RECORDS["DecisionModel"])),
    ],
)
def test_kinds_are_read_from_annotations(record: type[Record], name: str, expected: Any) -> None:
    assert fields_of(record)[name].kind == expected


def test_what_stands_for_a_record() -> None:
    assert bare_kind(Member) is None
    bare = bare_kind(PopulationHoldings)
    assert isinstance(bare, Listing)


def test_what_may_hold_something_private_is_known() -> None:
    fields = fields_of(Coalition)
    may = {name for name, shape in fields.items() if may_hold_private(shape.kind)}
    assert {"members", "partners"} <= may
    assert may.isdisjoint({"focus", "metrics", "lint", "practices"})


def test_records_have_names_for_sentences() -> None:
    assert (noun(Member), noun(RECORDS["WorkingGroup"]), noun(RECORDS["FunderReport"])) == (
        "member",
        "working group",
        "funder report",
    )
