"""Whom to prefer where partners are interchangeable: three anchored answers, with intervals.

Fit asks nothing that grows with size. It decides between partners that bring the same and never makes
anyone critical.
"""

from fractions import Fraction
from typing import NamedTuple

from coalitionkit.analysis.ratings import Level, answers_on, common, level
from coalitionkit.analysis.weighings import centroid, ranked, share_of_weightings
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.inventory import ALIGNED_INITIATIVES

FULL = 120
"""Fit is a whole number out of this, so that midpoints stay exact."""

QUESTIONS = ("aligned", "partnership", "motivation")
"""The three questions, each of which counts a third."""

PART = FULL // len(QUESTIONS)
"""What one question counts at most."""

_ALIGNED = PART // len(ALIGNED_INITIATIVES.words)
_HIGHEST = 4
_LEVEL = PART // _HIGHEST


class Grade(NamedTuple):
    """What one question gives, out of 40: the least, the point between and the most.

    `unknown` counts the parts of it that nobody has answered, or on which answers contradict one another.
    """

    low: int
    mid: int
    high: int
    unknown: int


class Fit(NamedTuple):
    """The mean of three answers, out of 120, with what each of them gives.

    The answers are the aligned initiatives held out of five, and the levels of partnership and motivation out
    of four. Of what is unknown the point is the middle; of levels that several people gave, the low median.
    """

    aligned: Grade
    partnership: Grade
    motivation: Grade

    @property
    def low(self) -> int:
        """The least that it may be."""
        return sum(grade.low for grade in self)

    @property
    def mid(self) -> int:
        """The point by which partners are compared."""
        return sum(grade.mid for grade in self)

    @property
    def high(self) -> int:
        """The most that it may be."""
        return sum(grade.high for grade in self)

    @property
    def unknown(self) -> int:
        """How many parts are unknown, from 0 to 7."""
        return sum(grade.unknown for grade in self)

    @property
    def value(self) -> Fraction:
        """The point between 0 and 1."""
        return Fraction(self.mid, FULL)


class Preference(NamedTuple):
    """The share of weightings under which one partner is preferred to another.

    `value` is that of the points, `low` and `high` what open answers could make of it.
    """

    value: Fraction
    low: Fraction
    high: Fraction

    @property
    def is_settled(self) -> bool:
        """Whether no open answer could change it."""
        return self.low == self.high


def fit(partner: Partner) -> Fit:
    """Return the fit that the answers about a partner give, of one person or of several."""
    return Fit(_aligned(partner), *(_graded(level(partner, question)) for question in QUESTIONS[1:]))


def _aligned(partner: Partner) -> Grade:
    answers = answers_on(partner, "aligned")
    one = common(answers) if len(answers) > 1 else answers[0]
    held = [one.holds(word.slug) for word in ALIGNED_INITIATIVES]
    low, unknown = _ALIGNED * held.count(True), held.count(None)
    return Grade(low, low + _ALIGNED * unknown // 2, low + _ALIGNED * unknown, unknown)


def _graded(one: Level | None) -> Grade:
    if one is None:
        return Grade(0, PART // 2, PART, 1)
    return Grade(_LEVEL * one.low, _LEVEL * one.point, _LEVEL * one.high, 0)


def preference(first: Fit, second: Fit, order: tuple[str, ...] = ()) -> Preference:
    """Return under what share of the ways to weigh the three questions the first of two is preferred.

    `order` ranks all three questions, the weightiest first; without it every weighting counts alike. More of
    an answer never makes it less, so that the extremes are those of the intervals.
    """

    def share(mine: str, theirs: str) -> Fraction:
        apart = [
            getattr(getattr(first, question), mine) - getattr(getattr(second, question), theirs)
            for question in order or QUESTIONS
        ]
        return share_of_weightings(ranked(apart) if order else apart)

    return Preference(share("mid", "mid"), share("low", "high"), share("high", "low"))


def mean(one: Fit, order: tuple[str, ...] = ()) -> Fraction:
    """Return the fit between 0 and 1 on average over all weightings, with the questions ranked or not."""
    if not order:
        return one.value
    weights = centroid(len(order))
    points = (getattr(one, question).mid for question in order)
    return sum((weight * mid for weight, mid in zip(weights, points, strict=True)), Fraction(0)) / PART
