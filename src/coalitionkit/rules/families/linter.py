"""Family 9: the linter itself. What needs to know all the rules is checked by the engine."""

from collections.abc import Iterator

from coalitionkit.findings import Check, Profile, Severity
from coalitionkit.places import PLAN
from coalitionkit.rules.rule import Breach, Rule, Snapshot, rule

MARKS = ("# coalition:", "#coalition:")
"""How a comment begins that speaks to the linter; `rules.markers` reads what follows."""

_WITHOUT_EFFECT = ("extend", "packs", "local")

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
