"""Documents on their way: formats, files, attachments, and whether files are what the plan says."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from publish.specimens import mail

from coalitionkit.cli import boundary

PLAN = Path(__file__).parents[1] / "publish" / "plan.yaml"
Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run `coalition` in a folder that holds the plan of tests/publish; return the exit code."""
    shutil.copy(PLAN, tmp_path / "coalition.yaml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COALITION_OVERLAY", raising=False)

    def ran(*arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["coalition", "render", *arguments, "--as-of", "2026-03-02"])
        with pytest.raises(SystemExit) as caught:
            boundary.main()
        return caught.value.code if isinstance(caught.value.code, int) else 0

    return ran


def names(folder: str) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*"))


def test_each_format_is_a_file(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(
            "invite",
            "puente",
            "--out",
            "o",
            "--as",
            "md",
            "--as",
            "docx",
            "--as",
            "html",
            "--as",
            "eml",
            "--as",
            "txt",
        )
        == 0
    )
    assert names("o") == [f"invite-puente.{form}" for form in ("docx", "eml", "html", "md", "txt")]
    assert Path("o/invite-puente.docx").read_bytes().startswith(b"PK")
    assert capsys.readouterr().out.count("o/invite-puente.") == 5


def test_a_format_named_twice_is_made_once(run: Run) -> None:
    assert run("invite", "puente", "--out", "o", "--as", "txt", "--as", "txt") == 0
    assert names("o") == ["invite-puente.txt"]


def test_readable_formats_go_to_the_terminal(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("invite", "hugo-paz", "--as", "txt") == 0
    assert "**" not in capsys.readouterr().out
    assert run("invite", "hugo-paz", "--as", "html") == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_attachments_are_the_documents_themselves(run: Run) -> None:
    assert (
        run(
            "invite",
            "puente",
            "--out",
            "o",
            "--as",
            "eml",
            "--as",
            "docx",
            "--attach",
            "docx",
            "--attach",
            "md",
        )
        == 0
    )
    parts = list(mail(Path("o/invite-puente.eml").read_bytes()).iter_attachments())
    assert [part.get_filename() for part in parts] == ["invite-puente.docx", "invite-puente.md"]
    assert parts[0].get_payload(decode=True) == Path("o/invite-puente.docx").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--as", "dox"), "no document can be made as 'dox'; did you mean 'docx'?"),
        (("--as", "odt"), "no document can be made as 'odt'; choose md, docx, html, pdf, eml"),
        (("--as", "docx"), "a terminal cannot show docx files"),
        (("--as", "md", "--as", "txt"), "a terminal cannot show several formats"),
        (("--attach", "pdf"), "--attach is for e-mail"),
        (("--as", "eml", "--attach", "eml"), "an e-mail is not attached to itself"),
        (("--as", "eml", "--attach", "odt"), "no document can be made as 'odt'"),
        (("--check",), "--check compares files"),
    ],
)
def test_what_cannot_be_is_told(
    arguments: tuple[str, ...], message: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("invite", "puente", *arguments) == 2
    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.out == ""


def test_check_tells_what_is_stale_and_writes_nothing(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("invite", "puente", "hugo-paz", "--out", "o", "--as", "md", "--as", "docx")
    assert run(*asked) == 0
    assert run(*asked, "--check") == 0
    capsys.readouterr()
    Path("o/invite-puente.md").write_text("mine", encoding="utf-8")
    Path("o/invite-hugo-paz.docx").unlink()
    assert run(*asked, "--check") == 1
    assert capsys.readouterr().err.splitlines() == [
        "o/invite-puente.md is not what the plan says now",
        "o/invite-hugo-paz.docx is missing",
        "2 files of 4 to make again: leave out --check",
    ]
    assert Path("o/invite-puente.md").read_text(encoding="utf-8") == "mine"
    assert not Path("o/invite-hugo-paz.docx").exists()


def test_a_broken_letterhead_writes_nothing(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("templates/page").mkdir(parents=True)
    Path("templates/page/document.docx").write_bytes(b"no Word file")
    assert run("invite", "puente", "--out", "o", "--as", "md", "--as", "docx") == 2
    assert capsys.readouterr().err == (
        "error: 'templates/page/document.docx' is no Word file\nhint:  save it in Word as .docx\n"
    )
    assert not Path("o").exists()


def test_a_plans_own_document_is_delivered_like_any(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("templates/en").mkdir(parents=True)
    Path("templates/en/con.md.j2").write_text("# {{ record.about.name }}\n", encoding="utf-8")
    assert run("document", "con", "--out", "o", "--as", "html") == 0
    (name,) = names("o")
    assert name.startswith("document-con")
    assert run("document", "con") == 0
    assert "# Willow Bend Opportunity Coalition\n" in capsys.readouterr().out
    assert run("document", "no") == 2
