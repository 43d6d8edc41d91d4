"""The worksheet's own words in one language: titles, instructions, headings and labels of words.

They stand in `templates/<code>/worksheet.json`. What a language lacks is said in English.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from coalitionkit.errors import BrokenTemplateError, ConfigurationError
from coalitionkit.prose import did_you_mean, listed
from coalitionkit.shipped import shipped

FALLBACK = "en"
_FILE = "worksheet.json"


class Texts:
    """What a worksheet says in one language; `code` is that of the language."""

    def __init__(self, code: str, data: Mapping[str, Any], fallback: Mapping[str, Any]) -> None:
        self.code = code
        self._data = data
        self._fallback = fallback

    def __call__(self, *keys: str) -> str:
        """Return a text by its keys, in English where this language lacks it."""
        found = _at(self._data, keys)
        if found is None:
            found = _at(self._fallback, keys)
        if not isinstance(found, str):
            raise BrokenTemplateError(f"templates/{self.code}/{_FILE}: {'.'.join(keys)} is missing")
        return found

    def paragraphs(self, *keys: str) -> list[str]:
        """Return a list of texts by its keys."""
        found = _at(self._data, keys) or _at(self._fallback, keys) or []
        return [str(text) for text in found]

    def word(self, vocabulary: str, slug: str) -> str | None:
        """Return the label of a word of a vocabulary, None where this language has none of its own."""
        found = _at(self._data, ("words", vocabulary, slug))
        return found if isinstance(found, str) else None


@cache
def languages() -> tuple[str, ...]:
    """Return the languages in which a worksheet can be written, English first."""
    codes = sorted(file.parent.name for file in shipped("templates").glob(f"*/{_FILE}"))
    return tuple(sorted(codes, key=lambda code: code != FALLBACK))


@cache
def texts(code: str) -> Texts:
    """Return the words of a language. Raises ConfigurationError for one that is not there."""
    if code not in languages():
        hint = did_you_mean(code, languages()) or f"; there are {listed(languages())}"
        raise ConfigurationError(f"there is no worksheet in the language '{code}'{hint}")
    return Texts(code, _read(code), _read(FALLBACK))


def every_text() -> Iterator[Texts]:
    """Give the words of all languages."""
    return (texts(code) for code in languages())


def _at(data: Any, keys: tuple[str, ...]) -> Any:
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


@cache
def _read(code: str) -> Mapping[str, Any]:
    file = shipped("templates") / code / _FILE
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BrokenTemplateError(f"templates/{code}/{_FILE}: {error}") from None
    if not isinstance(data, Mapping):
        raise BrokenTemplateError(f"templates/{code}/{_FILE}: expected texts by keys")
    return data
