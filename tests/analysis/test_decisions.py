"""Whether decisions followed the model in force: which model, who had a vote, and where they depart."""

from typing import Any

import pytest
from builders import member, plan
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.decisions import (
    Fault,
    dated_models,
    departure,
    has_outsiders,
    has_vote,
    heard_before,
    is_settled,
    model_in_force,
    notice_given,
    outside_management,
    roll,
    tally_of,
    terms_of,
    votes_without_right,
)
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.decisions import Decision
from coalitionkit.periods import partial_date

NAMES = ["ana", "ben", "cho", "dia", "eli"]
TWO_MODELS = {
    "model": "majority",
    "adopted": "2026-05-15",
    "adopted_by": "switch",
    "earlier": [{"model": "consensus", "adopted_by": "begin"}],
}
ADOPTING = [{"id": "switch", "date": "2026-05-15"}, {"id": "begin", "date": "2026-02"}]


def people(*names: str, **overrides: Any) -> list[dict[str, Any]]:
    """Return members who joined in 2025."""
    return [{"id": name, "name": name.title(), "joined": "2025-06", **overrides} for name in names]


def decided(**overrides: Any) -> Decision:
    """Return a decision of March 10, 2026 that was carried."""
    return Decision.read({"id": "norms", "date": "2026-03-10", "outcome": "carried", **overrides})


def coalition(model: object = "majority", members: object = None, **sections: Any) -> Coalition:
    """Return a plan of five members with a way of deciding."""
    return plan(decision_model=model, members=members or people(*NAMES), **sections)


def fault(whole: Coalition, decision: Decision) -> Fault | None:
    """Return in what a decision departs from the model in force."""
    model = model_in_force(dated_models(whole), decision)
    assert model is not None
    found = departure(whole, decision, model)
    return found.fault if found else None


@pytest.mark.parametrize(
    ("model", "decision", "expected"),
    [
        ("consensus", {"id": "x", "date": "2026-03-10"}, "consensus"),
        ("consensus", {"id": "x"}, None),
        (TWO_MODELS, {"id": "x", "date": "2026-06-01"}, "majority"),
        (TWO_MODELS, {"id": "x", "date": "2026-03-10"}, "consensus"),
        (TWO_MODELS, {"id": "x", "date": "2026-05-15"}, None),
        (TWO_MODELS, {"id": "switch", "date": "2026-05-15"}, "consensus"),
        (TWO_MODELS, {"id": "x", "date": "2026-05"}, None),
        (TWO_MODELS, {"id": "x", "date": "2026-01-10"}, None),
        (TWO_MODELS, {"id": "begin", "date": "2026-02-03"}, None),
        (TWO_MODELS | {"adopted": "", "adopted_by": ""}, {"id": "x", "date": "2026-06-01"}, None),
    ],
)
def test_the_model_in_force_is_the_last_one_adopted_before(
    model: Any, decision: dict[str, str], expected: str | None
) -> None:
    if isinstance(model, dict):
        model = {key: value for key, value in model.items() if value}
    whole = coalition(model, decisions=ADOPTING)
    found = model_in_force(dated_models(whole), Decision.read(decision))
    assert (found.model if found else None) == expected


def test_without_a_model_none_was_in_force() -> None:
    assert dated_models(plan()) == ()
    assert model_in_force((), decided()) is None


