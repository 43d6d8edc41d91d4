"""Word: the template's own styles, lists that begin anew, tables with heads, and nothing of the machine."""

import io
import re
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Pt

from coalitionkit.publish.blocks import blocks
from coalitionkit.publish.forms import written
from coalitionkit.publish.templates import Folders
from coalitionkit.publish.writers.starter import starter
from coalitionkit.publish.writers.word import filled
from publish.specimens import SHIPPED, document, everything, words_of_docx

VALUES = {"title": "T", "coalition": "C", "language": "en", "day": "2026-03-02"}


def made(markdown: str, *, template: bytes = b"", language: str = "en") -> Any:
    data = filled(
        blocks(markdown),
        template=template or starter(),
        file="page/document.docx",
        values=VALUES | {"language": language},
        day=datetime(2026, 3, 2, tzinfo=UTC),
    )
    return docx.Document(io.BytesIO(data))


def styles(markdown: str, *, template: bytes = b"") -> list[tuple[str, str]]:
    found = made(markdown, template=template)
    return [(paragraph.style.name, paragraph.text) for paragraph in found.paragraphs if paragraph.text]


def restyled(change: Callable[[Any], None]) -> bytes:
    word = docx.Document(io.BytesIO(starter()))
    change(word)
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


def test_blocks_have_the_styles_of_word() -> None:
    assert styles("# a\n\nb\n\n> c\n\n- d\n  - e\n\n    f\n\n1. g\n\n| h |\n|---|\n| i |\n\n###### j\n") == [
        ("Heading 1", "a"),
        ("Normal", "b"),
        ("Quote", "c"),
        ("List Bullet", "d"),
        ("List Bullet 2", "e"),
        ("Normal", "f"),
        ("List Number", "g"),
        ("Heading 6", "j"),
    ]


def test_a_restyled_template_is_used(tmp_path: Path) -> None:
    def change(word: Any) -> None:
        word.styles["Normal"].font.size = Pt(13)
        word.add_paragraph("Our motto, {{ coalition }}")

    page = tmp_path / "templates" / "page"
    page.mkdir(parents=True)
    (page / "document.docx").write_bytes(restyled(change))
    data = written(document("a\n"), "docx", Folders.around(tmp_path))
    assert words_of_docx(data) == "aOur motto, Willow Bend & Friends"
    assert docx.Document(io.BytesIO(data)).styles["Normal"].font.size == Pt(13)


def test_the_style_of_the_place_is_that_of_the_text() -> None:
    def change(word: Any) -> None:
        word.paragraphs[-1].style = word.styles["Body Text"]

    assert styles("a\n\n> b\n", template=restyled(change)) == [("Body Text", "a"), ("Quote", "b")]


def test_a_template_without_styles_still_shows_everything() -> None:
    def change(word: Any) -> None:
        for style in list(word.styles):
            if style.name.startswith(("List", "Heading", "Quote", "Table Text", "Light")):
                style.delete()

    bare = restyled(change)
    assert styles("# a\n\n> b\n\n- c\n\n3. d\n4. e\n", template=bare) == [
        ("Heading 1", "a"),
        ("Quote", "b"),
        ("Normal", "\u2022\tc"),
        ("Normal", "3.\td"),
        ("Normal", "4.\te"),
    ]
    assert made("| a |\n|---|\n| b |\n", template=bare).tables[0].style.name == "Light Table"


def test_the_text_may_stand_in_a_cell() -> None:
    def change(word: Any) -> None:
        place = word.paragraphs[-1]._p
        table = word.add_table(rows=1, cols=2)
        table.cell(0, 1).paragraphs[0].text = "{{ body }}"
        place.getparent().remove(place)

    found = made("a\n\n- b\n", template=restyled(change))
    assert [paragraph.text for paragraph in found.tables[0].cell(0, 1).paragraphs][:2] == ["a", "b"]


def test_each_list_begins_with_its_own_number() -> None:
    found = made("1. a\n2. b\n\ntext\n\n1. c\n\ntext\n\n7. d\n")
    numbers = {
        p.text: p._p.pPr.numPr.numId.val
        for p in found.paragraphs
        if p._p.pPr is not None and p._p.pPr.numPr is not None
    }
    assert numbers["a"] == numbers["b"]
    assert len({numbers["a"], numbers["c"], numbers["d"]}) == 3
    numbering = found.part.numbering_part.element
    starts = {
        one.numId: one.lvlOverride_lst[0].startOverride.val
        for one in numbering.num_lst
        if one.lvlOverride_lst
    }
    assert [starts[numbers[key]] for key in "acd"] == [1, 1, 7]


