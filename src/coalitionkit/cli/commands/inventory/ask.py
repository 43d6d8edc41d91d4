"""`coalition inventory ask`: which question to ask next, and of whom."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.analysis.asking import calls, open_answers
from coalitionkit.analysis.scoring import score
from coalitionkit.cli.opening import PlanPath, opened
from coalitionkit.cli.options import Form, NoOverlay, Overlay
from coalitionkit.cli.show.readings.ask import ask_report
from coalitionkit.cli.show.tables.formats import deliver, wanted

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition inventory ask
  coalition inventory ask --most 20
  coalition inventory ask --format csv=questions.csv       all of them"""


@app.command("ask", epilog=_EPILOG)
def ask_command(
    *,
    plan: PlanPath = Path(),
    most: Annotated[
        int, typer.Option("--most", metavar="N", help="Show this many calls and questions.", min=1)
    ] = 8,
    form: Form = None,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Show which question to ask next, and of whom.

    Grouped by partner, so that one call settles as much as it can, and one by one. Below it: answers that
    several people gave differently, and answers that should have evidence.
    """
    to = wanted(form)
    coalition = opened(plan, overlay, no_overlay=no_overlay).coalition
    scoring = score(coalition)
    deliver(ask_report(coalition, scoring, calls(open_answers(scoring.needs)), most=most), to)
