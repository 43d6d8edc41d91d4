"""The shared focus: where the coalition wants to get, for whom, and by which steps."""

from typing import Annotated

from pydantic import Field

from coalitionkit.model.entry import Entry
from coalitionkit.model.record import PUBLIC, Brief, Record
from coalitionkit.model.references import MetricId
from coalitionkit.model.values import Date, Prose
from coalitionkit.model.vocabulary.learning import HORIZONS
from coalitionkit.model.vocabulary.mobility import DIMENSIONS, DOMAINS
from coalitionkit.model.vocabulary.populations import POPULATIONS

Domain = Annotated[str, DOMAINS]


class Outcome(Brief):
    """A change for residents that a goal should bring; plain text is enough."""

    shorthand = "text"

    text: Prose = Field(
        description="What will be different for residents. A bare text means the same.",
        examples=["Fewer families owe money to collectors"],
        json_schema_extra=PUBLIC,
    )
    metrics: tuple[MetricId, ...] = Field(
        (),
        description="The metrics that tell whether it happens.",
        examples=[["debt-in-collections"]],
        json_schema_extra=PUBLIC,
    )


class Priority(Brief):
    """A step on the way that comes first; plain text is enough."""

    shorthand = "text"

    text: Prose = Field(
        description="What is to be done first. A bare text means the same.",
        examples=["Open two financial coaching sites"],
        json_schema_extra=PUBLIC,
    )
    predictors: tuple[Domain, ...] = Field(
        (),
        description="The predictors of mobility that it touches.",
        examples=[["financial-security"]],
        json_schema_extra=PUBLIC,
    )
    due: Date | None = Field(None, description="When it should be reached.", json_schema_extra=PUBLIC)


class Goal(Entry):
    """Something the coalition has set out to reach."""

    noun = "goal"

    statement: Prose = Field(
        description="The goal in one sentence that a resident would understand.",
        examples=["No family in Forest City is held back by debt"],
        json_schema_extra=PUBLIC,
    )
    outcomes: tuple[Outcome, ...] = Field(
        (),
        description="The changes for residents by which the goal is recognized.",
        json_schema_extra=PUBLIC,
    )
    dimensions: tuple[Annotated[str, DIMENSIONS], ...] = Field(
        (),
        description="The dimensions of mobility that the goal serves. Together the goals should "
        "touch all three.",
        examples=[["economic-success", "power-and-autonomy"]],
        json_schema_extra=PUBLIC,
    )
    predictors: tuple[Domain, ...] = Field(
        (),
        description="The predictors of mobility that the goal should move.",
        examples=[["financial-security"]],
        json_schema_extra=PUBLIC,
    )
    horizon: Annotated[str, HORIZONS] | None = Field(
        None,
        description="How far away the goal lies.",
        examples=["long-term"],
        json_schema_extra=PUBLIC,
    )
    priorities: tuple[Priority, ...] = Field(
        (),
        description="The intermediate steps that come first, in order.",
        json_schema_extra=PUBLIC,
    )


class Equity(Record):
    """How equity guides the work, both in what it aims at and in how it is done."""

    goal: Prose | None = Field(
        None,
        description="Which gaps between groups of residents the coalition wants to close.",
        json_schema_extra=PUBLIC,
    )
    process: Prose | None = Field(
        None,
        description="How those groups take part in deciding and share the power to decide.",
        json_schema_extra=PUBLIC,
    )


class Focus(Record):
    """What the coalition is for: its vision, the residents it puts first, its goals."""

    north_star: Prose | None = Field(
        None,
        description="The vision that everything else serves, in one or two sentences.",
        json_schema_extra=PUBLIC,
    )
    populations: tuple[Annotated[str, POPULATIONS], ...] = Field(
        (),
        description="The groups of residents that the coalition puts first. Each should have a voice in it.",
        examples=[["residents-with-low-incomes", "english-language-learners"]],
        json_schema_extra=PUBLIC,
    )
    predictors: tuple[Domain, ...] = Field(
        (),
        description="The predictors of mobility of greatest concern here. Each should have a "
        "member who works on it.",
        examples=[["financial-security", "housing-stability"]],
        json_schema_extra=PUBLIC,
    )
    goals: tuple[Goal, ...] = Field(
        (), description="What the coalition has set out to reach.", json_schema_extra=PUBLIC
    )
    equity: Equity = Field(
        default_factory=Equity.model_construct,
        description="Equity as a goal and as a way of working.",
        json_schema_extra=PUBLIC,
    )
