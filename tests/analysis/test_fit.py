"""Fit: three anchored answers, exact, with an interval; and under how many weightings one is preferred."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inventories import plan

from coalitionkit.analysis.fit import FULL, PART, QUESTIONS, Fit, Grade, fit, mean, preference
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.inventory import ALIGNED_INITIATIVES

WORDS = tuple(ALIGNED_INITIATIVES.words)
LEVELS = st.sampled_from([None, 0, 1, 2, 3, 4])


def partner(
    held: int | None = None, partnership: int | None = None, motivation: int | None = None
) -> Partner:
    """Return one with so many aligned initiatives, all others lacking; None leaves a question open."""
    given: dict[str, object] = {}
    if held is not None:
        given["aligned"] = {"held": list(WORDS[:held]), "complete": "true"}
    for name, level in (("partnership", partnership), ("motivation", motivation)):
        if level is not None:
            given[name] = str(level)
    return plan([{"id": "p", "answers": given}]).partners[0]


@st.composite
def fits(draw: st.DrawFn) -> Fit:
    """Draw the answers about a partner."""
    return fit(partner(draw(st.sampled_from([None, 0, 2, 5])), draw(LEVELS), draw(LEVELS)))


@pytest.mark.parametrize("held", range(6))
def test_fit_is_the_mean_of_three(held: int) -> None:
    for partnership, motivation in product(range(5), repeat=2):
        found = fit(partner(held, partnership, motivation))
        expected = (Fraction(held, 5) + Fraction(partnership, 4) + Fraction(motivation, 4)) / 3
        assert found.low == found.high == found.mid
        assert (found.value, found.unknown) == (expected, 0)


@pytest.mark.parametrize(
    ("given", "low", "high", "unknown"),
    [
        (partner(), 0, FULL, 7),
        (partner(held=5), 40, FULL, 2),
        (partner(partnership=4), 40, FULL, 6),
        (partner(0, 0, 0), 0, 0, 0),
    ],
)
def test_what_is_open_gives_an_interval(given: Partner, low: int, high: int, unknown: int) -> None:
    found = fit(given)
    assert (found.low, found.high, found.unknown) == (low, high, unknown)


def test_each_initiative_counts_a_fifth_of_its_question() -> None:
    aligned = {"held": [WORDS[0]], "not_held": [WORDS[1]]}
    (one,) = plan([{"id": "p", "answers": {"aligned": aligned}}]).partners
    assert fit(one).aligned == Grade(8, 20, 32, 3)


@given(fits())
def test_the_point_is_the_exact_middle_of_one_persons_answers(found: Fit) -> None:
    assert 2 * found.mid == found.low + found.high
    assert all(0 <= grade.low <= grade.mid <= grade.high <= PART for grade in found)


@given(fits(), fits())
def test_a_preference_lies_between_what_open_answers_could_make_of_it(first: Fit, second: Fit) -> None:
    found = preference(first, second)
    back = preference(second, first)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.value + back.value == 1
    assert found.low + back.high == 1


@given(fits(), fits())
def test_the_first_question_alone_decides_nothing_that_all_agree_on(first: Fit, second: Fit) -> None:
    """One who is behind in nothing and ahead in something is preferred whatever the weights."""
    apart = [getattr(first, name).mid - getattr(second, name).mid for name in QUESTIONS]
    for order in ((), ("motivation", "aligned", "partnership")):
        if min(apart) >= 0 and max(apart) > 0:
            assert preference(first, second, order).value == 1


def test_ranked_questions_weigh_less_and_less() -> None:
    one, other = fit(partner(5, 0, 0)), fit(partner(0, 4, 4))
    assert preference(one, other).value == Fraction(1, 4)
    assert preference(one, other, QUESTIONS).value > Fraction(1, 2)
    assert mean(one) == Fraction(1, 3)
    assert mean(one, QUESTIONS) == Fraction(11, 18)
    assert mean(one, QUESTIONS) + mean(other, QUESTIONS) == 1
