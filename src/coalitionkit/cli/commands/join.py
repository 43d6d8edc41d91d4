"""`coalition join`: the fragments of a plan go back into its main file."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli.opening import PlanPath, at_hand
from coalitionkit.cli.regrouping import regroup
from coalitionkit.cli.writing import WrittenAs
from coalitionkit.editing.uniting import joined
from coalitionkit.prose import counted

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition join --dry-run                what would move
  coalition join
  coalition split                         the way back"""


@app.command(epilog=_EPILOG)
def join(
    *,
    plan: PlanPath = Path(),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show which sections would move, and write nothing.")
    ] = False,
    form: WrittenAs = "full",
) -> None:
    """Bring the files below coalition.d back into coalition.yaml, each section where the format has it.

    Lists that several files share are joined. Comments come along, and the emptied files go.
    """
    files = at_hand(plan, no_overlay=True).files
    moved = joined(files)
    done = (
        f"joined {counted(len(files.fragments), 'file')} with {counted(len(moved.moves), 'section')} "
        f"into {files.main.file}"
    )
    regroup(moved, done, dry_run=dry_run, form=form)
