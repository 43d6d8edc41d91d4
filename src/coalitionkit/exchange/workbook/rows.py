"""The rows of each sheet: the records of a plan, and the texts that stand in their cells."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from coalitionkit.exchange.workbook.columns import (
    CONCERN,
    GROUP,
    Column,
    Part,
)
from coalitionkit.exchange.workbook.contents import cell_text
from coalitionkit.exchange.workbook.words import Words
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.inventory import Need
from coalitionkit.model.partners import Partner, Person
from coalitionkit.model.vocabulary.sectors import SECTORS

NONE_KNOWN = "none-known"
"""How the ids of rows begin that say of a sector that nobody is known in it."""


class Row(NamedTuple):
    """A row: the id by which it is found again, "" where it is a proposal, and the record behind it."""

    id: str
    record: Any


class NeedRow(NamedTuple):
    """A row of the first part: a need, or a word of the shared focus, whose further cells are empty."""

    id: str
    kind: str
    about: tuple[str, str]
    required: int | None = None
    must: bool | None = None
    purposes: tuple[str, ...] = ()
    source: Any = None


class PersonRow(NamedTuple):
    """A person with the id of the partner where they are listed."""

    partner: str
    person: Person


class SectorRow(NamedTuple):
    """A sector in which nobody is known, or which nobody has thought of yet."""

    sector: str
    name: str = ""


def rows_of(part: Part, plan: Coalition, words: Words) -> list[Row]:
    """Return the rows of a sheet in the order in which people read them."""
    if part.kind == "need":
        return [Row(one.id, one) for one in _needs(plan)]
    if part.kind == "person":
        return [
            Row(person.id, PersonRow(partner.id, person))
            for partner in plan.partners
            for person in partner.people
        ]
    if part.kind == "invitation":
        return [Row(one.id, one) for one in plan.invitations]
    if part.key == "existing":
        return [Row(one.id, one) for one in plan.partners if one.worked_with == "yes"]
    if part.key == "opportunities":
        return list(_opportunities(plan, words))
    return [Row(one.id, one) for one in plan.partners]


def value_of(record: Any, column: Column, part: Part) -> Any:
    """Return the value behind a cell, None where there is none."""
    if part.rater and not column.points:
        record = record.ratings.get(part.rater)
    if isinstance(record, PersonRow) and column.key != "partner":
        record = record.person
    for step in column.steps:
        record = getattr(record, step, None)
    return record


def shown(row: Row, column: Column, part: Part, words: Words) -> str:
    """Return the text of one cell."""
    return (
        row.id if column.key == "id" else cell_text(column.content, value_of(row.record, column, part), words)
    )


def _needs(plan: Coalition) -> Iterator[NeedRow]:
    for kind, slugs in ((GROUP, plan.focus.populations), (CONCERN, plan.focus.predictors)):
        for slug in slugs:
            yield NeedRow(f"{kind}:{slug}", kind, (kind, slug))
    for need in plan.inventory.needs:
        yield need_row(need)


def need_row(need: Need) -> NeedRow:
    """Return the row of a need."""
    return NeedRow(
        need.id, need.kind, (need.kind, need.of), need.required, need.must, need.purposes, need.source
    )


def _opportunities(plan: Coalition, words: Words) -> Iterator[Row]:
    """Give partners not worked with yet, sector by sector, and a row for each sector that has nobody."""
    others: dict[str | None, list[Partner]] = {}
    for one in plan.partners:
        if one.worked_with != "yes":
            others.setdefault(one.sector, []).append(one)
    seen = {one.sector for one in plan.partners}
    for word in SECTORS:
        for one in others.get(word.slug, ()):
            yield Row(one.id, one)
        if word.slug in plan.inventory.none_known:
            yield Row(f"{NONE_KNOWN}:{word.slug}", SectorRow(word.slug, words.said("none_known")))
        elif word.slug not in seen:
            yield Row("", SectorRow(word.slug))
    for one in others.get(None, ()):
        yield Row(one.id, one)
