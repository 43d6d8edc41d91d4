"""`coalition template`: what documents are made with, and how a plan makes it its own."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli import console
from coalitionkit.cli.console import Piece
from coalitionkit.cli.opening import PlanPath
from coalitionkit.cli.outputs import outputs
from coalitionkit.errors import ConfigurationError, UnwritableFileError, WouldOverwriteError
from coalitionkit.prose import counted
from coalitionkit.publish.review import reviewed
from coalitionkit.publish.shelf import content, shelf, that_ship
from coalitionkit.publish.templates import FOLDER, Folders, is_name
from coalitionkit.source.store import write_whole
from coalitionkit.workspace import find_plans

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

_VERSION = 1
_EPILOG = """\b
Examples:
  coalition template list
  coalition template copy page/document.docx      to be restyled in Word
  coalition template copy en/agenda.md.j2 --to en/our-agenda.md.j2
  coalition template check"""

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="A template, as 'template list' names it: en/agenda.md.j2.")
]
Form = Annotated[str, typer.Option("--format", metavar="FORMAT[=FILE]", help="full or json.")]


@app.callback(epilog=_EPILOG)
def template() -> None:
    """List, show, copy and check what documents are made with.

    A file in the folder `templates` beside the plan goes before the one of the same name that ships.
    """


@app.command("list")
def list_command(*, plan: PlanPath = Path(), form: Form = "full") -> None:
    """List the templates: where each comes from, and what it is for."""
    (output,) = outputs([form], ("full", "json"))
    found = shelf(_folders(plan))
    if output.format == "json":
        data = {"version": _VERSION, "templates": [one._asdict() for one in found]}
        output.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        return
    room = max(console.cells(one.name) for one in found)
    output.show(
        (
            Piece(console.filled(one.name, room), "place"),
            Piece("  the plan  " if one.own else "  shipped   ", "good" if one.own else "faint"),
            Piece(one.purpose),
        )
        for one in found
    )


@app.command("show")
def show_command(name: Name, *, plan: PlanPath = Path()) -> None:
    """Print a template as it is."""
    data = content(name, _folders(plan))
    if name.endswith(".docx"):
        raise ConfigurationError(
            f"a terminal cannot show '{name}', a Word file",
            hint=f"put it into the plan and open it in Word: coalition template copy {name}",
        )
    console.write(data.decode("utf-8-sig"))


@app.command("copy")
def copy_command(
    name: Name,
    *,
    plan: PlanPath = Path(),
    to: Annotated[
        str, typer.Option("--to", metavar="NAME", help="Another name for the copy: es/agenda.md.j2.")
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists already.")] = False,
) -> None:
    """Copy a template into the plan, to be changed there."""
    folder = _folder(plan)
    wanted = to or name
    # Under its own name, what ships is wanted: to begin with, or to begin again.
    data = content(name, that_ship() if wanted == name else Folders.around(folder))
    if not is_name(wanted) or wanted.rpartition(".")[2] != name.rpartition(".")[2]:
        ending = name.rpartition(".")[2]
        raise ConfigurationError(
            f"'{wanted}' cannot be the name of this template",
            hint=f"names are a folder and a file that ends with .{ending}, as in '{name}'",
        )
    file = folder / FOLDER / wanted
    _check(file, folder, force=force)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, data)
    except OSError as error:
        raise UnwritableFileError(f"cannot write '{file}': {error.strerror or error}") from error
    console.show([(Piece(file.as_posix(), "place"), Piece("  to be changed as you like"))])


@app.command("check")
def check_command(*, plan: PlanPath = Path(), form: Form = "full") -> None:
    """Check the templates of the plan, and end with 1 when one of them cannot be used.

    Every name that they use must exist; words, outlines, the letterhead and the page must be whole.
    """
    (output,) = outputs([form], ("full", "json"))
    folders = _folders(plan)
    found = reviewed(folders)
    if output.format == "json":
        data = {"version": _VERSION, "complaints": [one._asdict() for one in found]}
        output.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        output.show((Piece(f"{one.file}:{one.line}", "place"), Piece(f": {one.message}")) for one in found)
        own = sum(one.own for one in shelf(folders))
        count = f"{counted(own, 'template')} of the plan's own"
        sys.stderr.write(console.plain((Piece(f"{count}, {counted(len(found), 'complaint')}"),)))
    if found:
        raise typer.Exit(1)


def _folder(plan: Path) -> Path:
    plans = find_plans([plan])
    if len(plans) > 1:
        raise ConfigurationError(f"there are {len(plans)} plans here", hint="choose one with --plan")
    return plans[0].main.parent


def _folders(plan: Path) -> Folders:
    return Folders.around(_folder(plan))


def _check(file: Path, folder: Path, *, force: bool) -> None:
    """Refuse to replace a file unasked, and to write into a folder that only seems to lie in the plan."""
    if not file.resolve().is_relative_to(folder.resolve()) and not file.is_symlink():
        raise WouldOverwriteError(f"'{file.as_posix()}' would land outside the plan")
    if (file.exists() or file.is_symlink()) and not force:
        raise WouldOverwriteError(f"'{file.as_posix()}' exists already", hint="replace it with --force")
