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


def test_what_was_not_shown_yet_raises_nothing() -> None:
    before = Kept(rhythm={"series": [{"id": "s", "every": "week"}]}, meetings=[{"id": "m"}])
    after = Kept(
        rhythm={"series": [{"id": "s", "every": "week", "day": "friday", "start": "2026-03"}]},
        meetings=[{"id": "m", "date": "2026-03-17", "time": "09:00"}],
    )
    assert following(before.plan, after.plan) == ()
    assert len(following(after.plan, before.plan)) == 2, "calendars show what is gone"


def test_points_that_make_a_meeting_longer_raise_it() -> None:
    def points(*minutes: str) -> Kept:
        agenda = [{"text": f"Point {number}", "minutes": one} for number, one in enumerate(minutes)]
        return Kept(meetings=[MEETING | {"series": None, "agenda": agenda}])

    assert following(points("30", "20").plan, points("20", "30").plan) == ()
    assert len(following(points("30", "20").plan, points("30", "25").plan)) == 1
