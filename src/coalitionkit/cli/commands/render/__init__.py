"""`coalition render`: letters and agendas from the record, and what they still lack."""

import typer

from coalitionkit.cli.deferral import Named, with_deferred

COMMANDS: dict[str, Named] = {
    "invite": ("coalitionkit.cli.commands.render.invite", "Make the letters that invite people."),
    "context": ("coalitionkit.cli.commands.render.context", "Show what templates may see."),
    "agenda": (
        "coalitionkit.cli.commands.render.agenda",
        "Make the agenda of a meeting, with times that add up.",
    ),
    "document": (
        "coalitionkit.cli.commands.render.document",
        "Make a document from a template of the plan's own.",
    ),
}
"""Module and one line of help of each command."""

_app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)


@_app.callback()
def render() -> None:
    """Make letters and agendas from the record.

    What the record does not say stands there as a marked gap. Templates in the plan's own folder
    `templates` go before those that ship.
    """


app = with_deferred(_app, COMMANDS)
