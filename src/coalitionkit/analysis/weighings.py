"""Whom one prefers under how many of all ways to weigh some questions: exactly, without drawing any.

Weights are spread evenly over all that add up to one. Nobody has to defend a weight: what is told is how many
of them lead to the same answer.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

_HALF = Fraction(1, 2)

Number = int | Fraction


def share_of_weightings(differences: Sequence[Number]) -> Fraction:
    """Return the share of weightings under which the first of two is preferred.

    `differences` are the answers of the first less those of the second, question by question. Where the two
    answer alike throughout, each is preferred half the time. With positives a and negatives b it is the race
    f(i, j) = (b_j f(i + 1, j) + a_i f(i, j + 1)) / (a_i + b_j), won when every b is used.
    """
    ahead = [one for one in differences if one > 0]
    behind = [-one for one in differences if one < 0]
    if not ahead and not behind:
        return _HALF
    # One column for each number of negatives used, from the last one back.
    column = [Fraction(0)] * len(behind) + [Fraction(1)]
    for mine in reversed(ahead):
        after = column
        column = [*([Fraction(0)] * len(behind)), Fraction(1)]
        for place in range(len(behind) - 1, -1, -1):
            theirs = behind[place]
            column[place] = (theirs * after[place] + mine * column[place + 1]) / (mine + theirs)
    return column[0]


def ranked(differences: Sequence[Number]) -> list[Fraction]:
    """Return the differences to compare by when the questions are ranked, the weightiest first.

    The weightings in which each question counts at least as much as the next are all mixtures of the first
    alone, the first two alike, and so on: what counts is the running mean.
    """
    total = Fraction(0)
    means = []
    for count, one in enumerate(differences, 1):
        total += one
        means.append(total / count)
    return means


def centroid(questions: int) -> list[Fraction]:
    """Return the weights that ranked questions have on average, the weightiest first."""
    return [
        sum((Fraction(1, place) for place in range(first, questions + 1)), Fraction(0)) / questions
        for first in range(1, questions + 1)
    ]


def average_rank(own: Sequence[Number], others: Iterable[Sequence[Number]]) -> Fraction:
    """Return the rank that one has among others on average over all weightings: 1 is always the first."""
    beaten = (
        share_of_weightings([theirs - mine for theirs, mine in zip(other, own, strict=True)])
        for other in others
    )
    return 1 + sum(beaten, Fraction(0))
