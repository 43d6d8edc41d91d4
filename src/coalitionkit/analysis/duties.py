"""Who answers for what, and who leads something today."""

from coalitionkit.analysis.governance import current_holders
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.governance import Role
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES

_TEAM = "management-team"


def gone(plan: Coalition) -> frozenset[str]:
    """Return the ids, former ones too, of the members who have left."""
    left = (member for member in plan.members if member.left is not None or member.status == "alumni")
    return frozenset(key for member in left for key in (member.id, *member.former_ids))


def leads_something(plan: Coalition) -> frozenset[str]:
    """Return the ids of all who hold a role, lead a group or a strategy, or are second in a group."""
    groups = [group for group in plan.working_groups if group.ended is None]
    found = (
        *(holder.member for role in plan.roles for holder in current_holders(role)),
        *(group.lead for group in groups),
        *(group.deputy for group in groups),
        *(strategy.lead for strategy in plan.strategies if strategy.status not in {"done", "stopped"}),
    )
    return frozenset(who for who in found if who is not None)


def is_on_management_team(plan: Coalition, who: str | None) -> bool:
    """Whether a member, or a role by itself or by its holder, belongs to the management team."""
    role = plan.role(who) if who is not None else None
    if role is None:
        return who in _team(plan)
    holders = {holder.member for holder in current_holders(role)}
    return _leads_the_team(role) or bool(holders & _team(plan))


def _team(plan: Coalition) -> frozenset[str]:
    members = (member.id for member in plan.active_members if member.group == _TEAM)
    roles = (role for role in plan.roles if _leads_the_team(role))
    return frozenset((*members, *(holder.member for role in roles for holder in current_holders(role))))


def _leads_the_team(role: Role) -> bool:
    return MANAGEMENT_ROLES.slug(role.id) in MANAGEMENT_ROLES.words
