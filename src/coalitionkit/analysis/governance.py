"""Who leads and who has a seat: sectors, holders of roles, champions inside government, residents."""

from datetime import date

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.governance import Champion, Holder, Role
from coalitionkit.model.members import Member
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES
from coalitionkit.model.vocabulary.sectors import GOVERNMENT

RESIDENT = "community-member"
"""The sector of a person who speaks for themselves."""


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


def is_inside_government(plan: Coalition, champion: Champion) -> bool:
    """Whether a champion works inside government: as said outright, or by the partner's sector."""
    if champion.inside_government is not None:
        return champion.inside_government
    member = plan.member(champion.member)
    return member is not None and sector_of(plan, member) in GOVERNMENT


def residents(plan: Coalition) -> tuple[Member, ...]:
    """Return the active members who are community members, in the order of the plan."""
    return tuple(m for m in plan.active_members if sector_of(plan, m) == RESIDENT)


def management_role(plan: Coalition, slug: str) -> Role | None:
    """Return a role of the management team, by its own id or another spelling of it."""
    return plan.role(slug) or next((r for r in plan.roles if MANAGEMENT_ROLES.slug(r.id) == slug), None)


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
