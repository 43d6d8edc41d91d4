"""Family 9, style: how a file is laid out so that several people can work on it."""

from collections.abc import Iterator
from itertools import pairwise

from coalitionkit.edits import Fix, Order
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.coalition import UNORDERED
from coalitionkit.places import PLAN
from coalitionkit.rules.rule import Breach, Snapshot, rule


@rule(
    "CK920",
    "ids-out-of-order",
    profile=Profile.START,
    severity=Severity.OFF,
)
def ids_out_of_order(snapshot: Snapshot) -> Iterator[Breach]:
    """Lists in which the order says nothing are in the order of their ids.

    Why: When two people add someone at the end of a list on the same day, their changes stand in each
    other's way. In the order of ids they seldom meet, and everyone finds an entry without searching.

    Mend: Put each item where its id belongs in the alphabet, together with the comments that belong to it.
    """
    for section in UNORDERED:
        ids = [entry.id for entry in getattr(snapshot.plan, section)]
        for before, after in pairwise(ids):
            if after < before:
                at = PLAN / section
                fix = Fix(f"bring '{section}' into the order of ids", (Order(at),))
                message = f"'{after}' stands below '{before}'; bring '{section}' into the order of ids"
                yield Breach(at[after] / "id", message, fix=fix)
                break
