"""A review of templates: whatever could not be used is told, with its file."""

from pathlib import Path

import pytest

from coalitionkit.publish.review import reviewed
from coalitionkit.publish.templates import Folders
from coalitionkit.publish.writers.starter import starter
from publish.pressroom import own_press, press

pytestmark = pytest.mark.long


def told(folder: Path) -> list[str]:
    return [f"{Path(one.file).name}:{one.line}: {one.message}" for one in reviewed(Folders.around(folder))]


def test_what_ships_is_whole() -> None:
    assert reviewed(press().folders) == ()


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        (
            "en/agenda.md.j2",
            "\n{{ agenda.titel }}",
            "agenda.md.j2:2: agenda has no 'titel'; did you mean 'title'?",
        ),
        ("en/agenda.md.j2", "{{ letter.day }}", "agenda.md.j2:1: there is no 'letter' to print"),
        ("en/overview.md.j2", "{{ agenda.title }}", "overview.md.j2:1: there is no 'agenda' to print"),
        (
            "en/overview.md.j2",
            "{% if %}",
            "overview.md.j2:1: Expected an expression, got 'end of statement block'",
        ),
        (
            "en/agendas/regular-x.md.j2",
            "{{ letter.day }}",
            "regular-x.md.j2:1: there is no 'letter' to print",
        ),
        ("es/language.json", '{"months": ["enero"]}', "language.json:1: expected 12 texts, not ['enero']"),
        (
            "es/language.json",
            "{",
            "language.json:1: not JSON: Expecting property name enclosed in double quotes",
        ),
        ("es/language.json", '{"gaps": {"why_you": 1}}', "language.json:1: expected text, not 1"),
        ("en/agendas/x.json", "{}", "x.json:1: 'title' is missing"),
        ("page/document.docx", "x", "document.docx:1: 'page/document.docx' is no Word file"),
        ("en/letter.txt", "x", "letter.txt:1: no template has a name like this: it is never used"),
        ("overview.md.j2/x", "x", "x:1: no template has a name like this: it is never used"),
    ],
)
def test_what_is_wrong_is_told(name: str, text: str, complaint: str, tmp_path: Path) -> None:
    own_press(tmp_path, name, text)
    found = [one.replace(f"'{tmp_path.as_posix()}/templates/", "'") for one in told(tmp_path)]
    assert found == [complaint]


def test_a_page_that_cannot_be_set_is_told(tmp_path: Path) -> None:
    pytest.importorskip("typst")
    own_press(tmp_path, "page/document.typ", '\n#import "@preview/x:1.0.0"')
    assert told(tmp_path) == ["document.typ:2: the page of a PDF may not use 'import'"]


def test_a_language_needs_its_words(tmp_path: Path) -> None:
    own_press(tmp_path, "vi/agenda.md.j2", "{{ agenda.title }}")
    assert told(tmp_path) == ["language.json:1: it is missing: nothing is made in 'vi' without it"]
    words = (Path(str(press().folders.roots[0])) / "es" / "language.json").read_text(encoding="utf-8")
    own_press(tmp_path, "vi/language.json", words.replace('"why_you": ', '"why_not": '))
    assert told(tmp_path) == ["language.json:1: gaps.why_you is missing"]


def test_what_a_plan_may_change_is_fine(tmp_path: Path) -> None:
    own_press(tmp_path, "en/_letter.md.j2", press().folders.text("en/_letter.md.j2"))
    own_press(
        tmp_path, "es/language.json", '{"gaps": {"why_you": "otra cosa"}, "words": {"roles": {"x": "y"}}}'
    )
    own_press(tmp_path, ".DS_Store", "x")
    (tmp_path / "templates" / "page").mkdir()
    (tmp_path / "templates" / "page" / "document.docx").write_bytes(starter())
    assert told(tmp_path) == []


def test_a_part_that_is_missing_is_told_where_it_is_taken(tmp_path: Path) -> None:
    own_press(tmp_path, "en/_letter.md.j2", "{% macro head(letter) %}{% endmacro %}")
    assert "invite-partner.md.j2:2: 'en/_letter.md.j2' has no macro 'close'" in told(tmp_path)
