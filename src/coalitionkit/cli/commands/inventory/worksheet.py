"""`coalition inventory worksheet`: the stakeholder worksheet as a workbook to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from coalitionkit.cli import console
from coalitionkit.cli.opening import PlanPath, opened
from coalitionkit.cli.options import AsOf, Overlay, today
from coalitionkit.errors import ConfigurationError, UnwritableFileError, WouldOverwriteError
from coalitionkit.model.coalition import Coalition
from coalitionkit.prose import counted, did_you_mean, first_few
from coalitionkit.source.store import replace_whole

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_EPILOG = """\b
Examples:
  coalition inventory worksheet worksheet.xlsx
  coalition inventory worksheet hoja.xlsx --language es
  coalition inventory worksheet ana.xlsx --rater ana-lopez      her own view, apart from others
  coalition inventory import worksheet.xlsx                     reads it back"""


@app.command("worksheet", epilog=_EPILOG)
def worksheet_command(  # noqa: PLR0913 - one parameter for each option
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="The workbook to write.")],
    *,
    plan: PlanPath = Path(),
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="The language of labels and instructions.")
    ] = "en",
    rater: Annotated[
        list[str] | None,
        typer.Option(
            "--rater",
            metavar="MEMBER",
            help="Ask this member for their own view of each partner instead; may be repeated.",
        ),
    ] = None,
    include_private: Annotated[
        bool,
        typer.Option("--include-private", help="Add the private columns: barriers, stance, motivation."),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
    as_of: AsOf = "",
    overlay: Overlay = None,
) -> None:
    """Write the stakeholder worksheet as a workbook that people fill in.

    Five parts with instructions, drop-downs and room for more; what the plan knows is filled in. What comes
    back is read by 'coalition inventory import'.
    """
    from coalitionkit.exchange.workbook.writing import Wishes, workbook_bytes

    if file.suffix.casefold() != ".xlsx":
        raise ConfigurationError(f"'{file}' does not end in .xlsx, which is what a worksheet is")
    private = include_private or bool(rater)
    coalition = opened(plan, overlay if private else None, no_overlay=not private).coalition
    raters = tuple(dict.fromkeys(_member(coalition, key) for key in rater or ()))
    wishes = Wishes(language, today(as_of), include_private, raters)
    _write(file, workbook_bytes(coalition, wishes), force=force)
    partners = counted(len(coalition.partners), "partner")
    console.show([(console.Piece(f"wrote {file} with {partners}"),)])
    console.show(
        [
            (
                console.Piece(
                    f"to read it back: coalition inventory import {console.as_argument(str(file))}", "faint"
                ),
            )
        ]
    )
    if private:
        console.say(f"note: {file} holds private answers; keep it out of git, and hand it to nobody else")


def _member(coalition: Coalition, key: str) -> str:
    found = coalition.member(key)
    if found is None:
        known = [one.id for one in coalition.members]
        hint = did_you_mean(key, known) or (f"; there are {first_few(known)}" if known else "")
        raise ConfigurationError(f"--rater: there is no member '{key}' in the plan{hint}")
    return found.id


def _write(file: Path, data: bytes, *, force: bool) -> None:
    try:
        before = file.read_bytes() if file.exists() else None
        if before is not None and not force:
            raise WouldOverwriteError(
                f"'{file}' exists already, and someone may have filled it in",
                hint="name another file, or write over it with --force",
            )
        replace_whole(file, before, data)
    except OSError as error:
        raise UnwritableFileError(f"cannot write '{file}': {error.strerror or error}") from error
