"""Family 4: what residents said, what was learned, and what became of it."""

from collections.abc import Iterator

from coalitionkit.analysis.practices import is_recorded
from coalitionkit.findings import Profile, Severity
from coalitionkit.periods import shifted
from coalitionkit.places import PLAN
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import BRIEF, GUIDE, IMPERATIVE, TOOLKIT

_ENGAGEMENTS = PLAN / "engagements"
_STRATEGIES = PLAN / "strategies"
_BEGUN = frozenset({"under-way", "done"})
_AGREEMENTS = "data-sharing-agreements"


@rule(
    "CK441",
    "findings-missing",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"), BRIEF.at()),
    practices=(48,),
    options={
        "days": (
            "how many days after an engagement its findings should be written down",
            "after a month nobody remembers well what was said",
        ),
    },
)
def findings_missing(snapshot: Snapshot, *, days: int = 30) -> Iterator[Breach]:
    """What was learned from residents is written down soon after.

    Why: People gave their time and their stories. What is not written down soon is lost to everyone who
    was not in the room.

    Mend: Add `findings` to the engagement: what was learned, without anyone's name.
    """
    for engagement in snapshot.plan.engagements:
        date = engagement.date
        if engagement.findings is not None or date is None:
            continue
        if date.certainly_before(shifted(snapshot.as_of, -days)):
            yield Breach(
                _ENGAGEMENTS[engagement.id] / "findings",
                f"nothing is recorded of what was learned in '{engagement.id}' ({date}); add 'findings'",
            )


@rule(
    "CK442",
    "findings-unlinked",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"), TOOLKIT.at("chapter 2")),
    practices=(48,),
)
def findings_unlinked(snapshot: Snapshot) -> Iterator[Breach]:
    """What was learned from residents bears on something that the coalition is after today.

    Why: Findings that no goal, strategy, metric or need takes up were heard and not listened to.

    Mend: Write under `informs` the ids of what the findings bear on. If they bear on nothing, ask whether
    a goal is missing.
    """
    stopped = {strategy.id for strategy in snapshot.plan.strategies if strategy.status == "stopped"}
    for engagement in snapshot.plan.engagements:
        if engagement.findings is not None and stopped.issuperset(engagement.informs):
            what = (
                "only on what was stopped" if engagement.informs else "on no goal, strategy, metric or need"
            )
            yield Breach(
                _ENGAGEMENTS[engagement.id] / "informs",
                f"the findings of '{engagement.id}' bear {what}; write under 'informs' what takes them up",
            )


@rule(
    "CK443",
    "not-reported-back",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"), BRIEF.at()),
    practices=(49,),
    options={
        "days": (
            "how many days after an engagement its participants should have heard what came of it",
            "three months leave time to think, and are short enough that people still know what they said",
        ),
    },
)
def not_reported_back(snapshot: Snapshot, *, days: int = 90) -> Iterator[Breach]:
    """Those who were asked are told what came of it.

    Why: Residents are asked again and again and rarely hear back. Who hears back comes again, and can say
    where they were misunderstood.

    Mend: Tell the participants what was learned and what follows from it, then add `reported_back` with
    the date.
    """
    for engagement in snapshot.plan.engagements:
        date = engagement.date
        if engagement.reported_back is not None or engagement.findings is None or date is None:
            continue
        if date.certainly_before(shifted(snapshot.as_of, -days)):
            yield Breach(
                _ENGAGEMENTS[engagement.id] / "reported_back",
                f"those who took part in '{engagement.id}' ({date}) have not heard what came of it; tell "
                "them, and add 'reported_back'",
            )


@rule(
    "CK444",
    "engagement-ceased",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"), TOOLKIT.at("chapter 2")),
    practices=(50,),
    options={
        "days": (
            "after how many days without an engagement, held or planned, the rule speaks",
            "residents who are asked less than once a year are asked once",
        ),
    },
)
def engagement_ceased(snapshot: Snapshot, *, days: int = 366) -> Iterator[Breach]:
    """Residents are asked again at least once a year.

    Why: A plan that rests on one round of listening grows old with it, and those who were asked once feel
    used.

    Mend: Plan the next occasion below `engagements`, with its `date`.
    """
    dates = [engagement.date for engagement in snapshot.plan.engagements if engagement.date is not None]
    last = max(dates, key=lambda day: day.last, default=None)
    if last is not None and last.certainly_before(shifted(snapshot.as_of, -days)):
        yield Breach(
            _ENGAGEMENTS,
            f"the last time that residents were asked was {last}; plan the next occasion below 'engagements'",
        )


@rule(
    "CK445",
    "win-unreported",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.3"), TOOLKIT.at("chapter 2")),
    practices=(126, 140),
)
def win_unreported(snapshot: Snapshot) -> Iterator[Breach]:
    """Every win is reported to members and residents.

    Why: Early wins are what keeps people at the table through the years in which the numbers do not move
    yet. A win that nobody hears of keeps nobody.

    Mend: Tell members and residents of it, then add `reported` with the date.
    """
    for strategy in snapshot.plan.strategies:
        for index, win in enumerate(strategy.wins):
            if win.reported is None:
                yield Breach(
                    (_STRATEGIES[strategy.id] / "wins")[index],
                    "it is not recorded that members and residents were told of this win; tell them, and add "
                    "'reported' with the date",
                )


@rule(
    "CK446",
    "win-missing",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(GUIDE.at("4.3"), TOOLKIT.at("chapter 2")),
    practices=(140, 141),
)
def win_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """Once strategies are under way, something that went well is recorded.

    Why: Those who give their time want to see that it matters. There is nearly always a small thing to
    show, and finding it together is worth a meeting.

    Mend: Add what went well below `wins` of the strategy: a rule changed, a door opened, a first person
    helped.
    """
    strategies = snapshot.plan.strategies
    begun = [strategy.id for strategy in strategies if strategy.status in _BEGUN]
    if begun and not any(strategy.wins for strategy in strategies):
        yield Breach(
            _STRATEGIES[begun[0]] / "wins",
            "no win is recorded for any strategy, though work has begun; add what went well below 'wins', "
            "however small",
        )


@rule(
    "CK447",
    "data-agreement-missing",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.1"), IMPERATIVE.at("performance management")),
    practices=(129,),
)
def data_agreement_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """Where data pass between partners, it is recorded which agreement covers them.

    Why: Data about people may not be passed on by word of mouth. An agreement says what for, who sees
    them and when they are deleted, and it outlasts those who made it.

    Mend: Add `data-sharing-agreements` below `practices`: which agreements there are, and until when. If
    there is none yet, agree on one before more data move.
    """
    plan = snapshot.plan
    flows = [tie for tie in plan.ties if tie.kind == "shares-data-with"]
    if flows and not is_recorded(plan, _AGREEMENTS):
        tie = flows[0]
        yield Breach(
            PLAN / "practices" / _AGREEMENTS,
            f"'{tie.who}' shares data with '{tie.whom}', and nothing is recorded about agreements; add "
            f"'{_AGREEMENTS}' below 'practices'",
        )
