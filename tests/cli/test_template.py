"""`coalition template`: what there is, where it comes from, taking it over, and whether it can be used."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from coalitionkit.cli import boundary
from coalitionkit.publish.writers.starter import starter


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run `coalition template` beside a plan, which may be a broken one."""
    (tmp_path / "coalition.yaml").write_text("format: 1\ncoalition: {id: c, nme: C}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["coalition", "template", *arguments])
        with pytest.raises(SystemExit) as caught:
            boundary.main()
        captured = capsys.readouterr()
        return Ran(caught.value.code if isinstance(caught.value.code, int) else 0, captured.out, captured.err)

    return ran


def test_list_says_where_each_comes_from_and_what_it_is_for(run: Run) -> None:
    Path("templates/en").mkdir(parents=True)
    Path("templates/en/overview.md.j2").write_text("{# One page. #}", encoding="utf-8")
    lines = [line.split(None, 3) for line in run("list").out.splitlines()]
    assert ["en/agenda.md.j2", "shipped", "An", "agenda as a facilitator prints it"] in lines
    assert ["en/overview.md.j2", "the", "plan", "One page"] in lines


def test_list_for_programs(run: Run) -> None:
    report = json.loads(run("list", "--format", "json").out)
    assert report["version"] == 1
    found = {one["name"]: one for one in report["templates"]}
    assert found["page/document.docx"] == {
        "name": "page/document.docx",
        "own": False,
        "file": "",
        "purpose": "the letterhead and styles of Word files, to be changed in Word",
    }


def test_show_prints_a_template_as_it_is(run: Run) -> None:
    assert run("show", "page/document.css").out.startswith(":root {\n")
    Path("templates/page").mkdir(parents=True)
    Path("templates/page/document.css").write_text("p {}", encoding="utf-8")
    assert run("show", "page/document.css").out == "p {}"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("page/document.docx", "coalition template copy page/document.docx"),
        ("en/agend.md.j2", "did you mean 'en/agenda.md.j2'?"),
        ("../coalition.yaml", "there is no template"),
        ("zzz", "all of them: coalition template list"),
    ],
)
def test_what_cannot_be_shown_is_told(name: str, message: str, run: Run) -> None:
    result = run("show", name)
    assert result.code == 2
    assert message in result.err
    assert result.out == ""


def test_copy_puts_a_template_into_the_plan_once(run: Run) -> None:
    for name in ("en/agenda.md.j2", "page/document.docx", "page/document.css", "page/document.typ"):
        assert run("copy", name).code == 0
        assert Path("templates", name).is_file()
    assert Path("templates/page/document.docx").read_bytes() == starter()
    Path("templates/en/agenda.md.j2").write_text("mine", encoding="utf-8")
    again = run("copy", "en/agenda.md.j2")
    assert (again.code, again.err) == (
        2,
        "error: 'templates/en/agenda.md.j2' exists already\nhint:  replace it with --force\n",
    )
    assert Path("templates/en/agenda.md.j2").read_text(encoding="utf-8") == "mine"


def test_copy_takes_what_ships_or_gives_the_plans_own_another_name(run: Run) -> None:
    Path("templates/en").mkdir(parents=True)
    Path("templates/en/agenda.md.j2").write_text("mine", encoding="utf-8")
    assert (
        run("copy", "en/agenda.md.j2", "--to", "es/ours.md.j2").out
        == "templates/es/ours.md.j2  to be changed as you like\n"
    )
    assert Path("templates/es/ours.md.j2").read_text(encoding="utf-8") == "mine"
    assert run("copy", "en/agenda.md.j2", "--force").code == 0
    assert "mine" not in Path("templates/en/agenda.md.j2").read_text(encoding="utf-8")
    assert run("copy", "es/ours.md.j2", "--force").code == 2


@pytest.mark.parametrize(
    "to", ["../x.md.j2", "/x.md.j2", "en/x.json", "x", "init/x.md.j2", "en/.x.md.j2", "C:\\x.j2"]
)
def test_a_copy_stays_in_the_folder_of_templates(to: str, run: Run) -> None:
    before = sorted(Path().rglob("*"))
    assert run("copy", "en/agenda.md.j2", "--to", to).code == 2
    assert sorted(Path().rglob("*")) == before


def test_a_copy_does_not_follow_a_link_out_of_the_plan(
    run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    Path("templates").mkdir()
    Path("templates/en").symlink_to(outside)
    assert run("copy", "en/agenda.md.j2").code == 2
    assert list(outside.iterdir()) == []


def test_check_is_content_with_what_ships_and_what_is_copied(run: Run) -> None:
    assert run("check") == (0, "", "no templates of the plan's own, no complaints\n")
    for name in (
        "en/agenda.md.j2",
        "en/_letter.md.j2",
        "es/language.json",
        "page/document.docx",
        "page/document.typ",
    ):
        run("copy", name)
    assert run("check") == (0, "", "5 templates of the plan's own, no complaints\n")


def test_check_tells_file_and_line(run: Run) -> None:
    Path("templates/en").mkdir(parents=True)
    Path("templates/en/agenda.md.j2").write_text("\n{{ agenda.titel }}\n", encoding="utf-8")
    result = run("check")
    assert result.code == 1
    assert result.out == "templates/en/agenda.md.j2:2: agenda has no 'titel'; did you mean 'title'?\n"
    report = json.loads(run("check", "--format", "json").out)
    assert report["complaints"] == [
        {
            "file": "templates/en/agenda.md.j2",
            "line": 2,
            "message": "agenda has no 'titel'; did you mean 'title'?",
        }
    ]


def test_several_plans_are_refused(run: Run) -> None:
    Path("other").mkdir()
    Path("other/coalition.yaml").write_text("format: 1\n", encoding="utf-8")
    assert run("list").code == 2
    assert run("list", "--plan", "other").code == 0
