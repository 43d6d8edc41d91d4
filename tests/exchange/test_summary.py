"""What findings come to, in numbers and words."""

import pytest

from coalitionkit.exchange.summary import counts, standing, tally
from coalitionkit.findings import Profile, Severity
from coalitionkit.verdicts import Ladder
from exchange.reports import finding

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def test_the_most_frequent_rule_comes_first_then_the_lower_code() -> None:
    found = [finding(code="CK300"), finding(code="CK200"), finding(code="CK100"), finding(code="CK300")]
    assert [(count.check.code, count.times) for count in counts(found)] == [
        ("CK300", 2), ("CK100", 1), ("CK200", 1),
    ]  # fmt: skip


def test_a_rule_is_counted_for_each_severity() -> None:
    counted = counts([finding(), finding("x", INFO), finding()])
    assert [(count.severity, count.times) for count in counted] == [(ERROR, 2), (INFO, 1)]
    assert counts([]) == []


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ([], "no findings"),
        ([ERROR], "1 error"),
        ([INFO, ERROR, INFO], "1 error and 2 notes"),
        ([WARNING, ERROR, INFO, ERROR], "2 errors, 1 warning and 1 note"),
    ],
)
def test_findings_are_told_by_severity(severities: list[Severity], words: str) -> None:
    assert tally([finding("x", severity) for severity in severities]) == words


@pytest.mark.parametrize(
    ("ladder", "words"),
    [
        (Ladder(None, Profile.START, 1), "1 error has to go before the plan can be read."),
        (Ladder(None, Profile.START, 2), "2 errors have to go before the plan can be read."),
        (
            Ladder(Profile.START, Profile.DRAFT, 1),
            "Passes start. 1 error stands between this plan and draft.",
        ),
        (
            Ladder(Profile.DRAFT, Profile.LAUNCH, 4),
            "Passes draft. 4 errors stand between this plan and launch.",
        ),
        (Ladder(Profile.SUSTAIN, None, 0), "Passes sustain. That is as far as the rules go."),
    ],
)
def test_the_ladder_is_told_in_words(ladder: Ladder, words: str) -> None:
    assert standing(ladder) == words
