"""The guide to the file, docs/format.md: every section, key and word, made from the models."""

from collections.abc import Iterable, Iterator

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import PRIVATE, PUBLIC, Record
from coalitionkit.model.shape import (
    Kind,
    Leaf,
    Listing,
    Part,
    Table,
    bare_kind,
    fields_of,
    noun,
)
from coalitionkit.model.values import Prose, Reader, Refers
from coalitionkit.model.vocabulary import VOCABULARIES
from coalitionkit.model.vocabulary.words import Vocabulary

_PREFACE = """\
# The file

This page is made from the models by `coalition schema --format markdown`. Editors show the same text on
hover: see `coalition schema`.

A plan is a file named `coalition.yaml`. The shortest one has three keys:

```yaml
format: 1
coalition:
  id: forest-city-mobility
  name: Forest City Mobility Coalition
  convener: {name: City of Forest City, sector: local-government}
members:
  - id: ana-lopez
    name: Ana López
    group: management-team
```

Everything else is optional and grows when it is needed.

- **Keys** are words with underscores; **ids** and **words of a vocabulary** are small letters with hyphens.
  Members and partners share one set of ids.
- **Unknown keys** are errors. Remarks go under `note`, which every record has; keys that begin with `x-`
  are free.
- **Text that may be printed** is one text, or one per language: `{en: Welcome, es: Bienvenidos}`.
- **Dates** may leave out what is not known: `2026`, `2026-03`, `2026-03-14`.
- **Money** is written `25000` or `25000.50`; **shares** as `0.5`, `50%` or `2/3`. Both stay exact.
- **What someone holds** (assets, populations, domains) is a list of what is known; the rest is unknown. The
  long form says more: `{held: [staff], not_held: [data-sharing], complete: true}`.
- A **bare value** may stand for a whole record where one field says it all: `lead: ana-lopez`.
- A value that begins with `TODO` is a **placeholder**: it counts as not written and is listed as a note.
- Every key has an **audience**: *public* may be printed for anyone, *coalition* for members, *private*
  belongs in `coalition.private.yaml` and is an error in a committed file.

**Several files.** Any section may be moved to files in `coalition.d/`, named as you like and ending in
`.yaml`. Lists are joined; the same single setting in two files is an error.

**The private file.** `coalition.private.yaml` lies beside the plan, or where `--overlay` or the environment
variable `COALITION_OVERLAY` says. It repeats the plan's structure by id and holds private keys only. Keep it
out of git. A plan is checked the same with and without it.
"""


def guide() -> str:
    """Return docs/format.md."""
    parts = [_PREFACE, "## Sections\n"]
    parts.extend(f"- [`{name}`](#{name}) {_description(Coalition, name)}" for name in _sections())
    described: set[type[Record]] = set()
    for name in _sections():
        parts.append(f"\n## {name}\n\n{_description(Coalition, name)}\n")
        kind = fields_of(Coalition)[name].kind
        for record in _records(kind, described):
            parts.extend(_record(record))
    parts.append("\n## Words\n")
    for vocabulary in VOCABULARIES.values():
        parts.extend(_vocabulary(vocabulary))
    return "\n".join(parts).rstrip() + "\n"


def _sections() -> Iterable[str]:
    return (name for name in fields_of(Coalition) if name != "note")


def _records(kind: Kind, described: set[type[Record]]) -> Iterator[type[Record]]:
    """Give the records within a section, each once on the whole page, outer ones first."""
    if isinstance(kind, Listing | Table):
        yield from _records(kind.of, described)
    elif isinstance(kind, Part) and kind.record not in described:
        described.add(kind.record)
        yield kind.record
        for shape in fields_of(kind.record).values():
            yield from _records(shape.kind, described)


def _record(record: type[Record]) -> Iterator[str]:
    title = noun(record)
    yield f"### {title[0].upper()}{title[1:]}\n"
    yield f"{' '.join((record.__doc__ or '').split())}\n"
    bare = bare_kind(record)
    if bare is not None:
        yield f"May be written as {_form(bare)} alone.\n"
    yield "| key | what it says | how it is written | audience |"
    yield "|---|---|---|---|"
    for name, shape in fields_of(record).items():
        if name == "note":
            continue
        must = " (needed)" if shape.required else ""
        yield (
            f"| `{name}`{must} | {_description(record, name)} | {_form(shape.kind)} "
            f"| {_audience(record, name)} |"
        )
    yield ""


def _description(record: type[Record], name: str) -> str:
    text = record.model_fields[name].description or ""
    return text.replace("|", "\\|").replace("\n", " ")


def _audience(record: type[Record], name: str) -> str:
    extra = record.model_fields[name].json_schema_extra
    return "private" if extra == PRIVATE else "public" if extra == PUBLIC else "coalition"


def _form(kind: Kind) -> str:
    """Return how a value is written, in a few words."""
    if isinstance(kind, Listing):
        return f"list of {_form(kind.of)}"
    if isinstance(kind, Table):
        return f"{_form(kind.keys)}: {_form(kind.of)}"
    if isinstance(kind, Part):
        title = noun(kind.record)
        return f"[{title}](#{title.replace(' ', '-')})"
    return _leaf_form(kind)


def _leaf_form(leaf: Leaf) -> str:
    marker = leaf.marker
    if isinstance(marker, Vocabulary):
        return f"[{marker.noun}](#{marker.title.lower().replace(' ', '-')})"
    if isinstance(marker, Refers):
        return f"id of a {marker.target}"
    if isinstance(marker, Reader):
        return marker.expected
    return "text, or one per language" if marker is Prose else "text"


def _vocabulary(vocabulary: Vocabulary) -> Iterator[str]:
    yield f"### {vocabulary.title}\n"
    if vocabulary.families:
        forms = " or ".join(f"`{family}:some-words`" for family in vocabulary.families)
        yield f"Your own: {forms}.\n"
    if vocabulary.extended_by:
        yield f"A plan adds its own below `vocabulary: {vocabulary.extended_by}:`.\n"
    yield "| word | label | meaning | also understood |"
    yield "|---|---|---|---|"
    for word in vocabulary:
        yield f"| `{word.slug}` | {word.label} | {word.help} | {', '.join(word.aliases)} |"
    yield ""
