"""The tables of files beside a plan: what they want changed, cell by cell, and what is wrong with them.

A cell that shows what the plan says, or that nobody touched since it was written, wants nothing.
"""

from collections.abc import Sequence
from typing import Any

from coalitionkit.edits import Data
from coalitionkit.exchange.workbook.columns import (
    CONCERN,
    GROUP,
    NEEDS,
    Column,
    which_labels,
)
from coalitionkit.exchange.workbook.contents import SEPARATOR, Content, Held, OneOf, Several, is_same
from coalitionkit.exchange.workbook.marks import digest
from coalitionkit.exchange.workbook.missing import find_missing
from coalitionkit.exchange.workbook.proposal import Cell, Change, Proposal, Table, Wanted
from coalitionkit.exchange.workbook.register import Register
from coalitionkit.exchange.workbook.rows import NONE_KNOWN, Row, shown
from coalitionkit.exchange.workbook.subjects import Seen, Subjects
from coalitionkit.exchange.workbook.words import Words
from coalitionkit.model.coalition import Coalition

_ERRORS = frozenset({"#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#N/A", "#NULL!", "#NUM!"})
_FIXED = (GROUP, CONCERN, NONE_KNOWN)


def compare(plan: Coalition, tables: Sequence[Table], *, blank: bool, remove: bool) -> Proposal:
    """Return what tables want of a plan.

    `blank` lets an emptied cell empty the field, `remove` a missing row remove the record; without them both
    are told and left as they are.
    """
    return _Comparison(plan, blank=blank, remove=remove).of(tables)


