"""Word: blocks written into a template that people can restyle in Word and keep in their plan.

The template is a Word file in which `{{ body }}` stands in a paragraph of its own where the text goes, and
`{{ title }}`, `{{ coalition }}`, `{{ language }}` and `{{ day }}` wherever they are wanted. Its styles decide
what everything looks like; what it has no style for looks as in the template that ships. The same document
gives the same bytes: no time of the machine stands in the file.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from datetime import datetime
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

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
    leading,
    widths,
)
from coalitionkit.publish.writers.direction import is_right_to_left
from coalitionkit.publish.writers.letterhead import letterhead, place_of
from coalitionkit.publish.writers.starter import LENT, lent

_DEEPEST = 3
"""How many levels of lists have styles of their own in Word."""

_STEP = 360
"""How far a level of a list stands in, in twentieths of a point, where the template has no style for it."""

_PAGE = 12240
"""How wide a page is that does not say so, in twentieths of a point, with margins of 1440."""

_TO_WRITE_IN = 560
"""How high a row is in which something is to be written by hand, in twentieths of a point."""

_CLOSE = 60
"""How near text stands to what it leads into, in twentieths of a point."""

_LINE = {"val": "single", "sz": "4", "space": "1", "color": "808A99"}
"""What a line across the page looks like."""

_PER_POINT = 12700 // 20
_PACKED = (1980, 1, 1, 0, 0, 0)
"""The time that every part of the file carries: the earliest that a zip file can hold."""


def filled(
    body: Iterable[Block], *, template: bytes, file: str, values: Mapping[str, str], day: datetime
) -> bytes:
    """Return blocks as a Word file made from a template.

    `values` are what the template may name beside `body`; `file` is its name for messages. Raises
    BrokenTemplateError when the template cannot be used, as `letterhead` says.
    """
    word = docx.Document(io.BytesIO(letterhead(template, file, tuple(values.items()))))
    place = place_of(word)
    language = values.get("language", "")
    _speak(word, language)
    _Writer(word, place, rtl=is_right_to_left(language)).write(body)
    if len(place.getparent().findall(qn("w:p"))) > 1 or place.getparent() is word.element.body:
        place.getparent().remove(place)
    else:  # a cell of a table cannot be without a paragraph
        for child in list(place)[1:] if place.pPr is not None else list(place):
            place.remove(child)
    _sign(word, values, day)
    return _saved(word)


class _Writer:
    """Writes blocks before a paragraph of a Word document."""

    def __init__(self, word: WordDocument, place: Any, *, rtl: bool) -> None:
        self.word = word
        self.place = place
        self.rtl = rtl
        self.styles = {style.name: style.style_id for style in word.styles}
        self.plain = place.style or ""
        self.links: dict[str, str] = {}

    def write(self, body: Iterable[Block]) -> None:
        for block, leads in leading(body):
            self._block(block, depth=0, style="")
            if leads:
                properties = self.place.getprevious().get_or_add_pPr()
                properties.get_or_add_keepNext()
                properties.get_or_add_spacing().set(qn("w:after"), str(_CLOSE))

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
        for number, item in enumerate(listed.items):
            sign = "\u2022" if listed.start is None else f"{listed.start + number}."
            for index, block in enumerate(item):
                if isinstance(block, Paragraph) and not index and name in self.styles:
                    self._paragraph(block.runs, name, numbering=numbering)
                elif isinstance(block, Paragraph):
                    runs = block.runs if index else (Run(f"{sign}\t"), *block.runs)
                    self._standing_in(runs, depth + 1, hanging=not index)
                else:
                    self._block(block, depth=depth + 1, style="")

    def _standing_in(self, runs: Runs, depth: int, *, hanging: bool) -> None:
        """Write a paragraph of a list that has no style of its own."""
        paragraph = self._paragraph(runs, "List Continue" if not hanging and depth == 1 else "")
        room = _new("w:ind", start=str(_STEP * depth), hanging=str(_STEP if hanging else 0))
        properties = paragraph.get_or_add_pPr()
        if hanging or depth > 1:
            properties._insert_ind(room)  # noqa: SLF001 - the order of properties is fixed, and this knows it

    def _paragraph(self, runs: Runs, style: str, *, numbering: int | None = None) -> Any:
        paragraph = self._filled(runs, self._style(style) if style else self.plain)
        if numbering is not None:
            properties = paragraph.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = numbering
            properties.get_or_add_ilvl().val = 0
        self.place.addprevious(paragraph)
        return paragraph

    def _style(self, name: str) -> str:
        """Return the id of a style; one that the template lacks is taken from the one that ships."""
        if name not in self.styles:
            style = deepcopy(lent().get(name)) if name in LENT else None
            if style is None:
                return self.plain
            self.word.styles.element.append(style)
            self.styles[name] = style.styleId
        return str(self.styles[name])

    def _filled(self, runs: Runs, style: str, *, align: str = "left", strong: bool = False) -> Any:
        paragraph = OxmlElement("w:p")
        if style:
            paragraph.style = style
        if self.rtl:
            properties = paragraph.get_or_add_pPr()
            properties.append(_new("w:bidi"))
        if align in {"right", "center"}:
            # Where one writes from the right, the end of a line is called left.
            paragraph.get_or_add_pPr().append(_new("w:jc", val="end" if align == "right" else align))
        for run in runs:
            made = self._run(run._replace(strong=run.strong or strong))
            paragraph.append(self._link(run.link, made) if run.link else made)
        return paragraph

    def _run(self, run: Run) -> Any:
        made = OxmlElement("w:r")
        marks = [name for name, on in (("w:b", run.strong), ("w:i", run.emphasis)) if on]
        properties = [_new(name) for name in marks]
        properties += [_new("w:highlight", val="yellow")] if run.gap else []
        properties += [_new("w:u", val="single")] if run.link else []
        properties += [_new("w:rtl")] if self.rtl else []
        if properties:
            holder = OxmlElement("w:rPr")
            holder.extend(properties)
            made.append(holder)
        for index, line in enumerate(run.text.split("\n")):
            if index:
                made.append(_new("w:br"))
            for column, text in enumerate(line.split("\t")):
                if column:
                    made.append(_new("w:tab"))
                if text:
                    element = OxmlElement("w:t")
                    element.text = text
                    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                    made.append(element)
        return made

    def _link(self, target: str, run: Any) -> Any:
        if target not in self.links:
            self.links[target] = self.word.part.relate_to(
                target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self.links[target])
        link.append(run)
        return link

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
        shares = [self._room() * share // 1000 for share in widths(table)]
        made = OxmlElement("w:tbl")
        properties = OxmlElement("w:tblPr")
        properties.append(_new("w:tblStyle", val=self._style("Light Table")))
        properties.extend([_new("w:bidiVisual")] if self.rtl else [])
        properties.append(_new("w:tblW", w=str(sum(shares)), type="dxa"))
        properties.append(_new("w:tblLayout", type="fixed"))
        properties.append(
            _new("w:tblLook", firstRow=str(int(bool(table.head))), firstColumn=str(int(table.names_rows)))
        )
        made.append(properties)
        grid = OxmlElement("w:tblGrid")
        grid.extend([_new("w:gridCol", w=str(share)) for share in shares])
        made.append(grid)
        if table.head:
            made.append(self._row(table.head, table, shares, head=True))
        for row, empty in zip(table.rows, table.to_write_in, strict=True):
            made.append(self._row(row, table, shares, head=False, empty=empty))
        self.place.addprevious(made)
        gap = self._paragraph((), "")
        gap.get_or_add_pPr().append(_new("w:spacing", after="0"))

    def _row(
        self, cells: Sequence[Runs], table: Table, shares: Sequence[int], *, head: bool, empty: bool = False
    ) -> Any:
        row = OxmlElement("w:tr")
        properties = OxmlElement("w:trPr")
        properties.append(_new("w:cantSplit"))
        if head:  # said again on each page
            properties.append(_new("w:tblHeader"))
        elif empty:
            properties.insert(1, _new("w:trHeight", val=str(_TO_WRITE_IN), hRule="atLeast"))
        row.append(properties)
        for column, (runs, align, share) in enumerate(zip(cells, table.aligns, shares, strict=True)):
            cell = OxmlElement("w:tc")
            room = OxmlElement("w:tcPr")
            room.append(_new("w:tcW", w=str(share), type="dxa"))
            cell.append(room)
            strong = head or (table.names_rows and not column)
            text = self._filled(runs, self._style("Table Text"), align=align, strong=strong)
            if table.names_rows and cells is not table.rows[-1]:  # a sheet to fill in is on one page
                text.get_or_add_pPr().get_or_add_keepNext()
            cell.append(text)
            row.append(cell)
        return row

    def _room(self) -> int:
        """Return how wide the text may be, in twentieths of a point."""
        section = self.word.sections[-1]
        if section.page_width is None:
            return _PAGE - 2 * 1440
        margins = (section.left_margin or 0) + (section.right_margin or 0)
        return max(1000, (section.page_width - margins) // _PER_POINT)

    def _rule(self) -> None:
        border = OxmlElement("w:pBdr")
        border.append(_new("w:bottom", **_LINE))
        properties = self._paragraph((), "").get_or_add_pPr()
        properties.insert_element_before(border, "w:bidi", "w:spacing", "w:ind", "w:jc")


def _new(name: str, **values: str) -> Any:
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _speak(word: WordDocument, language: str) -> None:
    """Say in which language the text is, for the spelling and for those who listen."""
    defaults = word.styles.element.find(qn("w:docDefaults"))
    for one in defaults.iter(qn("w:lang")) if defaults is not None else ():
        one.set(qn("w:bidi" if is_right_to_left(language) else "w:val"), _AS_SPOKEN.get(language, language))


_AS_SPOKEN = {"en": "en-US", "es": "es-US"}


def _sign(word: WordDocument, values: Mapping[str, str], day: datetime) -> None:
    about = word.core_properties
    about.title = values.get("title", "")[:_LONGEST]
    about.author = values.get("coalition", "")[:_LONGEST]
    about.last_modified_by = ""
    about.comments = ""
    about.language = values.get("language", "")
    about.created = about.modified = day
    about.revision = 1


_LONGEST = 255
"""How many characters a property of a Word file may have."""


_ANY_SYSTEM = 3
"""On which system a file is said to be packed: the same on all, for else the bytes would differ."""


def _saved(word: WordDocument) -> bytes:
    """Return the file with its parts in a fixed order and without times."""
    made = io.BytesIO()
    word.save(made)
    packed = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = zipfile.ZipInfo(info.filename, _PACKED)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = _ANY_SYSTEM
            new.writestr(part, old.read(info.filename))
    return packed.getvalue()
