"""The command line as a whole: which commands there are, each imported only when it is called."""

from typing import Annotated

import typer
from typer.core import TyperGroup

from coalitionkit import __version__
from coalitionkit.cli.deferral import Named, with_deferred

_HELP = """Keep a cross-sector coalition in one file that is checked like code.

\b
    coalition demo                  see the whole way on an example
    coalition init                  begin your own
    coalition lint                  check the plan in this folder
    coalition inventory score       find out whom you cannot do without
    coalition render invite ID      write the letter to a partner
"""

COMMANDS: dict[str, Named] = {
    "init": ("coalitionkit.cli.commands.init", "Begin a plan: a first coalition.yaml, and its folder."),
    "lint": ("coalitionkit.cli.commands.lint", "Check plans, and say what to mend and where."),
    "inventory": ("coalitionkit.cli.commands.inventory", "Find out whom the coalition needs, and why."),
    "list": ("coalitionkit.cli.commands.listing", "List what a plan holds, kind by kind."),
    "show": ("coalitionkit.cli.commands.showing", "Show everything that is recorded of one record."),
    "add": ("coalitionkit.cli.commands.adding", "Add a record: a member, a decision, a value."),
    "set": ("coalitionkit.cli.commands.setting", "Write other values into a record."),
    "end": ("coalitionkit.cli.commands.ending", "Record that something ended: a role, a promise, a series."),
    "retire": ("coalitionkit.cli.commands.retiring", "Record that a member left, or a partner."),
    "rename": (
        "coalitionkit.cli.commands.renaming",
        "Give a record another id, wherever the plan refers to it.",
    ),
    "render": ("coalitionkit.cli.commands.render", "Make letters and agendas from the record."),
    "template": (
        "coalitionkit.cli.commands.template",
        "List, show, copy and check what documents are made with.",
    ),
    "demo": ("coalitionkit.cli.commands.demo", "See the whole way on a copy of an example."),
    "format": ("coalitionkit.cli.commands.format", "Bring plans into the order of the format."),
    "split": ("coalitionkit.cli.commands.split", "Move sections to files of their own."),
    "join": ("coalitionkit.cli.commands.join", "Bring the files of a plan back into one."),
    "migrate": ("coalitionkit.cli.commands.migrate", "Carry a plan over to the current format."),
    "rule": ("coalitionkit.cli.commands.rule", "Explain a rule, or list them all."),
    "schema": (
        "coalitionkit.cli.commands.schema",
        "Print the JSON Schema or the guide to the file.",
    ),
}
"""Module and one line of help of each command."""


def command_line() -> TyperGroup:
    """Return the command `coalition` with all its commands."""
    app = typer.Typer(
        name="coalition",
        help=_HELP,
        rich_markup_mode=None,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_coalition)
    return with_deferred(app, COMMANDS)


def _print_version(asked: bool) -> None:  # noqa: FBT001 - the form that typer calls
    if asked:
        typer.echo(f"coalition {__version__}")
        raise typer.Exit


def _coalition(
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", help="Print the version and exit.", is_eager=True, callback=_print_version),
    ] = False,
) -> None:
    """Everything happens in the commands."""
