"""How commands that move text within a plan write it, and what they say about it."""

from coalitionkit.cli import console
from coalitionkit.cli.outputs import outputs
from coalitionkit.cli.show.moves import moves_json, moves_lines
from coalitionkit.editing.moving import Moved
from coalitionkit.workspace import write_revision


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
