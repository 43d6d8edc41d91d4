"""`coalition render role`: descriptions of roles, to find people for them."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.delivery import Order, deliver, pressed
from coalitionkit.cli.opening import PlanPath
from coalitionkit.cli.options import today
from coalitionkit.errors import UnknownRecordError
from coalitionkit.publish.roles import open_roles, role

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render role                       every role that nobody holds
  coalition render role data-lead --out roles --as docx"""


@app.command("role", epilog=_EPILOG)
@unbundled
def role_command(
    roles: Annotated[
        list[str] | None,
        typer.Argument(metavar="ROLE", help="Roles, by id.", show_default="all that nobody holds"),
    ] = None,
    *,
    plan: PlanPath = Path(),
    order: Order,
) -> None:
    """Make descriptions of roles, to find people for them."""
    day = today(order.as_of)
    coalition, press = pressed(plan, order)
    keys = roles or open_roles(coalition, day)
    if not keys:
        raise UnknownRecordError(
            "every role has its holder", hint="name a role: coalition render role data-lead"
        )
    made = [role(coalition, key, press=press, as_of=day, language=order.language or None) for key in keys]
    deliver(made, press, order)
