"""What files want becomes edits, in an order in which they can be made together."""

import pytest
from openpyxl import Workbook
from worksheets import brought_in, came_back, files_of, filled, plan_of, put, wishes

from coalitionkit.editing import desk
from coalitionkit.edits import Put
from coalitionkit.exchange.workbook.drafting import edits_of
from coalitionkit.exchange.workbook.proposal import Proposal
from coalitionkit.exchange.workbook.writing import workbook_bytes
from coalitionkit.loading import load
from coalitionkit.loading.records import Records
from coalitionkit.source.changes import Change
from coalitionkit.source.files import PlanFiles
from coalitionkit.source.reader import Reading
from coalitionkit.source.rewrite import rewritten

HEAD = "format: 1\ncoalition: {id: small, name: Small}\nmembers: [{id: ana, name: Ana}]\npartners:\n"
BARE = "  - id: p{0:02}\n    name: Partner {0}\n    sector: philanthropy\n"
FULL = BARE + "    serves: [people-of-color]\n    assets: [staff]\n    note: Met in May\n"
CELLS = {"serves": "People of color", "assets": "Staff", "note": "Met in May"}


def plan_with(partner: str, count: int) -> PlanFiles:
    return files_of(HEAD + "".join(partner.format(number) for number in range(count)))


def returned(count: int) -> Proposal:
    """Return what a worksheet wants in which somebody has filled in three cells of each row."""

    def fill(book: Workbook) -> None:
        for number in range(count):
            for field, value in CELLS.items():
                put(book["Part 3"], f"p{number:02}", field, value)

    plan = plan_of(plan_with(BARE, count))
    return came_back(plan, filled(workbook_bytes(plan, wishes()), fill))


def test_many_cells_of_many_rows_are_few_rewritings(monkeypatch: pytest.MonkeyPatch) -> None:
    times = 0

    def counted(reading: Reading, changes: list[Change]) -> Reading:
        nonlocal times
        times += 1
        return rewritten(reading, changes)

    monkeypatch.setattr(desk, "rewritten", counted)
    revision = brought_in(plan_with(BARE, 30), returned(30))
    assert revision.plan.main.data == plan_with(FULL, 30).main.data
    assert times == len(CELLS)


def test_the_cells_of_one_record_stay_in_their_order() -> None:
    two = plan_with(BARE, 2)
    edits = edits_of(plan_of(two), Records(load(two)), returned(2))
    told = [str(edit.at) for edit in edits if isinstance(edit, Put)]
    assert told == [f"partners[p{number:02}].{key}" for key in CELLS for number in range(2)]
