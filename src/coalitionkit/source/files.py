"""The files of a plan as they were read: names and bytes."""

from pathlib import PurePosixPath
from typing import NamedTuple

PLAN = "coalition.yaml"
"""The name of a plan, if it is to be found by itself."""

FRAGMENTS = "coalition.d"
"""The folder beside a plan that holds its fragments."""


PRIVATE = ".private.yaml"
"""How the names of private overlays end."""


class RawFile(NamedTuple):
    """A file as it was read: `data` is None when the file is too large and was left unread."""

    file: str
    data: bytes | None
    size: int


class PlanFiles(NamedTuple):
    """The files of one plan: the main file, its fragments and its private overlay, if there is one."""

    main: RawFile
    fragments: tuple[RawFile, ...] = ()
    overlay: RawFile | None = None


class RevisedFile(NamedTuple):
    """A file before and after: `before` is None when it is new, `after` is None when it is to go."""

    file: str
    before: bytes | None
    after: bytes | None


def overlay_name(main: str) -> str:
    """Return the name of the private overlay that belongs to a plan."""
    path = PurePosixPath(main)
    return str(path.with_name(path.stem + PRIVATE))


def fragment_name(main: str, section: str) -> str:
    """Return the name of the fragment of a plan that holds a section."""
    return str(PurePosixPath(main).parent / FRAGMENTS / f"{section.replace('_', '-')}.yaml")
