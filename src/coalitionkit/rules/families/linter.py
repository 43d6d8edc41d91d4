"""Family 9: the linter itself. What needs to know all the rules is checked by the engine."""

from collections.abc import Iterator

from coalitionkit.findings import Check, Profile, Severity
from coalitionkit.places import PLAN
from coalitionkit.rules.rule import Breach, Rule, Snapshot, rule

_WITHOUT_EFFECT = ("extend", "packs", "local")

UNKNOWN_RULE = Rule(
    Check(
        "CK903",
        "unknown-rule",
        Severity.ERROR,
        "The `lint` section speaks only of rules that exist.",
        "A misspelled name changes nothing, while everyone believes that it does.",
        "Correct the name. `coalition rule --all` lists them. Rules of family 0 cannot be changed.",
        Profile.START,
    ),
    None,
)
RULE_FAILED = Rule(
    Check(
        "CK999",
        "rule-failed",
        Severity.ERROR,
        "A rule could not be run because of a mistake in coalitionkit.",
        "The other rules went on, but what this one would have found is not known.",
        "Report the message with the part of the plan that it names. Until it is mended, switch the "
        "rule off below 'lint: rules:'.",
        Profile.START,
    ),
    None,
)


@rule("CK905", "setting-without-effect", profile=Profile.START, severity=Severity.WARNING)
def setting_without_effect(snapshot: Snapshot) -> Iterator[Breach]:
    """The `lint` section asks for nothing that this version cannot do.

    Why: Whoever reads `packs: [csbg]` believes that the plan is checked against it.

    Mend: Remove the key, or keep it for a later version and check by hand until then.
    """
    for key in _WITHOUT_EFFECT:
        if getattr(snapshot.plan.lint, key):
            yield Breach(
                PLAN / "lint" / key,
                f"'{key}' has no effect in this version; remove it, or check by hand what it stands for",
            )
