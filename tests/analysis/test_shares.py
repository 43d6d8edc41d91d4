"""Shares of need: against all orders, all completions and the closed forms."""

from fractions import Fraction

import pytest
from inventories import completions, dice, drawn, inventory, need, owen, worth

from coalitionkit.analysis.needs import Needs
from coalitionkit.analysis.shares import Share, shares
from coalitionkit.analysis.units import units


@pytest.mark.parametrize("seed", range(30))
def test_a_share_is_the_owen_value(seed: int) -> None:
    table = drawn(dice(seed), partners=5, needs=3)
    assert [share.value for share in shares(table)] == owen(table)


@pytest.mark.parametrize("seed", range(40))
def test_shares_add_up_to_what_can_be_met(seed: int) -> None:
    table = drawn(dice(seed), partners=9, needs=5)
    assert sum(share.value for share in shares(table)) == worth(table, range(9))


@pytest.mark.parametrize("seed", range(40))
def test_low_and_high_are_the_least_and_most_over_all_completions(seed: int) -> None:
    table = drawn(dice(seed), partners=5, needs=2)
    outcomes = [[share.value for share in shares(one)] for one in completions(table)]
    for index, share in enumerate(shares(table)):
        seen = [outcome[index] for outcome in outcomes]
        assert (share.low, share.high) == (min(seen), max(seen)), f"p{index}"
        assert share.low <= share.value <= share.high


def test_equal_votes_share_equally() -> None:
    """V(51; 49, 49, 2) is the need for two of three: a third each."""
    table = inventory("abc", "abc", required=2)
    assert [share.value for share in shares(table)] == [Fraction(1, 3)] * 3


def test_airport_game() -> None:
    """Littlechild and Owen (1973): runways of 8, 11, 13 and 18 cost their users 2, 3, 4 and 9.

    Each stretch is a need of its length that all who use it hold; what it costs is shared as it is here.
    """
    bodies = units(list("abcd"), list("abcd"))
    stretches = [(0b1111, 8), (0b1110, 3), (0b1100, 2), (0b1000, 5)]
    rows = tuple(
        need(f"to-{place}", users, bodies, weight=length) for place, (users, length) in enumerate(stretches)
    )
    found = [18 * share.value for share in shares(Needs(bodies, rows))]
    assert found == [2, 3, 4, 9]


def test_departments_split_what_the_county_gets() -> None:
    table = inventory("abc", "abc", parents={"a": "county", "b": "county"})
    assert [share.value for share in shares(table)] == [Fraction(1, 4), Fraction(1, 4), Fraction(1, 2)]


def test_a_need_for_more_than_there_are_counts_in_part() -> None:
    assert [share.value for share in shares(inventory("ab", "a", required=3))] == [Fraction(1, 3), 0]


def test_without_weights_or_needs_shares_are_zero() -> None:
    for table in (inventory("ab", "a", weight=0), inventory("ab")):
        assert shares(table) == (Share(Fraction(0), Fraction(0), Fraction(0)),) * 2
