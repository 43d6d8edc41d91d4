"""What decides how a plan is judged: the profile it aims at and the severity of each rule.

Precedence: what the caller asks for, then the plan's own `lint:` section, then the rule's default.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from coalitionkit.findings import Check, Profile, Severity
from coalitionkit.model.coalition import Coalition

DEFAULT_PROFILE = Profile.START
FIXED_FAMILY = 0
"""Checks of this family keep their severity: a plan that cannot be read is never fine."""


class Settings(NamedTuple):
    """How one plan is judged.

    `severities` and `options` hold what the plan sets, by rule code or name. With `advice`, rules that are
    off by nature speak as well.
    """

    profile: Profile = DEFAULT_PROFILE
    severities: Mapping[str, Severity] = MappingProxyType({})
    options: Mapping[str, Mapping[str, int]] = MappingProxyType({})
    advice: bool = False

    def severity(self, check: Check) -> Severity:
        """Return how much a finding of a check matters in this plan."""
        if check.family == FIXED_FAMILY:
            return check.severity
        for key in (check.code, check.name):
            if key in self.severities:
                return self.severities[key]
        if self.advice and check.severity is Severity.OFF:
            return Severity.INFO
        return check.severity

    def options_of(self, check: Check) -> Mapping[str, int]:
        """Return what this plan sets of the options of a check."""
        return {**self.options.get(check.code, {}), **self.options.get(check.name, {})}


def settings_for(plan: Coalition | None, *, profile: Profile | None = None, advice: bool = False) -> Settings:
    """Return the settings of a plan; a `profile` that the caller asks for wins over the plan's own."""
    if plan is None:
        return Settings(profile or DEFAULT_PROFILE)
    stated = Profile(plan.lint.profile) if plan.lint.profile else DEFAULT_PROFILE
    severities = {name: Severity(word) for name, word in plan.lint.rules.items()}
    return Settings(profile or stated, severities, plan.lint.options, advice)
