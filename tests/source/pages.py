"""Texts as pages, and what splices make of them."""

from collections.abc import Sequence

from coalitionkit.source.page import Page
from coalitionkit.source.reader import read
from coalitionkit.source.splices import Splice, spliced
from coalitionkit.source.text import Text


def page(text: str, *, blocks: bool = True) -> Page:
    """Return a text with its tree."""
    reading = read(Text("a.yaml", text))
    return Page(reading.text, reading.root, blocks=blocks)


def after(text: str, splices: Sequence[Splice]) -> str:
    """Return a text with splices made."""
    return spliced(text, splices)


def touched(text: str, splices: Sequence[Splice]) -> list[str]:
    """Return what splices take away, piece by piece."""
    return [text[one.start : one.end] for one in splices]
