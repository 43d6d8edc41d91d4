"""How hard a text is to read, by a published formula for its language; of other languages nothing is said.

English: the Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom, 1975), the year of school
that reads it with ease: 0.39 x words per sentence + 11.8 x syllables per word - 15.59.

Spanish: the Flesch-Szigriszt index (Szigriszt Pazos, 1993), from about 0, hard, to 100, easy:
206.835 - 62.3 x syllables per word - words per sentence. Its levels are those of the INFLESZ scale (Barrio
Cantalejo and others, 2008).

Only whole sentences count: no dates, addresses, signatures, quoted figures or gaps. Numbers and e-mail
addresses are no words. Syllables are counted by the spelling: in Spanish by rule, in English by an estimate
that is right for about nine words in ten.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

HARDEST_GRADE = 8.0
"""From which grade on an English text is called hard: guides to plain language ask for eighth grade or lower,
because about half of the adults in the United States read no better."""

EASY_ENOUGH = 55.0
"""Below which index a Spanish text is called hard: where the INFLESZ scale has its border between normal and
somewhat hard, set for leaflets that any patient should be able to read."""

_LEVELS = ((80.0, "very easy"), (65.0, "quite easy"), (55.0, "normal"), (40.0, "somewhat hard"))

_SIGNS = re.compile(r"\*\*\[.*?\]\*\*|[*_`]|\\(?=\W)")
_CLOSING = "[\"'\u201d\u2019\u00bb)]*"
_OPENING = "[\"'\u201c\u2018\u00ab(¿¡]*"
_WHOLE = re.compile(rf"[.!?…]{_CLOSING}\Z")
_NO_WORDS = re.compile(r"\S*@\S*|https?://\S*|\b(?:[ap]\. ?m\.)|\S*\d\S*")
_TITLE = re.compile(r"\b(?:Dr|Dra|Mr|Mrs|Ms|Sr|Sra|St|Rev)\.")
_END = re.compile(rf"[.!?…]+{_CLOSING}(?=\s+{_OPENING}[^\W\d_a-zà-ÿ]|\s*\Z)")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")

_ENGLISH_GROUP = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"[^aeiouyl]e\Z|[^aeiouydt]ed\Z|[^aeiouyscgxzh]es\Z|(?<=[gq])ue\Z|(?<=[aeiouy])le\Z")
_APART = re.compile(
    r"i(?:a(?!l\Z)|o(?!n|us)|u(?=m))|(?<=r)i(?:al|ous)|[^qg]u(?:a(?!r)|i(?=ng))|[ye]ing\Z|(?<!p)eo(?!u)|(?<=cr)ea(?=t)|"
    r"ea\Z|oali|quie|ism\Z"
)
_SPANISH_MUTE = re.compile(r"(?<=[qg])u(?=[eéií])")
_SPANISH_GROUP = re.compile(
    r"[iuü]?[aeoáéó](?:[iuü](?![aeoáéóíú])|y(?![a-zñáéíóú]))?|[íú]|[iuü]{1,2}y?|y(?![aeiouáéíóú])"
)


class Reading(NamedTuple):
    """How hard a text is: a figure by a formula, `hard` where it is past the bound, and a word for it."""

    formula: str
    figure: float
    hard: bool
    level: str = ""

    def __str__(self) -> str:
        level = f" ({self.level})" if self.level else ""
        return f"{self.formula} {self.figure:.1f}{level}"


def reading(text: str, language: str) -> Reading | None:
    """Return how hard a Markdown text is to read; None without a sentence or a formula for its language."""
    formula = _FORMULAS.get(language.partition("-")[0])
    prose = _prose(text) if formula else ""
    words = _WORD.findall(prose)
    if formula is None or not words:
        return None
    sentences = max(1, len(_END.findall(prose)))
    return formula(words, sentences)


def syllables(word: str, language: str) -> int:
    """Return how many syllables a word has: in Spanish by rule, in English about."""
    return (_spanish if language.startswith("es") else _english)(word.casefold())


def _prose(text: str) -> str:
    """Return the whole sentences of a Markdown text."""
    plain = (_SIGNS.sub("", part).strip() for part in text.split("\n\n"))
    whole = [part.removeprefix("- ") for part in plain if _WHOLE.search(part) and part[0] not in ">#|"]
    return _TITLE.sub(" ", _NO_WORDS.sub(_kept_end, "\n".join(whole)))


def _kept_end(found: re.Match[str]) -> str:
    """Leave the end of a sentence that a number or an address stood at."""
    return found[0][-1] if found[0][-1] in ".!?" and "m." not in found[0] else " "


def _grade(words: list[str], sentences: int) -> Reading:
    count = sum(map(_english, map(str.casefold, words)))
    figure = 0.39 * len(words) / sentences + 11.8 * count / len(words) - 15.59
    return Reading("Flesch-Kincaid grade", round(figure, 1), figure > HARDEST_GRADE)


def _index(words: list[str], sentences: int) -> Reading:
    count = sum(map(_spanish, map(str.casefold, words)))
    figure = 206.835 - 62.3 * count / len(words) - len(words) / sentences
    level = next((name for least, name in _LEVELS if figure >= least), "very hard")
    return Reading("INFLESZ", round(figure, 1), figure < EASY_ENOUGH, level)


_FORMULAS: Mapping[str, Callable[[list[str], int], Reading]] = {"en": _grade, "es": _index}


@lru_cache(maxsize=4096)
def _english(word: str) -> int:
    groups = len(_ENGLISH_GROUP.findall(word)) - bool(_SILENT.search(word)) + len(_APART.findall(word))
    return max(1, groups)


@lru_cache(maxsize=4096)
def _spanish(word: str) -> int:
    return max(1, len(_SPANISH_GROUP.findall(_SPANISH_MUTE.sub("", word))))
