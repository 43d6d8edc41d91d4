"""`coalition split`: sections of one file move to files of their own."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli.opening import PlanPath, at_hand
from coalitionkit.cli.regrouping import regroup
from coalitionkit.cli.writing import WrittenAs
from coalitionkit.editing.dividing import divided
from coalitionkit.prose import counted
from coalitionkit.source.files import FRAGMENTS

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition split --dry-run               what would move, and where to
  coalition split members meetings        these two only
  coalition join                          all of it back into one file"""


@app.command(epilog=_EPILOG)
def split(
    sections: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SECTION", help="The sections to move, such as members.", show_default="most of them"
        ),
    ] = None,
    *,
    plan: PlanPath = Path(),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show which sections would move, and write nothing.")
    ] = False,
    form: WrittenAs = "full",
) -> None:
    """Move sections of a plan to files of their own below coalition.d, where they can be kept by several.

    Each section moves with all its lines and comments. What says what the plan is stays in coalition.yaml:
    format, coalition and lint.
    """
    moved = divided(at_hand(plan, no_overlay=True).files, sections or ())
    done = f"moved {counted(len(moved.moves), 'section')} to {FRAGMENTS}"
    regroup(moved, done, dry_run=dry_run, form=form)
