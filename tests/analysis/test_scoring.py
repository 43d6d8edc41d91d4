"""The scored inventory: categories, their promised properties, order and rates."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inventories import plan, settled

from coalitionkit.analysis.categories import COMPUTED
from coalitionkit.analysis.scoring import Rate, Scoring, choices, score

ASSETS = ("data-sharing", "staff", "convening-power")
EVERYTHING = ("serves", "represents", "domains", "assets")


def categories(found: Scoring) -> dict[str, str]:
    """Return the category of each partner by id."""
    return {one.id: one.category for one in found.scores}


@st.composite
def partners(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw up to six partners with assets known or not, some of them departments."""
    rows = []
    for index in range(draw(st.integers(1, 6))):
        states = draw(st.tuples(*(st.sampled_from("hhnnu") for _ in ASSETS)))
        row: dict[str, Any] = {
            "id": f"p{index}",
            "assets": {
                "held": [word for word, one in zip(ASSETS, states, strict=True) if one == "h"],
                "not_held": [word for word, one in zip(ASSETS, states, strict=True) if one == "n"],
            },
            "answers": {"motivation": str(draw(st.integers(0, 4)))},
        }
        if index and draw(st.integers(0, 3)) == 0:
            row["parent"] = "p0"
        rows.append(row)
    return rows


