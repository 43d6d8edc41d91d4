"""Which sheets of a file are ours, and what their columns hold."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from coalitionkit.errors import ConfigurationError
from coalitionkit.exchange.workbook import guessing, marks
from coalitionkit.exchange.workbook.columns import LIST_COLUMNS, PARTS, PERSON_COLUMNS, Part, part_of
from coalitionkit.exchange.workbook.marks import Baseline, Mark
from coalitionkit.exchange.workbook.proposal import ANY, Cell, Table
from coalitionkit.exchange.workbook.reading import NETWORKS, Grid, chosen, grids, letter
from coalitionkit.exchange.workbook.texts import FALLBACK, every_text, languages
from coalitionkit.exchange.workbook.words import alike, canonical
from coalitionkit.prose import listed, quoted

_SEARCHED_ROWS = 20
_USUAL_HEADINGS = 3


class Recognized:
    """The tables of a file, and what of it was passed over."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.notes: list[str] = []
        self.columns: dict[str, str] = {}


def recognized(
    file: Path, *, sheet: str, told: Mapping[str, str], remembered: Mapping[str, str], name: str
) -> Recognized:
    """Return the tables of a file: the sheets of a worksheet, or else one list of partners.

    `name` is what the file is called in messages, "" where there is only one. Raises UnreadableFileError and
    ConfigurationError.
    """
    every = grids(file)
    wanted = [chosen(every, sheet, file)] if sheet else every
    result = Recognized()
    memory = next((marks.baseline(grid.rows) for grid in every if grid.sheet == marks.SHEET), None)
    own = {alike(one(*keys)) for one in every_text() for keys in (("start", "sheet"), ("glossary", "sheet"))}
    passed: list[str] = []
    for grid in wanted:
        found = _mark(grid)
        if found is not None:
            result.tables.append(_worksheet(grid, found, memory, name, result))
        elif grid.sheet not in (marks.SHEET, "Lists") and alike(grid.sheet) not in own and _is_filled(grid):
            passed.append(grid.sheet)
            if memory is not None and not sheet and alike(grid.sheet) in _names_of_parts():
                raise _without_mark(grid, file)
    if result.tables:
        if told:
            raise ConfigurationError(f"'{file}' is a worksheet, whose columns are known; leave --map out")
        if passed:
            result.notes.append(
                f"not read, because it is no part of the worksheet: {listed(map(quoted, passed))}"
            )
        return result
    filled = [grid for grid in wanted if _is_filled(grid)]
    if not filled:
        raise ConfigurationError(f"'{file}' holds nothing")
    grid = filled[0]
    others = [quoted(one.sheet) for one in filled[1:]]
    if others:
        result.notes.append(
            f"read from '{file.name}': {quoted(grid.sheet)}; not read: {listed(others)}; choose with --sheet"
        )
    _list(grid, file, name, (remembered, told), result)
    return result


def _names_of_parts() -> set[str]:
    """Return what the sheets of a worksheet are called in any language."""
    return {alike(one("parts", part.key, "sheet")) for one in every_text() for part in PARTS}


def _without_mark(grid: Grid, file: Path) -> ConfigurationError:
    return ConfigurationError(
        f"'{file.name}', sheet {quoted(grid.sheet)}, has lost its hidden first row, by which it is read",
        hint=f"bring that row back from the worksheet you were given, or read this sheet alone, as a list: "
        f"--sheet {quoted(grid.sheet)}",
    )


def _mark(grid: Grid) -> tuple[int, int, Mark] | None:
    """Return where a sheet is marked as ours: row, column of ids and mark."""
    for row, cells in enumerate(grid.rows[:_SEARCHED_ROWS]):
        for column, text in enumerate(cells):
            mark = marks.mark_in(text.strip())
            if mark is not None:
                return row, column, mark
    return None


def _worksheet(
    grid: Grid, found: tuple[int, int, Mark], memory: Baseline | None, name: str, result: Recognized
) -> Table:
    row, column, mark = found
    part = part_of(mark.part)
    if part is None:
        raise ConfigurationError(f"{quoted(grid.sheet)} is a part that this release does not know")
    known = {one.key for one in part.columns}
    columns = {text.strip(): index for index, text in enumerate(grid.rows[row]) if text.strip() in known}
    columns["id"] = column
    head = _heading_row(grid, row, column)
    headings = {key: _cell(grid.rows[head], index) for key, index in columns.items()} if head else {}
    first = (row if head is None else head) + 1
    for index in range(max(map(len, grid.rows))):
        stray = any(_cell(cells, index).strip() for cells in grid.rows[first:])
        if index not in columns.values() and stray:
            heading = _cell(grid.rows[head], index) if head is not None else ""
            result.notes.append(
                f"not read, because it is no column of the worksheet: {grid.sheet or name}, column "
                f"{letter(index)}{f' {quoted(heading)}' if heading else ''}"
            )
    language = mark.language if mark.language in languages() else FALLBACK
    return Table(
        name, grid.sheet, part, language, columns, headings, _numbered(grid, first), grid.merged, memory
    )


def _heading_row(grid: Grid, row: int, column: int) -> int | None:
    """Return the row of headings: the next one that calls the column of ids by its name."""
    called = {alike(one("columns", "id", "heading")) for one in every_text()}
    for index in range(row + 1, min(row + _SEARCHED_ROWS, len(grid.rows))):
        if alike(_cell(grid.rows[index], column)) in called:
            return index
    usual = row + _USUAL_HEADINGS
    return usual if usual < len(grid.rows) else None


def _list(
    grid: Grid, file: Path, name: str, maps: tuple[Mapping[str, str], Mapping[str, str]], result: Recognized
) -> None:
    remembered, told = maps
    where = f"'{file.name}'" + (f", sheet {quoted(grid.sheet)}," if grid.sheet else "")
    lines, people = guessing.whole_names(grid.rows, {**remembered, **told})
    remembered = {people: "person.name", **remembered} if people else remembered
    grid = grid._replace(rows=lines)
    found = guessing.mapped(grid.rows, remembered, told, where)
    part = Part(ANY, "partner", (*LIST_COLUMNS.values(), *PERSON_COLUMNS.values()))
    rows = _numbered(grid, found.row + 1)
    table = Table(name, grid.sheet, part, FALLBACK, found.columns, found.headings, rows, grid.merged)
    result.tables.append(table)
    if file.suffix.casefold() not in NETWORKS:
        result.columns = {heading: key for key, heading in found.headings.items()}
        result.columns |= {heading: key for heading, key in told.items() if key == guessing.NOTHING}
    if found.left_out:
        result.notes.append(
            f"not read, because it is not clear what they hold: {listed(map(quoted, found.left_out))}; "
            f"--map FIELD=HEADING says it"
        )
    width = len(grid.rows[found.row])
    result.notes.extend(
        f"{Cell(table, number, index)}: {quoted(cell)} is not read, because no heading stands above it"
        for number, cells in rows
        for index, cell in enumerate(cells[width:], width)
        if cell
    )


def _numbered(grid: Grid, first: int) -> list[tuple[int, list[str]]]:
    rows: Iterable[tuple[int, Sequence[str]]] = enumerate(grid.rows[first:], first + 1)
    return [(number, [canonical(cell) for cell in row]) for number, row in rows if any(map(str.strip, row))]


def _cell(row: Sequence[str], index: int) -> str:
    return row[index] if index < len(row) else ""


def _is_filled(grid: Grid) -> bool:
    return any(cell.strip() for row in grid.rows for cell in row)