def test_a_rule_for_a_kind_keeps_the_quorum_and_the_notice() -> None:
    own = {"model": "majority", "share": "2/3"}
    both = {"model": "unanimous", "quorum": "3/4", "notice_days": "14"}
    rule = {
        "model": "consensus",
        "quorum": "1/2",
        "notice_days": "7",
        "by_kind": {"budget": own, "plan": both},
    }
    model = coalition(rule).decision_model
    assert model is not None
    assert terms_of(model, "ordinary")[:2] == ("consensus", model.quorum)
    assert terms_of(model, "budget")[:3] == ("majority", model.quorum, model.by_kind["budget"].share)
    assert terms_of(model, "budget").notice_days == 7
    assert terms_of(model, "plan")[:2] == ("unanimous", model.by_kind["plan"].quorum)
    assert terms_of(model, "plan").notice_days == 14


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ({"joined": "2025"}, True),
        ({"joined": "2026-03-10"}, True),
        ({"joined": "2026-03"}, None),
        ({"joined": "2026-04"}, False),
        ({}, None),
        ({"joined": "2025", "left": "2026-03-09"}, False),
        ({"joined": "2025", "left": "2026-03-10"}, True),
        ({"joined": "2025", "left": "2026-03", "status": "alumni"}, None),
        ({"joined": "2025", "left": "2026-05", "status": "alumni"}, True),
        ({"joined": "2025", "status": "alumni"}, None),
        ({"joined": "2025", "status": "on-leave"}, None),
        ({"joined": "2025", "status": "invited"}, False),
        ({"status": "prospective"}, False),
        ({"joined": "2025", "voting": "no"}, False),
        ({"joined": "2025", "earlier": [{"voting": "no", "until": "2026-04"}]}, False),
        ({"joined": "2025", "voting": "no", "earlier": [{"voting": "yes", "until": "2026-04"}]}, True),
        ({"joined": "2025", "voting": "no", "earlier": [{"group": "champion", "until": "2026-04"}]}, False),
        ({"joined": "2025", "earlier": [{"voting": "no", "until": "2026-02"}]}, True),
        ({"joined": "2025", "earlier": [{"voting": "no", "until": "2026-03"}]}, None),
        ({"joined": "2025", "earlier": [{"voting": "no", "since": "2026-03-11"}]}, True),
        ({"joined": "2025", "earlier": [{"status": "on-leave", "since": "2026-03-01"}]}, False),
        ({"joined": "2025", "earlier": [{"status": "invited", "until": "2026-04"}]}, False),
        ({"joined": "2025", "voting": "yes", "earlier": [{"status": "on-leave"}]}, True),
        ({"joined": "2025", "voting": "yes", "earlier": [{"status": "invited"}]}, False),
        (
            {"joined": "2025", "status": "on-leave", "earlier": [{"status": "active", "until": "2026-04"}]},
            True,
        ),
    ],
)
def test_active_members_have_a_vote(overrides: dict[str, Any], expected: bool | None) -> None:  # noqa: FBT001
    when = partial_date("2026-03-10")
    assert has_vote(member(**overrides), when, champion=False, champions_count=False) is expected


@pytest.mark.parametrize(
    ("overrides", "counts", "expected"),
    [
        ({}, False, False),
        ({}, True, True),
        ({"voting": "yes"}, False, True),
        ({"earlier": [{"group": "key-stakeholder"}]}, False, True),
        ({"earlier": [{"group": "champion"}]}, False, False),
    ],
)
def test_champions_follow_the_model(overrides: dict[str, Any], counts: bool, expected: bool) -> None:  # noqa: FBT001
    champion = member(joined="2025", **overrides)
    when = partial_date("2026-03-10")
    assert has_vote(champion, when, champion=True, champions_count=counts) is expected


def test_of_whom_it_is_not_known_those_who_took_part_are_believed() -> None:
    unknown = [{"id": name, "name": name} for name in ("fay", "gus", "hal", "ida")]
    members = [*people("ana"), *people("ben", voting="no"), *unknown]
    whole = coalition(members=members, champions=[{"member": "ana"}])
    decision = decided(present=["fay"], votes={"gus": "for"}, proxies={"hal": "ben"})
    assert decision.date is not None
    assert whole.decision_model is not None
    who = roll(whole, decision, decision.date, whole.decision_model)
    assert [sorted(ids) for ids in who] == [["fay", "gus", "hal"], ["ida"]]


@pytest.mark.parametrize(
    ("record", "present"),
    [
        ({"present": ["ana", "ben"]}, (2, 2)),
        ({"present": ["ana", "ben"], "votes": {"cho": "for"}}, (3, 3)),
        ({"votes": {"ana": "for"}}, (1, 5)),
        ({"present": ["ana"], "votes": {"ana": "for", "ben": "for"}, "proxies": {"ben": "ana"}}, (1, 2)),
        ({"present": ["ana", "ben"], "proxies": {"ben": "ana"}}, (2, 2)),
        ({}, (0, 5)),
    ],
)
def test_those_who_voted_were_present_unless_someone_stood_in(record: Any, present: tuple[int, int]) -> None:
    whole, decision = coalition(), decided(**record)
    assert decision.date is not None
    assert whole.decision_model is not None
    tally = tally_of(whole, decision, roll(whole, decision, decision.date, whole.decision_model))
    assert tally.present == present
    assert tally.eligible == (5, 5)


