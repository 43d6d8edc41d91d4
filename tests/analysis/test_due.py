"""What a day asks for and what is new on it, as it was known on the day."""

from datetime import date

import pytest
from builders import loaded, model_of

from coalitionkit.analysis.due import commitments_due, decisions_due, moves, wins
from coalitionkit.model.coalition import Coalition

DAY = date(2026, 6, 2)


def plan_of(text: str) -> Coalition:
    return model_of(loaded(f"format: 1\ncoalition: {{id: c, name: C}}\n{text}\n"))


@pytest.mark.parametrize(
    ("decision", "due"),
    [
        ("due: 2026-06-02, status: open", True),
        ("due: 2026-06-03, status: open", False),
        ("due: 2026-06, status: open", True),
        ("status: open", False),
        ("date: 2026-06-02, status: decided, outcome: carried", True),
        ("date: 2026-06-01, status: decided, outcome: carried", False),
        ("due: 2026-05-01, date: 2026-07-01, status: decided, outcome: carried", True),
        ("due: 2026-05-01, status: withdrawn", False),
        ("date: 2026-06-02", True),
    ],
)
def test_a_question_is_due_while_it_was_open(decision: str, *, due: bool) -> None:
    plan = plan_of(f"decisions: [{{id: d, question: Q, {decision}}}]")
    assert bool(decisions_due(plan, DAY)) is due


@pytest.mark.parametrize(
    ("commitment", "due"),
    [
        ("due: 2026-06-02", True),
        ("due: 2026-06-30", True),
        ("due: 2026-07-03", False),
        ("due: 2026-05-01, done: 2026-05-01", False),
        ("due: 2026-05-01, done: 2026-06-03", True),
        ("due: 2026-06-01, made_in: after", False),
        ("due: 2026-06-01, made_in: before", True),
        ("what: No day", False),
    ],
)
def test_a_promise_is_due_until_it_is_kept(commitment: str, *, due: bool) -> None:
    what = "" if "what" in commitment else "what: W, "
    plan = plan_of(
        f"commitments: [{{id: c, {what}{commitment}}}]\n"
        "meetings: [{id: before, date: 2026-05-05}, {id: after, date: 2026-06-09}]"
    )
    assert bool(commitments_due(plan, DAY, 30)) is due


@pytest.mark.parametrize(
    ("values", "good"),
    [
        ("better: higher, baseline: {date: 2024, value: 1}, values: [{date: 2025, value: 2}]", [True]),
        ("better: lower, baseline: {date: 2024, value: 1}, values: [{date: 2025, value: 2}]", [False]),
        ("baseline: {date: 2024, value: 1}, values: [{date: 2025, value: 2}]", [None]),
        ("baseline: {date: 2024, value: 1}, values: [{date: 2025, value: 1}]", []),
        ("baseline: {date: 2024, value: 1}, values: [{date: 2025, value: 2, quality: 3}]", []),
        ("baseline: {date: 2024, value: 1}, values: [{date: 2027, value: 2}]", []),
        ("baseline: {date: 2019, value: 1}, values: [{date: 2020, value: 2}]", []),
        ("baseline: {date: 2025, value: 1}", []),
    ],
)
def test_a_metric_moved_when_its_latest_value_is_news(values: str, good: list[bool | None]) -> None:
    plan = plan_of(f"metrics: [{{id: m, name: M, source: {{name: S}}, {values}}}]")
    assert [move.good for move in moves(plan, DAY)] == good


def test_a_metric_without_a_source_is_not_told() -> None:
    plan = plan_of(
        "metrics: [{id: m, name: M, baseline: {date: 2024, value: 1}, values: [{date: 2025, value: 2}]}]"
    )
    assert moves(plan, DAY) == ()


def test_wins_are_told_until_they_were_told() -> None:
    plan = plan_of(
        "strategies: [{id: s, title: S, wins: [{text: new, date: 2026-05}, {text: ahead, date: 2026-07}, "
        "{text: told, date: 2026-02, reported: 2026-03-01}, "
        "{text: just told, date: 2026-04, reported: 2026-05-20}]}]"
    )
    assert [str(win.text) for win in wins(plan, date(2026, 5, 5), DAY)] == ["new", "just told"]
    assert [str(win.text) for win in wins(plan, None, DAY)] == ["new", "just told", "told"]
