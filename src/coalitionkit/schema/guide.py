"""The guide to the file, docs/format.md: every section, key and word, made from the models."""

from collections.abc import Iterator

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import (
    ASIDES,
    PRIVATE,
    PUBLIC,
    Kind,
    Leaf,
    Listing,
    Part,
    Record,
    Table,
    bare_kind,
    fields_of,
    noun,
)
from coalitionkit.model.values import Prose, Reader, Refers
from coalitionkit.model.vocabulary.catalogue import VOCABULARIES
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.prose import a
from coalitionkit.schema.examples import examples_of, in_one_line
from coalitionkit.schema.leaves import capital

_PREFACE = """\
# The file

This page is made from the models by `coalition schema --format markdown`. An editor can show the same text
while you type: `coalition schema --help` says how.

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

## How things are written

- **Keys** are words with underscores; **ids** and **words** are small letters with hyphens.
- **Ids** are what the rest of the plan points at. Members and partners share one set of ids. Whatever has an
  `id` may list ids that it had before under `former_ids`.
- **Unknown keys** are errors. Remarks go under `note`, which every record has; keys that begin with `x-`
  are free.
- **A key with nothing after it** counts as not written. So does a value that begins with `TODO`: it is a
  placeholder, and lint lists what is still to be filled in.
- **Text that may be printed** is one text, or one per language: `{en: Welcome, es: Bienvenidos}`.
- **Dates** may leave out what is not known: `2026`, `2026-03`, `2026-03-14`.
- **Money** is written `25000` or `25000.50`; **shares** as `0.5`, `50%` or `2/3`. Both stay exact.
- **What someone holds** (assets, populations, domains) is a list of what is known; the rest is unknown. The
  long form says more: `{held: [staff], not_held: [data-sharing], complete: true}`.
- A **short form** may stand for a whole record where one value says it all: `lead: ana-lopez`.
- **Words** come from the lists at the end of this page. Other spellings are understood, and lint names the
  usual one.
- Every key has an **audience**: *public* may be printed for anyone, *coalition* for members, *private*
  belongs in `coalition.private.yaml` and is an error in a committed file.

## Several files

Any section may be moved to files in `coalition.d/`, named as you like and ending in `.yaml`. Lists are
joined; the same single setting in two files is an error.

`coalition.private.yaml` holds what is **private**. It lies beside the plan, or where `--overlay` or the
environment variable `COALITION_OVERLAY` says. It repeats the plan's structure by id and holds private keys
only. Keep it out of git: a plan is checked the same with and without it.
"""


def guide() -> str:
    """Return docs/format.md."""
    return "\n".join(_Guide().lines()).rstrip() + "\n"


