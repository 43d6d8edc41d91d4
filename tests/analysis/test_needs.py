"""What is needed and who holds it, read from a plan."""

from collections.abc import Mapping
from typing import Any

import pytest
from inventories import plan

from coalitionkit.analysis.needs import Need, asks_for, named, needs
from coalitionkit.analysis.units import root_of


def only(partner: Mapping[str, object], kind: str, of: str, **sections: object) -> Need:
    """Return a single need of a plan with one partner `p`."""
    (found,) = needs(plan([{"id": "p", **partner}], [{"id": "n", "kind": kind, "of": of}], **sections))
    return found


HELD, OPEN, LACKING = "held", "open", "lacking"


def answer(need: Need) -> str:
    """Return what the need says of the only partner."""
    assert need.known & ~need.possible == 0
    return HELD if need.known else OPEN if need.possible else LACKING


@pytest.mark.parametrize(
    ("kind", "field", "word"),
    [
        ("population-served", "serves", "immigrants"),
        ("population-voice", "represents", "immigrants"),
        ("predictor", "domains", "digital-access"),
        ("asset", "assets", "data-sharing"),
    ],
)
def test_holdings_are_held_open_or_lacking(kind: str, field: str, word: str) -> None:
    assert answer(only({field: [word]}, kind, word)) == HELD
    assert answer(only({}, kind, word)) == OPEN
    assert answer(only({field: {"not_held": [word]}}, kind, word)) == LACKING
    assert answer(only({field: {"complete": "true"}}, kind, word)) == LACKING


def test_to_work_on_a_predictor_is_to_work_on_its_pillar_and_not_the_reverse() -> None:
    assert (
        answer(
            only(
                {"domains": ["housing-stability"]},
                "predictor",
                "opportunity-rich-and-inclusive-neighborhoods",
            )
        )
        == HELD
    )
    assert answer(only({"domains": ["rewarding-work"]}, "predictor", "financial-security")) == OPEN


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([], OPEN),
        ([{"id": "a", "knows": ["digital-access"]}], HELD),
        ([{"id": "a"}], OPEN),
        ([{"id": "a", "knows": {"not_held": ["digital-access"]}}], LACKING),
        ([{"id": "a", "knows": {"not_held": ["digital-access"]}}, {"id": "b"}], OPEN),
        (
            [
                {"id": "a", "knows": {"not_held": ["digital-access"]}},
                {"id": "b", "knows": {"complete": "true"}},
            ],
            LACKING,
        ),
        ([{"id": "a", "knows": {"complete": "true"}}, {"id": "b", "knows": ["digital-access"]}], HELD),
    ],
)
def test_frontline_knowledge_is_held_when_one_person_has_it(people: list[object], expected: str) -> None:
    assert answer(only({"people": people}, "frontline-knowledge", "digital-access")) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([], OPEN),
        ([{"id": "a", "champion": "yes"}], HELD),
        ([{"id": "a", "champion": "no"}], LACKING),
        ([{"id": "a", "champion": "no"}, {"id": "b"}], OPEN),
        ([{"id": "a", "champion": "unknown"}], OPEN),
    ],
)
def test_a_champion_is_a_person_who_would_be_one(people: list[object], expected: str) -> None:
    assert answer(only({"people": people}, "champion", "nonprofit")) == expected
    assert answer(only({"people": people}, "champion", "philanthropy")) == LACKING


def test_a_champion_of_a_partner_of_unknown_sector_is_open() -> None:
    people = [{"id": "a", "champion": "yes"}]
    assert answer(only({"people": people, "sector": None}, "champion", "nonprofit")) == OPEN


def test_champions_in_government() -> None:
    state = {"sector": "state-government"}
    people = [{"id": "a", "champion": "yes"}]
    assert answer(only({**state, "people": people}, "champion", "government")) == HELD
    assert answer(only(state, "champion", "government")) == OPEN
    assert answer(only({"people": people}, "champion", "government")) == LACKING


@pytest.mark.parametrize(
    ("sector", "inside", "status", "expected"),
    [
        ("local-government", None, "active", HELD),
        ("local-government", "no", "active", OPEN),
        ("local-government", None, "alumni", OPEN),
        ("nonprofit", "yes", "active", HELD),
        ("nonprofit", None, "active", LACKING),
    ],
)
def test_members_who_are_champions(sector: str, inside: str | None, status: str, expected: str) -> None:
    sections = {
        "members": [{"id": "m", "name": "M", "partner": "p", "status": status}],
        "champions": [{"member": "m", "inside_government": inside}],
    }
    assert answer(only({"sector": sector}, "champion", "government", **sections)) == expected


