"""Who leads and who has a seat: sectors, holders of roles, champions inside government, residents."""

from collections.abc import Iterator
from datetime import date

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.governance import Champion, Holder, Role
from coalitionkit.model.members import Member
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES
from coalitionkit.model.vocabulary.sectors import GOVERNMENT, SECTORS

RESIDENT = "community-member"
"""The sector of a person who speaks for themselves."""

MANAGEMENT = "management-team"
SEVERAL_SECTORS = 3
"""From how many sectors a coalition counts as crossing them: two are still a partnership."""

_AMONG_RESIDENTS = frozenset(
    {RESIDENT, "nonprofit", "community-based-organization", "faith-based", "advocacy-organization"}
)
"""The sectors whose people know residents and those who organize them."""


def convener_sector(plan: Coalition) -> str | None:
    """Return the sector of the convener, or None when it is not recorded."""
    convener = plan.coalition.convener
    if convener is None:
        return None
    if convener.partner is None:
        return convener.sector
    partner = plan.partner(convener.partner)
    return partner.sector if partner else None


def government_convenes(plan: Coalition) -> bool:
    """Whether a government brings the coalition together."""
    return convener_sector(plan) in GOVERNMENT


def sector_of(plan: Coalition, member: Member) -> str | None:
    """Return the sector that a member comes from, or None when it is not recorded."""
    partner = plan.partner(member.partner) if member.partner else None
    if partner is not None:
        return partner.sector
    return RESIDENT if member.seated_as == "individual" else None


def is_inside_government(plan: Coalition, champion: Champion) -> bool | None:
    """Whether a champion works inside government: as said outright, or by the partner's sector, if known."""
    if champion.inside_government is not None:
        return champion.inside_government
    member = plan.member(champion.member)
    sector = sector_of(plan, member) if member else None
    return None if sector is None else sector in GOVERNMENT


def seated_sectors(plan: Coalition) -> tuple[str, ...]:
    """Return the sectors that the active members are known to come from, in the order of the vocabulary."""
    found = {sector_of(plan, member) for member in plan.active_members}
    return tuple(sector for sector in SECTORS.words if sector in found)


def body_of(plan: Coalition, partner: Partner) -> str:
    """Return the id of the body that a partner is a part of in the end, or its own."""
    while partner.parent and (above := plan.partner(partner.parent)):
        partner = above
    return partner.id


def belongs_to_convener(plan: Coalition, member: Member) -> bool | None:
    """Whether a member comes from the body that convenes; None where one of the two is not known."""
    convener = plan.coalition.convener
    hosts = plan.partner(convener.partner) if convener and convener.partner else None
    own = plan.partner(member.partner) if member.partner else None
    return None if hosts is None or own is None else body_of(plan, hosts) == body_of(plan, own)


def has_community_ties(plan: Coalition, member: Member) -> bool:
    """Whether a member is known to be close to residents or those who organize them.

    By coming from such a partner, by a tie, or as the one with the closest relationship to such a partner.
    """
    if sector_of(plan, member) in _AMONG_RESIDENTS:
        return True
    house = plan.partner(member.partner) if member.partner else None
    person = {member.id, *member.former_ids}
    own = person | ({house.id, *house.former_ids} if house else set())
    others = {tie.whom if tie.who in own else tie.who for tie in plan.ties if own & {tie.who, tie.whom}}
    return any(
        partner.sector in _AMONG_RESIDENTS
        and (partner.closest in person or not others.isdisjoint({partner.id, *partner.former_ids}))
        for partner in plan.partners
    )


def residents(plan: Coalition) -> tuple[Member, ...]:
    """Return the active members who are community members, in the order of the plan."""
    return tuple(m for m in plan.active_members if sector_of(plan, m) == RESIDENT)


def management_role(plan: Coalition, slug: str) -> Role | None:
    """Return a role of the management team, by its own id or another spelling of it."""
    return plan.role(slug) or next((r for r in plan.roles if MANAGEMENT_ROLES.slug(r.id) == slug), None)


def management_holders(plan: Coalition) -> Iterator[tuple[str, Role, Member]]:
    """Return who holds each role of the management team: its slug, the role and the member."""
    for slug in MANAGEMENT_ROLES.words:
        role = management_role(plan, slug)
        for holder in current_holders(role) if role else ():
            member = plan.member(holder.member)
            if role and member:
                yield slug, role, member


def on_management_team(plan: Coalition) -> frozenset[str]:
    """Return the active members on the management team: by their group, or by a role that they hold."""
    holding = {member.id for _, _, member in management_holders(plan)}
    return frozenset(m.id for m in plan.active_members if m.group == MANAGEMENT or m.id in holding)


def without_part(plan: Coalition) -> tuple[Member, ...]:
    """Return the active members of whom nothing says what they do.

    A group, a role, a place among the champions or in a working group says so, and so does being brought in
    when needed or hired.
    """
    known = {holder.member for role in plan.roles for holder in current_holders(role)}
    known |= {champion.member for champion in plan.champions}
    known |= {
        key for group in plan.working_groups for key in (group.lead, group.deputy, *group.members) if key
    }
    ids = {member.id for key in known if (member := plan.member(key))}
    return tuple(
        member
        for member in plan.active_members
        if not (member.group or member.id in ids or member.participation in {"ad-hoc", "contract"})
    )


def without_hours(plan: Coalition) -> tuple[Member, ...]:
    """Return the active members with a standing seat whose hours a month are not recorded."""
    champions = {member.id for member in plan.champion_members}
    return tuple(
        member
        for member in plan.active_members
        if member.hours_per_month is None
        and member.participation in {None, "seat"}
        and member.id not in champions
    )


def current_holders(role: Role) -> tuple[Holder, ...]:
    """Return those who hold a role with no end in sight."""
    return tuple(holder for holder in role.held_by if holder.until is None)


def is_filled(role: Role | None) -> bool:
    """Whether someone was named for a role; when a term ends is another question."""
    return role is not None and bool(role.held_by)


def lapsed_since(role: Role, as_of: date) -> date | None:
    """Return the last day on which a role was held, when all terms have ended by `as_of`."""
    ends = [holder.until for holder in role.held_by]
    known = [end for end in ends if end is not None]
    if not known or len(known) < len(ends):
        return None
    last = max(end.last for end in known)
    return last if last < as_of else None
