"""The workbook itself: sheets, drop-downs and looks. A text of a plan is written as text, never as more."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from coalitionkit.exchange.workbook import looks, marks
from coalitionkit.exchange.workbook.columns import PARTS, Column, Part, rating, wanted_columns
from coalitionkit.exchange.workbook.rows import Row, rows_of, shown, value_of
from coalitionkit.exchange.workbook.texts import texts
from coalitionkit.exchange.workbook.words import Words
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.holdings import Holdings
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.inventory import ALIGNED_INITIATIVES, MOTIVATION_LEVELS, PARTNERSHIP_LEVELS
from coalitionkit.model.vocabulary.mobility import DOMAINS
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.model.vocabulary.sectors import SECTORS

_LISTS = "Lists"
_GLOSSARY = (
    SECTORS,
    POPULATIONS,
    DOMAINS,
    ASSETS,
    ALIGNED_INITIATIVES,
    PARTNERSHIP_LEVELS,
    MOTIVATION_LEVELS,
)
_KEYS, _TITLE, _ABOUT, _HEADINGS = range(4)
_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans("", "", "[]:*?/\\'")
_MOST_OF_A_MESSAGE = 250


class Wishes(NamedTuple):
    """What someone wants of a worksheet: raters make it a questionnaire for these members alone."""

    language: str
    as_of: date
    private: bool = False
    raters: tuple[str, ...] = ()


def workbook_bytes(plan: Coalition, wishes: Wishes) -> bytes:
    """Return the worksheet of a plan as an .xlsx file: the same plan and wishes, the same bytes."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with Workbook(target, options) as book:
        book.set_properties(
            {"title": str(plan.coalition.name), "created": datetime.combine(wishes.as_of, time())}
        )
        _Writer(book, plan, wishes).write()
    return target.getvalue()


