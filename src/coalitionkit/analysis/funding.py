"""What money and help goes where: goals that nothing was allotted to, and what the convener puts in."""

from coalitionkit.analysis.focus import pursued
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.focus import Goal
from coalitionkit.model.funding import BudgetLine
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES


def allots_to_goals(plan: Coalition) -> bool:
    """Whether any line of the budget says which goal or strategy it serves."""
    return any(line.goal or line.strategy for line in plan.budget.lines)


def unfunded_goals(plan: Coalition) -> tuple[Goal, ...]:
    """Return the goals that no line of the budget serves, by itself or through a strategy.

    A line without an amount and without a source sets nothing aside, and one that pays for a role of the
    management team serves all goals alike.
    """
    lines = [line for line in plan.budget.lines if _sets_aside(line)]
    served = {line.goal for line in lines}
    paid = {line.strategy for line in lines}
    served |= {one.goal for one in plan.strategies if not paid.isdisjoint((one.id, *one.former_ids))}
    return tuple(goal for goal in plan.focus.goals if served.isdisjoint((goal.id, *goal.former_ids)))


def strategies_of(plan: Coalition, goal: Goal) -> tuple[str, ...]:
    """Return the strategies that are pursued toward a goal."""
    keys = (goal.id, *goal.former_ids)
    return tuple(one.id for one in pursued(plan) if one.goal in keys)


def _sets_aside(line: BudgetLine) -> bool:
    what = str(line.what).casefold()
    roles = (word.label.casefold() for word in MANAGEMENT_ROLES)
    return bool(line.amount or line.funded_by) and not any(role in what for role in roles)


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
