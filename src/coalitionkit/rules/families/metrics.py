"""Family 4: what is measured, from where and to where."""

from collections.abc import Iterator

from coalitionkit.findings import Profile, Severity
from coalitionkit.places import PLAN
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import IMPERATIVE

_METRICS = PLAN / "metrics"
_SOURCES = (IMPERATIVE.at("performance management"),)


@rule(
    "CK401",
    "metric-missing",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=_SOURCES,
)
def metric_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """The coalition measures at least one thing that it wants to change.

    Why: Without a number that everyone looks at, members cannot tell progress from activity, and an
    invitation has no local fact to point to.

    Mend: Add one metric below `metrics`, with its source, its value today and the value to reach.
    """
    if not snapshot.plan.metrics:
        yield Breach(_METRICS, "no metric is recorded; add one with its baseline and a target")


@rule(
    "CK402",
    "metric-baseline",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=_SOURCES,
)
def metric_baseline(snapshot: Snapshot) -> Iterator[Breach]:
    """Every metric has a baseline.

    Why: Whether things get better can be told only from where they stood.

    Mend: Add `baseline` with a date and a value. An older published value is a good start.
    """
    for metric in snapshot.plan.metrics:
        if metric.baseline is None:
            yield Breach(
                _METRICS[metric.id] / "baseline",
                f"the metric '{metric.id}' has no baseline; add 'baseline: {{date: ..., value: ...}}'",
            )


@rule(
    "CK403",
    "metric-target",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=_SOURCES,
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
