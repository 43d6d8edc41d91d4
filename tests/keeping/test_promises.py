"""Promises that are kept, letters that are sent and answered."""

from typing import Any

import pytest

from coalitionkit.errors import AgainstRecordError, ConfigurationError
from coalitionkit.keeping.promises import answer, keep, send, take_back
from coalitionkit.periods import partial_date
from keeping.applying import Kept

ON = partial_date("2026-07-20")


def with_letter(*members: dict[str, Any], **letter: Any) -> Kept:
    """Return a plan with a letter to a partner."""
    return Kept(
        members=list(members),
        partners=[{"id": "river", "name": "River Trust"}],
        invitations=[{"id": "letter", "partner": "river", **letter}],
    )


def ana(**more: str) -> dict[str, Any]:
    """Return a member who comes from the partner."""
    return {"id": "ana-lopez", "name": "Ana López", "partner": "river", **more}


def test_a_promise_is_kept_once() -> None:
    kept = Kept(
        partners=[{"id": "river", "name": "River Trust"}],
        commitments=[{"id": "room", "what": "A room", "promised_by": "river"}],
    )
    deed = kept.do(keep(kept.plan, "room", ON))
    assert kept.data["commitments"][0]["done"] == "2026-07-20"
    assert deed.summary == "The promise 'room' was kept by River Trust on 2026-07-20."
    with pytest.raises(AgainstRecordError, match="was kept on 2026-07-20"):
        keep(kept.plan, "room", ON)


def test_a_letter_is_sent_once() -> None:
    kept = with_letter()
    kept.do(send(kept.plan, "letter", ON))
    assert kept.data["invitations"][0]["sent"] == "2026-07-20"
    with pytest.raises(AgainstRecordError, match="was sent on 2026-07-20"):
        send(kept.plan, "letter", ON)


def test_an_answer_comes_with_its_day() -> None:
    kept = with_letter(sent="2026-07-01")
    deed = kept.do(answer(kept.plan, "letter", "yes", ON))
    assert kept.data["invitations"][0] | {"id": ""} == {
        "id": "", "partner": "river", "sent": "2026-07-01", "answer": "accepted", "answered": "2026-07-20",
    }  # fmt: skip
    assert deed.summary == "River Trust answered 'letter' on 2026-07-20: accepted."
    assert deed.unsettled == ("who sits for River Trust is open; 'coalition add member' says it",)


def test_whoever_is_to_take_the_seat_is_told() -> None:
    kept = with_letter(ana(status="invited", group="key-stakeholder"))
    assert answer(kept.plan, "letter", "accepted", ON).unsettled == (
        "'ana-lopez' can join now: 'coalition set member ana-lopez --status active'",
    )


def test_no_answer_has_no_day_and_a_no_asks_about_who_was_to_come() -> None:
    kept = with_letter(ana(status="invited"))
    kept.do(answer(kept.plan, "letter", "no-answer", ON))
    assert "answered" not in kept.data["invitations"][0]
    assert "'ana-lopez' was to join" in answer(kept.plan, "letter", "declined", ON).unsettled[0]
    assert not answer(with_letter(ana()).plan, "letter", "accepted", ON).unsettled


def test_answers_follow_letters_and_are_words() -> None:
    with pytest.raises(AgainstRecordError, match="was sent on 2026-08-01, after 2026-07-20"):
        answer(with_letter(sent="2026-08-01").plan, "letter", "accepted", ON)
    with pytest.raises(ConfigurationError, match="'perhaps' is not an"):
        answer(with_letter().plan, "letter", "perhaps", ON)


def test_a_letter_of_which_nothing_comes_is_declined() -> None:
    kept = with_letter(answer="later")
    kept.do(take_back(kept.plan, "letter", ON, reason="They closed."))
    assert kept.data["invitations"][0]["answer"] == "declined"
    assert kept.data["invitations"][0]["note"] == "They closed."
    with pytest.raises(AgainstRecordError, match="was declined already"):
        take_back(kept.plan, "letter", ON)
