"""Every fix against the cases of its rule: what it writes, byte for byte, and what it must not bring."""

from collections import Counter

import pytest

from coalitionkit.findings import Finding, Profile
from coalitionkit.linting.fixing import Mended, Wanted, mended
from coalitionkit.linting.request import Request
from coalitionkit.rules.cases import Case, cases_of
from coalitionkit.rules.rule import Rule
from coalitionkit.source.files import PlanFiles
from coalitionkit.verdicts import Verdict
from rules.test_cases import AS_OF, RULES, files_of, findings_of

MENDABLE = {
    *("CK010", "CK011", "CK012", "CK013", "CK014", "CK015", "CK016", "CK017", "CK018", "CK020", "CK022"),
    *("CK023", "CK029", "CK031", "CK033", "CK202", "CK214", "CK232", "CK801", "CK901", "CK903", "CK906"),
    *("CK910", "CK911", "CK920"),
}
"""The rules of which some finding can be mended by a machine."""

REQUEST = Request(AS_OF, Profile.SUSTAIN, advice=True)

BAD = {
    f"{rule.check.code}-{number}": (rule, case)
    for rule in RULES
    for number, case in enumerate(cases_of(rule.check.name).bad, 1)
}
FIXED = {name: both for name, both in BAD.items() if both[1].fixed is not None}


def of(rule: Rule, findings: tuple[Finding, ...]) -> list[Finding]:
    """Return what a rule found."""
    return [finding for finding in findings if finding.check.code == rule.check.code]


def mended_by(rule: Rule, files: PlanFiles) -> Mended:
    """Return a plan with all fixes of one rule made."""

    def shown(verdict: Verdict) -> Verdict:
        return verdict._replace(findings=tuple(of(rule, verdict.findings)))

    return mended(files, REQUEST, Wanted(unsafe=True, shown=shown))


def texts(files: PlanFiles) -> dict[str, str]:
    """Return what is in each file of a plan."""
    every = (files.main, *files.fragments, files.overlay)
    return {file.file: (file.data or b"").decode() for file in every if file is not None}


@pytest.mark.parametrize(("rule", "case"), BAD.values(), ids=BAD)
def test_a_case_says_what_fixes_make_of_it(rule: Rule, case: Case) -> None:
    fixes = [finding.fix for finding in of(rule, findings_of(case)) if finding.fix is not None]
    assert bool(fixes) is (case.fixed is not None), f"{rule.check.name}:\n{case.shown}\n{fixes}"


def test_the_table_says_which_rules_have_a_fix() -> None:
    assert {rule.check.code for rule, _ in FIXED.values()} == MENDABLE


@pytest.mark.parametrize(("rule", "case"), FIXED.values(), ids=FIXED)
def test_a_fix_writes_what_its_case_says(rule: Rule, case: Case) -> None:
    assert case.fixed is not None
    before = files_of(case)
    outcome = mended_by(rule, before)
    after = texts(before) | {file.file: (file.after or b"").decode() for file in outcome.files}
    assert after == texts(files_of(case.fixed))
    assert outcome.dropped == ()


@pytest.mark.parametrize(("rule", "case"), FIXED.values(), ids=FIXED)
def test_what_is_mended_is_gone_and_stays_gone(rule: Rule, case: Case) -> None:
    assert case.fixed is not None
    left = of(rule, findings_of(case.fixed))
    assert len(left) < len(of(rule, findings_of(case)))
    assert not [finding for finding in left if finding.fix is not None]
    assert mended_by(rule, files_of(case.fixed)).files == ()


@pytest.mark.parametrize(("rule", "case"), FIXED.values(), ids=FIXED)
def test_a_fix_brings_no_other_mistake_in_the_file(rule: Rule, case: Case) -> None:
    assert case.fixed is not None
    before, after = (
        Counter(f.check.code for f in findings_of(one) if f.check.family == 0) for one in (case, case.fixed)
    )
    assert after - before <= Counter({"CK024": 9}), "only placeholders that a fix wrote may be new"


@pytest.mark.parametrize(("rule", "case"), FIXED.values(), ids=FIXED)
def test_the_title_of_a_fix_is_an_instruction(rule: Rule, case: Case) -> None:
    for finding in of(rule, findings_of(case)):
        if finding.fix is not None:
            title = finding.fix.title
            assert title[0].islower(), title
            assert title.split()[0] in {"write", "remove", "put", "begin", "list", "bring", "move", "end"}
            assert not title.endswith("."), title
            assert finding.fix.edits, title
