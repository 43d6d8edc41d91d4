"""A review of all templates of a plan: those that ship in the places that it leaves to them, and its own."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from coalitionkit.errors import CoalitionError, MissingExtraError
from coalitionkit.publish.blocks import blocks
from coalitionkit.publish.environment import Sandbox
from coalitionkit.publish.forms import LETTERHEAD, PAGE
from coalitionkit.publish.language import FALLBACK, language
from coalitionkit.publish.meetings.outlines import outline
from coalitionkit.publish.proofs import Complaint, asked_of, complaints
from coalitionkit.publish.shapes import whole
from coalitionkit.publish.shelf import WORDS, outline_kinds, that_ship
from coalitionkit.publish.templates import FOLDER, Folders, is_name

_A_DAY = date(2026, 3, 2)
_SAMPLE = (
    "# A\n\n- b **c** [d](https://example.org)\n\n1. e\n\n> f\n\n| g | h |\n|---|--:|\n| i | j |\n\n---\n"
)
_OPTIONAL = ("articles", "conjunction_before", "units", "words")
"""What a language may leave out, at least in part: forms that not every language needs."""


def reviewed(folders: Folders) -> tuple[Complaint, ...]:
    """Return what is wrong with the templates of a plan, each thing once, file by file."""
    found = [*_texts(folders), *_words(folders), *_outlines(folders), *_pages(folders), *_strangers(folders)]
    return tuple(dict.fromkeys(found))


def _texts(folders: Folders) -> Iterator[Complaint]:
    sandbox, shipped = Sandbox(folders), Sandbox(that_ship())
    for name in folders.every():
        if name.endswith(".j2"):
            try:
                yield from complaints(name, sandbox, _given(name, shipped))
            except CoalitionError as error:
                yield _complaint(error, name)


def _given(name: str, shipped: Sandbox) -> set[str]:
    """Return the names of the records that a template gets: those that the one that ships makes use of."""
    rest = name.partition("/")[2]
    of_shipped = f"{FALLBACK}/{rest}"
    if rest.rpartition("/")[2].startswith("_"):
        return set(whole())
    if shipped.has(of_shipped):
        return asked_of(of_shipped, shipped) or set(whole())
    return {"agenda"} if "/" in rest else {"record"}


def _words(folders: Folders) -> Iterator[Complaint]:
    """Complain of languages that lack a word or a form which every language needs."""
    needed = set(_keys(that_ship().data(f"es/{WORDS}")))
    codes = sorted({name.partition("/")[0] for name in folders.every() if name.endswith((".j2", ".json"))})
    for code in codes:
        name = f"{code}/{WORDS}"
        file = f"{FOLDER}/{name}"
        try:
            if not folders.has(name):
                yield Complaint(file, 1, f"it is missing: nothing is made in '{code}' without it")
                continue
            language(code, folders, needs=())
            lacking = sorted(needed - set(_keys(folders.data(name)))) if code != FALLBACK else []
        except CoalitionError as error:
            yield _complaint(error, file)
            continue
        for key in lacking:
            yield Complaint(file, 1, f"{key} is missing")


def _keys(words: dict[str, Any], above: str = "") -> Iterator[str]:
    for key, value in words.items():
        if key in _OPTIONAL and not above:
            continue
        if isinstance(value, dict):
            yield from _keys(value, f"{above}{key}.")
        else:
            yield f"{above}{key}"


def _outlines(folders: Folders) -> Iterator[Complaint]:
    for code, kind in outline_kinds(folders):
        try:
            outline(kind, code, folders)
        except CoalitionError as error:
            yield _complaint(error, f"{FOLDER}/{code}/agendas/{kind}.json")


def _pages(folders: Folders) -> Iterator[Complaint]:
    """Complain of a letterhead and of a page that no document could be set on."""
    sample = blocks(_SAMPLE)
    try:
        own = folders.file(LETTERHEAD)
        if own:
            from coalitionkit.publish.writers.word import filled

            values = dict.fromkeys(("title", "coalition", "language", "day"), "x")
            at = datetime(_A_DAY.year, _A_DAY.month, _A_DAY.day, tzinfo=UTC)
            filled(sample, template=own.data, file=own.file, values=values, day=at)
    except CoalitionError as error:
        yield _complaint(error, f"{FOLDER}/{LETTERHEAD}")
    try:
        from coalitionkit.publish.writers.pdf import document

        page = folders.source(PAGE)
        document(sample, page=page, title="x", coalition="x", language=FALLBACK, day=_A_DAY)
    except MissingExtraError:
        return  # without Typst there are no PDF files to be broken
    except CoalitionError as error:
        yield _complaint(error, f"{FOLDER}/{PAGE}")


def _strangers(folders: Folders) -> Iterator[Complaint]:
    """Complain of files that no document would ever be made with."""
    for root in folders.roots[:-1]:
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root).as_posix()
            hidden = any(part.startswith((".", "~")) for part in Path(name).parts)
            if path.is_file() and not is_name(name) and not hidden:
                yield Complaint(path.as_posix(), 1, "no template has a name like this: it is never used")


def _complaint(error: CoalitionError, name: str) -> Complaint:
    """Return an error as a complaint; those about templates begin with their file and line."""
    file, _, rest = error.message.partition(":")
    line, _, message = rest.partition(": ")
    if line.isdigit():
        return Complaint(file, int(line), message)
    return Complaint(name, 1, error.message.removeprefix(f"{name}: "))
