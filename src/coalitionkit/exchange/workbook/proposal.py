"""What an import would do, before it does anything: changes, doubts and problems, each with its place."""

from collections.abc import Mapping
from typing import NamedTuple

from coalitionkit.edits import Data
from coalitionkit.exchange.workbook.columns import Column, Part
from coalitionkit.exchange.workbook.marks import Baseline
from coalitionkit.exchange.workbook.reading import Merged, letter

ANY = "list"
"""The key of the part that stands for a list of partners of any other making."""


class Table(NamedTuple):
    """The rows of one sheet of a file, and which column holds what.

    `columns` and `headings` are by key; `rows` have the numbers that spreadsheets show.
    """

    file: str
    sheet: str
    part: Part
    language: str
    columns: Mapping[str, int]
    headings: Mapping[str, str]
    rows: list[tuple[int, list[str]]]
    merged: tuple[Merged, ...] = ()
    baseline: Baseline | None = None

    @property
    def is_list(self) -> bool:
        """Whether it is a list of any other making: what it lacks says nothing."""
        return self.part.key == ANY


class Cell(NamedTuple):
    """Where something stands in a file; `column` None means the whole row."""

    table: Table
    row: int
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.table.file, self.table.sheet, f"row {self.row}"]
        if self.column is not None:
            parts.append(f"column {letter(self.column)}")
        return ", ".join(part for part in parts if part)


class Subject(NamedTuple):
    """The record that a row is about. `owner` is the partner of a person, or the member who rates."""

    kind: str
    id: str
    owner: str = ""


class Wanted(NamedTuple):
    """A value that a file has for a field; None for `data` leaves the field out."""

    column: Column
    data: Data
    language: str
    cell: Cell
    text: str


class Change(NamedTuple):
    """One line of the plan of changes; `meanwhile`: the plan has changed since the file was written."""

    who: str
    what: str
    before: str
    after: str
    private: bool = False
    meanwhile: bool = False


class Proposal:
    """All that comes of comparing files with a plan. With problems, nothing of it may be done.

    `sectors` are those in which there is a partner then.
    """

    def __init__(self) -> None:
        self.wanted: dict[Subject, dict[str, Wanted]] = {}
        self.new: dict[Subject, str] = {}
        self.gone: list[Subject] = []
        self.changes: list[Change] = []
        self.problems: list[str] = []
        self.matched: list[str] = []
        self.emptied: list[str] = []
        self.missing: list[str] = []
        self.notes: list[str] = []
        self.columns: dict[str, str] = {}
        self.sectors: set[str] = set()

    def tell(self, cell: Cell, message: str) -> None:
        """Note a problem, once."""
        text = f"{cell}: {message}"
        if text not in self.problems:
            self.problems.append(text)
