"""`coalition inventory score`: whom the coalition needs, and why."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.analysis.categories import COMPUTED
from coalitionkit.analysis.choosing.selection import AUTO
from coalitionkit.analysis.scoring import score
from coalitionkit.cli import console
from coalitionkit.cli.opening import PlanPath, opened
from coalitionkit.cli.options import Form, NoOverlay, Overlay
from coalitionkit.cli.outputs import outputs
from coalitionkit.cli.show.readings.score import scoring_report
from coalitionkit.cli.show.scoring import scoring_lines
from coalitionkit.cli.show.scoring_data import scoring_csv, scoring_json
from coalitionkit.cli.show.tables.formats import FORMATS
from coalitionkit.cli.show.tables.markdown import report_markdown
from coalitionkit.errors import ConfigurationError
from coalitionkit.prose import did_you_mean, listed

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition inventory score
  coalition inventory score --only critical --only key
  coalition inventory score --format csv=scores.csv        opens in Excel"""


@app.command("score", epilog=_EPILOG)
def score_command(
    *,
    plan: PlanPath = Path(),
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="CATEGORY", help="Show partners of this category; may be repeated."),
    ] = None,
    form: Form = None,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Show whom you need, and why.

    The needs and who meets them, the shortest list of invitations, and each partner within its sector, with
    one sentence that says why it stands where it does.
    """
    wanted = outputs(form or ["full"], FORMATS)
    categories = [_category(text) for text in only or COMPUTED]
    if only and all(output.format != "full" for output in wanted):
        raise ConfigurationError("--only is for the table; the other formats hold every partner")
    scoring = score(opened(plan, overlay, no_overlay=no_overlay).coalition, solver=AUTO)
    for output in wanted:
        if output.format == "json":
            output.write(scoring_json(scoring))
        elif output.format == "csv":
            output.write_csv(scoring_csv(scoring))
        elif output.format == "markdown":
            output.write(report_markdown(scoring_report(scoring)))
        else:
            output.show(scoring_lines(scoring, only=categories, width=console.width()))


def _category(text: str) -> str:
    if text not in COMPUTED:
        hint = did_you_mean(text, COMPUTED) or f"; choose {listed(COMPUTED, 'or')}"
        raise ConfigurationError(f"there is no category '{text}'{hint}")
    return text
