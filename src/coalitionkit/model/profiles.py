"""The words by which a plan sets how much a check matters and how far along it is."""

from typing import Annotated

from coalitionkit.findings import Profile, Severity
from coalitionkit.model.values import Reader
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


ProfileWord = Annotated[
    str, Reader("word", "a profile", _profile, str, {"type": "string", "enum": _PROFILES})
]
SeverityWord = Annotated[
    str, Reader("word", "a severity", _severity, str, {"type": "string", "enum": _SEVERITIES})
]
