"""Family 4: what is measured, from where, for whom, and who keeps it current."""

from collections.abc import Iterator

from coalitionkit.analysis.breakdowns import idle_lines, shown_populations
from coalitionkit.analysis.likely import workers_with
from coalitionkit.analysis.measures import ABOUT_THE_WORK, freshness
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.vocabulary.mobility import PILLAR_OF, STANDARD_METRICS
from coalitionkit.model.vocabulary.rhythm import CADENCES
from coalitionkit.places import PLAN
from coalitionkit.prose import first_few, listed, some
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, IMPERATIVE, TOOLKIT

_METRICS = PLAN / "metrics"
_MOST_ASKED = 2
_SOURCES = (IMPERATIVE.at("performance management"),)


@rule(
    "CK401",
    "metric-missing",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=_SOURCES,
    practices=(121, 122),
)
def metric_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """The coalition measures at least one thing that it wants to change.

    Why: Without a number that everyone looks at, members cannot tell progress from activity, and an
    invitation has no local fact to point to.

    Mend: Add one below `metrics`: `{id: ..., name: ..., source: ..., baseline: {date: ..., value: ...},
    targets: [{by: ..., value: ...}]}`. Begin with a number that is published already.
    """
    if not snapshot.plan.metrics:
        yield Breach(
            _METRICS,
            "no metric is recorded; add one with 'id', 'name', 'source', 'baseline' and 'targets'",
        )


@rule(
    "CK402",
    "metric-baseline",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=_SOURCES,
    practices=(121,),
)
def metric_baseline(snapshot: Snapshot) -> Iterator[Breach]:
    """Every metric has a baseline.

    Why: Whether things get better can be told only from where they stood.

    Mend: Add how things stood before the work could change them, as `baseline: {date: 2025, value: 51}`. Of a
    whole city or county the newest published value will do. If it cannot be known yet, say until when and why
    above the metric: `# coalition: ignore[metric-baseline] until=2026-10 the first class ends in September`.
    """
    for metric in snapshot.plan.metrics:
        if metric.baseline is None:
            then = "" if metric.targets else " and then 'targets'"
            yield Breach(
                _METRICS[metric.id] / "baseline",
                f"the metric '{metric.id}' has no baseline; add 'baseline: {{date: ..., value: ...}}'{then}, "
                "or a comment that says until when it cannot be known",
            )


@rule(
    "CK407",
    "predictor-unmeasured",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(*_SOURCES, TOOLKIT.at("chapter 2")),
    practices=(121,),
)
def predictor_unmeasured(snapshot: Snapshot) -> Iterator[Breach]:
    """Each predictor that the coalition puts first has a metric.

    Why: What comes first and is not measured is soon no longer what comes first.

    Mend: Where a metric tells about it already, write this `predictor` there. Otherwise add one, with all
    that is asked of a metric: `baseline`, `targets`, `groups`, `owner`, `cadence` and
    `developed_with_community`. Urban's Mobility Metrics have a published value for most cities and counties.
    If something else comes first by now, change `focus: predictors`.
    """
    plan = snapshot.plan
    measured = {metric.predictor for metric in plan.metrics}
    measured |= {PILLAR_OF.get(str(predictor)) for predictor in measured}
    for index, predictor in enumerate(plan.focus.predictors):
        if plan.metrics and predictor not in measured:
            standard = STANDARD_METRICS.get(predictor)
            example = f" (such as: {standard[0].lower()}{standard[1:]})" if standard else ""
            yield Breach(
                (PLAN / "focus" / "predictors")[index],
                f"no metric tells about '{predictor}'; add one below 'metrics'{example}, or take it off "
                "this list if it does not come first",
            )


@rule(
    "CK408",
    "metric-average",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.1"), TOOLKIT.at("chapter 2")),
    practices=(124,),
)
def metric_average(snapshot: Snapshot) -> Iterator[Breach]:
    """Metrics of how residents fare are shown by groups as well.

    Why: An average can rise while those who are furthest behind fall further. Only numbers by group show
    whether a gap closes.

    Mend: Add `groups`, such as by race and ethnicity, by neighborhood or by income, with their numbers:
    `{group: eastside, breakdown: neighborhood, values: [{date: 2025, value: 8}]}`. Metrics of the work
    itself, of the kinds `how-much` and `how-well`, may do without. If there are no such numbers yet, say
    until when and why above the metric: `# coalition: ignore[metric-average] until=2027-03 the survey is
    being enlarged`.
    """
    for metric in snapshot.plan.metrics:
        if not metric.groups and metric.kind not in ABOUT_THE_WORK:
            yield Breach(
                _METRICS[metric.id] / "groups",
                f"the metric '{metric.id}' shows an average only; add 'groups', such as by race and "
                "ethnicity or by neighborhood",
            )


