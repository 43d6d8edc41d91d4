"""`coalition render calendar`: the whole rhythm, on paper and for calendar programs."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.delivery import Order, deliver, pressed
from coalitionkit.cli.opening import PlanPath
from coalitionkit.cli.options import today
from coalitionkit.publish.meetings.calendars import calendar

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render calendar --out calendar --as ics          for everyone, to open or to subscribe to
  coalition render calendar homes-that-last --as pdf --out calendar
  coalition render calendar management-team --as ics --out calendar"""


@app.command("calendar", epilog=_EPILOG)
@unbundled
def calendar_command(
    groups: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="GROUP",
            help="Only these groups or working groups, and what is for everyone.",
            show_default="all groups",
        ),
    ] = None,
    *,
    plan: PlanPath = Path(),
    order: Order,
) -> None:
    """Make the calendar: every series and every meeting, to print or for calendar programs."""
    day = today(order.as_of)
    coalition, press = pressed(plan, order)
    made = calendar(coalition, groups or (), press=press, as_of=day, language=order.language or None)
    deliver([made], press, order)
