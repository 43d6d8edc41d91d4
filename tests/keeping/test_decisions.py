"""Decisions that are taken or withdrawn."""

from typing import Any

import pytest

from coalitionkit.errors import AgainstRecordError, ConfigurationError, UnknownRecordError
from coalitionkit.keeping.decisions import decide, withdraw
from coalitionkit.periods import partial_date
from keeping.applying import Kept

ON = partial_date("2026-07-07")
MODEL = {"model": "majority", "basis": "cast", "quorum": "1/2"}
MEMBERS = [
    {"id": key, "name": key.title(), "joined": "2026-01"} for key in ("ana-lopez", "ben-ito", "rosa-diaz")
]
ALL_FOR = {"ana-lopez": "for", "ben-ito": "yes", "rosa-diaz": "against"}


def with_decision(**decision: Any) -> Kept:
    """Return a plan with an open question."""
    open_one = {"id": "walk", "question": "Where?", "status": "open", **decision}
    return Kept(members=MEMBERS, decision_model=MODEL, decisions=[open_one])


def test_the_outcome_follows_from_the_votes() -> None:
    kept = with_decision()
    deed = kept.do(decide(kept.plan, "walk", ON, votes=ALL_FOR, more={"reasons": "It is close."}))
    assert kept.data["decisions"][0] == {
        "id": "walk", "question": "Where?", "status": "decided", "date": "2026-07-07",
        "reasons": "It is close.", "outcome": "carried",
        "votes": {"ana-lopez": "for", "ben-ito": "for", "rosa-diaz": "against"},
    }  # fmt: skip
    assert deed.summary == "The decision 'walk' was carried on 2026-07-07 with 3 votes."
    assert not deed.unsettled


def test_the_option_with_the_votes_is_chosen() -> None:
    kept = with_decision(options={"park": "In the park", "school": "At school"})
    kept.do(
        decide(kept.plan, "walk", ON, votes={"ana-lopez": "park", "ben-ito": "park", "rosa-diaz": "school"})
    )
    assert kept.data["decisions"][0]["chosen"] == "park"
    assert kept.data["decisions"][0]["outcome"] == "carried"


def test_a_new_decision_is_written_in_the_order_of_the_format() -> None:
    kept = Kept(members=MEMBERS, decision_model=MODEL)
    deed = kept.do(
        decide(
            kept.plan, "pay", ON, votes=ALL_FOR, present=("ana-lopez",),
            more={"kind": "budget", "question": "Pay?"},
        )
    )  # fmt: skip
    assert list(kept.data["decisions"][0]) == [
        "id", "question", "date", "status", "kind", "present", "votes", "outcome",
    ]  # fmt: skip
    assert deed.unsettled == ("the reasons of the decision should be written down too",)


def test_votes_join_those_that_are_recorded() -> None:
    kept = with_decision(votes={"ana-lopez": "against"}, present=["ana-lopez"])
    kept.do(
        decide(
            kept.plan, "walk", ON, votes={"ben-ito": "for"}, present=("ana-lopez", "ben-ito"), outcome="tied"
        )
    )
    assert kept.data["decisions"][0]["votes"] == {"ana-lopez": "against", "ben-ito": "for"}
    assert kept.data["decisions"][0]["present"] == ["ana-lopez", "ben-ito"]
    assert kept.data["decisions"][0]["outcome"] == "tied"


@pytest.mark.parametrize(
    ("plan", "votes", "why"),
    [
        ({"decision_model": MODEL}, {}, "does not follow from these votes"),
        ({}, ALL_FOR, "not known which way of deciding"),
    ],
)
def test_what_the_votes_do_not_tell_has_to_be_said(
    plan: dict[str, Any], votes: dict[str, str], why: str
) -> None:
    kept = Kept(members=MEMBERS, decisions=[{"id": "walk"}], **plan)
    with pytest.raises(AgainstRecordError, match=why) as refused:
        decide(kept.plan, "walk", ON, votes=votes)
    assert refused.value.hint == "say it with --outcome"


def test_without_a_quorum_nothing_is_carried_by_itself() -> None:
    kept = with_decision()
    with pytest.raises(AgainstRecordError, match="the quorum was not met"):
        decide(kept.plan, "walk", ON, votes={"ana-lopez": "for"}, present=("ana-lopez",))


@pytest.mark.parametrize(
    ("state", "word"),
    [({"status": "decided"}, "decided"), ({"outcome": "tied", "status": "decided"}, "decided")],
)
def test_what_is_decided_is_not_decided_again(state: dict[str, str], word: str) -> None:
    kept = with_decision(**state)
    with pytest.raises(AgainstRecordError, match=f"{word} already"):
        decide(kept.plan, "walk", ON, outcome="carried")
    with pytest.raises(AgainstRecordError, match=f"{word} already"):
        withdraw(kept.plan, "walk", ON)


def test_only_members_vote_and_only_with_words_for_it() -> None:
    kept = with_decision()
    with pytest.raises(UnknownRecordError, match="no member 'anna-lopez'"):
        decide(kept.plan, "walk", ON, votes={"anna-lopez": "for"})
    with pytest.raises(ConfigurationError, match="neither a vote nor an option"):
        decide(kept.plan, "walk", ON, votes={"ana-lopez": "maybe"})


def test_a_question_is_withdrawn_with_a_reason() -> None:
    kept = with_decision()
    deed = kept.do(withdraw(kept.plan, "walk", ON, reason="Nobody asked for it."))
    assert kept.data["decisions"][0]["status"] == "withdrawn"
    assert kept.data["decisions"][0]["note"] == "Nobody asked for it."
    assert deed.summary == "The decision 'walk' was withdrawn on 2026-07-07."
