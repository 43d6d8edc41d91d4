"""Family 4: where the numbers should get, and by when."""

from collections.abc import Iterator

from coalitionkit.analysis.measures import ABOUT_THE_WORK, horizons_without_target, steps_back
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.metrics import Target
from coalitionkit.places import PLAN
from coalitionkit.prose import listed
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import IMPERATIVE

_METRICS = PLAN / "metrics"
_SOURCES = (IMPERATIVE.at("performance management"),)


@rule(
    "CK403",
    "metric-target",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=_SOURCES,
    practices=(122,),
)
def metric_target(snapshot: Snapshot) -> Iterator[Breach]:
    """Every metric has a target.

    Why: A number without a goal informs; a number with one makes people ask what they will do about it.

    Mend: Add `targets` with at least one `{by: ..., value: ...}`, better one for the near and one for the
    far future.
    """
    for metric in snapshot.plan.metrics:
        if not metric.targets:
            yield Breach(
                _METRICS[metric.id] / "targets",
                f"the metric '{metric.id}' has no target; add 'targets: [{{by: ..., value: ...}}]'",
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
            "how many years after the baseline a target may lie and still be for the short term",
            "a first value that shows the work itself often takes three years to be published",
        ),
        "medium_years": (
            "how many years after the baseline a target may lie and still be for the medium term",
            "beyond seven years few of those who set a target are still there to answer for it",
        ),
    },
)
def target_horizon(snapshot: Snapshot, *, short_years: int = 3, medium_years: int = 7) -> Iterator[Breach]:
    """Metrics of how residents fare have targets for the short, the medium and the long term.

    Why: A far target gives direction and a near one tells in time whether the work goes there. With one
    alone, a coalition drifts or lives from year to year.

    Mend: Add the missing targets, and write `horizon` where the date does not make it plain. Metrics of
    the work itself, of the kinds `how-much` and `how-well`, need not have all three.
    """
    for metric in snapshot.plan.metrics:
        missing = horizons_without_target(metric, short_years, medium_years)
        if metric.targets and missing and metric.kind not in ABOUT_THE_WORK:
            terms = listed(f"the {horizon.replace('-', ' ')}" for horizon in missing)
            yield Breach(
                _METRICS[metric.id] / "targets",
                f"the metric '{metric.id}' has no target for {terms}; add one, or say by 'horizon' "
                "what the targets are for",
            )


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
