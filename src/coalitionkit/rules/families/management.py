"""Family 2: what those who lead the work bring and what they may do."""

from collections.abc import Iterator
from fractions import Fraction

from coalitionkit.analysis.governance import (
    belongs_to_convener,
    has_community_ties,
    management_holders,
    management_role,
    sector_of,
)
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.vocabulary.governance import (
    MANAGEMENT_ROLES,
    ROLE_QUALIFICATIONS,
    ROLE_SUGGESTED_SECTORS,
)
from coalitionkit.model.vocabulary.sectors import GOVERNMENT, SECTORS
from coalitionkit.places import PLAN
from coalitionkit.prose import all_of, listed
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, TOOLKIT

_ROLES = PLAN / "roles"
_MANAGER = "project-manager"


@rule(
    "CK235",
    "project-manager-without-authority",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.1"), TOOLKIT.at("chapter 2")),
    practices=(19,),
)
def project_manager_without_authority(snapshot: Snapshot) -> Iterator[Breach]:
    """The project manager belongs to the convener, or it is recorded what they may decide and ask for.

    Why: Someone from outside has no desk, no budget and no standing in the house that convenes, unless the
    house gives them some and says so.

    Mend: Agree with the convener what the project manager may decide and whom they may ask, and write it at
    the role, as `authority: May ask every department for data and sign for 2000 dollars`.
    """
    plan = snapshot.plan
    for slug, role, member in management_holders(plan):
        if slug == _MANAGER and role.authority is None and belongs_to_convener(plan, member) is False:
            yield Breach(
                _ROLES[role.id] / "authority",
                f"'{member.id}' is project manager and does not come from the convener; write under "
                "'authority' what they may decide and ask for",
            )


@rule(
    "CK236",
    "project-manager-workload",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.1"),),
    practices=(20,),
    options={
        "percent": (
            "which share of working time is enough, in percent",
            "with less than a day a week, follow-up waits for the next meeting",
        )
    },
)
def project_manager_workload(snapshot: Snapshot, *, percent: int = 20) -> Iterator[Breach]:
    """A significant share of the project manager's working time belongs to the role, and it is recorded.

    Why: A role on top of a full week is done at night, until it is not done. What is recorded can be asked
    of the employer and paid for.

    Mend: Agree with the employer on a share and write it as `workload` of the holder, such as 50%.
    """
    role = management_role(snapshot.plan, _MANAGER)
    if role is None:
        return
    at = _ROLES[role.id] / "held_by"
    for index, holder in enumerate(role.held_by):
        if holder.until is not None:
            continue
        if holder.workload is None:
            yield Breach(
                at[index] / "workload",
                f"nothing is recorded about how much time '{holder.member}' has as project manager; add "
                "'workload', such as 50%",
            )
        elif holder.workload < Fraction(percent, 100):
            yield Breach(
                at[index] / "workload",
                f"'{holder.member}' has {_in_percent(holder.workload)} of their time as project manager, "
                f"which is little; free at least {percent}% for the role",
            )


def _in_percent(share: Fraction) -> str:
    return f"{float(share * 100):g}%"


@rule(
    "CK237",
    "leads-all-government",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"),),
    practices=(5, 16, 32),
    options={
        "people": (
            "from how many people in roles of the management team on the rule speaks",
            "two people cannot mirror a community",
        )
    },
)
def leads_all_government(snapshot: Snapshot, *, people: int = 3) -> Iterator[Breach]:
    """Someone from outside government holds a role of the management team.

    Why: What only officials lead ends with the next election or budget, and partners learn that they are
    guests. A government that convenes can host the work without holding every lead.

    Mend: Hand one of the leads to a partner or a resident, with the time and the pay that it takes.
    """
    plan = snapshot.plan
    sectors = {member.id: sector_of(plan, member) for _, _, member in management_holders(plan)}
    if len(sectors) >= people and all(sector in GOVERNMENT for sector in sectors.values()):
        yield Breach(
            _ROLES,
            f"{all_of(len(sectors))} people in roles of the management team come from government; hand one "
            "of the leads to a partner or a resident",
        )


@rule(
    "CK238",
    "qualifications-unrecorded",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(GUIDE.at("4.1"), TOOLKIT.at("chapter 2")),
    practices=(21, 28),
)
def qualifications_unrecorded(snapshot: Snapshot) -> Iterator[Breach]:
    """For every role of the management team it is recorded what fits its holder for it.

    Why: Roles go to whoever is free. Written down, what a role asks of people helps to find the next
    holder, and shows what the present one should be helped to learn.

    Mend: Write a sentence as `qualifications` of the role, in general words: it is about the role, and the
    file keeps it for ever.
    """
    told = set()
    for slug, role, _ in management_holders(snapshot.plan):
        if role.qualifications is None and slug not in told:
            told.add(slug)
            asked = listed(ROLE_QUALIFICATIONS[slug][:2], "or")
            yield Breach(
                _ROLES[role.id] / "qualifications",
                f"nothing is recorded about what fits the {MANAGEMENT_ROLES.label(slug).lower()} for the "
                f"role; add 'qualifications', such as: {asked}",
            )


@rule(
    "CK239",
    "engagement-lead-without-ties",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(GUIDE.at("4.1"), TOOLKIT.at("chapter 2")),
    practices=(29,),
)
def engagement_lead_without_ties(snapshot: Snapshot) -> Iterator[Breach]:
    """The community engagement lead has ties to community organizations.

    Why: Residents come when someone whom they trust asks them. An engagement lead without such ties begins
    every time with strangers.

    Mend: Name the lead as `closest` to the community organizations that they know, or record a tie below
    `ties`. Where there is none, look for a lead, or a second one, who has them.
    """
    plan = snapshot.plan
    for slug, role, member in management_holders(plan):
        if slug == "community-engagement-lead" and not has_community_ties(plan, member):
            yield Breach(
                _ROLES[role.id] / "held_by",
                f"nothing is recorded about ties of '{member.id}', the community engagement lead, to "
                "community organizations; write 'closest' at a partner, or add a tie below 'ties'",
            )


@rule(
    "CK240",
    "lead-from-elsewhere",
    profile=Profile.SUSTAIN,
    severity=Severity.OFF,
    sources=(TOOLKIT.at("chapter 2"),),
    practices=(33,),
)
def lead_from_elsewhere(snapshot: Snapshot) -> Iterator[Breach]:
    """Leads come from the sectors where people for their role are usually found.

    Why: Research bodies train people to work with data, and community organizations people to listen. Good
    leads are found elsewhere too, so this is advice for whoever is still looking.

    Mend: Nothing needs mending where the lead does well. When the role falls vacant, look there first.
    """
    plan = snapshot.plan
    for slug, role, member in management_holders(plan):
        sector, usual = sector_of(plan, member), ROLE_SUGGESTED_SECTORS[slug]
        if usual and sector and sector not in usual:
            places = listed((SECTORS.label(one).lower() for one in usual), "or")
            yield Breach(
                _ROLES[role.id] / "held_by",
                f"the {MANAGEMENT_ROLES.label(slug).lower()} comes from another sector than usual "
                f"({SECTORS.label(sector).lower()}); for the next one, think also of {places}",
            )
