"""What someone says about a coalition that is about to begin."""

from dataclasses import dataclass, fields

from coalitionkit.errors import ConfigurationError
from coalitionkit.model.values import LANGUAGE, slug_of
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.prose import did_you_mean, quoted
from coalitionkit.scaffold.hosts import GITHUB
from coalitionkit.source.reader import read
from coalitionkit.source.text import NotUtf8Error, Text
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode

_JOINERS = "\u200c\u200d"
"""Invisible signs that belong to names in Persian and to some emoji."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a first plan and its folder need to know; only the name cannot be left open.

    `sector` is a slug of the vocabulary of sectors, `languages` are codes such as `en`, main one first,
    `ci` is one of the hosts that check changes.
    """

    name: str
    place: str = ""
    convener: str = ""
    sector: str = ""
    project_manager: str = ""
    languages: tuple[str, ...] = ("en",)
    ci: str = GITHUB

    def __post_init__(self) -> None:
        for name in ("name", "place", "convener", "project_manager"):
            text = "".join(
                sign if sign.isprintable() or sign in _JOINERS else " " for sign in getattr(self, name)
            )
            object.__setattr__(self, name, " ".join(text.split()))

    @property
    def id(self) -> str:
        """The id that the name suggests."""
        return slug_of(self.name) or "coalition"


def sector_word(text: str) -> str:
    """Return the slug of a sector given by slug, label or alias. Raises ConfigurationError."""
    slug = SECTORS.slug(text)
    if slug is None:
        raise ConfigurationError(SECTORS.refusal(text))
    return slug


def language_code(text: str) -> str:
    """Return a language code such as `en`. Raises ConfigurationError for anything else."""
    if not LANGUAGE.match(text):
        raise ConfigurationError(f"{quoted(text)} is not a language code; write en, es or pt-BR")
    return text


def answers_in(file: str, data: bytes) -> dict[str, str | tuple[str, ...]]:
    """Read a file of answers: lines of `name: ...`, `place: ...` and so on.

    Raises ConfigurationError, with the line, for anything else.
    """
    try:
        reading = read(Text.decoded(file, data))
    except NotUtf8Error as error:
        raise ConfigurationError(f"{file}: {error.message}") from None
    if [fault.problem for fault in reading.faults] == ["empty"]:
        raise ConfigurationError(
            f"{file}: there are no answers here; write lines such as 'name: Our Coalition'"
        )
    if reading.faults:
        fault = reading.faults[0]
        line = reading.text.position(fault.start).line
        raise ConfigurationError(f"{file}:{line}: {fault.message}")
    if not isinstance(reading.root, MappingNode):
        raise ConfigurationError(f"{file}: write one line for each answer, such as 'name: Our Coalition'")
    known = [field.name for field in fields(Answers)]
    answers: dict[str, str | tuple[str, ...]] = {}
    for key, entry in reading.root.entries.items():
        line = reading.text.position(entry.key.start).line
        if key not in known:
            hint = did_you_mean(key, known) or f"; the questions are {', '.join(known)}"
            raise ConfigurationError(f"{file}:{line}: there is no question '{key}'{hint}")
        answer = _answer(entry.value, several=key == "languages")
        if answer is None:
            raise ConfigurationError(f"{file}:{line}: the answer to '{key}' is one line of text")
        if answer:
            answers[key] = answer
    return answers


def _answer(value: Node, *, several: bool) -> str | tuple[str, ...] | None:
    """Return one answer, or several; "" for one left open, None for what cannot be one."""
    if isinstance(value, ScalarNode):
        text = "" if value.is_null else value.value
        return (text,) if several and text else text
    if not several or not isinstance(value, SequenceNode):
        return None
    items = [item.value for item in value.items if isinstance(item, ScalarNode)]
    return tuple(items) if len(items) == len(value.items) else None
