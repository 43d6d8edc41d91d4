"""Entries that are likely the same, and how to write down what they are, as a report."""

from collections.abc import Sequence

from coalitionkit.analysis.duplicates import Pair
from coalitionkit.cli.show.tables.values import Cell, Column, Report, Shown, Table
from coalitionkit.model.coalition import Coalition
from coalitionkit.prose import counted

_COLUMNS = (
    Column("first"),
    Column("second"),
    Column("names", "These two"),
    Column("signs", "Why they may be one"),
    Column("weight", "Signs", is_number=True),
    Column("not_the_same", "If they are two"),
)
_TERMS = (
    "If they are two, the command writes so, and the pair is never named again.",
    (
        "If they are one: bring what is known of both together at one of them, delete the other from the "
        "file, and add its id to the first one's 'former_ids' ('coalition set partner ID --former-ids "
        "OTHER'), so that every mention of it still finds the partner."
    ),
    "Signs: what speaks for one organization, added up; a name counts more than a shared address or person.",
)


def duplicates_report(plan: Coalition, found: Sequence[Pair]) -> Report:
    """Return the pairs that are likely the same, with the signs and what to do."""
    lead = f"{counted(len(found), 'pair')} may be the same organization."
    return Report(
        (lead,) if found else (),
        (
            Table(
                "pairs",
                "Likely the same",
                _COLUMNS,
                [_pair(plan, pair) for pair in found],
                "No two entries look like the same organization.",
            ),
        ),
        _TERMS if found else (),
    )


def _pair(plan: Coalition, pair: Pair) -> tuple[Cell, ...]:
    first, second = plan.partner(pair.first), plan.partner(pair.second)
    names = [f"{one.name} ({one.id})" for one in (first, second) if one]
    told = ",".join((*(first.not_same_as if first else ()), pair.second))
    return (
        pair.first,
        pair.second,
        " and ".join(names),
        Shown(
            tuple(f"{sign.kind}: {sign.shared}" for sign in pair.signs),
            "; ".join(f"{sign.kind} ({sign.shared})" for sign in pair.signs),
        ),
        pair.weight,
        f"coalition set partner {pair.first} --not-same-as {told}",
    )
