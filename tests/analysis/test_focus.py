"""What the shared focus leaves open."""

import pytest
from builders import plan

from coalitionkit.analysis.focus import pursued, unread_parts, untouched_dimensions


def goal(key: str, *dimensions: str) -> dict[str, object]:
    """Return a goal that serves some dimensions."""
    return {"id": key, "statement": "Renters stay housed.", "dimensions": list(dimensions)}


def test_dimensions_are_untouched_until_some_goal_serves_them() -> None:
    goals = [goal("a", "power-and-autonomy"), goal("b", "power-and-autonomy")]
    of = plan(focus={"goals": goals})
    assert untouched_dimensions(of) == ("economic-success", "dignity-and-belonging")
    goals.append(goal("c", "dignity-and-belonging", "economic-success"))
    assert untouched_dimensions(plan(focus={"goals": goals})) == ()


def test_a_strategy_is_pursued_until_it_is_stopped() -> None:
    statuses = {"a": {}, "b": {"status": "planned"}, "c": {"status": "done"}, "d": {"status": "stopped"}}
    of = plan(strategies=[{"id": key, "title": "T", **status} for key, status in statuses.items()])
    assert [strategy.id for strategy in pursued(of)] == ["a", "b", "c"]


@pytest.mark.parametrize("column", ["priorities", "offices", "measures"])
def test_an_empty_column_of_an_existing_plan_is_told(column: str) -> None:
    full = {"id": "p", "title": "T", "priorities": ["Homes"], "offices": ["Parks"], "measures": ["Trees"]}
    assert unread_parts(plan(plans=[full]).plans[0]) == ()
    del full[column]
    assert unread_parts(plan(plans=[full]).plans[0]) == (column,)