def test_the_head_of_a_table_is_said_again_on_each_page() -> None:
    found = made("| a | b |\n|---|--:|\n| c | d |\n").tables[0]
    assert "w:tblHeader" in found.rows[0]._tr.xml
    assert "w:tblHeader" not in found.rows[1]._tr.xml
    assert all("w:cantSplit" in row._tr.xml for row in found.rows)
    assert [[cell.text for cell in row.cells] for row in found.rows] == [["a", "b"], ["c", "d"]]


def test_a_sheet_to_fill_in_has_no_empty_head() -> None:
    found = made("| | |\n|---|---|\n| a | |\n").tables[0]
    assert len(found.rows) == 1
    assert "w:tblHeader" not in found.rows[0]._tr.xml
    assert found.rows[0].height is not None


def test_there_is_room_to_write_in_rows_with_nothing_beside_their_name() -> None:
    (table,) = made("| | We agree |\n|---|---|\n| who | |\n| what | x |\n").tables
    assert [row.height is not None for row in table.rows] == [False, True, False]
    (table,) = made("| | Who | From |\n|---|---|---|\n| \u2610 | Ana | |\n").tables
    assert [row.height for row in table.rows] == [None, None]


def test_what_leads_into_a_list_stands_near_it_and_stays_with_it() -> None:
    label, point, after = made("**a**\n\n- b\n\nc\n").paragraphs
    assert label.paragraph_format.keep_with_next
    assert label.paragraph_format.space_after < point.style.paragraph_format.space_after
    assert after.paragraph_format.space_after is None


def test_what_is_written_from_the_right_is_marked() -> None:
    found = made("שלום\n", language="he")
    assert "<w:bidi/>" in found.paragraphs[0]._p.xml
    assert "<w:rtl/>" in found.paragraphs[0]._p.xml
    assert "<w:bidi/>" not in made("שלום\n").paragraphs[0]._p.xml


@pytest.mark.parametrize(("language", "spelling"), [("en", "en-US"), ("es", "es-US"), ("fr-CA", "fr-CA")])
def test_the_language_is_said(language: str, spelling: str) -> None:
    found = made("a", language=language)
    assert f'<w:lang w:val="{spelling}"' in found.styles.element.xml
    assert found.core_properties.language == language


def test_properties_tell_nothing_of_the_machine() -> None:
    about = made("a").core_properties
    assert (about.author, about.title, about.last_modified_by, about.comments) == ("C", "T", "", "")
    assert about.created == about.modified
    data = written(everything(), "docx", SHIPPED)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_links_lead_where_they_say() -> None:
    found = made("[a](https://example.org/?b=1&c=2) [d](https://example.org/?b=1&c=2)\n")
    targets = [one.target_ref for one in found.part.rels.values() if one.is_external]
    assert targets == ["https://example.org/?b=1&c=2"]


def test_properties_of_paragraphs_stand_in_their_order() -> None:
    # Word refuses to open a file whose properties stand in another order.
    order = ["pStyle", "keepNext", "numPr", "pBdr", "bidi", "spacing", "ind", "jc"]
    data = filled(
        blocks(everything().text),
        template=starter(),
        file="x",
        values=VALUES | {"language": "ar"},
        day=datetime(2026, 3, 2, tzinfo=UTC),
    )
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        text = packed.read("word/document.xml").decode("utf-8")
    for properties in re.findall(r"<w:pPr>(.*?)</w:pPr>", text, re.DOTALL):
        names = re.findall(r"<w:(\w+)", re.sub(r"<w:(numPr|pBdr)>.*?</w:\1>", r"<w:\1/>", properties))
        assert names == sorted(names, key=order.index), properties


def test_a_file_has_the_same_bytes_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    def data() -> bytes:
        return filled(
            blocks("# Agenda"),
            template=template,
            file="",
            values=VALUES,
            day=datetime(2026, 3, 2, tzinfo=UTC),
        )

    template = starter()
    here = data()
    for system in ("win32", "linux"):
        monkeypatch.setattr(sys, "platform", system)  # the archive notes it
        assert data() == here
