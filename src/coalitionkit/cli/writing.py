"""How every command writes into a plan: edits made, shown or kept, and told in one sentence."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any, NamedTuple, NoReturn

import typer

from coalitionkit.cli import console
from coalitionkit.cli.opening import WorkingCopy, errors_in
from coalitionkit.cli.outputs import outputs
from coalitionkit.cli.overlays import warn_of_open
from coalitionkit.cli.show.changes import diff_lines, line_counts
from coalitionkit.cli.show.concise import concise
from coalitionkit.editing import NewErrorsError, RevisedFile, Revision, revised
from coalitionkit.edits import Add, Edit
from coalitionkit.keeping.calendars import following
from coalitionkit.prose import listed
from coalitionkit.workspace import write_revision

DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")]
WrittenAs = Annotated[
    str, typer.Option("--format", metavar="FORMAT[=FILE]", help="How to tell what changed: full or json.")
]
NoInput = Annotated[bool, typer.Option("--no-input", help="Ask nothing, also at a terminal.")]

_VERSION = 1


class Manner(NamedTuple):
    """How a person wants edits to be made and told."""

    dry_run: DryRun = False
    allow_errors: Annotated[
        bool, typer.Option("--allow-errors", help="Write also what brings new errors into the plan.")
    ] = False
    form: WrittenAs = "full"


def write(  # noqa: PLR0913 - one parameter for each thing that is told
    copy: WorkingCopy,
    edits: Iterable[Edit],
    done: str,
    manner: Manner,
    *,
    into: str = "in",
    unsettled: Sequence[str] = (),
    ready: Revision | None = None,
) -> None:
    """Make edits, write the files that they change and say so; or show what would change.

    `done` tells in the past what the edits do, without the files, which follow after `into`: `added member
    ana-lopez`, `to`; or it is a whole sentence. What is `unsettled` is told on standard error. `ready` is
    what the edits make of the plan, where that is known already. Ends the command with exit code 2,
    after the findings, when the plan would have new errors.
    """
    prepared(copy, edits, done, manner, into=into, unsettled=unsettled, ready=ready)()


def prepared(  # noqa: PLR0913 - as above
    copy: WorkingCopy,
    edits: Iterable[Edit],
    done: str,
    manner: Manner,
    *,
    into: str = "in",
    unsettled: Sequence[str] = (),
    ready: Revision | None = None,
    aside: bool = False,
) -> Callable[[], None]:
    """Return what does the work of `write` when it is called; new errors end the command before that.

    `aside` tells on standard error what was done, where standard output is for something else.
    """
    (output,) = outputs([manner.form], ("full", "json"))
    made = tuple(edits)
    try:
        made, revision = followed(copy, made, allow_errors=manner.allow_errors, ready=ready)
    except NewErrorsError as error:
        _refuse(error)

    def kept() -> None:
        if not manner.dry_run and revision.files:
            write_revision(revision.files)
        sentence = _sentence(done, into, copy, revision)
        if output.format == "json":
            output.write(_as_json(copy, made, revision, done, unsettled, dry_run=manner.dry_run))
        elif manner.dry_run:
            output.show(_shown(copy, revision))
            console.say(f"nothing is written; without --dry-run: {sentence}" if revision.files else sentence)
        elif aside:
            console.say(sentence)
        else:
            output.show([(console.Piece(sentence),)])
        for settle in unsettled if output.format == "full" else ():
            console.say(f"still to settle: {settle}")
        if not manner.dry_run:
            warn_of_open(revision.files)

    return kept


def followed(
    copy: WorkingCopy, edits: tuple[Edit, ...], *, allow_errors: bool = False, ready: Revision | None = None
) -> tuple[tuple[Edit, ...], Revision]:
    """Return edits with those by which calendars follow them, and what they make of the plan.

    Where errors hide what calendars show, the edits stay as they are. Raises what `revised` raises.
    """
    revision = ready or revised(copy.files, edits, allow_errors=allow_errors, loaded=copy.loaded)
    before, after = copy.loaded.coalition, revision.loaded.coalition
    more = following(before, after) if before is not None and after is not None else ()
    if not more:
        return edits, revision
    every = (*edits, *more)
    return every, revised(copy.files, every, allow_errors=allow_errors, loaded=copy.loaded)


def _sentence(done: str, into: str, copy: WorkingCopy, revision: Revision) -> str:
    if not revision.files:
        return f"nothing to change: the plan says so already ({done})"
    files = sorted(revision.files, key=lambda file: _is_overlay(copy, file))
    names = listed(file.file for file in files)
    return f"{done} Written to {names}." if done.endswith(".") else f"{done} {into} {names}"


def _refuse(error: NewErrorsError) -> NoReturn:
    for line in concise(error.findings):
        sys.stderr.write(console.plain(line))
    console.say(f"error: {error.message}")
    console.say("hint:  --allow-errors writes it all the same")
    raise typer.Exit(error.exit_code)


def _shown(copy: WorkingCopy, revision: Revision) -> Iterable[console.Line]:
    for file in revision.files:
        yield from diff_lines(file, private=_is_overlay(copy, file))


def _is_overlay(copy: WorkingCopy, file: RevisedFile) -> bool:
    return file.file == copy.loaded.overlay_file or file.file.endswith(".private.yaml")


def _as_json(
    copy: WorkingCopy,
    edits: tuple[Edit, ...],
    revision: Revision,
    done: str,
    unsettled: Sequence[str],
    *,
    dry_run: bool,
) -> str:
    """Return what changed for programs: no value, because some are private."""
    document: dict[str, Any] = {
        "version": _VERSION,
        "done": done,
        "unsettled": list(unsettled),
        "written": not dry_run and bool(revision.files),
        "files": [
            {
                "file": file.file,
                "new": file.before is None,
                "private": _is_overlay(copy, file),
                **dict(zip(("lines_added", "lines_removed"), line_counts(file), strict=True)),
            }
            for file in revision.files
        ],
        "edits": [_edit(edit) for edit in edits],
        "errors": {"before": errors_in(copy.loaded), "after": errors_in(revision.loaded)},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _edit(edit: Edit) -> dict[str, str]:
    at = edit.to if isinstance(edit, Add) else getattr(edit, "at", None)
    return {"edit": type(edit).__name__.lower(), "address": "" if at is None else str(at)}
