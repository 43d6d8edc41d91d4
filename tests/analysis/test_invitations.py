"""What letters would lack, told before they are written: the same as the gaps of the written letter."""

from datetime import date
from typing import Any

import pytest
from builders import plan
from hypothesis import given
from hypothesis import strategies as st
from publish.pressroom import press

from coalitionkit.analysis.invitations import (
    drafts,
    incomplete,
    left_out,
    managers_out_of_reach,
    quotable,
    quotes,
)
from coalitionkit.analysis.mailing import waiting
from coalitionkit.analysis.recipients import is_personal, recipient
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.partners import Partner
from coalitionkit.publish.letters import letter

TODAY = date(2026, 3, 2)
LETTER = {"id": "one", "partner": "library"}
COURT = {"id": "filings", "name": "Eviction cases", "predictor": "housing-stability"}
VALUE = {"date": "2025", "value": "41"}


def of_one(*, partner: dict[str, Any] | None = None, letter: Any = None, **sections: Any) -> Coalition:
    """Return a plan with one letter to one partner."""
    library = {"id": "library", "name": "City Library", **(partner or {})}
    return plan(partners=[library], invitations=[{**LETTER, **(letter or {})}], **sections)


def missing(of: Coalition) -> tuple[str, ...]:
    """Return what the only letter would lack."""
    return next((keys for _, keys in incomplete(of)), ())


@st.composite
def plans(draw: st.DrawFn) -> Coalition:
    """Draw a plan with one letter, in which each thing that a letter may need is there or not."""

    def perhaps(key: str, *values: Any) -> dict[str, Any]:
        value = draw(st.sampled_from([None, *values]))
        return {} if value is None else {key: value}

    partner = {
        **perhaps("kind", "individual"),
        **perhaps("sector", "community-member", "nonprofit"),
        **perhaps("closest", "ana"),
        **perhaps("serves", ["immigrants"]),
        **perhaps("assets", ["staff"]),
        **perhaps("domains", ["housing-stability"], ["opportunity-rich-and-inclusive-neighborhoods"]),
        "people": [{"id": "director", "name": "Rosa Jimenez"}],
    }
    invitation = {
        **perhaps("to", "director"),
        **perhaps("sender", "ana"),
        **perhaps("why_you", "You know."),
        **perhaps("resources", "Pay."),
        **perhaps("power_sharing", "A vote."),
        **perhaps("different", "All."),
        **perhaps("data_point", "filings"),
    }
    metric = {**COURT, **perhaps("source", "Court")}
    quality = perhaps("quality", "1", "2", "3")
    metric |= draw(st.sampled_from([{}, {"values": [VALUE | quality]}, {"baseline": VALUE | quality}]))
    promise = {"id": "promise", "what": "Rooms", **perhaps("promised_to", "library")}
    promise |= perhaps("done", "2026-01") | perhaps("made_in", "one")
    meeting = {"id": "kickoff", **perhaps("kind", "decisionmaking"), **perhaps("date", "2026-05-02")}
    meeting |= perhaps("status", "cancelled")
    sections = {
        **perhaps("decision_model", "consensus"),
        **perhaps("focus", {"predictors": ["housing-stability"]}, {"predictors": ["digital-access"]}),
        **perhaps("meetings", [meeting]),
        **perhaps("commitments", [promise]),
        "metrics": [metric],
        "members": [{"id": "ana", "name": "Ana", **perhaps("work_email", "ana@example.org")}],
        **perhaps("roles", [{"id": "project-manager", "held_by": ["ana"]}]),
    }
    return of_one(partner=partner, letter=invitation, **sections)


@given(plans())
def test_what_is_missing_is_what_the_written_letter_leaves_gaps_for(of: Coalition) -> None:
    gaps = {gap.part for gap in letter(of, recipient(of, "library"), press=press(), as_of=TODAY).gaps}
    told = {"resources" if part == "support" else part for part in gaps}
    assert set(missing(of)) == told - {"manager", "reach", "source", "value", "wider"}
    unfit = [metric for _, metric in quotes(of) if metric.source is None or not quotable(metric)]
    assert bool(unfit) == bool(told & {"source", "value"})
    assert bool(managers_out_of_reach(of)) == ("reach" in told and "manager" not in told)


PROMISE = {"id": "promise", "what": "Rooms", "promised_to": "library"}


@pytest.mark.parametrize(
    ("promise", "lacking"),
    [
        ({}, False),
        ({"done": "2026-01"}, True),
        ({"done": "2026-01", "made_in": "one"}, False),
        ({"done": "2026-01", "made_in": "two"}, True),
        ({"promised_to": "council"}, True),
    ],
)
def test_a_promise_stands_in_for_resources(promise: dict[str, str], lacking: bool) -> None:  # noqa: FBT001
    assert ("resources" in missing(of_one(commitments=[PROMISE | promise]))) is lacking


@pytest.mark.parametrize(
    ("meeting", "lacking"),
    [
        ({}, False),
        ({"kind": "regular"}, True),
        ({"status": "cancelled"}, True),
        ({"status": "held"}, True),
        ({"date": None}, True),
    ],
)
def test_a_planned_meeting_on_deciding_stands_in_for_a_say(
    meeting: dict[str, Any],
    lacking: bool,  # noqa: FBT001
) -> None:
    kickoff = {"id": "kickoff", "kind": "decisionmaking", "date": "2026-05-02", **meeting}
    of = of_one(meetings=[{key: value for key, value in kickoff.items() if value}])
    assert ("power_sharing" in missing(of)) is lacking


