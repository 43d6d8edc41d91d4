"""The Word template that ships: plain styles with room for a letterhead, to be restyled in Word."""

import io
from collections.abc import Mapping
from functools import cache
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

_SERIF, _SANS = "Georgia", "Calibri"
_INK, _ACCENT, _QUIET = RGBColor(0x1C, 0x23, 0x30), RGBColor(0x1F, 0x5F, 0x8B), RGBColor(0x4A, 0x55, 0x68)


LENT = frozenset(
    {"Table Text", "Light Table", "Quote", "List Continue", *map("Heading {}".format, range(1, 7))}
)
"""Styles that a template without them gets from this one: those that hang on nothing else."""

_IDLE_PARTS = ("/stylesWithEffects", "/customXml", "/thumbnail", "/webSettings")
_TABLES_KEPT = frozenset({"Normal Table", "Table Grid", "Light Table"})


@cache
def starter() -> bytes:
    """Return the template as a Word file."""
    word = Document()
    _lighten(word)
    _page(word)
    _text_styles(word)
    _table_styles(word)
    _furniture(word)
    word.add_paragraph("{{ body }}")
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


@cache
def lent() -> Mapping[str, Any]:
    """Return the styles in `LENT` by their names, as elements to be copied."""
    styles = {style.name: style.element for style in Document(io.BytesIO(starter())).styles}
    found = {name: styles[name] for name in LENT}
    for style in found.values():
        for link in style.findall(qn("w:link")):
            style.remove(link)
    return found


def _lighten(word: Any) -> None:
    """Leave out what the library's own template brings and a letter has no use for."""
    for rels in (word.part.rels, word.part.package.rels):
        for key, relation in list(rels.items()):
            if relation.reltype.endswith(_IDLE_PARTS):
                del rels[key]
    for style in list(word.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _TABLES_KEPT:
            style.delete()


def _page(word: Any) -> None:
    section = word.sections[0]
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.3)


def _text_styles(word: Any) -> None:
    normal = word.styles["Normal"]
    _font(normal, _SERIF, 11, _INK)
    normal.paragraph_format.space_after = Pt(8)
    normal.paragraph_format.line_spacing = 1.15
    for level, size in ((1, 20), (2, 14), (3, 12), (4, 11)):
        heading = word.styles[f"Heading {level}"]
        _font(heading, _SANS, size, _ACCENT if level < 3 else _INK)  # noqa: PLR2004
        heading.font.bold = True
        heading.paragraph_format.space_before = Pt(0 if level == 1 else 16)
        heading.paragraph_format.space_after = Pt(6)
        heading.paragraph_format.keep_with_next = True
    quote = word.styles["Quote"]
    _font(quote, _SERIF, 11, _INK)
    quote.font.italic = False
    quote.paragraph_format.left_indent = Cm(0.6)
    _border(quote.element.get_or_add_pPr(), "left", "18", "1F5F8B")
    for name in ("List Bullet", "List Number", "List Bullet 2", "List Number 2", "List Continue"):
        word.styles[name].paragraph_format.space_after = Pt(8)  # below the last point of a list


def _table_styles(word: Any) -> None:
    small = word.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = word.styles["Normal"]
    _font(small, _SANS, 9.5, _INK)
    small.paragraph_format.space_after = Pt(2)
    small.paragraph_format.line_spacing = 1.0
    table = word.styles.add_style("Light Table", WD_STYLE_TYPE.TABLE)
    table.base_style = word.styles["Normal Table"]
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "C3CAD6")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties.append(borders)
    table.element.append(properties)


def _furniture(word: Any) -> None:
    """Write the name of the coalition above every page and the number of the page below it."""
    section = word.sections[0]
    head = section.header.paragraphs[0]
    head.text = "{{ coalition }}"
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = foot.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)  # noqa: SLF001 - fields have no public way in
    for name in ("Header", "Footer"):
        _font(word.styles[name], _SANS, 9, _QUIET)


def _font(style: Any, name: str, size: float, color: RGBColor) -> None:
    style.font.name = name
    style.font.size = Pt(size)
    style.font.color.rgb = color
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), name)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme), None)


def _border(properties: Any, side: str, width: str, color: str) -> None:
    border = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{side}")
    for key, value in (("val", "single"), ("sz", width), ("space", "8"), ("color", color)):
        line.set(qn(f"w:{key}"), value)
    border.append(line)
    properties.append(border)
