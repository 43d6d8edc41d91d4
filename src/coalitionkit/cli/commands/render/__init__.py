"""`coalition render`: letters, agendas and handovers from the record, and what they still lack."""

import typer

from coalitionkit.cli.deferral import Named, with_deferred

COMMANDS: dict[str, Named] = {
    "invite": ("coalitionkit.cli.commands.render.invite", "Make the letters that invite people."),
    "context": ("coalitionkit.cli.commands.render.context", "Show what templates may see."),
    "agenda": (
        "coalitionkit.cli.commands.render.agenda",
        "Make the agenda of a meeting, with times that add up.",
    ),
    "minutes": (
        "coalitionkit.cli.commands.render.minutes",
        "Make the skeleton of minutes: who was there, quorum, motions.",
    ),
    "calendar": (
        "coalitionkit.cli.commands.render.calendar",
        "Make the calendar of all meetings, to print or for calendar programs.",
    ),
    "launch": (
        "coalitionkit.cli.commands.render.launch",
        "Date the launch: five meetings in their order.",
    ),
    "charter": (
        "coalitionkit.cli.commands.render.charter",
        "Make the charter: name, purpose, members, roles, decision rule, norms.",
    ),
    "role": ("coalitionkit.cli.commands.render.role", "Make descriptions of roles, to find people for them."),
    "handover": (
        "coalitionkit.cli.commands.render.handover",
        "Make the brief for a new project manager: who, what is open, what is due.",
    ),
    "checklist": (
        "coalitionkit.cli.commands.render.checklist",
        "Make the checklist of building a coalition, with what is on record.",
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
    """Make letters, agendas, calendars and handovers from the record.

    What the record does not say stands there as a marked gap. Templates in the plan's own folder
    `templates` go before those that ship.
    """


app = with_deferred(_app, COMMANDS)
