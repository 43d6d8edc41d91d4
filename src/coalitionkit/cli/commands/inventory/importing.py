"""`coalition inventory import`: filled-in worksheets and lists come back as one reviewed change."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli import console
from coalitionkit.cli.asking import may_ask
from coalitionkit.cli.opening import PlanPath, WorkingCopy, at_hand, errors_in, opened
from coalitionkit.cli.options import Overlay
from coalitionkit.cli.show.concise import concise
from coalitionkit.cli.show.proposal import problem_lines, proposal_lines
from coalitionkit.cli.writing import DryRun, Manner, NoInput, write
from coalitionkit.editing import NewErrorsError, Revision, revised
from coalitionkit.edits import Edit
from coalitionkit.errors import ConfigurationError
from coalitionkit.exchange.workbook.proposal import Proposal
from coalitionkit.prose import counted, listed

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition inventory import worksheet.xlsx              shows the changes, then asks
  coalition inventory import ana.xlsx ben.xlsx           several hands, one change
  coalition inventory import list.csv --map name="Organization name" --dry-run
  coalition inventory import organizations.json          Popolo, or a map of Kumu
  coalition inventory import worksheet.ods --yes         in a script"""

_OR_LEAVE_OUT = "; --map -=HEADING leaves a column out"


@app.command("import", epilog=_EPILOG)
def import_command(  # noqa: PLR0913 - one parameter for each option
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Worksheets or lists: .xlsx, .ods, .csv, or Popolo or Kumu as .json."
        ),
    ],
    *,
    plan: PlanPath = Path(),
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Agree to the changes without being asked.")
    ] = False,
    dry_run: DryRun = False,
    blank: Annotated[
        bool, typer.Option("--blank", help="Let a cell that was emptied empty the field as well.")
    ] = False,
    remove: Annotated[
        bool, typer.Option("--remove", help="Let a row that was taken out remove the record as well.")
    ] = False,
    maps: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=HEADING",
            help="Which column of a list holds what, such as name=\"Organization name\"; '-' leaves one out.",
        ),
    ] = None,
    sheet: Annotated[str, typer.Option("--sheet", metavar="NAME", help="Read this sheet alone.")] = "",
    no_input: NoInput = False,
    overlay: Overlay = None,
) -> None:
    """Read worksheets that were filled in, or lists of partners, into the plan.

    All changes are shown first. Rows are matched by id, then by name. An emptied cell or a missing row
    changes nothing unless you say so, comments stay, and with any problem the plan stays as it is.
    """
    from coalitionkit.exchange.workbook.drafting import edits_of
    from coalitionkit.exchange.workbook.importing import proposed

    copy = at_hand(plan, overlay)
    if copy.loaded.coalition is None or errors_in(copy.loaded):
        opened(plan, overlay)
        raise typer.Exit(1)
    coalition = copy.loaded.coalition
    proposal = proposed(coalition, files, maps=maps or (), sheet=sheet, blank=blank, remove=remove)
    names = listed(file.name for file in files)
    _stop_at_problems(proposal, names)
    console.show(proposal_lines(proposal, console.width()))
    edits = edits_of(coalition, copy.records, proposal)
    if not edits:
        console.show([(console.Piece(_unchanged(proposal, names, len(files))),)])
        return
    ready = _revision(copy, edits)
    if not (dry_run or yes or _agreed(no_input=no_input)):
        raise ConfigurationError(
            "nothing was changed, because nobody agreed to it",
            hint="look at the changes above, then add --yes; or --dry-run to see the lines of the file",
        )
    done = f"brought {counted(len(proposal.changes), 'change')} from {names}"
    write(copy, edits, done, Manner(dry_run), into="into", ready=ready)


def _stop_at_problems(proposal: Proposal, names: str) -> None:
    if proposal.problems:
        console.show_beside(problem_lines(proposal))
        raise ConfigurationError(
            f"nothing was changed: {counted(len(proposal.problems), 'problem')} in {names}",
            hint=f"mend them there, save, and import again{_OR_LEAVE_OUT if proposal.columns else ''}",
        )


def _unchanged(proposal: Proposal, names: str, files: int) -> str:
    if proposal.emptied or proposal.missing:
        return f"nothing to change: the plan keeps what was taken out of {names}"
    read = "as far as it is read, " if proposal.notes else ""
    return f"nothing to change: {read}{names} {'says' if files == 1 else 'say'} what the plan says"


def _agreed(*, no_input: bool) -> bool:
    return may_ask(no_input=no_input) and typer.confirm("Make these changes?", default=False)


def _revision(copy: WorkingCopy, edits: list[Edit]) -> Revision:
    """Return what edits make of a plan; stop before anyone is asked, when it would have new errors."""
    try:
        return revised(copy.files, edits, loaded=copy.loaded)
    except NewErrorsError as error:
        console.show_beside(concise(error.findings))
        raise ConfigurationError(error.message) from None
