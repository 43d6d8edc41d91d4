"""The press: templates, languages and the sandbox, set up once for any number of documents."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from coalitionkit.places import PLAN
from coalitionkit.publish.environment import Sandbox
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.language import Language, language
from coalitionkit.publish.templates import FOLDER, Folders


class Press:
    """Makes documents from templates. Templates and languages are read once."""

    def __init__(self, folders: Folders) -> None:
        self.folders = folders
        self._sandbox = Sandbox(folders)
        self._languages: dict[tuple[str, ...], Language] = {}

    def language(self, code: str, *, needs: Sequence[str]) -> Language:
        """Return the language to write in: the one asked for if it has what is `needed`, else English."""
        key = (code, *needs)
        if key not in self._languages:
            self._languages[key] = language(code, self.folders, needs=needs)
        return self._languages[key]

    def write(self, name: str, values: dict[str, object]) -> str:
        """Return the text of a template: no idle space at the ends of lines, one newline at the end."""
        lines = [line.rstrip() for line in self._sandbox.write(name, values).split("\n")]
        kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
        return "\n".join(kept).strip("\n") + "\n"


def notice(asked: str, tongue: Language) -> Gap | None:
    """Return the gap that stands where a document is not in the language that was asked for."""
    if tongue.code in {asked, asked.partition("-")[0]}:
        return None
    message = f"there are no templates in '{asked}' for this yet: it is in '{tongue.code}'"
    return tongue.missing("language", message, PLAN / FOLDER / asked)


def gaps_in(value: object) -> tuple[Gap, ...]:
    """Return every gap of a context once, in the order of its fields."""
    return tuple(dict.fromkeys(_gaps(value)))


def _gaps(value: object) -> Iterator[Gap]:
    if isinstance(value, Gap):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _gaps(item)
    else:
        kind: Any = type(value)
        for name in _names(kind):
            yield from _gaps(getattr(value, name))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
