"""The stakeholder inventory: every organization and individual that the coalition knows of.

Who has a seat is in `members`, what is asked about a partner in `answers`, and what the coalition
needs of partners in `inventory`.
"""

from typing import Annotated, Self

from pydantic import Field

from coalitionkit.model.answers import Answers, Evidence, Rating
from coalitionkit.model.checks import contradiction
from coalitionkit.model.entry import Entry
from coalitionkit.model.holdings import (
    AssetHoldings,
    DomainHoldings,
    PopulationHoldings,
)
from coalitionkit.model.record import PRIVATE, PUBLIC, Brief, Record
from coalitionkit.model.references import MemberId, PartnerId, PartyId
from coalitionkit.model.values import (
    Date,
    Email,
    Flag,
    Language,
    Prose,
    Url,
    Whole,
)
from coalitionkit.model.vocabulary.inventory import (
    PARTNER_KINDS,
    STANCES,
    TIE_KINDS,
    YES_NO_UNKNOWN,
)
from coalitionkit.model.vocabulary.mobility import DIMENSIONS
from coalitionkit.model.vocabulary.needs import CATEGORIES, LIST_CHOICES
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.prose import quoted

Answer = Annotated[str, YES_NO_UNKNOWN]


class Person(Entry):
    """Someone at a partner whom the coalition knows, and who has no seat of their own."""

    noun = "person"

    name: str | None = Field(
        None,
        description="The person's name as it stands in letters. Leave it out while they have not "
        "agreed to be named; the title will do.",
        examples=["Ana López"],
    )
    title: str | None = Field(
        None, description="What the person does at the partner.", examples=["Data analyst"]
    )
    pronouns: str | None = Field(None, description="The pronouns that the person uses.", examples=["she/her"])
    knows: DomainHoldings = Field(
        default_factory=DomainHoldings.model_construct,
        description="The policy domains that the person knows from the front line or as an expert.",
        examples=[["housing-stability"]],
    )
    champion: Answer | None = Field(
        None, description="Whether the person would be a champion: yes, no or unknown."
    )
    languages: tuple[Language, ...] = Field(
        (), description="The languages that the person speaks, the preferred one first."
    )
    work_email: Email | None = Field(None, description="The person's e-mail address at work.")
    work_phone: str | None = Field(None, description="The person's phone number at work.")
    personal_email: Email | None = Field(
        None,
        description="The person's own e-mail address.",
        json_schema_extra=PRIVATE,
    )
    phone: str | None = Field(
        None,
        description="The person's own phone number.",
        json_schema_extra=PRIVATE,
    )


class Disposition(Brief):
    """What a person decided about a partner; it stands beside what is computed."""

    shorthand = "category"

    category: Annotated[str, CATEGORIES] = Field(
        description="The category that the person chose. A bare word means the same.",
        examples=["not-now"],
    )
    reason: Prose | None = Field(
        None,
        description="Why, for those who come later.",
        json_schema_extra=PRIVATE,
    )
    by: MemberId | None = Field(None, description="The member who decided.")
    date: Date | None = Field(None, description="When it was decided.")
    review_on: Date | None = Field(None, description="When to look at it again. Every `not-now` needs one.")


class FormerName(Brief):
    """A name that the partner had before; a bare name is enough."""

    shorthand = "name"

    name: str = Field(description="The earlier name.", json_schema_extra=PUBLIC)
    until: Date | None = Field(
        None, description="Until when the partner went by it.", json_schema_extra=PUBLIC
    )


