"""`coalition inventory list`: the shortest list of invitations, or that of least effort."""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from coalitionkit.analysis.choosing.selection import AUTO, OWN, SOLVERS
from coalitionkit.analysis.choosing.shortest import NODES
from coalitionkit.analysis.choosing.ties import MOST
from coalitionkit.analysis.listing import INVITATIONS, LEASTS, Listing, Wish, listing
from coalitionkit.cli import console
from coalitionkit.cli.bundles import unbundled
from coalitionkit.cli.interrupting import Interruption
from coalitionkit.cli.opening import PlanPath, opened
from coalitionkit.cli.options import Form, NoOverlay, Overlay
from coalitionkit.cli.outputs import Output, outputs
from coalitionkit.cli.show.invitations import listing_lines
from coalitionkit.cli.show.invitations_data import listing_csv, listing_json, listing_markdown
from coalitionkit.errors import ConfigurationError
from coalitionkit.prose import did_you_mean, listed

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_INTERRUPTED = 130
_FORMATS = ("full", "json", "csv", "markdown")
_EPILOG = """\b
Examples:
  coalition inventory list
  coalition inventory list --size 8 --frontier            how far eight invitations get
  coalition inventory list --least effort --explain
  coalition inventory list --tied --format json=list.json"""


class _Search(NamedTuple):
    """What list is searched for, and how hard; and what is told of it besides."""

    size: Annotated[
        int | None,
        typer.Option(
            "--size", min=0, metavar="N", help="Invite no more than so many, whatever the plan says."
        ),
    ] = None
    least: Annotated[
        str,
        typer.Option("--least", metavar="WHAT", help="Ask for the least of: invitations or effort."),
    ] = INVITATIONS
    frontier: Annotated[
        bool, typer.Option("--frontier", help="Show how far each smaller number of invitations gets.")
    ] = False
    tied: Annotated[
        bool, typer.Option("--tied", help=f"Look for other lists that do as well, {MOST} at most.")
    ] = False
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what is proven, and what the words mean.")
    ] = False
    solver: Annotated[
        str,
        typer.Option(
            "--solver",
            metavar="WHO",
            help="Who searches: own, highs (an extra), or auto: highs where own proves too little.",
        ),
    ] = AUTO
    nodes: Annotated[
        int, typer.Option("--nodes", min=1, metavar="N", help="How many partial lists to look at.")
    ] = NODES

    def wish(self) -> Wish:
        """Return what the analysis is asked for. Raises ConfigurationError for an unknown word."""
        return Wish(
            size=self.size,
            least=_one_of(self.least, LEASTS, "--least"),
            solver=_one_of(self.solver, SOLVERS, "--solver"),
            nodes=self.nodes,
            frontier=self.frontier,
            tied=MOST if self.tied else 0,
        )


@app.command("list", epilog=_EPILOG)
@unbundled
def list_command(
    *,
    plan: PlanPath = Path(),
    search: _Search,
    form: Form = None,
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
) -> None:
    """Find the shortest list of invitations that meets every need.

    Members count as invited already. Limits and decisions in the plan are kept, and those that cannot go
    together are named. Ctrl-C ends the search with the best list so far. Exit code 1 says that no list keeps
    your rules about shares.
    """
    wanted = outputs(form or ["full"], _FORMATS)
    if (search.frontier or search.tied or search.explain) and all(
        output.format == "csv" for output in wanted
    ):
        raise ConfigurationError("csv holds the list alone; choose full, json or markdown for all else")
    wish = search.wish()
    coalition = opened(plan, overlay, no_overlay=no_overlay).coalition
    with Interruption() as interruption:
        found = listing(coalition, wish, stopped=interruption.was_asked)
    for output in wanted:
        _write(output, found, explain=search.explain)
    _hint(found)
    if found.was_stopped:
        console.say("stopped: this is the best list so far, and not all of it is proven")
        raise typer.Exit(_INTERRUPTED)
    if not found.selection.keeps_shares:
        raise typer.Exit(1)


def _write(output: Output, found: Listing, *, explain: bool) -> None:
    if output.format == "json":
        output.write(listing_json(found))
    elif output.format == "csv":
        output.write_csv(listing_csv(found))
    elif output.format == "markdown":
        output.write(listing_markdown(found, explain=explain))
    else:
        output.show(listing_lines(found, explain=explain, width=console.width()))


def _hint(found: Listing) -> None:
    """Say to a person how more could be proven."""
    if found.selection.is_proven or found.was_stopped or not console.is_terminal(sys.stderr):
        return
    if found.selection.solver == OWN and not find_spec("highspy"):
        console.say('hint:  pip install "coalitionkit[solver]" lets HiGHS prove more of it')
    else:
        console.say(f"hint:  --nodes {found.wish.nodes * 10} may prove more of it")


def _one_of(text: str, known: tuple[str, ...], option: str) -> str:
    if text not in known:
        hint = did_you_mean(text, known) or f"; choose {listed(known, 'or')}"
        raise ConfigurationError(f"{option}: there is no '{text}'{hint}")
    return text
