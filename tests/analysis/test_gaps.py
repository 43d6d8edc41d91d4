"""Where the inventory has gaps: how needs stand, sector by sector and group by group."""

from typing import Any

import pytest
from inventories import completions, depth, dice, drawn, inventory, plan, settled

from coalitionkit.analysis.gaps import by_urgency, gaps
from coalitionkit.analysis.scoring import Rate, score


@pytest.mark.parametrize("seed", range(80))
def test_how_a_need_stands_is_what_its_completions_and_losses_show(seed: int) -> None:
    table = drawn(dice(seed), partners=5, needs=2)
    made = list(completions(table))
    for place, need in enumerate(table.rows):
        met = depth(table, need.known) >= need.required
        ever = any(depth(table, one.rows[place].known) >= need.required for one in made)
        survives = all(
            depth(table, need.known & ~table.units.mates(index)) >= need.required for index in range(5)
        )
        expected = "covered" if survives else "single-point" if met else "open" if ever else "gap"
        assert need.standing == expected


def test_the_worst_needs_come_first_and_must_haves_before_others() -> None:
    table = inventory("abc", "ab", "a", "", "?a")
    assert [need.id for need in by_urgency(table)] == ["n2", "n3", "n1", "n0"]


def test_sectors_show_where_nobody_looked() -> None:
    rows: list[dict[str, Any]] = [{"id": "a", "assets": ["staff"]}, {"id": "b", "sector": None}]
    inventory = {"needs": [{"id": "staff", "kind": "asset", "of": "staff"}], "none_known": ["faith-based"]}
    made = plan(rows, inventory=inventory, members=[{"id": "m", "name": "M", "partner": "a"}])
    found = {row.sector: row for row in gaps(made, score(made)).sectors}
    assert (found["nonprofit"].partners, found["nonprofit"].seated, found["nonprofit"].rate) == (
        1,
        1,
        Rate(1, 1),
    )
    assert (found["faith-based"].looked, found["philanthropy"].looked) == (True, False)
    assert (found[None].partners, found[None].rate) == (1, Rate(0, 1))
    assert sum(row.partners for row in found.values()) == 2


def test_groups_of_residents_show_who_serves_and_who_speaks() -> None:
    rows: list[dict[str, Any]] = [
        {"id": "a", "serves": settled("immigrants"), "represents": settled()},
        {"id": "b", "serves": settled("immigrants"), "represents": settled("immigrants"), "parent": "a"},
        {"id": "c"},
    ]
    made = plan(
        rows,
        focus={"populations": ["immigrants", "young-people", "farm-workers"]},
        inventory={"without_voice": [{"population": "young-people", "reason": "Asked in June"}]},
    )
    immigrants, young, farm = gaps(made, score(made)).populations
    assert (immigrants.serving, immigrants.speaking, immigrants.unasked) == (1, 1, 1)
    assert immigrants.need is not None
    assert immigrants.need.standing == "single-point"
    assert (young.need, young.reason) == (None, "Asked in June")
    assert farm.need is not None
    assert farm.need.standing == "open"
    assert all(row.is_priority for row in (immigrants, young, farm))
