"""`coalition render invite`: letters to partners."""

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
from coalitionkit.errors import UnknownRecordError
from coalitionkit.publish.letters import invited, letter, waiting

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render invite river-trust
  coalition render invite --out letters --as docx    all that are recorded and not sent yet
  coalition render invite river-trust --out letters --as eml --attach pdf"""


@app.command("invite", epilog=_EPILOG)
def invite_command(  # noqa: PLR0913 - one parameter for each option
    partners: Annotated[
        list[str] | None,
        typer.Argument(metavar="PARTNER", help="Partners, by id.", show_default="all invitations not sent"),
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
    """Make the letters that invite partners."""
    day = today(as_of)
    coalition, press = pressed(plan, overlay, no_overlay=no_overlay)
    keys = list(dict.fromkeys(invited(coalition, key).id for key in partners or waiting(coalition)))
    if not keys:
        raise UnknownRecordError(
            "no invitation waits to be sent", hint="name a partner: coalition render invite river-trust"
        )
    made = [letter(coalition, key, press=press, as_of=day, language=language or None) for key in keys]
    deliver(made, press, Manner(forms or (), attach or (), out, force, check, form))