class _Writer:
    def __init__(self, book: Any, plan: Coalition, wishes: Wishes) -> None:
        self.book = book
        self.plan = plan
        self.wishes = wishes
        self.said = texts(wishes.language)
        self.words = Words(plan, self.said)
        self.parts = [rating(member) for member in wishes.raters] if wishes.raters else list(PARTS)
        self.styles = looks.Styles(book)
        self.ranges: dict[tuple[str, ...], str] = {}
        self.sums: list[tuple[str, str, str]] = []

    def write(self) -> None:
        names = self._names()
        start = self.book.add_worksheet(self.said("start", "sheet"))
        sheets = [self.book.add_worksheet(name) for name in names]
        glossary = self.book.add_worksheet(self.said("glossary", "sheet"))
        self.lists = self.book.add_worksheet(_LISTS)
        memory = self.book.add_worksheet(marks.SHEET)
        self._start(start, names)
        for part, sheet in zip(self.parts, sheets, strict=True):
            self._part(sheet, part)
        self._words(glossary)
        self._text(self.lists, 0, 0, self.said("lists"))
        self.lists.hide()
        for index, row in enumerate(self.sums):
            for column, text in enumerate(row):
                self._text(memory, index, column, text)
        memory.very_hidden()
        start.activate()

    def _names(self) -> list[str]:
        """Return a name for each sheet; one that holds a member's name is cut to what programs take."""
        names: list[str] = []
        for part in self.parts:
            name = self.said("parts", part.name, "sheet").replace("{name}", self._rater(part))
            name = name.translate(_NOT_IN_NAMES)[:_LONGEST_NAME].strip() or part.name
            taken = {known.casefold() for known in names}
            number = 2
            plain = name
            while name.casefold() in taken:
                name = f"{plain[: _LONGEST_NAME - 4]} ({number})"
                number += 1
            names.append(name)
        return names

    def _rater(self, part: Part) -> str:
        member = self.plan.member(part.rater) if part.rater else None
        return member.name if member else part.rater

    def _start(self, sheet: Any, names: Sequence[str]) -> None:
        """Write the first sheet: what this is, what to do, what the colors mean, which sheets there are."""
        look, said = self.styles, self.said
        kind = "start_rater" if self.wishes.raters else "start"
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 3)
        sheet.set_column(1, 1, 24)
        sheet.set_column(2, 2, 88)
        name = self.plan.coalition.name
        row = 1
        self._text(sheet, row, 1, said(kind, "title"), look.title)
        self._text(sheet, row + 1, 1, name.in_language(said.code) or str(name), look.subtitle)
        made = said("start", "made").replace("{date}", self.wishes.as_of.isoformat())
        self._text(sheet, row + 2, 1, made, look.faint)
        row += 4
        for paragraph in said.paragraphs(kind, "about"):
            sheet.merge_range(row, 1, row, 2, "", look.lead)
            self._text(sheet, row, 1, paragraph, look.lead)
            sheet.set_row(row, looks.height_of(paragraph, 124))
            row += 1
        row = self._heading(sheet, row + 1, said("start", "steps_title"))
        for number, step in enumerate(said.paragraphs(kind, "steps"), 1):
            self._text(sheet, row, 1, str(number), look.number)
            self._text(sheet, row, 2, step, look.prose)
            sheet.set_row(row, looks.height_of(step, 112))
            row += 1
        row = self._heading(sheet, row + 1, said("start", "sheets_title"))
        for part, name_of_sheet in zip(self.parts, names, strict=True):
            if part.rater:
                self._text(sheet, row, 1, name_of_sheet, look.strong)
            else:
                sheet.write_url(row, 1, f"internal:'{name_of_sheet}'!A1", look.link, name_of_sheet)
            self._text(
                sheet,
                row,
                2,
                said("parts", part.name, "title").replace("{name}", self._rater(part)),
                look.prose,
            )
            sheet.set_row(row, looks.height_of("", 1))
            row += 1
        row = self._heading(sheet, row + 1, said("start", "colors_title"))
        kinds = ["fill", "given", "id", "list"] + (["private"] if self.wishes.private else [])
        for kind_of_color in kinds:
            self._text(sheet, row, 1, said("colors", kind_of_color, "sample"), look.samples[kind_of_color])
            self._text(sheet, row, 2, said("colors", kind_of_color, "means"), look.prose)
            sheet.set_row(row, looks.height_of("", 1))
            row += 1
        looks.for_print(sheet, said("page"), portrait=True)

    def _heading(self, sheet: Any, row: int, text: str) -> int:
        self._text(sheet, row, 1, text, self.styles.heading)
        self._text(sheet, row, 2, "", self.styles.heading)
        return row + 1

    def _part(self, sheet: Any, part: Part) -> None:
        look, said = self.styles, self.said
        columns = wanted_columns(part, private=self.wishes.private)
        rows = rows_of(part, self.plan, self.words)
        for index, column in enumerate(columns):
            key = marks.mark_text(part.key, said.code) if column.key == "id" else column.key
            self._text(sheet, _KEYS, index, key, look.faint)
            sheet.set_column(index, index, column.width)
            self._text(sheet, _HEADINGS, index, self._heading_of(column, part), look.head_of(column))
        sheet.set_row(_KEYS, None, None, {"hidden": True})
        title = said("parts", part.name, "title").replace("{name}", self._rater(part))
        self._text(sheet, _TITLE, 0, title, look.title)
        sheet.set_row(_TITLE, 30)
        about = said("parts", part.name, "about")
        width = sum(column.width for column in columns)
        right, room = looks.readable(columns)
        sheet.merge_range(_ABOUT, 0, _ABOUT, right, "", look.about)
        self._text(sheet, _ABOUT, 0, about, look.about)
        sheet.set_row(_ABOUT, looks.height_of(about, min(width, room)))
        sheet.set_row(_HEADINGS, 36)
        last = _HEADINGS + len(rows) + part.empty_rows
        for index, row in enumerate(rows, _HEADINGS + 1):
            self._row(sheet, part, columns, index, row)
        for index in range(_HEADINGS + len(rows) + 1, last + 1):
            for place, column in enumerate(columns):
                sheet.write_blank(index, place, None, look.empty_of(column))
        for index, column in enumerate(columns):
            self._offer(sheet, index, column, part, max(last, _HEADINGS + 1) + 200)
        sheet.freeze_panes(_HEADINGS + 1, 2)
        sheet.autofilter(_HEADINGS, 0, max(last, _HEADINGS + 1), len(columns) - 1)
        sheet.set_tab_color(looks.TABS[part.name])
        looks.for_print(sheet, said("page"), repeat=_HEADINGS)

    def _row(self, sheet: Any, part: Part, columns: Sequence[Column], index: int, row: Row) -> None:
        cells = {column.key: shown(row, column, part, self.words) for column in columns}
        for place, column in enumerate(columns):
            text = cells[column.key]
            value = value_of(row.record, column, part)
            is_open = not text and not (isinstance(value, Holdings) and value.complete)
            style = self.styles.cell_of(column, is_blank=is_open, is_odd=bool(index % 2))
            self._text(sheet, index, place, text, style)
        # Ids are cut where they are wider than their column; they are not there to be read.
        wrapped = [(cells[column.key], column.width) for column in columns if column.key != "id"]
        sheet.set_row(index, looks.height_of_row(wrapped))
        if row.id:
            self.sums.append((part.key, row.id, marks.remembered(cells)))

    def _heading_of(self, column: Column, part: Part) -> str:
        return self.said(
            "columns", column.key if part.kind != "person" else f"person.{column.key}", "heading"
        )

    def _offer(self, sheet: Any, index: int, column: Column, part: Part, last: int) -> None:
        """Give a column its drop-down, and the words of help that show when a cell is chosen."""
        key = column.key if part.kind != "person" else f"person.{column.key}"
        rule: dict[str, Any] = {"validate": "any"}
        choices = [] if column.points and part.kind == "partner" else column.content.choices(self.words)
        if choices:
            rule = {
                "validate": "list",
                "source": self._range(tuple(choices)),
                # What is no choice is judged on the way back, where aliases count and a hint is given.
                "show_error": False,
            }
        rule["input_title"] = self._heading_of(column, part)[:32]
        rule["input_message"] = self.said("columns", key, "help")[:_MOST_OF_A_MESSAGE]
        sheet.data_validation(_HEADINGS + 1, index, last, index, rule)

    def _range(self, choices: tuple[str, ...]) -> str:
        """Return the cells of the hidden sheet that hold some choices, which are written there once."""
        if choices not in self.ranges:
            place = len(self.ranges) + 1
            for index, choice in enumerate(choices, 1):
                self._text(self.lists, index, place, choice)
            from xlsxwriter.utility import xl_range_abs

            self.ranges[choices] = f"={_LISTS}!{xl_range_abs(1, place, len(choices), place)}"
        return self.ranges[choices]

    def _words(self, sheet: Any) -> None:
        """Write the glossary: every word that a list takes, with one sentence on what it means."""
        look, said = self.styles, self.said
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 3)
        sheet.set_column(1, 1, 46)
        sheet.set_column(2, 2, 96)
        self._text(sheet, 1, 1, said("glossary", "title"), look.title)
        self._text(sheet, 2, 1, said("glossary", "about"), look.faint)
        row = 4
        for vocabulary in _GLOSSARY:
            labels = self.words.of(vocabulary)
            own = getattr(self.plan.vocabulary, vocabulary.extended_by) if vocabulary.extended_by else ()
            row = self._heading(sheet, row, said("lists_titles", vocabulary.name))
            helps = {word.slug: word.help for word in vocabulary}
            helps |= {word.id: _said(word.help, said.code) for word in own}
            for slug, label in labels.shown.items():
                plain = f"{slug} {label}" if slug.isdecimal() else label
                self._text(sheet, row, 1, plain, look.strong)
                self._text(sheet, row, 2, helps.get(slug, ""), look.prose)
                sheet.set_row(row, looks.height_of(helps.get(slug, ""), 112))
                row += 1
            row += 1
        looks.for_print(sheet, said("page"))

    def _text(self, sheet: Any, row: int, column: int, text: str, style: Any = None) -> None:
        if text:
            sheet.write_string(row, column, text, style)
        else:
            sheet.write_blank(row, column, None, style)


def _said(prose: Any, code: str) -> str:
    return "" if prose is None else prose.in_language(code) or str(prose)
