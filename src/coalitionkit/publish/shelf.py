"""The shelf: which templates there are, where each comes from and what it is for."""

import re
from pathlib import Path
from typing import NamedTuple

from coalitionkit.errors import BrokenTemplateError, UnknownRecordError
from coalitionkit.prose import did_you_mean
from coalitionkit.publish.forms import LETTERHEAD, PAGE, STYLES
from coalitionkit.publish.templates import FOLDER, Folders
from coalitionkit.shipped import shipped

WORDS = "language.json"
_COMMENT = re.compile(r"\s*{#-?\s*(.*?)(?:[.:](?:\s|-?#})|\s*-?#})", re.DOTALL)
_PURPOSES = {
    LETTERHEAD: "the letterhead and styles of Word files, to be changed in Word",
    PAGE: "the page that PDF files are set on, in Typst",
    STYLES: "what HTML files look like, in CSS",
}


class Template(NamedTuple):
    """A template by its name; `own` says that it lies in the plan, at `file`."""

    name: str
    own: bool
    file: str
    purpose: str


def shelf(folders: Folders) -> tuple[Template, ...]:
    """Return every template that documents are made with, sorted by name."""
    names = sorted({*folders.every(), LETTERHEAD})
    return tuple(_template(name, folders) for name in names)


def content(name: str, folders: Folders) -> bytes:
    """Return a template as it is: the plan's own, or the one that ships.

    Raises UnknownRecordError when there is none of this name.
    """
    if name in folders.every():
        found = folders.file(name)
        if found is not None:
            return found.data
    if name == LETTERHEAD:
        from coalitionkit.publish.writers.starter import starter

        return starter()
    hint = did_you_mean(name, [one.name for one in shelf(folders)]).removeprefix("; ")
    raise UnknownRecordError(
        f"there is no template '{name}'", hint=hint or "all of them: coalition template list"
    )


def own_documents(folders: Folders) -> dict[str, list[str]]:
    """Return the documents that a plan adds, each with the languages that it has a template in."""
    ships = {name.partition("/")[2] for name in that_ship().every()}
    found: dict[str, list[str]] = {}
    for name in folders.every():
        language, _, rest = name.partition("/")
        stem = rest.removesuffix(".md.j2")
        if stem != rest and rest not in ships and "/" not in stem and not stem.startswith("_"):
            found.setdefault(stem, []).append(language)
    return found


def that_ship() -> Folders:
    """Return the templates that ship, without those of any plan."""
    return Folders((shipped(FOLDER),))


def _template(name: str, folders: Folders) -> Template:
    own = len(folders.roots) > 1 and (folders.roots[0] / name).is_file()
    file = (folders.roots[0] / name).as_posix() if own else ""
    return Template(name, own, file, _purpose(name, folders))


def _purpose(name: str, folders: Folders) -> str:
    if name in _PURPOSES:
        return _PURPOSES[name]
    rest = name.partition("/")[2]
    path = Path(rest)
    if rest == WORDS:
        return "words, dates, times and money as this language writes them"
    if path.parent.name == "agendas":
        kind = path.name.partition(".")[0]
        return (
            f"the points of the agenda '{kind}'"
            if path.suffix == ".json"
            else f"what goes with the agenda '{kind}'"
        )
    if path.suffix == ".json":
        return f"words for the documents about '{path.stem}'"
    # What ships says what it is for in English; a template of the plan's own says so itself.
    for choice in (f"en/{rest}", name):
        try:
            source = folders.find(choice) if choice == name else that_ship().find(choice)
        except BrokenTemplateError:
            source = None
        found = _COMMENT.match(source.text) if source else None
        if found:
            return " ".join(found[1].split())
    return f"a document of your own: coalition render document {path.name.partition('.')[0]}"


def outline_kinds(folders: Folders) -> list[tuple[str, str]]:
    """Return the language and kind of every outline of an agenda."""
    names = [name.split("/") for name in folders.every() if name.endswith(".json")]
    return [(parts[0], parts[2].removesuffix(".json")) for parts in names if parts[1:2] == ["agendas"]]
