"""Family 2: the three circles of people, and the groups in which members work."""

from collections.abc import Iterator

from coalitionkit.analysis.governance import belongs_to_convener, on_management_team
from coalitionkit.analysis.groups import (
    groups_meet,
    groups_with_rhythm,
    is_single_issue,
    running_groups,
    sectors_in,
)
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.periods import shifted
from coalitionkit.places import PLAN
from coalitionkit.prose import all_of, listed, quoted
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, TOOLKIT

_GROUPS = PLAN / "working_groups"


@rule(
    "CK211",
    "empty-circle",
    profile=Profile.LAUNCH,
    sources=(GUIDE.at("Step 4"), TOOLKIT.at("chapter 2")),
    practices=(1, 68),
)
def empty_circle(snapshot: Snapshot) -> Iterator[Breach]:
    """There are people in all three circles: the management team, the key stakeholders and the champions.

    Why: The first keeps the work going, the second do it and carry it into their organizations, the third
    open the doors that stay shut to both. Each waits in vain for a circle that is empty.

    Mend: Write `group: management-team` or `group: key-stakeholder` at each member, and list champions below
    `champions`, as `{member: ..., responsibilities: [advocate-publicly]}`. Where a government convenes, one
    of them should work inside government.
    """
    plan = snapshot.plan
    if not on_management_team(plan):
        yield Breach(
            PLAN / "members",
            "no active member is on the management team; write 'group: management-team' for those who run "
            "the work from day to day",
        )
    if not any(member.group == "key-stakeholder" for member in plan.active_members):
        yield Breach(
            PLAN / "members",
            "no active member is a key stakeholder; write 'group: key-stakeholder' for those who plan the "
            "work and carry it out",
        )
    if not plan.champions:
        yield Breach(
            PLAN / "champions",
            "there are no champions; add '{member: ...}' below 'champions' for those who open doors and "
            "speak for the effort",
        )


@rule(
    "CK221",
    "working-group-incomplete",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(113,),
)
def working_group_incomplete(snapshot: Snapshot) -> Iterator[Breach]:
    """Every working group has a lead, a purpose and a rhythm.

    Why: A group without a lead is called together by nobody, one without a purpose meets to talk, and one
    without a rhythm meets once.

    Mend: Add `lead`, `purpose` and `cadence` to the group. A series of its own below `rhythm` says the
    rhythm as well. For a group that has finished, write `ended`.
    """
    plan = snapshot.plan
    rhythmic = groups_with_rhythm(plan)
    for group in running_groups(plan):
        has = {"lead": group.lead, "purpose": group.purpose, "cadence": group.id in rhythmic}
        missing = [key for key, value in has.items() if not value]
        if missing:
            yield Breach(
                _GROUPS[group.id],
                f"the working group '{group.id}' has no {listed(missing, 'or')}; add "
                + listed(f"'{key}'" for key in missing),
            )


@rule(
    "CK222",
    "working-group-one-sector",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(111,),
    options={
        "members": (
            "of how many people of a group the sector must be known before the rule speaks",
            "of two people nothing can be said about a group",
        )
    },
)
def working_group_one_sector(snapshot: Snapshot, *, members: int = 3) -> Iterator[Breach]:
    """The people of every working group come from two sectors or more.

    Why: A group of one sector plans what that sector already does. What is missing between them shows only
    where two of them sit together.

    Mend: Ask a member from another sector to join the group.
    """
    for group in running_groups(snapshot.plan):
        sectors = sectors_in(snapshot.plan, group)
        if len(sectors) >= members and len(set(sectors)) == 1:
            yield Breach(
                _GROUPS[group.id] / "members",
                f"everyone in the working group '{group.id}' comes from one sector, "
                f"{SECTORS.label(sectors[0]).lower()}; ask a member from another sector to join",
            )


@rule(
    "CK223",
    "working-groups-led-by-convener",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(114,),
)
def working_groups_led_by_convener(snapshot: Snapshot) -> Iterator[Breach]:
    """Where there are several working groups, someone other than the convener leads one of them.

    Why: Partners who lead bring their people and stay. Where the convener leads everything, the work is the
    convener's, and the others attend.

    Mend: Ask a partner or a resident to lead one of the groups, with the convener as `deputy` if need be.
    """
    plan = snapshot.plan
    leads = [plan.member(group.lead or "") for group in running_groups(plan)]
    if len(leads) > 1 and all(lead and belongs_to_convener(plan, lead) for lead in leads):
        yield Breach(
            _GROUPS,
            f"{all_of(len(leads))} working groups are led by the convener's own people; ask a partner or a "
            "resident to lead one",
        )


@rule(
    "CK224",
    "working-groups-apart",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(115,),
    options={
        "days": (
            "how many days back a meeting may lie at which the groups met one another",
            "after half a year each group has taken steps that the others should have known of",
        )
    },
)
def working_groups_apart(snapshot: Snapshot, *, days: int = 183) -> Iterator[Breach]:
    """Where there are several working groups, an occasion to share what they find is scheduled.

    Why: Groups that work side by side ask the same residents twice and plan against each other without
    knowing it.

    Mend: Add a series or a meeting with `group: all`, or a meeting of the kind `working-groups`.
    """
    plan = snapshot.plan
    groups = running_groups(plan)
    if len(groups) > 1 and not groups_meet(plan, shifted(snapshot.as_of, -days), snapshot.as_of):
        yield Breach(
            PLAN / "rhythm" / "series",
            f"nothing is scheduled at which the {len(groups)} working groups share what they find; add a "
            "series with 'group: all', or a meeting of the kind 'working-groups'",
        )


@rule(
    "CK225",
    "working-group-single-issue",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(112,),
)
def working_group_single_issue(snapshot: Snapshot) -> Iterator[Breach]:
    """Working groups are named for a change in the whole system, and not for a single issue.

    Why: A group named for housing draws people from housing and turns others away, though evictions begin
    with pay, health and the courts.

    Mend: Name what should become different, such as Homes and Neighborhoods That Last. Keep the `id`.
    """
    for group in running_groups(snapshot.plan):
        if is_single_issue(group):
            yield Breach(
                _GROUPS[group.id] / "name",
                f"{quoted(str(group.name))} names one issue; choose a name for the change to the whole "
                "system, such as Homes and Neighborhoods That Last",
            )
