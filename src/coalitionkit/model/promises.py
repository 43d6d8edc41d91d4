"""What was promised and who was asked: commitments in both directions, and invitations."""

from typing import Annotated, Self

from pydantic import Field

from coalitionkit.model.checks import contradiction, in_order
from coalitionkit.model.entry import Entry
from coalitionkit.model.references import FundingSourceId, MemberId, MetricId, PartnerId, PartyId
from coalitionkit.model.values import Date, Language, Money, Prose, Refers
from coalitionkit.model.vocabulary.promises import INVITATION_ANSWERS, PAY_PERIODS


class Commitment(Entry):
    """Something that one party promised another."""

    noun = "commitment"

    promised_by: PartyId | None = Field(
        None,
        description="The member or partner who gave the promise and sees that it is kept.",
        examples=["city-of-forest-city"],
    )
    promised_to: PartyId | None = Field(
        None,
        description="The member or partner who received it. Left out, it was made to all.",
        examples=["forest-city-asset-builders"],
    )
    what: Prose = Field(
        description="What was promised, so that anyone can tell whether it was kept.",
        examples=["A stipend for taking part"],
    )
    amount: Money | None = Field(
        None, description="The amount, where money was promised.", examples=["25000"]
    )
    per: Annotated[str, PAY_PERIODS] | None = Field(
        None, description="For what the amount is paid each time.", examples=["year"]
    )
    funding_source: FundingSourceId | None = Field(
        None, description="The funding source that the money comes from."
    )
    due: Date | None = Field(None, description="By when.", examples=["2026-12-31"])
    made_in: Annotated[str, Refers("invitation", "meeting", "decision")] | None = Field(
        None,
        description="The invitation, meeting or decision in which it was made.",
        examples=["invite-fcab"],
    )
    done: Date | None = Field(None, description="When it was kept.")

    def _judged(self) -> Self:
        if self.promised_by and self.promised_by == self.promised_to:
            raise contradiction(
                "promised_to",
                f"'{self.promised_by}' promised this to themselves: name whom it was promised to",
            )
        return self


class Invitation(Entry):
    """A personal letter that asks a partner to join."""

    noun = "invitation"

    partner: PartnerId = Field(
        description="The partner who is invited.", examples=["forest-city-asset-builders"]
    )
    to: Annotated[str, Refers("person")] | None = Field(
        None,
        description="The person at the partner to whom the letter goes. Leave it out where the "
        "partner is an individual.",
        examples=["fcab-analyst"],
    )
    sender: MemberId | None = Field(
        None,
        description="The member who signs: whoever has the most direct relationship.",
        examples=["council-member-diaz"],
    )
    language: Language | None = Field(None, description="The language of the letter.", examples=["en"])
    sent: Date | None = Field(None, description="When it was sent.")
    answer: Annotated[str, INVITATION_ANSWERS] | None = Field(
        None, description="What the partner answered.", examples=["accepted"]
    )
    answered: Date | None = Field(None, description="When the answer came.")
    why_you: Prose | None = Field(
        None, description="Why this person is asked, in words that fit no one else."
    )
    resources: Prose | None = Field(
        None, description="The resources or support that the partner gets in exchange."
    )
    power_sharing: Prose | None = Field(None, description="How the partner will share in decisions.")
    different: Prose | None = Field(
        None, description="What is different from earlier efforts, said honestly."
    )
    data_point: MetricId | None = Field(
        None,
        description="The metric that the letter quotes, with its source. Values of quality 3 are "
        "never quoted.",
        examples=["debt-in-collections"],
    )

    def _judged(self) -> Self:
        in_order(self, "sent", "answered")
        return self
