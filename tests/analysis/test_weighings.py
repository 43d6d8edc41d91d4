"""Shares of weightings: against known numbers, another closed form and a grid of weightings."""

from fractions import Fraction
from itertools import permutations, product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.weighings import average_rank, centroid, ranked, share_of_weightings

DIFFERENCES = st.lists(st.integers(-6, 6), min_size=1, max_size=5)
ANSWERS = st.tuples(*(st.integers(0, 4) for _ in range(3)))
GRID = 60


@pytest.mark.parametrize(
    ("differences", "share"),
    [
        ((3, -1), Fraction(3, 4)),
        ((2, -1, -1), Fraction(4, 9)),
        ((1, 2, -3), Fraction(11, 20)),
        ((0, 0, 0), Fraction(1, 2)),
        ((0, 1), 1),
        ((0, -1), 0),
        ((), Fraction(1, 2)),
    ],
)
def test_known_shares(differences: tuple[int, ...], share: Fraction) -> None:
    assert share_of_weightings(differences) == share


def test_known_share_of_ranked_questions() -> None:
    assert share_of_weightings(ranked([-1, 2])) == Fraction(1, 3)


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=5, unique=True))
def test_it_is_the_sum_over_poles(differences: list[int]) -> None:
    """Where all differ, the share is the sum of d_j^(n-1) / prod(d_j - d_k) over the positive d_j."""
    power = len(differences) - 1
    expected = sum(
        (
            Fraction(one**power, prod(one - other for other in differences if other != one))
            for one in differences
            if one > 0
        ),
        Fraction(0),
    )
    if differences == [0]:
        expected = Fraction(1, 2)
    assert share_of_weightings(differences) == expected


@given(DIFFERENCES)
def test_the_order_of_questions_and_the_scale_do_not_matter(differences: list[int]) -> None:
    share = share_of_weightings(differences)
    assert all(share_of_weightings(one) == share for one in list(permutations(differences))[:24])
    assert share_of_weightings([7 * one for one in differences]) == share


@given(DIFFERENCES)
def test_what_one_does_not_win_the_other_does(differences: list[int]) -> None:
    assert share_of_weightings(differences) + share_of_weightings([-one for one in differences]) == 1


@given(DIFFERENCES, st.integers(0, 4))
def test_a_better_answer_never_lowers_the_share(differences: list[int], place: int) -> None:
    better = list(differences)
    better[place % len(better)] += 1
    assert share_of_weightings(better) >= share_of_weightings(differences)


@given(st.tuples(*(st.integers(-5, 5) for _ in range(3))))
def test_ranked_questions_agree_with_a_grid(differences: tuple[int, int, int]) -> None:
    won = total = Fraction(0)
    for first, second in product(range(GRID + 1), repeat=2):
        third = GRID - first - second
        if first >= second >= third >= 0:
            total += 1
            sum_ = sum(w * d for w, d in zip((first, second, third), differences, strict=True))
            won += 1 if sum_ > 0 else Fraction(1, 2) if sum_ == 0 else 0
    assert abs(share_of_weightings(ranked(differences)) - won / total) < Fraction(1, 10)


def test_rank_order_centroid() -> None:
    assert centroid(5) == [
        Fraction(137, 300),
        Fraction(77, 300),
        Fraction(47, 300),
        Fraction(9, 100),
        Fraction(1, 25),
    ]


@given(st.integers(1, 9))
def test_centroid_weights_fall_and_add_up(count: int) -> None:
    weights = centroid(count)
    assert sum(weights) == 1
    assert weights == sorted(weights, reverse=True)


@given(st.lists(ANSWERS, min_size=1, max_size=6))
def test_average_ranks_add_up_to_those_of_an_order(answers: list[tuple[int, int, int]]) -> None:
    count = len(answers)
    ranks = [average_rank(one, answers[:place] + answers[place + 1 :]) for place, one in enumerate(answers)]
    assert sum(ranks) == Fraction(count * (count + 1), 2)
    assert all(1 <= rank <= count for rank in ranks)
