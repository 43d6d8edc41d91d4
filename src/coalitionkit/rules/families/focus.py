"""Family 1: where the coalition wants to get, by which steps, and what others have planned already."""

from collections.abc import Iterator

from coalitionkit.analysis.focus import pursued, unread_parts, untouched_dimensions
from coalitionkit.findings import Profile, Severity
from coalitionkit.places import PLAN
from coalitionkit.prose import listed, some
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import BRIEF, GUIDE, IMPERATIVE, TOOLKIT

_FOCUS = PLAN / "focus"
_GOALS = _FOCUS / "goals"
_STRATEGIES = PLAN / "strategies"
_SHARED_FOCUS = (IMPERATIVE.at("shared focus"),)


@rule("CK101", "north-star-missing", profile=Profile.SUSTAIN, sources=_SHARED_FOCUS, practices=(116,))
def north_star_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """The coalition has put its vision into words.

    Why: Partners come and go over the years, and each has aims of their own. One sentence that all agreed on
    tells them what they are still there for.

    Mend: Write `north_star` below `focus`, in one or two sentences that a resident would say.
    """
    if snapshot.plan.focus.north_star is None:
        yield Breach(
            _FOCUS / "north_star",
            "the vision is not recorded; write 'north_star' below 'focus', in a sentence or two",
        )


@rule("CK102", "goal-missing", profile=Profile.SUSTAIN, sources=_SHARED_FOCUS, practices=(116,))
def goal_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """The coalition has set itself at least one goal.

    Why: A vision is never reached. Goals are what a group can work toward, reach and be held to.

    Mend: Add a goal below `focus: goals`, with the outcomes by which it is recognized and the steps on the
    way: `{id: ..., statement: ..., outcomes: [...], priorities: [{text: ..., due: 2027-06}], dimensions:
    [economic-success]}`.
    """
    if not snapshot.plan.focus.goals:
        yield Breach(
            _GOALS, "no goal is recorded; add one below 'focus: goals' with 'statement' and 'outcomes'"
        )


@rule(
    "CK103",
    "goal-outcome",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=_SHARED_FOCUS,
    practices=(116,),
)
def goal_outcome(snapshot: Snapshot) -> Iterator[Breach]:
    """Every goal says what will be different for residents.

    Why: Without outcomes, work on a goal counts as success, whether or not anyone is better off.

    Mend: List `outcomes` of the goal: changes for residents, better with the `metrics` that show them.
    """
    for goal in snapshot.plan.focus.goals:
        if not goal.outcomes:
            yield Breach(
                _GOALS[goal.id] / "outcomes",
                f"the goal '{goal.id}' names no outcome; write under 'outcomes' what will be different",
            )


@rule(
    "CK104",
    "goal-priority",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=_SHARED_FOCUS,
    practices=(117,),
)
def goal_priority(snapshot: Snapshot) -> Iterator[Breach]:
    """Every goal has steps on the way that come first.

    Why: A goal that lies ten years away moves nobody on Monday. Members need to know what to do before it.

    Mend: List `priorities` of the goal, in order, each with a `due` date if you have one.
    """
    for goal in snapshot.plan.focus.goals:
        if not goal.priorities:
            yield Breach(
                _GOALS[goal.id] / "priorities",
                f"no step toward the goal '{goal.id}' is recorded; write under 'priorities' what comes first",
            )


@rule(
    "CK105",
    "dimension-untouched",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(118,),
)
def dimension_untouched(snapshot: Snapshot) -> Iterator[Breach]:
    """Together the goals touch all three dimensions of mobility.

    Why: People who earn more but have no say and no standing are not out of poverty. Work that aims at income
    alone leaves the rest as it was.

    Mend: Write under `dimensions` of each goal what it serves. Where a dimension is left over, ask whether a
    goal is missing.
    """
    plan = snapshot.plan
    untouched = untouched_dimensions(plan)
    if plan.focus.goals and untouched:
        yield Breach(
            _GOALS,
            f"no goal is recorded as serving {some(untouched)}; add it to 'dimensions' of one, or add a goal",
        )


@rule(
    "CK106",
    "equity-unwritten",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(119,),
)
def equity_unwritten(snapshot: Snapshot) -> Iterator[Breach]:
    """Equity is written down both as an aim and as a way of working.

    Why: A coalition that aims at equity and decides over people's heads repeats what it wants to end; one
    that only meets nicely closes no gap.

    Mend: Write below `focus: equity` under `goal` which gaps you want to close, and under `process` how those
    concerned share in deciding.
    """
    equity = snapshot.plan.focus.equity
    if equity.goal is None:
        yield Breach(
            _FOCUS / "equity" / "goal",
            "which gaps the coalition wants to close is not recorded; write it under 'goal' of 'focus: "
            "equity'",
        )
    if equity.process is None:
        yield Breach(
            _FOCUS / "equity" / "process",
            "how those concerned share in deciding is not recorded; write it under 'process' of 'focus: "
            "equity'",
        )


@rule(
    "CK111",
    "strategy-lead-missing",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("Step 4"), BRIEF.at()),
    practices=(132,),
)
def strategy_lead_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """Every strategy has an agency or an organization that leads it.

    Why: What all partners carry together, nobody carries when it gets hard. Whoever leads calls the next
    step.

    Mend: Write under `lead` of the strategy the id of the partner or member that leads it.
    """
    for strategy in pursued(snapshot.plan):
        if strategy.lead is None:
            yield Breach(
                _STRATEGIES[strategy.id] / "lead",
                f"nobody leads the strategy '{strategy.id}'; write under 'lead' which partner or member does",
            )


@rule(
    "CK112",
    "systems-untouched",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(120,),
)
def systems_untouched(snapshot: Snapshot) -> Iterator[Breach]:
    """At least one strategy changes a system and does not only run a program.

    Why: Programs help those whom they reach, as long as the money lasts. Rules, budgets and habits of large
    institutions reach everyone, and go on.

    Mend: Write `kind: system` for strategies that change rules or institutions. If there is none, look for
    what makes the programs necessary.
    """
    strategies = pursued(snapshot.plan)
    if strategies and all(strategy.kind != "system" for strategy in strategies):
        yield Breach(
            _STRATEGIES,
            "no strategy is recorded as changing a system; write 'kind: system' where one does, or add one",
        )


@rule(
    "CK121",
    "existing-plan-unread",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(BRIEF.at(),),
    practices=(131,),
)
def existing_plan_unread(snapshot: Snapshot) -> Iterator[Breach]:
    """Existing plans are listed with their priorities, the offices involved and how results are measured.

    Why: Departments have promised and funded a good part of what a coalition will ask for. Who knows their
    plans can build on them instead of competing.

    Mend: List plans of the city, the county and others below `plans`, with `priorities`, `offices` and
    `measures`.
    """
    existing = snapshot.plan.plans
    if not existing:
        yield Breach(
            PLAN / "plans",
            "no existing plan of a city, county or agency is recorded; list those to build on below 'plans'",
        )
    by_columns: dict[tuple[str, ...], list[str]] = {}
    for one in existing:
        by_columns.setdefault(unread_parts(one), []).append(one.id)
    for columns, ids in by_columns.items():
        if columns:
            keys = listed(f"'{column}'" for column in columns)
            yield Breach(
                PLAN / "plans",
                f"nothing is recorded under {keys} of {some(ids)}; look it up in the plan and add it",
            )
