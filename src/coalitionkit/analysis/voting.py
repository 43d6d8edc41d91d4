"""What a vote comes to under each model of deciding. Exact, and None where the record leaves it open."""

from collections import Counter
from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import NamedTuple

CARRIED, NOT_CARRIED, TIED = "carried", "not-carried", "tied"

_HALF = Fraction(1, 2)
_SILENT = frozenset({"abstain", "stand-aside"})
"""Votes that take no side: they do not count among the votes cast."""


class Terms(NamedTuple):
    """What a decision must meet, as far as the coalition agreed on it."""

    model: str
    quorum: Fraction | None = None
    share: Fraction | None = None
    basis: str | None = None
    authority: str | None = None
    notice_days: int | None = None


class Range(NamedTuple):
    """A number that is known, or of which only the least and the most are."""

    least: int
    most: int


class Tally(NamedTuple):
    """The votes of those who had one, and how many had one and how many of them were present."""

    votes: Mapping[str, str]
    eligible: Range
    present: Range

    @property
    def cast(self) -> int:
        """How many votes took a side."""
        return sum(1 for vote in self.votes.values() if vote not in _SILENT)

    def size(self, basis: str) -> Range:
        """Return of how many a share is taken on this basis."""
        if basis == "cast":
            return Range(self.cast, self.cast)
        return self.present if basis == "present" else self.eligible


class Result(NamedTuple):
    """What a vote comes to, and which option it chooses where there are options."""

    outcome: str
    chosen: str | None = None


def quorum_met(terms: Terms, tally: Tally) -> bool | None:
    """Whether enough of those with a vote were present; where no quorum was agreed on, anyone is enough."""
    if terms.quorum is None or tally.present.least >= terms.quorum * tally.eligible.most:
        return True
    return False if tally.present.most < terms.quorum * tally.eligible.least else None


def result(terms: Terms, tally: Tally, options: Collection[str] = ()) -> Result | None:
    """Return what the votes come to, whatever the quorum; None where the votes do not tell.

    Consensus: carried when no one blocks. Unanimous: when all who count are for it; where the basis was left
    open, both those present and all who may vote must lead to the same. Majority: when those in favor are
    more than half of the basis, or at least the share agreed on. Plurality: the side or the option with
    most votes, and a tie is a tie. Under a lead authority votes decide nothing.
    """
    if not tally.votes or terms.model == "lead-authority":
        return None
    counts = Counter(tally.votes.values())
    if options:
        return _among_options(terms, tally, {option: counts[option] for option in options})
    if terms.model == "plurality":
        against = counts["against"] + counts["block"]
        outcomes = {True: CARRIED, False: NOT_CARRIED}
        return Result(TIED if counts["for"] == against else outcomes[counts["for"] > against])
    if terms.model == "consensus":
        return Result(NOT_CARRIED if counts["block"] else CARRIED)
    return _known(_reaches(terms, tally, counts["for"]))


def _among_options(terms: Terms, tally: Tally, counts: Mapping[str, int]) -> Result | None:
    most = max(counts.values())
    if not most:
        return None
    leaders = [option for option, count in counts.items() if count == most]
    if terms.model == "plurality":
        return Result(CARRIED, leaders[0]) if len(leaders) == 1 else Result(TIED)
    if terms.model == "consensus":
        if "block" in tally.votes.values():
            return Result(NOT_CARRIED)
        return Result(CARRIED, leaders[0]) if most == sum(counts.values()) else None
    return _known(_reaches(terms, tally, most), leaders[0])


def _reaches(terms: Terms, tally: Tally, count: int) -> bool | None:
    """Whether so many votes are enough for a majority or, under `unanimous`, all that count."""
    if terms.model == "majority":
        bases = [terms.basis or "cast"]
        share = terms.share or _HALF
    else:
        bases = [terms.basis] if terms.basis else ["present", "eligible"]
        share = Fraction(1)
    answers = {_enough(count, share, size) for basis in bases for size in tally.size(basis)}
    return answers.pop() if len(answers) == 1 else None


def _enough(count: int, share: Fraction, size: int) -> bool:
    return 2 * count > size if share == _HALF else count > 0 and count >= share * size


def _known(carried: bool | None, chosen: str | None = None) -> Result | None:  # noqa: FBT001 - an answer
    if carried is None:
        return None
    return Result(CARRIED, chosen) if carried else Result(NOT_CARRIED)
