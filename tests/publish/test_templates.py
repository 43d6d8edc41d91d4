"""Where templates are found, and that nothing outside their folders is read."""

from pathlib import Path

import pytest

from coalitionkit.errors import BrokenTemplateError
from coalitionkit.publish.templates import FOLDER, MAX_SIZE, Folders
from coalitionkit.shipped import shipped


def test_templates_ship_in_both_languages() -> None:
    english, spanish = (
        {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        for folder in (shipped(FOLDER) / "en", shipped(FOLDER) / "es")
    )
    assert english == spanish
    assert {"invite-partner.md.j2", "invite-community.md.j2", "agenda.md.j2", "language.json"} <= english


def test_the_plans_own_folder_goes_first(tmp_path: Path) -> None:
    (tmp_path / "templates" / "en").mkdir(parents=True)
    (tmp_path / "templates" / "en" / "agenda.md.j2").write_text("mine", encoding="utf-8")
    folders = Folders.around(tmp_path)
    mine, theirs = folders.find("en/agenda.md.j2"), folders.find("es/agenda.md.j2")
    assert mine is not None
    assert mine.text == "mine"
    assert theirs is not None
    assert folders.find("en/none.md.j2") is None


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/etc/passwd",
        "../x.j2",
        "en/../x.j2",
        "en//x.j2",
        ".hidden.j2",
        "en\\x.j2",
        "x.py",
        "C:/x.j2",
        "x.j2\n",
    ],
)
def test_names_that_lead_out_are_refused(name: str) -> None:
    with pytest.raises(BrokenTemplateError):
        Folders.around(Path()).find(name)


def test_links_that_lead_out_are_refused(tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    plan.mkdir()
    (plan / "templates").symlink_to(tmp_path)
    with pytest.raises(BrokenTemplateError, match="outside the plan"):
        Folders.around(plan)


@pytest.mark.parametrize(
    ("content", "message"), [(b"\xff", "not written in UTF-8"), (b"x" * (MAX_SIZE + 1), "larger than")]
)
def test_files_that_cannot_be_used_are_told(content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "x.j2").write_bytes(content)
    with pytest.raises(BrokenTemplateError, match=message):
        Folders((tmp_path,)).find("x.j2")
