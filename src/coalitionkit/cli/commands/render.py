"""`coalition render`: letters and agendas from the record, and what they still lack."""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from coalitionkit.cli import console
from coalitionkit.cli.console import Line, Piece
from coalitionkit.cli.opening import PlanPath, opened
from coalitionkit.cli.options import AsOf, NoOverlay, Overlay, today
from coalitionkit.cli.outputs import Output, outputs
from coalitionkit.errors import (
    UnknownRecordError,
    UnreadableFileError,
    WouldOverwriteError,
)
from coalitionkit.model.coalition import Coalition
from coalitionkit.prose import counted, listed
from coalitionkit.publish.agendas import agenda
from coalitionkit.publish.letters import invited, letter, waiting
from coalitionkit.publish.press import Document, Press
from coalitionkit.publish.templates import Folders
from coalitionkit.source.store import write_whole

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)

VERSION = 1
_FORMATS = ("full", "json")
_BETWEEN = "\n---\n\n"

Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Write files there, instead of to the terminal."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace files that exist already.")]
InLanguage = Annotated[
    str,
    typer.Option("--language", metavar="CODE", help="The language, such as es.", show_default="as recorded"),
]
Form = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT[=FILE]",
        help="full, or json: one document with texts and gaps.",
    ),
]

_INVITE_EPILOG = """\b
Examples:
  coalition render invite river-trust
  coalition render invite --out letters       all that are recorded and not sent yet"""

_AGENDA_EPILOG = """\b
Examples:
  coalition render agenda                     the next meeting, or the first kick-off
  coalition render agenda decisionmaking --out agendas"""


@app.callback()
def render() -> None:
    """Make letters and agendas from the record.

    What the record does not say stands there as a marked gap. Templates in the plan's own folder
    `templates` go before those that ship.
    """


@app.command(epilog=_INVITE_EPILOG)
def invite(  # noqa: PLR0913 - one parameter for each option
    partners: Annotated[
        list[str] | None,
        typer.Argument(metavar="PARTNER", help="Partners, by id.", show_default="all invitations not sent"),
    ] = None,
    *,
    plan: PlanPath = Path(),
    out: Out = None,
    force: Force = False,
    language: InLanguage = "",
    as_of: AsOf = "",
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
    form: Form = "full",
) -> None:
    """Make the letters that invite partners."""
    (output,) = outputs([form], _FORMATS)
    day = today(as_of)
    coalition, press = _opened(plan, overlay, no_overlay=no_overlay)
    keys = list(dict.fromkeys(invited(coalition, key).id for key in partners or waiting(coalition)))
    if not keys:
        raise UnknownRecordError(
            "no invitation waits to be sent", hint="name a partner: coalition render invite river-trust"
        )
    made = [
        letter(coalition, key, press=press, as_of=day, language=language or None)
        for key in console.progress(keys, "Writing letters", total=len(keys))
    ]
    _deliver(made, output, out, force=force)


@app.command("agenda", epilog=_AGENDA_EPILOG)
def agenda_command(  # noqa: PLR0913 - one parameter for each option
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="KIND",
            help="introductions, expectations, decisionmaking, or the id of a meeting.",
            show_default="the next meeting",
        ),
    ] = None,
    *,
    plan: PlanPath = Path(),
    out: Out = None,
    force: Force = False,
    language: InLanguage = "",
    as_of: AsOf = "",
    overlay: Overlay = None,
    no_overlay: NoOverlay = False,
    form: Form = "full",
) -> None:
    """Make the agenda of a meeting, with times that add up."""
    (output,) = outputs([form], _FORMATS)
    day: date = today(as_of)
    coalition, press = _opened(plan, overlay, no_overlay=no_overlay)
    made = agenda(coalition, kind, press=press, as_of=day, language=language or None)
    _deliver([made], output, out, force=force)


def _opened(path: Path, overlay: Path | None, *, no_overlay: bool) -> tuple[Coalition, Press]:
    """Return the one plan at a path, and the press with the templates around it."""
    found = opened(path, overlay, no_overlay=no_overlay)
    return found.coalition, Press(Folders.around(found.folder))


def _deliver(made: Sequence[Document], output: Output, out: Path | None, *, force: bool) -> None:
    """Write the documents where they are wanted, and say what they lack."""
    files = _written(made, out, force=force) if out is not None else {}
    if output.format == "json":
        output.write(json.dumps(_report(made, files), ensure_ascii=False, indent=2) + "\n")
        return
    if files:
        output.show(_lines(made, files))
        return
    output.write(_BETWEEN.join(document.text for document in made))
    sys.stdout.flush()
    for line in _gap_lines(made):
        sys.stderr.write(console.plain(line))


def _written(made: Sequence[Document], out: Path, *, force: bool) -> dict[str, Path]:
    """Write each document to a file of its own; none at all when one of them may not be written."""
    files = {document.name: out / f"{document.name}.md" for document in made}
    there = [file.as_posix() for file in files.values() if file.exists() or file.is_symlink()]
    if there and not force:
        verb = "exists" if len(there) == 1 else "exist"
        raise WouldOverwriteError(f"{listed(there)} {verb} already", hint="replace with --force")
    try:
        out.mkdir(parents=True, exist_ok=True)
        for document in made:
            write_whole(files[document.name], document.text)
    except OSError as error:
        raise UnreadableFileError(f"cannot write to '{out}': {error.strerror or error}") from error
    return files


def _lines(made: Sequence[Document], files: dict[str, Path]) -> Iterator[Line]:
    for document in made:
        if document.name in files:
            yield (Piece(files[document.name].as_posix(), "place"), Piece(f"  {_state(document)}"))
    yield from _gap_lines(made)


def _state(document: Document) -> str:
    return f"{document.language}, {counted(len(document.gaps), 'gap')}"


def _gap_lines(made: Sequence[Document]) -> Iterator[Line]:
    """Say of each gap what to write and where to record it."""
    for document in made:
        if document.gaps:
            yield (Piece(f"{document.name}: {counted(len(document.gaps), 'gap')}", "warning"),)
        for gap in document.gaps:
            yield (Piece(f"  {gap.where}", "place"), Piece(f": {gap.message}"))


def _report(made: Sequence[Document], files: dict[str, Path]) -> dict[str, Any]:
    return {
        "version": VERSION,
        "documents": [
            {
                "name": document.name,
                "language": document.language,
                "audience": document.audience,
                "file": files[document.name].as_posix() if document.name in files else None,
                "gaps": [
                    {"part": gap.part, "message": gap.message, "address": str(gap.where), "mark": gap.mark}
                    for gap in document.gaps
                ],
                "text": document.text,
            }
            for document in made
        ],
    }
