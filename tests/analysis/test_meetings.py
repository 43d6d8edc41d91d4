"""When people meet."""

from datetime import date
from typing import Any

import pytest
from builders import plan

from coalitionkit.analysis.meetings import (
    first_meeting,
    for_all,
    last_met,
    launch_meetings,
    meets_on,
    overlong,
    taking_place,
)
from coalitionkit.model.coalition import Coalition


def meetings(*entries: dict[str, Any], **sections: Any) -> Coalition:
    numbered = [{"id": f"m{number}", **entry} for number, entry in enumerate(entries)]
    return plan(meetings=numbered, **sections)


def test_what_was_cancelled_does_not_take_place() -> None:
    held = meetings({"status": "held"}, {"status": "cancelled"}, {})
    assert [meeting.id for meeting in taking_place(held)] == ["m0", "m2"]


def test_everyone_meets_where_no_group_is_named_or_all_are() -> None:
    group = [{"id": "homes", "name": "Homes"}]
    some = meetings(
        {}, {"group": "all"}, {"group": "champion"}, {"working_group": "homes"}, {"status": "cancelled"},
        working_groups=group,
    )  # fmt: skip
    assert [meeting.id for meeting in for_all(some)] == ["m0", "m1"]


def test_the_first_meeting_is_the_earliest_with_a_date() -> None:
    first = first_meeting(meetings({}, {"date": "2026-03"}, {"date": "2026-02-03"}, {"date": "2026-04"}))
    assert first is not None
    assert (first.meeting.id, str(first.at)) == ("m2", "2026-02-03")
    assert first_meeting(meetings({}, {"group": "champion", "date": "2026-01"})) is None


def test_the_launch_is_the_first_meeting_of_each_kind_in_the_order_of_its_steps() -> None:
    launch = launch_meetings(
        meetings(
            {"kind": "working-groups", "date": "2026-09"},
            {"kind": "working-groups", "date": "2026-06"},
            {"kind": "introductions", "date": "2026-07"},
            {"kind": "expectations"},
            {"kind": "regular", "date": "2026-01"},
        )
    )
    assert [step.meeting.id for step in launch] == ["m2", "m1"]


def test_a_group_meets_by_itself_and_with_everyone() -> None:
    some = meetings(
        {"group": "champion", "date": "2026-01"},
        {"group": "all", "date": "2026-02-03"},
        {"group": "management-team", "date": "2026-05"},
        {"group": "champion", "date": "2026-06", "status": "cancelled"},
        {"group": "champion"},
    )
    assert str(last_met(some, "champion")) == "2026-02-03"
    assert str(last_met(some, "management-team")) == "2026-05"
    assert last_met(meetings({"group": "all"}), "champion") is None


@pytest.mark.parametrize(
    ("series", "comes_round"),
    [
        ({"group": "champion"}, True),
        ({"group": "all"}, True),
        ({"group": "management-team"}, False),
        ({}, False),
        ({"group": "champion", "end": "2026-06-30"}, True),
        ({"group": "champion", "end": "2026-06"}, True),
        ({"group": "champion", "end": "2026-06-29"}, False),
    ],
)
def test_a_series_comes_round_until_its_end(series: dict[str, Any], comes_round: bool) -> None:  # noqa: FBT001
    some = plan(rhythm={"series": [{"id": "s", **series}]})
    assert meets_on(some, "champion", date(2026, 6, 30)) is comes_round


def test_an_agenda_is_held_against_the_time_of_the_meeting_or_of_its_series() -> None:
    agenda = [{"text": "Welcome", "minutes": "10"}, "Questions", {"text": "Reports", "minutes": "51"}]
    some = meetings(
        {"agenda": agenda, "duration_minutes": "60"},
        {"agenda": agenda, "duration_minutes": "61"},
        {"agenda": agenda, "series": "monthly"},
        {"agenda": agenda, "series": "monthly", "duration_minutes": "90"},
        {"agenda": agenda},
        {"agenda": agenda, "duration_minutes": "60", "status": "held"},
        {"duration_minutes": "0"},
        rhythm={"series": [{"id": "monthly", "duration_minutes": "45"}]},
    )
    found = [(one.meeting.id, one.needed, one.time) for one in overlong(some)]
    assert found == [("m0", 61, 60), ("m2", 61, 45)]
