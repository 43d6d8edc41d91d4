"""What moves between the files of a plan: section, lines, from where and to where."""

import json
from collections.abc import Iterator, Sequence

from coalitionkit.cli.console import Line
from coalitionkit.cli.show.tables import Grid, table_lines
from coalitionkit.editing import RevisedFile
from coalitionkit.editing.moving import Move

_VERSION = 1


def moves_lines(moves: Sequence[Move], width: int) -> Iterator[Line]:
    """Show sections that move as a table."""
    rows: list[tuple[str, ...]] = [
        (move.section, str(move.lines), move.source, move.target) for move in moves
    ]
    yield from table_lines(Grid(("section", "lines", "from", "to"), rows), width)


def moves_json(moves: Sequence[Move], files: Sequence[RevisedFile], *, written: bool) -> str:
    """Return sections that move, and the files that this changes, for programs."""
    document = {
        "version": _VERSION,
        "written": written,
        "moves": [
            {"section": move.section, "lines": move.lines, "from": move.source, "to": move.target}
            for move in moves
        ],
        "files": [
            {"file": file.file, "new": file.before is None, "removed": file.after is None} for file in files
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
