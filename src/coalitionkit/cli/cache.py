"""Where verdicts are kept between runs, and how many processes there are to share the work."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

import coalitionkit
from coalitionkit.linting import Memory

NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Judge every plan again, and keep nothing for the next time.")
]

Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        min=1,
        metavar="NUMBER",
        help="How many processes check many plans.",
        show_default="one for each processor",
    ),
]


_DAY = 24 * 60 * 60
_LONGEST = 90 * _DAY


def memory() -> Memory | None:
    """Return what this user knows of plans: in COALITION_CACHE_DIR, or where the system keeps such things.

    None where the system does not say where that is.
    """
    folder = _folder()
    if folder is None:
        return None
    _keep_small(folder)
    return Memory(folder, code=_code(), base=Path.cwd())


def processors() -> int:
    """Return how many processes can run at the same time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _keep_small(folder: Path) -> None:
    """Once a day, remove what was kept long ago: of plans that are gone, nobody would ever do it."""
    now, marker = time.time(), folder / "swept"
    try:
        is_due = abs(now - marker.stat().st_mtime) > _DAY
    except FileNotFoundError:
        is_due = folder.is_dir()
    except OSError:
        is_due = False
    if is_due:
        from coalitionkit.linting.sweeping import sweep

        with suppress(OSError):
            marker.touch()
            sweep(folder, now - _LONGEST)


def _folder() -> Path | None:
    if stated := os.environ.get("COALITION_CACHE_DIR"):
        return Path(stated)
    try:
        if sys.platform == "win32":
            local = os.environ.get("LOCALAPPDATA")
            return (Path(local) if local else Path.home() / "AppData" / "Local") / "coalitionkit" / "cache"
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "coalitionkit"
        # One that is not told in full does not count, as the convention has it.
        stated = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(stated) if Path(stated).is_absolute() else Path.home() / ".cache") / "coalitionkit"
    except RuntimeError:  # a user without a home
        return None


def _code() -> str:
    """Return what changes with what judges: version, files of the code, and what is installed beside it."""
    parts = [coalitionkit.__version__, sys.version]
    folders = [Path(coalitionkit.__file__).parent]
    while folders:
        for entry in sorted(os.scandir(folders.pop()), key=lambda entry: entry.path):
            if entry.is_dir():
                folders.append(Path(entry.path))
            elif entry.name.endswith(".py"):
                parts.append(f"{entry.name}:{_about(entry.stat())}")
    # Such a folder changes when a package comes, goes or is replaced by another version of it.
    beside = (Path(path) for path in sys.path if path.endswith("-packages"))
    parts += [f"{folder}:{_about(folder.stat())}" for folder in beside if folder.is_dir()]
    return "\n".join(parts)


def _about(file: os.stat_result) -> str:
    return f"{file.st_size}:{file.st_mtime_ns}"
