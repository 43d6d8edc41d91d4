"""Word: blocks written into a template that people can restyle in Word and keep in their plan.

The template is a Word file in which `{{ body }}` stands in a paragraph of its own where the text goes, and
`{{ title }}`, `{{ coalition }}`, `{{ language }}` and `{{ day }}` wherever they are wanted. Its styles decide
what everything looks like. The same document gives the same bytes: no time of the machine stands in the file.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from coalitionkit.errors import BrokenTemplateError
from coalitionkit.publish.blocks import (
    Block,
    Heading,
    Listed,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
    widths,
)

BODY = "body"
_PLACE = "\u2603 the text of the document goes here \u2603"
_ALIGNED = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER}
_DEEPEST = 3
"""How many levels of lists have styles of their own in Word."""

_PAGE = Cm(21)
"""How wide a page is that does not say so."""

_PACKED = (1980, 1, 1, 0, 0, 0)
"""The time that every part of the file carries: the earliest that a zip file can hold."""


def filled(
    body: Iterable[Block], *, template: bytes, file: str, values: Mapping[str, str], day: datetime
) -> bytes:
    """Return blocks as a Word file made from a template.

    `values` are what the template may name beside `body`; `file` is its name for messages. Raises
    BrokenTemplateError when the template names something else, or has no place for the text.
    """
    word = _opened(template, file, values)
    place = next((one for one in word.element.body.iter(qn("w:p")) if _PLACE in _text(one)), None)
    if place is None:
        raise BrokenTemplateError(
            f"'{file}' has no place for the text", hint="write {{ body }} in a paragraph of its own"
        )
    _Writer(word, place).write(body)
    place.getparent().remove(place)
    _sign(word, values, day)
    return _saved(word)


def _opened(template: bytes, file: str, values: Mapping[str, str]) -> WordDocument:
    try:
        made = DocxTemplate(io.BytesIO(template))
        sandbox = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
        made.render({**values, BODY: _PLACE}, jinja_env=sandbox, autoescape=True)
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise BrokenTemplateError(f"'{file}' is no Word file that can be used: {error}") from error
    except TemplateError as error:
        known = ", ".join(sorted([*values, BODY]))
        raise BrokenTemplateError(f"{file}: {error.message}", hint=f"a template may name {known}") from error
    found: WordDocument = made.docx
    return found


def _text(paragraph: Any) -> str:
    return "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


class _Writer:
    """Writes blocks before a paragraph of a Word document."""

    def __init__(self, word: WordDocument, place: Any) -> None:
        self.word = word
        self.place = place
        self.styles = {style.name for style in word.styles}

    def write(self, body: Iterable[Block]) -> None:
        for block in body:
            self._block(block, depth=0, style="")

    def _block(self, block: Block, *, depth: int, style: str) -> None:
        match block:
            case Heading(level, runs):
                self._paragraph(runs, f"Heading {level}")
            case Paragraph(runs):
                self._paragraph(runs, style)
            case Quote(inner):
                for one in inner:
                    self._block(one, depth=depth, style="Quote")
            case Listed():
                self._list(block, depth)
            case Table():
                self._table(block)
            case Rule():
                self._rule()

    def _list(self, listed: Listed, depth: int) -> None:
        kind = "List Bullet" if listed.start is None else "List Number"
        level = min(depth, _DEEPEST - 1)
        name = f"{kind} {level + 1}" if level else kind
        numbering = None if listed.start is None else self._numbering(name, listed.start)
        for item in listed.items:
            for index, block in enumerate(item):
                if isinstance(block, Paragraph) and not index:
                    self._paragraph(block.runs, name, numbering=numbering)
                elif isinstance(block, Paragraph):
                    self._paragraph(block.runs, "List Continue")
                else:
                    self._block(block, depth=depth + 1, style="")

    def _paragraph(self, runs: Runs, style: str, *, numbering: int | None = None) -> WordParagraph:
        element = OxmlElement("w:p")
        self.place.addprevious(element)
        paragraph = WordParagraph(element, self.word.element.body)
        paragraph._parent = self.word._body  # noqa: SLF001 - new paragraphs have no public way in here
        if style in self.styles:
            paragraph.style = self.word.styles[style]
        if numbering is not None:
            properties = element.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = numbering
            properties.get_or_add_ilvl().val = 0
        for run in runs:
            _add(paragraph, run)
        return paragraph

    def _numbering(self, style: str, start: int) -> int | None:
        """Return a numbering of its own for one list, so that it begins anew."""
        if style not in self.styles:
            return None
        properties = self.word.styles[style].element.pPr
        used = properties.numPr.numId.val if properties is not None and properties.numPr is not None else None
        if used is None:
            return None
        numbering = self.word.part.numbering_part.element
        kept = next((one for one in numbering.num_lst if one.numId == used), None)
        if kept is None:
            return None
        new = numbering.add_num(kept.abstractNumId.val)
        new.add_lvlOverride(ilvl=0).add_startOverride(start)
        number: int = new.numId
        return number

    def _table(self, table: Table) -> None:
        made = self.word.add_table(rows=1 + len(table.rows), cols=len(table.aligns))
        for name in ("Light Table", "Table Grid"):
            if name in self.styles:
                made.style = self.word.styles[name]
                break
        self.place.addprevious(made._tbl)  # noqa: SLF001 - tables are made at the end only
        made.autofit = False
        section = self.word.sections[-1]
        room = (section.page_width or _PAGE) - (section.left_margin or 0) - (section.right_margin or 0)
        shares = [Emu(room * share // 1000) for share in widths(table)]
        for column, width in zip(made.columns, shares, strict=True):
            column.width = width
        for number, (row, cells) in enumerate(zip(made.rows, (table.head, *table.rows), strict=True)):
            for cell, runs, align, width in zip(row.cells, cells, table.aligns, shares, strict=True):
                cell.width = width
                paragraph = cell.paragraphs[0]
                if "Table Text" in self.styles:
                    paragraph.style = self.word.styles["Table Text"]
                if align in _ALIGNED:
                    paragraph.alignment = _ALIGNED[align]
                for run in runs:
                    _add(paragraph, run._replace(strong=run.strong or not number))
        head = made.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - repeated heads have no public property
        head.append(OxmlElement("w:tblHeader"))
        self._paragraph((), "").paragraph_format.space_after = Pt(0)

    def _rule(self) -> None:
        element = self._paragraph((), "")._p.get_or_add_pPr()  # noqa: SLF001 - nor have borders
        border = OxmlElement("w:pBdr")
        line = OxmlElement("w:bottom")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
            line.set(qn(f"w:{key}"), value)
        border.append(line)
        element.append(border)


def _add(paragraph: WordParagraph, run: Run) -> None:
    if run.text == "\n":
        paragraph.add_run().add_break()
        return
    made = paragraph.add_run(run.text)
    made.bold = run.strong or None
    made.italic = run.emphasis or None
    if run.gap:
        made.font.highlight_color = WD_COLOR_INDEX.YELLOW
    if run.link:
        link = OxmlElement("w:hyperlink")
        link.set(
            qn("r:id"), paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        )
        made.font.underline = True
        link.append(made._r)  # noqa: SLF001 - nor have links
        paragraph._p.append(link)  # noqa: SLF001


def _sign(word: WordDocument, values: Mapping[str, str], day: datetime) -> None:
    about = word.core_properties
    about.title = values.get("title", "")
    about.author = values.get("coalition", "")
    about.last_modified_by = ""
    about.comments = ""
    about.language = values.get("language", "")
    about.created = about.modified = day
    about.revision = 1


def _saved(word: WordDocument) -> bytes:
    """Return the file with its parts in a fixed order and without times."""
    made = io.BytesIO()
    word.save(made)
    packed = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = zipfile.ZipInfo(info.filename, _PACKED)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(info.filename))
    return packed.getvalue()
