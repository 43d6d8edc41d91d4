"""`coalition render handover`: what a new project manager needs to know."""

from pathlib import Path

import typer

from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.delivery import Order, deliver, pressed
from coalitionkit.cli.opening import PlanPath
from coalitionkit.cli.options import today
from coalitionkit.publish.handovers import handover

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render handover --out handover --as docx
  coalition render handover --as-of 2027-01-31 --language es"""


@app.command("handover", epilog=_EPILOG)
@unbundled
def handover_command(
    *,
    plan: PlanPath = Path(),
    order: Order,
) -> None:
    """Make the brief for a new project manager: who is who, what is open, what is due."""
    day = today(order.as_of)
    coalition, press = pressed(plan, order)
    made = handover(coalition, press=press, as_of=day, language=order.language or None)
    deliver([made], press, order)
