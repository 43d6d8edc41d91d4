"""What money and help goes where: goals that nothing was allotted to, and what the convener puts in."""

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.partners import Partner


def unfunded_goals(plan: Coalition) -> tuple[str, ...]:
    """Return the goals that no line of the budget serves, by itself or through a strategy."""
    served = {line.goal for line in plan.budget.lines}
    paid = {line.strategy for line in plan.budget.lines}
    served |= {one.goal for one in plan.strategies if not paid.isdisjoint((one.id, *one.former_ids))}
    return tuple(goal.id for goal in plan.focus.goals if served.isdisjoint((goal.id, *goal.former_ids)))


def puts_in_something(plan: Coalition, key: str) -> bool:
    """Whether a partner, a part of it or a member from there promised something or gives money."""
    givers = [promise.promised_by for promise in plan.commitments]
    givers += [source.funder for source in plan.funding_sources]
    homes = (_home(plan, giver) for giver in givers if giver)
    return any(home is not None and key in (home.id, home.parent) for home in homes)


def _home(plan: Coalition, key: str) -> Partner | None:
    """Return a partner, or the partner that a member comes from."""
    member = plan.member(key)
    if member is None:
        return plan.partner(key)
    return plan.partner(member.partner) if member.partner else None
