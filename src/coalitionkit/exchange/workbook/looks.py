"""What the workbook looks like: colors, lines, how a sheet is printed."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

from coalitionkit.exchange.workbook.columns import Column

TABS = {
    "needs": "#B45309",
    "existing": "#0F766E",
    "opportunities": "#0F766E",
    "closer": "#1D4ED8",
    "not_there": "#1D4ED8",
    "people": "#1D4ED8",
    "invitations": "#7C3AED",
    "rating": "#BE185D",
}
"""The color of each sheet's tab."""

_INK = "#1F2937"
_FAINT = "#6B7280"
_LINE = "#D1D5DB"
_HEAD = "#134E4A"
_LIST_HEAD = "#1E5F8C"
_PRIVATE_HEAD = "#9D174D"
_FILL = "#FEF9E7"
_GIVEN = "#FFFFFF"
_BAND = "#F3F7F7"
_POINTER = "#E5E7EB"
_PRIVATE = "#FDF2F8"
_FONT = "Calibri"
_LINE_HEIGHT = 15
_CELL_LINE = 13.2
_READABLE = 150
_FITS = 1.12
"""How many signs of the usual size fit, to each unit of a column's width."""


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}
        self.title = self._of(bold=True, font_size=18, font_color=_HEAD, valign="vcenter")
        self.subtitle = self._of(font_size=13, font_color=_INK)
        self.faint = self._of(font_color=_FAINT, italic=True)
        self.prose = self._of(text_wrap=True, valign="vcenter", indent=1)
        self.about = self._of(text_wrap=True, valign="top", font_color=_INK, font_size=11)
        self.heading = self._of(bold=True, font_size=13, font_color=_HEAD, bottom=2, bottom_color=_HEAD)
        self.strong = self._of(bold=True, valign="vcenter", text_wrap=True)
        self.number = self._of(bold=True, align="right", valign="vcenter", font_color=_HEAD, font_size=12)
        self.lead = self._of(text_wrap=True, valign="top")
        self.link = self._of(bold=True, valign="vcenter", font_color=_LIST_HEAD, underline=1)
        self.samples = {
            "fill": self._cell(bg_color=_FILL, valign="vcenter"),
            "given": self._cell(bg_color=_GIVEN, valign="vcenter"),
            "id": self._cell(bg_color=_POINTER, font_color=_FAINT, valign="vcenter"),
            "list": self._head(_LIST_HEAD),
            "private": self._head(_PRIVATE_HEAD),
        }

    def head_of(self, column: Column) -> Any:
        """Return the look of a heading: private ones and those with drop-downs have colors of their own."""
        return self._head(_PRIVATE_HEAD if column.private else _LIST_HEAD if _offers(column) else _HEAD)

    def cell_of(self, column: Column, *, is_blank: bool, is_odd: bool) -> Any:
        """Return the look of a cell in a row that stands for something."""
        if column.points:
            if column.key == "id":
                return self._id()
            return self._cell(bg_color=_POINTER, bold=True)
        if is_blank:
            return self._cell(bg_color=_PRIVATE if column.private else _FILL)
        named = column.key == "name"
        return self._cell(bg_color=_PRIVATE if column.private else _BAND if is_odd else _GIVEN, bold=named)

    def empty_of(self, column: Column) -> Any:
        """Return the look of a cell in a row that waits to be filled in."""
        if column.key == "id":
            return self._id()
        return self._cell(bg_color=_PRIVATE if column.private else _FILL)

    def _head(self, color: str) -> Any:
        return self._of(
            bold=True,
            font_color="#FFFFFF",
            bg_color=color,
            text_wrap=True,
            valign="vcenter",
            border=1,
            border_color="#FFFFFF",
        )

    def _id(self) -> Any:
        return self._cell(bg_color=_POINTER, font_color=_FAINT, font_size=8, text_wrap=False)

    def _cell(self, **look: Any) -> Any:
        # "@" keeps programs from making dates and numbers of what people type.
        usual = {"text_wrap": True, "valign": "top", "border": 1, "border_color": _LINE, "num_format": "@"}
        return self._of(**({"font_size": 10} | usual | look))

    def _of(self, **look: Any) -> Any:
        look = {"font_name": _FONT, "font_size": 11, "font_color": _INK} | look
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(look)
        return self._made[key]


def _offers(column: Column) -> bool:
    return not column.points and type(column.content).__name__ not in ("Plain", "Printed", "Read")


def readable(columns: Sequence[Column]) -> tuple[int, int]:
    """Return the last of the columns over which a text is easy to read, and how many signs fit there."""
    room = 0
    for index, column in enumerate(columns):
        room += column.width
        if room >= _READABLE:
            return max(index, 1), room
    return max(len(columns) - 1, 1), room


def height_of_row(cells: Iterable[tuple[str, int]]) -> float:
    """Return the height of a row by the texts and widths of its cells: not every program finds it."""
    lines = max((_lines(text, int(width * _FITS)) for text, width in cells), default=1)
    return _CELL_LINE * max(lines, 1) + 4


def _lines(text: str, width: int) -> int:
    """Return on how many lines a text breaks at its spaces."""
    count = 0
    for line in text.split("\n"):
        used, count = 0, count + 1
        for word in line.split():
            if used and used + 1 + len(word) > width:
                used, count = 0, count + 1
            used += len(word) + (1 if used else 0)
            count += used // (width + 1)
    return count


def height_of(text: str, width: int) -> float:
    """Return the height of a row in which a text takes as many lines as it needs."""
    return _LINE_HEIGHT * max(1, sum(ceil(len(line) / width) for line in text.split("\n"))) + 6


def for_print(sheet: Any, page: str, *, repeat: int | None = None, portrait: bool = False) -> None:
    """Let a sheet be printed as wide as the paper, with its headings on each page."""
    if portrait:
        sheet.set_portrait()
    else:
        sheet.set_landscape()
    sheet.set_paper(1)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    if repeat is not None:
        sheet.repeat_rows(repeat)
    sheet.set_footer(f"&L&A&R{page}")
