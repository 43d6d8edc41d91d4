"""`coalition render document`: what a plan's own templates make."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.delivery import Order, deliver, pressed
from coalitionkit.cli.opening import PlanPath
from coalitionkit.cli.options import today
from coalitionkit.publish.papers import paper

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render document overview             made by templates/en/overview.md.j2
  coalition render document overview --out papers --as pdf --as docx"""


@app.command("document", epilog=_EPILOG)
@unbundled
def document_command(
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME", help="Templates of the plan's own, without folder and ending."),
    ],
    *,
    plan: PlanPath = Path(),
    order: Order,
) -> None:
    """Make a document from a template of the plan's own.

    It gets a record of the coalition that members may read; docs/templates.md says what is in it.
    """
    day = today(order.as_of)
    coalition, press = pressed(plan, order)
    made = [
        paper(coalition, name, press=press, as_of=day, language=order.language or None)
        for name in dict.fromkeys(names)
    ]
    deliver(made, press, order)
