"""`coalition render calendar`: the whole rhythm, on paper and for calendar programs."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli.delivery import (
    As,
    Attach,
    Force,
    InLanguage,
    Manner,
    Out,
    ToldAs,
    UpToDate,
    deliver,
    pressed,
)
from coalitionkit.cli.opening import PlanPath
from coalitionkit.cli.options import AsOf, NoOverlay, Overlay, today
from coalitionkit.publish.meetings.calendars import calendar

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render calendar --out calendar --as ics          for everyone, to open or to subscribe to
  coalition render calendar homes-that-last --as pdf --out calendar
  coalition render calendar management-team --as ics --out calendar"""


@app.command("calendar", epilog=_EPILOG)
def calendar_command(  # noqa: PLR0913 - one parameter for each option
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
    forms: As = None,
    attach: Attach = None,
    out: Out = None,
    force: Force = False,
    check: UpToDate = False,
    language: InLanguage = "",
    as_of: AsOf = "",
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
    form: ToldAs = "full",
) -> None:
    """Make the calendar: every series and every meeting, to print or for calendar programs."""
    day = today(as_of)
    coalition, press = pressed(plan, overlay, no_overlay=no_overlay)
    made = calendar(coalition, groups or (), press=press, as_of=day, language=language or None)
    deliver([made], press, Manner(forms or (), attach or (), out, force, check, form))
