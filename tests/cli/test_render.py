"""`coalition render`: what goes where, what is refused, and exit codes."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from coalitionkit.cli import app, boundary

PLAN = Path(__file__).parents[1] / "publish" / "plan.yaml"


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run `coalition render` in a folder that holds the plan of tests/publish."""
    shutil.copy(PLAN, tmp_path / "coalition.yaml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COALITION_OVERLAY", raising=False)
    monkeypatch.setitem(app.COMMANDS, "render", ("coalitionkit.cli.commands.render", "Make letters."))

    def ran(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["coalition", "render", *arguments, "--as-of", "2026-03-02"])
        with pytest.raises(SystemExit) as caught:
            boundary.main()
        captured = capsys.readouterr()
        return Ran(caught.value.code if isinstance(caught.value.code, int) else 0, captured.out, captured.err)

    return ran


def test_a_letter_goes_to_the_terminal_and_its_gaps_to_the_side(run: Run) -> None:
    result = run("invite", "puente")
    assert result.code == 0
    assert result.out.startswith("2 de marzo de 2026\n")
    assert result.err == (
        "invite-puente: 2 gaps\n"
        "  invitations[invite-puente].to: say to whom at the partner the letter goes\n"
        "  invitations[invite-puente].different: say what is different this time\n"
        "invite-puente: INFLESZ 75.1 (quite easy)\n"
    )


def test_a_letter_without_gaps_says_only_how_hard_it_is_to_read(run: Run) -> None:
    assert run("invite", "hugo-paz").err == "invite-hugo-paz: INFLESZ 76.3 (quite easy)\n"


def test_without_partners_the_invitations_that_wait_are_written(run: Run) -> None:
    result = run("invite")
    assert result.code == 0
    assert "\n---\n\n" in result.out
    assert result.out.index("June Abbott") < result.out.index("Hugo Paz")


def test_files_are_written_and_reported(run: Run) -> None:
    result = run("invite", "puente", "hugo-paz", "--out", "letters")
    assert result.code == 0
    assert result.err == ""
    assert result.out.splitlines()[:3] == [
        "letters/invite-puente.md  es, 2 gaps, INFLESZ 75.1 (quite easy)",
        "letters/invite-hugo-paz.md  es, no gaps, INFLESZ 76.3 (quite easy)",
        "invite-puente: 2 gaps",
    ]
    assert sorted(path.name for path in Path("letters").iterdir()) == [
        "invite-hugo-paz.md",
        "invite-puente.md",
    ]
    data = Path("letters/invite-puente.md").read_bytes()
    assert data.startswith(b"2 de marzo")
    assert b"\r" not in data


def test_files_are_not_replaced_without_force(run: Run) -> None:
    Path("letters").mkdir()
    Path("letters/invite-puente.md").write_text("mine", encoding="utf-8")
    result = run("invite", "hugo-paz", "puente", "--out", "letters")
    assert result.code == 2
    assert result.err == ("error: letters/invite-puente.md exists already\nhint:  replace with --force\n")
    assert [path.name for path in Path("letters").iterdir()] == ["invite-puente.md"], "nothing was written"
    assert run("invite", "hugo-paz", "puente", "--out", "letters", "--force").code == 0
    assert Path("letters/invite-puente.md").read_text(encoding="utf-8") != "mine"


def test_a_link_is_replaced_and_not_followed(run: Run) -> None:
    Path("letters").mkdir()
    Path("outside.md").write_text("mine", encoding="utf-8")
    Path("letters/invite-puente.md").symlink_to(Path("outside.md").resolve())
    assert run("invite", "puente", "--out", "letters").code == 2
    assert run("invite", "puente", "--out", "letters", "--force").code == 0
    assert Path("outside.md").read_text(encoding="utf-8") == "mine"
    assert not Path("letters/invite-puente.md").is_symlink()


def test_a_folder_that_cannot_be_written_is_told(run: Run) -> None:
    Path("letters").write_text("a file", encoding="utf-8")
    result = run("invite", "puente", "--out", "letters")
    assert result.code == 2
    assert result.err.startswith("error: 'letters' cannot be a folder")


def test_names_of_files_are_safe_on_windows(run: Run) -> None:
    plan = "format: 1\ncoalition: {id: c, name: C}\npartners: [{id: con, name: Con}]\n"
    plan += "meetings: [{id: aux, kind: 'other:odd-one', date: 2026-05-01, agenda: [Talk]}]\n"
    Path("coalition.yaml").write_text(plan, encoding="utf-8")
    assert run("invite", "con", "--out", "o").code == 0
    assert run("agenda", "--out", "o").code == 0
    assert run("agenda", "aux", "--out", "o").code == 0
    names = sorted(path.name for path in Path("o").iterdir())
    assert names == ["agenda-aux.md", "agenda-other-odd-one.md", "invite-con.md"]
    assert all(re.fullmatch(r"[a-z]+-[a-z0-9-]+\.md", name) for name in names)


