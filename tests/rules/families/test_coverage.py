"""One gap is told once, and to write down what one has found out never costs anything."""

import re
from datetime import date
from pathlib import Path

import pytest
from builders import codes, loaded, whole
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.findings import Profile, Severity
from coalitionkit.loading import load
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.engine import judge
from coalitionkit.settings import settings_for
from coalitionkit.source.files import PlanFiles, RawFile
from coalitionkit.verdicts import Verdict
from coalitionkit.workspace import find_plans, read_plan

EXAMPLES = Path(__file__).parents[3] / "examples"
AS_OF = date(2026, 6, 30)
WHO_IS_MISSING = {"CK605", "CK611", "CK612", "CK613", "CK614", "CK621", "CK622", "CK623"}
GROUPS = ("immigrants", "single-parents")


def verdict(files: PlanFiles) -> Verdict:
    outcome = load(files)
    settings = settings_for(outcome.committed, profile=Profile.SUSTAIN)
    return judge(outcome, RULES, settings=settings, as_of=AS_OF)


def errors(verdict: Verdict) -> list[str]:
    """Return the codes of the errors, in order."""
    return codes(finding for finding in verdict.findings if finding.severity is Severity.ERROR)


def judged(text: str) -> Verdict:
    outcome = loaded(whole(text))
    settings = settings_for(outcome.committed, profile=Profile.SUSTAIN)
    return judge(outcome, RULES, settings=settings, as_of=AS_OF)


def with_entry(file: RawFile) -> RawFile:
    """Return a file with one more partner, where it holds the partners."""
    entry = (
        b"partners:\n  - {id: coming-home-circle, name: Coming Home Circle,\n"
        b"     represents: [people-involved-with-the-justice-system]}\n"
    )
    return file._replace(data=re.sub(rb"(?m)^partners:\n", entry, file.data or b""))


@pytest.mark.parametrize("name", ["forest-city", "county-backbone"])
def test_to_record_a_group_that_one_has_found_never_lowers_a_plan(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLES / name)
    (plan,) = find_plans([Path()])
    files = read_plan(plan)
    before = verdict(files)
    after = verdict(PlanFiles(with_entry(files.main), tuple(map(with_entry, files.fragments)), files.overlay))
    assert (after.ladder, errors(after)) == (before.ladder, errors(before))
    new = {f.check.code for f in after.findings if "coming-home-circle" in f.message}
    assert new & WHO_IS_MISSING
    assert all(f.severity < Severity.ERROR for f in after.findings if "coming-home-circle" in f.message)


PARTNERS = st.lists(
    st.tuples(
        st.sampled_from(["serves", "represents"]),
        st.lists(st.sampled_from(GROUPS), unique=True),
        st.sampled_from(["", "seat", "letter", "declined", "not-now"]),
    ),
    min_size=1,
    max_size=3,
)


def text_of(partners: list[tuple[str, list[str], str]]) -> str:
    lines = [f"focus: {{populations: [{', '.join(GROUPS)}]}}", "partners:"]
    members, letters = ["members:"], ["invitations:"]
    for number, (key, groups, state) in enumerate(partners):
        decision = ", decision: not-now" if state == "not-now" else ""
        lines.append(f"  - {{id: p-{number}, name: P, {key}: [{', '.join(groups)}]{decision}}}")
        if state == "seat":
            members.append(f"  - {{id: m-{number}, name: Ana, partner: p-{number}}}")
        if state in {"letter", "declined"}:
            answer = ", answer: declined" if state == "declined" else ""
            letters.append(f"  - {{id: i-{number}, partner: p-{number}{answer}}}")
    return "\n".join([*lines, *members, *letters]) + "\n"


@given(PARTNERS)
def test_who_speaks_for_a_group_is_asked_once(partners: list[tuple[str, list[str], str]]) -> None:
    found = judged(text_of(partners)).findings
    for group in GROUPS:
        about = [f for f in found if f.check.code in WHO_IS_MISSING and f"'{group}'" in f.message]
        subjects = [f.check.code for f in about if f.check.code != "CK621"]
        assert len(subjects) + any(f.check.code == "CK621" for f in about) <= 1, codes(about)


@given(PARTNERS)
def test_a_partner_is_asked_for_one_thing_at_a_time(partners: list[tuple[str, list[str], str]]) -> None:
    found = judged(text_of(partners)).findings
    for number in range(len(partners)):
        about = [
            finding.check.code
            for finding in found
            if finding.check.code in {"CK605", "CK621", "CK622", "CK623"}
            and f"'p-{number}'" in finding.message
        ]
        assert len(about) <= 1


@given(PARTNERS, st.integers(0, 2), st.sampled_from(GROUPS))
def test_to_record_what_a_partner_does_never_lowers_a_plan(
    partners: list[tuple[str, list[str], str]], which: int, group: str
) -> None:
    more = [*partners]
    key, groups, state = more[which % len(more)]
    more[which % len(more)] = (key, [*{*groups, group}], state)
    assert errors(judged(text_of(more))) == errors(judged(text_of(partners)))
