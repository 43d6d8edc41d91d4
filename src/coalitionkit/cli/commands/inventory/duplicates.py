"""`coalition inventory duplicates`: entries that are likely the same organization."""

from pathlib import Path

import typer

from coalitionkit.analysis.duplicates import duplicates
from coalitionkit.cli.opening import PlanPath, opened
from coalitionkit.cli.options import Form, NoOverlay, Overlay
from coalitionkit.cli.show.readings.duplicates import duplicates_report
from coalitionkit.cli.show.tables.formats import deliver, wanted

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition inventory duplicates
  coalition inventory duplicates --format csv=pairs.csv"""


@app.command("duplicates", epilog=_EPILOG)
def duplicates_command(
    *,
    plan: PlanPath = Path(),
    form: Form = None,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Show entries that are likely the same organization, and why.

    By names, also former and abbreviated ones, websites, e-mail and people. Nothing is changed: what you
    find out, you write down with the command that is shown.
    """
    to = wanted(form)
    coalition = opened(plan, overlay, no_overlay=no_overlay).coalition
    deliver(duplicates_report(coalition, duplicates(coalition)), to)
