"""`coalition inventory import`: several hands, one reviewed change; and what can be wrong with a file."""

import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import typer
import worksheets
from builders import whole
from openpyxl import Workbook

from cli.conftest import Ran, Run
from coalitionkit.loading import load
from coalitionkit.model.coalition import Coalition
from coalitionkit.shipped import shipped
from coalitionkit.workspace import find_plans, read_plan

PLAN = whole(
    "# kept: the first line\n"
    "partners:\n"
    "  # kept: above\n"
    "  - id: circulo-mam\n"
    "    name: Círculo Mam      # kept: beside\n"
    "    sector: community-based-organization\n"
    "    worked_with: yes\n"
    "    serves: [farm-workers]  # kept: their own words\n"
    "    keep_informed_by: newsletter\n"
    "    people: [{id: domingo, name: Domingo Pablo}]\n"
    "  - {id: youth-voice, name: Youth Voice, worked_with: no, answers: {partnership: 2}}\n"
    "members: [{id: ana, name: Ana López}, {id: ben, name: Ben Ito}]\n"
    "inventory:\n"
    "  none_known: [faith-based]\n"
    "  needs: [{id: data, kind: asset, of: data-sharing}]\n"
)


@pytest.fixture
def there(run: Run) -> Run:
    """Run a command where the small plan and its worksheet lie."""
    Path("coalition.yaml").write_text(PLAN, encoding="utf-8")
    assert run("inventory", "worksheet", "w.xlsx").code == 0
    return run


def fill(fill: Callable[[Workbook], None], name: str = "w.xlsx") -> None:
    """Fill in a worksheet with another library than ours."""
    Path(name).write_bytes(worksheets.filled(Path(name).read_bytes(), fill))


def text() -> str:
    return Path("coalition.yaml").read_text(encoding="utf-8")


def plan(folder: str = ".") -> Coalition:
    found = load(read_plan(find_plans([Path(folder)])[0])).coalition
    assert found is not None
    return found


def refused(ran: Ran) -> str:
    """Return what a command said that changed nothing."""
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert text() == PLAN
    assert not Path("coalition.private.yaml").exists()
    return ran.err


def test_an_untouched_worksheet_is_no_change(there: Run) -> None:
    ran = there("inventory", "import", "w.xlsx")
    assert (ran.code, ran.out, ran.err) == (0, "nothing to change: w.xlsx says what the plan says\n", "")
    assert text() == PLAN


def test_changes_are_shown_and_need_a_yes(there: Run) -> None:
    fill(
        lambda book: worksheets.put(
            book["Part 2"], "circulo-mam", "serves", "Farm workers; renters with low incomes"
        )
    )
    ran = there("inventory", "import", "w.xlsx")
    assert "    Serves" in ran.out
    assert "Farm workers → Farm workers; Renters with low incomes\n" in ran.out
    assert "add --yes" in refused(ran)
    ran = there("inventory", "import", "w.xlsx", "--dry-run")
    assert "+    serves: [farm-workers, renters-with-low-incomes]  # kept: their own words\n" in ran.out
    assert (ran.code, text()) == (0, PLAN)
    ran = there("inventory", "import", "w.xlsx", "--yes")
    assert ran.code == 0
    assert ran.out.endswith("brought 1 change from w.xlsx into coalition.yaml\n")
    assert text() == PLAN.replace("[farm-workers]", "[farm-workers, renters-with-low-incomes]")


