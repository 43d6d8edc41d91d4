"""`coalition inventory`: whom the coalition needs, and why."""

import typer

from coalitionkit.cli.deferral import Named, with_deferred

COMMANDS: dict[str, Named] = {
    "score": ("coalitionkit.cli.commands.inventory.score", "Show whom you need, and why."),
    "list": ("coalitionkit.cli.commands.inventory.list", "Find the shortest list of invitations."),
    "needs": ("coalitionkit.cli.commands.inventory.needs", "Show what is covered and what is missing."),
    "ask": ("coalitionkit.cli.commands.inventory.ask", "Show which question to ask next, and of whom."),
    "compare": ("coalitionkit.cli.commands.inventory.compare", "Show why one partner rather than another."),
    "what-if": (
        "coalitionkit.cli.commands.inventory.what_if",
        "Show what breaks when some leave, join or needs change.",
    ),
    "sensitivity": (
        "coalitionkit.cli.commands.inventory.sensitivity",
        "Show how firmly categories and list stand.",
    ),
    "duplicates": (
        "coalitionkit.cli.commands.inventory.duplicates",
        "Show entries that are likely the same organization.",
    ),
    "worksheet": (
        "coalitionkit.cli.commands.inventory.worksheet",
        "Write the worksheet as a workbook to fill in.",
    ),
    "import": (
        "coalitionkit.cli.commands.inventory.importing",
        "Read filled-in worksheets and lists of partners.",
    ),
    "export": (
        "coalitionkit.cli.commands.inventory.export",
        "Write partners and ties for the tools that draw networks.",
    ),
}
"""Module and one line of help of each command."""

_app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)


@_app.callback()
def inventory() -> None:
    """Find out whom the coalition needs, and why.

    What it needs stands below 'inventory: needs:'; who brings it, below 'partners:'.
    """


app = with_deferred(_app, COMMANDS)