class _Guide:
    """Writes the page once; remembers which records have been described, and under which heading."""

    def __init__(self) -> None:
        self._sections = [name for name in fields_of(Coalition) if name not in ASIDES]
        self._headings = self._records_of_sections()
        self._described: set[type[Record]] = set()
        self._used: set[str] = set()

    def lines(self) -> Iterator[str]:
        """Give the lines of the page."""
        yield _PREFACE
        yield "## Sections\n"
        for name in self._sections:
            yield f"- [`{name}`](#{name}): {_description(Coalition, name)}"
        yield ""
        for name in self._sections:
            yield from self._section(name)
        used = [vocabulary for name, vocabulary in VOCABULARIES.items() if name in self._used]
        others = [vocabulary for name, vocabulary in VOCABULARIES.items() if name not in self._used]
        yield "## Words\n"
        for vocabulary in used:
            yield from _vocabulary(vocabulary)
        yield "## Words of reports\n"
        yield "No key takes these words. They stand in reports and explanations.\n"
        for vocabulary in others:
            yield from _vocabulary(vocabulary)

    def _records_of_sections(self) -> dict[type[Record], str]:
        """Return the records that a section consists of, which are described right below its heading."""
        headings: dict[type[Record], str] = {}
        for name in self._sections:
            record = _record_in(fields_of(Coalition)[name].kind)
            if record is not None:
                headings.setdefault(record, name)
        return headings

    def _section(self, name: str) -> Iterator[str]:
        kind = fields_of(Coalition)[name].kind
        yield f"## {name}\n"
        yield f"{_description(Coalition, name)}\n"
        record = _record_in(kind)
        if record is None:
            yield f"{capital(a(self._form(kind)))}{_example(Coalition, name)}.\n"
            return
        if isinstance(kind, Listing):
            yield f"A list. Each item is {_lower(_about(record))}\n"
        elif isinstance(kind, Table):
            yield f"Each key is one of the {self._forms(kind.keys)}, each value is as follows.\n"
        yield from self._keys(record)
        for other in self._inner(record):
            yield f"### {capital(noun(other))}\n"
            yield f"{_about(other)}\n"
            yield from self._keys(other)

    def _inner(self, record: type[Record]) -> Iterator[type[Record]]:
        """Give the records within a record, each once on the whole page, outer ones first."""
        self._described.add(record)
        for shape in fields_of(record).values():
            inner = _record_in(shape.kind)
            if inner is not None and inner not in self._described and inner not in self._headings:
                yield inner
                yield from self._inner(inner)

    def _keys(self, record: type[Record]) -> Iterator[str]:
        bare = bare_kind(record)
        if bare is not None:
            short = "text" if bare == Leaf(Prose) else self._form(bare)
            yield f"Short form: {short}, the same as `{_shorthand(record)}` alone.\n"
        yield "| key | what it says | how it is written | audience |"
        yield "|---|---|---|---|"
        for name, shape in fields_of(record).items():
            if name not in ASIDES:
                must = ", needed" if shape.required else ""
                yield (
                    f"| `{name}`{must} | {_description(record, name)} "
                    f"| {self._written(record, name)} | {_audience(record, name)} |"
                )
        yield ""

    def _written(self, record: type[Record], name: str) -> str:
        return self._form(fields_of(record)[name].kind) + _example(record, name)

    def _form(self, kind: Kind) -> str:
        """Return how a value is written, in a few words."""
        if isinstance(kind, Listing):
            return f"list of {self._forms(kind.of)}"
        if isinstance(kind, Table):
            return f"{self._form(kind.keys)}: {self._form(kind.of)}"
        if isinstance(kind, Part):
            return self._link(kind.record, noun(kind.record))
        marker = kind.marker
        if isinstance(marker, Vocabulary):
            return self._word(marker, marker.noun)
        if isinstance(marker, Refers):
            return f"id of a {marker.target}"
        if isinstance(marker, Reader):
            return marker.expected.partition(" such as ")[0].removeprefix("an ").removeprefix("a ")
        return "text, or one per language" if marker is Prose else "text"

    def _forms(self, kind: Kind) -> str:
        """Return how several values of a kind are written."""
        if isinstance(kind, Part):
            return self._link(kind.record, _plural(noun(kind.record)))
        if isinstance(kind, Leaf):
            marker = kind.marker
            if isinstance(marker, Vocabulary):
                return self._word(marker, marker.title[:1].lower() + marker.title[1:])
            if isinstance(marker, Refers):
                return " or ".join(f"{_plural(each)}" for each in marker.nouns) + ", by id"
            if isinstance(marker, Reader):
                return _plural(self._form(kind))
            return "texts, each in one language or several" if marker is Prose else "texts"
        return self._form(kind)

    def _link(self, record: type[Record], text: str) -> str:
        heading = self._headings.get(record) or noun(record)
        return f"[{text}](#{_anchor(heading)})"

    def _word(self, vocabulary: Vocabulary, text: str) -> str:
        self._used.add(vocabulary.name)
        return f"[{text}](#{_anchor(vocabulary.title)})"


def _record_in(kind: Kind) -> type[Record] | None:
    """Return the record that a value consists of, itself or item by item."""
    if isinstance(kind, Listing | Table):
        return _record_in(kind.of)
    return kind.record if isinstance(kind, Part) else None


def _vocabulary(vocabulary: Vocabulary) -> Iterator[str]:
    yield f"### {vocabulary.title}\n"
    if vocabulary.families:
        forms = " or ".join(f"`{family}:some-words`" for family in vocabulary.families)
        yield f"Your own: {forms}.\n"
    if vocabulary.extended_by:
        yield f"A plan adds its own under `{vocabulary.extended_by}` in [`vocabulary`](#vocabulary).\n"
    yield "| word | label | meaning | also understood |"
    yield "|---|---|---|---|"
    for word in vocabulary:
        cells = (f"`{word.slug}`", word.label, word.help, ", ".join(word.aliases))
        yield f"| {' | '.join(_cell(cell) for cell in cells)} |"
    yield ""


def _description(record: type[Record], name: str) -> str:
    return _cell(record.model_fields[name].description or "")


def _about(record: type[Record]) -> str:
    return " ".join((record.__doc__ or "").split())


def _example(record: type[Record], name: str) -> str:
    examples = examples_of(record, name)
    return f"; e.g. `{_cell(in_one_line(examples[0]))}`" if examples else ""


def _audience(record: type[Record], name: str) -> str:
    extra = record.model_fields[name].json_schema_extra
    return "private" if extra == PRIVATE else "public" if extra == PUBLIC else "coalition"


def _shorthand(record: type[Record]) -> str:
    return str(getattr(record, "shorthand", ""))


def _cell(text: str) -> str:
    """Return text as it may stand in a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")


def _anchor(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    return "".join(c for c in heading.lower().replace(" ", "-") if c.isalnum() or c in "-_")


def _plural(noun_: str) -> str:
    if noun_.endswith("y") and noun_[-2:-1] not in "aeiou":
        return f"{noun_[:-1]}ies"
    if noun_.endswith(("ss", "x", "ch", "sh")):
        return f"{noun_}es"
    return noun_ if noun_.endswith("s") else f"{noun_}s"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
