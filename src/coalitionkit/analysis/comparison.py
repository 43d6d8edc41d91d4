"""Why one partner rather than another: what each meets, what decides between them, and how surely."""

from enum import Enum, auto
from fractions import Fraction
from typing import NamedTuple

from coalitionkit.analysis.choosing.selection import missing
from coalitionkit.analysis.choosing.shortest import shortfall
from coalitionkit.analysis.fit import Preference, mean, preference
from coalitionkit.analysis.needs import Need, Needs
from coalitionkit.analysis.scoring import Score, Scoring


class Ground(Enum):
    """What decides which of two partners is on the list."""

    BOTH = auto()
    NEITHER = auto()
    SEAT = auto()
    DECISION = auto()
    SHARES = auto()
    NEEDS = auto()
    GOOD_TO_HAVE = auto()
    FIT = auto()
    ORDER = auto()
    NOTHING = auto()


class Decided(NamedTuple):
    """Which of two partners is on the list and the other is not, and why; None where there is no such one.

    `lost` are the needs that the list would miss more of with the other one in their place, `won` those of
    which it would miss less. NOTHING decides where the list was not proven and the other would do better.
    """

    ground: Ground
    listed: str | None = None
    lost: tuple[str, ...] = ()
    won: tuple[str, ...] = ()


class Comparison(NamedTuple):
    """Two partners side by side. Needs are given by their ids.

    `only_first`, `only_second` and `shared` are the needs that they are known to meet. `preference` is the
    share of weightings under which the first fits better, and `means` the fit of both on average over them.
    """

    first: Score
    second: Score
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    shared: tuple[str, ...]
    decided: Decided
    preference: Preference
    means: tuple[Fraction, Fraction]


def comparison(scoring: Scoring, first: str, second: str, *, order: tuple[str, ...] = ()) -> Comparison:
    """Return what sets two partners of a scored inventory apart; `order` ranks the questions of fit."""
    one, other = scoring.by_id[first], scoring.by_id[second]
    return Comparison(
        one,
        other,
        tuple(key for key in one.held if key not in other.held),
        tuple(key for key in other.held if key not in one.held),
        tuple(key for key in one.held if key in other.held),
        _decided(scoring, one, other),
        preference(one.fit, other.fit, order),
        (mean(one.fit, order), mean(other.fit, order)),
    )


def _decided(scoring: Scoring, one: Score, other: Score) -> Decided:
    if one.on_list == other.on_list:
        return Decided(Ground.BOTH if one.on_list else Ground.NEITHER)
    listed, left = (one, other) if one.on_list else (other, one)
    if listed.is_seated:
        return Decided(Ground.SEAT, listed.id)
    if listed.choice == "in" or left.choice == "out":
        return Decided(Ground.DECISION, listed.id)
    return _weighed(scoring, listed, left)


def _weighed(scoring: Scoring, listed: Score, left: Score) -> Decided:
    """Return what decides between two partners on whom nobody decided, in the order of the objectives."""
    needs, chosen = scoring.needs, scoring.selection.chosen
    ids = needs.units.ids
    swapped = chosen & ~(1 << ids.index(listed.id)) | 1 << ids.index(left.id)
    question = scoring.selection.question
    if question.keeps_shares(chosen) and not question.keeps_shares(swapped):
        return Decided(Ground.SHARES, listed.id)
    lost, won = _apart(needs, chosen, swapped, must=True)
    worse = shortfall(needs, swapped) - shortfall(needs, chosen)
    if worse:
        return Decided(Ground.NEEDS if worse > 0 else Ground.NOTHING, listed.id, lost, won)
    lost, won = _apart(needs, chosen, swapped, must=False)
    worse = _nice_missing(needs, swapped) - _nice_missing(needs, chosen)
    if worse:
        return Decided(Ground.GOOD_TO_HAVE if worse > 0 else Ground.NOTHING, listed.id, lost, won)
    if listed.fit.mid != left.fit.mid:
        return Decided(Ground.FIT if listed.fit.mid > left.fit.mid else Ground.NOTHING, listed.id)
    return Decided(Ground.ORDER if listed.id < left.id else Ground.NOTHING, listed.id)


def _apart(needs: Needs, chosen: int, swapped: int, *, must: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the needs of which one list misses more than another, and those of which it misses less."""
    before, after = (_missing(needs, partners, must=must) for partners in (chosen, swapped))
    apart = {key: after.get(key, 0) - before.get(key, 0) for key in (*before, *after)}
    return (
        tuple(need.id for need in needs if apart.get(need.id, 0) > 0),
        tuple(need.id for need in needs if apart.get(need.id, 0) < 0),
    )


def _missing(needs: Needs, partners: int, *, must: bool) -> dict[str, int]:
    if must:
        return missing(needs, partners)
    return {need.id: _lacking(need, partners) for need in needs if not need.must}


def _nice_missing(needs: Needs, partners: int) -> int:
    return sum(need.weight * _lacking(need, partners) for need in needs if not need.must)


def _lacking(need: Need, partners: int) -> int:
    return max(0, need.required - need.units.distinct(need.known & partners))
