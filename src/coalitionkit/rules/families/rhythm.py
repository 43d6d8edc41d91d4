"""Family 7: how often groups meet, and what was promised by when."""

from collections.abc import Iterator
from itertools import pairwise

from coalitionkit.analysis.duties import gone
from coalitionkit.analysis.meetings import last_met, meets_on
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.vocabulary.rhythm import CADENCES
from coalitionkit.periods import TIMES_A_YEAR, shifted
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import listed
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, IMPERATIVE, TOOLKIT

_CHAMPIONS = "champion"
_BY_CLOSENESS = ("management-team", "key-stakeholder", _CHAMPIONS)
_CADENCE = PLAN / "rhythm" / "cadence"
_COMMITMENTS = PLAN / "commitments"
_LEAP_YEAR = 366


@rule(
    "CK701",
    "cadence-order",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(GUIDE.at("Step 4"), TOOLKIT.at("chapter 2")),
    practices=(2, 3, 94),
)
def cadence_order(snapshot: Snapshot) -> Iterator[Breach]:
    """The management team meets most often, key stakeholders less often, champions least often.

    Why: Those who do the daily work need each other every week or two; champions stay willing when they
    are called only at the moments that need them. The other way round, one side idles and the other
    burns out.

    Mend: Write under `rhythm` how often each of the three groups meets, falling from the management team to
    the champions, who still meet at least once a year: `cadence: {management-team: every-two-weeks,
    key-stakeholder: monthly, champion: twice-a-year}`.
    """
    cadence = snapshot.plan.rhythm.cadence
    missing = [group for group in _BY_CLOSENESS if group not in cadence]
    if missing:
        groups = listed(f"'{group}'" for group in missing)
        yield Breach(
            _CADENCE, f"how often {groups} should meet is not recorded; add it below 'rhythm: cadence:'"
        )
    for closer, farther in pairwise(group for group in _BY_CLOSENESS if group in cadence):
        if TIMES_A_YEAR[cadence[farther]] >= TIMES_A_YEAR[cadence[closer]]:
            yield Breach(
                _CADENCE / farther,
                f"the group '{farther}' meets at least as often as '{closer}'; let it meet less often, or "
                "the other more often",
                (("the other group's cadence", _CADENCE / closer),),
            )


@rule(
    "CK702",
    "champions-unmet",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.3"), TOOLKIT.at("chapter 2")),
    practices=(3,),
    options={
        "days": (
            "after how many days without a meeting with the champions, held or planned, the rule speaks",
            "less often than once a year is never, as far as a busy person can tell",
        ),
    },
)
def champions_unmet(snapshot: Snapshot, *, days: int = 366) -> Iterator[Breach]:
    """Champions meet at least once a year, by themselves or with everyone.

    Why: Champions need not come often, but someone who has heard nothing for a year speaks for nothing.

    Mend: Add a short meeting of the kind `champions-briefing` for the group `champion`, or a series.
    """
    plan = snapshot.plan
    if not plan.champions:
        return
    since = shifted(snapshot.as_of, -days)
    last = last_met(plan, _CHAMPIONS)
    if (last is None or last.certainly_before(since)) and not meets_on(plan, _CHAMPIONS, since):
        when = f"since {last}" if last else "yet"
        yield Breach(
            PLAN / "meetings",
            f"no meeting with the champions is recorded {when}, nor planned; add one of the kind "
            "'champions-briefing'",
        )


@rule(
    "CK703",
    "group-overdue",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.4"), IMPERATIVE.at("operational rhythm")),
    practices=(2, 94),
)
def group_overdue(snapshot: Snapshot) -> Iterator[Breach]:
    """Groups meet as often as was agreed.

    Why: A rhythm that is agreed and not kept tells members that what is agreed here does not count.

    Mend: Add the meetings that took place, plan the next one, or agree on a slower rhythm.
    """
    plan = snapshot.plan
    for group, cadence in plan.rhythm.cadence.items():
        last = last_met(plan, group)
        if group == _CHAMPIONS or last is None:
            continue
        since = shifted(snapshot.as_of, -2 * _LEAP_YEAR // TIMES_A_YEAR[cadence])
        if last.certainly_before(since) and not meets_on(plan, group, since):
            yield Breach(
                _CADENCE / group,
                f"the group '{group}' is to meet {CADENCES.label(cadence).lower()}, yet its last meeting is "
                f"of {last}; plan the next one, or agree on another rhythm",
            )


@rule(
    "CK711",
    "promise-incomplete",
    profile=Profile.DRAFT,
    sources=(GUIDE.at("4.1"),),
    practices=(23,),
)
def promise_incomplete(snapshot: Snapshot) -> Iterator[Breach]:
    """Every promise has an owner and a date.

    Why: What nobody in particular will do by no particular day is a wish. Partners judge a coalition by
    whether it keeps its word.

    Mend: Add `promised_by: ...`, a member or partner, and `due: 2026-12`; a month or a year is enough.
    """
    for commitment in snapshot.plan.commitments:
        if commitment.promised_by is None:
            yield Breach(
                _COMMITMENTS[commitment.id] / "promised_by",
                f"nobody answers for the promise '{commitment.id}'; add 'promised_by'",
            )
        if commitment.due is None and commitment.done is None:
            yield Breach(
                _COMMITMENTS[commitment.id] / "due",
                f"the promise '{commitment.id}' has no date; add 'due'",
            )


@rule(
    "CK712",
    "promise-overdue",
    profile=Profile.DRAFT,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.1"),),
    practices=(23,),
)
def promise_overdue(snapshot: Snapshot) -> Iterator[Breach]:
    """Promises are kept by their day, or a new day is agreed.

    Why: A promise that lapses in silence costs more trust than one that is moved in the open.

    Mend: Write `done: 2026-06-30` with the day if it was kept. If not, ask what stands in the way and agree
    on a new `due`.
    """
    for commitment in snapshot.plan.commitments:
        if commitment.done is not None or commitment.due is None:
            continue
        if commitment.due.certainly_before(snapshot.as_of):
            yield Breach(
                _COMMITMENTS[commitment.id] / "due",
                f"the promise '{commitment.id}' was due by {commitment.due}; write 'done', or agree on a new "
                "day",
            )


@rule(
    "CK713",
    "duty-orphaned",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.1"), IMPERATIVE.at("governance structure")),
    practices=(23, 125, 137),
)
def duty_orphaned(snapshot: Snapshot) -> Iterator[Breach]:
    """Whoever answers for something is still there.

    Why: When people move on, what they alone looked after stops without anyone deciding that it should.

    Mend: Name who takes it over. Where the duty goes with a role, write the role's id instead: it outlives
    its holder.
    """
    left = gone(snapshot.plan)
    for what, who, address in _duties(snapshot.plan):
        if who in left:
            yield Breach(address, f"'{who}' answers for {what} and has left; name who takes it over")


def _duties(plan: Coalition) -> Iterator[tuple[str, str | None, Address]]:
    """Give what someone answers for, who does, and where it is written."""
    for commitment in plan.commitments:
        if commitment.done is None:
            address = _COMMITMENTS[commitment.id] / "promised_by"
            yield f"the promise '{commitment.id}'", commitment.promised_by, address
    for metric in plan.metrics:
        yield f"the metric '{metric.id}'", metric.owner, (PLAN / "metrics")[metric.id] / "owner"
    for slug, practice in plan.practices.items():
        yield f"the practice '{slug}'", practice.by, PLAN / "practices" / slug / "by"
