"""What the shared focus leaves open: dimensions that no goal touches, strategies, existing plans."""

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.learning import ExistingPlan, Strategy
from coalitionkit.model.vocabulary.mobility import DIMENSIONS


def untouched_dimensions(plan: Coalition) -> tuple[str, ...]:
    """Return the dimensions of mobility that no goal serves, in the order of the vocabulary."""
    touched = {dimension for goal in plan.focus.goals for dimension in goal.dimensions}
    return tuple(word.slug for word in DIMENSIONS if word.slug not in touched)


def pursued(plan: Coalition) -> tuple[Strategy, ...]:
    """Return the strategies that were not given up."""
    return tuple(strategy for strategy in plan.strategies if strategy.status != "stopped")


def unread_parts(existing: ExistingPlan) -> tuple[str, ...]:
    """Return which columns of the plan inventory are empty for an existing plan."""
    return tuple(column for column in ("priorities", "offices", "measures") if not getattr(existing, column))
