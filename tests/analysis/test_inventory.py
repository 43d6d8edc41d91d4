"""Where each entry of the inventory stands, in words of the plan."""

from typing import Any

import pytest
from builders import plan
from hypothesis import given
from hypothesis import strategies as st
from inventories import dice, drawn, fails_without

from coalitionkit.analysis.criticality import parts
from coalitionkit.analysis.inventory import (
    BASIC_FACTS,
    Bare,
    bare_entries,
    convener_id,
    critical_for,
    is_put_off,
    not_revisited_since,
    opponents,
    reached,
    seated,
    unanswered,
    unconsidered_sectors,
    undecided,
    uninvited,
)
from coalitionkit.analysis.needs import needs
from coalitionkit.analysis.scoring import choices
from coalitionkit.analysis.units import places
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.partners import Partner

KEYS = ("library", "law-clinic", "school-district")


def partner(key: str, **fields: Any) -> dict[str, Any]:
    """Return a partner as a plan writes it."""
    return {"id": key, "name": key, **fields}


def member(home: str, **fields: Any) -> dict[str, Any]:
    """Return a member from a partner."""
    return {"id": f"from-{home}", "name": "Ana López", "partner": home, **fields}


def letter(key: str, **fields: Any) -> dict[str, Any]:
    """Return an invitation to a partner."""
    return {"id": f"invite-{key}-{len(fields)}", "partner": key, **fields}


def of_three(**sections: Any) -> Coalition:
    """Return a plan with three partners."""
    return plan(partners=[partner(key) for key in KEYS], **sections)


@pytest.mark.parametrize("status", ["prospective", "invited", "active", "on-leave", "alumni"])
@pytest.mark.parametrize("left", [{}, {"left": "2026-03"}])
def test_a_seat_is_what_scoring_calls_one(status: str, left: dict[str, str]) -> None:
    of = of_three(members=[member("library", status=status, **left)])
    by_scoring = {KEYS[index] for index in places(choices(of).seated)}
    assert seated(of) == by_scoring


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ({}, set()),
        ({"members": [member("library")]}, {"library"}),
        ({"members": [member("library", status="invited")]}, {"library"}),
        ({"members": [member("library", status="prospective")]}, set()),
        ({"invitations": [letter("library")]}, {"library"}),
        ({"invitations": [letter("library", answer="no-answer")]}, {"library"}),
        ({"invitations": [letter("library", answer="declined")]}, set()),
        ({"invitations": [letter("library", answer="declined"), letter("library")]}, {"library"}),
        ({"invitations": [letter("library"), letter("library", answer="declined")]}, set()),
        (
            {"members": [member("library")], "invitations": [letter("library", answer="declined")]},
            {"library"},
        ),
    ],
)
def test_reached_is_who_has_a_seat_or_was_asked_and_did_not_say_no(
    sections: dict[str, Any], expected: set[str]
) -> None:
    assert reached(of_three(**sections)) == expected


def test_the_convener_is_reached_where_it_is_a_partner() -> None:
    about = {"id": "c", "name": "C"}
    of = of_three(coalition={**about, "convener": "library"})
    assert (convener_id(of), set(reached(of))) == ("library", {"library"})
    of = of_three(coalition={**about, "convener": {"name": "City"}})
    assert (convener_id(of), len(reached(of))) == (None, 0)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, False),
        ({"decision": "not-now"}, True),
        ({"decision": "keep-informed"}, True),
        ({"decision": "critical"}, False),
        ({"invitation_list": "out"}, True),
        ({"invitation_list": "in"}, False),
    ],
)
def test_put_off_is_what_somebody_decided(fields: dict[str, str], expected: bool) -> None:  # noqa: FBT001
    assert is_put_off(Partner.read(partner("library", **fields))) is expected


@pytest.mark.parametrize(
    "fields", [{"decision": "key"}, {"invitation_list": "in"}, {"keep_informed_by": "newsletter"}]
)
def test_a_word_at_the_partner_settles_it(fields: dict[str, str]) -> None:
    assert undecided(plan(partners=[partner("library", **fields), partner("college")])) == ("college",)


