"""What metrics add up to: the newest value, how long it stands, where targets lie and which way they go."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.metrics import Measurement, Metric, Target
from coalitionkit.model.vocabulary.learning import HORIZONS
from coalitionkit.periods import TIMES_A_YEAR, PartialDate, shifted

_LEAP_YEAR = 366
ABOUT_THE_WORK = frozenset({"how-much", "how-well"})
"""Kinds of metric that tell of the work and not of how residents fare."""


class Term(NamedTuple):
    """The years that a horizon covers, both included; the long term has no `last`."""

    horizon: str
    first: int
    last: int | None


class Freshness(NamedTuple):
    """What a metric's newest value is of, and the last day on which it counts as current."""

    of: PartialDate
    until: date


def newest(metric: Metric) -> Measurement | None:
    """Return the value that describes the latest day, the baseline among them."""
    values = [*metric.values, *([metric.baseline] if metric.baseline else [])]
    return max(values, key=lambda value: value.date.last, default=None)


def freshness(metric: Metric, least: int) -> Freshness | None:
    """Return how long the newest value counts as current; None when there is no value or no cadence.

    A value describes a stretch of time and comes some time after it, so it stands for twice its cadence, and
    for `least` days in any case.
    """
    value = newest(metric)
    if value is None or metric.cadence is None:
        return None
    days = max(2 * _LEAP_YEAR // TIMES_A_YEAR[metric.cadence], least)
    return Freshness(value.date, shifted(value.date.last, days))


def terms(plan: Coalition, metric: Metric, short: int, medium: int) -> tuple[Term, ...]:
    """Return the short, the medium and the long term of a metric; none without a baseline to count from.

    Years are counted from that of the baseline, or from the one in which the coalition began if that is
    later: what it wants to move is what happens from then on, and published values are often years old.
    """
    if metric.baseline is None:
        return ()
    began = plan.coalition.started or plan.coalition.planning.start
    since = max([metric.baseline.date.first.year, *([began.first.year] if began else [])])
    ends = (since + short, since + medium, None)
    starts = (since, since + short + 1, since + medium + 1)
    return tuple(map(Term, HORIZONS.words, starts, ends))


def horizon_of(target: Target, terms: Sequence[Term]) -> str | None:
    """Return what a target is for: what it says itself, else the last term that has begun by its year."""
    year = target.by.last.year
    begun = [term.horizon for term in terms if term.first <= year] or [term.horizon for term in terms[:1]]
    return target.horizon or (begun[-1] if begun else None)


def missing_terms(metric: Metric, terms: Sequence[Term], year: int) -> tuple[Term, ...]:
    """Return the terms for which a metric has no target, but those that are over in a year."""
    known = {horizon_of(target, terms) for target in metric.targets}
    return tuple(
        term for term in terms if term.horizon not in known and (term.last is None or term.last >= year)
    )


def steps_back(metric: Metric) -> Iterator[tuple[Measurement | Target, Target]]:
    """Give each target that is worse than what comes before it: an earlier target, else the baseline."""
    if metric.better is None:
        return
    sign = 1 if metric.better == "higher" else -1
    targets = sorted(metric.targets, key=lambda target: target.by.last)
    steps: list[Measurement | Target] = [*([metric.baseline] if metric.baseline else []), *targets]
    for before, after in pairwise(steps):
        if isinstance(after, Target) and sign * after.value < sign * before.value:
            yield before, after
