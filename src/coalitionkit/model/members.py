"""Who has a seat: members, what they are paid, who stands in for them, how they stood before."""

from typing import Annotated, Self

from pydantic import Field

from coalitionkit.model.checks import contradiction, in_order
from coalitionkit.model.entry import Entry
from coalitionkit.model.record import PRIVATE, PUBLIC, Record
from coalitionkit.model.references import FundingSourceId, MemberId, PartnerId
from coalitionkit.model.values import Date, Email, Flag, Id, Language, Money, Quantity
from coalitionkit.model.vocabulary.governance import (
    GROUPS,
    MEMBER_STATUSES,
    PARTICIPATION,
    SEATED_AS,
)
from coalitionkit.model.vocabulary.learning import PLANNING_TASKS
from coalitionkit.model.vocabulary.promises import PAY_PERIODS

Group = Annotated[str, GROUPS]
Status = Annotated[str, MEMBER_STATUSES]


class Pay(Record):
    """What someone receives for taking part."""

    amount: Money | None = Field(None, description="The amount, in the plan's currency.", examples=["50"])
    per: Annotated[str, PAY_PERIODS] | None = Field(
        None, description="For what the amount is paid each time.", examples=["meeting"]
    )
    method: str | None = Field(
        None, description="How it is paid: check, gift card, child care.", examples=["gift card"]
    )
    funding_source: FundingSourceId | None = Field(
        None, description="The funding source that it is paid from."
    )


class Compensation(Pay):
    """What a member receives for taking part. That they are paid is no secret; how much is."""

    amount: Money | None = Field(
        None,
        description="The amount, in the plan's currency.",
        examples=["50"],
        json_schema_extra=PRIVATE,
    )


class Proxy(Record):
    """Someone who votes in a member's place for a time."""

    to: MemberId = Field(description="The member who stands in.", examples=["ben-ito"])
    start: Date | None = Field(None, description="The first day.", examples=["2026-08-01"])
    end: Date | None = Field(None, description="The last day.", examples=["2026-09-01"])

    def _judged(self) -> Self:
        in_order(self, "start", "end")
        return self


class Standing(Record):
    """How a member stood for a time in the past, where it differs from today."""

    status: Status | None = Field(None, description="The status then.", examples=["on-leave"])
    group: Group | None = Field(None, description="The group then.")
    voting: Flag | None = Field(None, description="Whether the member had a vote then.")
    since: Date | None = Field(None, description="From when.", examples=["2026-05"])
    until: Date | None = Field(None, description="Until when.", examples=["2026-07"])

    def _judged(self) -> Self:
        in_order(self, "since", "until")
        return self


class Member(Entry):
    """A person with a part in the coalition, now, before or soon."""

    noun = "member"
    namespace = "who"

    name: str = Field(
        description="The person's name as it stands in letters.",
        examples=["Ana López"],
        json_schema_extra=PUBLIC,
    )
    pronouns: str | None = Field(None, description="The pronouns that the person uses.", examples=["she/her"])
    partner: PartnerId | None = Field(
        None,
        description="The organization that the person comes from. For a resident, the individual "
        "listed below `partners`.",
        examples=["forest-city-asset-builders"],
        json_schema_extra=PUBLIC,
    )
    seated_as: Annotated[str, SEATED_AS] | None = Field(
        None,
        description="Whether the seat is the organization's or the person's own.",
        examples=["organization"],
    )
    group: Group | None = Field(
        None,
        description="The group that the member works in: management-team or key-stakeholder. "
        "Champions are listed below `champions` instead.",
        examples=["management-team"],
        json_schema_extra=PUBLIC,
    )
    status: Status = Field("active", description="Where the member stands today.", examples=["active"])
    joined: Date | None = Field(None, description="When the member joined.", examples=["2026-01-15"])
    left: Date | None = Field(None, description="When the member left.")
    earlier: tuple[Standing, ...] = Field(
        (),
        description="Past stretches with another status, group or vote, so that old decisions "
        "are counted right.",
    )
    participation: Annotated[str, PARTICIPATION] | None = Field(
        None,
        description="How the member takes part: a standing seat, brought in at critical points, or hired.",
        examples=["seat"],
    )
    hours_per_month: Quantity | None = Field(
        None, description="The hours a month that were agreed on.", examples=["12"]
    )
    tasks: tuple[Annotated[str, PLANNING_TASKS], ...] = Field(
        (),
        description="What the member works on while the plan is made.",
        examples=[["engage-residents"]],
    )
    voting: Flag | None = Field(
        None,
        description="Whether the member has a vote. Without an answer, active members have one "
        "and champions follow `decision_model.champions_count`.",
    )
    languages: tuple[Language, ...] = Field(
        (), description="The languages that the member speaks, the preferred one first."
    )
    work_email: Email | None = Field(None, description="The e-mail address at work.")
    work_phone: str | None = Field(None, description="The phone number at work.")
    personal_email: Email | None = Field(
        None,
        description="The member's own e-mail address.",
        json_schema_extra=PRIVATE,
    )
    phone: str | None = Field(
        None,
        description="The member's own phone number.",
        json_schema_extra=PRIVATE,
    )
    compensation: Compensation | None = Field(None, description="What the member receives for taking part.")
    proxy: Proxy | None = Field(None, description="Who votes in the member's place while they are away.")
    seats: dict[Id, Id] = Field(
        default_factory=dict,
        description="What a funder's rule book counts this person as: rule pack, then seat.",
        examples=[{"drug-free-communities": "media"}],
    )

    def _judged(self) -> Self:
        in_order(self, "joined", "left")
        if self.group == "champion":
            raise contradiction(
                "group",
                f"champions are listed below `champions`: add {{member: {self.id}}} there and "
                "leave the group out here",
            )
        if self.hours_per_month is not None and self.hours_per_month < 0:
            raise contradiction(
                "hours_per_month", f"{self.hours_per_month} hours a month are below zero: write 0 or more"
            )
        if self.proxy and self.proxy.to == self.id:
            raise contradiction("proxy", f"'{self.id}' stands in for themselves: name another member")
        return self
