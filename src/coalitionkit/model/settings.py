"""The `lint` section: what the plan asks of the checks.

How it is combined with the command line and with a shared file is decided in
`coalitionkit.settings`, which also knows every rule and option.
"""

from typing import Annotated, Any, ClassVar

from pydantic import Field

from coalitionkit.findings import Profile, Severity
from coalitionkit.model.record import Record
from coalitionkit.model.values import Id, Reader, Whole
from coalitionkit.prose import did_you_mean, one_of, quoted

_PROFILES = [profile.value for profile in Profile]
_SEVERITIES = [severity.value for severity in Severity]


def _profile(text: str) -> str:
    return _chosen(text, "profile", _PROFILES)


def _severity(text: str) -> str:
    return _chosen(text, "severity", _SEVERITIES)


def _chosen(text: str, noun: str, choices: list[str]) -> str:
    if text not in choices:
        how = did_you_mean(text, choices) or f"; choose {one_of(choices)}"
        raise ValueError(f"{quoted(text)} is not a {noun}{how}")
    return text


def _as_it_is(text: str) -> str:
    return text


Anything = Annotated[Any, Reader("shape", "a value", _as_it_is, object, {})]
"""A value whose meaning is known to whoever asks for it."""

ProfileWord = Annotated[
    str, Reader("word", "a profile", _profile, str, {"type": "string", "enum": _PROFILES})
]
SeverityWord = Annotated[
    str, Reader("word", "a severity", _severity, str, {"type": "string", "enum": _SEVERITIES})
]


class LintSettings(Record):
    """Which checks apply to this plan, and how severe they are."""

    noun: ClassVar[str] = "lint section"

    profile: ProfileWord | None = Field(
        None,
        description="How far along the plan is: start, draft, launch or sustain. Each asks for "
        "all that the one before does, and more.",
        examples=["launch"],
    )
    extend: tuple[str, ...] = Field(
        (),
        description="Files with settings to begin from, seen from the plan's folder.",
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
    local: tuple[dict[str, Anything], ...] = Field((), description="Rules of your own, for this plan alone.")
