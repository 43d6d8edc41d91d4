"""`coalition inventory sensitivity`: how firmly categories and list stand."""

from pathlib import Path

import typer

from coalitionkit.analysis.scoring import score
from coalitionkit.analysis.sensitivity import sensitivity
from coalitionkit.cli.console import progress
from coalitionkit.cli.opening import PlanPath, opened
from coalitionkit.cli.options import Form, NoOverlay, Overlay
from coalitionkit.cli.show.readings.sensitivity import sensitivity_report
from coalitionkit.cli.show.tables.formats import deliver, wanted

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition inventory sensitivity
  coalition inventory sensitivity --format json=sensitivity.json"""


@app.command("sensitivity", epilog=_EPILOG)
def sensitivity_command(
    *,
    plan: PlanPath = Path(),
    form: Form = None,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Show how firmly the categories and the list stand.

    One thing is changed at a time: a need left out, a partner on the list declining, open answers all turning
    out held or not held, two holders of everything. And where fit decides: under how many weightings.
    """
    to = wanted(form)
    coalition = opened(plan, overlay, no_overlay=no_overlay).coalition
    scoring = score(coalition)
    found = sensitivity(
        coalition, scoring, watched=lambda all_: progress(all_, "One change at a time", total=len(all_))
    )
    deliver(sensitivity_report(found, scoring), to)
