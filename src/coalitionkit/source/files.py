"""The files of a plan as they were read: names and bytes."""

from typing import NamedTuple


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