@pytest.mark.parametrize(
    "sections",
    [
        {"members": [member("library", status="prospective")]},
        {"invitations": [letter("library", answer="declined")]},
        {"coalition": {"id": "c", "name": "C", "convener": "library"}},
    ],
)
def test_a_seat_a_letter_or_convening_settles_a_partner(sections: dict[str, Any]) -> None:
    assert undecided(of_three(**sections)) == ("law-clinic", "school-district")


def test_who_left_is_open_again_and_a_part_settles_its_body() -> None:
    assert undecided(of_three(members=[member("library", left="2026-03")])) == KEYS
    body = plan(
        partners=[partner("county"), partner("health", parent="county"), partner("roads", parent="county")],
        members=[member("health")],
    )
    assert undecided(body) == ("roads",)
    nobody = plan(partners=[partner("county"), partner("health", parent="county")])
    assert undecided(nobody) == ("county", "health")


def test_sectors_are_considered_by_a_partner_or_by_a_word() -> None:
    missing = unconsidered_sectors(
        plan(partners=[partner("p", sector="nonprofit")], inventory={"none_known": ["faith-based"]})
    )
    assert "nonprofit" not in missing
    assert "faith-based" not in missing
    assert missing[0] == "local-government"
    assert len(missing) == 11


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {"sector", "serves", "domains", "assets"}),
        ({"sector": "nonprofit"}, {"serves", "domains", "assets"}),
        ({"serves": ["immigrants"]}, {"sector", "domains", "assets"}),
        ({"represents": ["immigrants"]}, {"sector", "domains", "assets"}),
        ({"represents": {"held": [], "complete": "yes"}}, {"sector", "serves", "domains", "assets"}),
        ({"serves": {"held": [], "complete": "yes"}}, {"sector", "domains", "assets"}),
        ({"domains": {"not_held": ["digital-access"]}}, {"sector", "serves", "assets"}),
        ({"assets": ["staff"]}, {"sector", "serves", "domains"}),
        ({"kind": "individual"}, {"sector"}),
        ({"keep_informed_by": "newsletter"}, {"sector"}),
        ({"decision": "not-now"}, {"sector"}),
    ],
)
def test_an_entry_is_bare_where_nothing_was_said(fields: dict[str, Any], expected: set[str]) -> None:
    bare = bare_entries(plan(partners=[partner("library", **fields)]))
    assert bare == tuple(Bare(fact, False, ("library",)) for fact in BASIC_FACTS if fact in expected)


def test_an_empty_list_is_told_from_a_key_that_is_not_there() -> None:
    empty = {"serves": [], "domains": {"held": []}, "sector": "nonprofit", "assets": ["staff"]}
    of = plan(partners=[partner("library", **empty), partner("clinic", sector="nonprofit", assets=[])])
    assert bare_entries(of) == (
        Bare("serves", False, ("clinic",)),
        Bare("serves", True, ("library",)),
        Bare("domains", False, ("clinic",)),
        Bare("domains", True, ("library",)),
        Bare("assets", True, ("clinic",)),
    )


def test_what_a_letter_will_ask_for_is_not_asked_twice() -> None:
    def asked(*letters: dict[str, Any]) -> bool:
        of = plan(partners=[partner("library")], invitations=[*letters])
        return "assets" in [bare.fact for bare in bare_entries(of)]

    assert not asked(letter("library"))
    assert asked(letter("library", sent="2026-01"))
    assert asked(letter("library", answer="declined"))


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ({}, ["library"]),
        ({"members": [member("library")]}, []),
        ({"invitations": [letter("library")]}, []),
        ({"invitations": [letter("library", answer="declined")]}, ["library"]),
    ],
)
def test_a_critical_partner_is_uninvited_until_somebody_asks(
    sections: dict[str, Any], expected: list[str]
) -> None:
    inventory = {"needs": [{"id": "rooms", "kind": "asset", "of": "staff"}]}
    for fields, known in (({}, expected), ({"decision": "not-now"}, [])):
        partners = [partner("library", assets=["staff"], **fields), partner("law-clinic")]
        of = plan(partners=partners, inventory=inventory, **sections)
        assert uninvited(of, needs(of)) == dict.fromkeys(known, ("rooms",))


