"""Who sits on the coalition for whom, as the rule books of funders count."""

from fractions import Fraction

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.members import Member


def seated(plan: Coalition, pack: str) -> tuple[Member, ...]:
    """Return the active members who hold a seat that a rule book counts."""
    return tuple(member for member in plan.active_members if pack in member.seats)


def holders(plan: Coalition, pack: str, seat: str) -> tuple[Member, ...]:
    """Return the active members who hold one kind of seat."""
    return tuple(member for member in seated(plan, pack) if member.seats[pack] == seat)


def share_of_seats(plan: Coalition, pack: str, seat: str) -> Fraction | None:
    """Return the share of the seats of a rule book that are of one kind; None when nobody is seated."""
    total = len(seated(plan, pack))
    return Fraction(len(holders(plan, pack, seat)), total) if total else None
