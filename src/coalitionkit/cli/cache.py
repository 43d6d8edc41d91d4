"""Where verdicts are kept between runs, and how many processes there are to share the work."""

import os
import sys
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


def memory() -> Memory:
    """Return what this user knows of plans: in COALITION_CACHE_DIR, or where the system keeps such things."""
    return Memory(_folder(), code=_code(), base=Path.cwd())


def processors() -> int:
    """Return how many processes can run at the same time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _folder() -> Path:
    stated = os.environ.get("COALITION_CACHE_DIR")
    if stated:
        return Path(stated)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "coalitionkit" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "coalitionkit"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "coalitionkit"


def _code() -> str:
    """Return what changes with the code that judges: its version, and size and time of each of its files."""
    parts = [coalitionkit.__version__, sys.version]
    folders = [Path(coalitionkit.__file__).parent]
    while folders:
        for entry in sorted(os.scandir(folders.pop()), key=lambda entry: entry.path):
            if entry.is_dir():
                folders.append(Path(entry.path))
            elif entry.name.endswith(".py"):
                about = entry.stat()
                parts.append(f"{entry.name}:{about.st_size}:{about.st_mtime_ns}")
    return "\n".join(parts)
