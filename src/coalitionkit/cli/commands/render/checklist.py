"""`coalition render checklist`: what of the first steps is on record."""

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
from coalitionkit.publish.checklists import checklist

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render checklist
  coalition render checklist --out board --as pdf"""


@app.command("checklist", epilog=_EPILOG)
def checklist_command(  # noqa: PLR0913 - one parameter for each option
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
    """Make the checklist of building a coalition, point by point with what is on record."""
    day = today(as_of)
    coalition, press = pressed(plan, overlay, no_overlay=no_overlay)
    made = checklist(coalition, press=press, as_of=day, language=language or None)
    deliver([made], press, Manner(forms or (), attach or (), out, force, check, form))