def test_json_is_one_document(run: Run) -> None:
    result = run("invite", "puente", "hugo-paz", "--format", "json")
    report = json.loads(result.out)
    assert result.err == ""
    assert report["version"] == 2
    assert [d["name"] for d in report["documents"]] == ["invite-puente", "invite-hugo-paz"]
    first = report["documents"][0]
    assert first["language"] == "es"
    assert first["audience"] == "addressee"
    assert first["files"] == []
    assert first["text"].startswith("2 de marzo")
    assert first["gaps"][1] == {
        "part": "different",
        "message": "say what is different this time",
        "address": "invitations[invite-puente].different",
        "mark": "FALTA: diga qué es diferente esta vez",
    }


def test_json_goes_beside_files_and_into_a_file(run: Run) -> None:
    result = run("agenda", "introductions", "--out", "o", "--format", "json=report.json")
    assert result.code == 0
    assert result.out == ""
    (document,) = json.loads(Path("report.json").read_text(encoding="utf-8"))["documents"]
    assert document["files"] == ["o/agenda-introductions.md"]
    assert Path(document["files"][0]).read_text(encoding="utf-8") == document["text"]


def test_an_agenda_in_another_language(run: Run) -> None:
    result = run("agenda", "--language", "es")
    assert result.out.startswith("# Primera reunión: conocernos\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("invite", "puent"), "error: the plan has no partner 'puent'\nhint:  did you mean 'puente'?\n"),
        (("agenda", "introduction"), "did you mean 'introductions'?"),
        (("invite", "puente", "--plan", "nowhere"), "error: there is no file or folder 'nowhere'"),
        (("invite", "puente", "--format", "pdf"), "error: there is no format 'pdf'"),
        (("invite", "puente", "--overlay", "none.yaml"), "error: there is no overlay file 'none.yaml'"),
    ],
)
def test_what_cannot_be_done_exits_with_2(arguments: tuple[str, ...], message: str, run: Run) -> None:
    result = run(*arguments)
    assert result.code == 2
    assert message in result.err
    assert result.out == ""


def test_nothing_to_send_is_told(run: Run) -> None:
    Path("coalition.yaml").write_text("format: 1\ncoalition: {id: c, name: C}\n", encoding="utf-8")
    result = run("invite")
    assert result.code == 2
    assert result.err.startswith("error: no invitation waits to be sent\n")


def test_several_plans_are_named(run: Run) -> None:
    Path("other").mkdir()
    shutil.copy(PLAN, "other/coalition.yaml")
    result = run("invite", "puente")
    assert result.code == 2
    assert "coalition.yaml and other/coalition.yaml" in result.err
    assert run("invite", "puente", "--plan", "other").code == 0


def test_a_plan_with_errors_shows_them_and_exits_with_1(run: Run) -> None:
    Path("coalition.yaml").write_text("format: 1\ncoalition: {id: c, name: C, nme: X}\n", encoding="utf-8")
    result = run("invite", "puente")
    assert result.code == 1
    assert result.out == ""
    assert re.match(r"coalition\.yaml:2:\d+: error CK\d+ ", result.err)


def test_nothing_of_the_overlay_comes_out(run: Run) -> None:
    shutil.copy(PLAN.with_name("plan.private.yaml"), "coalition.private.yaml")
    for arguments in (("invite",), ("agenda",), ("invite", "--no-overlay"), ("invite", "--format", "json")):
        result = run(*arguments)
        assert result.code == 0
        assert "canary" not in result.out + result.err


def test_a_broken_template_names_its_line(run: Run) -> None:
    Path("templates/es").mkdir(parents=True)
    Path("templates/es/invite-partner.md.j2").write_text("Hola\n{{ letter.nada }}\n", encoding="utf-8")
    result = run("invite", "puente")
    assert result.code == 2
    assert result.err == "error: templates/es/invite-partner.md.j2:2: letter has no 'nada'\n"


def test_other_commands_do_not_import_jinja() -> None:
    modules = "coalitionkit.cli.boundary, coalitionkit.cli.commands.lint"
    code = f"import sys, {modules}; print('jinja2' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert result.stdout == "False\n"
