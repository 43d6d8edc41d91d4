"""The one plan that a command works on: found, read and free of errors, or a clear word why not."""

import sys
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from coalitionkit.cli.console import plain, say
from coalitionkit.cli.show.concise import concise
from coalitionkit.errors import ConfigurationError
from coalitionkit.findings import Severity
from coalitionkit.loading import Loaded, load
from coalitionkit.loading.records import Records
from coalitionkit.model.coalition import Coalition
from coalitionkit.prose import counted, first_few
from coalitionkit.source.files import PlanFiles
from coalitionkit.workspace import PlanPaths, find_plans, read_plan, with_overlay

PlanPath = Annotated[
    Path, typer.Option("--plan", metavar="PATH", help="The plan, or the folder that holds it.")
]


class Opened(NamedTuple):
    """A plan that loads, with its private values, and the folder it lies in."""

    coalition: Coalition
    folder: Path


class WorkingCopy(NamedTuple):
    """A plan to be looked at or changed, and the bytes that it was read from; it may have errors."""

    paths: PlanPaths
    files: PlanFiles
    loaded: Loaded
    records: Records


def opened(path: Path, overlay: Path | None = None, *, no_overlay: bool = False) -> Opened:
    """Return the one plan at a path.

    A plan with errors ends the command with exit code 1, after its findings. Raises ConfigurationError when
    there are several plans.
    """
    plan = _only_one(path, overlay, no_overlay=no_overlay)
    loaded = load(read_plan(plan))
    errors = [finding for finding in loaded.findings if finding.severity is Severity.ERROR]
    if loaded.coalition is None or errors:
        for line in concise(errors):
            sys.stderr.write(plain(line))
        sys.stderr.write(f"{counted(len(errors), 'error')} to mend first; 'coalition lint' says how\n")
        raise typer.Exit(1)
    return Opened(loaded.coalition, plan.main.parent)


def at_hand(path: Path, overlay: Path | None = None, *, no_overlay: bool = False) -> WorkingCopy:
    """Return the one plan at a path, with errors if it has them.

    Raises ConfigurationError when there are several plans, or its text cannot be read at all.
    """
    paths = _only_one(path, overlay, no_overlay=no_overlay)
    files = read_plan(paths)
    loaded = load(files)
    return WorkingCopy(paths, files, loaded, Records(loaded))


def errors_in(loaded: Loaded) -> int:
    """Return how many errors a plan has."""
    return sum(finding.severity is Severity.ERROR for finding in loaded.findings)


def note_errors(loaded: Loaded) -> None:
    """Say on standard error how many errors a plan has that is shown or written all the same."""
    count = errors_in(loaded)
    if count:
        say(f"note: the plan has {counted(count, 'error')}; 'coalition lint' says what to mend")


def _only_one(path: Path, overlay: Path | None, *, no_overlay: bool) -> PlanPaths:
    plans = find_plans([path])
    if len(plans) > 1:
        names = first_few([plan.main.as_posix() for plan in plans], 3)
        raise ConfigurationError(f"there are {len(plans)} plans here: {names}", hint="choose one with --plan")
    if no_overlay or overlay is not None:
        plans = with_overlay(plans, None if no_overlay else overlay)
    return plans[0]
