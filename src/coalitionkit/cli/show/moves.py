"""What moves between the files of a plan: section, lines, from where and to where."""

import json
from collections.abc import Iterator, Sequence

from coalitionkit.cli.console import Line
from coalitionkit.cli.show.tables.data import records_of
from coalitionkit.cli.show.tables.terminal import table_lines
from coalitionkit.cli.show.tables.values import Table, named
from coalitionkit.editing import RevisedFile
from coalitionkit.editing.moving import Move

_VERSION = 1


def moves_lines(moves: Sequence[Move], width: int) -> Iterator[Line]:
    """Show sections that move as a table."""
    return table_lines(_table(moves), width)


def moves_json(moves: Sequence[Move], files: Sequence[RevisedFile], *, written: bool) -> str:
    """Return sections that move, and the files that this changes, for programs."""
    document = {
        "version": _VERSION,
        "written": written,
        "moves": records_of(_table(moves)),
        "files": [
            {"file": file.file, "new": file.before is None, "removed": file.after is None} for file in files
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _table(moves: Sequence[Move]) -> Table:
    rows = [(move.section, move.lines, move.source, move.target) for move in moves]
    return named("moves", ("section", "lines", "from", "to"), rows)
