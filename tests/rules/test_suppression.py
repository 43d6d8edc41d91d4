"""What comments leave out, what they never leave out, and when they count."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from builders import codes, loaded, whole
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.findings import Finding, Profile, Severity
from coalitionkit.places import Position
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.engine import judge
from coalitionkit.rules.rule import Breach, Rule, Snapshot
from coalitionkit.rules.suppression import _within
from coalitionkit.settings import settings_for
from coalitionkit.verdicts import Verdict

AS_OF = date(2026, 6, 30)
PLAN = """\
format: 1
coalition: {id: forest-city, name: Forest City Mobility Coalition}
members:
  - id: ana-lopez
    name: Ana López
    phone: 555-0100
  - id: ben-ito
    name: "Ben # Ito"
roles:
  - id: project-manager
    held_by: [{member: ana-lopez, until: 2026-03}]
metrics:
  - id: debt
    name: Debt
    baseline: {date: 2024, value: 61}
  - id: jobs
    name: Jobs
  - {id: homes, name: Homes, targets: [{by: 2027, value: 4}]}
decision_model:
  model: consensus
champions: []
"""
LINES = PLAN.splitlines()


def verdict(  # noqa: PLR0913 - what a test may choose
    text: str,
    *,
    rules: tuple[Rule, ...] = RULES,
    profile: Profile = Profile.SUSTAIN,
    as_of: date = AS_OF,
    ignores: bool = True,
    fragments: Mapping[str, str] | None = None,
    overlay: str | None = None,
) -> Verdict:
    outcome = loaded(text, fragments=fragments, overlay=overlay)
    settings = settings_for(outcome.committed, profile=profile, advice=True)
    return judge(outcome, rules, settings=settings, as_of=as_of, ignores=ignores)


def told(findings: tuple[Finding, ...]) -> Counter[tuple[str, str, int, int, Severity]]:
    return Counter((f.check.code, f.message, *f.place.span.start, f.severity) for f in findings)


def with_comment(line: int, comment: str) -> str:
    """Return the plan with a comment at the end of a line, counted from 1."""
    lines = [*LINES]
    lines[line - 1] += f"  {comment}"
    return "\n".join(lines) + "\n"


SOUND = verdict(PLAN)
FREE = [finding for finding in SOUND.findings if finding.check.family != 0]


def test_the_plan_of_these_tests_has_findings_of_many_kinds() -> None:
    assert len(FREE) > 8
    assert len({finding.place.span.start.line for finding in FREE}) > 4


@given(st.sampled_from(FREE), st.booleans())
def test_the_code_at_the_line_of_a_finding_removes_exactly_the_findings_of_that_rule_there(
    finding: Finding,
    by_name: bool,  # noqa: FBT001
) -> None:
    name = finding.check.name if by_name else finding.check.code
    line = finding.place.span.start.line
    after = verdict(with_comment(line, f"# coalition: ignore[{name}] we know"))
    gone = [
        other
        for other in SOUND.findings
        if other.check == finding.check and other.place.span.start.line == line
    ]
    assert told(SOUND.findings) - told(after.findings) == told(tuple(gone))
    assert not told(after.findings) - told(SOUND.findings)
    assert after.suppressed == len(gone)


COMMENTS = st.sampled_from(
    ["# see the minutes", "#", "# coalition: the one of 2021", "# coalition:", "# ignore[CK402] x"]
)


@given(st.integers(1, len(LINES)), COMMENTS)
def test_a_plain_comment_at_the_end_of_a_line_changes_nothing(line: int, comment: str) -> None:
    after = verdict(with_comment(line, comment))
    assert told(after.findings) == told(SOUND.findings)
    assert (after.ladder, after.suppressed) == (SOUND.ladder, 0)


@given(st.integers(0, len(LINES)), COMMENTS, st.integers(0, 6))
def test_a_plain_comment_between_lines_moves_what_stands_below_it(at: int, comment: str, indent: int) -> None:
    text = "\n".join([*LINES[:at], " " * indent + comment, *LINES[at:]]) + "\n"
    after = verdict(text)
    moved = Counter(
        {
            (code, message, line + (line > at), column, severity): count
            for (code, message, line, column, severity), count in told(SOUND.findings).items()
        }
    )
    assert told(after.findings) == moved
    assert after.ladder == SOUND.ladder


def test_a_comment_of_its_own_covers_the_next_item_to_its_end() -> None:
    text = PLAN.replace(
        "  - id: jobs", "  # coalition: ignore[CK402, metric-average] survey in May\n  - id: jobs"
    )
    after = verdict(text)
    assert after.suppressed == 2
    assert [str(f.address) for f in after.findings if f.check.code in {"CK402", "CK408"}] == [
        "metrics[debt].groups",
        "metrics[homes].baseline",
        "metrics[homes].groups",
    ]


def test_a_comment_of_its_own_covers_the_next_entry_with_all_below_it() -> None:
    text = PLAN.replace("metrics:\n", "# coalition: ignore[CK402, CK408] survey in May\nmetrics:\n")
    after = verdict(text)
    assert after.suppressed == 5
    assert not {"CK402", "CK408"} & {f.check.code for f in after.findings}


def test_a_file_speaks_for_itself_only() -> None:
    beginning, _, rest = PLAN.partition("metrics:\n")
    part, end = rest.split("decision_model:")
    text = f"{beginning}# coalition: ignore-file[metric-baseline] x\ndecision_model:{end}"
    fragment = f"metrics:\n{part}"
    after = verdict(text, fragments={"metrics.yaml": fragment})
    assert after.suppressed == 0
    assert codes(after.findings).count("CK402") == 2
    assert [f.place.file for f in after.findings if f.check.name == "suppression-unused"] == [
        "coalition.yaml"
    ]
    marked = f"# coalition: ignore-file[metric-baseline] x\n{fragment}"
    after = verdict(f"{beginning}decision_model:{end}", fragments={"metrics.yaml": marked})
    assert after.suppressed == 2
    assert not {"CK402", "CK901"} & set(codes(after.findings))


def test_what_stands_in_the_overlay_neither_leaves_out_nor_is_left_out() -> None:
    overlay = (
        "# coalition: ignore-file[CK402, CK999, nonsense]\n# coalition: ignroe[CK402]\n"
        "members:\n  - {id: nobody, phone: 1}\n"
    )
    text = "# coalition: ignore-file[overlay-stray] x\n" + PLAN
    before, after = verdict(text), verdict(text, overlay=overlay)
    new = told(after.findings) - told(before.findings)
    assert [code for code, *_ in new] == ["CK026"]
    assert "CK903" in codes(before.findings)


def test_what_keeps_a_plan_from_being_read_cannot_be_left_out() -> None:
    text = with_comment(21, "# coalition: ignore[CK020, broken-reference] x").replace(
        "champions: []", "champions: [{member: nobody}]"
    )
    assert codes(verdict(text).findings).count("CK020") == 1
    assert codes(verdict(text).findings).count("CK903") == 2


def test_a_private_value_may_stand_where_a_reason_is_given() -> None:
    after = verdict(with_comment(6, "# coalition: ignore[private-value-committed] the public hotline"))
    assert "CK801" not in codes(after.findings)
    assert after.hidden, "it is still not shown"


def test_what_is_left_out_holds_nobody_back() -> None:
    text = "# coalition: ignore-file[CK231, CK201] we begin without\n" + whole("")
    assert verdict(whole("")).ladder.passed is Profile.START
    assert verdict(text).ladder.passed is Profile.DRAFT
    assert verdict(text, profile=Profile.START).ladder.passed is Profile.DRAFT


def test_only_what_would_be_shown_is_counted() -> None:
    text = "# coalition: ignore-file[CK231, CK201] we begin without\n" + whole("")
    assert verdict(text, profile=Profile.START).suppressed == 0
    assert verdict(text, profile=Profile.DRAFT).suppressed == 2


UNUSED = "# coalition: ignore-file[decision-model-missing] x\n" + PLAN


def test_a_rule_that_was_not_asked_is_not_called_unused() -> None:
    assert codes(verdict(UNUSED).findings).count("CK901") == 1
    assert "CK901" not in codes(verdict(UNUSED, profile=Profile.DRAFT).findings)
    assert "CK901" not in codes(verdict(UNUSED + "lint: {rules: {CK301: off}}\n").findings)


def test_nothing_is_called_unused_when_a_rule_failed() -> None:
    def fails(_snapshot: Snapshot) -> Iterator[Breach]:
        raise KeyError("quorum")

    rules = tuple(rule._replace(judge=fails) if rule.check.code == "CK301" else rule for rule in RULES)
    assert "CK901" not in codes(verdict(UNUSED, rules=rules).findings)


ENDING = "# coalition: ignore-file[CK231, CK201] until=2026-06-30 we begin without\n" + whole("")


def test_when_the_day_has_passed_the_findings_return_as_warnings() -> None:
    before, after = verdict(ENDING), verdict(ENDING, as_of=date(2026, 7, 1))
    assert (before.suppressed, after.suppressed) == (2, 0)
    assert not {"CK231", "CK201", "CK904"} & set(codes(before.findings))
    new = told(after.findings) - told(before.findings)
    assert sorted((code, severity.value) for code, *_, severity in new) == [
        ("CK201", "warning"),
        ("CK231", "warning"),
        ("CK904", "warning"),
    ]


@pytest.mark.parametrize("text", [ENDING, "# coalition: ignore-file[CK402] until=2020 x\n" + PLAN])
def test_time_alone_makes_no_error_and_moves_nobody_on_the_ladder(text: str) -> None:
    before, after = verdict(text, as_of=date(2019, 1, 1)), verdict(text, as_of=date(2050, 1, 1))
    assert before.ladder == after.ladder
    errors = [{f.message for f in v.findings if f.severity is Severity.ERROR} for v in (before, after)]
    assert errors[1] <= errors[0]


def test_a_note_does_not_become_a_warning_when_its_day_has_passed() -> None:
    text = ENDING + "lint: {rules: {CK231: info}}\n"
    after = verdict(text, as_of=date(2026, 7, 1))
    assert [f.severity for f in after.findings if f.check.code == "CK231"] == [Severity.INFO]


WITHOUT_DAYS = tuple(
    rule for rule in RULES if rule.check.code in {"CK231", "CK201", "CK301", "CK901", "CK904"}
)


@pytest.mark.parametrize(
    ("text", "mattered"),
    [
        (ENDING, True),
        (ENDING.replace(" until=2026-06-30", ""), False),
        (ENDING.replace("CK231, CK201", "CK301") + "decision_model: {model: consensus}\n", False),
        (whole(""), False),
    ],
)
def test_the_day_matters_only_where_it_decides(text: str, mattered: bool) -> None:  # noqa: FBT001
    assert verdict(text, rules=WITHOUT_DAYS).dated is mattered


def test_the_day_matters_where_a_rule_asks_for_it() -> None:
    assert verdict(PLAN).dated
    assert not verdict("format: 1\ncoalition: [\n").dated


def test_an_audit_shows_everything_and_tells_only_what_cannot_be_read() -> None:
    text = (
        "# coalition: ignore-file[CK402, CK301, nonsense]\n# coalition: ignore-file[CK403] until=2020\n"
        "# coalition: ignroe[CK402] x\n" + PLAN
    )
    heeded, audit = verdict(text), verdict(text, ignores=False)
    assert {"CK901", "CK902", "CK903", "CK904", "CK906"} <= set(codes(heeded.findings))
    assert [code for code in codes(audit.findings) if code.startswith("CK90")] == ["CK906"]
    assert Counter(code for code in codes(audit.findings) if code != "CK906") == Counter(
        codes(SOUND.findings)
    )
    assert audit.suppressed == 0


def test_a_plan_that_does_not_fit_the_format_is_not_asked_for_its_comments() -> None:
    text = "# coalition: ignroe[x]\nmembres: []\n" + whole("")
    assert codes(verdict(text).findings) == ["CK010"]


@pytest.mark.parametrize(("word", "shown"), [("off", 0), ("info", 1), ("error", 1)])
def test_a_plan_says_how_much_its_comments_matter(word: str, shown: int) -> None:
    after = verdict(f"{UNUSED}lint: {{rules: {{suppression-unused: {word}}}}}\n")
    found = [f for f in after.findings if f.check.code == "CK901"]
    assert [f.severity.value for f in found] == [word] * shown
    assert "CK903" not in codes(after.findings)


STRETCH = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted).map(tuple)


@given(starts=st.sets(st.integers(0, 11)), stretches=st.lists(STRETCH))
def test_a_place_is_covered_when_any_stretch_holds_it(
    starts: set[int], stretches: list[tuple[int, int]]
) -> None:
    places = [Position(1, start) for start in sorted(starts)]
    cut = [(min(a, len(places)), min(b, len(places))) for a, b in stretches]
    expected = [place for n, place in enumerate(places) if any(a <= n < b for a, b in cut)]
    assert list(_within(places, cut)) == expected


def test_a_name_of_any_length_is_told_in_a_glance() -> None:
    found = verdict(f"# coalition: ignore-file[{'x' * 5000}, metric-baseline] why\n{PLAN}")
    assert max(len(finding.message) for finding in found.findings) < 300
