"""Family 5: where the money comes from and what it is for."""

from collections.abc import Iterator

from coalitionkit.analysis.funding import (
    allots_to_goals,
    puts_in_something,
    strategies_of,
    unfunded_goals,
)
from coalitionkit.analysis.inventory import convener_id
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.vocabulary.funding import CAPITAL
from coalitionkit.places import PLAN
from coalitionkit.prose import listed
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, IMPERATIVE

_GONE = frozenset({"declined", "ended"})
_KINDS_NEEDED = 2
_GOALS = PLAN / "focus" / "goals"
_MONEY = (IMPERATIVE.at("financial sustainability"),)


@rule(
    "CK501",
    "capital-mix",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=_MONEY,
    practices=(135,),
)
def capital_mix(snapshot: Snapshot) -> Iterator[Breach]:
    """The money comes from at least two kinds of capital.

    Why: Work that lives on one kind of money ends with it. Public, philanthropic and commercial money also
    pay for different things, and cover for one another.

    Mend: Record every source below `funding_sources`, as `{id: ..., name: ..., capital: public, status:
    applied}`, also those you have only applied for or think of (`status: idea`). Staff time that the convener
    pays for is public or private money too.
    """
    sources = [s for s in snapshot.plan.funding_sources if s.status not in _GONE]
    kinds = {source.capital for source in sources if source.capital}
    if len(kinds) >= _KINDS_NEEDED:
        return
    if not sources:
        message = (
            "no funding source is recorded, had or hoped for; add each below 'funding_sources', with what "
            "kind of money it is, such as 'capital: public'"
        )
    elif kinds:
        labels = listed(CAPITAL.label(kind).lower() for kind in sorted(kinds))
        message = f"the only kind of money recorded is {labels}; record or look for a second one"
    else:
        message = "no funding source says what kind of money it is; add it to each, such as 'capital: public'"
    yield Breach(PLAN / "funding_sources", message)


@rule(
    "CK502",
    "goal-unfunded",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=_MONEY,
    practices=(136,),
)
def goal_unfunded(snapshot: Snapshot) -> Iterator[Breach]:
    """Money, staff or other help is set aside for every goal.

    Why: What a coalition puts first shows in where its people and its money go. A goal with neither is a
    hope.

    Mend: Ask who leads the work on the goal what it takes, and add it below `budget: lines`, staff time and
    gifts in kind as well: `{id: ..., what: ..., amount: 9000, per: year, goal: ..., funded_by: [...]}`, or
    with `strategy` in place of `goal`. Where nobody pays, `funded_by` names a funding source of the capital
    `other`. What pays for the management team serves all goals alike, and a line with neither `amount` nor
    `funded_by` sets nothing aside.
    """
    plan = snapshot.plan
    lines = PLAN / "budget" / "lines"
    goals = unfunded_goals(plan)
    if goals and not plan.budget.lines:
        yield Breach(
            lines,
            "nothing is recorded on what the work costs; add a line for each cost below 'budget: lines', "
            "with the goal that it serves",
        )
    elif goals and not allots_to_goals(plan):
        yield Breach(
            lines,
            "no line of the budget says what it serves; add 'goal' or 'strategy' to those that serve one",
        )
    else:
        for goal in goals:
            steps = strategies_of(plan, goal)
            serves = f"with 'strategy: {steps[0]}'" if steps else f"with 'goal: {goal.id}'"
            yield Breach(
                _GOALS[goal.id],
                f"no line of the budget sets anything aside for '{goal.id}'; add what it takes, in money or "
                f"staff time, below 'budget: lines' {serves}",
                (("the budget stands here", lines),),
            )


@rule(
    "CK511",
    "convener-offers-nothing",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"),),
    practices=(138,),
)
def convener_offers_nothing(snapshot: Snapshot) -> Iterator[Breach]:
    """The convener puts in resources of its own.

    Why: Whoever asks others for time, data and money and gives none has invited them to work for it.

    Mend: Record what the convener gives: a promise below `commitments`, such as `{id: ..., what: ...,
    promised_by: ..., due: 2027-06}`, with the convener or one of its people after `promised_by`, or a funding
    source with the convener as `funder`.
    """
    key = convener_id(snapshot.plan)
    if key is not None and not puts_in_something(snapshot.plan, key):
        yield Breach(
            PLAN / "commitments",
            f"nothing is recorded that the convener '{key}' puts in; add its staff time, rooms or money "
            "below 'commitments', or as 'funder' of a funding source",
        )
