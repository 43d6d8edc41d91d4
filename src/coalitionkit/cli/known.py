"""What was known before and is not shown again: findings of a baseline, and of an earlier revision."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from coalitionkit.cli.console import as_argument, say
from coalitionkit.cli.outputs import no_folder
from coalitionkit.errors import ConfigurationError, UnreadableFileError
from coalitionkit.linting import Request
from coalitionkit.prose import counted, listed
from coalitionkit.rules import baseline
from coalitionkit.rules.baseline import Entry, Named
from coalitionkit.source.files import FRAGMENTS
from coalitionkit.source.store import write_whole
from coalitionkit.verdicts import Verdict
from coalitionkit.workspace import MAIN, OnDisk, PlanPaths

NoIgnores = Annotated[
    bool, typer.Option("--no-ignores", help="Show what comments of the plan leave out as well.")
]

_MOST_NAMED = 10


class Earlier(NamedTuple):
    """Where it stands what was found before."""

    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Leave out the findings that this file holds."),
    ] = None
    write_baseline: Annotated[
        Path | None,
        typer.Option(
            "--write-baseline",
            metavar="FILE",
            help="Write all findings to this file, such as .coalition-baseline.json, and leave them out.",
        ),
    ] = None
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="REVISION", help="Show only what was not found at this revision of git."
        ),
    ] = None

    def refuse_both(self) -> None:
        """Refuse to write a baseline of findings of which some are left out already.

        Raises ConfigurationError.
        """
        if self.write_baseline is not None and (self.baseline is not None or self.since is not None):
            other = "--since" if self.baseline is None else "--baseline"
            raise ConfigurationError(
                f"--write-baseline and {other} cannot be combined: a baseline holds all that is found",
                hint=f"leave out {other}",
            )

    def refuse_any(self) -> None:
        """Refuse to leave out findings where none are shown. Raises ConfigurationError."""
        name = next((name for name, value in self._asdict().items() if value is not None), None)
        if name is not None:
            option = f"--{name.replace('_', '-')}"
            raise ConfigurationError(f"{option} speaks of findings, and none are shown here; leave it out")


def lint_since(plans: Sequence[PlanPaths], request: Request, name: str) -> Iterator[tuple[int, Verdict]]:
    """Yield the verdict on each plan with its place in the list, without what a revision of git had as well.

    Raises ConfigurationError when git cannot tell, UnreadableFileError when a file cannot be read.
    """
    from coalitionkit.history.git import Git, plan_at, revision
    from coalitionkit.linting.judging import newly_found

    git = Git(os.environ)
    on_disk = OnDisk(request.max_size)
    for index, plan in enumerate(plans):
        at = revision(git, plan.main.parent, name)
        fragments = FRAGMENTS if plan.main.name == MAIN else ""
        then = partial(plan_at, at, fragments=fragments, max_size=request.max_size)
        verdict = newly_found(plan, request, then)
        yield index, verdict if len(plans) == 1 else verdict._replace(texts=on_disk)


def left_out(verdicts: list[Verdict], earlier: Earlier) -> list[Verdict]:
    """Return verdicts without what a baseline holds, be it read or written."""
    if earlier.baseline is not None:
        return without_baseline(verdicts, earlier.baseline)
    if earlier.write_baseline is not None:
        return with_new_baseline(verdicts, earlier.write_baseline)
    return verdicts


def without_baseline(verdicts: Sequence[Verdict], file: Path) -> list[Verdict]:
    """Return verdicts without what a baseline holds, and say which of its entries are gone.

    Raises ConfigurationError for a file that is no baseline, UnreadableFileError for one that cannot be read.
    """
    named = _seen_from(file.parent)
    known = baseline.read(_read(file), file.as_posix())
    gone = baseline.stale(known, verdicts, named)
    if gone:
        _tell(gone, file)
    return _without(verdicts, known, named)


def filter_of(file: Path | None) -> Callable[[Verdict], Verdict]:
    """Return what leaves out of a verdict what a baseline holds; without a baseline, nothing."""
    if file is None:
        return lambda verdict: verdict
    named = _seen_from(file.parent)
    prints = {entry.fingerprint for entry in baseline.read(_read(file), file.as_posix())}
    return lambda verdict: baseline.without(verdict, prints, named)


def with_new_baseline(verdicts: Sequence[Verdict], file: Path) -> list[Verdict]:
    """Write a baseline of all findings, and return the verdicts without them.

    What an earlier one holds of files that were not looked at, and still exist, stays in it. Nothing is
    written, and all is shown, when a plan could not be judged. Raises ConfigurationError when the file exists
    and is no baseline.
    """
    before = _read(file) if file.exists() else ""
    if before and not baseline.is_baseline(before):
        raise ConfigurationError(f"'{file}' exists and is not a baseline; name another file")
    unjudged = [verdict.file for verdict in verdicts if not verdict.ran]
    if unjudged:
        say(f"{file.as_posix()} was not written, because {listed(unjudged)} could not be judged")
        return [*verdicts]
    named = _seen_from(file.parent)
    known = {entry for verdict in verdicts for entry in baseline.entries(verdict, named)}
    looked_at = baseline.files_of(verdicts, named)
    others = {
        entry
        for entry in _readable(before)
        if entry.file not in looked_at and (file.parent / entry.file).is_file()
    }
    try:
        write_whole(file, baseline.written(known | others))
    except OSError as error:
        message = f"cannot write '{file}': {error.strerror or error}"
        raise UnreadableFileError(message, hint=no_folder(file)) from error
    stay = f"; {len(others)} of other files stay in it" if others else ""
    say(f"{counted(len(known), 'finding')} written to {file.as_posix()}{stay}")
    return _without(verdicts, known, named)


def _readable(text: str) -> list[Entry]:
    """Return the entries of a baseline; none of one that a merge or an editor has left broken."""
    try:
        return baseline.read(text, "")
    except ConfigurationError:
        return []


def _without(verdicts: Sequence[Verdict], known: Iterable[Entry], named: Named) -> list[Verdict]:
    prints = {entry.fingerprint for entry in known}
    return [baseline.without(verdict, prints, named) for verdict in verdicts]


def _seen_from(folder: Path) -> Named:
    def named(file: str) -> str:
        try:
            return Path(os.path.relpath(file, folder)).as_posix()
        except ValueError:  # another drive
            return Path(file).absolute().as_posix()

    return named


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"cannot read '{file}': {error.strerror or error}"
        hint = f"write it with 'coalition lint --write-baseline {as_argument(file.as_posix())}'"
        raise UnreadableFileError(message, hint="" if file.exists() else hint) from error
    except UnicodeDecodeError:
        raise ConfigurationError(f"'{file}' is not a baseline: it is not saved as UTF-8") from None


def _tell(gone: Sequence[Entry], file: Path) -> None:
    verb = "is" if len(gone) == 1 else "are"
    say(
        f"{counted(len(gone), 'entry', 'entries')} of {file.as_posix()} {verb} no longer found; "
        "write it anew with --write-baseline:"
    )
    for entry in gone[:_MOST_NAMED]:
        say(f"  {entry.file}: {entry.code} {entry.name} {entry.address}".rstrip())
    if len(gone) > _MOST_NAMED:
        say(f"  and {len(gone) - _MOST_NAMED} more")
