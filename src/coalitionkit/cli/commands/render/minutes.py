"""`coalition render minutes`: minutes to fill in at a meeting."""

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
from coalitionkit.publish.meetings.minutes import minutes

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render minutes                          the last meeting that took place, or today's
  coalition render minutes kickoff-decisions --out minutes --as docx"""


@app.command("minutes", epilog=_EPILOG)
def minutes_command(  # noqa: PLR0913 - one parameter for each option
    meeting: Annotated[
        str | None,
        typer.Argument(
            metavar="MEETING", help="The id of a meeting.", show_default="the last one, else the next"
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
    """Make the skeleton of minutes: who was there, quorum, motions as the model asks for."""
    day = today(as_of)
    coalition, press = pressed(plan, overlay, no_overlay=no_overlay)
    made = minutes(coalition, meeting, press=press, as_of=day, language=language or None)
    deliver([made], press, Manner(forms or (), attach or (), out, force, check, form))
