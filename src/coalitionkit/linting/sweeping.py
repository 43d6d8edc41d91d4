"""Verdicts that were found long ago leave the folder in which they are kept: plans come and go."""

import re
from contextlib import suppress
from os import DirEntry, scandir
from pathlib import Path

_SHELF = re.compile(r"[0-9a-f]{2}")
_VERDICT = re.compile(r"[0-9a-f]{38}\.json")


def sweep(folder: Path, before: float) -> None:
    """Remove the verdicts that were kept before a moment, told in seconds as files tell it.

    Nothing else in the folder is touched: it may be one that others use too. What cannot be removed stays.
    """
    for shelf in _entries(folder):
        if _SHELF.fullmatch(shelf.name) and shelf.is_dir(follow_symlinks=False):
            for entry in _entries(shelf.path):
                _remove_old(entry, before)
            with suppress(OSError):  # only an empty one goes
                Path(shelf.path).rmdir()


def _entries(folder: Path | str) -> list[DirEntry[str]]:
    try:
        with scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _remove_old(entry: DirEntry[str], before: float) -> None:
    with suppress(OSError):
        is_ours = _VERDICT.fullmatch(entry.name) and entry.is_file(follow_symlinks=False)
        if is_ours and entry.stat(follow_symlinks=False).st_mtime < before:
            Path(entry.path).unlink()
