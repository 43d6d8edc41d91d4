"""A word to whoever has just begun a private file that git would take for one of its own."""

import os
from collections.abc import Iterable
from pathlib import Path

from coalitionkit.cli import console
from coalitionkit.errors import ConfigurationError
from coalitionkit.source.files import RevisedFile


def warn_of_open(files: Iterable[RevisedFile]) -> None:
    """Say so when private values were written to a new file that git does not ignore."""
    for file in files:
        if file.before is None and file.file.endswith(".private.yaml") and _git_would_take(Path(file.file)):
            name = Path(file.file).name
            console.say(
                f"warning: {file.file} holds private values, and git does not ignore it yet; "
                f"add the line '{name}' to .gitignore before you commit"
            )


def _git_would_take(file: Path) -> bool:
    """Whether a file lies in a git repository that does not ignore it; without git nothing takes it."""
    from coalitionkit.history.git import Git

    try:
        git = Git(os.environ)
    except ConfigurationError:
        return False
    listing = ("ls-files", "--others", "--exclude-standard", "--error-unmatch", "--", file.name)
    return git.run(file.absolute().parent, *listing).returncode == 0