@rule(
    "CK409",
    "population-unmeasured",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(GUIDE.at("4.1"), TOOLKIT.at("chapter 2")),
    practices=(124,),
)
def population_unmeasured(snapshot: Snapshot) -> Iterator[Breach]:
    """Some metric shows how each group that the coalition puts first is faring.

    Why: A group that no number shows is easily forgotten when money and time are shared out. Some groups
    are too small for published data; then their own organizations may know.

    Mend: Add the group below `groups` of a metric, with its number: `{group: eastside, population:
    renters-with-low-incomes, values: [{date: 2025, value: 8}]}`. If there is no number, say until when and
    why above the priority: `# coalition: ignore[population-unmeasured] until=2027-06 too few for the survey`.
    """
    plan = snapshot.plan
    if not any(metric.groups for metric in plan.metrics):
        return
    shown = shown_populations(plan)
    for index, population in enumerate(plan.focus.populations):
        if population in shown:
            continue
        lines = idle_lines(plan, population)
        for line in lines:
            how = (
                "by its name or breakdown is about others; correct 'population', and add a group that does"
                if line.has_values
                else "has no value yet; add 'values', or a comment that says until when there are none"
            )
            yield Breach(
                (_METRICS[line.metric] / "groups")[line.group],
                f"the group '{line.group}' is to show how '{population}' fare, and {how}",
            )
        if not lines:
            others = some(workers_with(plan, population)[:_MOST_ASKED], "or")
            ask = f", or ask {others} what could be counted" if others else ""
            yield Breach(
                (PLAN / "focus" / "populations")[index],
                f"no metric shows how '{population}' fare; add them with 'population' and 'values' below "
                f"'groups' of a metric{ask}",
            )


@rule(
    "CK411",
    "metric-unkept",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=_SOURCES,
    practices=(125,),
)
def metric_unkept(snapshot: Snapshot) -> Iterator[Breach]:
    """Each metric has an owner and a rhythm in which new values come.

    Why: A number that is everybody's is updated by nobody.

    Mend: Add `owner`, a role or a member, and `cadence`, how often there is a new value.
    """
    for metric in snapshot.plan.metrics:
        keys = {"owner": metric.owner, "cadence": metric.cadence}
        missing = [key for key, value in keys.items() if value is None]
        if missing:
            words = listed(f"'{key}'" for key in missing)
            yield Breach(
                _METRICS[metric.id] / missing[0],
                f"it is not recorded who keeps the metric '{metric.id}' current, or how often; add {words}",
            )


@rule(
    "CK412",
    "metric-stale",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=_SOURCES,
    practices=(125,),
    options={
        "days": (
            "how many days old a value may be in any case, however often there should be a new one",
            "a value that comes every week still has to be gathered, looked at and written down",
        ),
    },
)
def metric_stale(snapshot: Snapshot, *, days: int = 90) -> Iterator[Breach]:
    """The newest value of each metric is no older than twice its cadence.

    Why: Decisions that rest on old numbers answer the questions of years ago. Published data lag behind;
    a whole further cadence allows for that.

    Mend: Add the newest value below `values`, as `{date: 2026, value: 49}`. Where data come later or more
    seldom, change `cadence`.
    """
    for metric in snapshot.plan.metrics:
        value = freshness(metric, days)
        if value is not None and value.until < snapshot.as_of:
            often = CADENCES.label(str(metric.cadence)).lower()
            yield Breach(
                _METRICS[metric.id] / "values",
                f"the newest value of the metric '{metric.id}' is of {value.of}, though one should come "
                f"{often}; add it, or correct 'cadence'",
            )


@rule(
    "CK413",
    "metric-without-residents",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(GUIDE.at("4.1"), TOOLKIT.at("chapter 2")),
    practices=(127,),
)
def metric_without_residents(snapshot: Snapshot) -> Iterator[Breach]:
    """It is recorded how residents took part in choosing what is measured.

    Why: Those who live with a problem know which number would show that it is gone, and which one looks
    good while nothing changes.

    Mend: Add `developed_with_community` to each metric: who was asked, and what it changed.
    """
    silent = [m.id for m in snapshot.plan.metrics if m.developed_with_community is None]
    if silent:
        names = first_few([f"'{name}'" for name in silent])
        yield Breach(
            _METRICS[silent[0]] / "developed_with_community",
            f"nothing is recorded about how residents took part in choosing {names}; add "
            "'developed_with_community'",
        )
