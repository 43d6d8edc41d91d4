"""Where templates lie, and reading them: the plan's own folder first, then those that ship.

Nothing outside these folders is ever read, whatever a template asks for.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coalitionkit.errors import BrokenTemplateError
from coalitionkit.shipped import shipped

FOLDER = "templates"
MAX_SIZE = 200_000
"""The largest template or file of words that is read, in bytes."""

MAX_FILE = 5_000_000
"""The largest Word template that is read, in bytes: a letterhead may hold pictures."""

_NAME = re.compile(
    r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*\.(?:j2|json|css|typ|docx)\Z"
)
_OF_PLANS = "init/"
"""Where the files lie that a new plan begins with."""


@dataclass(frozen=True, slots=True)
class Source:
    """A template as it was read, and its file as a person knows it."""

    text: str
    file: str


@dataclass(frozen=True, slots=True)
class Binary:
    """A template that is no text, and its file as a person knows it."""

    data: bytes
    file: str


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders in which templates are looked for, the first one first."""

    roots: tuple[Path, ...]

    @classmethod
    def around(cls, plan: Path) -> "Folders":
        """Return the folders for a plan that lies in this folder.

        Raises BrokenTemplateError when the plan's templates turn out to lie elsewhere.
        """
        own = plan / FOLDER
        if not own.is_dir():
            return cls((shipped(FOLDER),))
        if not own.resolve().is_relative_to(plan.resolve()):
            raise BrokenTemplateError(f"'{own.as_posix()}' is a link to a folder outside the plan")
        return cls((own, shipped(FOLDER)))

    def find(self, name: str) -> Source | None:
        """Return a template by its name, such as `en/agenda.md.j2`; None when there is none.

        Raises BrokenTemplateError for a name or a link that leads out of the folders, and for a file that
        cannot be read.
        """
        found = self._found(name)
        return _read(*found) if found else None

    def source(self, name: str) -> Source:
        """Return a template that ships, or the plan's own in its place."""
        found = self.find(name)
        if found is None:
            raise BrokenTemplateError(f"there is no template '{name}'")
        return found

    def text(self, name: str) -> str:
        """Return the text of a template that ships, or of the plan's own in its place."""
        return self.source(name).text

    def file(self, name: str) -> Binary | None:
        """Return a template that is no text; None when there is none."""
        found = self._found(name)
        return Binary(_bytes(*found, MAX_FILE), found[0].as_posix()) if found else None

    def _found(self, name: str) -> tuple[Path, Path] | None:
        """Return the file of a template and the folder that it lies in."""
        if not _NAME.match(name):
            raise BrokenTemplateError(
                f"'{name}' is not the name of a template",
                hint=f"names lie below the folder {FOLDER}, as in en/agenda.md.j2",
            )
        for root in self.roots:
            path = root / name
            if path.is_file():
                return path, root
        return None

    def data(self, name: str) -> dict[str, Any]:
        """Return a file of words; what the plan's own file says goes before what ships, key by key."""
        found: dict[str, Any] = {}
        for root in reversed(self.roots):
            source = Folders((root,)).find(name)
            if source is not None:
                found = _laid_over(found, _mapping(source))
        return found

    def every(self) -> list[str]:
        """Return the names of all templates, sorted; none of them has to be readable."""
        found = {path.relative_to(root).as_posix() for root in self.roots for path in root.rglob("*")}
        return sorted(name for name in found if is_name(name) and self._found(name))

    def names(self, folder: str, ending: str) -> list[str]:
        """Return the names, without their ending, of the files in a folder of templates, sorted."""
        found = {path.name for root in self.roots for path in (root / folder).glob(f"*{ending}")}
        return sorted(name.removesuffix(ending) for name in found)

    def has(self, name: str) -> bool:
        """Whether there is a template of this name."""
        return self.find(name) is not None


def is_name(name: str) -> bool:
    """Whether a file of this name, below the folder of templates, is a template."""
    return bool(_NAME.match(name)) and not name.startswith(_OF_PLANS)


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Return texts by keys, those of one mapping in place of another's; what only one has stays."""
    both = {
        key: _laid_over(below[key], above[key])
        for key in below.keys() & above.keys()
        if _maps(below[key], above[key])
    }
    return {**below, **above, **both}


def _maps(*values: object) -> bool:
    return all(isinstance(value, dict) for value in values)


def _read(path: Path, root: Path) -> Source:
    data = _bytes(path, root, MAX_SIZE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BrokenTemplateError(f"'{path.as_posix()}' is not written in UTF-8") from None
    return Source(text.replace("\r\n", "\n"), path.as_posix())


def _bytes(path: Path, root: Path, most: int) -> bytes:
    file = path.as_posix()
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            raise BrokenTemplateError(f"'{file}' is a link to a file outside '{root.as_posix()}'")
        with path.open("rb") as opened:
            data = opened.read(most + 1)
    except OSError as error:
        raise BrokenTemplateError(f"cannot read '{file}': {error.strerror or error}") from error
    if len(data) > most:
        raise BrokenTemplateError(f"'{file}' is larger than {most} bytes")
    return data


def _mapping(source: Source) -> dict[str, Any]:
    try:
        read = json.loads(source.text)
    except json.JSONDecodeError as error:
        raise BrokenTemplateError(f"{source.file}:{error.lineno}: not JSON: {error.msg}") from None
    except RecursionError:
        raise BrokenTemplateError(f"{source.file}: nested too deep") from None
    if not isinstance(read, dict):
        raise BrokenTemplateError(f"{source.file}: expected {{…}} with keys and values")
    return read
