"""Rules of a plan's own: what each entry of a section must have, in words that need no programming.

Which sections and keys a rule may name, and how the values in its conditions are read, follows from the
models and is judged in `coalitionkit.rules.local`.
"""

from typing import Self

from pydantic import Field

from coalitionkit.model.checks import contradiction
from coalitionkit.model.profiles import ProfileWord, SeverityWord
from coalitionkit.model.record import Brief, Record
from coalitionkit.model.values import Flag, Id

_PRESENCE = {"present": "yes", "absent": "no"}


class PlainCondition(Brief):
    """What a value must be, within another condition. The word `present` asks for any, `absent` for none."""

    shorthand = "equals"

    equals: str | None = Field(
        None, description="Exactly this value. A bare value means the same.", examples=["active"]
    )
    present: Flag | None = Field(
        None,
        description="Whether there must be a value. The bare words `present` and `absent` mean the same.",
    )
    one_of: tuple[str, ...] = Field((), description="One of these values.", examples=[["pledged", "secured"]])
    begins_with: str | None = Field(None, description="Text that begins so; capitals make no difference.")
    contains: str | None = Field(None, description="Text that holds this somewhere.")
    over: str | None = Field(
        None, description="A number above this one; of a list, its length.", examples=["50000"]
    )
    under: str | None = Field(None, description="A number below this one; of a list, its length.")
    at_least: str | None = Field(
        None, description="This number or more; of a list, its length.", examples=["2"]
    )
    at_most: str | None = Field(None, description="This number or less; of a list, its length.")
    before: str | None = Field(
        None, description="A date before this one; `today` is the day of the check.", examples=["today"]
    )
    after: str | None = Field(
        None, description="A date after this one; `today` is the day of the check.", examples=["2026-12-31"]
    )

    @classmethod
    def _expanded(cls, given: object) -> object:
        if isinstance(given, str) and given in _PRESENCE:
            return {"present": _PRESENCE[given]}
        return super()._expanded(given)

    def _judged(self) -> Self:
        if not any(getattr(self, key) not in (None, (), {}) for key in self.model_fields_set - {"note"}):
            raise contradiction(
                "equals", "this condition asks for nothing: write a value, present, or {over: 5}"
            )
        return self


class Condition(PlainCondition):
    """What a value must be; a bare value is enough. The word `present` asks for any, `absent` for none.

    Of a list, one item that is so is enough.
    """

    refers_to: dict[str, PlainCondition] = Field(
        default_factory=dict,
        description="For an id: what must be true of the record that it points at.",
        examples=[{"status": "active"}],
    )
    where: dict[str, PlainCondition] = Field(
        default_factory=dict,
        description="For a list: count only items of which this is true. Without a number, one is enough.",
        examples=[{"status": "active"}],
    )


class LocalRule(Record):
    """A rule of your own: each entry of a section must be as you say."""

    noun = "local rule"
    identity = "id"

    id: Id = Field(
        description="The name of the rule. Findings, `rules` and remarks that ignore it use it.",
        examples=["working-group-deputy"],
    )
    each: str = Field(
        description="What the rule looks at one by one: a section, a list in one, or `plan` for the whole.",
        examples=["working_groups", "roles.held_by"],
    )
    where: dict[str, Condition] = Field(
        default_factory=dict,
        description="Only entries of which all this is true: a key, then a condition.",
        examples=[{"amount": {"over": "50000"}}],
    )
    unless: dict[str, Condition] = Field(
        default_factory=dict, description="But no entry of which all this is true."
    )
    require: dict[str, Condition] = Field(
        default_factory=dict,
        description="What must be true of each: a key, then a condition. Dots lead further in.",
        examples=[{"reports.due": "present"}],
    )
    require_any: tuple[dict[str, Condition], ...] = Field(
        (),
        description="Groups of conditions, of which at least one must be true as a whole.",
        examples=[[{"deputy": "present"}, {"lead": {"refers_to": {"status": "active"}}}]],
    )
    forbid: dict[str, Condition] = Field(
        default_factory=dict, description="What must not be true of any: a key, then a condition."
    )
    message: str = Field(
        description="What is told of an entry that falls short: what is wrong, then how to mend it. A key in "
        "braces stands for its value.",
        examples=["the group '{name}' has no deputy; write 'deputy: ...'"],
    )
    severity: SeverityWord = Field(
        "warning", description="How much it matters: error, warning, info or off.", examples=["error"]
    )
    profile: ProfileWord = Field(
        "start", description="From which profile on the rule is held.", examples=["launch"]
    )
    why: str | None = Field(None, description="Why it matters, for those who meet the finding.")
    good: str | None = Field(
        None, description="A part of a plan in which the rule finds nothing, for `lint --test-rules`."
    )
    bad: str | None = Field(
        None, description="A part of a plan in which the rule finds something, for `lint --test-rules`."
    )

    def _judged(self) -> Self:
        if not (self.require or self.require_any or self.forbid):
            raise contradiction("id", "this rule asks for nothing: add 'require', 'require_any' or 'forbid'")
        return self
