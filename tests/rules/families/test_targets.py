"""What is asked of targets can be done at once."""

from datetime import date

import pytest
from builders import loaded, whole
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.findings import Profile
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.engine import judge
from coalitionkit.settings import settings_for

TARGETS = ("CK403", "CK405", "CK406")
WITH_A_GAP = "targets: [{by: 2027, value: ...}]"


def asked(fields: str, started: int, today: date) -> list[str]:
    """Return what is found about the targets of a metric."""
    text = whole(
        f"coalition: {{id: forest-city, name: Forest City, started: {started}}}\n"
        f"metrics: [{{id: debt, name: Debt, {fields}}}]\n"
    )
    outcome = loaded(text)
    settings = settings_for(outcome.committed, profile=Profile.SUSTAIN)
    found = judge(outcome, RULES, settings=settings, as_of=today).findings
    return [finding.message for finding in found if finding.check.code in TARGETS]


YEARS = st.integers(2000, 2060)


@given(YEARS, YEARS, st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_whoever_adds_the_targets_that_are_asked_for_is_asked_for_nothing_more(
    baseline: int, started: int, today: date
) -> None:
    metric = f"baseline: {{date: {baseline}, value: 9}}"
    (message,) = asked(metric, started, today)
    advice = message.partition("'targets: ")[2].removesuffix("'").replace("...", "1")
    assert asked(f"{metric}, targets: {advice}", started, today) == []


@given(YEARS, st.lists(YEARS, min_size=1, max_size=3), st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_whoever_adds_the_terms_that_are_missing_is_asked_for_nothing_more(
    baseline: int, years: list[int], today: date
) -> None:
    there = [f"{{by: {baseline + year - 2000}, value: 1}}" for year in years]
    metric = f"baseline: {{date: {baseline}, value: 9}}, targets: [{', '.join(there)}"
    for message in asked(f"{metric}]", baseline, today):
        if "none for" in message:
            added = message.partition("; add ")[2].replace("'", "").replace(" and ", ", ").replace("...", "1")
            assert asked(f"{metric}, {added}]", baseline, today) == []


@pytest.mark.parametrize("fields", ["kind: better-off", "targets: [{by: 2027, value: 1}]"])
def test_without_a_baseline_nothing_is_asked_of_targets(fields: str) -> None:
    assert asked(fields, 2025, date(2026, 6, 30)) == []
