"""`coalition inventory compare`: why one partner rather than another."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.analysis.comparison import comparison
from coalitionkit.analysis.fit import QUESTIONS
from coalitionkit.analysis.scoring import score
from coalitionkit.cli.opening import PlanPath, opened
from coalitionkit.cli.options import Form, NoOverlay, Overlay
from coalitionkit.cli.show.readings.compare import compare_report
from coalitionkit.cli.show.tables.formats import deliver, wanted
from coalitionkit.errors import ConfigurationError
from coalitionkit.model.coalition import Coalition
from coalitionkit.prose import did_you_mean, listed, quoted

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition inventory compare housing-authority law-clinic
  coalition inventory compare housing-authority law-clinic --rank motivation,aligned,partnership"""


@app.command("compare", epilog=_EPILOG)
def compare_command(  # noqa: PLR0913 - an option each
    first: Annotated[str, typer.Argument(metavar="A", help="A partner, by id or name.")],
    second: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    *,
    plan: PlanPath = Path(),
    rank: Annotated[
        str,
        typer.Option(
            "--rank",
            metavar="QUESTIONS",
            help="The three questions of fit, the one that counts most first.",
            show_default="none",
        ),
    ] = "",
    form: Form = None,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Show why one partner rather than another.

    Which of the two is on the list and what decided it, the needs that each meets, and their fit, with the
    share of all ways to weigh the three questions under which one is preferred.
    """
    to = wanted(form)
    order = _order(rank)
    coalition = opened(plan, overlay, no_overlay=no_overlay).coalition
    one, other = (_partner(coalition, text) for text in (first, second))
    if one == other:
        raise ConfigurationError(f"{quoted(first)} and {quoted(second)} are the same partner; name two")
    scoring = score(coalition)
    deliver(compare_report(comparison(scoring, one, other, order=order), scoring, order=order), to)


def _order(text: str) -> tuple[str, ...]:
    order = tuple(part.strip() for part in text.split(",") if part.strip())
    if order and sorted(order) != sorted(QUESTIONS):
        raise ConfigurationError(f"--rank {text}: name {listed(QUESTIONS)} in the order that they count")
    return order


def _partner(plan: Coalition, text: str) -> str:
    """Return the id of a partner that was named by id, or by a name that only one has."""
    partner = plan.partner(text)
    if partner:
        return partner.id
    named = [one.id for one in plan.partners if one.name.casefold() == text.casefold()]
    if len(named) == 1:
        return named[0]
    if named:
        raise ConfigurationError(f"{len(named)} partners are called {quoted(text)}: {listed(named)}")
    ids = [one.id for one in plan.partners]
    hint = did_you_mean(text, [*ids, *(one.name for one in plan.partners)])
    raise ConfigurationError(f"there is no partner {quoted(text)}{hint}")
