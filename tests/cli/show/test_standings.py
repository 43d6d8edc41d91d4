"""What findings come to: two or three lines for a plan, and few for many."""

import pytest
from exchange.reports import finding, verdict

from coalitionkit.cli.console import as_argument, plain
from coalitionkit.cli.show.standings import standings
from coalitionkit.findings import Profile, Severity
from coalitionkit.verdicts import Ladder, Verdict

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
BELOW = "Only errors hold a plan back; warnings and notes do not."


def shown(*verdicts: Verdict, width: int = 100, fail_on: Severity = ERROR) -> list[str]:
    return [plain(line).rstrip("\n") for line in standings(verdicts, width, fail_on)]


def test_at_the_top_nothing_holds_back() -> None:
    found = verdict(finding("x", WARNING))._replace(ladder=Ladder(Profile.SUSTAIN, None, 0))
    assert shown(found) == [
        "coalition.yaml, checked for launch: 1 warning",
        "✓ start → ✓ draft → ✓ launch → ✓ sustain: built to last",
        BELOW,
    ]


@pytest.mark.parametrize(
    ("found", "fail_on", "told"),
    [
        (
            WARNING,
            WARNING,
            "Only errors hold a plan back, but as you asked, this check fails for warnings too.",
        ),
        (
            INFO,
            INFO,
            "Only errors hold a plan back, but as you asked, this check fails for warnings and notes too.",
        ),
        (INFO, WARNING, BELOW),
    ],
)
def test_a_check_that_fails_for_less_says_so(found: Severity, fail_on: Severity, told: str) -> None:
    assert shown(verdict(finding("x", found)), fail_on=fail_on)[-1] == told


def test_the_next_step_is_explained_with_what_stands_before_it() -> None:
    assert shown(verdict(finding("x", ERROR), finding("y", INFO))) == [
        "coalition.yaml, checked for launch: 1 error and 1 note",
        "✓ start → ✓ draft → ✗ launch: ready for the first meetings (2 errors to go) → sustain",
        BELOW,
    ]


def test_what_is_not_shown_can_be_seen() -> None:
    found = verdict()._replace(
        file="my plans/coalition.yaml", profile=Profile.START, ladder=Ladder(Profile.START, Profile.DRAFT, 2)
    )
    assert shown(found) == [
        "my plans/coalition.yaml, checked for start: no findings",
        "✓ start → ✗ draft: convener and project manager named (2 errors to go) → launch → sustain",
        f"See what stands before draft: coalition lint --profile draft {as_argument(found.file)}",
    ]


def test_a_plan_that_cannot_be_read_stands_below_the_ladder() -> None:
    found = verdict(finding())._replace(ladder=Ladder(None, Profile.START, 1))
    assert shown(found)[1:] == ["✗ start: the file is in order (1 error to go) → draft → launch → sustain"]


def test_of_several_plans_the_worst_comes_first_and_those_without_findings_are_counted() -> None:
    some = verdict(finding("x", WARNING), file="b.yaml")._replace(suppressed=1)
    assert shown(verdict(file="a.yaml"), some, verdict(finding(), file="c.yaml")) == [
        "c.yaml: 1 error. Has reached draft: 1 error to go before launch.",
        "b.yaml: 1 warning, 1 left out by a comment. Has reached draft: 1 error to go before launch.",
        f"3 plans (1 without findings): 1 error and 1 warning, 1 left out by a comment. {BELOW[:18]}",
        f"  {BELOW[19:]}",
    ]


def test_many_plans_are_summed_up() -> None:
    worst = verdict(finding(), finding(), file="worst.yaml")
    many = [verdict(finding(file=f"{n}.yaml"), file=f"{n}.yaml") for n in range(3000)]
    lines = shown(*many, verdict(), worst)
    assert lines[0].startswith("worst.yaml: 2 errors. ")
    assert lines[20:] == [
        "and 2981 more plans with findings",
        "3002 plans (1 without findings): 3002 errors.",
    ]


def test_many_plans_without_findings_are_one_line() -> None:
    assert shown(*[verdict()] * 3143) == ["3143 plans: no findings."]
