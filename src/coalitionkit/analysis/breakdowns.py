"""Whose numbers the metrics show: by groups of residents, or because a metric is about a group as a whole."""

from collections.abc import Mapping
from typing import NamedTuple

from coalitionkit.analysis.measures import ABOUT_THE_WORK
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.metrics import Metric, MetricGroup
from coalitionkit.model.vocabulary.populations import POPULATIONS

ABOUT: Mapping[str, frozenset[str]] = {
    "jobs-paying-living-wages": frozenset({"workers-making-low-wages"}),
    "opportunities-for-income": frozenset({"residents-with-low-incomes"}),
    "preparation-for-college": frozenset({"young-people"}),
    "housing-affordability": frozenset({"residents-with-low-incomes", "renters-with-low-incomes"}),
    "housing-stability": frozenset({"people-experiencing-housing-instability"}),
    "economic-inclusion": frozenset({"residents-with-low-incomes"}),
    "racial-diversity": frozenset({"people-of-color"}),
    "descriptive-representation": frozenset({"people-of-color"}),
}
"""The groups that a metric of a predictor is about, so that to show them apart would show nothing."""

TOLD_APART: Mapping[str, frozenset[str]] = {
    "age": frozenset({"young-people", "disengaged-youth", "people-65-and-older"}),
    "gender": frozenset({"lgbtq-people"}),
    "sex": frozenset(),
}
"""The built-in groups that can be seen in numbers by age or gender; by other things any group may be."""


class Line(NamedTuple):
    """A group of a metric that is to show how some residents fare and does not, for want of values or not."""

    metric: str
    group: str
    has_values: bool


def shown_populations(plan: Coalition) -> frozenset[str]:
    """Return the groups of residents of whom some metric tells how they fare.

    A group below a metric tells it by its values. As long as the metric has none at all, its groups are taken
    for a promise: that there are no values yet is told elsewhere.
    """
    shown: set[str | None] = set()
    for metric in plan.metrics:
        bare = not (metric.baseline or metric.values)
        shown.update(population_of(group) for group in metric.groups if bare or group.values)
        if metric.kind not in ABOUT_THE_WORK:
            shown |= ABOUT.get(str(metric.predictor), frozenset())
            shown.update(word for word in plan.focus.populations if _is_named(plan, word, metric))
    return frozenset(word for word in shown if word)


def idle_lines(plan: Coalition, population: str) -> tuple[Line, ...]:
    """Return the groups below metrics that say that they are of a group of residents."""
    return tuple(
        Line(metric.id, group.group, bool(group.values))
        for metric in plan.metrics
        for group in metric.groups
        if group.population == population
    )


def population_of(group: MetricGroup) -> str | None:
    """Return the residents whom a group below a metric shows; None where its words contradict what it says.

    What the vocabulary calls by the group's own name is that; numbers by age or gender show no others.
    """
    named = (POPULATIONS.slug(text) for text in (group.group, str(group.label or "")))
    word = next((word for word in named if word in POPULATIONS), group.population)
    can_be = TOLD_APART.get(str(group.breakdown))
    return None if can_be is not None and word in POPULATIONS and word not in can_be else word


def _is_named(plan: Coalition, population: str, metric: Metric) -> bool:
    """Whether the name of a metric says whom it is about."""
    names = [population.rpartition(":")[2].replace("-", " ")]
    if population in POPULATIONS:
        names += [POPULATIONS.label(population), *POPULATIONS.words[population].aliases]
    names += [str(word.label) for word in plan.vocabulary.populations if word.id == population and word.label]
    return any(name.casefold() in str(metric.name).casefold() for name in names)
