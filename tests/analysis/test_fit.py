"""Fit: three anchored answers, exact, with an interval."""

from fractions import Fraction
from itertools import product

import pytest

from coalitionkit.analysis.fit import FULL, Fit, fit
from coalitionkit.model.answers import Answers
from coalitionkit.model.vocabulary.inventory import ALIGNED_INITIATIVES

WORDS = tuple(ALIGNED_INITIATIVES.words)


def answers(
    held: int | None = None, partnership: int | None = None, motivation: int | None = None
) -> Answers:
    """Return answers with so many aligned initiatives, all others lacking; None leaves a question open."""
    given: dict[str, object] = {}
    if held is not None:
        given["aligned"] = {"held": list(WORDS[:held]), "complete": True}
    for name, level in (("partnership", partnership), ("motivation", motivation)):
        if level is not None:
            given[name] = str(level)
    return Answers.read(given)


@pytest.mark.parametrize("held", range(6))
def test_fit_is_the_mean_of_three(held: int) -> None:
    for partnership, motivation in product(range(5), repeat=2):
        found = fit(answers(held, partnership, motivation))
        mean = (Fraction(held, 5) + Fraction(partnership, 4) + Fraction(motivation, 4)) / 3
        assert found.low == found.high == found.mid
        assert (found.value, found.unknown) == (mean, 0)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (answers(), Fit(0, FULL, 7)),
        (answers(held=5), Fit(40, FULL, 2)),
        (answers(partnership=4), Fit(40, FULL, 6)),
        (answers(0, 0, 0), Fit(0, 0, 0)),
        (Answers.read({"aligned": {"held": [WORDS[0]], "not_held": [WORDS[1]]}}), Fit(8, 112, 5)),
    ],
)
def test_what_is_open_gives_an_interval(given: Answers, expected: Fit) -> None:
    assert fit(given) == expected


def test_the_point_is_the_exact_middle() -> None:
    for held, partnership, motivation in product([None, 0, 1, 5], [None, 0, 1, 4], [None, 3]):
        found = fit(answers(held, partnership, motivation))
        assert 2 * found.mid == found.low + found.high