@pytest.mark.parametrize("field", ["domains", "serves", "assets"])
def test_any_recorded_work_stands_in_for_a_reason(field: str) -> None:
    word = {"domains": "digital-access", "serves": "immigrants", "assets": "staff"}[field]
    assert "why_you" not in missing(of_one(partner={field: [word]}))
    assert "why_you" in missing(of_one(partner={field: [word], "kind": "individual"}))
    assert "why_you" in missing(of_one())


@given(plans())
def test_who_gets_which_letter_and_which_wait_is_as_when_they_are_written(of: Coalition) -> None:
    (partner,) = of.partners
    assert is_personal(partner) == (recipient(of, partner.id).kind == "community")
    assert [invitation for invitation, _ in drafts(of)] == [one.invitation for one in waiting(of)]


def test_letters_that_were_sent_or_answered_are_history() -> None:
    for past in ({"sent": "2026-01"}, {"answer": "accepted"}):
        of = of_one(letter={**past, "data_point": "filings"}, metrics=[COURT])
        assert drafts(of) == ()
        assert quotes(of) == ()


def test_a_letter_to_nobody_in_the_inventory_is_passed_over() -> None:
    assert drafts(plan(invitations=[LETTER])) == ()


@pytest.mark.parametrize(
    ("metric", "count"),
    [
        ({}, 0),
        ({"baseline": VALUE}, 1),
        ({"baseline": VALUE, "values": [VALUE | {"quality": "3"}, VALUE | {"quality": "2"}]}, 2),
        ({"values": [VALUE | {"quality": "3"}]}, 0),
    ],
)
def test_values_of_quality_3_are_never_quoted(metric: dict[str, Any], count: int) -> None:
    assert len(quotable(plan(metrics=[COURT | metric]).metrics[0])) == count


def managers(*holders: Any, **fields: str) -> list[str]:
    """Return who is out of reach when the role is held by some members."""
    members = [{"id": "ana", "name": "Ana"}, {"id": "ben", "name": "Ben", **fields}]
    of = plan(members=members, roles=[{"id": "project-manager", "held_by": list(holders)}])
    return [manager.id for manager in managers_out_of_reach(of)]


def test_the_manager_of_today_must_be_reachable_at_work() -> None:
    assert managers("ben") == ["ben"]
    assert managers("ben", work_email="ben@example.org") == []
    assert managers("ben", work_phone="555-0110") == []
    assert managers({"member": "ana", "until": "2026-01"}, "ben") == ["ben"]
    assert managers("ana", "ben", work_phone="555-0110") == []
    assert managers({"member": "ben", "until": "2026-01"}) == []
    assert managers() == []
    assert managers_out_of_reach(plan()) == ()


ORGANIZATION: dict[str, Any] = {"id": "library", "name": "City Library"}
RESIDENT: dict[str, Any] = {
    "id": "rosa",
    "name": "Rosa Jimenez",
    "kind": "individual",
    "sector": "community-member",
}
COUNCIL: dict[str, Any] = {
    "id": "council",
    "name": "City Council",
    "people": [{"id": "elena", "name": "Elena", "champion": "yes"}, {"id": "omar", "name": "Omar"}],
}
EVERYONE = [ORGANIZATION, RESIDENT, COUNCIL]


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ({}, {"partner organization", "community member", "champion"}),
        ({"invitations": [LETTER]}, {"community member", "champion"}),
        (
            {"invitations": [{"id": "i", "partner": "rosa"}]},
            {"partner organization", "champion"},
        ),
        ({"invitations": [{"id": "i", "partner": "council", "to": "elena"}]}, {"community member"}),
        (
            {"invitations": [{"id": "i", "partner": "council", "to": "omar"}]},
            {"community member", "champion"},
        ),
        (
            {"members": [{"id": "rosa-j", "name": "Rosa", "seated_as": "individual"}]},
            {"partner organization", "champion"},
        ),
        (
            {"members": [{"id": "ana", "name": "Ana"}], "champions": [{"member": "ana"}]},
            {"partner organization", "community member"},
        ),
        (
            {"coalition": {"id": "c", "name": "C", "convener": "library"}},
            {"partner organization", "community member", "champion"},
        ),
    ],
)
def test_a_kind_is_left_out_until_one_of_it_is_asked(sections: dict[str, Any], expected: set[str]) -> None:
    assert {one.kind for one in left_out(plan(partners=EVERYONE, **sections))} == expected


def test_who_could_be_asked_is_named_and_who_was_put_off_is_not() -> None:
    found = {one.kind: one.candidates for one in left_out(plan(partners=EVERYONE))}
    assert found == {
        "partner organization": ("library", "council"),
        "community member": ("rosa",),
        "champion": ("elena",),
    }
    off = [{**one, "decision": "not-now"} for one in EVERYONE]
    assert [one.kind for one in left_out(plan(partners=off))] == []


def test_the_convener_is_nobody_to_ask() -> None:
    of = plan(partners=[ORGANIZATION], coalition={"id": "c", "name": "C", "convener": "library"})
    assert left_out(of) == ()


def test_a_champion_may_come_from_the_convener() -> None:
    of = plan(partners=[COUNCIL], coalition={"id": "c", "name": "C", "convener": "council"})
    assert left_out(of) == (("champion", ("elena",)),)


def test_a_resident_is_a_person_and_so_is_any_individual() -> None:
    assert is_personal(Partner.read({"id": "a", "name": "A", "sector": "community-member"}))
    assert is_personal(Partner.read({"id": "a", "name": "A", "kind": "individual", "sector": "nonprofit"}))
    assert not is_personal(Partner.read({"id": "a", "name": "A", "sector": "nonprofit"}))
