"""How the coalition is led: roles, champions and working groups."""

from typing import Annotated, Self

from pydantic import Field

from coalitionkit.model.checks import contradiction, in_order
from coalitionkit.model.entry import Entry
from coalitionkit.model.record import PUBLIC, Brief, Record
from coalitionkit.model.references import MemberId
from coalitionkit.model.values import Date, Flag, Id, Prose, Share
from coalitionkit.model.vocabulary.governance import (
    CHAMPION_QUALITIES,
    CHAMPION_RESPONSIBILITIES,
    CHAMPION_SUPPORTS,
)
from coalitionkit.model.vocabulary.learning import PLANNING_TASKS
from coalitionkit.model.vocabulary.rhythm import CADENCES


class Holder(Brief):
    """Who holds a role, and from when to when; a bare member is enough."""

    shorthand = "member"

    member: MemberId = Field(
        description="The member who holds the role. A bare id means the same.",
        examples=["ana-lopez"],
        json_schema_extra=PUBLIC,
    )
    since: Date | None = Field(None, description="From when.", examples=["2026-01-15"])
    until: Date | None = Field(None, description="Until when. Leave it out while the member holds the role.")
    workload: Share | None = Field(
        None,
        description="How much of the member's working time the role takes.",
        examples=["50%"],
    )

    def _judged(self) -> Self:
        in_order(self, "since", "until")
        return self


class Waiver(Brief):
    """A decision to do without a role; a bare reason is enough."""

    shorthand = "reason"

    reason: Prose = Field(
        description="Why the coalition does without, or who does the work instead.",
        examples=["shared with the data lead"],
    )
    until: Date | None = Field(None, description="When to look at it again.", examples=["2026-12-31"])


class Vacancy(Brief):
    """A role that nobody holds for now; a bare date is enough."""

    shorthand = "since"

    since: Date | None = Field(None, description="Since when nobody holds it.", examples=["2026-03"])
    acceptable_until: Date | None = Field(
        None, description="Until when that is acceptable.", examples=["2026-09"]
    )

    def _judged(self) -> Self:
        in_order(self, "since", "acceptable_until")
        return self


class Role(Entry):
    """A seat with a task: held for a time, waived or vacant."""

    noun = "role"

    id: Id = Field(
        description="The role: project-manager, data-lead, community-engagement-lead, "
        "communications-and-outreach-lead, learning-and-evaluation-lead, or one of your own.",
        examples=[
            "project-manager",
            "data-lead",
            "community-engagement-lead",
            "communications-and-outreach-lead",
            "learning-and-evaluation-lead",
        ],
    )
    title: Prose | None = Field(
        None,
        description="The role as it is printed, where the id does not say it well.",
        json_schema_extra=PUBLIC,
    )
    held_by: tuple[Holder, ...] = Field(
        (),
        description="Who holds the role and who held it before, in order. Nobody is deleted: "
        "write `until` when someone hands over.",
        examples=[["ana-lopez"]],
        json_schema_extra=PUBLIC,
    )
    waived: Waiver | None = Field(None, description="Why the coalition does without this role, if it does.")
    vacant: Vacancy | None = Field(None, description="Since when nobody holds the role, if nobody does.")
    authority: Prose | None = Field(
        None,
        description="What the holder may decide and ask of others. A project manager from "
        "outside the convener needs this.",
    )
    qualifications: Prose | None = Field(
        None, description="What fits the holder for the role, in general words."
    )

    def _judged(self) -> Self:
        if self.waived and self.vacant:
            raise contradiction("vacant", "the role is both waived and vacant: keep the one that is true")
        holders = [holder.member for holder in self.held_by if holder.until is None]
        if holders and (self.waived or self.vacant):
            state = "waived" if self.waived else "vacant"
            raise contradiction(
                state,
                f"the role is {state}, yet '{holders[-1]}' still holds it: write `until` for the "
                f"holder, or remove `{state}`",
            )
        return self


class Champion(Record):
    """Someone with standing who opens doors and speaks for the effort."""

    identity = "member"

    member: MemberId = Field(
        description="The member who is a champion. This list alone says who is one.",
        examples=["council-member-diaz"],
        json_schema_extra=PUBLIC,
    )
    qualities: dict[Annotated[str, CHAMPION_QUALITIES], Prose] = Field(
        default_factory=dict,
        description="What makes them a good champion: the quality, then how it shows.",
        examples=[{"coalition-builder": "Brought three cities together on transit."}],
    )
    responsibilities: tuple[Annotated[str, CHAMPION_RESPONSIBILITIES], ...] = Field(
        (),
        description="What they have taken on. Together the champions should cover all six.",
        examples=[["advocate-publicly", "liaise-with-policymakers"]],
    )
    supports: tuple[Annotated[str, CHAMPION_SUPPORTS], ...] = Field(
        (),
        description="What else they help with at critical points.",
        examples=[["review-plan"]],
    )
    inside_government: Flag | None = Field(
        None,
        description="Whether they work inside government, where the partner's sector does not say it.",
    )


class WorkingGroup(Entry):
    """A group of members that works on one part of the plan."""

    noun = "working group"

    name: Prose = Field(
        description="The name of the group. Name the change to the system, not a single issue.",
        examples=["Opportunity-Rich Neighborhoods"],
        json_schema_extra=PUBLIC,
    )
    purpose: Prose | None = Field(
        None, description="What the group is to find out or get done.", json_schema_extra=PUBLIC
    )
    tasks: tuple[Annotated[str, PLANNING_TASKS], ...] = Field(
        (),
        description="What the group works on while the plan is made.",
        examples=[["engage-residents"]],
    )
    lead: MemberId | None = Field(
        None, description="The member who leads the group.", json_schema_extra=PUBLIC
    )
    deputy: MemberId | None = Field(None, description="The member who steps in for the lead.")
    members: tuple[MemberId, ...] = Field(
        (), description="The members of the group; the lead need not be repeated."
    )
    cadence: Annotated[str, CADENCES] | None = Field(
        None, description="How often the group meets.", examples=["monthly"]
    )
    started: Date | None = Field(None, description="When the group began.", examples=["2026-04"])
    ended: Date | None = Field(None, description="When the group finished its work.")

    def _judged(self) -> Self:
        in_order(self, "started", "ended")
        return self
