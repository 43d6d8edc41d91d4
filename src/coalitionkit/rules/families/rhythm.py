"""Family 7: how often groups meet, and what was promised by when."""

from collections.abc import Iterator
from itertools import pairwise

from coalitionkit.findings import Profile, Severity
from coalitionkit.periods import TIMES_A_YEAR
from coalitionkit.places import PLAN
from coalitionkit.prose import listed
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, TOOLKIT

_BY_CLOSENESS = ("management-team", "key-stakeholder", "champion")
_CADENCE = PLAN / "rhythm" / "cadence"


@rule(
    "CK701",
    "cadence-order",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(GUIDE.at("Step 4"), TOOLKIT.at("chapter 2")),
)
def cadence_order(snapshot: Snapshot) -> Iterator[Breach]:
    """The management team meets most often, key stakeholders less often, champions least often.

    Why: Those who do the daily work need each other every week or two; champions stay willing when they
    are called only at the moments that need them. The other way round, one side idles and the other
    burns out.

    Mend: Write under `rhythm: cadence` how often each of the three groups meets, falling from the
    management team to the champions, who still meet at least once a year.
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


@rule("CK711", "promise-incomplete", profile=Profile.DRAFT, sources=(GUIDE.at("4.1"),))
def promise_incomplete(snapshot: Snapshot) -> Iterator[Breach]:
    """Every promise has an owner and a date.

    Why: What nobody in particular will do by no particular day is a wish. Partners judge a coalition by
    whether it keeps its word.

    Mend: Add `promised_by`, a member or partner, and `due`, a date; a month or a year is enough.
    """
    commitments = PLAN / "commitments"
    for commitment in snapshot.plan.commitments:
        if commitment.promised_by is None:
            yield Breach(
                commitments[commitment.id] / "promised_by",
                f"nobody answers for the promise '{commitment.id}'; add 'promised_by'",
            )
        if commitment.due is None and commitment.done is None:
            yield Breach(
                commitments[commitment.id] / "due",
                f"the promise '{commitment.id}' has no date; add 'due'",
            )
