"""Whose turn it is: everyone gets one before anyone gets a second."""

from datetime import date, timedelta

from builders import loaded, model_of
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.turns import turns
from coalitionkit.model.coalition import Coalition


def plan_of(members: int, meetings: str = "") -> Coalition:
    people = ", ".join(f"{{id: m{number}, name: M{number}}}" for number in range(members))
    return model_of(
        loaded(f"format: 1\ncoalition: {{id: c, name: C}}\nmembers: [{people}]\nmeetings: [{meetings}]\n")
    )


@given(members=st.integers(1, 12), rounds=st.integers(1, 15), at_once=st.integers(1, 4))
def test_everyone_has_a_turn_before_anyone_has_one_more(members: int, rounds: int, at_once: int) -> None:
    held: list[str] = []
    count = dict.fromkeys((f"m{number}" for number in range(members)), 0)
    for number in range(rounds):
        day = date(2026, 1, 1) + timedelta(days=number)
        chosen = [turn.party for turn in turns(plan_of(members, ", ".join(held)), day)[:at_once]]
        for one in chosen:
            count[one] += 1
        held.append(f"{{id: k{number}, date: {day}, presenters: [{', '.join(chosen)}]}}")
        assert max(count.values()) - min(count.values()) <= 1


def test_a_member_presents_for_their_partner_and_the_host_comes_last() -> None:
    plan = model_of(
        loaded(
            "format: 1\ncoalition: {id: c, name: C, convener: city}\n"
            "partners: [{id: city, name: City}, {id: org, name: Org}, {id: late, name: Late}]\n"
            "members: [{id: a, name: A, partner: city}, {id: b, name: B, partner: org}, {id: d, name: D}, "
            "{id: e, name: E, partner: late, joined: 2027-01-01}]\n"
            "meetings: [{id: m, date: 2026-02-03, presenters: [b]}, "
            "{id: off, status: cancelled, date: 2026-02-04, presenters: [d]}, "
            "{id: ahead, date: 2026-05-01, presenters: [d]}]\n"
        )
    )
    found = turns(plan, date(2026, 4, 1))
    assert [(turn.party, str(turn.last)) for turn in found] == [
        ("d", "None"),
        ("city", "None"),
        ("org", "2026-02-03"),
    ]
