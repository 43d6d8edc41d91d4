"""Calendars follow what a plan has become; `tests/cli/test_writing.py` walks through many changes."""

from typing import Any

from coalitionkit.keeping.calendars import following
from keeping.applying import Kept, make

SERIES = {"id": "s", "every": "week", "day": "tuesday", "start": "2026-03", "skip": ["2026-03-10"]}
MEETING = {"id": "m", "series": "s", "date": "2026-03-17"}


def raised(meeting: dict[str, Any] | None = None, **series: Any) -> dict[str, int]:
    """Return the revisions after a series, and perhaps a meeting of it, has become another one."""
    before = Kept(rhythm={"series": [SERIES]}, meetings=[MEETING])
    after = Kept(rhythm={"series": [SERIES | series]}, meetings=[MEETING | (meeting or {})])
    edits = following(before.plan, after.plan)
    make(after.data, edits)
    plan = after.plan
    assert following(before.plan, plan) == (), "all has been said"
    return {"s": plan.rhythm.series[0].revision, "m": plan.meetings[0].revision}


def test_what_no_calendar_shows_raises_nothing() -> None:
    assert raised() == {"s": 0, "m": 0}
    assert raised(note="Bring cups.") == {"s": 0, "m": 0}
    assert raised({"status": "held"}, working_group=None) == {"s": 0, "m": 0}


def test_what_only_a_series_shows_raises_the_series() -> None:
    assert raised(end="2026-12-31") == {"s": 1, "m": 0}
    assert raised(every="two-weeks") == {"s": 2, "m": 0}, "one day less is left out"
    assert raised(skip=["2026-03-10", "2026-03-24"]) == {"s": 0, "m": 0}, "a day left out counts by itself"


def test_a_meeting_shows_what_its_series_says_until_it_was_held() -> None:
    assert raised(time="17:30") == {"s": 1, "m": 1}
    assert raised({"time": "09:00"}, time="17:30") == {"s": 1, "m": 1}
    assert raised({"status": "held"}, time="17:30") == {"s": 1, "m": 0}


def test_a_name_that_changes_is_no_change() -> None:
    assert raised({"id": "n", "former_ids": ["m"]}) == {"s": 0, "m": 0}
    assert raised({"id": "n", "former_ids": ["m"], "status": "cancelled"}) == {"s": 0, "m": 1}


def test_whoever_writes_a_revision_is_believed() -> None:
    assert raised({"revision": "3", "time": "09:00"}) == {"s": 0, "m": 3}
    assert raised(revision="2", place="Library") == {"s": 2, "m": 1}
