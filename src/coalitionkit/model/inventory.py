"""What the coalition needs of its partners, and how the list of invitations is made."""

from typing import Annotated, ClassVar, Self

from pydantic import Field

from coalitionkit.model.checks import contradiction, unknown_word
from coalitionkit.model.entry import Entry
from coalitionkit.model.record import Record
from coalitionkit.model.values import Date, Flag, Prose, Share, Whole
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.mobility import DOMAINS
from coalitionkit.model.vocabulary.needs import NEED_KINDS, NEED_PURPOSES
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.model.vocabulary.sectors import SECTORS

GOVERNMENT_CHAMPION = "government"
"""What a need for a champion inside any government is `of`."""

NEED_WORDS = {
    "population-served": POPULATIONS,
    "population-voice": POPULATIONS,
    "predictor": DOMAINS,
    "asset": ASSETS,
    "frontline-knowledge": DOMAINS,
    "champion": SECTORS,
}
"""The vocabulary that the `of` of each kind of need comes from."""


class Need(Entry):
    """Something the coalition cannot do without."""

    noun = "need"
    words_by: ClassVar = {"of": ("kind", NEED_WORDS)}

    kind: Annotated[str, NEED_KINDS] = Field(description="What sort of thing is needed.", examples=["asset"])
    of: str = Field(
        description="Which one: a group of residents, a domain, an asset, or for a champion a "
        "sector or `government`, by its word.",
        examples=["data-sharing"],
    )
    required: Whole = Field(1, description="How many independent partners must hold it.", examples=["2"])
    must: Flag = Field(True, description="Write false for what would be good to have but is no condition.")
    weight: Whole = Field(1, description="How much it counts beside other needs when shares are computed.")
    purposes: tuple[Annotated[str, NEED_PURPOSES], ...] = Field(
        (),
        description="What could not be done without it: plan, find the gaps or implement.",
        examples=[["plan", "gaps"]],
    )
    source: Prose | None = Field(
        None, description="Where the need comes from: a meeting, a document, the worksheet."
    )
    added: Date | None = Field(None, description="When it was added.", examples=["2026-02-01"])

    def _judged(self) -> Self:
        words = NEED_WORDS[self.kind]
        governed = self.kind == "champion" and self.of == GOVERNMENT_CHAMPION
        word = self.of if governed else words.slug(self.of)
        if word is None:
            raise unknown_word("of", words.refusal(self.of))
        if not self.required:
            raise contradiction("required", "a need for nobody is always met: write 1 or more, or remove it")
        return self if word == self.of else self.model_copy(update={"of": word})


class WithoutVoice(Record):
    """A group of residents that need not have a voice of its own, and why."""

    identity = "population"

    population: Annotated[str, POPULATIONS] = Field(
        description="The group of residents.", examples=["middle-class-residents"]
    )
    reason: Prose = Field(description="Why the coalition goes without. A reason is required.")


class SectorShare(Record):
    """How much of the list of invitations some sectors may or must make up."""

    sectors: tuple[Annotated[str, SECTORS], ...] = Field(
        description="The sectors that are counted together.", examples=[["local-government"]]
    )
    at_least: Share | None = Field(None, description="The least share of the list.", examples=["1/3"])
    at_most: Share | None = Field(None, description="The greatest share of the list.", examples=["1/2"])

    def _judged(self) -> Self:
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise contradiction(
                "at_most",
                f"at most {self.at_most} is less than at least {self.at_least}: swap the two",
            )
        return self


class ListRules(Record):
    """Limits that the list of invitations keeps."""

    max_size: Whole | None = Field(None, description="The most invitations to send. To start small is right.")
    shares: tuple[SectorShare, ...] = Field(
        (), description="Shares of the list by sector, so that no side crowds out the others."
    )


class Inventory(Record):
    """How the stakeholder inventory is kept and what is asked of it."""

    none_known: tuple[Annotated[str, SECTORS], ...] = Field(
        (),
        description="Sectors that were looked at and in which you know nobody yet.",
        examples=[["faith-based"]],
    )
    reviewed: tuple[Date, ...] = Field(
        (),
        description="The dates on which the whole inventory was gone through again.",
        examples=[["2026-02", "2026-08"]],
    )
    needs: tuple[Need, ...] = Field(
        (),
        description="What the coalition cannot do without. A voice for each priority group of "
        "residents is added by itself.",
    )
    without_voice: tuple[WithoutVoice, ...] = Field(
        (), description="Priority groups that need no voice of their own, each with a reason."
    )
    list_rules: ListRules = Field(
        default_factory=ListRules.model_construct,
        description="Limits that the list of invitations keeps.",
    )
    columns: dict[str, str] = Field(
        default_factory=dict,
        description="How the headings of your spreadsheets map to fields: remembered by import.",
        examples=[{"Organization": "name"}],
    )