MAJORITY = {"model": "majority", "quorum": "1/2"}
WITH_FALLBACK = {"model": "consensus", "fallback": {"model": "majority", "share": "2/3"}}
FOR_3 = {"ana": "for", "ben": "for", "cho": "for"}
TO_2 = {"library": "In the library", "school": "In the school"}


@pytest.mark.parametrize(
    ("model", "record", "expected"),
    [
        (MAJORITY, {"votes": FOR_3}, None),
        (MAJORITY, {"votes": FOR_3, "outcome": "not-carried"}, Fault.OUTCOME),
        (MAJORITY, {"votes": FOR_3, "outcome": "tied"}, Fault.OUTCOME),
        (MAJORITY, {"votes": {"ana": "for"}, "present": ["ana", "ben"]}, Fault.QUORUM),
        (MAJORITY, {"votes": {"ana": "for"}, "present": ["ana"], "outcome": "not-carried"}, None),
        (MAJORITY, {"votes": {"ana": "for"}}, None),
        (MAJORITY, {"votes": {"ana": "for"}, "outcome": "not-carried"}, None),
        (MAJORITY, {"votes": {"ana": "for", "ben": "against", "cho": "against"}}, Fault.OUTCOME),
        (MAJORITY, {"votes": {"ana": "for", "ben": "against"}, "outcome": "tied"}, None),
        (MAJORITY, {"votes": {}, "present": ["ana", "ben", "cho"]}, None),
        (MAJORITY, {"votes": FOR_3, "outcome": ""}, None),
        ("lead-authority", {"votes": FOR_3, "outcome": "not-carried"}, None),
        (WITH_FALLBACK, {"votes": {**FOR_3, "dia": "block"}}, None),
        (WITH_FALLBACK, {"votes": {**FOR_3, "dia": "block"}, "outcome": "not-carried"}, None),
        (WITH_FALLBACK, {"votes": {"ana": "for", "dia": "block"}}, Fault.OUTCOME),
        (WITH_FALLBACK, {"votes": {"ana": "for", "dia": "against"}, "outcome": "not-carried"}, Fault.OUTCOME),
        (
            {**WITH_FALLBACK, "quorum": "4/5", "fallback": {"model": "majority", "quorum": "1/5"}},
            {"votes": {"ana": "for"}, "present": ["ana"]},
            None,
        ),
        ("plurality", {"options": TO_2, "votes": {"ana": "school"}, "chosen": "school"}, None),
        ("plurality", {"options": TO_2, "votes": {"ana": "school"}, "chosen": "library"}, Fault.CHOSEN),
        ("plurality", {"options": TO_2, "votes": {"ana": "school"}}, None),
        ("plurality", {"options": TO_2, "votes": {"ana": "school", "ben": "library"}}, Fault.OUTCOME),
    ],
)
def test_the_outcome_is_held_against_the_votes(model: Any, record: Any, expected: Fault | None) -> None:
    record = {key: value for key, value in record.items() if value}
    if "outcome" not in record:
        record["outcome"] = "carried"
    decision = Decision.read({"id": "norms", "date": "2026-03-10", **record})
    assert fault(coalition(model), decision) is expected


def test_what_has_no_date_or_no_outcome_departs_from_nothing() -> None:
    whole = coalition()
    assert whole.decision_model is not None
    votes = {"ana": "against"}
    undated = Decision.read({"id": "norms", "outcome": "carried", "votes": votes})
    unsettled = Decision.read({"id": "norms", "date": "2026-03-10", "votes": votes})
    for decision in (undated, unsettled):
        assert departure(whole, decision, whole.decision_model) is None
    assert votes_without_right(whole, undated, whole.decision_model) == ()


