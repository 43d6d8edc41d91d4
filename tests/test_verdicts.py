"""What identifies a finding."""

from builders import loaded, whole
from exchange.reports import finding, verdict

from coalitionkit.edits import Fix, Put
from coalitionkit.findings import Finding, Severity
from coalitionkit.loading import Loaded
from coalitionkit.places import PLAN
from coalitionkit.verdicts import fingerprints, told_once

TWICE = "metrics:\n  - {id: jobs, name: Jobs, owner: nobody}\n  - {id: debt, name: Debt, owner: nobody}\n"
ONCE = "metrics:\n  - {id: debt, name: Debt, owner: nobody}\n"


def _findings(plan: Loaded) -> tuple[Finding, ...]:
    assert plan.findings
    return plan.findings


def test_a_fingerprint_survives_what_happens_elsewhere() -> None:
    jobs, debt = fingerprints(_findings(loaded(whole(TWICE))))
    (moved,) = fingerprints(_findings(loaded(whole("# moved\n" + ONCE))))
    assert jobs != debt == moved


def test_equal_findings_at_one_address_are_told_apart() -> None:
    (finding,) = _findings(loaded(whole(ONCE)))
    first, second = fingerprints([finding, finding._replace(message="another")])
    assert first != second
    assert fingerprints([finding, finding]) == [first, second]


def test_files_go_by_the_name_that_counts() -> None:
    findings = _findings(loaded(whole(ONCE)))
    assert fingerprints(findings) != fingerprints(findings, named=lambda file: f"plans/{file}")


def test_what_an_earlier_plan_brought_is_told_once() -> None:
    """Also where it is known of one plan how to mend it: what is remembered has no edits."""
    one, other = finding("one", file="region.yaml"), finding("other", file="region.yaml")
    fixed = one._replace(fix=Fix("write it", (Put(PLAN / "lint", {"profile": "draft"}),)))
    plans = [
        verdict(one, one),
        verdict(),
        verdict(fixed, other),
        verdict(other._replace(severity=Severity.INFO)),
    ]
    assert list(told_once(plans)) == [(True, True), (), (False, True), (True,)]
