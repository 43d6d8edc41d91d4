"""Rows that were taken out: a worksheet had them when it was written, and has them no more."""

from collections.abc import Sequence

from coalitionkit.exchange.workbook.proposal import Change, Subject, Table
from coalitionkit.exchange.workbook.register import Register

LISTS_OF = {
    "partner": ("existing", "opportunities"),
    "person": ("people",),
    "need": ("needs",),
    "invitation": ("invitations",),
}
"""The parts that together hold every record of a kind: what has no row in them was taken out by hand."""


def find_missing(
    register: Register, tables: Sequence[Table], seen: Sequence[tuple[Table, Subject]], *, remove: bool
) -> None:
    """Note the records that have no row in one file now; with `remove`, propose to take them out."""
    result = register.result
    for kind, parts in LISTS_OF.items():
        own = [table for table in tables if table.part.key in parts and table.baseline]
        if len(own) < len(parts):
            continue
        there = {subject for table, subject in seen if any(table is one for one in own)}
        for key in sorted({key for (part, key) in own[0].baseline or {} if part in parts}):
            subject = register.subject(kind, key)
            if subject is None or subject in there:
                continue
            if remove:
                result.gone.append(subject)
                result.changes.append(Change(register.who(subject), "everything", "in the plan", "removed"))
            else:
                result.missing.append(f"{register.who(subject)} ({key})")
