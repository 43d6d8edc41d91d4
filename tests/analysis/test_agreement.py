"""Krippendorff's alpha: against his own example and against what must hold of any measure of agreement."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.agreement import LEAST_RATED_TWICE, Agreement, agreement, alpha

KRIPPENDORFF = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
"""Four observers and twelve units, from Computing Krippendorff's Alpha-Reliability (2011)."""

RATINGS = st.lists(st.lists(st.integers(0, 4), max_size=4), max_size=8)


@pytest.mark.parametrize(
    ("metric", "expected"),
    [("nominal", ".743"), ("ordinal", ".815"), ("interval", ".849"), ("ratio", ".797")],
)
def test_the_example_of_its_author(metric: str, expected: str) -> None:
    units = [[one for one in unit if one is not None] for unit in zip(*KRIPPENDORFF, strict=True)]
    found = alpha(units, metric)
    assert found is not None
    assert f"{float(found):.3f}"[1:] == expected


def by_pairs(ratings: Sequence[Sequence[int]]) -> Fraction | None:
    """Return interval alpha by going through every pair of ratings."""
    units = [one for one in ratings if len(one) > 1]
    every = [value for unit in units for value in unit]
    seen = sum(
        (
            Fraction((one - other) ** 2, len(unit) - 1)
            for unit in units
            for one, other in permutations(unit, 2)
        ),
        Fraction(0),
    )
    expected = sum((one - other) ** 2 for one, other in permutations(every, 2))
    return 1 - seen * (len(every) - 1) / expected if expected else None


@given(RATINGS)
def test_it_is_what_all_pairs_give(ratings: list[list[int]]) -> None:
    assert alpha(ratings, "interval") == by_pairs(ratings)


@given(RATINGS)
def test_full_agreement_is_one(ratings: list[list[int]]) -> None:
    found = alpha([[unit[0]] * 2 for unit in ratings if unit])
    assert found in {None, 1}


def test_without_any_difference_there_is_nothing_to_agree_on() -> None:
    assert alpha([[2, 2], [2, 2, 2]]) is None
    assert alpha([]) is None


def test_few_ratings_say_nothing() -> None:
    twice = [[index % 5, index % 5] for index in range(LEAST_RATED_TWICE)]
    assert agreement("motivation", [*twice, [1]]) == Agreement("motivation", 20, Fraction(1))
    assert agreement("motivation", twice[1:]) == Agreement("motivation", 19, None)