def test_champions_who_are_nowhere_listed_change_nothing() -> None:
    sections = {"champions": [{"member": "m"}], "members": [{"id": "m", "name": "M"}]}
    assert answer(only({}, "champion", "nonprofit", **sections)) == OPEN


def test_each_priority_group_needs_a_voice() -> None:
    found = needs(
        plan(
            [{"id": "p", "represents": ["immigrants"]}],
            [{"id": "voice-young-people", "kind": "population-served", "of": "young-people"}],
            focus={
                "populations": ["immigrants", "young-people", "immigrants", "farm-workers", "single-parents"]
            },
            inventory={
                "needs": [
                    {"id": "voice-young-people", "kind": "population-served", "of": "young-people"},
                    {"id": "parents", "kind": "population-voice", "of": "single-parents"},
                ],
                "without_voice": [{"population": "farm-workers", "reason": "none here"}],
            },
        )
    )
    assert [(one.id, one.of, one.generated) for one in found] == [
        ("voice-young-people", "young-people", False),
        ("parents", "single-parents", False),
        ("voice-immigrants", "immigrants", True),
        ("voice-young-people-2", "young-people", True),
    ]
    assert found.by_id["voice-immigrants"].holders == ("p",)


def test_depth_counts_bodies_and_not_their_parts() -> None:
    partners: list[Mapping[str, Any]] = [
        {"id": "county"},
        {"id": "housing", "parent": "county", "assets": ["data-sharing"]},
        {"id": "health", "parent": "county", "assets": ["data-sharing"]},
        {"id": "trust", "former_ids": ["fund"]},
        {"id": "grants", "parent": "fund"},
    ]
    (found,) = needs(plan(partners, [{"id": "data-sharing", "required": "2"}]))
    assert (found.depth, found.possible_depth, found.spare, found.gap, found.state) == (1, 2, -1, 1, "gap")
    assert found.holders == ("housing", "health")
    assert found.unasked == ("county", "trust", "grants")
    assert found.units.roots == ("county", "county", "county", "trust", "trust")
    assert not found.is_settled


@pytest.mark.parametrize(
    ("holders", "state"), [((), "gap"), (("a",), "single-point"), (("a", "b"), "backed-up")]
)
def test_states_of_a_need(holders: tuple[str, ...], state: str) -> None:
    partners = [{"id": key, "assets": ["data-sharing"] if key in holders else []} for key in "ab"]
    (found,) = needs(plan(partners, [{"id": "data-sharing"}]))
    assert (found.state, found.is_single_point) == (state, state == "single-point")


def test_bodies_in_a_circle_are_one() -> None:
    parents = {"a": "b", "b": "c", "c": "b"}
    assert {root_of(key, parents) for key in "abc"} == {"b"}
    assert root_of("d", parents) == "d"


def test_words_of_the_plan_are_called_by_their_labels() -> None:
    own = {"assets": [{"id": "trucks", "label": "Delivery trucks"}, {"id": "vans"}]}
    found = needs(plan([], [{"id": "trucks"}, {"id": "vans"}], vocabulary=own))
    assert [one.label for one in found] == ["Delivery trucks", "vans"]


@pytest.mark.parametrize(
    ("kind", "of", "asks", "name"),
    [
        ("asset", "data-sharing", "brings data sharing", "data sharing"),
        ("asset", "other:vans", "brings vans", "vans"),
        ("population-served", "immigrants", "works with immigrants", "work with immigrants"),
        ("population-voice", "immigrants", "speaks for immigrants", "a voice for immigrants"),
        ("population-voice", "lgbtq-people", "speaks for LGBTQ+ people", "a voice for LGBTQ+ people"),
        (
            "population-voice",
            "english-language-learners",
            "speaks for English-language learners",
            "a voice for English-language learners",
        ),
        ("predictor", "digital-access", "works on digital access", "work on digital access"),
        (
            "frontline-knowledge",
            "digital-access",
            "knows digital access from the front line",
            "frontline knowledge of digital access",
        ),
        ("champion", "government", "has a champion in government", "a champion in government"),
        ("champion", "philanthropy", "has a champion in philanthropy", "a champion in philanthropy"),
    ],
)
def test_needs_in_words(kind: str, of: str, asks: str, name: str) -> None:
    (need,) = needs(plan([], [{"id": "n", "kind": kind, "of": of}]))
    assert (asks_for(need), named(need)) == (asks, name)


def test_words_of_the_plan_keep_their_capitals() -> None:
    own = {"populations": [{"id": "mixteco-speakers", "label": "Mixteco speakers"}]}
    wanted = [{"id": "n", "kind": "population-voice", "of": "mixteco-speakers"}]
    (need,) = needs(plan([], wanted, vocabulary=own))
    assert named(need) == "a voice for Mixteco speakers"
