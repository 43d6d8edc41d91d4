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


def test_once_all_of_it_is_held_no_agenda_has_to_go_out() -> None:
    kinds = ("introductions", "expectations", "decisionmaking", "shared-analysis", "working-groups")
    held = "".join(
        f"- {{id: {kind}, kind: {kind}, group: all, status: held, date: 2026-0{month}-03, attended: [a]}}\n"
        for month, kind in enumerate(kinds, 1)
    )
    plan = small_plan(f"members: [{{id: a, name: A}}]\nmeetings:\n{held}")
    text = launch(plan, date(2026, 1, 3), "month", press=press(), as_of=FALL).text
    assert "| Step | Meeting | Day | State |\n|--:|---|---|---|\n" in text
    assert "| 1 | Kick-off 1: Introductions | Saturday, January 3, 2026 | held |" in text
