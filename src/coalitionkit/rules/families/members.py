"""Family 2: what each member does, and how much of their time was agreed on."""

from collections.abc import Iterator

from coalitionkit.analysis.governance import without_hours, without_part
from coalitionkit.edits import Fix, Put, Safety
from coalitionkit.findings import Profile, Severity
from coalitionkit.places import PLAN
from coalitionkit.prose import first_few
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE

_MEMBERS = PLAN / "members"


@rule(
    "CK212",
    "member-without-part",
    profile=Profile.LAUNCH,
    sources=(GUIDE.at("Step 4"),),
    practices=(96,),
)
def member_without_part(snapshot: Snapshot) -> Iterator[Breach]:
    """Every active member has a group, a role, or a place among the champions or in a working group.

    Why: Whoever joined and was given nothing to do comes twice and then stays away. To ask for a part is
    also the moment at which a member says what they can give.

    Mend: Write `group: key-stakeholder` or `group: management-team`, or name the member below `roles`,
    `champions` or `working_groups`. For someone who comes only when needed, write `participation: ad-hoc`.
    """
    idle = without_part(snapshot.plan)
    if idle:
        names = [f"'{member.id}'" for member in idle]
        yield Breach(
            _MEMBERS[idle[0].id] / "group",
            f"what {first_few(names)} should do is not recorded; write a 'group', or give them a role",
        )


@rule(
    "CK213",
    "hours-missing",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(GUIDE.at("Step 4"),),
    practices=(97,),
)
def hours_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """For every member with a standing seat it was agreed how many hours a month they give.

    Why: Hours that nobody named are taken from evenings, or not given at all. People who are not paid to
    come, and small organizations, need to know before they say yes.

    Mend: Ask at the kick-off on expectations, and write `hours_per_month`. Champions, and members who come
    ad hoc or on contract, need none.
    """
    unknown = without_hours(snapshot.plan)
    if unknown:
        names = [f"'{member.id}'" for member in unknown]
        yield Breach(
            _MEMBERS[unknown[0].id] / "hours_per_month",
            f"the hours a month are not recorded for {first_few(names)}; agree on them and write "
            "'hours_per_month'",
        )


@rule(
    "CK214",
    "left-but-active",
    profile=Profile.DRAFT,
    severity=Severity.WARNING,
)
def left_but_active(snapshot: Snapshot) -> Iterator[Breach]:
    """Whoever has left is no longer called an active member.

    Why: Spreadsheets and people read the status, the tool reads the day: the two then count different
    members, and letters go to someone who said goodbye.

    Mend: Write `status: alumni`, or correct the day below `left`.
    """
    for member in snapshot.plan.members:
        if member.status != "active" or member.left is None:
            continue
        if member.left.certainly_before(snapshot.as_of):
            at = _MEMBERS[member.id] / "status"
            fix = Fix("write 'alumni' as the status", (Put(at, "alumni"),), Safety.UNSAFE)
            yield Breach(
                at,
                f"'{member.id}' left on {member.left} and is still active; write 'status: alumni'",
                (("the day stands here", _MEMBERS[member.id] / "left"),),
                fix,
            )
