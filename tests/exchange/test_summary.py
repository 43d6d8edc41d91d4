"""What findings come to, in numbers and words."""

import pytest

from coalitionkit.edits import Fix, Safety
from coalitionkit.exchange.summary import MEANINGS, counts, left_out, mendable, standing, tally
from coalitionkit.findings import Profile, Severity
from coalitionkit.verdicts import Ladder
from exchange.reports import finding, verdict

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
        (Ladder(None, Profile.START, 1), "Has not reached start yet: 1 error to go."),
        (Ladder(None, Profile.START, 2), "Has not reached start yet: 2 errors to go."),
        (Ladder(Profile.START, Profile.DRAFT, 1), "Has reached start: 1 error to go before draft."),
        (Ladder(Profile.DRAFT, Profile.LAUNCH, 4), "Has reached draft: 4 errors to go before launch."),
        (Ladder(Profile.SUSTAIN, None, 0), "Has reached sustain, the last step."),
    ],
)
def test_the_ladder_is_told_in_words(ladder: Ladder, words: str) -> None:
    assert standing(ladder) == words


@pytest.mark.parametrize(
    ("suppressed", "known", "words"),
    [
        (0, 0, ""),
        (1, 0, ", 1 left out by a comment"),
        (2, 3, ", 2 left out by comments, 3 known before"),
    ],
)
def test_what_is_not_shown_is_counted(suppressed: int, known: int, words: str) -> None:
    part = verdict()._replace(suppressed=suppressed)
    assert left_out([part, verdict()._replace(known=known)]) == words


def test_every_step_has_a_meaning() -> None:
    assert list(MEANINGS) == list(Profile)


@pytest.mark.parametrize(
    ("safe", "unsafe", "words"),
    [
        (0, 0, ""),
        (1, 0, "1 finding can be mended with --fix."),
        (2, 1, "2 findings can be mended with --fix, 1 more with --unsafe-fixes."),
        (0, 3, "3 findings can be mended with --fix --unsafe-fixes."),
    ],
)
def test_what_a_machine_can_mend_is_counted(safe: int, unsafe: int, words: str) -> None:
    fixes = [Fix("x", ())] * safe + [Fix("x", (), Safety.UNSAFE)] * unsafe
    assert mendable([finding(), *(finding()._replace(fix=fix) for fix in fixes)]) == words
