"""How commands that move text within a plan write it, and what they say about it."""

from pathlib import Path

from coalitionkit.cli import console
from coalitionkit.cli.outputs import outputs
from coalitionkit.cli.show.moves import moves_json, moves_lines
from coalitionkit.editing.moving import Moved
from coalitionkit.rules.baseline import is_baseline
from coalitionkit.workspace import MAX_SIZE, write_revision


def regroup(moved: Moved, done: str, *, dry_run: bool, form: str) -> None:
    """Write the files between which sections move, and say so; or show which sections would move.

    `done` tells in the past what was done; "" when there is nothing to move.
    """
    (output,) = outputs([form], ("full", "json"))
    files = moved.revision.files
    if files and not dry_run:
        write_revision(files)
    if output.format == "json":
        output.write(moves_json(moved.moves, files, written=bool(files) and not dry_run))
    elif not files:
        output.show([(console.Piece("nothing to move: the plan is so already"),)])
    elif dry_run:
        output.show(moves_lines(moved.moves, console.width()))
        console.say(f"nothing is written; without --dry-run: {done}")
    else:
        output.show([(console.Piece(done),)])
    if files and not dry_run:
        for baseline in _baselines(Path(moved.revision.plan.main.file).parent):
            console.say(
                f"warning: '{baseline}' knows findings by their files, and some are in another file now; "
                f"write it anew with 'coalition lint --write-baseline {baseline}'"
            )


def _baselines(folder: Path) -> list[str]:
    """Return the baselines that lie beside a plan."""
    return sorted(
        path.as_posix()
        for path in folder.glob("*.json")
        if path.is_file() and path.stat().st_size <= MAX_SIZE and is_baseline(_text(path))
    )


def _text(path: Path) -> str:
    """Return the text of a file, "" where it cannot be read: that is no reason to fail after all is done."""
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""
