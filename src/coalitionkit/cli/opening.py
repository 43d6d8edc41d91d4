"""The one plan that a command works on: found, read and free of errors, or a clear word why not."""

import sys
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from coalitionkit.cli.console import plain
from coalitionkit.cli.show.concise import concise
from coalitionkit.errors import ConfigurationError
from coalitionkit.findings import Severity
from coalitionkit.loading import load
from coalitionkit.model.coalition import Coalition
from coalitionkit.prose import counted, listed
from coalitionkit.workspace import find_plans, read_plan, with_overlay

PlanPath = Annotated[
    Path, typer.Option("--plan", metavar="PATH", help="The plan, or the folder that holds it.")
]


class Opened(NamedTuple):
    """A plan that loads, with its private values, and the folder it lies in."""

    coalition: Coalition
    folder: Path


def opened(path: Path, overlay: Path | None = None, *, no_overlay: bool = False) -> Opened:
    """Return the one plan at a path.

    A plan with errors ends the command with exit code 1, after its findings. Raises ConfigurationError when
    there are several plans.
    """
    plans = find_plans([path])
    if len(plans) > 1:
        names = listed(plan.main.as_posix() for plan in plans)
        raise ConfigurationError(f"there are {len(plans)} plans here: {names}", hint="choose one with --plan")
    if no_overlay or overlay is not None:
        plans = with_overlay(plans, None if no_overlay else overlay)
    loaded = load(read_plan(plans[0]))
    errors = [finding for finding in loaded.findings if finding.severity is Severity.ERROR]
    if loaded.coalition is None or errors:
        for line in concise(errors):
            sys.stderr.write(plain(line))
        sys.stderr.write(f"{counted(len(errors), 'error')} to mend first; 'coalition lint' says how\n")
        raise typer.Exit(1)
    return Opened(loaded.coalition, plans[0].main.parent)
