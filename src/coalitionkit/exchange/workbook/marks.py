"""What the machine leaves in a workbook to find its way back: a hidden row of keys, and a hidden sheet.

The sheet keeps, for each cell, a short sum of its text on the day it was written. A cell whose text still has
that sum was not touched, whatever the plan says by now: a workbook that comes back late undoes nothing.
"""

from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

from coalitionkit.errors import ConfigurationError
from coalitionkit.exchange.workbook.words import canonical

SHEET = "coalition"
"""The name of the hidden sheet."""

_MARK = "coalition worksheet"
_VERSION = "1"
_SUM_BYTES = 5


class Mark(NamedTuple):
    """What the first cell of a sheet says: which part it is, in which language."""

    part: str
    language: str


def mark_text(part: str, language: str) -> str:
    """Return the text that marks the row of keys; it stands in the column of ids."""
    return f"{_MARK} {_VERSION}; {part}; {language}"


def mark_in(text: str) -> Mark | None:
    """Return what a cell marks, None for any other text. Raises ConfigurationError for a newer release's."""
    if not text.startswith(_MARK):
        return None
    version, part, language = [*(piece.strip() for piece in text.removeprefix(_MARK).split(";")), "", ""][:3]
    if version != _VERSION:
        raise ConfigurationError(
            f"this worksheet was written by another release (its form is {version or 'unknown'})",
            hint="write it anew with 'coalition inventory worksheet', or install a newer release",
        )
    return Mark(part, language)


def digest(text: str) -> str:
    """Return the short sum of a cell's text."""
    return blake2b(canonical(text).encode("utf-8", "replace"), digest_size=_SUM_BYTES).hexdigest()


def remembered(cells: Mapping[str, str]) -> str:
    """Return the sums of a row's cells as one text."""
    return " ".join(f"{key}={digest(text)}" for key, text in cells.items())


Baseline = Mapping[tuple[str, str], Mapping[str, str]]
"""The sums of cells by part and id, then by column."""


def baseline(rows: list[list[str]]) -> Baseline:
    """Return what the hidden sheet remembers."""
    return {
        (row[0], row[1]): dict(pair.split("=", 1) for pair in row[2].split() if "=" in pair)
        for row in rows
        if len(row) > 2  # noqa: PLR2004 - part, id and sums
    }
