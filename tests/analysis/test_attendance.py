"""Whether enough were there: exact, and under the way of deciding in force as the meeting began."""

from fractions import Fraction

import pytest
from builders import loaded, model_of
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.attendance import expected, quorum_at, voters_at
from coalitionkit.model.coalition import Coalition


def plan_of(members: int, present: int, model: str, date: str = "2026-05-01") -> Coalition:
    people = ", ".join(f"{{id: m{n}, name: M{n}, joined: 2026-01-01}}" for n in range(members))
    there = ", ".join(f"m{n}" for n in range(present))
    return model_of(
        loaded(
            f"format: 1\ncoalition: {{id: c, name: C}}\nmembers: [{people}]\ndecision_model: {model}\n"
            f"decisions: [{{id: adopt, question: Q, date: 2026-04-01, status: decided, outcome: carried}}]\n"
            f"meetings: [{{id: m, group: all, status: held, date: {date}, attended: [{there}]}}]\n"
        )
    )


@given(
    members=st.integers(1, 40),
    share=st.fractions(Fraction(1, 10), 1, max_denominator=12),
    data=st.data(),
)
def test_a_quorum_is_met_exactly_when_as_many_as_needed_are_there(
    members: int, share: Fraction, data: st.DataObject
) -> None:
    present = data.draw(st.integers(1, members))
    plan = plan_of(members, present, f"{{model: consensus, quorum: {share}, adopted: 2026-01-01}}")
    found = quorum_at(plan, plan.meetings[0])
    assert found is not None
    assert found.needed is not None
    assert found.needed.least == found.needed.most
    assert found.present.least == present
    assert found.met is (present >= found.needed.least)
    assert found.met is (Fraction(present, members) >= share)


def test_the_way_of_deciding_changed_at_a_meeting_is_not_yet_in_force() -> None:
    model = (
        "{model: consensus, quorum: 1/2, adopted: 2026-04-01, adopted_by: adopt, "
        "earlier: [{model: majority, quorum: 1/4, adopted: 2026-01-01}]}"
    )
    before = plan_of(8, 2, model, "2026-04-01")
    after = plan_of(8, 2, model, "2026-05-01")
    assert [quorum_at(p, p.meetings[0]).met for p in (before, after)] == [True, False]  # type: ignore[union-attr]


@pytest.mark.parametrize("model", ["{model: consensus, adopted: 2026-06-01}"])
def test_before_any_model_there_is_no_quorum(model: str) -> None:
    plan = plan_of(3, 2, model)
    assert quorum_at(plan, plan.meetings[0]) is None
    assert voters_at(plan, plan.meetings[0]).voters == frozenset()


def test_without_a_quorum_nobody_is_needed() -> None:
    plan = plan_of(3, 1, "{model: consensus, adopted: 2026-01-01}")
    found = quorum_at(plan, plan.meetings[0])
    assert found is not None
    assert (found.needed, found.met) == (None, True)


def test_a_group_is_expected_with_its_own_people() -> None:
    plan = model_of(
        loaded(
            "format: 1\ncoalition: {id: c, name: C}\n"
            "members: [{id: a, name: A, group: management-team}, {id: b, name: B}, {id: d, name: D}]\n"
            "champions: [{member: d}]\nworking_groups: [{id: w, name: W, lead: b}]\n"
        )
    )
    assert [m.id for m in expected(plan, "management-team", None)] == ["a"]
    assert [m.id for m in expected(plan, "champion", None)] == ["d"]
    assert [m.id for m in expected(plan, None, plan.working_groups[0])] == ["b"]
    assert [m.id for m in expected(plan, "all", None)] == ["a", "b", "d"]
