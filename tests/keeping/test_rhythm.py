"""Meetings that are held, moved or canceled, and series that end."""

from typing import Any

import pytest

from coalitionkit.errors import AgainstRecordError, UnknownRecordError
from coalitionkit.keeping.rhythm import cancel, end_series, hold, move
from coalitionkit.periods import partial_date
from keeping.applying import Kept

MEMBERS = [{"id": "ana-lopez", "name": "Ana López"}, {"id": "ben-ito", "name": "Ben Ito"}]


def with_meeting(**meeting: Any) -> Kept:
    """Return a plan with one meeting."""
    return Kept(members=MEMBERS, meetings=[{"id": "july", "date": "2026-07-07", **meeting}])


def meeting_of(kept: Kept) -> dict[str, Any]:
    """Return what is recorded of the meeting, beside its id."""
    return {key: value for key, value in kept.data["meetings"][0].items() if key != "id"}


def test_a_meeting_is_held_on_its_day() -> None:
    kept = with_meeting()
    deed = kept.do(
        hold(kept.plan, "july", None, attended=("ana-lopez", "ben-ito", "ana-lopez"), minutes_file="7.md")
    )
    assert meeting_of(kept) == {
        "date": "2026-07-07", "status": "held", "attended": ["ana-lopez", "ben-ito"], "minutes_file": "7.md",
    }  # fmt: skip
    assert deed.summary == "The meeting 'july' was held on 2026-07-07 with 2 people there."


def test_another_day_is_a_revision_and_others_join_those_who_were_there() -> None:
    kept = with_meeting(revision="1", attended=["ana-lopez"])
    kept.do(hold(kept.plan, "july", partial_date("2026-07-14"), attended=("ana-lopez", "ben-ito")))
    assert meeting_of(kept) == {
        "date": "2026-07-14", "revision": "2", "status": "held", "attended": ["ana-lopez", "ben-ito"],
    }  # fmt: skip


def test_a_meeting_without_anybody_is_told() -> None:
    assert hold(with_meeting().plan, "july", None).unsettled == (
        "nobody is recorded as having been at 'july'",
    )


def test_what_cannot_have_been_held_is_refused() -> None:
    with pytest.raises(AgainstRecordError, match="was canceled"):
        hold(with_meeting(status="cancelled").plan, "july", None)
    kept = Kept(meetings=[{"id": "july"}])
    with pytest.raises(AgainstRecordError, match="has no date"):
        hold(kept.plan, "july", None)
    with pytest.raises(UnknownRecordError, match="no member or partner 'anna-lopez'") as refused:
        hold(with_meeting().plan, "july", None, attended=("anna-lopez",))
    assert refused.value.hint == "did you mean 'ana-lopez'?"


def test_a_planned_meeting_is_canceled() -> None:
    kept = with_meeting()
    kept.do(cancel(kept.plan, "july", partial_date("2026-07-01"), reason="Heat."))
    assert meeting_of(kept) == {
        "date": "2026-07-07", "status": "cancelled", "note": "Heat.",
    }  # fmt: skip
    for state in ("held", "cancelled"):
        with pytest.raises(AgainstRecordError, match="was held" if state == "held" else "canceled already"):
            cancel(with_meeting(status=state).plan, "july", partial_date("2026-07-01"))


def test_a_meeting_moves_to_another_day() -> None:
    kept = with_meeting(revision="3")
    deed = kept.do(move(kept.plan, "july", partial_date("2026-07-08")))
    assert meeting_of(kept) == {"date": "2026-07-08", "revision": "3"}, "calendars follow by themselves"
    assert deed.summary == "The meeting 'july' was moved to 2026-07-08."


def test_a_series_ends_and_meetings_after_it_are_told() -> None:
    kept = Kept(
        rhythm={"series": [{"id": "monthly", "end": "2027-06"}]},
        meetings=[
            {"id": "june", "series": "monthly", "date": "2026-06-02"},
            {"id": "july", "series": "monthly", "date": "2026-07-07"},
            {"id": "august", "series": "monthly", "date": "2026-08-04"},
            {"id": "other", "date": "2026-08-04"},
        ],
    )
    deed = kept.do(end_series(kept.plan, "monthly", partial_date("2026-06-30")))
    assert kept.data["rhythm"]["series"] == [{"id": "monthly", "end": "2026-06-30"}]
    assert deed.unsettled == (
        "'july' and 'august' are still planned for after 2026-06-30; 'coalition end meeting ...' cancels one",
    )
    with pytest.raises(AgainstRecordError, match="ends on 2026-06-30 already"):
        end_series(kept.plan, "monthly", partial_date("2026-09"))
