"""Several people answer about one partner: what they hold in common, and what they dispute.

The answer on record counts as one of them. Who answered what is private and never leaves this module: what
others see is the common answer, and that it is disputed.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from coalitionkit.analysis.agreement import Agreement, agreement
from coalitionkit.model.answers import Rating
from coalitionkit.model.holdings import Holdings
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.mobility import PILLAR_OF

HELD_IN = ("serves", "represents", "domains", "assets")
"""The fields of a partner that needs ask about and that several people may answer."""

LEVELS = ("partnership", "motivation")
_TO_DISCUSS = 2
"""From how many levels apart two answers are no longer a matter of taste."""


class Common(NamedTuple):
    """What several answers say of words: those held, those not held and those disputed.

    `complete` says that every other word is not held. A disputed word is unknown.
    """

    held: frozenset[str]
    not_held: frozenset[str]
    disputed: frozenset[str]
    complete: bool

    def holds(self, word: str) -> bool | None:
        """Whether a word is held; None when nobody knows, or when some say so and others deny it."""
        if word in self.held:
            return True
        if word in self.disputed:
            return None
        return False if self.complete or word in self.not_held else None


class Level(NamedTuple):
    """The levels that several people gave: the least, the low median and the most."""

    low: int
    point: int
    high: int

    @property
    def is_disputed(self) -> bool:
        """Whether the answers lie so far apart that they should be talked over."""
        return self.high - self.low >= _TO_DISCUSS


def common(answers: Sequence[Holdings]) -> Common:
    """Return what several answers come to.

    Words that some hold and others deny are disputed. To hold a predictor is to hold its pillar.
    """
    held = [_with_pillars(one.held) for one in answers]
    said = frozenset().union(*held)
    denied = frozenset().union(*(set(one.not_held) - mine for one, mine in zip(answers, held, strict=True)))
    for one, mine in zip(answers, held, strict=True):
        if one.complete:
            denied |= said - mine
    return Common(said - denied, denied - said, said & denied, any(one.complete for one in answers))


def _with_pillars(words: Iterable[str]) -> frozenset[str]:
    held = set(words)
    return frozenset(held | {PILLAR_OF[word] for word in held if word in PILLAR_OF})


def answers_on(partner: Partner, field: str) -> tuple[Holdings, ...]:
    """Return every answer about one of the lists of a partner, the one on record first."""
    on_record: Holdings = partner.answers.aligned if field == "aligned" else getattr(partner, field)
    given = (getattr(rating, field) for rating in partner.ratings.values())
    return (on_record, *(one for one in given if one is not None))


def level(partner: Partner, question: str) -> Level | None:
    """Return the level that partnership or motivation comes to; None when nobody gave one."""
    given = [getattr(partner.answers, question).level]
    given += _levels(partner.ratings, question)
    known = sorted(one for one in given if one is not None)
    return Level(known[0], known[(len(known) - 1) // 2], known[-1]) if known else None


def disputes(partner: Partner) -> tuple[str, ...]:
    """Return the answers about a partner that are disputed: `assets.staff`, `motivation`."""
    if not partner.ratings:
        return ()
    found = [
        f"{field}.{word}"
        for field in (*HELD_IN, "aligned")
        for word in sorted(common(answers_on(partner, field)).disputed)
    ]
    levels = ((question, level(partner, question)) for question in LEVELS)
    return (*found, *(question for question, one in levels if one and one.is_disputed))


def agreements(partners: Iterable[Partner]) -> tuple[Agreement, ...]:
    """Return how far those who rated partners agree, by question; of those rated by two or more."""
    rated = [partner.ratings for partner in partners if partner.ratings]
    return tuple(agreement(question, [_levels(one, question) for one in rated]) for question in LEVELS)


def _levels(ratings: Mapping[str, Rating], question: str) -> list[int]:
    given = (getattr(rating, question) for rating in ratings.values())
    return [one for one in given if one is not None]
