"""Lists of partners out of the files of other tools: Popolo JSON, and maps of Kumu.

Both become grids like the sheets of a workbook, and go on from there as any list does. Popolo:
http://www.popoloproject.com/specs/. Kumu: elements of the JSON that a map is exported as.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from coalitionkit.errors import UnreadableFileError
from coalitionkit.model.vocabulary.words import SLUG

Rows = list[list[str]]
Sheets = dict[str, Rows]

_ID = re.compile(rf"(?=.*[a-z]){SLUG}\Z")
_HEADINGS = ["id", "name", "sector", "url"]
_PERSON_HEADINGS = ["contact name", "job title", "contact email"]
_TIE_HEADINGS = ["from", "to", "type"]
_PEOPLE = frozenset({"person", "individual", "people"})
_BODIES = frozenset({"organization", "organisation", "org"})


def sheets(name: str, data: bytes) -> Sheets:
    """Return the sheets that a JSON file amounts to, by their names.

    Raises UnreadableFileError for what is no JSON, or neither Popolo nor a map of Kumu.
    """
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(f"'{name}' cannot be read as JSON: {error}") from None
    if isinstance(document, dict):
        if isinstance(document.get("elements"), list):
            return _kumu(document["elements"]) | _ties(document.get("connections"))
        if any(isinstance(document.get(key), list) for key in ("organizations", "persons")):
            return _popolo(document)
    raise UnreadableFileError(
        f"'{name}' is neither Popolo ('organizations' and 'persons') nor a map of Kumu ('elements')",
        hint="export it in one of these forms, or as a table",
    )


def _popolo(document: Mapping[str, Any]) -> Sheets:
    bodies = _records(document.get("organizations"))
    people = {_text(one.get("id")): one for one in _records(document.get("persons"))}
    rows = [[*_HEADINGS, *_PERSON_HEADINGS]]
    placed = set()
    memberships = _records(document.get("memberships"))
    for body in bodies:
        said = [
            _slug(body.get("id")),
            _text(body.get("name")),
            _text(body.get("classification")),
            _link(body),
        ]
        mine = [one for one in memberships if _text(one.get("organization_id")) == _text(body.get("id"))]
        known = [(people[key], one) for one in mine if (key := _text(one.get("person_id"))) in people]
        placed |= {_text(person.get("id")) for person, _ in known}
        rows += [[*said, *_person(person, one)] for person, one in known] or [[*said, "", "", ""]]
    alone = [one for key, one in people.items() if key not in placed]
    found = {"organizations": rows}
    if alone:
        found["persons"] = [
            _HEADINGS,
            *([_slug(one.get("id")), _text(one.get("name")), "", _link(one)] for one in alone),
        ]
    return found if bodies else {"persons": found.get("persons", [_HEADINGS])}


def _person(person: Mapping[str, Any], membership: Mapping[str, Any]) -> list[str]:
    title = _text(membership.get("role")) or _text(membership.get("label"))
    return [_text(person.get("name")), title, _text(person.get("email"))]


def _kumu(elements: list[Any]) -> Sheets:
    bodies, people = [_HEADINGS], [_HEADINGS]
    for element in _records(elements):
        said = {key.casefold(): _text(value) for key, value in element.items()}
        kind = said.get("type", "").casefold()
        sector = said.get("sector", "") or ("" if kind in _PEOPLE | _BODIES else said.get("type", ""))
        row = [_slug(said.get("id")), said.get("label", ""), sector, said.get("url", "")]
        (people if kind in _PEOPLE else bodies).append(row)
    found = {"elements": bodies}
    return found | {"persons": people} if len(people) > 1 else found


def _ties(connections: Any) -> Sheets:
    """Return the ties of a map as a sheet of their own, so that nobody takes them for read."""
    rows = [[_text(one.get(key)) for key in _TIE_HEADINGS] for one in _records(connections)]
    return {"connections": [_TIE_HEADINGS, *rows]} if rows else {}


def _records(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _slug(value: Any) -> str:
    """Return an id that a plan may have; those of other systems are not taken over."""
    text = _text(value)
    return text if _ID.match(text) else ""


def _link(one: Mapping[str, Any]) -> str:
    links: Iterable[Mapping[str, Any]] = _records(one.get("links"))
    return next((url for link in links if (url := _text(link.get("url"))).startswith("http")), "")
