"""`coalition render checklist`: what of the first steps is on record."""

from pathlib import Path

import typer

from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.delivery import Order, deliver, pressed
from coalitionkit.cli.opening import PlanPath
from coalitionkit.cli.options import today
from coalitionkit.publish.checklists import checklist

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render checklist
  coalition render checklist --out board --as pdf"""


@app.command("checklist", epilog=_EPILOG)
@unbundled
def checklist_command(
    *,
    plan: PlanPath = Path(),
    order: Order,
) -> None:
    """Make the checklist of building a coalition, point by point with what is on record."""
    day = today(order.as_of)
    coalition, press = pressed(plan, order)
    made = checklist(coalition, press=press, as_of=day, language=order.language or None)
    deliver([made], press, order)
