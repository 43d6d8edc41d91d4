"""Minutes: which meeting, the quorum, and motions in the form of the way of deciding."""

import pytest

from coalitionkit.errors import UnknownRecordError
from coalitionkit.publish.meetings.minutes import minutes
from publish.pressroom import press, small_plan
from publish.rounds import FALL, harbor_point, made

MODELS = {
    "consensus": "Consensus: carried when no member blocks.",
    "unanimous": "Unanimous: carried when every member who counts votes for it.",
    "majority": "Majority: carried with more than half of the votes cast.",
    "plurality": "Carried with more votes for than against; a tie stays a tie.",
    "lead-authority": "**The lead authority** decides, after the others have been heard on the record.",
}


@pytest.mark.parametrize("model", MODELS)
def test_a_motion_has_the_form_of_the_model(model: str) -> None:
    plan = small_plan(
        f"decision_model: {model}\n"
        "decisions: [{id: d, question: Why not?, due: 2026-05-01, status: open}]\n"
        "meetings: [{id: m, group: all, date: 2026-05-05}]\n"
    )
    text = minutes(plan, None, press=press(), as_of=FALL).text
    assert "### 1. Why not?" in text
    assert MODELS[model] in text
    assert "☐ carried ☐ not carried" in text


def test_the_last_meeting_counts_and_else_the_next() -> None:
    assert minutes(harbor_point(), None, press=press(), as_of=FALL).name == "minutes-june"
    plan = small_plan("meetings: [{id: ahead, group: all, date: 2027-01-05}]\n")
    assert minutes(plan, None, press=press(), as_of=FALL).name == "minutes-ahead"


def test_votes_are_counted_and_standing_aside_is_named() -> None:
    text = made("minutes-june").text
    assert "| Tides | 2 |" in text
    assert "| 2 | 0 | 1 |" in text
    assert "- Standing aside (name): Mara Voss" in text
    assert "**Outcome:** carried: Tides" in text


def test_the_quorum_is_told_exactly_and_a_guest_is_no_member() -> None:
    text = made("minutes-june").text
    assert "4 of 5 with a vote must be present (2/3). 3 were: **not met**" in text
    assert "**Guests:** Tide Fund" in text
    assert "4 of 5 with a vote must be present (2/3). Present: ______" in made("minutes-october").text


def test_what_the_meeting_changes_is_decided_the_old_way() -> None:
    text = made("minutes-third").text
    assert "**Noa Berg** decides, after the others have been heard on the record." in text
    assert "- Heard: Lee O'Neill, Casa del Mar" in text


def test_a_working_group_has_neither_votes_nor_motions() -> None:
    plan = small_plan(
        "members: [{id: a, name: A}]\nworking_groups: [{id: w, name: W, lead: a}]\n"
        "decision_model: consensus\n"
        "decisions: [{id: d, question: Why not?, due: 2026-05-01, status: open}]\n"
        "meetings: [{id: m, working_group: w, date: 2026-05-05}]\n"
    )
    text = minutes(plan, "m", press=press(), as_of=FALL).text
    assert "Why not?" not in text
    assert "Quorum" not in text
    assert "| ☐ | A |  |" in text


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [("octobre", "did you mean 'october'?"), ("zzz", "'coalition list meetings' shows them")],
)
def test_an_unknown_meeting_is_told(wanted: str, hint: str) -> None:
    with pytest.raises(UnknownRecordError) as caught:
        minutes(harbor_point(), wanted, press=press(), as_of=FALL)
    assert caught.value.hint == hint


def test_a_plan_without_meetings_is_told() -> None:
    with pytest.raises(UnknownRecordError, match="no meeting to take minutes of"):
        minutes(small_plan(""), None, press=press(), as_of=FALL)
