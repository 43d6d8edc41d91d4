"""`coalition render document`: what a plan's own templates make."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli.delivery import (
    As,
    Attach,
    Force,
    InLanguage,
    Manner,
    Out,
    ToldAs,
    UpToDate,
    deliver,
    pressed,
)
from coalitionkit.cli.opening import PlanPath
from coalitionkit.cli.options import AsOf, NoOverlay, Overlay, today
from coalitionkit.publish.papers import paper

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition render document overview             made by templates/en/overview.md.j2
  coalition render document overview --out papers --as pdf --as docx"""


@app.command("document", epilog=_EPILOG)
def document_command(  # noqa: PLR0913 - one parameter for each option
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME", help="Templates of the plan's own, without folder and ending."),
    ],
    *,
    plan: PlanPath = Path(),
    forms: As = None,
    attach: Attach = None,
    out: Out = None,
    force: Force = False,
    check: UpToDate = False,
    language: InLanguage = "",
    as_of: AsOf = "",
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
    form: ToldAs = "full",
) -> None:
    """Make a document from a template of the plan's own.

    It gets a record of the coalition that members may read; docs/templates.md says what is in it.
    """
    day = today(as_of)
    coalition, press = pressed(plan, overlay, no_overlay=no_overlay)
    made = [
        paper(coalition, name, press=press, as_of=day, language=language or None)
        for name in dict.fromkeys(names)
    ]
    deliver(made, press, Manner(forms or (), attach or (), out, force, check, form))
