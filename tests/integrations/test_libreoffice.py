"""A worksheet that LibreOffice has opened and saved again, in its own format and in Excel's, is the same."""

import os
import subprocess
from pathlib import Path

import pytest
import worksheets

from coalitionkit.exchange.workbook.importing import proposed
from coalitionkit.exchange.workbook.writing import Wishes, workbook_bytes
from coalitionkit.shipped import shipped
from coalitionkit.workspace import find_plans, read_plan
from integrations.repositories import program

pytestmark = pytest.mark.long


def converted(file: Path, form: str) -> Path:
    """Return a file after LibreOffice has opened it and saved it in another form."""
    folder = file.parent / form
    profile = (file.parent / "profile").as_uri()
    command = [program("soffice"), f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
    subprocess.run(  # noqa: S603 - a program on the PATH
        [*command, "--outdir", str(folder), str(file)],
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "HOME": str(file.parent)},
    )
    return folder / f"{file.stem}.{form}"


@pytest.mark.parametrize(
    "manner", [worksheets.wishes(private=True), worksheets.wishes("es")], ids=["en", "es"]
)
def test_a_worksheet_saved_by_libreoffice_changes_nothing(tmp_path: Path, manner: Wishes) -> None:
    plan = worksheets.plan_of(read_plan(find_plans([shipped("examples") / "forest-city"])[0]))
    file = tmp_path / "w.xlsx"
    file.write_bytes(workbook_bytes(plan, manner))
    opened = converted(file, "ods")
    for saved in (opened, converted(opened, "xlsx")):
        proposal = proposed(plan, [saved], blank=True, remove=True)
        assert (proposal.problems, proposal.changes, proposal.emptied, proposal.notes) == ([], [], [], [])
