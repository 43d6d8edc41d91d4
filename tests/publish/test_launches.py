"""The launch as a document."""

from datetime import date

from coalitionkit.publish.launches import launch
from publish.pressroom import press, small_plan
from publish.rounds import FALL, made


def test_every_step_has_a_day_and_papers_go_out_before() -> None:
    document = launch(small_plan(""), date(2027, 2, 4), "month", press=press(), as_of=FALL)
    assert "**Invitations out by:** January 7, 2027" in document.text
    assert "| 1 | Kick-off 1: Introductions | Thursday, February 4, 2027 | January 28, 2027 | proposed |" in (
        document.text
    )
    assert document.gaps == ()


def test_once_it_has_begun_no_invitation_is_asked_for() -> None:
    text = made("launch").text
    assert "Invitations out by" not in text
    assert "| 1 | Kick-off 1: Introductions | Tuesday, February 3, 2026 |  | held |" in text
