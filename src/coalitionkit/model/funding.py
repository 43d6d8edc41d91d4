"""Money in and money out: funding sources and the budget they pay for."""

from typing import Annotated, Self

from pydantic import Field

from coalitionkit.model.checks import contradiction, in_order
from coalitionkit.model.entry import Entry
from coalitionkit.model.record import PUBLIC, Record
from coalitionkit.model.references import FundingSourceId, GoalId, PartnerId, StrategyId
from coalitionkit.model.values import Date, Id, Money, Prose, Share
from coalitionkit.model.vocabulary.funding import CAPITAL, FUNDING_STATUSES, PUBLIC_MONEY_PURPOSES
from coalitionkit.model.vocabulary.promises import PAY_PERIODS


class Instalment(Record):
    """A part of the money that comes on a day of its own."""

    identity = "date"

    date: Date = Field(description="When it is expected.", examples=["2026-01"])
    amount: Money = Field(description="How much comes.", examples=["60000"])
    received: Date | None = Field(None, description="When it arrived.")


class FunderReport(Record):
    """A report that a funder asks for."""

    identity = "due"

    due: Date = Field(description="By when the funder wants it.", examples=["2026-12-31"])
    what: Prose | None = Field(None, description="What sort of report it is.", examples=["Financial report"])
    sent: Date | None = Field(None, description="When it was sent.")


class FundingSource(Entry):
    """Money that the coalition has, is promised or asks for."""

    noun = "funding source"

    name: Prose = Field(
        description="The grant, contract or gift by its name.",
        examples=["Community Foundation grant 2026"],
        json_schema_extra=PUBLIC,
    )
    funder: PartnerId | None = Field(
        None,
        description="The partner that gives the money.",
        examples=["community-foundation"],
        json_schema_extra=PUBLIC,
    )
    capital: Annotated[str, CAPITAL] | None = Field(
        None,
        description="What kind of capital it is. A stable coalition has two kinds or more.",
        examples=["philanthropic"],
        json_schema_extra=PUBLIC,
    )
    status: Annotated[str, FUNDING_STATUSES] | None = Field(
        None, description="How sure it is.", examples=["secured"]
    )
    confidence: Share | None = Field(
        None,
        description="How likely the money is to come, while it is not secured.",
        examples=["50%"],
    )
    amount: Money | None = Field(
        None, description="The whole amount, in the plan's currency.", examples=["120000"]
    )
    start: Date | None = Field(None, description="From when it may be spent.", examples=["2026-01"])
    end: Date | None = Field(None, description="Until when it may be spent.", examples=["2027-12"])
    restricted_to: tuple[Id, ...] = Field(
        (),
        description="What it may be spent on, in tags of your own that `use` of a budget line "
        "repeats. Left out, anything.",
        examples=[["community-engagement"]],
    )
    purposes: tuple[Annotated[str, PUBLIC_MONEY_PURPOSES], ...] = Field(
        (),
        description="For public money: what it makes possible beyond paying bills.",
        examples=[["strategic-convening"]],
    )
    schedule: tuple[Instalment, ...] = Field((), description="When which part of it comes.")
    reports: tuple[FunderReport, ...] = Field((), description="The reports that the funder asks for.")

    def _judged(self) -> Self:
        in_order(self, "start", "end")
        total = sum(instalment.amount for instalment in self.schedule)
        if self.amount is not None and total > self.amount:
            raise contradiction(
                "schedule",
                f"the parts add up to {total}, more than the amount of {self.amount}: correct one",
            )
        return self


class BudgetLine(Entry):
    """Something that costs money."""

    noun = "budget line"

    what: Prose = Field(description="What the money is spent on.", examples=["Stipends for residents"])
    amount: Money | None = Field(None, description="How much it costs each time.", examples=["30000"])
    per: Annotated[str, PAY_PERIODS] | None = Field(
        None, description="How often it is spent; `once` for a single cost.", examples=["year"]
    )
    start: Date | None = Field(None, description="From when.", examples=["2026-01"])
    end: Date | None = Field(None, description="Until when; left out, it goes on.")
    use: Id | None = Field(
        None,
        description="The tag that a funding source names under `restricted_to`.",
        examples=["community-engagement"],
    )
    goal: GoalId | None = Field(None, description="The goal that it serves.")
    strategy: StrategyId | None = Field(None, description="The strategy that it serves.")
    funded_by: tuple[FundingSourceId, ...] = Field(
        (),
        description="The funding sources that pay for it, the first one first.",
        examples=[["community-foundation-2026"]],
    )

    def _judged(self) -> Self:
        in_order(self, "start", "end")
        return self


class Budget(Record):
    """What the work costs, what is at hand and what is kept in reserve."""

    reserve: Money | None = Field(
        None, description="The amount that should never be touched.", examples=["20000"]
    )
    balance: Money | None = Field(
        None, description="The money at hand on the day of `balance_date`.", examples=["45000"]
    )
    balance_date: Date | None = Field(None, description="The day of the balance.", examples=["2026-06-30"])
    lines: tuple[BudgetLine, ...] = Field((), description="What costs money.")
