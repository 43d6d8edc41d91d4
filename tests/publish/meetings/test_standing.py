"""What an agenda says is due, and who presents: from the record, as of the day of the meeting."""

from coalitionkit.publish.meetings.agendas import agenda
from publish.pressroom import press, small_plan
from publish.rounds import FALL, harbor_point, made


def test_what_is_due_before_a_meeting_to_come_is_not_late_yet() -> None:
    text = made("agenda-regular").text
    assert "- Shall the fund have a seat? (due October 6, 2026)" in text
    assert "- Which logo? (was due September 1, 2026)" in text
    assert "**September 15, 2026, late**" in text


def test_a_meeting_of_the_past_tells_what_was_known_then() -> None:
    text = agenda(harbor_point(), "june", press=press(), as_of=FALL).text
    assert "- Which name? (due June 2, 2026)" in text, "it was settled at that meeting"
    assert "The port raised pay" not in text, "that came later"
    assert "Which logo?" not in text


def test_a_working_group_hears_of_its_own_promises_only() -> None:
    text = made("agenda-fair-pay").text
    assert "A letter to the port" in text
    assert "Counts of hours" not in text
    assert "Decisions due" not in text


def test_those_present_who_had_no_turn_yet() -> None:
    text = made("agenda-regular").text
    assert "| Partners present | Casa del Mar, Ruth Amado, Tide Fund |" in text
    assert "- Casa del Mar (not yet)" in text
    assert "- City of Harbor Point (last: February 3, 2026)" in text


def test_who_was_chosen_goes_before_whose_turn_it_is() -> None:
    plan = small_plan(
        "members: [{id: a, name: Ana}, {id: b, name: Ben}]\n"
        "meetings: [{id: m, kind: regular, group: all, date: 2026-10-06, presenters: [b]}]\n"
    )
    assert "| Partners present | Ben |" in agenda(plan, "m", press=press(), as_of=FALL).text


def test_nothing_due_is_said() -> None:
    plan = small_plan("meetings: [{id: m, kind: regular, group: all, date: 2026-10-06}]\n")
    assert "Nothing on record is due or new." in agenda(plan, "m", press=press(), as_of=FALL).text
