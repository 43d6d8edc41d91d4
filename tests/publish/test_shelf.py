"""Which templates there are, where each comes from, and what it is for."""

from pathlib import Path

import pytest

from coalitionkit.errors import UnknownRecordError
from coalitionkit.publish.shelf import content, own_documents, shelf
from coalitionkit.publish.templates import Folders
from publish.pressroom import own_press, press


def test_everything_that_ships_is_there_with_its_purpose() -> None:
    found = {one.name: one for one in shelf(press().folders)}
    assert {
        "en/agenda.md.j2",
        "es/language.json",
        "page/document.css",
        "page/document.docx",
        "page/document.typ",
    } <= found.keys()
    assert not [name for name in found if name.startswith("init/")]
    assert not [one for one in found.values() if one.own or one.file]
    unsaid = [name for name, one in found.items() if not one.purpose or "of your own" in one.purpose]
    assert unsaid == [], "a template says what it is for in a comment on its first line"


def test_what_the_plan_has_is_its_own(tmp_path: Path) -> None:
    own_press(tmp_path, "es/agenda.md.j2", "x")
    own_press(tmp_path, "en/overview.md.j2", "{# One page for the council. Short. #}x")
    folders = own_press(tmp_path, "en/plain.md.j2", "x").folders
    found = {one.name: one for one in shelf(folders) if one.own}
    assert found.keys() == {"es/agenda.md.j2", "en/overview.md.j2", "en/plain.md.j2"}
    assert found["es/agenda.md.j2"].purpose == "An agenda as a facilitator prints it"
    assert found["en/overview.md.j2"].purpose == "One page for the council"
    assert found["en/plain.md.j2"].purpose == "a document of your own: coalition render document plain"
    assert found["en/plain.md.j2"].file.endswith("/templates/en/plain.md.j2")


def test_documents_that_a_plan_adds(tmp_path: Path) -> None:
    for name in (
        "en/overview.md.j2",
        "es/overview.md.j2",
        "en/_part.md.j2",
        "en/agenda.md.j2",
        "en/agendas/x.md.j2",
    ):
        folders = own_press(tmp_path, name, "x").folders
    assert own_documents(folders) == {"overview": ["en", "es"]}


def test_content_is_as_it_lies_there(tmp_path: Path) -> None:
    folders = own_press(tmp_path, "en/agenda.md.j2", "mine\r\n").folders
    assert content("en/agenda.md.j2", folders).startswith(b"mine")
    assert content("page/document.docx", folders).startswith(b"PK")
    assert b"Coordinaci" in content("es/language.json", folders) or content("es/language.json", folders)
    with pytest.raises(UnknownRecordError) as caught:
        content("en/agend.md.j2", folders)
    assert caught.value.hint == "did you mean 'en/agenda.md.j2'?"


@pytest.mark.parametrize("name", ["../plan.yaml", "/etc/passwd", "init/coalition.yaml", "en"])
def test_nothing_else_is_shown(name: str) -> None:
    with pytest.raises(UnknownRecordError):
        content(name, Folders.around(Path(__file__).parent))
