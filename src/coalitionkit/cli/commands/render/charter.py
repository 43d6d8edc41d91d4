"""`coalition render charter`: who the coalition is and how it works, on one sheet."""

from pathlib import Path

import typer

from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.delivery import Order, deliver, pressed
from coalitionkit.cli.opening import PlanPath
from coalitionkit.cli.options import today
from coalitionkit.publish.charters import charter

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render charter --out charter --as docx --as pdf"""


@app.command("charter", epilog=_EPILOG)
@unbundled
def charter_command(
    *,
    plan: PlanPath = Path(),
    order: Order,
) -> None:
    """Make the charter: name, purpose, members, roles, decision rule and norms."""
    day = today(order.as_of)
    coalition, press = pressed(plan, order)
    made = charter(coalition, press=press, as_of=day, language=order.language or None)
    deliver([made], press, order)
