"""Family 9: the linter itself. What needs to know all the rules is checked by `audit` and the engine."""

from coalitionkit.findings import Check, Profile, Severity
from coalitionkit.rules.rule import Rule

MARKS = ("# coalition:", "#coalition:")
"""How a comment begins that speaks to the linter; `rules.markers` reads what follows."""


SUPPRESSION_UNUSED = Rule(
    Check(
        "CK901",
        "suppression-unused",
        Severity.WARNING,
        "A comment that leaves a finding out has one to leave out.",
        "Left behind after what it spoke of was mended, it would hide the next mistake at the same place.",
        "Remove the rule from the comment, or the comment itself. A comment at the end of a line speaks of "
        "what starts on that line; one on a line of its own of the next item or entry, if that is not "
        "indented less.",
        Profile.START,
    ),
    None,
)
SUPPRESSION_WITHOUT_REASON = Rule(
    Check(
        "CK902",
        "suppression-without-reason",
        Severity.WARNING,
        "A comment that leaves a finding out says why.",
        "Whoever takes over the plan cannot tell a decision from a shortcut, and nobody dares to remove it.",
        "Write the reason after the bracket. If it holds for a while only, add `until=` and the last day.",
        Profile.START,
    ),
    None,
)
UNKNOWN_RULE = Rule(
    Check(
        "CK903",
        "unknown-rule",
        Severity.ERROR,
        "The `lint` section, and comments that leave findings out, speak only of rules that exist.",
        "A misspelled name changes nothing, while everyone believes that it does.",
        "Correct the name. `coalition rule --all` lists them. Rules of family 0 cannot be changed, and "
        "neither they nor what the linter says of itself can be left out by a comment.",
        Profile.START,
    ),
    None,
)
SUPPRESSION_EXPIRED = Rule(
    Check(
        "CK904",
        "suppression-expired",
        Severity.WARNING,
        "A comment that leaves a finding out until a day is gone when that day has passed.",
        "What was to be settled by then is not. The finding is shown again, as a warning at most, because a "
        "file that nobody touched must not begin to fail.",
        "Mend what was left out and remove the comment, or agree on a new day.",
        Profile.START,
    ),
    None,
)
SUPPRESSION_MALFORMED = Rule(
    Check(
        "CK906",
        "suppression-malformed",
        Severity.WARNING,
        "A comment that is meant to leave a finding out can be read as one.",
        "What cannot be read leaves nothing out, and a comment without the name of a rule would hide "
        "mistakes that nobody has seen yet.",
        "Write `# coalition: ignore[rule] reason`, with `until=2027-03-31` before the reason if it ends, or "
        "`ignore-file[rule]` for the whole file. There is no form that leaves out everything.",
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
OF_COMMENTS = (
    SUPPRESSION_UNUSED,
    SUPPRESSION_WITHOUT_REASON,
    SUPPRESSION_EXPIRED,
    SUPPRESSION_MALFORMED,
)
"""What is told of comments that leave findings out; a plan may set how severe it is."""