class Partner(Entry):
    """An organization or individual that might matter: a partner now, or one to invite."""

    noun = "partner"
    namespace = "who"

    name: str = Field(
        description="The partner's name as it stands in letters.",
        examples=["Forest City Asset Builders"],
        json_schema_extra=PUBLIC,
    )
    kind: Annotated[str, PARTNER_KINDS] = Field(
        "organization", description="An organization, or an individual such as a resident."
    )
    sector: Annotated[str, SECTORS] | None = Field(
        None,
        description="The sector it belongs to. A resident who takes part as a person is a "
        "community-member, whoever employs them.",
        examples=["nonprofit"],
        json_schema_extra=PUBLIC,
    )
    parent: PartnerId | None = Field(
        None,
        description="The body that it is a part of. Departments of one body count once.",
        examples=["forest-county"],
        json_schema_extra=PUBLIC,
    )
    small: Flag | None = Field(
        None,
        description="Whether it is a small group. Reports show that small groups are not buried.",
    )
    worked_with: Answer | None = Field(
        None, description="Whether you have worked with it before: yes, no or unknown."
    )
    stance: Annotated[str, STANCES] | None = Field(
        None,
        description="How it stands toward the effort. Opponents can be critical partners. It "
        "belongs in the private file.",
        json_schema_extra=PRIVATE,
    )
    closest: MemberId | None = Field(
        None,
        description="The member with the most direct relationship, who should sign the invitation.",
        examples=["ana-lopez"],
    )
    language: Language | None = Field(
        None, description="The language in which to write to it.", examples=["es"]
    )
    url: Url | None = Field(None, description="Its website.", json_schema_extra=PUBLIC)
    serves: PopulationHoldings = Field(
        default_factory=PopulationHoldings.model_construct,
        description="The groups of residents that it serves.",
        examples=[["disengaged-youth"]],
    )
    represents: PopulationHoldings = Field(
        default_factory=PopulationHoldings.model_construct,
        description="The groups of residents that lead it, or to which it answers. To serve a "
        "group is not to speak for it.",
        examples=[{"held": [], "not_held": ["disengaged-youth"], "complete": True}],
    )
    domains: DomainHoldings = Field(
        default_factory=DomainHoldings.model_construct,
        description="The pillars and predictors of mobility that it works on.",
        examples=[["financial-security"]],
    )
    dimensions: tuple[Annotated[str, DIMENSIONS], ...] = Field(
        (), description="The dimensions of mobility that its work touches."
    )
    assets: AssetHoldings = Field(
        default_factory=AssetHoldings.model_construct,
        description="What it could bring to the coalition.",
        examples=[["data-sharing", "community-engagement-experience"]],
    )
    people: tuple[Person, ...] = Field((), description="The people there whom you know, and what they know.")
    answers: Answers = Field(
        default_factory=Answers.model_construct,
        description="Aligned efforts, mutual benefit, motivation and barriers.",
    )
    ratings: dict[MemberId, Rating] = Field(
        default_factory=dict,
        description="The answers of several members, by member, where more than one was asked. "
        "They belong in the private file.",
        json_schema_extra=PRIVATE,
    )
    evidence: tuple[Evidence, ...] = Field(
        (), description="Where the answers come from. High levels and rare assets need it."
    )
    effort: Whole | None = Field(
        None,
        description="How much work it is to win this partner, in any unit that you use for all.",
        examples=["1"],
    )
    decision: Disposition | None = Field(
        None, description="What a person decided about it. It never overwrites what is computed."
    )
    invitation_list: Annotated[str, LIST_CHOICES] | None = Field(
        None,
        description="`in` puts it on the list of invitations and `out` takes it off, whatever the "
        "shortest list says.",
    )
    keep_informed_by: str | None = Field(
        None,
        description="The channel by which it hears of the work while it has no seat.",
        examples=["newsletter"],
    )
    reviewed: Date | None = Field(
        None, description="When this entry was last looked over.", examples=["2026-06"]
    )
    former_names: tuple[FormerName, ...] = Field(
        (), description="Names that it had before.", json_schema_extra=PUBLIC
    )
    not_same_as: tuple[PartnerId, ...] = Field(
        (), description="Partners with a similar name that are someone else."
    )


class Tie(Record):
    """A relationship between two parties, read as a sentence: who, kind, whom."""

    who: PartyId = Field(
        description="The partner or member from which the tie goes out.", examples=["ana-lopez"]
    )
    kind: Annotated[str, TIE_KINDS] = Field(
        "works-with", description="What the one does with or for the other.", examples=["funds"]
    )
    whom: PartyId = Field(
        description="The partner or member to which the tie goes.",
        examples=["forest-city-community-college"],
    )

    def _judged(self) -> Self:
        if self.who == self.whom:
            raise contradiction("whom", f"{quoted(self.who)} has a tie to itself: name two different parties")
        return self
