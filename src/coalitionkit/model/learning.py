"""What is learned and done: engagements with residents, existing plans, strategies and wins."""

from typing import Annotated, Self

from pydantic import Field

from coalitionkit.model.checks import in_order
from coalitionkit.model.entry import Entry
from coalitionkit.model.focus import Priority
from coalitionkit.model.members import Pay
from coalitionkit.model.record import PUBLIC, Brief
from coalitionkit.model.references import GoalId, PartnerId, PartyId
from coalitionkit.model.values import Date, Prose, Refers, Url, Whole, YearRange
from coalitionkit.model.vocabulary.learning import (
    ENGAGEMENT_KINDS,
    STRATEGY_KINDS,
    STRATEGY_STATUSES,
)
from coalitionkit.model.vocabulary.populations import POPULATIONS


class Engagement(Entry):
    """An occasion on which residents were asked, or shaped the work."""

    noun = "engagement"

    kind: Annotated[str, ENGAGEMENT_KINDS] | None = Field(
        None,
        description="What sort of occasion it was.",
        examples=["data-walk"],
        json_schema_extra=PUBLIC,
    )
    date: Date | None = Field(
        None,
        description="When it took place or will.",
        examples=["2026-05-02"],
        json_schema_extra=PUBLIC,
    )
    populations: tuple[Annotated[str, POPULATIONS], ...] = Field(
        (),
        description="The groups of residents who took part.",
        examples=[["renters-with-low-incomes"]],
        json_schema_extra=PUBLIC,
    )
    participants: Whole | None = Field(
        None, description="How many residents took part.", examples=["42"], json_schema_extra=PUBLIC
    )
    compensation: Pay | None = Field(
        None,
        description="What each of them received.",
        examples=[{"amount": "50", "per": "participant"}],
    )
    findings: Prose | None = Field(
        None, description="What was learned. Name no one.", json_schema_extra=PUBLIC
    )
    reported_back: Date | None = Field(
        None,
        description="When the participants were told what came of it.",
        examples=["2026-06-01"],
        json_schema_extra=PUBLIC,
    )
    informs: tuple[Annotated[str, Refers("goal", "strategy", "metric", "need")], ...] = Field(
        (),
        description="The goals, strategies, metrics or needs that the findings bear on.",
        examples=[["debt"]],
    )
    next_step: Prose | None = Field(None, description="What follows from it.")

    def _judged(self) -> Self:
        in_order(self, "date", "reported_back")
        return self


class ExistingPlan(Entry):
    """A plan of the city, the county or another body that the coalition builds on."""

    noun = "plan"

    title: Prose = Field(
        description="The title of the plan.",
        examples=["Climate Action Plan"],
        json_schema_extra=PUBLIC,
    )
    owner: str | None = Field(None, description="The body that owns the plan.", json_schema_extra=PUBLIC)
    offices: tuple[str, ...] = Field(
        (), description="The departments or offices involved.", json_schema_extra=PUBLIC
    )
    people: tuple[str, ...] = Field((), description="Whom to ask about it.")
    years: YearRange | None = Field(
        None,
        description="The years that it covers.",
        examples=["2021/2026"],
        json_schema_extra=PUBLIC,
    )
    published: Date | None = Field(
        None, description="When it was published.", examples=["2021"], json_schema_extra=PUBLIC
    )
    priorities: tuple[Priority, ...] = Field(
        (),
        description="What it puts first, and which predictors of mobility that touches.",
        examples=[[{"text": "Retrofit older homes", "predictors": ["housing-stability"]}]],
        json_schema_extra=PUBLIC,
    )
    measures: tuple[Prose, ...] = Field(
        (), description="How its results are measured.", json_schema_extra=PUBLIC
    )
    funding_opportunities: tuple[Prose, ...] = Field(
        (), description="Money that it names or opens up.", json_schema_extra=PUBLIC
    )
    url: Url | None = Field(None, description="Where to read it.", json_schema_extra=PUBLIC)


class Win(Brief):
    """Something that went well, early or late; plain text is enough."""

    shorthand = "text"

    text: Prose = Field(description="What was won. A bare text means the same.", json_schema_extra=PUBLIC)
    date: Date | None = Field(None, description="When.", json_schema_extra=PUBLIC)
    reported: Date | None = Field(
        None,
        description="When members and residents were told of it.",
        json_schema_extra=PUBLIC,
    )

    def _judged(self) -> Self:
        in_order(self, "date", "reported")
        return self


class Strategy(Entry):
    """A line of action by which a goal is to be reached."""

    noun = "strategy"

    title: Prose = Field(
        description="The strategy in a few words.",
        examples=["One door for all financial help"],
        json_schema_extra=PUBLIC,
    )
    goal: GoalId | None = Field(
        None, description="The goal that it serves.", examples=["debt"], json_schema_extra=PUBLIC
    )
    lead: PartyId | None = Field(
        None,
        description="The agency, organization or member that leads it.",
        examples=["forest-city-asset-builders"],
        json_schema_extra=PUBLIC,
    )
    kind: Annotated[str, STRATEGY_KINDS] | None = Field(
        None,
        description="Whether it changes a system or runs a program.",
        examples=["system"],
        json_schema_extra=PUBLIC,
    )
    partners: tuple[PartnerId, ...] = Field(
        (), description="The partners who carry it out.", json_schema_extra=PUBLIC
    )
    status: Annotated[str, STRATEGY_STATUSES] | None = Field(
        None, description="How far it has come.", examples=["planned"], json_schema_extra=PUBLIC
    )
    wins: tuple[Win, ...] = Field((), description="What went well so far.", json_schema_extra=PUBLIC)
