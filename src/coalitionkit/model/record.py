"""What every part of a plan has in common: strict keys, a note, an audience for every field."""

from collections.abc import Mapping
from typing import ClassVar, Final

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from coalitionkit.model.values import Prose
from coalitionkit.model.vocabulary.words import Vocabulary

PUBLIC: Final[JsonDict] = {"x-audience": "public"}
"""May be printed for anyone: pass as `json_schema_extra` of a field."""

PRIVATE: Final[JsonDict] = {"x-audience": "private"}
"""Belongs in the overlay, never in a committed file. A field with neither mark is for the coalition."""


class Record(BaseModel):
    """A part of a plan. Frozen; unknown keys are refused; keys that begin with `x-` are free.

    `words_by` gives the vocabulary of a field by the value of another one: `{field: (other, vocabularies)}`.
    `noun` is what one of these is called in sentences, and what `Refers` points at. `identity` names the
    field by which an item is addressed in a list. `namespace` is shared by nouns whose ids may not clash.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        defer_build=True,
    )

    noun: ClassVar[str] = ""
    identity: ClassVar[str] = ""
    namespace: ClassVar[str] = ""
    words_by: ClassVar[Mapping[str, tuple[str, Mapping[str, Vocabulary]]]] = {}

    note: Prose | None = Field(
        None,
        description="A remark for the people who keep the plan. It is never printed in letters.",
    )


class Brief(Record):
    """A record that may be written as the bare value of its most telling field, `shorthand`."""

    shorthand: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, given: object) -> object:
        """Read a bare value as the field that it stands for."""
        return given if isinstance(given, dict | Record) else {cls.shorthand: given}
