"""What metrics add up to: the newest value, how long it stands, where targets lie and which way they go."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from coalitionkit.model.metrics import Measurement, Metric, Target
from coalitionkit.model.vocabulary.learning import HORIZONS
from coalitionkit.periods import TIMES_A_YEAR, PartialDate, shifted

_LEAP_YEAR = 366
ABOUT_THE_WORK = frozenset({"how-much", "how-well"})
"""Kinds of metric that tell of the work and not of how residents fare."""

_SHORT, _MEDIUM, _LONG = HORIZONS.words


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


def horizons_without_target(metric: Metric, short: int, medium: int) -> tuple[str, ...]:
    """Return the horizons for which a metric has no target, the nearest first.

    A target up to `short` years after the baseline is short-term, up to `medium` years medium-term, unless
    it says itself what it is. Where that cannot be known of every target, none is missing.
    """
    known = [_horizon(metric, target, short, medium) for target in metric.targets]
    if None in known:
        return ()
    return tuple(horizon for horizon in HORIZONS.words if horizon not in known)


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


def _horizon(metric: Metric, target: Target, short: int, medium: int) -> str | None:
    if target.horizon is not None or metric.baseline is None:
        return target.horizon
    years = target.by.last.year - metric.baseline.date.first.year
    return _SHORT if years <= short else _MEDIUM if years <= medium else _LONG
