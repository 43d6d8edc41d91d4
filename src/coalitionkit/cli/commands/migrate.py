"""`coalition migrate`: a plan of an earlier format carried over to the current one."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli import console
from coalitionkit.cli.opening import PlanPath, at_hand, note_errors
from coalitionkit.cli.options import NoOverlay, Overlay
from coalitionkit.cli.show.changes import diff_lines
from coalitionkit.editing import migrating
from coalitionkit.loading import formats
from coalitionkit.prose import counted
from coalitionkit.workspace import write_revision

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition migrate --check               exits with 1 when there is something to do
  coalition migrate --dry-run             shows what would change
  coalition migrate"""


@app.command(epilog=_EPILOG)
def migrate(
    *,
    plan: PlanPath = Path(),
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; exit with 1 when there is something to do."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")
    ] = False,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Carry a plan over to the current format, with its comments.

    All files of a plan change together, the private overlay too. A plan of the current format stays as it is.
    """
    copy = at_hand(plan, overlay, no_overlay=no_overlay)
    result = migrating.migrated(copy.files, migrating.MIGRATIONS, formats.CURRENT)
    if not result.done:
        console.show([(console.Piece(f"nothing to do: the plan is in format {result.to}, the current one"),)])
        return
    done = [(console.Piece(f"{one.since} to {one.since + 1}: {one.title}"),) for one in result.done]
    console.show(done)
    files = result.revision.files
    if dry_run:
        private = copy.loaded.overlay_file
        console.show(line for file in files for line in diff_lines(file, private=file.file == private))
    if check or dry_run:
        console.say(f"nothing is written; {counted(len(files), 'file')} would change")
        raise typer.Exit(1 if check else 0)
    write_revision(files)
    console.say(f"the plan is in format {result.to} now; {counted(len(files), 'file')} changed")
    note_errors(result.revision.loaded)
