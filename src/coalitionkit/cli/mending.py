"""`coalition lint --fix` and what goes with it: plans mended, or what that would change."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, NamedTuple

import typer

from coalitionkit.cli import console
from coalitionkit.cli.outputs import Output
from coalitionkit.cli.show.changes import diff_lines
from coalitionkit.edits import Safety
from coalitionkit.errors import ConfigurationError
from coalitionkit.exchange.report import at
from coalitionkit.findings import Severity
from coalitionkit.linting.fixing import Mended, Wanted, mended
from coalitionkit.linting.request import Request
from coalitionkit.prose import counted
from coalitionkit.verdicts import Verdict
from coalitionkit.workspace import OnDisk, PlanPaths, read_plan, write_revision
