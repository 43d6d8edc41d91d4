"""What stands in the cells of a column: how a value becomes a text, and a text data for an edit.

`read` raises ValueError with a sentence for a text that cannot be used. Reading what is shown gives the value
again, so a cell that nobody touched is never a change.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from pydantic_core import PydanticCustomError

from coalitionkit.edits import Bare, Data
from coalitionkit.exchange.workbook.days import days_meant, without_time
from coalitionkit.exchange.workbook.texts import every_text
from coalitionkit.exchange.workbook.words import Labels, Words, alike, canonical
from coalitionkit.model.holdings import Holdings
from coalitionkit.model.values import Prose, Reader
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.periods import PartialDate
from coalitionkit.prose import listed, quoted

SEPARATOR = "; "
MOST_IN_A_CELL = 32_000
"""How many characters a cell may hold, rounded down from what spreadsheets take."""

_PARTS = re.compile(r"[;\n]")
_LEVEL = re.compile(r"([0-4])(?:[\s.:)\u2013-]+([^\W\d_]\D*)?)?\Z")
"""A level, alone or before its words: with another number it may be a half or a range."""


class Content(Protocol):
    """What the cells of a column hold."""

    def shown(self, value: Any, words: Words, /) -> str:
        """Return the text for a value; "" for none."""
        ...

    def read(self, text: str, words: Words, /) -> Data:
        """Return the data that a text makes, or raise ValueError with a sentence."""
        ...

    def choices(self, words: Words, /) -> Sequence[str]:
        """Return what a drop-down offers; nothing where any text will do."""
        ...


class Plain(NamedTuple):
    """Text as it is."""

    def shown(self, value: Any, _words: Words, /) -> str:
        """Return the text itself."""
        return str(value or "")

    def read(self, text: str, _words: Words, /) -> Data:
        """Return the text itself."""
        return text

    def choices(self, _words: Words, /) -> Sequence[str]:
        """Offer nothing."""
        return ()


class Printed(NamedTuple):
    """Prose, in the language of the worksheet; a text without a language counts for each."""

    def shown(self, value: Any, words: Words, /) -> str:
        """Return the text in the language of the worksheet."""
        return (value.in_language(words.said.code) or "") if isinstance(value, Prose) else ""

    def read(self, text: str, _words: Words, /) -> Data:
        """Return the text itself."""
        return text

    def choices(self, _words: Words, /) -> Sequence[str]:
        """Offer nothing."""
        return ()


class Read(NamedTuple):
    """What a reader of the format takes: a date, a whole number, a web address."""

    reader: Reader

    def shown(self, value: Any, _words: Words, /) -> str:
        """Return the value as it is written in the plan."""
        return "" if value is None else str(value)

    def read(self, text: str, _words: Words, /) -> Data:
        """Return the text that the plan will hold; a day without the time that programs add to it."""
        is_date = self.reader.python is PartialDate
        text = without_time(text) if is_date else text
        try:
            self.reader.value(text)
        except PydanticCustomError as error:
            message = error.message()
            said = message if text in message else f"{quoted(text)}: {message}"
            meant = days_meant(text) if is_date else ()
            raise ValueError(f"{said}; did you mean {listed(meant, 'or')}?" if meant else said) from None
        return text if self.reader.python is str else Bare(text)

    def choices(self, _words: Words, /) -> Sequence[str]:
        """Offer nothing."""
        return ()


class OneOf(NamedTuple):
    """One word of a list; `of` finds the list."""

    of: Callable[[Words], Labels]

    def shown(self, value: Any, words: Words, /) -> str:
        """Return the label of the word."""
        return self.of(words).label(value) if value else ""

    def read(self, text: str, words: Words, /) -> Data:
        """Return the slug or id."""
        return _key(self.of(words), text)

    def choices(self, words: Words, /) -> Sequence[str]:
        """Offer the labels."""
        return list(self.of(words).shown.values())


class Several(NamedTuple):
    """Several words of a list, with semicolons between them."""

    of: Callable[[Words], Labels]

    def shown(self, value: Any, words: Words, /) -> str:
        """Return the labels of the words."""
        return SEPARATOR.join(self.of(words).label(key) for key in value or ())

    def read(self, text: str, words: Words, /) -> Data:
        """Return the slugs or ids, each once."""
        return _keys(self.of(words), text)

    def choices(self, words: Words, /) -> Sequence[str]:
        """Offer the labels."""
        return list(self.of(words).shown.values())


class Graded(NamedTuple):
    """A level from 0 to 4, shown with what it stands for."""

    levels: Vocabulary

    def shown(self, value: Any, words: Words, /) -> str:
        """Return the level and its label: `2 Compatible`."""
        return "" if value is None else f"{value} {words.of(self.levels).label(str(value))}"

    def read(self, text: str, words: Words, /) -> Data:
        """Return the level; a label alone is understood too."""
        labels = words.of(self.levels)
        found = _LEVEL.match(text)
        level = found[1] if found else labels.key(text) if any(map(str.isalpha, text)) else None
        if level is None:
            raise ValueError(
                f"{quoted(text)} is no level; choose one from the list, or write 0, 1, 2, 3 or 4"
            )
        named = labels.key(found[2]) if found and found[2] else None
        if named not in (None, level):
            raise ValueError(f"{quoted(text)} is two levels: what it says is {named}; write the one meant")
        return Bare(level)

    def choices(self, words: Words, /) -> Sequence[str]:
        """Offer the levels."""
        return [f"{word.slug} {words.of(self.levels).label(word.slug)}" for word in self.levels]


class YesOrNo(NamedTuple):
    """A flag."""

    answers: Vocabulary

    def shown(self, value: Any, words: Words, /) -> str:
        """Return yes or no in the language of the worksheet; "" for neither."""
        return "" if value is None else words.of(self.answers).label("yes" if value else "no")

    def read(self, text: str, words: Words, /) -> Data:
        """Return yes or no."""
        key = words.of(self.answers).key(text)
        if key not in ("yes", "no"):
            raise ValueError(f"'{text}' is neither yes nor no; write one of the two")
        return Bare(key)

    def choices(self, words: Words, /) -> Sequence[str]:
        """Offer yes and no."""
        return [words.of(self.answers).label(key) for key in ("yes", "no")]


class Held(NamedTuple):
    """The words that someone holds; the value is the whole of what is known."""

    vocabulary: Vocabulary

    def shown(self, value: Any, words: Words, /) -> str:
        """Return the labels of what is held."""
        held = value.held if isinstance(value, Holdings) else ()
        return SEPARATOR.join(words.of(self.vocabulary).label(key) for key in held)

    def read(self, text: str, words: Words, /) -> Data:
        """Return the slugs."""
        return _keys(words.of(self.vocabulary), text)

    def choices(self, words: Words, /) -> Sequence[str]:
        """Offer the labels."""
        return list(words.of(self.vocabulary).shown.values())


EVERYTHING_ELSE = "*"
"""Stands for `complete: true` among the words that someone does not hold."""


class NotHeld(NamedTuple):
    """The words that someone was asked about and does not hold; `everything else` closes the list."""

    vocabulary: Vocabulary

    def shown(self, value: Any, words: Words, /) -> str:
        """Return the labels of what is not held."""
        if not isinstance(value, Holdings):
            return ""
        labels = [words.of(self.vocabulary).label(key) for key in value.not_held]
        return SEPARATOR.join([*labels, *([words.said("everything_else")] if value.complete else [])])

    def read(self, text: str, words: Words, /) -> Data:
        """Return the slugs, with a star for everything else."""
        everything = {alike(said("everything_else")) for said in every_text()}
        parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
        named = [part for part in parts if alike(part) not in everything]
        keys = _keys(words.of(self.vocabulary), SEPARATOR.join(named)) if named else []
        return [*keys, *([EVERYTHING_ELSE] if len(named) < len(parts) else [])]

    def choices(self, words: Words, /) -> Sequence[str]:
        """Offer the labels, everything else first."""
        return [words.said("everything_else"), *words.of(self.vocabulary).shown.values()]


def cell_text(content: Content, value: Any, words: Words) -> str:
    """Return what a cell shows for a value; a text that no cell can hold is left in the plan, and told."""
    text = canonical(content.shown(value, words))
    return text if len(text) <= MOST_IN_A_CELL else words.said("too_long")


def is_same(one: Data, other: Data) -> bool:
    """Whether two data say the same; lists of words have no order."""
    if isinstance(one, list) and isinstance(other, list):
        return sorted(map(str, one)) == sorted(map(str, other))
    return one == other


def _key(labels: Labels, text: str) -> str:
    key = labels.key(text)
    if key is None:
        raise ValueError(labels.refusal(text))
    return key


def _keys(labels: Labels, text: str) -> list[str]:
    """Return what the parts of a list stand for. Commas part them too, where no word has the comma itself."""
    keys: list[str] = []
    for part in (part.strip() for part in _PARTS.split(text)):
        if not part:
            continue
        pieces = [part]
        if labels.key(part) is None and "," in part:
            pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        keys.extend(_key(labels, piece) for piece in pieces)
    return list(dict.fromkeys(keys))