def test_a_new_partner_comes_with_a_person_an_invitation_and_a_sector_less_to_look_at(there: Run) -> None:
    def work(book: Workbook) -> None:
        sheet = book["Part 5"]
        for key, value in {
            "partner": "St. Mary & Sons",
            "to": "Sr. Agnes Moore",
            "sender": "Ana Lopez",
        }.items():
            sheet.cell(5, worksheets.column(sheet, key)).value = value
        people = book["Part 4 people"]
        for key, value in {
            "partner": "St. Mary & Sons",
            "name": "Sr. Agnes Moore",
            "knows": "Housing stability",
        }.items():
            people.cell(6, worksheets.column(people, key)).value = value
        worksheets.add(
            book["Part 3"], name="St. Mary & Sons", sector="Faith-based organization", assets="staff"
        )

    fill(work)
    ran = there("inventory", "import", "w.xlsx", "--yes")
    assert (ran.code, ran.err) == (0, "")
    after = plan()
    new = after.partner("st-mary-sons")
    assert new is not None
    assert (new.sector, new.assets.held, new.people[0].knows.held) == (
        "faith-based",
        ("staff",),
        ("housing-stability",),
    )
    assert (after.invitations[0].to, after.invitations[0].sender) == (new.people[0].id, "ana")
    assert after.inventory.none_known == ()
    assert there("inventory", "import", "w.xlsx").code == 0


def test_a_level_keeps_its_short_form_and_a_text_makes_it_long(there: Run) -> None:
    fill(lambda book: worksheets.put(book["Part 4"], "youth-voice", "partnership", 3))
    assert there("inventory", "import", "w.xlsx", "--yes").code == 0
    assert "answers: {partnership: 3}" in text()
    fill(lambda book: worksheets.put(book["Part 4"], "youth-voice", "benefit_to_us", "Trust."))
    assert there("inventory", "import", "w.xlsx", "--yes").code == 0
    found = plan().partner("youth-voice")
    assert found is not None
    assert (found.answers.partnership.level, str(found.answers.partnership.benefit_to_us)) == (3, "Trust.")


def test_an_emptied_cell_changes_nothing_unless_told(there: Run) -> None:
    fill(lambda book: worksheets.put(book["Part 4"], "circulo-mam", "keep_informed_by", None))
    ran = there("inventory", "import", "w.xlsx", "--yes")
    assert (ran.code, text()) == (0, PLAN)
    assert "Emptied in the file, but kept in the plan (--blank empties them):\n" in ran.out
    assert "  Part 4, row 5, column J: 'Kept informed by' of Círculo Mam\n" in ran.out
    assert there("inventory", "import", "w.xlsx", "--yes", "--blank").code == 0
    assert text() == PLAN.replace("    keep_informed_by: newsletter\n", "")


def test_a_missing_row_changes_nothing_unless_told(there: Run) -> None:
    fill(lambda book: book["Part 3"].delete_rows(worksheets.row(book["Part 3"], "youth-voice")))
    ran = there("inventory", "import", "w.xlsx", "--yes")
    assert (ran.code, text()) == (0, PLAN)
    assert (
        "Gone from the file, but kept in the plan (--remove takes them out):\n  Youth Voice (youth-voice)\n"
        in ran.out
    )
    assert there("inventory", "import", "w.xlsx", "--yes", "--remove").code == 0
    assert [one.id for one in plan().partners] == ["circulo-mam"]
    assert "# kept: beside" in text()


def test_a_worksheet_that_comes_late_undoes_nothing(there: Run) -> None:
    later = PLAN.replace("newsletter", "a call each month").replace(
        "[farm-workers]", "[farm-workers, immigrants]"
    )
    Path("coalition.yaml").write_text(later, encoding="utf-8")
    assert "nothing to change" in there("inventory", "import", "w.xlsx").out
    fill(lambda book: worksheets.put(book["Part 2"], "circulo-mam", "serves", "Farm workers; Young people"))
    ran = there("inventory", "import", "w.xlsx", "--yes")
    assert "! Serves" in ran.out
    assert "! The plan has changed since the worksheet was written: look twice.\n" in ran.out
    assert "keep_informed_by: a call each month" in text()


