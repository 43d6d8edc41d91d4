"""`coalition inventory needs`: what is covered, what hangs by a thread, and what is missing."""

from pathlib import Path

import typer

from coalitionkit.analysis.footing import voting
from coalitionkit.analysis.gaps import gaps
from coalitionkit.analysis.scoring import score
from coalitionkit.cli.opening import PlanPath, opened
from coalitionkit.cli.options import Form, NoOverlay, Overlay
from coalitionkit.cli.show.readings.needs import needs_report
from coalitionkit.cli.show.tables.formats import deliver, wanted

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition inventory needs
  coalition inventory needs --format markdown=needs.md"""


@app.command("needs", epilog=_EPILOG)
def needs_command(
    *,
    plan: PlanPath = Path(),
    form: Form = None,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Show what is covered, what is one loss away from failing, and what is missing.

    By need, with those who meet it; by group of residents, with who serves it and who speaks for it; and by
    sector, as in the worksheet.
    """
    to = wanted(form)
    coalition = opened(plan, overlay, no_overlay=no_overlay).coalition
    scoring = score(coalition)
    deliver(needs_report(gaps(coalition, scoring), scoring, voting(coalition)), to)
