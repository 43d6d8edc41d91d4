"""From files to a proposal: what several people filled in, beside one plan."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from coalitionkit.errors import ConfigurationError
from coalitionkit.exchange.workbook import guessing
from coalitionkit.exchange.workbook.comparison import compare
from coalitionkit.exchange.workbook.proposal import Proposal, Table
from coalitionkit.exchange.workbook.recognition import recognized
from coalitionkit.model.coalition import Coalition


def proposed(
    plan: Coalition,
    files: Sequence[Path],
    *,
    maps: Iterable[str] = (),
    sheet: str = "",
    blank: bool = False,
    remove: bool = False,
) -> Proposal:
    """Return what files want of a plan, all taken together.

    Raises UnreadableFileError and ConfigurationError for what cannot be read at all.
    """
    told = guessing.said(maps)
    tables: list[Table] = []
    notes: list[str] = []
    columns: dict[str, str] = {}
    for file in files:
        name = file.name if len(files) > 1 else ""
        found = recognized(file, sheet=sheet, told=told, remembered=plan.inventory.columns, name=name)
        tables.extend(found.tables)
        notes.extend(f"{name}: {note}" if name else note for note in found.notes)
        columns |= found.columns
    if remove and any(table.is_list for table in tables):
        raise ConfigurationError(
            "--remove is for worksheets: that someone is not on a list of yours says nothing",
            hint="leave it out, or remove partners one by one",
        )
    result = compare(plan, tables, blank=blank, remove=remove)
    result.notes[:0] = notes
    if result.changes or result.problems or told:
        result.columns = columns
    return result
