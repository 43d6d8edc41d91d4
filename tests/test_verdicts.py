"""What identifies a finding."""

from builders import loaded, whole

from coalitionkit.findings import Finding
from coalitionkit.loading import Loaded
from coalitionkit.verdicts import fingerprints

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
