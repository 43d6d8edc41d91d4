"""`coalition format`: plans in the order of the format, and nothing else changed."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli import console
from coalitionkit.cli.show.changes import diff_lines
from coalitionkit.editing.ordering import ordered
from coalitionkit.prose import counted
from coalitionkit.workspace import find_plans, read_plan, write_revision

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition format
  coalition format --check                for a workflow: says which files are out of order
  coalition format --keys --ids --diff    see first what more could be put in order"""


@app.command("format", epilog=_EPILOG)
def format_command(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", help="Plans, or folders with plans.")
    ] = None,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 when a file would change.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what would change, write nothing; exit with 1 if it would.")
    ] = False,
    keys: Annotated[bool, typer.Option("--keys", help="Order the keys of each record, too.")] = False,
    ids: Annotated[
        bool, typer.Option("--ids", help="Order lists by id, too, where their order says nothing.")
    ] = False,
) -> None:
    """Bring the sections of plans into the order of the format, each with its comments.

    Lines are never wrapped or indented anew. Lists that are in the order of a date, or have headings, stay as
    they are, and so does the private overlay.
    """
    plans = [read_plan(plan._replace(overlay=None)) for plan in find_plans(paths or [Path()])]
    results = [ordered(plan, keys=keys, ids=ids) for plan in plans]
    changed = [file for result in results for file in result.revision.files]
    for kept in (kept for result in results for kept in result.kept):
        console.say(f"{kept.file}:{kept.line}: '{kept.what}' stays as it is: {kept.why}")
    if diff:
        console.show(line for file in changed for line in diff_lines(file, private=False))
    for result in results if not check and not diff else ():
        write_revision(result.revision.files)
    how = "would be" if check or diff else "was"
    for file in () if diff else changed:
        console.show([(console.Piece(f"{file.file} {how} put in order"),)])
    if not changed:
        count = sum(1 + len(plan.fragments) for plan in plans)
        console.say(f"{counted(count, 'file')} in order already")
    elif check or diff:
        raise typer.Exit(1)