def test_what_a_rater_says_goes_to_the_private_file(there: Run) -> None:
    there("inventory", "worksheet", "ana.xlsx", "--rater", "ana")
    fill(
        lambda book: worksheets.put(
            book["View of Ana López"], "youth-voice", "assets.not", "Staff; everything else"
        ),
        "ana.xlsx",
    )
    ran = there("inventory", "import", "ana.xlsx", "--yes")
    assert ran.code == 0
    assert "filled in (private, not shown)" in ran.out
    assert "Staff" not in ran.out
    assert text() == PLAN
    found = plan().partner("youth-voice")
    assert found is not None
    rated = found.ratings["ana"].assets
    assert rated is not None
    assert (rated.not_held, rated.complete) == (("staff",), True)


def test_columns_may_be_moved_renamed_and_taken_out(there: Run) -> None:
    def work(book: Workbook) -> None:
        sheet = book["Part 2"]
        sheet.cell(4, worksheets.column(sheet, "serves")).value = "Whom they help"
        worksheets.put(sheet, "circulo-mam", "serves", "Immigrants")
        sheet.delete_cols(worksheets.column(sheet, "domains"))
        sheet.move_range("B1:B30", cols=20)
        sheet.cell(4, 26).value = "Fax"
        sheet.cell(5, 26).value = "555-0100"
        book.create_sheet("My own").cell(1, 1).value = "private thoughts"

    fill(work)
    ran = there("inventory", "import", "w.xlsx", "--yes")
    assert (ran.code, plan().partners[0].serves.held) == (0, ("immigrants",))
    assert "no column of the worksheet: Part 2, column Z 'Fax'" in ran.out
    assert "no part of the worksheet: 'My own'" in ran.out


def wrong(part: str, key: str, field: str, value: object) -> Callable[[Workbook], None]:
    return lambda book: worksheets.put(book[part], key, field, value)


def doubled(book: Workbook) -> None:
    sheet = book["Part 2"]
    for index in range(1, 4):
        sheet.cell(6, index).value = sheet.cell(5, index).value


PROBLEMS: dict[str, tuple[Callable[[Workbook], None], str]] = {
    "a word nobody knows": (
        wrong("Part 2", "circulo-mam", "sector", "Comunity member"),
        "Part 2, row 5, column C: 'Comunity member' is not a sector; did you mean 'Community member'?",
    ),
    "one of several words": (
        wrong("Part 2", "circulo-mam", "serves", "Farm workers; Comunity"),
        "Part 2, row 5, column E: 'Comunity' is not a population group",
    ),
    "a level": (
        wrong("Part 4", "youth-voice", "partnership", "7"),
        "Part 4, row 6, column E: '7' is no level",
    ),
    "a date": (
        wrong("Part 4", "youth-voice", "reviewed", "last May"),
        "Part 4, row 6, column K: 'last May': write a date as 2026-03-14",
    ),
    "nobody": (wrong("Part 2", "circulo-mam", "closest", "Zoe"), "column J: 'Zoe' is not a member"),
    "no name": (
        wrong("Part 2", "circulo-mam", "name", None),
        "Part 2, row 5, column B: 'Organization or person'",
    ),
    "an id": (
        wrong("Part 2", "circulo-mam", "id", "circulo-man"),
        "there is no partner 'circulo-man' in the plan; did you mean",
    ),
    "a row twice": (doubled, "Part 2, row 6, column A: 'Círculo Mam' stands in Part 2, row 5 already"),
    "merged cells": (
        lambda book: book["Part 2"].merge_cells("C5:D5"),
        "Part 2, row 5, column C: cells are merged from here to D5",
    ),
    "both held and not": (wrong("Part 4 no", "circulo-mam", "serves.not", "Farm workers"), "cannot be both"),
}


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_problem_is_told_by_sheet_row_and_column_and_changes_nothing(there: Run, name: str) -> None:
    work, sentence = PROBLEMS[name]
    fill(work)
    ran = there("inventory", "import", "w.xlsx", "--yes")
    assert sentence in refused(ran)
    assert "nothing was changed" in ran.err


