"""How a plan is judged: the caller's word, then the plan's, then the rule's."""

from typing import Any

import pytest
from builders import plan

from coalitionkit.findings import Check, Profile, Severity
from coalitionkit.settings import DEFAULT_PROFILE, Settings, settings_for

ERROR, WARNING, INFO, OFF = Severity("error"), Severity("warning"), Severity("info"), Severity("off")


def check(code: str = "CK231", name: str = "a-rule") -> Check:
    """Return a rule that warns."""
    return Check(code, name, WARNING, "", "", "")


@pytest.mark.parametrize(
    ("lint", "asked", "expected"),
    [
        ({}, None, DEFAULT_PROFILE),
        ({"profile": "launch"}, None, Profile.LAUNCH),
        ({"profile": "launch"}, Profile.DRAFT, Profile.DRAFT),
        ({"profile": "launch"}, Profile.START, Profile.START),
        ({}, Profile.SUSTAIN, Profile.SUSTAIN),
    ],
)
def test_the_caller_decides_on_the_profile_then_the_plan(
    lint: dict[str, Any], asked: Profile | None, expected: Profile
) -> None:
    assert settings_for(plan(lint=lint), profile=asked).profile is expected


@pytest.mark.parametrize("asked", [None, Profile.DRAFT])
def test_without_a_plan_there_are_only_defaults(asked: Profile | None) -> None:
    assert settings_for(None, profile=asked) == Settings(asked)
    assert Settings(asked).profile is (asked or DEFAULT_PROFILE)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ({}, WARNING),
        ({"CK231": "info"}, INFO),
        ({"a-rule": "error"}, ERROR),
        ({"a-rule": "error", "CK231": "off"}, OFF),
        ({"CK232": "off", "b-rule": "off"}, WARNING),
    ],
)
def test_the_plan_decides_on_a_rule_by_code_before_name(rules: dict[str, str], expected: Severity) -> None:
    assert settings_for(plan(lint={"rules": rules})).severity(check()) is expected


def test_what_is_wrong_with_the_file_itself_keeps_its_severity() -> None:
    settings = settings_for(plan(lint={"rules": {"CK020": "off", "broken": "off"}}))
    assert settings.severity(check("CK020", "broken")) is WARNING
    assert settings.severity(check("CK120", "broken")) is OFF
