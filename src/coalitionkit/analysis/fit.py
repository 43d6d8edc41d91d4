"""Whom to prefer where partners are interchangeable: three anchored answers, with intervals.

Fit asks nothing that grows with size. It decides between partners that bring the same and never makes
anyone critical.
"""

from dataclasses import dataclass
from fractions import Fraction

from coalitionkit.model.answers import Answers
from coalitionkit.model.vocabulary.inventory import ALIGNED_INITIATIVES

FULL = 120
"""Fit is a whole number out of this, so that midpoints stay exact."""

_ALIGNED = FULL // 3 // len(ALIGNED_INITIATIVES.words)
_LEVEL = FULL // 3 // 4
_HIGHEST = 4


@dataclass(frozen=True, slots=True)
class Fit:
    """The mean of three answers, out of 120: the least, the most and the point between.

    The answers are the aligned initiatives held out of five, and the levels of partnership and motivation out
    of four. `unknown` counts the parts that nobody has answered, from 0 to 7.
    """

    low: int
    high: int
    unknown: int

    @property
    def mid(self) -> int:
        """The point halfway, exact because every part is even."""
        return (self.low + self.high) // 2

    @property
    def value(self) -> Fraction:
        """The midpoint between 0 and 1."""
        return Fraction(self.mid, FULL)


def fit(answers: Answers) -> Fit:
    """Return the fit that the answers about a partner give."""
    held = [answers.aligned.holds(word.slug) for word in ALIGNED_INITIATIVES]
    levels = (answers.partnership.level, answers.motivation.level)
    low = _ALIGNED * held.count(True) + _LEVEL * sum(level or 0 for level in levels)
    open_levels = levels.count(None)
    high = low + _ALIGNED * held.count(None) + _LEVEL * _HIGHEST * open_levels
    return Fit(low, high, held.count(None) + open_levels)