def test_opponents_are_those_with_other_aims() -> None:
    levels = [("a", "0"), ("b", "1"), ("c", "2"), ("d", "4")]
    of = plan(partners=[partner(k, answers={"motivation": v}) for k, v in levels] + [partner("e")])
    assert [one.id for one in opponents(of)] == ["a", "b"]


@pytest.mark.parametrize(
    ("fields", "answered"),
    [
        ({"answers": {"aligned": ["activities"]}}, "aligned"),
        ({"answers": {"aligned": {"held": [], "text": "A review of fees."}}}, "aligned"),
        ({"assets": {"held": [], "complete": "yes"}}, "assets"),
        ({"answers": {"partnership": "0"}}, "partnership"),
        ({"answers": {"partnership": {"benefit_to_them": "Readers."}}}, "partnership"),
        ({"answers": {"motivation": "0"}}, "motivation"),
        ({"answers": {"motivation": {"accountable_to": "Its board."}}}, "motivation"),
        ({"people": [{"id": "director"}]}, "roles"),
    ],
)
def test_a_question_is_answered_by_a_level_or_by_words(fields: dict[str, Any], answered: str) -> None:
    everything = unanswered(Partner.read(partner("library")))
    assert everything == ("aligned", "assets", "partnership", "motivation", "roles")
    left = unanswered(Partner.read(partner("library", **fields)))
    assert left == tuple(question for question in everything if question != answered)


@given(st.integers(0, 10**6))
def test_critical_means_the_same_as_in_the_score(seed: int) -> None:
    table = drawn(dice(seed), partners=7, needs=4)
    by_scoring = {key: part.critical_for for key, part in zip(table.units.ids, parts(table), strict=True)}
    found = critical_for(table)
    assert found == {key: needs for key, needs in by_scoring.items() if needs}
    assert list(found) == [key for key in table.units.ids if key in found]
    assert all(set(needs) == fails_without(table, int(key[1:])) for key, needs in found.items())


LOOKED = {"meetings": [{"id": "walk", "kind": "data-walk", "status": "held", "date": "2026-03-10"}]}


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ({}, ""),
        (LOOKED, "2026-03-10"),
        ({"meetings": [{"id": "walk", "kind": "data-walk", "date": "2026-03-10"}]}, ""),
        ({"meetings": [{"id": "walk", "kind": "data-walk", "status": "held"}]}, ""),
        ({"meetings": [{"id": "first", "kind": "regular", "status": "held", "date": "2026-03-10"}]}, ""),
        ({"engagements": [{"id": "group", "date": "2026-02", "findings": "Fees hurt."}]}, "2026-02"),
        ({"engagements": [{"id": "group", "date": "2026-02"}]}, ""),
        ({**LOOKED, "engagements": [{"id": "g", "date": "2026-02", "findings": "Fees."}]}, "2026-02"),
        ({**LOOKED, "inventory": {"reviewed": ["2026-02", "2026-03-09"]}}, "2026-03-10"),
        ({**LOOKED, "inventory": {"reviewed": ["2026-03"]}}, ""),
        ({**LOOKED, "inventory": {"reviewed": ["2026-01", "2026-05"]}}, ""),
        ({**LOOKED, "partners": [partner("library", reviewed="2026-04")]}, ""),
        ({**LOOKED, "partners": [partner("library")]}, "2026-03-10"),
        ({**LOOKED, "partners": [partner("library", reviewed="2026-01")]}, "2026-03-10"),
    ],
)
def test_the_inventory_is_revisited_by_any_review_that_may_be_later(
    sections: dict[str, Any], expected: str
) -> None:
    assert not_revisited_since(plan(**sections)) == expected
