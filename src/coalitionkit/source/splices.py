"""Stretches of text replaced by others: all that writing into a file ever does to it."""

from collections.abc import Iterable
from typing import NamedTuple

from coalitionkit.errors import UneditableError


class Splice(NamedTuple):
    """Other text in place of the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


def spliced(content: str, splices: Iterable[Splice]) -> str:
    """Return a text with all splices made. Raises UneditableError when two of them overlap."""
    parts: list[str] = []
    done = 0
    for start, end, text in sorted(splices, key=lambda splice: splice[:2]):
        if start < done:
            raise UneditableError(
                "two changes of the same line get in each other's way; make them one by one"
            )
        parts += [content[done:start], text]
        done = end
    return "".join([*parts, content[done:]])
