"""The launch, dated."""

from datetime import date

import pytest
from builders import loaded, model_of
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.launching import launch
from coalitionkit.model.coalition import Coalition


def plan_of(meetings: str = "") -> Coalition:
    return model_of(loaded(f"format: 1\ncoalition: {{id: c, name: C}}\nmeetings: [{meetings}]\n"))


def days(plan: Coalition, start: date, every: str) -> list[str]:
    return [str(step.day) for step in launch(plan, start, every)]


@pytest.mark.parametrize(
    ("start", "every", "expected"),
    [
        ("2027-02-04", "month", "2027-02-04 2027-03-04 2027-04-01 2027-05-06 2027-06-03"),
        ("2027-02-04", "two-weeks", "2027-02-04 2027-02-18 2027-03-04 2027-03-18 2027-04-01"),
        ("2026-09-29", "month", "2026-09-29 2026-10-27 2026-11-24 2026-12-29 2027-01-26"),
    ],
)
def test_steps_follow_the_cadence(start: str, every: str, expected: str) -> None:
    assert days(plan_of(), date.fromisoformat(start), every) == expected.split()


def test_recorded_meetings_keep_their_days_and_push_the_others() -> None:
    plan = plan_of(
        "{id: a, kind: introductions, status: held, date: 2027-02-10}, {id: b, kind: decisionmaking}, "
        "{id: c, kind: shared-analysis, date: 2027-05-20}, "
        "{id: d, kind: expectations, status: cancelled, date: 2027-02-20}"
    )
    steps = launch(plan, date(2027, 2, 4), "month")
    assert [str(step.day) for step in steps] == [
        "2027-02-10",
        "2027-03-04",
        "2027-04-01",
        "2027-05-20",
        "2027-06-03",
    ]
    assert [step.proposed for step in steps] == [False, True, True, False, True]
    assert [step.meeting.id if step.meeting else None for step in steps] == ["a", None, "b", "c", None]


@given(
    st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(["week", "two-weeks", "month", "quarter"])
)
def test_steps_are_in_order_on_one_weekday(start: date, every: str) -> None:
    found = [step.day.first for step in launch(plan_of(), start, every)]
    assert found[0] == start
    assert found == sorted(set(found))
    assert {day.weekday() for day in found} == {start.weekday()}