def test_votes_of_those_without_one_do_not_count_and_are_told() -> None:
    members = [*people("ana", "ben"), *people("cho", "dia", voting="no")]
    members[3]["former_ids"] = ["diana"]
    decision = decided(votes={"ana": "against", "cho": "for", "diana": "for"})
    whole = coalition(members=members)
    assert whole.decision_model is not None
    assert votes_without_right(whole, decision, whole.decision_model) == ("cho", "dia")
    assert fault(whole, decision) is Fault.OUTCOME


@given(
    st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["for", "against", "abstain", "block"])),
    st.sets(st.sampled_from(NAMES)),
    st.permutations(NAMES),
    st.sampled_from(
        [MAJORITY, WITH_FALLBACK, "unanimous", "plurality", {"model": "majority", "quorum": "4/5"}]
    ),
    st.sampled_from(["carried", "not-carried", "tied"]),
)
def test_renaming_members_changes_nothing(
    votes: dict[str, str], present: set[str], renamed: list[str], model: Any, outcome: str
) -> None:
    names = dict(zip(NAMES, renamed, strict=True))
    one = decided(votes=votes, present=sorted(present), outcome=outcome)
    other = decided(
        votes={names[key]: vote for key, vote in votes.items()},
        present=sorted(names[key] for key in present),
        outcome=outcome,
    )
    assert fault(coalition(model), one) == fault(coalition(model), other)


@pytest.mark.parametrize(
    ("overrides", "days"),
    [
        ({"noticed": "2026-03-03"}, 7),
        ({"noticed": "2026-03-10"}, 0),
        ({"noticed": "2026-03"}, 9),
        ({"noticed": "2026-02", "date": "2026-03"}, 58),
        ({}, None),
    ],
)
def test_notice_is_counted_in_favor_of_those_who_gave_it(overrides: Any, days: int | None) -> None:
    assert notice_given(decided(**overrides)) == days
    assert notice_given(Decision.read({"id": "norms", "noticed": "2026-03-03"})) is None


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        ([], False),
        ([{"by": "ben", "date": "2026-03-01"}], True),
        ([{"by": "ben", "date": "2026-03-10"}], True),
        ([{"by": "ben"}], True),
        ([{"by": "ben", "date": "2026-03-11"}], False),
        ([{"by": "city", "date": "2026-03-01"}], False),
        ([{"by": "city"}, {"by": "ben"}], True),
    ],
)
def test_others_are_heard_before_an_authority_decides(heard: Any, expected: bool) -> None:  # noqa: FBT001
    assert heard_before(decided(input=heard), "city") is expected
    without_date = Decision.read({"id": "norms", "input": heard})
    assert heard_before(without_date, "city") is any(one["by"] == "ben" for one in heard)


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ({"status": "decided"}, True),
        ({"outcome": "not-carried"}, True),
        ({"status": "open"}, False),
        ({"status": "withdrawn"}, False),
        ({}, False),
    ],
)
def test_a_question_is_closed_by_its_status_or_its_outcome(overrides: Any, expected: bool) -> None:  # noqa: FBT001
    assert is_settled(Decision.read({"id": "norms", **overrides})) is expected


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"present": ["ana"], "votes": {"ana": "for"}, "input": [{"by": "ana"}]}, False),
        ({"present": ["ben"]}, True),
        ({"votes": {"ben": "for"}}, True),
        ({"input": [{"by": "ben"}]}, True),
        ({"input": [{"by": "dia"}]}, True),
        ({"input": [{"by": "eli"}]}, False),
        ({"input": [{"by": "city"}]}, True),
        ({}, False),
    ],
)
def test_those_beyond_the_management_team_take_part_in_any_way(record: Any, expected: bool) -> None:  # noqa: FBT001
    team = {"group": "management-team"}
    members = [
        *people("ana", **team),
        *people("ben", group="key-stakeholder"),
        *people("dia", earlier=[{"group": "key-stakeholder", "until": "2025-12"}], **team),
        *people("eli"),
    ]
    whole = coalition(members=members)
    outside = outside_management(whole)
    assert sorted(outside) == ["ben", "dia"]
    assert has_outsiders(whole, decided(**record), outside) is expected