class _Comparison:
    def __init__(self, plan: Coalition, *, blank: bool, remove: bool) -> None:
        self.plan = plan
        self.blank = blank
        self.remove = remove
        self.result = Proposal()
        self.subjects = Subjects(plan, self.result)
        self.register = Register(plan, self.result)

    def of(self, tables: Sequence[Table]) -> Proposal:
        rows = self.subjects.rows(tables)
        for one in rows:
            self._compare(one)
        self._settle_sectors()
        for file in dict.fromkeys(table.file for table in tables):
            own = [table for table in tables if table.file == file]
            seen = [(one.table, one.subject) for one in rows]
            find_missing(self.register, own, seen, remove=self.remove)
        self._tell_new()
        return self.result

    def _compare(self, one: Seen) -> None:
        table, subject = one.table, one.subject
        record = self.register.record(subject)
        sums = (table.baseline or {}).get((table.part.key, one.cells.get("id", "")), {})
        for column in table.part.columns:
            at = table.columns.get(column.key)
            if at is None or column.key == "id" or (column.points and table.part.kind != "need"):
                continue
            if subject.kind in _FIXED:
                self._check_fixed(one, column, record, at)
                continue
            now = "" if record is None else shown(record, column, table.part, self.subjects.words(table))
            given = one.cells.get(column.key, "")
            if given == now or digest(given) == sums.get(column.key):
                continue
            cell = Cell(table, one.number, at)
            if given in _ERRORS:
                self.result.tell(
                    cell, f"the formula there has come to {given}; mend it, or write the text itself"
                )
            elif not given:
                self._emptied(one, column, now, cell)
            else:
                meanwhile = column.key in sums and digest(now) != sums[column.key]
                self._filled(one, column, (now, given), cell, meanwhile=meanwhile)

    def _emptied(self, one: Seen, column: Column, now: str, cell: Cell) -> None:
        if one.table.is_list:
            return
        heading = self.register.heading(one.table, column)
        who = self.register.who(one.subject)
        if column.key in ("name", "kind", "of", "partner") and _is_needed(one, column):
            self.result.tell(cell, f"'{heading}' of {who} is empty, but it cannot be left out")
        elif self.blank:
            self._want(one, column, None, (now, ""), cell)
        else:
            self.result.emptied.append(f"{cell}: '{heading}' of {who}")

    def _filled(
        self, one: Seen, column: Column, texts_: tuple[str, str], cell: Cell, *, meanwhile: bool
    ) -> None:
        now, given = texts_
        words = self.subjects.words(one.table)
        try:
            data = self._data(one, column, given, words)
        except ValueError as error:
            self.result.tell(cell, str(error))
            return
        before = self._data(one, column, now, words) if now else None
        if now and one.table.is_list and isinstance(data, list) and isinstance(before, list):
            data = [*before, *(word for word in data if word not in before)]
        if now and (is_same(data, before) or self._is_same_name(one, column)):
            return
        was, will = (_labels(column.content, value, self.subjects.plain) for value in (before, data))
        self._want(one, column, data, (was or now, will or given), cell, meanwhile=meanwhile)

    @staticmethod
    def _is_same_name(one: Seen, column: Column) -> bool:
        """Whether a cell is the name by which its row was found: another spelling of it renames nobody."""
        return column.key == "name" and not one.cells.get("id")

    def _data(self, one: Seen, column: Column, text: str, words: Words) -> Any:
        """Return the data that a text makes; what a need is about depends on its kind."""
        if column.key != "of":
            return column.content.read(text, words)
        kind = NEEDS.columns[1].content.read(one.cells.get("kind", ""), words)
        labels = which_labels(str(kind), words)
        key = labels.key(text)
        if key is None:
            raise ValueError(labels.refusal(text))
        return key

    def _want(
        self,
        one: Seen,
        column: Column,
        data: Data,
        texts_: tuple[str, str],
        cell: Cell,
        *,
        meanwhile: bool = False,
    ) -> None:
        fields = self.result.wanted.setdefault(one.subject, {})
        known = fields.get(column.key)
        if known is not None:
            if not is_same(known.data, data):
                self.result.tell(cell, f"says something else than {known.cell}; agree on one of the two")
            return
        fields[column.key] = Wanted(column, data, one.table.language, cell, texts_[1])
        if one.subject not in self.result.new:
            private = column.private or one.subject.kind == "rating"
            what = self.register.heading(one.table, column)
            self.result.changes.append(
                Change(self.register.who(one.subject), what, *texts_, private, meanwhile)
            )

    def _check_fixed(self, one: Seen, column: Column, record: Row | None, at: int) -> None:
        """Refuse to make another word of a row that stands for one."""
        now = "" if record is None else shown(record, column, one.table.part, self.subjects.words(one.table))
        given = one.cells.get(column.key, "")
        if record is None or given == now or one.subject.kind == NONE_KNOWN:
            return
        same = given and is_same(self._quiet(one, column, given), self._quiet(one, column, now))
        if not same:
            text = (
                f"'{one.cells.get('id')}' stands for one word of the shared focus and takes no other values"
            )
            self.result.tell(Cell(one.table, one.number, at), f"{text}; use an empty row for something new")

    def _quiet(self, one: Seen, column: Column, text: str) -> Any:
        try:
            return self._data(one, column, text, self.subjects.words(one.table))
        except ValueError:
            return text

    def _settle_sectors(self) -> None:
        """Believe that nobody is known in a sector only where no partner will be in it."""
        now = {one.id: one.sector for one in self.plan.partners}
        for subject, fields in self.result.wanted.items():
            if subject.kind == "partner" and "sector" in fields:
                data = fields["sector"].data
                now[subject.id] = str(data) if data else None
        self.result.sectors = {sector for sector in now.values() if sector}
        for subject in [one for one in self.result.new if one.kind == NONE_KNOWN]:
            if subject.id in self.result.sectors:
                del self.result.new[subject]

    def _tell_new(self) -> None:
        """Say of each new record in one line what it is made of."""
        for subject, name in self.result.new.items():
            fields = self.result.wanted.get(subject, {})
            owner = self.subjects.plain.partners.label(subject.owner)
            what = {
                "partner": "new partner",
                "person": f"new person at {owner}",
                "need": "new need",
                "invitation": "new invitation",
                GROUP: "new priority group",
                CONCERN: "new priority predictor",
                NONE_KNOWN: "nobody known in this sector",
            }[subject.kind]
            told = [
                f"{self.register.heading(one.cell.table, one.column)}: {one.text}"
                for key, one in fields.items()
                if key != "name" and not one.column.private
            ]
            self.result.changes.append(Change(name, what, "", "; ".join(told) or "added"))


def _labels(content: Content, data: Data, words: Words) -> str:
    """Return words as the worksheet would show them; "" for what is no word."""
    if isinstance(content, OneOf) and isinstance(data, str):
        return content.of(words).label(data)
    if isinstance(content, Held | Several) and isinstance(data, list):
        labels = words.of(content.vocabulary) if isinstance(content, Held) else content.of(words)
        return SEPARATOR.join(labels.label(str(key)) for key in data)
    return ""


def _is_needed(one: Seen, column: Column) -> bool:
    """Whether a record cannot be without a field: a person may have a title in place of a name."""
    return not (one.subject.kind == "person" and column.key == "name")
