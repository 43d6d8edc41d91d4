"""How far people who rate the same things agree: Krippendorff's alpha, exactly.

It says something only of many ratings, and nothing is ever made to depend on it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

LEAST_RATED_TWICE = 20
"""From how many partners rated by two or more alpha is worth telling."""

_Distance = Callable[[int, int, Mapping[int, int]], Fraction]


class Agreement(NamedTuple):
    """How far the answers to one question agree: 1 is always, 0 is no more than by chance.

    `partners` counts those rated by two or more. `alpha` is None where they are too few, or where all gave
    the same answer, so that there is nothing to agree on.
    """

    question: str
    partners: int
    alpha: Fraction | None


def agreement(question: str, ratings: Iterable[Sequence[int]]) -> Agreement:
    """Return how far ratings on an ordered scale agree; each item of `ratings` is about one partner."""
    twice = [given for given in ratings if len(given) > 1]
    return Agreement(question, len(twice), alpha(twice) if len(twice) >= LEAST_RATED_TWICE else None)


def alpha(ratings: Iterable[Sequence[int]], metric: str = "ordinal") -> Fraction | None:
    """Return Krippendorff's alpha (2004, chapter 11): one less observed by expected disagreement.

    `metric` is nominal, ordinal, interval or ratio. Things that fewer than two people rated do not count.
    None where all ratings are the same.
    """
    distance = _DISTANCES[metric]
    units = [Counter(given) for given in ratings if len(given) > 1]
    counts = sum(units, Counter())
    many = counts.total()
    seen = sum(
        (_apart(unit, counts, distance) / (unit.total() - 1) for unit in units),
        Fraction(0),
    )
    expected = _apart(counts, counts, distance)
    return 1 - (many - 1) * seen / expected if expected else None


def _apart(values: Mapping[int, int], counts: Mapping[int, int], distance: _Distance) -> Fraction:
    """Return the distances between all pairs of some values, added up."""
    pairs = ((one, other) for one in values for other in values if one != other)
    return sum(
        (values[one] * values[other] * distance(one, other, counts) for one, other in pairs), Fraction(0)
    )


def _nominal(_one: int, _other: int, _counts: Mapping[int, int]) -> Fraction:
    return Fraction(1)


def _ordinal(one: int, other: int, counts: Mapping[int, int]) -> Fraction:
    """Return how many ratings lie between two, the two themselves counted half, squared."""
    low, high = sorted((one, other))
    between = sum(count for value, count in counts.items() if low <= value <= high)
    return (between - Fraction(counts[one] + counts[other], 2)) ** 2


def _interval(one: int, other: int, _counts: Mapping[int, int]) -> Fraction:
    return Fraction(one - other) ** 2


def _ratio(one: int, other: int, _counts: Mapping[int, int]) -> Fraction:
    return Fraction(one - other, one + other) ** 2


_DISTANCES: Mapping[str, _Distance] = {
    "nominal": _nominal,
    "ordinal": _ordinal,
    "interval": _interval,
    "ratio": _ratio,
}
