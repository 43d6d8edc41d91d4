"""Values that were measured, and targets that were set."""

from collections.abc import Iterable, Mapping

from coalitionkit.edits import Add, Bare, Data, Edit, Put, Remove
from coalitionkit.errors import AgainstRecordError, UnknownRecordError
from coalitionkit.keeping.deed import Deed, dated, puts
from coalitionkit.keeping.records import at, the_metric
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.metrics import Measurement, Metric, MetricGroup, Target
from coalitionkit.periods import PartialDate
from coalitionkit.places import Address
from coalitionkit.prose import did_you_mean, quoted


def measure(  # noqa: PLR0913 - each is a part of one record
    plan: Coalition,
    key: str,
    on: PartialDate,
    value: str,
    *,
    group: str | None = None,
    bounds: Mapping[str, str] | None = None,
    quality: str | None = None,
    replace: bool = False,
) -> Deed:
    """Record the value of a metric for a day, month or year, for all or for one group.

    `bounds` may be `low` and `high`. Raises AgainstRecordError when there is a value already, unless that is
    to be replaced.
    """
    metric = the_metric(plan, key)
    owner: Metric | MetricGroup = metric
    here = at("metrics", metric)
    if group is not None:
        owner = _group(metric, group)
        here = (here / "groups")[owner.group]
    values: dict[str, Data] = {"value": Bare(value)}
    values |= {name: Bare(bound) for name, bound in (bounds or {}).items()}
    if quality is not None:
        values["quality"] = Bare(quality)
    of = f"'{metric.id}'" + (f" for '{group}'" if group else "")
    earlier = next((one for one in owner.values if one.date == on), None)
    unit = f" {metric.unit}" if metric.unit else ""
    if earlier is not None:
        _may_replace(f"{of} has the value {earlier.value} for {on}", replace=replace)
        there = (here / "values")[str(earlier.date)]
        edits = _anew(there, earlier, values, ("low", "high", "quality"))
        return Deed(edits, f"The value of {of} for {on} is {value}{unit} and no longer {earlier.value}.")
    edits = (_added(here / "values", owner.values, {"date": dated(on), **values}),)
    return Deed(edits, f"The value of {of} for {on} is {value}{unit}.", _without_start(metric))


def aim(
    plan: Coalition,
    key: str,
    by: PartialDate,
    value: str,
    *,
    horizon: str | None = None,
    replace: bool = False,
) -> Deed:
    """Record a value to reach by a day. Raises AgainstRecordError when there is one for that day already."""
    metric = the_metric(plan, key)
    targets = at("metrics", metric) / "targets"
    values: dict[str, Data] = {"value": Bare(value)}
    if horizon is not None:
        values["horizon"] = horizon
    earlier = next((one for one in metric.targets if one.by == by), None)
    if earlier is not None:
        _may_replace(f"'{metric.id}' is to reach {earlier.value} by {by}", replace=replace)
        edits = _anew(targets[str(earlier.by)], earlier, values, ())
        return Deed(edits, f"'{metric.id}' is to reach {value} by {by} and no longer {earlier.value}.")
    edits = (_added(targets, metric.targets, {"by": dated(by), **values}),)
    return Deed(edits, f"'{metric.id}' is to reach {value} by {by}.", _without_start(metric))


def _group(metric: Metric, key: str) -> MetricGroup:
    for group in metric.groups:
        if group.group == key:
            return group
    hint = did_you_mean(key, [group.group for group in metric.groups]).lstrip("; ")
    raise UnknownRecordError(f"the metric '{metric.id}' has no group {quoted(key)}", hint=hint)


def _may_replace(there: str, *, replace: bool) -> None:
    if not replace:
        raise AgainstRecordError(f"{there} already", hint="--replace puts the new one in its place")


def _anew(
    there: Address, earlier: Measurement | Target, values: Mapping[str, Data], passing: Iterable[str]
) -> tuple[Edit, ...]:
    """Write values over earlier ones; what was said of the earlier one alone goes with it."""
    gone = [name for name in passing if getattr(earlier, name) is not None and name not in values]
    return (*puts(there, values), *(Remove(there / name) for name in gone))


def _added(here: Address, had: tuple[object, ...], item: Mapping[str, Data]) -> Edit:
    return Add(here, item) if had else Put(here, [item])


def _without_start(metric: Metric) -> tuple[str, ...]:
    if metric.baseline is not None:
        return ()
    return (
        f"'{metric.id}' has no baseline to compare with; 'coalition set metric {metric.id} ...' adds one",
    )
