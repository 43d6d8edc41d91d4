"""`coalition inventory worksheet`: what it writes, what it keeps to itself, what it refuses."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from builders import whole

from cli.conftest import Run

PLAN = whole(
    "partners:\n"
    '  - {id: sole, name: \'=HYPERLINK("http://example.org","x")\', sector: nonprofit, worked_with: yes}\n'
    "members: [{id: ana, name: Ana López}, {id: ben, name: Ben Ito}]\n"
)
OVERLAY = (
    "partners:\n"
    "  - {id: sole, stance: opposed, answers: {barriers: Their lawyer.}, ratings: {ben: {motivation: 1}}}\n"
)


@pytest.fixture
def there(run: Run) -> Run:
    """Run a command where the small plan lies."""
    Path("coalition.yaml").write_text(PLAN, encoding="utf-8")
    Path("coalition.private.yaml").write_text(OVERLAY, encoding="utf-8")
    return run


def everything(file: str) -> str:
    """Return all that a workbook holds, as text."""
    with zipfile.ZipFile(file) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_it_writes_a_sheet_for_each_part(there: Run) -> None:
    ran = there("inventory", "worksheet", "w.xlsx")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "wrote w.xlsx with 1 partner\nto read it back: coalition inventory import w.xlsx\n"
    book = openpyxl.load_workbook("w.xlsx")
    assert book.sheetnames == [
        "Start here", "Part 1", "Part 2", "Part 3", "Part 4", "Part 4 no", "Part 4 people", "Part 5",
        "Words", "Lists", "coalition",
    ]  # fmt: skip
    hidden = {name: book[name].sheet_state for name in book.sheetnames if book[name].sheet_state != "visible"}
    assert hidden == {"Lists": "hidden", "coalition": "veryHidden"}
    sheet = book["Part 2"]
    assert sheet.freeze_panes == "C5"
    assert sheet.row_dimensions[1].hidden
    page = sheet.page_setup
    # One page wide is what a workbook means by saying nothing.
    assert (page.orientation, page.fitToWidth or 1, page.fitToHeight) == ("landscape", 1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    offers = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert len(offers) >= 7


def test_no_text_of_a_plan_becomes_a_formula_or_a_link(there: Run) -> None:
    there("inventory", "worksheet", "w.xlsx", "--include-private")
    text = everything("w.xlsx")
    assert "HYPERLINK" in text
    assert "<f>" not in text.replace("<formula", "")
    assert "http://example.org" not in "".join(part for part in text.split("\n") if "Target=" in part)


def test_private_columns_come_only_when_asked_for(there: Run) -> None:
    there("inventory", "worksheet", "open.xlsx")
    assert "lawyer" not in everything("open.xlsx")
    assert "barriers" not in everything("open.xlsx")
    ran = there("inventory", "worksheet", "closed.xlsx", "--include-private")
    assert "lawyer" in everything("closed.xlsx")
    assert "Opposed" in everything("closed.xlsx")
    assert (
        ran.err == "note: closed.xlsx holds private answers; keep it out of git, and hand it to nobody else\n"
    )


def test_a_rater_sees_their_own_answers_and_nobody_elses(there: Run) -> None:
    ran = there("inventory", "worksheet", "ana.xlsx", "--rater", "ana")
    assert ran.code == 0
    assert "View of Ana López" in openpyxl.load_workbook("ana.xlsx").sheetnames
    assert "Unrelated</t>" in everything("ana.xlsx")  # among the choices
    sheet = openpyxl.load_workbook("ana.xlsx")["View of Ana López"]
    assert [cell.value for cell in sheet[5]][2:] == [None] * 12
    there("inventory", "worksheet", "ben.xlsx", "--rater", "ben")
    sheet = openpyxl.load_workbook("ben.xlsx")["View of Ben Ito"]
    assert [cell.value for cell in sheet[5]][-1] == "1 Unrelated"
    assert "lawyer" not in everything("ben.xlsx")


def test_it_speaks_spanish(there: Run) -> None:
    there("inventory", "worksheet", "hoja.xlsx", "--language", "es")
    book = openpyxl.load_workbook("hoja.xlsx")
    assert book.sheetnames[:3] == ["Empiece aquí", "Parte 1", "Parte 2"]
    assert book["Parte 2"]["C5"].value == "Organización sin fines de lucro"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["w.xls"], "'w.xls' does not end in .xlsx, which is what a worksheet is"),
        (
            ["w.xlsx", "--rater", "anna"],
            "--rater: there is no member 'anna' in the plan; did you mean 'ana'?",
        ),
        (["w.xlsx", "--language", "fr"], "there is no worksheet in the language 'fr'; there are en and es"),
        (["no/where/w.xlsx"], "cannot write"),
    ],
)
def test_what_cannot_be_done_is_said(there: Run, arguments: list[str], sentence: str) -> None:
    ran = there("inventory", "worksheet", *arguments)
    assert ran.code == 2
    assert sentence in ran.err
    assert not Path("w.xlsx").exists()


def test_a_file_that_someone_may_have_filled_in_stays(there: Run) -> None:
    Path("w.xlsx").write_text("mine", encoding="utf-8")
    ran = there("inventory", "worksheet", "w.xlsx")
    assert (ran.code, Path("w.xlsx").read_text(encoding="utf-8")) == (2, "mine")
    assert there("inventory", "worksheet", "w.xlsx", "--force").code == 0


def test_the_same_day_gives_the_same_bytes(there: Run) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        there("inventory", "worksheet", name, "--as-of", "2026-07-01")
    assert Path("a.xlsx").read_bytes() == Path("b.xlsx").read_bytes()
