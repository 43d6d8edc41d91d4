"""`coalition inventory`: whom the coalition needs, and why."""

import typer

from coalitionkit.cli.deferral import Named, with_deferred

COMMANDS: dict[str, Named] = {
    "score": ("coalitionkit.cli.commands.inventory.score", "Show whom you need, and why."),
}
"""Module and one line of help of each command."""

_app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)


@_app.callback()
def inventory() -> None:
    """Find out whom the coalition needs, and why.

    What it needs stands below 'inventory: needs:'; who brings it, below 'partners:'.
    """


app = with_deferred(_app, COMMANDS)
