"""`coalition render agenda`: what a meeting is for, and when comes what."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.delivery import Order, deliver, pressed
from coalitionkit.cli.opening import PlanPath
from coalitionkit.cli.options import today
from coalitionkit.publish.meetings.agendas import agenda

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render agenda                     the next meeting, or the first kick-off
  coalition render agenda management-team     the next meeting of a group
  coalition render agenda decisionmaking --out agendas --as docx --as ics
  coalition render agenda data-walk --out agendas --as eml --attach ics"""


@app.command("agenda", epilog=_EPILOG)
@unbundled
def agenda_command(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="MEETING",
            help="A kind such as introductions or data-walk, a group, or the id of a meeting or series.",
            show_default="the next meeting",
        ),
    ] = None,
    *,
    plan: PlanPath = Path(),
    order: Order,
) -> None:
    """Make the agenda of a meeting, with times that add up."""
    day = today(order.as_of)
    coalition, press = pressed(plan, order)
    made = agenda(coalition, kind, press=press, as_of=day, language=order.language or None)
    deliver([made], press, order)