def test_two_files_that_disagree_change_nothing(there: Run) -> None:
    shutil.copy("w.xlsx", "v.xlsx")
    fill(wrong("Part 2", "circulo-mam", "sector", "Nonprofit"))
    fill(wrong("Part 2", "circulo-mam", "sector", "Philanthropy"), "v.xlsx")
    said = refused(there("inventory", "import", "w.xlsx", "v.xlsx", "--yes"))
    assert "v.xlsx, Part 2, row 5, column C: says something else than w.xlsx, Part 2, row 5, column C" in said


LIST = "Organization name;Org type;Populations served;Contact;E-mail;Fax\n"
LIST += '"circulo  MAM";;immigrants, farm workers;;;1\n'
LIST += "Peña & Söhne;city;;Inés Ortiz;ines@example.org;2\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_list_of_any_making_is_understood(there: Run, encoding: str, delimiter: str) -> None:
    Path("list.csv").write_bytes(LIST.replace(";", delimiter).encode(encoding))
    ran = there("inventory", "import", "list.csv", "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert "  Organization name is name\n" in ran.out
    assert "row 2: 'circulo MAM' is taken for 'Círculo Mam' (circulo-mam)" in ran.out
    assert "not clear what they hold: 'Fax'" in ran.out
    after = plan()
    assert after.partners[0].name == "Círculo Mam"
    assert after.partners[0].serves.held == ("farm-workers", "immigrants")
    new = after.partner("pena-sohne")
    assert new is not None
    assert (new.name, new.sector, new.people[0].work_email) == (
        "Peña & Söhne",
        "local-government",
        "ines@example.org",
    )
    assert after.inventory.columns["Organization name"] == "name"
    assert "nothing to change" in there("inventory", "import", "list.csv").out


def test_a_mapping_is_told_and_remembered(there: Run) -> None:
    Path("list.csv").write_text("Wer,Was\nCasa Nueva,nonprofit\n", encoding="utf-8")
    assert 'say which one it is: --map name="Heading of the column"' in refused(
        there("inventory", "import", "list.csv", "--yes")
    )
    assert (
        there("inventory", "import", "list.csv", "--map", "name=Wer", "--map", "sector=Was", "--yes").code
        == 0
    )
    assert plan().inventory.columns == {"Wer": "name", "Was": "sector"}
    Path("list.csv").write_text("Wer,Was\nCasa Vieja,philanthropy\n", encoding="utf-8")
    assert there("inventory", "import", "list.csv", "--yes").code == 0
    assert [one.sector for one in plan().partners if one.id == "casa-vieja"] == ["philanthropy"]


def test_a_formula_that_failed_is_told(there: Run) -> None:
    Path("list.csv").write_text("name,note\nCasa Nueva,#REF!\n", encoding="utf-8")
    said = refused(there("inventory", "import", "list.csv", "--yes"))
    assert "row 2, column B: the formula there has come to #REF!" in said


BAD: dict[str, tuple[bytes, str]] = {
    "a.xlsx": (b"no workbook", "is no workbook"),
    "b.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked", "is protected with a password"),
    "c.xlsx": (b"", "is empty"),
    "d.csv": (b"name\0\0", "is no text"),
    "e.doc": (b"x", "is of no kind that can be imported"),
    "f.xlsx": (b"x" * 20_000_001, "is larger than 20 MB"),
    "g.csv": (b'name\n"' + b"x" * 1_000_001, "cannot be read as CSV"),
    "h.csv": (b"\n\n,,\n", "holds nothing"),
    "i.ods": (b"PK\x03\x04 damaged", "is no workbook"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(there: Run, name: str) -> None:
    data, sentence = BAD[name]
    Path(name).write_bytes(data)
    assert sentence in refused(there("inventory", "import", name, "--yes"))


def test_a_small_file_that_stands_for_a_huge_one_is_refused(there: Run) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.cell(1, 1).value = "name"
    sheet.cell(1_048_576, 16_384).value = "far away"
    book.save("huge.xlsx")
    assert "holds more cells" in refused(there("inventory", "import", "huge.xlsx", "--yes"))


def test_numbers_dates_and_formulas_count_by_their_values(there: Run) -> None:
    from datetime import date

    def work(book: Workbook) -> None:
        worksheets.put(book["Part 4"], "circulo-mam", "reviewed", date(2026, 6, 15))
        worksheets.put(book["Part 1"], "data", "required", 2.0)
        worksheets.put(book["Part 2"], "circulo-mam", "small", True)

    fill(work)
    assert there("inventory", "import", "w.xlsx", "--yes").code == 0
    after = plan()
    assert (str(after.partners[0].reviewed), after.partners[0].small, after.inventory.needs[0].required) == (
        "2026-06-15",
        True,
        2,
    )


def test_what_would_bring_an_error_changes_nothing(there: Run) -> None:
    Path("coalition.yaml").write_text(
        PLAN + "ties: [{who: youth-voice, whom: circulo-mam}]\n", encoding="utf-8"
    )
    fill(lambda book: book["Part 3"].delete_rows(worksheets.row(book["Part 3"], "youth-voice")))
    before = text()
    ran = there("inventory", "import", "w.xlsx", "--yes", "--remove")
    assert (ran.code, text()) == (2, before)
    assert "nothing was changed: the plan would have an error that it does not have now" in ran.err


HANDS = ("danielle.xlsx", "leticia.xlsx", "ruth.xlsx", "joanne.csv")


def four_hands(run: Run, *here: str) -> None:
    """Let four people work by themselves: two on the worksheet, one on her own view, one on a list."""
    run("inventory", "worksheet", "danielle.xlsx", *here)
    run("inventory", "worksheet", "leticia.xlsx", "--language", "es", *here)
    run("inventory", "worksheet", "ruth.xlsx", "--rater", "ruth-ellen-sandoval", *here)

    def danielle(book: Workbook) -> None:
        worksheets.put(
            book["Part 2"],
            "forest-city-library",
            "assets",
            "Programs well regarded by residents; Staff; Convening power",
        )
        worksheets.put(
            book["Part 4 no"],
            "county-human-services",
            "assets.not",
            "Strong racial equity approach; Data sharing",
        )
        worksheets.add(
            book["Part 3"],
            name="Riverside Mutual Aid",
            sector="Community-based organization",
            represents="Mam speakers",
            small="Yes",
        )
        worksheets.put(book["Part 1"], "local-data", "required", "2")

    def leticia(book: Workbook) -> None:
        worksheets.put(book["Parte 3"], "circulo-mam", "assets", "Lazos fuertes con la comunidad; Personal")
        worksheets.put(
            book["Parte 4"], "mujeres-del-mercado", "accountable_to", "A sus socias y sus familias"
        )
        worksheets.put(
            book["Parte 4 no"], "circulo-mam", "assets.not", "Recursos económicos; Intercambio de datos"
        )

    def ruth(book: Workbook) -> None:
        sheet = book["View of Ruth Ellen Sandoval"]
        worksheets.put(sheet, "oak-street-tenants", "motivation", "4 A priority is their mission")
        worksheets.put(sheet, "valley-housing-alliance", "represents", "Renters with low incomes")

    fill(danielle, "danielle.xlsx")
    fill(leticia, "leticia.xlsx")
    fill(ruth, "ruth.xlsx")
    by_joanne = "Company;Sector;Populations;Contact\nGreenleaf Foods;;farm workers;\n"
    by_joanne += "Peña Farms;private sector;farm workers;José Peña\n"
    Path("joanne.csv").write_bytes(by_joanne.encode("cp1252"))


def test_four_hands_come_back_as_one_reviewed_change(run: Run) -> None:
    shutil.copytree(shipped("examples") / "forest-city", "city")
    before = Path("city/coalition.yaml").read_text(encoding="utf-8")
    here = ("--plan", "city")
    four_hands(run, *here)
    ran = run("inventory", "import", *HANDS, *here, "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert "brought 12 changes from danielle.xlsx, leticia.xlsx, ruth.xlsx and joanne.csv into" in ran.out
    assert "Strong connections to community → Strong connections to community; Staff" in " ".join(
        ran.out.split()
    )
    assert "Valley Housing Alliance, as Ruth Ellen Sandoval sees it" in ran.out
    assert "new person at Peña Farms" in ran.out
    after = plan("city")
    partner = {one.id: one for one in after.partners}
    assert partner["forest-city-library"].assets.held == (
        "programs-well-regarded-by-residents",
        "staff",
        "convening-power",
    )
    assert partner["forest-city-library"].assets.not_held == ("strong-racial-equity-approach",)
    assert partner["county-human-services"].assets.not_held == (
        "strong-racial-equity-approach",
        "data-sharing",
    )
    assert partner["riverside-mutual-aid"].represents.held == ("mam-speakers",)
    assert partner["circulo-mam"].assets.held == ("strong-connections-to-community", "staff")
    assert partner["circulo-mam"].assets.not_held == ("financial-resources", "data-sharing")
    accountable = partner["mujeres-del-mercado"].answers.motivation.accountable_to
    assert accountable is not None
    assert accountable.texts == {"en": "Its members", "es": "A sus socias y sus familias"}
    assert partner["oak-street-tenants"].ratings["ruth-ellen-sandoval"].motivation == 4
    assert partner["greenleaf-foods"].serves.held == ("workers-making-low-wages", "farm-workers")
    assert partner["pena-farms"].people[0].name == "José Peña"
    written = Path("city/coalition.yaml").read_text(encoding="utf-8")
    comments = [line.partition("#")[2] for line in before.splitlines() if "#" in line]
    assert [line.partition("#")[2] for line in written.splitlines() if "#" in line] == comments
    assert "ratings" not in written
    again = run("inventory", "import", *HANDS, *here)
    assert (again.code, again.out) == (
        0,
        f"nothing to change: {', '.join(HANDS[:3])} and {HANDS[3]} say what the plan says\n",
    )


@pytest.mark.parametrize("agrees", [True, False])
def test_at_a_terminal_one_is_asked(there: Run, monkeypatch: pytest.MonkeyPatch, agrees: bool) -> None:  # noqa: FBT001
    from coalitionkit.cli.commands.inventory import importing

    monkeypatch.setattr(importing, "may_ask", lambda *, no_input: not no_input)
    monkeypatch.setattr(typer, "confirm", lambda _, *, default: agrees and not default)
    fill(wrong("Part 2", "circulo-mam", "sector", "Nonprofit"))
    assert there("inventory", "import", "w.xlsx", "--no-input").code == 2
    ran = there("inventory", "import", "w.xlsx")
    assert (ran.code, text() == PLAN) == ((0, False) if agrees else (2, True))


def test_a_name_that_is_almost_known_is_pointed_out(there: Run) -> None:
    Path("list.csv").write_text("name\nCirculo Mamm\nYouth Voyce\n", encoding="utf-8")
    ran = there("inventory", "import", "list.csv", "--yes")
    assert (
        "row 2: 'Circulo Mamm' is added as new; if it is 'Círculo Mam', write the id of that one" in ran.out
    )
    assert "'Youth Voyce' is added as new; if it is 'Youth Voice'" in ran.out


def test_cells_that_no_column_holds_are_told_one_by_one(there: Run) -> None:
    Path("list.csv").write_text(
        "Name,Notes,Email\nNew,one, and two,more\nOther,,o@example.org\n", encoding="utf-8"
    )
    ran = there("inventory", "import", "list.csv", "--dry-run")
    assert "row 2, column D: 'more' is not read, because no heading stands above it\n" in ran.out
    assert "row 3: not read: 'Email', because neither a name nor a title of the person is there\n" in ran.out


def test_a_list_that_cannot_be_used_says_how_to_leave_a_column_out(there: Run) -> None:
    Path("list.csv").write_text("Account,Type\nNew,Prospect\n", encoding="utf-8")
    said = refused(there("inventory", "import", "list.csv", "--yes"))
    assert "problem row 2, column B: 'Prospect' is not a sector" in said
    assert "--map -=HEADING leaves a column out" in said
    fill(wrong("Part 2", "circulo-mam", "sector", "Prospect"))
    assert "--map" not in refused(there("inventory", "import", "w.xlsx", "--yes"))


def test_what_is_kept_is_not_called_the_same(there: Run) -> None:
    fill(lambda book: book["Part 3"].delete_rows(worksheets.row(book["Part 3"], "youth-voice")))
    ran = there("inventory", "import", "w.xlsx")
    assert ran.out.endswith("nothing to change: the plan keeps what was taken out of w.xlsx\n")


def test_people_of_a_contact_list_have_whole_names(there: Run) -> None:
    rows = "Sponsor,First Name,Last Name,Email\nCírculo Mam,Rosa,Pérez Díaz,rosa@example.org\n"
    Path("list.csv").write_text(rows, encoding="utf-8")
    for changed in (True, False):
        ran = there("inventory", "import", "list.csv", "--yes")
        assert ran.code == 0, ran.err
        assert ("nothing to change" in ran.out) is not changed
    assert [one.name for one in plan().partners[0].people] == ["Domingo Pablo", "Rosa Pérez Díaz"]


def test_a_part_that_lost_its_hidden_row_is_told_and_can_be_read_as_a_list(there: Run) -> None:
    def work(book: Workbook) -> None:
        worksheets.put(book["Part 2"], "circulo-mam", "note", "Call on Fridays")
        book["Part 2"].delete_rows(1)

    fill(work)
    said = refused(there("inventory", "import", "w.xlsx", "--yes"))
    assert "'w.xlsx', sheet 'Part 2', has lost its hidden first row" in said
    assert there("inventory", "import", "w.xlsx", "--sheet", "Part 2", "--yes").code == 0
    assert str(plan().partners[0].note) == "Call on Fridays"


@pytest.mark.parametrize(
    ("part", "name", "sentence"),
    [
        (
            "Part 2",
            "Youth Voice",
            "the id is that of 'Círculo Mam', the name that of 'Youth Voice' (youth-voice)",
        ),
        (
            "Part 4",
            "Youth Voice",
            "the id is that of 'Círculo Mam', the name that of 'Youth Voice' (youth-voice)",
        ),
    ],
)
def test_a_name_that_does_not_go_with_its_id_is_refused(
    there: Run, part: str, name: str, sentence: str
) -> None:
    fill(wrong(part, "circulo-mam", "name", name))
    said = refused(there("inventory", "import", "w.xlsx", "--yes"))
    assert f"problem {part}, row 5: {sentence}" in said


def test_another_spelling_or_a_new_name_goes_with_its_id(there: Run) -> None:
    fill(wrong("Part 4", "circulo-mam", "name", "circulo MAM"))
    assert "nothing to change" in there("inventory", "import", "w.xlsx").out
    fill(wrong("Part 2", "circulo-mam", "name", "Casa Nueva"))
    assert there("inventory", "import", "w.xlsx", "--yes").code == 0
    assert plan().partners[0].name == "Casa Nueva"


def test_a_row_is_about_its_id_whatever_name_was_typed_over_it(there: Run) -> None:
    fill(wrong("Part 4", "circulo-mam", "name", "Casa Nueva"))
    ran = there("inventory", "import", "w.xlsx", "--yes")
    assert "Part 4, row 5: this row is about 'Círculo Mam', also if 'Casa Nueva' stands there" in ran.out
    assert text() == PLAN


def test_a_worksheet_may_still_show_the_name_of_before(there: Run) -> None:
    Path("coalition.yaml").write_text(PLAN.replace("Círculo Mam", "Casa Nueva"), encoding="utf-8")
    assert "nothing to change" in there("inventory", "import", "w.xlsx").out
