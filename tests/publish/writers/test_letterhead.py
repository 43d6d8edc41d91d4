"""The letterhead: what a Word template may be, and what is refused, in words that help."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import OxmlElement

from coalitionkit.errors import BrokenTemplateError
from coalitionkit.publish.writers.letterhead import MAX_UNPACKED, letterhead
from coalitionkit.publish.writers.starter import starter
from publish.specimens import words_of_docx

VALUES = (("title", "A & <B>"), ("coalition", "{{ 7*7 }}"), ("language", "en"), ("day", "2026-03-02"))


def template(*paragraphs: str) -> bytes:
    word = docx.Document()
    for text in paragraphs:
        word.add_paragraph(text)
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def changed(data: bytes, change: Callable[[str, bytes], bytes | None], **more: bytes) -> bytes:
    """Return a Word file with its parts changed, left out or added to."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
        for name, part in more.items():
            new.writestr(name, part)
    return made.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(BrokenTemplateError) as caught:
        letterhead(data, "page/document.docx", VALUES)
    assert caught.value.message.startswith("'page/document.docx'")
    return f"{caught.value.message}; {caught.value.hint}"


def test_values_are_filled_in_as_text() -> None:
    data = letterhead(
        template("{{ title }} {% if coalition %}{{ coalition }}{% endif %}", "{{ body }}"), "x", VALUES
    )
    assert words_of_docx(data).startswith("A & <B> {{ 7*7 }}")


def test_names_may_be_broken_up_by_word() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph()
    for part in ("{", "{ bo", "dy }", "}"):
        paragraph.add_run(part)
    made = io.BytesIO()
    word.save(made)
    assert letterhead(made.getvalue(), "x", VALUES)


ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ title.__class__.__mro__ }}",
    "{{ title|attr('__class__') }}",
    "{{ title.upper() }}",
    "{{ title.format(title) }}",
    "{{ '%s'|format(title) }}",
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ joiner() }}",
    "{{ namespace(a=1) }}",
    "{{ dict(a=1) }}",
    "{{ range(10) }}",
    "{{ request }}",
    "{{ config }}",
    "{{ loop }}",
    "{{ nothing }}",
    "{{ titel }}",
    "{{ 7*7 }}",
    "{{ 'a'*1000000000 }}",
    "{{ 10**10**10 }}",
    "{{ [1]*1000000000 }}",
    "{{ 1/0 }}",
    "{{ title|safe }}",
    "{{ title|e }}",
    "{{ title|upper }}",
    "{{ title|center(1000000000) }}",
    "{{ title ~ title }}",
    "{{ title[0] }}",
    "{{ title if title else 1 }}",
    "{{ 'text' }}",
    "{% for a in title %}{{ a }}{% endfor %}",
    "{% for a in range(1000000000) %}{% endfor %}",
    "{% set x = title %}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{% raw %}{{ title }}{% endraw %}{% block b %}{% endblock %}",
    "{% filter upper %}a{% endfilter %}",
    "{% with x = 1 %}{% endwith %}",
    "{% autoescape false %}{{ title }}{% endautoescape %}",
    "{% if title == 1 %}{% endif %}",
    "{% if title is defined %}{% endif %}",
    "{% do title %}",
    "{% if %}",
    "{%p for a in title %}",
    "{{r title.x }}",
]


@pytest.mark.parametrize("text", ESCAPES)
def test_escapes_are_refused(text: str) -> None:
    message = refusal(template(text, "{{ body }}"))
    assert "it may print and ask for body, coalition, day, language and title" in message
    assert "root:" not in message


@pytest.mark.parametrize("text", ESCAPES[:6])
def test_escapes_in_a_header_are_refused(text: str) -> None:
    word = docx.Document(io.BytesIO(template("{{ body }}")))
    word.sections[0].header.paragraphs[0].text = text
    made = io.BytesIO()
    word.save(made)
    assert "it may print" in refusal(made.getvalue())


