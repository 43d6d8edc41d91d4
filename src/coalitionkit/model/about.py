"""What the plan is about: the coalition itself, its place, and words that the plan adds."""

import re
from typing import Annotated, Self

from pydantic import Field

from coalitionkit.model.checks import contradiction, in_order
from coalitionkit.model.entry import Entry
from coalitionkit.model.record import PUBLIC, Brief, Record
from coalitionkit.model.references import PartnerId
from coalitionkit.model.values import Code, Date, Id, Language, Prose, Reader
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.prose import quoted

_CURRENCY = re.compile(r"[A-Z]{3}\Z")


def _currency(text: str) -> str:
    if not _CURRENCY.match(text):
        raise ValueError(f"{quoted(text)} is not a currency code: write USD, EUR or the like")
    return text


Currency = Annotated[
    str,
    Reader(
        "word",
        "a currency code such as USD",
        _currency,
        str,
        {"type": "string", "pattern": "^[A-Z]{3}$"},
    ),
]


class Place(Record):
    """Where the coalition works."""

    name: str | None = Field(
        None,
        description="The name of the city, county or region, as residents say it.",
        examples=["Forest City"],
        json_schema_extra=PUBLIC,
    )
    kind: Id | None = Field(
        None,
        description="What sort of place it is: city, county, region, tribal-nation or the like.",
        examples=["city", "county"],
        json_schema_extra=PUBLIC,
    )
    state: str | None = Field(
        None,
        description="The state or province, by its usual abbreviation.",
        examples=["CA"],
        json_schema_extra=PUBLIC,
    )
    country: str | None = Field(
        None,
        description="The country, by its two-letter code.",
        examples=["US"],
        json_schema_extra=PUBLIC,
    )
    fips: Code | None = Field(
        None,
        description="The census code of the place. Published data are matched to the plan by it; "
        "leading zeros are kept.",
        examples=["0600000"],
        json_schema_extra=PUBLIC,
    )
    timezone: str | None = Field(
        None,
        description="The time zone of meetings, as calendars name it.",
        examples=["America/Los_Angeles"],
        json_schema_extra=PUBLIC,
    )


class Planning(Record):
    """The stretch of time in which the coalition writes its plan."""

    start: Date | None = Field(
        None, description="When planning begins.", examples=["2026-01"], json_schema_extra=PUBLIC
    )
    end: Date | None = Field(
        None,
        description="When the plan should be ready. Comparable coalitions took 18 to 21 months.",
        examples=["2027-06"],
        json_schema_extra=PUBLIC,
    )

    def _judged(self) -> Self:
        in_order(self, "start", "end")
        return self


class Convener(Brief):
    """Who brings the coalition together: the id of a partner, or a name and a sector."""

    shorthand = "partner"

    partner: PartnerId | None = Field(
        None,
        description="The convener's id below `partners`. A bare id means the same.",
        examples=["city-of-forest-city"],
        json_schema_extra=PUBLIC,
    )
    name: str | None = Field(
        None,
        description="The convener's name, as long as it is not listed below `partners`.",
        examples=["City of Forest City"],
        json_schema_extra=PUBLIC,
    )
    sector: Annotated[str, SECTORS] | None = Field(
        None,
        description="The convener's sector, to go with its name. Some checks apply only when a "
        "government convenes.",
        examples=["local-government"],
        json_schema_extra=PUBLIC,
    )

    def _judged(self) -> Self:
        if self.partner and (self.name or self.sector):
            raise contradiction(
                "name" if self.name else "sector",
                "the convener is given both as a partner and in words: keep `partner` and move "
                "the name and the sector to that partner",
            )
        if not self.partner and not self.name:
            raise contradiction(
                "name", "the convener has no name: write the id of a partner, or {name, sector}"
            )
        return self


class About(Record):
    """The coalition: its name, its place, who convenes it and since when."""

    noun = "coalition section"

    id: Id = Field(
        description="The short name of the coalition, used in file names and calendars.",
        examples=["forest-city-mobility"],
        json_schema_extra=PUBLIC,
    )
    name: Prose = Field(
        description="The name of the coalition as it stands in letters; one per language if it has several.",
        examples=["Forest City Mobility Coalition"],
        json_schema_extra=PUBLIC,
    )
    place: Place = Field(
        default_factory=Place.model_construct,
        description="Where the coalition works.",
        json_schema_extra=PUBLIC,
    )
    convener: Convener | None = Field(
        None,
        description="Who brings the coalition together: the id of a partner, or {name, sector} as "
        "long as there is no list of partners.",
        examples=["city-of-forest-city", {"name": "City of Forest City", "sector": "local-government"}],
        json_schema_extra=PUBLIC,
    )
    started: Date | None = Field(
        None,
        description="When the coalition began to work.",
        examples=["2026-01-15"],
        json_schema_extra=PUBLIC,
    )
    planning: Planning = Field(
        default_factory=Planning.model_construct,
        description="From when to when the coalition writes its plan.",
        json_schema_extra=PUBLIC,
    )
    languages: tuple[Language, ...] = Field(
        (),
        description="The languages in which the coalition writes, the main one first.",
        examples=[["en", "es"]],
        json_schema_extra=PUBLIC,
    )
    currency: Currency = Field(
        "USD",
        description="The currency of every amount in the plan.",
        examples=["USD"],
        json_schema_extra=PUBLIC,
    )


class OwnWord(Entry):
    """A word that the plan adds to a vocabulary."""

    label: Prose | None = Field(
        None,
        description="The word as it is printed; one per language if needed.",
        examples=[{"en": "Mixteco speakers"}],
        json_schema_extra=PUBLIC,
    )
    help: Prose | None = Field(
        None, description="One sentence on what the word means.", json_schema_extra=PUBLIC
    )
    aliases: tuple[str, ...] = Field((), description="Other spellings, accepted when spreadsheets are read.")


class OwnVocabulary(Record):
    """Words that this plan adds to the built-in vocabularies."""

    noun = "vocabulary section"

    populations: tuple[OwnWord, ...] = Field(
        (), description="Groups of residents that the built-in list lacks."
    )
    assets: tuple[OwnWord, ...] = Field(
        (), description="Things a partner can bring that the built-in list lacks."
    )
    domains: tuple[OwnWord, ...] = Field(
        (), description="Policy domains beyond the pillars and predictors of mobility."
    )