@st.composite
def wants(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw the needs for the three assets."""
    return [
        {
            "id": word,
            "required": str(draw(st.integers(1, 2))),
            "must": draw(st.sampled_from(["true", "true", "false"])),
        }
        for word in ASSETS
    ]


def seats(rows: list[dict[str, Any]], taken: list[int]) -> dict[str, Any]:
    """Return members from the partners at some places."""
    homes = sorted({f"p{index % len(rows)}" for index in taken})
    return {"members": [{"id": f"m-{home}", "name": home, "partner": home} for home in homes]}


TAKEN = st.lists(st.integers(0, 5), max_size=2)
PLAIN = settings(max_examples=400, deadline=None)


@PLAIN
@given(partners(), wants(), TAKEN)
def test_critical_partners_are_on_the_list(
    rows: list[dict[str, Any]], needs: list[dict[str, Any]], taken: list[int]
) -> None:
    """Unless a need is a gap in which another part of their own body stands for them."""
    found = score(plan(rows, needs, **seats(rows, taken)))
    assert found.selection.is_proven
    for one in found.scores:
        if one.category == "critical" and not one.on_list:
            index = found.needs.units.ids.index(one.id)
            for key in one.critical_for:
                need = found.needs.by_id[key]
                mates = found.needs.units.mates(index) & ~(1 << index) & need.known
                assert need.gap, key
                assert mates & found.selection.chosen, key


@PLAIN
@given(partners(), wants(), TAKEN, st.integers(0, 5), st.sampled_from(ASSETS))
def test_gaining_a_holding_never_lowers_the_category(
    rows: list[dict[str, Any]], needs: list[dict[str, Any]], taken: list[int], who: int, asset: str
) -> None:
    one = rows[who % len(rows)]
    before = categories(score(plan(rows, needs, **seats(rows, taken))))[one["id"]]
    one["assets"] = {
        "held": sorted({*one["assets"]["held"], asset}),
        "not_held": [word for word in one["assets"]["not_held"] if word != asset],
    }
    after = categories(score(plan(rows, needs, **seats(rows, taken))))[one["id"]]
    assert COMPUTED.index(after) <= COMPUTED.index(before)


@PLAIN
@given(partners(), wants(), TAKEN)
def test_a_newcomer_who_holds_nothing_changes_nothing(
    rows: list[dict[str, Any]], needs: list[dict[str, Any]], taken: list[int]
) -> None:
    sections = seats(rows, taken)
    before = score(plan(rows, needs, **sections))
    newcomer = {
        "id": "a-newcomer",
        **{field: settled() for field in EVERYTHING},
        "answers": {"motivation": "4"},
    }
    after = score(plan([*rows, newcomer], needs, **sections))
    assert [one for one in after.scores if one.id != "a-newcomer"] == list(before.scores)
    assert after.by_id["a-newcomer"].category == "keep-informed"


@PLAIN
@given(partners(), wants(), TAKEN, st.integers(0, 5))
def test_higher_fit_never_lowers_the_category(
    rows: list[dict[str, Any]], needs: list[dict[str, Any]], taken: list[int], who: int
) -> None:
    one = rows[who % len(rows)]
    before = categories(score(plan(rows, needs, **seats(rows, taken))))[one["id"]]
    one["answers"] = {"motivation": "4", "partnership": "4"}
    after = categories(score(plan(rows, needs, **seats(rows, taken))))[one["id"]]
    assert COMPUTED.index(after) <= COMPUTED.index(before)


@PLAIN
@given(partners(), wants(), TAKEN)
def test_barriers_and_relationship_change_nothing(
    rows: list[dict[str, Any]], needs: list[dict[str, Any]], taken: list[int]
) -> None:
    before = score(plan(rows, needs, **seats(rows, taken)))
    for one in rows:
        one["answers"] |= {"barriers": "No time before June"}
        one |= {"worked_with": "no", "stance": "opposed"}
    assert score(plan(rows, needs, **seats(rows, taken))).scores == before.scores


def test_the_same_plan_gives_the_same_scoring() -> None:
    rows = [{"id": key, "assets": ["staff"]} for key in "ba"]
    assert score(plan(rows, [{"id": "staff"}])) == score(plan(rows, [{"id": "staff"}]))


def test_categories() -> None:
    rows = [
        {"id": "sole", "assets": settled("data-sharing")},
        {"id": "first", "assets": settled("staff")},
        {"id": "second", "assets": settled("staff")},
        {"id": "seated", "assets": settled()},
    ]
    found = score(
        plan(
            rows,
            [{"id": "data-sharing"}, {"id": "staff"}],
            members=[{"id": "m", "name": "M", "partner": "seated"}],
        )
    )
    assert categories(found) == {
        "sole": "critical",
        "first": "key",
        "second": "keep-informed",
        "seated": "member",
    }
    assert found.by_id["first"].swaps == ("second",)
    assert found.by_id["second"].alternate_for == ("first",)
    assert found.by_id["sole"].replacement is not None
    assert found.by_id["sole"].replacement.cost is None


def test_a_seat_that_the_list_counts_on_is_key() -> None:
    rows = [{"id": key, "assets": settled("staff")} for key in ("member", "other")]
    found = score(plan(rows, [{"id": "staff"}], members=[{"id": "m", "name": "M", "partner": "member"}]))
    assert categories(found) == {"member": "key", "other": "keep-informed"}


@pytest.mark.parametrize(
    ("member", "seated"),
    [
        ({"status": "active"}, True),
        ({"status": "on-leave"}, True),
        ({"status": "invited"}, False),
        ({"status": "active", "left": "2026-01"}, False),
    ],
)
def test_who_has_a_seat(member: Mapping[str, str], seated: bool) -> None:  # noqa: FBT001 - a parameter
    found = choices(plan([{"id": "p"}], members=[{"id": "m", "name": "M", "partner": "p", **member}]))
    assert bool(found.seated) == seated


@pytest.mark.parametrize(
    ("partner", "listed"),
    [
        ({"invitation_list": "out"}, False),
        ({"decision": "not-now"}, False),
        ({"decision": "not-now", "invitation_list": "in"}, True),
        ({"decision": "keep-informed"}, True),
    ],
)
def test_what_a_person_decided_stands_beside_the_category(partner: Mapping[str, str], listed: bool) -> None:  # noqa: FBT001 - a parameter
    found = score(plan([{"id": "p", "assets": settled("staff"), **partner}], [{"id": "staff"}]))
    (one,) = found.scores
    assert (one.category, one.on_list) == ("critical", listed)
    assert (one.decision.category if one.decision else None) == partner.get("decision")


def test_functions_are_those_of_the_needs_that_fail() -> None:
    needs = [
        {"id": "staff", "purposes": ["implement"]},
        {"id": "data-sharing", "purposes": ["gaps", "plan"]},
        {"id": "convening-power", "purposes": ["plan"]},
    ]
    (one,) = score(plan([{"id": "p", "assets": settled("staff", "data-sharing")}], needs)).scores
    assert one.functions == ("plan", "gaps", "implement")


def test_scores_are_ordered_within_their_sector() -> None:
    rows: list[Mapping[str, Any]] = [
        {"id": "none", "sector": None},
        {"id": "own-a", "sector": "nonprofit", "assets": settled("staff")},
        {"id": "own-b", "sector": "nonprofit", "assets": settled("staff", "data-sharing")},
        {"id": "own-c", "sector": "nonprofit", "assets": settled(), "answers": {"motivation": "0"}},
        {"id": "own-d", "sector": "nonprofit", "assets": settled(), "answers": {"motivation": "4"}},
        {"id": "gov", "sector": "local-government"},
    ]
    found = score(plan(rows, [{"id": "staff"}, {"id": "data-sharing"}]))
    assert [(sector, [one.id for one in group]) for sector, group in found.sectors()] == [
        ("local-government", ["gov"]),
        ("nonprofit", ["own-b", "own-a", "own-d", "own-c"]),
        (None, ["none"]),
    ]


def test_rates_of_listing_by_sector_and_for_small_groups() -> None:
    rows: list[Mapping[str, Any]] = [
        {"id": "a", "assets": ["staff"], "small": "true"},
        {"id": "b", "small": "true"},
        {"id": "c", "sector": "philanthropy"},
    ]
    found = score(plan(rows, [{"id": "staff"}]))
    assert found.rates == {"nonprofit": Rate(1, 2), "philanthropy": Rate(0, 1)}
    assert (found.small_rate, found.list_rate) == (Rate(1, 2), Rate(1, 3))
    assert Rate(0, 0).value is None


def test_small_groups_are_listed_for_their_voice() -> None:
    """The equity safeguard: one large holder of everything else does not push them off the list."""
    rows: list[dict[str, Any]] = [{"id": "giant", "assets": list(ASSETS), "represents": settled()}]
    rows += [
        {"id": f"small-{word}", "represents": settled(word), "small": "true"}
        for word in ("immigrants", "farm-workers")
    ]
    found = score(
        plan(rows, [{"id": word} for word in ASSETS], focus={"populations": ["immigrants", "farm-workers"]})
    )
    assert found.small_rate == Rate(2, 2)


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ({"at_most": "1/2"}, False),
        ({"at_most": "1"}, True),
        ({"at_least": "1"}, True),
    ],
)
def test_a_list_that_no_rule_about_shares_allows_says_so(rule: Mapping[str, str], kept: bool) -> None:  # noqa: FBT001 - a parameter
    rows = [{"id": "p", "assets": ["staff"]}]
    inventory = {
        "needs": [{"id": "staff", "kind": "asset", "of": "staff"}],
        "list_rules": {"shares": [{"sectors": ["nonprofit"], **rule}]},
    }
    found = score(plan(rows, inventory=inventory))
    assert found.selection.meets_every_need is kept
    assert found.selection.keeps_shares
    seated = score(plan(rows, inventory=inventory, members=[{"id": "m", "name": "M", "partner": "p"}]))
    assert (seated.selection.keeps_shares, seated.selection.meets_every_need) == (kept, True)


def test_an_empty_inventory_has_an_empty_scoring() -> None:
    found = score(plan([], [{"id": "staff"}]))
    assert (found.scores, found.selection.size, found.selection.missing) == ((), 0, {"staff": 1})
