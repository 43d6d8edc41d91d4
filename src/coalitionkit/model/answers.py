"""What is asked about a partner beyond its holdings: answers, ratings by several, evidence."""

from typing import Self

from pydantic import Field

from coalitionkit.model.checks import unknown_word
from coalitionkit.model.holdings import (
    AlignedHoldings,
    AssetHoldings,
    DomainHoldings,
    PopulationHoldings,
)
from coalitionkit.model.record import PRIVATE, Brief, Record
from coalitionkit.model.values import Date, Level, Prose, Url
from coalitionkit.prose import listed, quoted

EVIDENCED = ("serves", "represents", "domains", "assets", "aligned", "partnership", "motivation")
"""The answers about a partner that evidence can stand behind."""


class Partnership(Brief):
    """How both sides would gain; a bare level is enough."""

    shorthand = "level"

    level: Level | None = Field(
        None,
        description="How far it goes. 0: no benefit to them found; 1: we assume one; 2: a benefit "
        "to each side is written down; 3: they confirmed it; 4: staff, data or money already "
        "change hands.",
        examples=["3"],
    )
    benefit_to_them: Prose | None = Field(None, description="What the partner gains.")
    benefit_to_us: Prose | None = Field(None, description="What the coalition gains.")


class Motivation(Brief):
    """What drives the partner, and to whom it answers; a bare level is enough."""

    shorthand = "level"

    level: Level | None = Field(
        None,
        description="How close it is to ours. 0: stated goals conflict; 1: unrelated; 2: "
        "compatible; 3: the mission overlaps a priority; 4: a priority is the mission, and the "
        "partner answers to the group it serves.",
        examples=["3"],
    )
    accountable_to: Prose | None = Field(
        None, description="To whom the partner answers: a board, voters, its members, residents."
    )
    text: Prose | None = Field(
        None,
        description="What drives the partner, in our reading.",
        json_schema_extra=PRIVATE,
    )


class Answers(Record):
    """Answers to the questions about a partner that no other field of it holds."""

    aligned: AlignedHoldings = Field(
        default_factory=AlignedHoldings.model_construct,
        description="Which efforts of its own point where the coalition goes.",
        examples=[["activities", "engagement"]],
    )
    partnership: Partnership = Field(
        default_factory=Partnership.model_construct,
        description="How both sides would gain: a level from 0 to 4, or the long form.",
    )
    motivation: Motivation = Field(
        default_factory=Motivation.model_construct,
        description="What drives the partner: a level from 0 to 4, or the long form.",
    )
    barriers: Prose | None = Field(
        None,
        description="What could keep the partner away, and how to be a good partner to it. It "
        "is never scored and belongs in the private file.",
        json_schema_extra=PRIVATE,
    )


class Rating(Record):
    """What one person answers about a partner, where several were asked."""

    serves: PopulationHoldings | None = Field(
        None, description="Whom the partner serves, in this person's view."
    )
    represents: PopulationHoldings | None = Field(
        None, description="Whom the partner speaks for, in this person's view."
    )
    domains: DomainHoldings | None = Field(
        None, description="What the partner works on, in this person's view."
    )
    assets: AssetHoldings | None = Field(
        None,
        description="What the partner can bring, in this person's view.",
        examples=[{"not_held": ["data-sharing"]}],
    )
    aligned: AlignedHoldings | None = Field(
        None, description="Which efforts of the partner fit ours, in this person's view."
    )
    partnership: Level | None = Field(
        None, description="The level of mutual benefit, 0 to 4, in this person's view."
    )
    motivation: Level | None = Field(
        None, description="The level of shared motivation, 0 to 4, in this person's view."
    )


class Evidence(Record):
    """Where an answer about a partner comes from."""

    shows: str = Field(
        description="The answer that it stands behind: the field, and a word of it after a dot.",
        examples=["assets.data-sharing", "partnership"],
    )
    source: Prose | None = Field(
        None, description="A document, a meeting or a person: whatever lets others check."
    )
    date: Date | None = Field(None, description="When it was said or written.")
    url: Url | None = Field(None, description="Where it can be read.")

    def _judged(self) -> Self:
        if self.shows.partition(".")[0] not in EVIDENCED:
            raise unknown_word(
                "shows",
                f"{quoted(self.shows)} is no answer about a partner: begin with "
                f"{listed(EVIDENCED, 'or')}, as in assets.data-sharing",
            )
        return self
