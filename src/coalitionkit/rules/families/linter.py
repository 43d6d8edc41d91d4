"""Family 9: the linter itself. What needs to know all the rules is checked by `audit` and the engine."""

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
UNKNOWN_OPTION = Rule(
    Check(
        "CK910",
        "unknown-option",
        Severity.ERROR,
        "The `lint` section sets only numbers that the rule goes by.",
        "A number that no rule reads changes nothing, while everyone believes that it does.",
        "Correct the name of the option, or remove the line.",
        Profile.START,
    ),
    None,
)
UNKNOWN_PACK = Rule(
    Check(
        "CK911",
        "unknown-pack",
        Severity.ERROR,
        "The `lint` section names only rule books that are installed.",
        "Whoever reads the name of a funder's rule book believes that the plan is checked against it.",
        "Correct the name, install the package that offers the rule book, or remove the name.",
        Profile.START,
    ),
    None,
)
UNUSABLE_LOCAL_RULE = Rule(
    Check(
        "CK912",
        "unusable-local-rule",
        Severity.ERROR,
        "The rules that a plan writes itself speak of keys and words that the format has.",
        "A rule that looks at something else finds nothing, and nobody notices.",
        "Correct the key or value that the message names; `coalition lint --test-rules` tries the rule.",
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
