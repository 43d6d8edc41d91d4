"""`coalition render handover`: what a new project manager needs to know."""

from pathlib import Path

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
from coalitionkit.publish.handovers import handover

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render handover --out handover --as docx
  coalition render handover --as-of 2027-01-31 --language es"""


@app.command("handover", epilog=_EPILOG)
def handover_command(  # noqa: PLR0913 - one parameter for each option
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
    """Make the brief for a new project manager: who is who, what is open, what is due."""
    day = today(as_of)
    coalition, press = pressed(plan, overlay, no_overlay=no_overlay)
    made = handover(coalition, press=press, as_of=day, language=language or None)
    deliver([made], press, Manner(forms or (), attach or (), out, force, check, form))
