"""Words with a fixed meaning: what a vocabulary is and how text is read as one of its words.

The words themselves live in the modules beside this one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from coalitionkit.prose import a, nearest, one_of, quoted

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG = re.compile(SLUG + r"\Z")


class Word(NamedTuple):
    """One word: `slug` in the file, `label` for people, one sentence of `help`, accepted `aliases`."""

    slug: str
    label: str
    help: str
    aliases: tuple[str, ...] = ()


class Vocabulary:
    """The words that a field may hold; used as `Annotated[str, SECTORS]`.

    `noun` names one word in sentences ("sector"). `families` are prefixes that take a slug of the
    plan's own after a colon (`other:some-slug`). `extended_by` names the list below the plan's
    `vocabulary` in which it may add words of its own; whether such a word was added is judged in
    `loading`, where the whole plan is at hand.
    """

    __slots__ = ("_slugs", "extended_by", "families", "name", "noun", "title", "words")

    def __init__(
        self,
        *,
        name: str,
        title: str,
        noun: str,
        words: Iterable[Word],
        families: tuple[str, ...] = (),
        extended_by: str = "",
    ) -> None:
        self.name = name
        self.title = title
        self.noun = noun
        self.words: Mapping[str, Word] = {word.slug: word for word in words}
        self.families = families
        self.extended_by = extended_by
        self._slugs: dict[str, str] = {}

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words.values())

    def __contains__(self, slug: object) -> bool:
        return slug in self.words

    def label(self, slug: str) -> str:
        """Return the words for people; a word of the plan's own reads as its slug does."""
        word = self.words.get(slug)
        return word.label if word else slug.rpartition(":")[2].replace("-", " ")

    def slug(self, text: str) -> str | None:
        """Return the slug that `text` stands for by slug, label or alias; None if it is no word."""
        if text in self.words:
            return text
        family, colon, rest = text.partition(":")
        if colon and family in self.families and _SLUG.match(rest):
            return text
        if (known := self._names().get(folded(text))) is not None:
            return known
        return text if self.extended_by and _SLUG.match(text) else None

    def _names(self) -> Mapping[str, str]:
        """Return slugs by everything that they are called; most plans write slugs and never ask."""
        if not self._slugs:
            self._slugs = {
                folded(name): word.slug
                for word in self.words.values()
                for name in (*word.aliases, word.label, word.slug)
            }
        return self._slugs

    def refusal(self, text: str, own: Iterable[str] = ()) -> str:
        """Return the sentence that refuses `text`, with the word that was probably meant.

        `own` are the words that the plan added.
        """
        meant = nearest(text, [*self.words, *own]) or self._names().get(nearest(text, self._names()) or "")
        how = f"; did you mean '{meant}'?" if meant else f"; choose {one_of([*self.words, *own])}"
        return f"{quoted(text)} is not {a(self.noun)}{how}"

    def value(self, value: object) -> str:
        """Return the slug for a field's value, or refuse it in words (pydantic's validator)."""
        if not isinstance(value, str):
            raise PydanticCustomError("shape", f"expected one {self.noun}")
        slug = self.slug(value)
        if slug is None:
            raise PydanticCustomError("word", self.refusal(value))
        return slug


def folded(text: str) -> str:
    """Return text as it counts when words are told apart: case, spaces and underscores do not."""
    if text.startswith("-"):
        return text
    return "-".join(text.casefold().replace("_", " ").replace("-", " ").split())
