"""`coalition inventory export`: partners and ties for the tools that draw networks."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.analysis.network import network
from coalitionkit.cli.opening import PlanPath, opened
from coalitionkit.cli.options import NoOverlay, Overlay
from coalitionkit.cli.outputs import outputs
from coalitionkit.exchange.networks import NETWORKS

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition inventory export --format kumu=map.json          import it into a map of Kumu
  coalition inventory export --format gexf=ties.gexf --no-members
  coalition inventory export --format popolo"""


@app.command("export", epilog=_EPILOG)
def export_command(
    *,
    form: Annotated[
        list[str],
        typer.Option(
            "--format", metavar="FORMAT[=FILE]", help="kumu, graphml, gexf or popolo; may be repeated."
        ),
    ],
    plan: PlanPath = Path(),
    no_members: Annotated[
        bool, typer.Option("--no-members", help="Leave members out: partners and their ties only.")
    ] = False,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Write partners and ties for the tools that draw networks. Nothing private is in it."""
    wanted = outputs(form, tuple(NETWORKS))
    found = network(opened(plan, overlay, no_overlay=no_overlay).coalition, members=not no_members)
    for output in wanted:
        output.write(NETWORKS[output.format](found))
