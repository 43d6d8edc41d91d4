"""`coalition render role`: descriptions of roles, to find people for them."""

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
from coalitionkit.publish.roles import open_roles, role

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render role                       every role that nobody holds
  coalition render role data-lead --out roles --as docx"""


@app.command("role", epilog=_EPILOG)
def role_command(  # noqa: PLR0913 - one parameter for each option
    roles: Annotated[
        list[str] | None,
        typer.Argument(metavar="ROLE", help="Roles, by id.", show_default="all that nobody holds"),
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
    """Make descriptions of roles, to find people for them."""
    day = today(as_of)
    coalition, press = pressed(plan, overlay, no_overlay=no_overlay)
    keys = roles or open_roles(coalition, day)
    if not keys:
        raise UnknownRecordError(
            "every role has its holder", hint="name a role: coalition render role data-lead"
        )
    made = [role(coalition, key, press=press, as_of=day, language=language or None) for key in keys]
    deliver(made, press, Manner(forms or (), attach or (), out, force, check, form))
