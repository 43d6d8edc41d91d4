"""Family 4: where the numbers should get, and by when."""

from collections.abc import Iterator

from coalitionkit.analysis.measures import (
    ABOUT_THE_WORK,
    Term,
    horizon_of,
    missing_terms,
    steps_back,
    terms,
)
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.metrics import Target
from coalitionkit.model.vocabulary.learning import HORIZONS
from coalitionkit.places import PLAN
from coalitionkit.prose import listed
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import IMPERATIVE

_METRICS = PLAN / "metrics"
_SOURCES = (IMPERATIVE.at("performance management"),)
_SHORT, _MEDIUM = 3, 6
_THE = {word.slug: f"the {word.label.lower()}" for word in HORIZONS}


@rule(
    "CK403",
    "metric-target",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=_SOURCES,
    practices=(122,),
)
def metric_target(snapshot: Snapshot) -> Iterator[Breach]:
    """Every metric with a baseline has a target.

    Why: A number without a goal informs; a number with one makes people ask what they will do about it.

    Mend: Agree on a value to reach soon, one on the way and one in the long run, and add them as
    `targets: [{by: 2028, value: 47}, {by: 2031, value: 40}, {by: 2035, value: 30}]`. Metrics of the work
    itself, of the kinds `how-much` and `how-well`, need only one. If it cannot be settled yet, say until when
    and why above the metric: `# coalition: ignore[metric-target] until=2026-10 the question is rewritten`.
    """
    for metric in snapshot.plan.metrics:
        years = terms(snapshot.plan, metric, _SHORT, _MEDIUM)
        if metric.targets or not years:
            continue
        asked = missing_terms(metric, years, snapshot.as_of.year)
        if metric.kind in ABOUT_THE_WORK:
            asked = asked[:1]
        examples = ", ".join(_example(term, snapshot.as_of.year) for term in asked)
        horizons = listed(f"one for {_THE[term.horizon]}" for term in asked)
        yield Breach(
            _METRICS[metric.id] / "targets",
            f"the metric '{metric.id}' has no target; add {horizons}: 'targets: [{examples}]'",
        )


@rule(
    "CK404",
    "target-backward",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=_SOURCES,
    practices=(122,),
)
def target_backward(snapshot: Snapshot) -> Iterator[Breach]:
    """Each target is at least as good as what comes before it.

    Why: A target on the wrong side of the baseline is most often a slip of the pen, and nobody notices
    until the coalition celebrates the wrong news.

    Mend: Correct the value of the target, the baseline or `better`.
    """
    for metric in snapshot.plan.metrics:
        for before, after in steps_back(metric):
            earlier = (
                f"the target for {before.by}" if isinstance(before, Target) else f"the value of {before.date}"
            )
            yield Breach(
                _METRICS[metric.id] / "targets",
                f"the target for {after.by}, {after.value}, is worse than {earlier}, {before.value}, as "
                f"{metric.better} is better; correct one of the two, or 'better'",
            )


@rule(
    "CK405",
    "target-horizon",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=_SOURCES,
    practices=(123,),
    options={
        "short_years": (
            "how many years after the start a target may lie and still be for the short term",
            "a first value that shows the work itself often takes three years to be published",
        ),
        "medium_years": (
            "how many years after the start a target may lie and still be for the medium term",
            "after six years few of those who set a target are still there to answer for it",
        ),
    },
)
def target_horizon(
    snapshot: Snapshot, *, short_years: int = _SHORT, medium_years: int = _MEDIUM
) -> Iterator[Breach]:
    """Metrics of how residents fare have targets for the short, the medium and the long term.

    Why: A far target gives direction and a near one tells in time whether the work goes there. With one
    alone, a coalition drifts or lives from year to year.

    Mend: Add a target for each term that is missing: `{by: 2031, value: 40}`. The terms are counted in
    calendar years from that of the baseline, or from the one in which the coalition began if that is later.
    Where you count otherwise, write at the target what it is for, such as `horizon: short-term`. If a target
    cannot be settled yet, say until when and why above the metric: `# coalition: ignore[target-horizon]
    until=2027-03 the towns meet in February`.
    """
    for metric in snapshot.plan.metrics:
        years = terms(snapshot.plan, metric, short_years, medium_years)
        missing = missing_terms(metric, years, snapshot.as_of.year)
        if metric.targets and missing and metric.kind not in ABOUT_THE_WORK:
            there = listed(f"{target.by} ({_word(horizon_of(target, years))})" for target in metric.targets)
            lacking = listed((f"{_THE[term.horizon]} ({_span(term)})" for term in missing), "or")
            examples = listed(f"'{_example(term, snapshot.as_of.year)}'" for term in missing)
            yield Breach(
                _METRICS[metric.id] / "targets",
                f"the metric '{metric.id}' has a target for {there}, but none for {lacking}, counted "
                f"from {years[0].first}; add {examples}",
            )


def _word(horizon: str | None) -> str:
    return HORIZONS.label(str(horizon)).lower()


def _span(term: Term) -> str:
    if term.last is None:
        return f"{term.first} or later"
    return f"{term.first} to {term.last}"


def _example(term: Term, year: int) -> str:
    """Return a target that would be for a term, and that does not lie before a year."""
    by = term.last or max(term.first, year) + _SHORT
    return f"{{by: {by}, value: ...}}"


@rule(
    "CK406",
    "target-passed",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=_SOURCES,
    practices=(122, 123),
)
def target_passed(snapshot: Snapshot) -> Iterator[Breach]:
    """Every metric with targets has one that still lies ahead.

    Why: Once the last target has passed, reached or not, nobody knows any more what the number should be.

    Mend: Look together at what was reached, and add the next target with its year.
    """
    for metric in snapshot.plan.metrics:
        last = max((target.by for target in metric.targets), key=lambda by: by.last, default=None)
        if last is not None and last.certainly_before(snapshot.as_of):
            yield Breach(
                _METRICS[metric.id] / "targets",
                f"the last target of the metric '{metric.id}' was for {last}; look at what was reached and "
                "set the next one",
            )
