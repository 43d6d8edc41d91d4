"""The `lint` section: what the plan asks of the checks. A shared file holds the same keys.

How it is combined with shared files and with the command line is decided in `coalitionkit.settings`.
"""

from pydantic import Field

from coalitionkit.model.local_rules import LocalRule
from coalitionkit.model.profiles import ProfileWord, SeverityWord
from coalitionkit.model.record import Record
from coalitionkit.model.values import Id, Whole


class LintSettings(Record):
    """Which checks apply to this plan, and how severe they are."""

    noun = "lint section"

    profile: ProfileWord | None = Field(
        None,
        description="How far along the plan is: start, draft, launch or sustain. Each asks for "
        "all that the one before does, and more.",
        examples=["launch"],
    )
    extend: tuple[str, ...] = Field(
        (),
        description="Files with settings to begin from, seen from the file that names them. They hold "
        "the keys of this section; later ones win over earlier ones, and the plan wins over all. A plan in a "
        "git repository extends files of that repository only.",
        examples=[["../region-lint.yaml"]],
    )
    packs: tuple[Id, ...] = Field(
        (),
        description="Rule books of funders to check against as well.",
        examples=[["drug-free-communities"]],
    )
    rules: dict[str, SeverityWord] = Field(
        default_factory=dict,
        description="How severe a rule is here, by its name or code: error, warning, info or off.",
        examples=[{"metric-baseline": "warning"}],
    )
    options: dict[str, dict[str, Whole]] = Field(
        default_factory=dict,
        description="Numbers that rules go by: the rule, then each of its options.",
        examples=[{"metric-stale": {"days": 400}}],
    )
    local: tuple[LocalRule, ...] = Field(
        (), description="Rules of your own, for this plan or for all that share this file."
    )
