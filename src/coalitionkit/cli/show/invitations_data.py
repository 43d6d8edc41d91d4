"""The list of invitations for programs, spreadsheets and reports: JSON, CSV and Markdown."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from coalitionkit.analysis.choosing.conflicts import SHARE, SIZE, Conflict
from coalitionkit.analysis.choosing.frontier import Point
from coalitionkit.analysis.listing import Listing
from coalitionkit.cli.show.tables.data import plain, rows_csv
from coalitionkit.cli.show.tables.values import Value
from coalitionkit.exchange.markdown import in_a_cell
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.publish import listing as words

VERSION = 1

COLUMNS = (
    "place",
    "id",
    "name",
    "sector",
    "reason",
    "adds",
    "replacement",
    "replacement_proven",
    "swaps",
    "effort",
    "if_they_decline",
)
"""What is said of each invitation, in this order."""


def listing_csv(listing: Listing) -> str:
    """Return a row for each invitation, in their order."""
    return rows_csv(COLUMNS, (row.values() for row in _rows(listing)))


def listing_json(listing: Listing) -> str:
    """Return the list and all that was asked about it as JSON. Sets of partners are lists of ids."""
    selection, wish = listing.selection, listing.wish
    document: dict[str, Any] = {
        "version": VERSION,
        "least": wish.least,
        "max_size": listing.question.choices.max_size,
        "solver": selection.solver,
        "stopped": listing.was_stopped,
        "proven": selection.proofs._asdict(),
        "invitations": [{key: plain(value) for key, value in row.items()} for row in _rows(listing)],
        "seated": list(selection.seated),
        "missing": selection.missing,
        "effort": {
            "total": listing.effort,
            "unknown": _ids(listing, listing.efforts.unknown & listing.invited),
            "assumed": listing.efforts.assumed,
        },
        "keeps_share_rules": selection.keeps_shares,
        "share_rules": [
            {"rule": rule, "listed": count, "of": whole} for rule, count, whole in words.rules(listing)
        ],
        "conflicts": [_conflict(listing, one) for one in listing.conflicts],
        "essential": [
            {"need": one.need, "at_least": one.at_least, "partners": list(one.partners)}
            for one in listing.essentials
        ],
    }
    if wish.frontier:
        document["frontier"] = [_point(one) for one in listing.frontier]
    if wish.tied:
        document["tied"] = _tied(listing)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def listing_markdown(listing: Listing, *, explain: bool) -> str:
    """Return the list as Markdown, to paste into a page or a mail."""
    return "\n".join(_markdown(listing, explain=explain)) + "\n"


def _markdown(listing: Listing, *, explain: bool) -> Iterator[str]:
    yield from (f"# {words.title(listing)}", "")
    yield from _table(listing)
    notes = [words.missing(listing), words.unknown_effort(listing)]
    for note in filter(None, notes):
        yield from (in_a_cell(note), "")
    rules = [f"{rule}: {count} of {whole}" for rule, count, whole in words.rules(listing)]
    yield from _points("Your rules about shares, members included", rules)
    yield from _points("What cannot go together", (words.conflict(listing, one) for one in listing.conflicts))
    essential = [words.essential(listing, group) for group in words.narrow(listing)]
    yield from _points("Whom no list can do without", essential)
    points = [f"{one.size}: {words.point(listing, one)}" for one in listing.frontier]
    yield from _points("How far fewer invitations get", points)
    if listing.wish.tied:
        yield from _points("Other lists that do as well", words.tied(listing))
    if explain:
        proofs = [
            ": ".join(filter(None, [label, value])) + (" (proven)" if proven else " (best found)")
            for label, value, proven in words.objectives(listing)
        ]
        yield from _points("What is proven", proofs)
        yield from _points("Words", words.TERMS)


def _table(listing: Listing) -> Iterator[str]:
    if not listing.invitations:
        return
    yield "| | Partner | Sector | Adds | If they decline |"
    yield "| ---: | --- | --- | --- | --- |"
    for place, one in enumerate(listing.invitations, 1):
        sector = SECTORS.label(one.partner.sector) if one.partner.sector else ""
        texts = (one.partner.name, sector, words.adds(listing, one), words.declining(listing, one))
        yield f"| {place} | {' | '.join(in_a_cell(text) for text in texts)} |"
    yield ""


def _points(heading: str, texts: Iterable[str]) -> Iterator[str]:
    """Give texts as a list below a heading; nothing when there are none."""
    lines = [f"- {in_a_cell(text[:1].upper() + text[1:])}" for text in texts]
    if lines:
        yield from (f"## {heading}", "", *lines, "")


def _rows(listing: Listing) -> Iterator[dict[str, Value]]:
    for place, one in enumerate(listing.invitations, 1):
        yield {
            "place": place,
            "id": one.partner.id,
            "name": one.partner.name,
            "sector": one.partner.sector,
            "reason": one.reason,
            "adds": one.adds,
            "replacement": "impossible" if one.replacement.cost is None else one.replacement.cost,
            "replacement_proven": one.replacement.proven,
            "swaps": one.swaps,
            "effort": one.effort,
            "if_they_decline": words.declining(listing, one),
        }


def _conflict(listing: Listing, found: Conflict) -> dict[str, Any]:
    terms: list[dict[str, Any]] = []
    for term in found.terms:
        if term.kind == SHARE:
            limit = listing.question.choices.shares[term.place]
            terms.append({"kind": term.kind, "rule": words.rule(listing, limit)})
        elif term.kind == SIZE:
            terms.append({"kind": term.kind, "max_size": listing.question.choices.max_size})
        else:
            terms.append({"kind": term.kind, "partner": listing.plan.partners[term.place].id})
    return {
        "terms": terms,
        "allows_no_list": found.allows_none,
        "proven": found.is_proven,
        "why": words.conflict(listing, found),
    }


def _point(point: Point) -> dict[str, Any]:
    selection = point.selection
    return {
        "size": point.size,
        "invitations": [step.id for step in selection.invited],
        "met": point.met,
        "missing": selection.missing,
        "keeps_share_rules": selection.keeps_shares,
        "proven": selection.is_proven,
    }


def _tied(listing: Listing) -> dict[str, Any] | None:
    ties = listing.ties
    if ties is None:
        return None
    seated = listing.question.choices.seated
    return {
        "lists": [_ids(listing, one & ~seated) for one in ties.lists],
        "all": ties.are_all,
        "on_every": _ids(listing, ties.every & ~seated),
        "on_some": _ids(listing, ties.some),
        "on_none": _ids(listing, ties.none & ~seated),
        "unsure": _ids(listing, ties.unsure),
    }


def _ids(listing: Listing, partners: int) -> list[str]:
    return list(listing.question.needs.units.named(partners))
