"""The whole plan: every section in the order of the file, and lookups by id.

Lookups find records and judge nothing. What the records amount to is found in
`coalitionkit.analysis`.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated, Self, TypeVar

from pydantic import Field

from coalitionkit.model.about import About, OwnVocabulary
from coalitionkit.model.checks import contradiction
from coalitionkit.model.decisions import Decision, DecisionModel
from coalitionkit.model.entry import Entry
from coalitionkit.model.focus import Focus
from coalitionkit.model.funding import Budget, FundingSource
from coalitionkit.model.governance import Champion, Role, WorkingGroup
from coalitionkit.model.inventory import Inventory
from coalitionkit.model.learning import Engagement, ExistingPlan, Strategy
from coalitionkit.model.members import Member
from coalitionkit.model.metrics import Metric
from coalitionkit.model.partners import Partner, Person, Tie
from coalitionkit.model.practices import Practice
from coalitionkit.model.promises import Commitment, Invitation
from coalitionkit.model.record import PUBLIC, Record
from coalitionkit.model.rhythm import Meeting, Rhythm
from coalitionkit.model.settings import LintSettings
from coalitionkit.model.values import Whole
from coalitionkit.model.vocabulary.practices import PRACTICES

_Item = TypeVar("_Item", bound=Entry)

FORMAT = 1
"""The version of the file format that this release reads and writes."""

UNORDERED = (
    "partners",
    "members",
    "commitments",
    "invitations",
    "plans",
    "strategies",
    "metrics",
    "funding_sources",
)
"""Lists whose order says nothing. That of roles, goals, decisions and meetings does."""


class Coalition(Record):
    """The plan of a coalition: who takes part, what they want, how they work and decide."""

    format: Whole = Field(
        description="The version of the file format: always 1 for now.",
        examples=["1"],
        json_schema_extra=PUBLIC,
    )
    coalition: About = Field(
        description="The coalition: its name, its place, who convenes it.", json_schema_extra=PUBLIC
    )
    vocabulary: OwnVocabulary = Field(
        default_factory=OwnVocabulary.model_construct,
        description="Words that this plan adds to the built-in vocabularies.",
    )
    focus: Focus = Field(
        default_factory=Focus.model_construct,
        description="What the coalition is for: vision, priority groups, goals.",
        json_schema_extra=PUBLIC,
    )
    partners: tuple[Partner, ...] = Field(
        (),
        description="The stakeholder inventory: every organization or individual that you know "
        "of, partners now or later.",
    )
    ties: tuple[Tie, ...] = Field(
        (), description="Who works with whom. Only reports on the network use this."
    )
    inventory: Inventory = Field(
        default_factory=Inventory.model_construct,
        description="What the coalition needs of its partners, and how invitations are listed.",
    )
    members: tuple[Member, ...] = Field(
        (), description="Everyone with a part in the coalition, now, before or soon."
    )
    roles: tuple[Role, ...] = Field(
        (), description="The roles of the management team and others, and who holds them."
    )
    champions: tuple[Champion, ...] = Field(
        (), description="The members who open doors and speak for the effort."
    )
    working_groups: tuple[WorkingGroup, ...] = Field(
        (), description="The groups in which members do the work."
    )
    decision_model: DecisionModel | None = Field(
        None,
        description="The way of deciding that is in force: the name of a model, or the long form.",
        examples=["consensus", {"model": "majority", "share": "2/3", "quorum": "1/2"}],
    )
    decisions: tuple[Decision, ...] = Field((), description="What was decided and what is about to be.")
    rhythm: Rhythm = Field(
        default_factory=Rhythm.model_construct,
        description="How often groups meet, and how they work together.",
    )
    meetings: tuple[Meeting, ...] = Field((), description="Each meeting, planned or held.")
    commitments: tuple[Commitment, ...] = Field(
        (), description="What was promised by whom to whom, in both directions."
    )
    invitations: tuple[Invitation, ...] = Field(
        (), description="The personal letters that ask partners to join."
    )
    engagements: tuple[Engagement, ...] = Field(
        (), description="The occasions on which residents were asked or shaped the work."
    )
    plans: tuple[ExistingPlan, ...] = Field(
        (), description="Existing plans of the city, the county and others."
    )
    strategies: tuple[Strategy, ...] = Field(
        (), description="The lines of action by which goals are to be reached."
    )
    metrics: tuple[Metric, ...] = Field((), description="What is measured to tell whether things get better.")
    funding_sources: tuple[FundingSource, ...] = Field(
        (), description="Money that the coalition has, is promised or asks for."
    )
    budget: Budget = Field(
        default_factory=Budget.model_construct,
        description="What the work costs and what is kept in reserve.",
    )
    practices: dict[Annotated[str, PRACTICES], Practice] = Field(
        default_factory=dict,
        description="Practices recorded in words: the practice, then what you do.",
        examples=[{"conflict-and-turf": "We name it in the meeting and settle it in a week."}],
    )
    lint: LintSettings = Field(
        default_factory=LintSettings.model_construct,
        description="Which checks apply to this plan, and how severe they are.",
    )

    def _judged(self) -> Self:
        if self.format != FORMAT:
            raise contradiction(
                "format",
                f"this release reads format {FORMAT}, not {self.format}: write format: {FORMAT}, "
                "or install a newer release",
            )
        return self

    def partner(self, key: str) -> Partner | None:
        """Return the partner with this id, or with this one among its former ids."""
        return self._partners.get(key)

    def member(self, key: str) -> Member | None:
        """Return the member with this id, or with this one among their former ids."""
        return self._members.get(key)

    def role(self, key: str) -> Role | None:
        """Return the role with this id, or with this one among its former ids."""
        return self._roles.get(key)

    def metric(self, key: str) -> Metric | None:
        """Return the metric with this id, or with this one among its former ids."""
        return self._metrics.get(key)

    def funding_source(self, key: str) -> FundingSource | None:
        """Return the funding source with this id, or with this one among its former ids."""
        return self._funding_sources.get(key)

    def person(self, key: str) -> tuple[Partner, Person] | None:
        """Return the person with this id and the partner where they are listed."""
        return self._people.get(key)

    @cached_property
    def active_members(self) -> tuple[Member, ...]:
        """The members who take part today, in the order of the file."""
        return tuple(member for member in self.members if member.status == "active" and not member.left)

    @cached_property
    def champion_members(self) -> tuple[Member, ...]:
        """The members listed as champions, in the order of that list."""
        found = (self.member(champion.member) for champion in self.champions)
        return tuple(member for member in found if member)

    @cached_property
    def _partners(self) -> Mapping[str, Partner]:
        return _by_id(self.partners)

    @cached_property
    def _members(self) -> Mapping[str, Member]:
        return _by_id(self.members)

    @cached_property
    def _roles(self) -> Mapping[str, Role]:
        return _by_id(self.roles)

    @cached_property
    def _metrics(self) -> Mapping[str, Metric]:
        return _by_id(self.metrics)

    @cached_property
    def _funding_sources(self) -> Mapping[str, FundingSource]:
        return _by_id(self.funding_sources)

    @cached_property
    def _people(self) -> Mapping[str, tuple[Partner, Person]]:
        return {
            key: (partner, person)
            for partner in self.partners
            for key, person in _by_id(partner.people).items()
        }


def _by_id(entries: Iterable[_Item]) -> dict[str, _Item]:
    """Index entries by their ids; a former id stands back behind an id in use."""
    listed = list(entries)
    former = {key: entry for entry in listed for key in entry.former_ids}
    return former | {entry.id: entry for entry in listed}
