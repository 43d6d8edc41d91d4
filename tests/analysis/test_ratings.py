"""Several raters: what they hold in common, what they dispute, and how it flows into needs and fit."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inventories import plan, settled

from coalitionkit.analysis.fit import PART, fit
from coalitionkit.analysis.needs import Need, needs
from coalitionkit.analysis.ratings import agreements, common, disputes, level
from coalitionkit.analysis.scoring import score
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.holdings import AssetHoldings

ASSETS = ("staff", "data-sharing", "convening-power")
MEMBERS = [{"id": f"m{index}", "name": f"M {index}"} for index in range(3)]


@st.composite
def holdings(draw: st.DrawFn) -> AssetHoldings:
    """Draw what somebody says that a partner brings."""
    states = {word: draw(st.sampled_from("hnu")) for word in ASSETS}
    return AssetHoldings.read(
        {
            "held": [word for word, one in states.items() if one == "h"],
            "not_held": [word for word, one in states.items() if one == "n"],
            "complete": draw(st.sampled_from(["true", "false"])),
        }
    )


@given(st.lists(holdings(), min_size=1, max_size=4))
def test_a_word_is_what_those_say_who_know(answers: list[AssetHoldings]) -> None:
    found = common(answers)
    for word in (*ASSETS, "rental-homes"):
        said = {one.holds(word) for one in answers} - {None}
        assert found.holds(word) is (said.pop() if len(said) == 1 else None), word
        assert (word in found.disputed) == ({one.holds(word) for one in answers} >= {True, False})


@given(st.lists(holdings(), min_size=1, max_size=4))
def test_nobody_is_heard_first(answers: list[AssetHoldings]) -> None:
    assert common(answers) == common(answers[::-1])


@given(holdings())
def test_one_answer_is_itself(answer: AssetHoldings) -> None:
    assert all(common([answer]).holds(word) is answer.holds(word) for word in ASSETS)


def rated(record: dict[str, Any], *ratings: dict[str, Any], **more: Any) -> Coalition:
    """Return a plan with one partner, what is on record of it and what members say."""
    given_by = {f"m{index}": one for index, one in enumerate(ratings)}
    return plan(
        [{"id": "p", **record, "ratings": given_by}, *more.pop("others", ())], members=MEMBERS, **more
    )


def need_of(made: Coalition) -> Need:
    return needs(made).rows[0]


WANTED = {"needs": [{"id": "staff"}]}


@pytest.mark.parametrize(
    ("on_record", "ratings", "known", "possible", "disputed"),
    [
        ({"held": ["staff"]}, [{"held": ["staff"]}], 1, 1, 0),
        ({}, [{"held": ["staff"]}, {}], 1, 1, 0),
        ({"held": ["staff"]}, [{"not_held": ["staff"]}], 0, 1, 1),
        ({"held": ["staff"]}, [settled("data-sharing")], 0, 1, 1),
        ({}, [{"not_held": ["staff"]}, {"held": ["staff"]}], 0, 1, 1),
        ({}, [{"not_held": ["staff"]}, {}], 0, 0, 0),
        ({}, [settled()], 0, 0, 0),
        ({}, [{}, {}], 0, 1, 0),
    ],
)
def test_needs_see_the_common_answer(
    on_record: dict[str, Any], ratings: list[dict[str, Any]], known: int, possible: int, disputed: int
) -> None:
    need = need_of(rated({"assets": on_record}, *({"assets": one} for one in ratings), **WANTED))
    assert (need.known, need.possible, need.disputed) == (known, possible, disputed)


def test_a_predictor_that_somebody_holds_disputes_that_its_pillar_is_lacking() -> None:
    made = rated(
        {"domains": ["housing-stability"]},
        {"domains": {"not_held": ["opportunity-rich-and-inclusive-neighborhoods"]}},
        needs=[{"id": "pillar", "kind": "predictor", "of": "opportunity-rich-and-inclusive-neighborhoods"}],
    )
    assert need_of(made).disputed == 1


@pytest.mark.parametrize(
    ("on_record", "given_by", "low", "point", "high", "apart"),
    [
        ("3", [], 3, 3, 3, False),
        ("3", ["4"], 3, 3, 4, False),
        ("4", ["0"], 0, 0, 4, True),
        ("4", ["2", "3"], 2, 3, 4, True),
        (None, ["1", "2", "2", "4"][:3], 1, 2, 2, False),
    ],
)
def test_levels_take_the_low_median(
    on_record: str | None, given_by: list[str], low: int, point: int, high: int, *, apart: bool
) -> None:
    record = {} if on_record is None else {"answers": {"motivation": on_record}}
    (partner,) = rated(record, *({"motivation": one} for one in given_by)).partners
    found = level(partner, "motivation")
    assert found is not None
    assert (*found, found.is_disputed) == (low, point, high, apart)
    grade = fit(partner).motivation
    assert (grade.low, grade.mid, grade.high) == tuple(PART // 4 * one for one in (low, point, high))
    assert disputes(partner) == (("motivation",) if apart else ())


def test_disputes_reach_the_score_and_settle_nothing() -> None:
    made = rated(
        {"assets": settled("staff"), "answers": {"aligned": ["activities"], "partnership": "4"}},
        {"assets": {"not_held": ["staff"]}, "aligned": {"not_held": ["activities"]}, "partnership": "1"},
        others=[{"id": "q", "assets": settled("staff")}],
        **WANTED,
    )
    one = score(made).by_id["p"]
    assert one.disputed == ("assets.staff", "aligned.activities", "partnership")
    assert one.unasked == ("staff",)
    assert (one.category, one.status) == ("keep-informed", "settled")
    assert score(made).by_id["q"].status == "provisional"


def test_agreement_is_told_of_many_only() -> None:
    def inventory(count: int) -> Coalition:
        rows = [
            {"id": f"p{i}", "ratings": {"m0": {"motivation": str(i % 5)}, "m1": {"motivation": str(i % 5)}}}
            for i in range(count)
        ]
        return plan(rows, members=MEMBERS)

    partnership, motivation = agreements(inventory(20).partners)
    assert motivation.partners == 20
    assert motivation.alpha == 1
    assert (partnership.partners, partnership.alpha) == (0, None)
    assert agreements(inventory(19).partners)[1].alpha is None