def test_a_name_that_is_meant_is_told() -> None:
    assert "there is no 'titel' to print; did you mean 'title'?" in refusal(
        template("{{ titel }}", "{{ body }}")
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is no Word file; save it in Word as .docx"),
        (b"text", "is no Word file"),
        (b"PK\x03\x04 broken", "is no Word file"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is in the old format of Word, or locked by a password"),
        (template("no place"), "has no place for the text; write {{ body }} once, in a paragraph of its own"),
        (template("{{ body }}", "{{ body }}"), "has several places for the text"),
        (template("Dear {{ body }}"), "has other text in the paragraph of {{ body }}"),
    ],
)
def test_what_is_no_letterhead_is_told(data: bytes, message: str) -> None:
    assert message in refusal(data)


def test_another_kind_of_file_is_told() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("[Content_Types].xml", b"<Types>spreadsheetml.sheet.main+xml</Types>")
    assert "is not a document of Word" in refusal(made.getvalue())
    nothing = io.BytesIO()
    with zipfile.ZipFile(nothing, "w") as packed:
        packed.writestr("a.txt", b"x")
    assert "is no Word file" in refusal(nothing.getvalue())


def test_macros_are_refused() -> None:
    macro = changed(
        starter(),
        lambda name, data: (
            data.replace(b"wordprocessingml.document.main", b"macroEnabled.main")
            if name == "[Content_Types].xml"
            else data
        ),
    )
    assert "holds macros" in refusal(macro)
    assert "holds macros" in refusal(
        changed(starter(), lambda _, data: data, **{"word/vbaProject.bin": b"x"})
    )


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    large = changed(starter(), lambda _, data: data, **{"word/media/a.png": b"\0" * (MAX_UNPACKED + 1)})
    assert len(large) < 200_000
    assert "is too large once it is unpacked" in refusal(large)
    text = changed(
        starter(), lambda name, data: data + b" " * 6_000_000 if name == "word/document.xml" else data
    )
    assert "is too large once it is unpacked" in refusal(text)
    many = changed(starter(), lambda _, data: data, **{f"word/media/{n}.png": b"x" for n in range(600)})
    assert "is too large once it is unpacked" in refusal(many)


def test_entities_are_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    assert "is not what Word writes" in refusal(
        changed(starter(), lambda name, data: bomb if name == "word/document.xml" else data)
    )


def test_broken_parts_are_told() -> None:
    assert "is no Word file" in refusal(
        changed(starter(), lambda name, data: b"<w:doc" if name == "word/document.xml" else data)
    )


def with_relation(kind: str, target: str) -> bytes:
    relation = (
        '<Relationship Id="rId99" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    )
    return changed(
        starter(),
        lambda name, data: (
            data.replace(b"</Relationships>", relation.encode())
            if name == "word/_rels/document.xml.rels"
            else data
        ),
    )


@pytest.mark.parametrize("kind", ["image", "oleObject", "frame", "subDocument"])
def test_what_would_be_fetched_is_refused(kind: str) -> None:
    assert "would fetch 'https://example.org/x' whenever it is opened" in refusal(
        with_relation(kind, "https://example.org/x")
    )


def test_links_for_readers_are_fine() -> None:
    assert letterhead(with_relation("hyperlink", "https://example.org/x"), "x", VALUES)


def test_the_template_that_word_made_it_from_is_forgotten() -> None:
    word = docx.Document(io.BytesIO(starter()))
    settings = next(one.target_part for one in word.part.rels.values() if one.reltype.endswith("/settings"))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    settings.relate_to("file:///C:/Templates/Ours.dotm", kind, is_external=True)
    settings.element.append(OxmlElement("w:attachedTemplate"))
    made = io.BytesIO()
    word.save(made)
    with zipfile.ZipFile(io.BytesIO(letterhead(made.getvalue(), "x", VALUES))) as packed:
        assert not [name for name in packed.namelist() if b"attachedTemplate" in packed.read(name)]
