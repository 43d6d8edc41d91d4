"""Which column of somebody's own list holds what: remembered, said, or guessed from its heading."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from coalitionkit.errors import ConfigurationError
from coalitionkit.exchange.workbook.columns import LIST_COLUMNS, PERSON_COLUMNS
from coalitionkit.exchange.workbook.reading import letter
from coalitionkit.exchange.workbook.texts import every_text
from coalitionkit.exchange.workbook.words import alike
from coalitionkit.prose import did_you_mean, first_few, listed, quoted

NOTHING = "-"
"""What a heading is mapped to that is to be left out."""

_SHORTEST_GUESS = 5
_MISTYPED = 0.85
"""How similar a heading is to one that is known, when somebody meant to write that one."""

_SEARCHED_ROWS = 20
_FIRST_NAMES = ("firstname", "givenname")
_LAST_NAMES = ("lastname", "surname", "familyname")

_ALSO = {
    "id": ("partner id", "slug", "clave"),
    "name": (
        "name", "organization", "organisation", "organization name", "organisation name", "org", "org name",
        "partner", "partner name", "label", "agency", "agency name", "company", "company name",
        "business name", "account", "account name", "sponsor", "sponsor name", "member organization",
        "stakeholder", "group name",
        "nombre", "organización", "nombre de la organización", "socio", "entidad",
    ),
    "sector": (
        "sector", "type", "organization type", "type of organization", "org type", "category", "kind",
        "tipo", "tipo de organización",
    ),
    "serves": (
        "serves", "populations", "population", "populations served", "population served", "groups served",
        "clients", "target population", "audience", "poblaciones", "a quién atiende", "población",
    ),
    "represents": ("represents", "speaks for", "voice", "voice for", "accountable to group", "representa"),
    "domains": (
        "domains", "domain", "focus area", "focus areas", "issue", "issues", "issue area", "topics", "topic",
        "policy area", "policy domains", "works on", "temas", "áreas",
    ),
    "assets": ("assets", "asset", "strengths", "resources", "brings", "can bring", "recursos", "fortalezas"),
    "worked_with": ("worked with", "worked with before", "existing partner", "current partner"),
    "small": ("small", "small group"),
    "closest": ("closest", "relationship", "relationship holder", "our contact", "who knows them"),
    "note": ("note", "notes", "comment", "comments", "remarks", "notas", "comentarios"),
    "url": ("url", "website", "web", "web site", "homepage", "link", "sitio web", "página web"),
    "language": ("language", "preferred language", "idioma"),
    "effort": ("effort",),
    "keep_informed_by": ("keep informed by", "channel", "kept informed by"),
    "reviewed": ("reviewed", "last reviewed", "last updated", "updated"),
    "person.name": (
        "contact", "contact name", "contact person", "primary contact", "person", "representative",
        "contacto", "persona de contacto",
    ),
    "person.title": ("title", "position", "job title", "role", "contact title", "cargo", "puesto"),
    "person.work_email": (
        "email", "e-mail", "mail", "contact email", "email address", "correo", "correo electrónico",
    ),
    "person.work_phone": ("phone", "telephone", "phone number", "tel", "contact phone", "teléfono"),
}  # fmt: skip


class Headings(NamedTuple):
    """Which column holds which field, and which headings were left out."""

    row: int
    columns: Mapping[str, int]
    headings: Mapping[str, str]
    left_out: tuple[str, ...]


def fields() -> tuple[str, ...]:
    """Return what the columns of a list can hold."""
    return (*LIST_COLUMNS, *PERSON_COLUMNS)


def said(maps: Iterable[str]) -> dict[str, str]:
    """Return the headings that `--map FIELD=HEADING` names, by heading. Raises ConfigurationError."""
    found: dict[str, str] = {}
    for text in maps:
        field, equals, heading = text.partition("=")
        key = field.strip()
        if not equals or not heading.strip():
            raise ConfigurationError(
                f"--map {text}: expected FIELD=HEADING",
                hint='for example --map name="Organization name", or --map -="Fax" to leave a column out',
            )
        if key != NOTHING and key not in fields():
            hint = did_you_mean(key, fields()) or f"; there are {listed(fields())}"
            raise ConfigurationError(f"--map: there is no field '{key}'{hint}")
        found[heading.strip()] = key
    return found


def mapped(
    rows: Sequence[Sequence[str]], remembered: Mapping[str, str], told: Mapping[str, str], where: str
) -> Headings:
    """Return which column of a list holds what.

    What was told counts first, then what the plan remembers, then the heading itself. Raises
    ConfigurationError when no column holds names, or what was told is not there.
    """
    best = max(
        range(min(len(rows), _SEARCHED_ROWS)),
        key=lambda index: (len(_columns(rows[index], remembered, told)), -index),
        default=None,
    )
    headings = [cell.strip() for cell in rows[best]] if best is not None else []
    columns = _columns(headings, remembered, told)
    if missing := [one for one in told if alike(one) not in map(alike, headings)]:
        near = did_you_mean(missing[0], headings) or _there(headings)
        raise ConfigurationError(f"{where} has no column '{missing[0]}'{near}")
    if best is None or "name" not in columns:
        raise ConfigurationError(
            f"{where} has no column that surely holds the names of partners{_there(headings)}",
            hint='say which one it is: --map name="Heading of the column"',
        )
    used = set(columns.values())
    skipped = {alike(one) for one, key in {**remembered, **told}.items() if key == NOTHING}
    left = [
        text or letter(index)
        for index, text in enumerate(headings)
        if index not in used and alike(text) not in skipped and _has_data(rows[best + 1 :], index)
    ]
    return Headings(best, columns, {key: headings[index] for key, index in columns.items()}, tuple(left))


def whole_names(rows: Sequence[Sequence[str]], maps: Iterable[str]) -> tuple[list[list[str]], str]:
    """Return rows in which first and last names of people stand together, and the heading they have now.

    "" is the heading where they did not stand apart, or where a map speaks of one of the two.
    """
    changed = [list(row) for row in rows]
    mapped_already = set(map(alike, maps))
    for number, row in enumerate(changed[:_SEARCHED_ROWS]):
        plain = [alike(cell) for cell in row]
        first = next((at for at, text in enumerate(plain) if text.endswith(_FIRST_NAMES)), None)
        last = next((at for at, text in enumerate(plain) if text.endswith(_LAST_NAMES)), None)
        if first is None or last is None or {plain[first], plain[last]} & mapped_already:
            continue
        heading = f"{row[first].strip()} + {row[last].strip()}"
        for cells in changed[number + 1 :]:
            halves = [cells[at].strip() for at in (first, last) if at < len(cells)]
            if any(halves):
                cells.extend([""] * (max(first, last) + 1 - len(cells)))
                cells[first], cells[last] = " ".join(filter(None, halves)), ""
        row[first], row[last] = heading, ""
        return changed, heading
    return changed, ""


def _columns(
    headings: Sequence[str], remembered: Mapping[str, str], told: Mapping[str, str]
) -> dict[str, int]:
    """Return columns by field. Sure headings go first, so that no guess takes their field away."""
    known = {alike(heading): key for heading, key in {**remembered, **told}.items()}
    names = _names()
    columns: dict[str, int] = {}
    for find in (known.get, names.get, lambda text: _near(text, names)):
        for index, heading in enumerate(headings):
            text = alike(heading)
            if not text or index in columns.values() or known.get(text) == NOTHING:
                continue
            key = find(text)
            if key in fields() and key not in columns:
                columns[str(key)] = index
    return columns


def _names() -> dict[str, str]:
    """Return fields by all that their headings are known to be."""
    names: dict[str, str] = {}
    for key in fields():
        names.setdefault(alike(key), key)
        for one in every_text():
            names.setdefault(alike(one("columns", key, "heading")), key)
    for key, also in _ALSO.items():
        for name in also:
            names.setdefault(alike(name), key)
    return names


def _near(text: str, names: Mapping[str, str]) -> str | None:
    """Return the field of a mistyped heading; one with a word more, such as a first name, is another."""
    from difflib import get_close_matches

    usual = [name for name in names if len(name) >= _SHORTEST_GUESS]
    return next((names[name] for name in get_close_matches(text, usual, 1, _MISTYPED)), None)


def _there(headings: Sequence[str]) -> str:
    known = [quoted(text) for text in headings if text]
    return f"; it has {first_few(known, 8)}" if known else "; it has no headings at all"


def _has_data(rows: Sequence[Sequence[str]], index: int) -> bool:
    return any(index < len(row) and row[index].strip() for row in rows)
