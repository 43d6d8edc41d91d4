"""What metrics add up to."""

from datetime import date
from typing import Any

import pytest
from builders import plan
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.measures import (
    Term,
    freshness,
    horizon_of,
    missing_terms,
    newest,
    steps_back,
    terms,
)
from coalitionkit.model.metrics import Metric
from coalitionkit.model.vocabulary.learning import HORIZONS
from coalitionkit.periods import TIMES_A_YEAR


def metric(**fields: Any) -> Metric:
    return Metric.read({"id": "debt", "name": "Debt in collections", **fields})


def value(day: str, number: str = "1") -> dict[str, str]:
    return {"date": day, "value": number}


def targets(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"by": by, "value": number} for by, number in pairs]


def test_the_newest_value_describes_the_latest_day() -> None:
    found = newest(metric(baseline=value("2024"), values=[value("2025-06"), value("2025-03")]))
    assert found is not None
    assert str(found.date) == "2025-06"
    alone = newest(metric(baseline=value("2024")))
    assert alone is not None
    assert str(alone.date) == "2024"
    assert newest(metric()) is None


@pytest.mark.parametrize(
    ("cadence", "least", "until"),
    [
        ("yearly", 90, date(2027, 1, 2)),
        ("quarterly", 90, date(2025, 7, 2)),
        ("weekly", 90, date(2025, 3, 31)),
        ("weekly", 0, date(2025, 1, 14)),
        ("yearly", 1000, date(2027, 9, 27)),
    ],
)
def test_a_value_stands_for_twice_its_cadence(cadence: str, least: int, until: date) -> None:
    found = freshness(metric(cadence=cadence, baseline=value("2024")), least)
    assert found is not None
    assert (str(found.of), found.until) == ("2024", until)


def test_without_value_or_cadence_nothing_can_be_late() -> None:
    assert freshness(metric(cadence="yearly"), 90) is None
    assert freshness(metric(baseline=value("2024")), 90) is None


@given(st.sampled_from(sorted(TIMES_A_YEAR)), st.integers(0, 10**9), st.integers(0, 10**9))
def test_more_patience_never_makes_a_value_old_sooner(cadence: str, least: int, more: int) -> None:
    one = metric(cadence=cadence, baseline=value("2024"))
    short, long = freshness(one, least), freshness(one, least + more)
    assert short is not None
    assert long is not None
    assert short.until <= long.until


def of_metric(fields: dict[str, Any], **about: Any) -> tuple[Metric, tuple[Term, ...]]:
    """Return a metric and its terms in a coalition of which something is told."""
    one = metric(**fields)
    known = {"id": "forest-city", "name": "Forest City Mobility Coalition", **about}
    return one, terms(plan(coalition=known), one, 3, 6)


def missing(fields: dict[str, Any], year: int = 2026) -> list[str]:
    """Return the horizons for which a metric lacks a target in a year."""
    one, years = of_metric(fields)
    return [term.horizon for term in missing_terms(one, years, year)]


SINCE_2025 = {"baseline": value("2025")}


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ([], ["short-term", "medium-term", "long-term"]),
        (["2026"], ["medium-term", "long-term"]),
        (["2028"], ["medium-term", "long-term"]),
        (["2029"], ["short-term", "long-term"]),
        (["2031"], ["short-term", "long-term"]),
        (["2032"], ["short-term", "medium-term"]),
        (["2028", "2030", "2040"], []),
    ],
)
def test_a_horizon_is_told_by_the_years_since_the_baseline(years: list[str], expected: list[str]) -> None:
    assert missing(SINCE_2025 | {"targets": targets(*((year, "1") for year in years))}) == expected


@pytest.mark.parametrize(
    ("about", "since"),
    [
        ({}, 2021),
        ({"started": "2024-06"}, 2024),
        ({"started": "2019"}, 2021),
        ({"planning": {"start": "2023-02"}}, 2023),
        ({"started": "2024-06", "planning": {"start": "2025"}}, 2024),
    ],
)
def test_years_count_from_the_baseline_or_from_the_beginning_of_the_work(
    about: dict[str, Any], since: int
) -> None:
    _, (short, medium, long) = of_metric({"baseline": value("2021")}, **about)
    assert short == Term("short-term", since, since + 3)
    assert medium == Term("medium-term", since + 4, since + 6)
    assert long == Term("long-term", since + 7, None)


def test_a_target_may_say_what_it_is() -> None:
    said = [{"by": "2026", "value": "1", "horizon": "long-term"}]
    assert missing(SINCE_2025 | {"targets": said}) == ["short-term", "medium-term"]
    one, years = of_metric({"targets": said})
    assert horizon_of(one.targets[0], years) == "long-term"


def test_without_a_baseline_no_year_counts() -> None:
    one, years = of_metric({"targets": targets(("2030", "1"))})
    assert years == ()
    assert horizon_of(one.targets[0], years) is None
    assert missing_terms(one, years, 2026) == ()


def test_what_is_to_be_reached_before_the_work_begins_is_for_the_short_term() -> None:
    one, years = of_metric({"baseline": value("2021"), "targets": targets(("2022", "1"))}, started="2024")
    assert horizon_of(one.targets[0], years) == "short-term"


def test_a_term_that_is_over_is_not_missing() -> None:
    assert missing(SINCE_2025, 2028) == ["short-term", "medium-term", "long-term"]
    assert missing(SINCE_2025, 2029) == ["medium-term", "long-term"]
    assert missing(SINCE_2025, 2099) == ["long-term"]


@given(st.lists(st.integers(2025, 2060), max_size=5), st.integers(2025, 2060), st.integers(2020, 2070))
def test_another_target_never_makes_a_horizon_missing(years: list[int], another: int, today: int) -> None:
    def left(some: list[int]) -> set[str]:
        return set(missing(SINCE_2025 | {"targets": targets(*((str(year), "1") for year in some))}, today))

    assert left([*years, another]) <= left(years) <= set(HORIZONS.words)


@pytest.mark.parametrize(
    ("better", "numbers", "back"),
    [
        ("lower", ["50", "45", "40"], []),
        ("lower", ["50", "45", "46"], ["2028"]),
        ("lower", ["50", "55", "40"], ["2026"]),
        ("higher", ["50", "55", "60"], []),
        ("higher", ["50", "50", "50"], []),
        ("higher", ["50", "45", "40"], ["2026", "2028"]),
        (None, ["50", "45", "60"], []),
    ],
)
def test_a_target_goes_back_when_it_is_worse_than_what_came_before(
    better: str | None, numbers: list[str], back: list[str]
) -> None:
    baseline, near, far = numbers
    chosen = targets(("2028", far), ("2026", near))
    one = metric(better=better, baseline=value("2025", baseline), targets=chosen)
    assert [str(after.by) for _, after in steps_back(one)] == back


def test_without_a_baseline_the_first_target_has_nothing_before_it() -> None:
    assert list(steps_back(metric(better="lower", targets=targets(("2026", "1"))))) == []
