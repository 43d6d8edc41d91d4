"""Whose numbers the metrics show."""

from typing import Any

import pytest
from builders import plan

from coalitionkit.analysis.breakdowns import (
    ABOUT,
    TOLD_APART,
    Line,
    idle_lines,
    population_of,
    shown_populations,
)
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.metrics import MetricGroup
from coalitionkit.model.vocabulary.mobility import PREDICTORS
from coalitionkit.model.vocabulary.populations import POPULATIONS

VALUE = {"date": "2025", "value": "9"}


def of_metric(*groups: dict[str, Any], populations: Any = (), **fields: Any) -> Coalition:
    """Return a plan with one metric."""
    metric = {"id": "jobs", "name": "Adults with a job", "baseline": VALUE, "groups": [*groups], **fields}
    own = {"populations": [{"id": "mam-speakers", "label": "Maya Mam families"}]}
    return plan(metrics=[metric], focus={"populations": [*populations]}, vocabulary=own)


def group(**fields: Any) -> dict[str, Any]:
    """Return a group with a value."""
    return {"group": "eastside", "values": [VALUE], **fields}


def test_the_tables_speak_of_words_that_there_are() -> None:
    assert set(ABOUT) <= set(PREDICTORS.words)
    assert set().union(*ABOUT.values(), *TOLD_APART.values()) <= set(POPULATIONS.words)


def test_a_group_shows_somebody_by_its_values() -> None:
    assert shown_populations(of_metric(group(population="immigrants"))) == {"immigrants"}
    assert shown_populations(of_metric(group(population="immigrants", values=[]))) == set()
    assert shown_populations(of_metric(group())) == set()


def test_the_groups_of_a_metric_without_any_value_are_promised() -> None:
    promised = group(population="immigrants", values=[])
    assert shown_populations(of_metric(promised, baseline=None)) == {"immigrants"}
    assert shown_populations(of_metric(promised, baseline=None, values=[VALUE])) == set()


def test_a_metric_of_a_predictor_is_about_those_whom_it_is_made_of() -> None:
    wages = {"predictor": "jobs-paying-living-wages"}
    assert shown_populations(of_metric(**wages)) == {"workers-making-low-wages"}
    assert shown_populations(of_metric(kind="how-much", **wages)) == set()


@pytest.mark.parametrize(
    ("name", "population"),
    [
        ("Opportunity youth without work", "disengaged-youth"),
        ("Work of single parents", "single-parents"),
        ("Maya Mam families with a doctor", "mam-speakers"),
        ("Vendors with a permit", "other:vendors"),
    ],
)
def test_a_metric_is_about_those_in_its_name(name: str, population: str) -> None:
    assert shown_populations(of_metric(populations=[population], name=name)) == {population}
    assert shown_populations(of_metric(populations=[population])) == set()
    assert shown_populations(of_metric(populations=[population], name=name, kind="how-well")) == set()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"population": "immigrants"}, "immigrants"),
        ({}, None),
        ({"group": "single-parents"}, "single-parents"),
        ({"label": "Low-wage workers", "population": "immigrants"}, "workers-making-low-wages"),
        ({"label": "Dos Ríos", "population": "mobile-home-park-residents"}, "mobile-home-park-residents"),
        ({"breakdown": "gender", "population": "workers-making-low-wages"}, None),
        ({"breakdown": "gender", "population": "lgbtq-people"}, "lgbtq-people"),
        ({"breakdown": "age", "population": "young-people"}, "young-people"),
        ({"breakdown": "age", "population": "other:teen-mothers"}, "other:teen-mothers"),
        ({"breakdown": "age"}, None),
    ],
)
def test_a_group_shows_those_whom_its_words_can_mean(fields: dict[str, Any], expected: str | None) -> None:
    assert population_of(MetricGroup.read({"group": "g", **fields})) == expected


def test_lines_that_say_that_they_are_of_a_group() -> None:
    of = of_metric(
        {"group": "a", "population": "immigrants"},
        group(group="b", population="immigrants"),
        group(group="c"),
    )
    assert idle_lines(of, "immigrants") == (Line("jobs", "a", False), Line("jobs", "b", True))
