"""Who is critical, how nearly, and what open answers could change: against trying everything."""

from fractions import Fraction

import pytest
from inventories import completions, dice, drawn, fails_without, inventory, need, subsets

from coalitionkit.analysis.criticality import critical_units, parts
from coalitionkit.analysis.needs import Needs
from coalitionkit.analysis.units import places, set_of


def spare_by_trying(table: Needs, index: int) -> int | None:
    """Drop ever more of the other holders of a need until the partner is critical for it."""
    fewest = [
        dropped.bit_count()
        for one in table.musts
        if one.known >> index & 1
        for dropped in subsets(one.known & ~(1 << index))
        if fails_without(
            Needs(table.units, (need(one.id, one.known & ~dropped, table.units, required=one.required),)),
            index,
        )
    ]
    return min(fewest) if fewest else None


@pytest.mark.parametrize("seed", range(60))
def test_spare_is_what_trying_all_dropouts_finds(seed: int) -> None:
    table = drawn(dice(seed), partners=6, needs=3)
    found = [part.spare for part in parts(table)]
    assert found == [spare_by_trying(table, index) for index in range(6)]


@pytest.mark.parametrize("seed", range(60))
def test_critical_certain_and_possible_hold_over_all_completions(seed: int) -> None:
    table = drawn(dice(seed), partners=5, needs=2)
    outcomes = [[bool(fails_without(one, index)) for index in range(5)] for one in completions(table)]
    for index, part in enumerate(parts(table)):
        seen = {outcome[index] for outcome in outcomes}
        assert set(part.critical_for) == fails_without(table, index)
        assert part.is_certain == (seen == {True}), f"p{index} is certain"
        assert bool(part.possible_for) == (True in seen), f"p{index} is possible"
        assert part.is_settled == (len(seen) == 1), f"p{index} is settled"


@pytest.mark.parametrize("seed", range(40))
def test_a_body_is_critical_when_a_need_fails_without_all_of_it(seed: int) -> None:
    table = drawn(dice(seed), partners=6, needs=3)
    expected = {}
    for root, unit in sorted(table.units.shared.items()):
        failing = tuple(
            one.id
            for one in table.musts
            if one.known & unit and table.units.distinct(one.known & ~unit) < one.required
        )
        if failing:
            expected[root] = failing
    assert {unit.root: unit.critical_for for unit in critical_units(table)} == expected


def test_a_sole_county_is_critical_and_neither_of_its_departments() -> None:
    table = inventory("abc", "ab", parents={"a": "county", "b": "county"})
    assert [part.is_critical for part in parts(table)] == [False, False, False]
    (county,) = critical_units(table)
    assert (county.root, county.partners, county.critical_for, county.is_certain) == (
        "county",
        ("a", "b"),
        ("n0",),
        True,
    )


def test_departments_of_one_county_are_no_backup_of_one_another() -> None:
    table = inventory("abc", "abc", parents={"a": "county", "b": "county"}, required=2)
    assert [part.is_critical for part in parts(table)] == [False, False, True]


def test_the_only_known_holder_is_critical_for_now_while_others_are_open() -> None:
    table = inventory("abc", "a?bc")
    one, other, _ = parts(table)
    assert (one.is_critical, one.is_certain, one.is_settled) == (True, False, False)
    assert (other.is_critical, other.is_settled) == (False, True)


def test_an_open_answer_to_a_gap_may_make_critical() -> None:
    (part, _) = parts(inventory("ab", "?ab"))
    assert (part.is_critical, part.possible_for, part.is_settled) == (False, ("n0",), False)


def test_what_is_only_good_to_have_makes_nobody_critical() -> None:
    (part,) = parts(inventory("a", "a", must=False))
    assert (part.is_critical, part.spare) == (False, None)


def test_votes_of_51_49_49_2_leave_each_of_the_small_ones_critical_as_often() -> None:
    """In V(51; 49, 49, 2) each voter swings two coalitions; none is critical in the whole."""
    weights = (49, 49, 2)
    swings = [
        sum(
            1
            for others in subsets(0b111 & ~(1 << voter))
            if sum(weights[i] for i in places(others))
            < 51
            <= sum(weights[i] for i in places(others)) + weights[voter]
        )
        for voter in range(3)
    ]
    # The same game as a need for two of three independent holders: any two of them win.
    table = inventory("abc", "abc", required=2)
    need_swings = [
        sum(
            1
            for others in subsets(0b111 & ~(1 << voter))
            if table.units.distinct(others) < 2 <= table.units.distinct(others | 1 << voter)
        )
        for voter in range(3)
    ]
    assert swings == need_swings == [2, 2, 2]
    assert [part.spare for part in parts(table)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("votes", "majority", "responsibility"), [(11, 6, Fraction(1, 6)), (6, 6, Fraction(1))]
)
def test_responsibility_for_a_vote(votes: int, majority: int, responsibility: Fraction) -> None:
    """Chockler and Halpern (2004): 11-0 makes each voter responsible for a sixth, 6-5 for all of it."""
    table = inventory("abcdefghijk", "abcdefghijk"[:votes], required=majority)
    found = [part.spare for part in parts(table)][:votes]
    assert [Fraction(1, 1 + spare) for spare in found if spare is not None] == [responsibility] * votes


def test_essential_primes_are_critical() -> None:
    table = quine_mccluskey()
    essential = {one for one, part in zip(table.units.ids, parts(table), strict=True) if part.is_critical}
    assert essential == {"A", "D"}


def quine_mccluskey() -> Needs:
    """Return the Quine-McCluskey chart of m(4, 8, 10, 11, 12, 15) + d(9, 14).

    The prime implicants are A = {4, 12}, B = {8, 9, 10, 11}, C = {8, 10, 12, 14} and D = {10, 11, 14, 15}.
    """
    return inventory("ABCD", "A", "BC", "BCD", "BD", "AC", "D")


def test_sets_are_read_by_place() -> None:
    assert set_of([0, 2]) == 0b101
    assert places(0b101) == [0, 2]
