"""Where results go: each `--format FORMAT[=FILE]` is one output."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from coalitionkit.cli import console
from coalitionkit.errors import ConfigurationError, UnreadableFileError
from coalitionkit.exchange.report import Repository
from coalitionkit.prose import did_you_mean, listed
from coalitionkit.source.store import write_whole
from coalitionkit.workspace import repository_around


class Output(NamedTuple):
    """A format and the file it is written to; None stands for the terminal or pipe."""

    format: str
    file: Path | None

    def show(self, lines: Iterable[console.Line]) -> None:
        """Write lines for people."""
        if self.file is None:
            console.show(lines)
        else:
            self.write("".join(console.plain(line) for line in lines))

    def write(self, text: str) -> None:
        """Write text for programs. Raises UnreadableFileError when the file cannot be written."""
        if self.file is None:
            console.write(text)
            return
        try:
            write_whole(self.file, text)
        except OSError as error:
            message = f"cannot write '{self.file}': {error.strerror or error}"
            raise UnreadableFileError(message, hint=no_folder(self.file)) from error

    def write_csv(self, text: str) -> None:
        """Write a table as `write` does; a file tells Excel that it is UTF-8."""
        from coalitionkit.exchange.csv_table import BYTE_ORDER_MARK

        self.write(text if self.file is None else BYTE_ORDER_MARK + text)


def no_folder(file: Path) -> str:
    """Return what to do where the folder of a file is missing; "" where it is there."""
    return "" if file.parent.is_dir() else f"make the folder '{file.parent.as_posix()}' first"


def outputs(wanted: Sequence[str], known: Sequence[str]) -> list[Output]:
    """Read `--format` values. Raises ConfigurationError for an unknown format or two for the terminal."""
    result: list[Output] = []
    for text in wanted:
        name, equals, file = text.partition("=")
        if name not in known:
            hint = did_you_mean(name, known) or f"; choose {listed(known, 'or')}"
            raise ConfigurationError(f"there is no format '{name}'{hint}")
        if equals and not file:
            raise ConfigurationError(f"--format {text}: the name of the file is missing")
        if file.casefold().endswith((".yaml", ".yml")):
            raise ConfigurationError(
                f"--format {text}: that would replace a plan, or pass for one; name another file"
            )
        result.append(Output(name, Path(file) if file else None))
    if sum(1 for output in result if output.file is None) > 1:
        raise ConfigurationError(
            "only one format can go to the terminal; give the others a file, as in --format json=out.json"
        )
    files = [output.file.resolve() for output in result if output.file]
    if len(set(files)) < len(files):
        raise ConfigurationError("two formats cannot go to one file; give each a file of its own")
    return result


STEP_SUMMARY_ROOM = 1_000_000
"""How many bytes of a summary GitHub takes from a step, rounded down."""


def add_to_step_summary(text: str) -> None:
    """Add Markdown to the summary of the GitHub step that this runs in; elsewhere do nothing.

    Raises UnreadableFileError when the file that GitHub named cannot be written.
    """
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    try:
        with Path(file).open("a", encoding="utf-8", newline="\n") as summary:
            summary.write(text)
    except OSError as error:
        raise UnreadableFileError(f"cannot write '{file}': {error.strerror or error}") from error


def repository() -> Repository:
    """Return the repository around the folder one stands in; where there is none, that folder is its top."""
    here = Path.cwd()
    return Repository(repository_around(here) or here, here)
