"""How the coalition decides, and what it has decided.

Whether a decision follows the rule in force on its day is found in `coalitionkit.analysis`.
"""

from fractions import Fraction
from typing import Annotated, Self

from pydantic import Field

from coalitionkit.model.checks import contradiction, in_order, unknown_word
from coalitionkit.model.entry import Entry
from coalitionkit.model.record import Brief, Record
from coalitionkit.model.references import DecisionId, LeadId, MemberId, PartyId
from coalitionkit.model.values import Date, Flag, Id, Prose, Refers, Share, Whole
from coalitionkit.model.vocabulary.decisions import (
    BASES,
    DECISION_KINDS,
    DECISION_MODELS,
    DECISION_STATUSES,
    OUTCOMES,
    VOTES,
)
from coalitionkit.model.vocabulary.governance import GROUPS
from coalitionkit.prose import one_of

_HALF = Fraction(1, 2)


class DecisionRule(Brief):
    """How a question is settled; the name of a model is enough."""

    shorthand = "model"

    model: Annotated[str, DECISION_MODELS] = Field(
        description="When something is carried. A bare word means the same.",
        examples=["consensus"],
    )
    quorum: Share | None = Field(
        None,
        description="The share of those with a vote who must be present.",
        examples=["2/3", "50%"],
    )
    basis: Annotated[str, BASES] | None = Field(
        None,
        description="Of what a share is taken: the votes cast, those present, or all who may vote.",
        examples=["cast"],
    )
    share: Share | None = Field(
        None,
        description="For a majority: the share in favor. 1/2, the default, means more than half; "
        "2/3 means at least two thirds.",
        examples=["2/3"],
    )
    authority: Annotated[str, Refers("member", "role", "partner")] | None = Field(
        None, description="For lead-authority: the member, role or partner that decides."
    )
    notice_days: Whole | None = Field(
        None, description="How many days before a decision it must be announced.", examples=["7"]
    )

    def _judged(self) -> Self:
        if self.quorum == 0:
            raise contradiction(
                "quorum", "a quorum of nobody is always met: write a share above 0, such as 1/2"
            )
        if self.share is not None and self.model != "majority":
            raise contradiction(
                "share",
                f"a share means nothing under {self.model}: remove it, or write model: majority",
            )
        if self.share is not None and self.share < _HALF:
            raise contradiction(
                "share", f"{self.share} is less than half, which is no majority: write 1/2 or more"
            )
        if self.authority and self.model != "lead-authority":
            raise contradiction(
                "authority",
                f"nobody decides alone under {self.model}: remove the authority, or write "
                "model: lead-authority",
            )
        return self


class AdoptedModel(DecisionRule):
    """A way of deciding that the coalition agreed on, now or before."""

    adopted: Date | None = Field(None, description="Since when it is in force.", examples=["2026-03-10"])
    adopted_by: DecisionId | None = Field(
        None, description="The decision by which it was adopted.", examples=["adopt-norms"]
    )
    input_from: tuple[Annotated[str, GROUPS], ...] = Field(
        (),
        description="The groups that are heard before a decision.",
        examples=[["key-stakeholder", "champion"]],
    )
    final_call: Prose | None = Field(
        None, description="Who has the last word: a group, a role, a person.", examples=["members"]
    )
    accountable: LeadId | None = Field(
        None, description="The member or role that answers for carrying decisions out."
    )
    delegation: Prose | None = Field(None, description="Which decisions are passed on, and to whom.")
    champions_count: Flag = Field(False, description="Whether champions vote and count toward the quorum.")
    fallback: DecisionRule | None = Field(
        None,
        description="How it is settled when the first way does not lead to a result.",
        examples=[{"model": "majority", "share": "2/3"}],
    )
    by_kind: dict[Annotated[str, DECISION_KINDS], DecisionRule] = Field(
        default_factory=dict,
        description="Other rules for some kinds of decision.",
        examples=[{"budget": {"model": "majority", "share": "2/3"}}],
    )


class DecisionModel(AdoptedModel):
    """The way of deciding that is in force; the name of a model is enough."""

    earlier: tuple[AdoptedModel, ...] = Field(
        (),
        description="Ways of deciding that were in force before, each with its date of adoption.",
    )


class Input(Record):
    """What someone said before a decision."""

    by: PartyId = Field(description="The member or partner who was heard.", examples=["ben-ito"])
    date: Date | None = Field(None, description="When.", examples=["2026-03-05"])
    text: Prose | None = Field(None, description="What they said, in short.")


class Decision(Entry):
    """A question that the coalition has settled or is about to settle."""

    noun = "decision"

    question: Prose | None = Field(
        None,
        description="The question in one sentence that can be answered.",
        examples=["Shall we adopt the norms of February 3?"],
    )
    date: Date | None = Field(None, description="The day of the decision.", examples=["2026-03-10"])
    status: Annotated[str, DECISION_STATUSES] | None = Field(
        None, description="How far it has come.", examples=["decided"]
    )
    due: Date | None = Field(None, description="By when it should be settled.")
    kind: Annotated[str, DECISION_KINDS] = Field(
        "ordinary",
        description="What it is about. Some kinds may follow a rule of their own.",
        examples=["budget"],
    )
    options: dict[Id, Prose] = Field(
        default_factory=dict,
        description="The options to choose from: an id, then the option in words. Leave it out "
        "for a yes or no.",
        examples=[{"library": "Meet in the library", "school": "Meet in the school"}],
    )
    noticed: Date | None = Field(
        None, description="When members were told that it would come up.", examples=["2026-03-01"]
    )
    input: tuple[Input, ...] = Field((), description="Who was heard before, and what they said.")
    present: tuple[MemberId, ...] = Field((), description="The members who were present.")
    votes: dict[MemberId, Id] = Field(
        default_factory=dict,
        description="How each member voted: for, against, abstain, stand-aside, block, or the id "
        "of an option.",
        examples=[{"ana-lopez": "for", "ben-ito": "stand-aside"}],
    )
    proxies: dict[MemberId, MemberId] = Field(
        default_factory=dict,
        description="Who voted in whose place: the absent member, then the one who stood in.",
        examples=[{"council-member-diaz": "ana-lopez"}],
    )
    outcome: Annotated[str, OUTCOMES] | None = Field(
        None, description="What came of it.", examples=["carried"]
    )
    chosen: Id | None = Field(None, description="The option that was chosen, by its id.")
    reasons: Prose | None = Field(None, description="Why it was decided so, for those who join later.")
    supersedes: DecisionId | None = Field(None, description="The earlier decision that this one replaces.")

    def _judged(self) -> Self:
        in_order(self, "noticed", "date")
        known = [*VOTES.words, *self.options]
        for member, vote in self.votes.items():
            if vote not in known:
                meant = VOTES.slug(vote)
                raise unknown_word(
                    "votes",
                    f"the vote of '{member}', '{vote}', is neither a vote nor an option: "
                    + (f"write '{meant}'" if meant else f"choose {one_of(known)}"),
                )
        if self.chosen and self.chosen not in self.options:
            raise unknown_word(
                "chosen", f"'{self.chosen}' is not among the options: write the id of one of them"
            )
        if self.outcome and self.status in {"proposed", "open"}:
            raise contradiction(
                "outcome",
                f"there is an outcome, yet the status is {self.status}: write status: decided",
            )
        for absent, stands_in in self.proxies.items():
            if absent == stands_in:
                raise contradiction("proxies", f"'{absent}' stands in for themselves: name another member")
        if self.supersedes == self.id:
            raise contradiction(
                "supersedes", "a decision cannot replace itself: name the earlier one, or remove `supersedes`"
            )
        return self
