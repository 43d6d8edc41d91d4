"""Whom or what each row of tables is about, and the words by which its cells are read.

What nobody could tell is refused: merged cells, and two rows of one file about the same record.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from coalitionkit.exchange.workbook.columns import PEOPLE, PERSON_COLUMNS, Part
from coalitionkit.exchange.workbook.identity import Directory
from coalitionkit.exchange.workbook.missing import LISTS_OF
from coalitionkit.exchange.workbook.proposal import ANY, Cell, Proposal, Subject, Table
from coalitionkit.exchange.workbook.reading import letter
from coalitionkit.exchange.workbook.texts import FALLBACK, texts
from coalitionkit.exchange.workbook.words import Words, alike
from coalitionkit.model.coalition import Coalition
from coalitionkit.prose import listed, quoted

_ORDER = ("partner", "rating", "person", "need", "invitation")


class Seen(NamedTuple):
    """A row of a file and whom it is about."""

    table: Table
    number: int
    cells: Mapping[str, str]
    subject: Subject


class Subjects:
    """Finds the subjects of rows in a plan; complaints and new records go to a proposal."""

    def __init__(self, plan: Coalition, result: Proposal) -> None:
        self._plan = plan
        self._result = result
        self._directory = Directory(plan, result)
        self.plain = Words(plan, texts(FALLBACK))
        self._words: dict[str, Words] = {FALLBACK: self.plain}

    def words(self, table: Table) -> Words:
        """Return the words by which the cells of a table are read."""
        return self._words.setdefault(table.language, Words(self._plan, texts(table.language)))

    def rows(self, tables: Sequence[Table]) -> list[Seen]:
        """Return the rows whose subject is known, those about partners first."""
        rows: list[Seen] = []
        for table in sorted(tables, key=lambda table: _ORDER.index(table.part.kind)):
            if table.part.rater and self._plan.member(table.part.rater) is None:
                self._result.tell(
                    Cell(table, 1), f"there is no member {quoted(table.part.rater)} in the plan"
                )
                continue
            self.words(table)
            self._check_merged(table)
            for one in self._identified(table):
                rows.append(one)
                if one.table.is_list:
                    rows.extend(self._person_of(one))
            self._welcome()
        self._refuse_twice(rows)
        return rows

    def _identified(self, table: Table) -> Iterator[Seen]:
        words = self.words(table)
        for number, row in table.rows:
            cells = {key: row[index] for key, index in table.columns.items() if index < len(row)}
            cells = {key: text for key, text in cells.items() if text}
            if not cells or set(cells) <= {"sector"}:
                continue
            cell = Cell(table, number)
            kind = table.part.kind
            if kind == "person":
                subject = self._directory.person(cell, cells, words)
            elif kind == "need":
                subject = self._directory.need(cell, cells, words)
            elif kind == "invitation":
                subject = self._directory.invitation(cell, cells, words)
            else:
                subject = self._directory.partner(table, cell, cells, words)
            if subject is not None:
                yield Seen(table, number, cells, subject)

    def _person_of(self, one: Seen) -> Iterator[Seen]:
        """Give the person whom the row of a list names beside the partner."""
        cells = {
            key.removeprefix("person."): text for key, text in one.cells.items() if key in PERSON_COLUMNS
        }
        if not cells or one.subject.kind != "partner":
            return
        name, title = cells.get("name", ""), cells.get("title", "")
        cell = Cell(one.table, one.number)
        if not name and not title:
            headings = listed(quoted(one.table.headings[f"person.{key}"]) for key in cells)
            self._result.notes.append(
                f"{cell}: not read: {headings}, because neither a name nor a title of the person is there"
            )
            return
        if self._is_member(one.subject.id, name):
            if len(cells) > 1:
                self._result.notes.append(
                    f"{cell}: {quoted(name)} is a member of the coalition; write what is new there"
                )
            return
        subject = self._directory.person_at(one.subject.id, name, title, cell)
        if subject is not None:
            columns = {
                key.removeprefix("person."): at
                for key, at in one.table.columns.items()
                if key in PERSON_COLUMNS
            }
            table = one.table._replace(part=Part(ANY, "person", PEOPLE.columns), columns=columns)
            yield Seen(table, one.number, cells, subject)

    def _is_member(self, partner: str, name: str) -> bool:
        """Whether someone of a name sits in the coalition for a partner: a list need not name them again."""
        known = {alike(one.name) for one in self._plan.members if one.partner == partner}
        return bool(alike(name)) and alike(name) in known

    def _welcome(self) -> None:
        partners = {one.id: name for one, name in self._result.new.items() if one.kind == "partner"}
        people = {one.id: name for one, name in self._result.new.items() if one.kind == "person"}
        for words in self._words.values():
            words.welcome(partners, people)

    def _check_merged(self, table: Table) -> None:
        for merged in table.merged:
            rows = [number for number, _ in table.rows if merged.top < number <= merged.bottom + 1]
            columns = range(merged.left, merged.right + 1)
            if rows and any(column in table.columns.values() for column in columns):
                last = f"{letter(merged.right)}{merged.bottom + 1}"
                self._result.tell(
                    Cell(table, rows[0], merged.left),
                    f"cells are merged from here to {last}; split them, so that each row has its own",
                )

    def _refuse_twice(self, rows: Iterable[Seen]) -> None:
        """Refuse two rows of one file about the same record: nobody could say which one counts."""
        first: dict[tuple[str, str, Subject], Seen] = {}
        for one in rows:
            part = one.table.part
            group = "partners" if part.kind == "partner" and part.key in LISTS_OF["partner"] else part.key
            if one.subject.kind == "person" and one.table.is_list:
                continue
            earlier = first.setdefault((one.table.file, group, one.subject), one)
            if earlier is not one:
                column = one.table.columns.get("id" if one.cells.get("id") else "name")
                where = ", ".join(part for part in (earlier.table.sheet, f"row {earlier.number}") if part)
                name = one.cells.get("name") or one.cells.get("id") or one.subject.id
                self._result.tell(
                    Cell(one.table, one.number, column),
                    f"{quoted(name)} stands in {where} already; bring the two rows together",
                )
