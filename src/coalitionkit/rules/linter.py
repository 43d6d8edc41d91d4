"""Family 9: the linter itself. These are checked by the engine, which knows all the rules."""

from coalitionkit.findings import Check, Profile, Severity
from coalitionkit.rules.rule import Rule

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
