"""`coalition render minutes`: minutes to fill in at a meeting."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.delivery import Order, deliver, pressed
from coalitionkit.cli.opening import PlanPath
from coalitionkit.cli.options import today
from coalitionkit.publish.meetings.minutes import minutes

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render minutes                          the last meeting that took place, or today's
  coalition render minutes kickoff-decisions --out minutes --as docx"""


@app.command("minutes", epilog=_EPILOG)
@unbundled
def minutes_command(
    meeting: Annotated[
        str | None,
        typer.Argument(
            metavar="MEETING", help="The id of a meeting.", show_default="the last one, else the next"
        ),
    ] = None,
    *,
    plan: PlanPath = Path(),
    order: Order,
) -> None:
    """Make the skeleton of minutes: who was there, quorum, motions as the model asks for."""
    day = today(order.as_of)
    coalition, press = pressed(plan, order)
    made = minutes(coalition, meeting, press=press, as_of=day, language=order.language or None)
    deliver([made], press, order)
