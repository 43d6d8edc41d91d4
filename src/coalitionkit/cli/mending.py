"""`coalition lint --fix` and what goes with it: plans mended, or what that would change.

It brings all that judges and writes, and is imported only where plans are to be changed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from coalitionkit import workspace
from coalitionkit.cli import console, known
from coalitionkit.cli.overlays import warn_of_open
from coalitionkit.cli.repairs import Repairs
from coalitionkit.cli.show.changes import diff_lines
from coalitionkit.findings import Severity
from coalitionkit.linting import Request
from coalitionkit.linting.fixing import Mended, Wanted, mended
from coalitionkit.prose import counted
from coalitionkit.source.files import overlay_name
from coalitionkit.verdicts import Verdict
from coalitionkit.workspace import PlanPaths

_MOST_NAMED = 10


class Scope(NamedTuple):
    """Whose findings are mended: those that no `baseline` holds, from the severity `least` on for comments.

    `conceals` says that private values may move to the overlay.
    """

    baseline: Path | None
    least: Severity
    conceals: bool


def mend(
    plans: Sequence[PlanPaths], request: Request, repairs: Repairs, scope: Scope
) -> Iterator[tuple[int, Verdict]]:
    """Change plans as asked, each by itself, say what was done, and yield the verdicts on what remains.

    Raises ChangedMeanwhileError when a file is no longer what was read.
    """
    on_disk = workspace.OnDisk(request.max_size)
    told = _Told(repairs, known.filter_of(scope.baseline))
    for index, made in enumerate(_mended(plans, request, repairs, scope)):
        workspace.write_revision(made.files)
        warn_of_open(made.files)
        told.add(made)
        yield index, made.verdict if len(plans) == 1 else made.verdict._replace(texts=on_disk)
    told.say()


def preview(plans: Sequence[PlanPaths], request: Request, repairs: Repairs, scope: Scope) -> bool:
    """Show what would change, and return whether anything would. Nothing is written."""
    told = _Told(repairs, known.filter_of(scope.baseline))
    changes = False
    for plan, made in zip(plans, _mended(plans, request, repairs, scope), strict=True):
        private = {made.verdict.overlay_file, overlay_name(plan.main.as_posix())}
        for file in made.files:
            changes = True
            console.show(diff_lines(file, private=file.file in private))
        told.add(made)
    told.say()
    return changes


def _mended(plans: Iterable[PlanPaths], request: Request, repairs: Repairs, scope: Scope) -> Iterator[Mended]:
    wanted = Wanted(
        fixes=repairs.mends,
        unsafe=repairs.unsafe_fixes,
        reason=" ".join((repairs.add_ignores or "").split()),
        least=scope.least,
        conceals=scope.conceals,
        shown=known.filter_of(scope.baseline),
    )
    for plan in plans:
        yield mended(workspace.read_plan(plan, max_size=request.max_size), request, wanted)


class _Told:
    """What is said at the end of what was done to all plans."""

    def __init__(self, repairs: Repairs, shown: Callable[[Verdict], Verdict]) -> None:
        self._repairs = repairs
        self._shown = shown
        self._fixed = self._ignored = self._waiting = 0
        self._dropped: list[str] = []

    def add(self, made: Mended) -> None:
        """Count what was done to one plan."""
        self._fixed += len(made.fixed)
        self._ignored += len(made.ignored)
        for finding, why in made.dropped:
            place = f"{finding.place.file}:{finding.place.span.start.line}"
            self._dropped.append(f"{place}: {finding.check.code} {finding.check.name}: {why}")
        if not self._repairs.unsafe_fixes:
            self._waiting += sum(
                finding.fix is not None and not finding.fix.is_safe
                for finding in self._shown(made.verdict).findings
            )

    def say(self) -> None:
        """Say it on standard error, beside the findings that remain."""
        would = "would have " if self._repairs.diff else ""
        if self._repairs.mends:
            more = f" ({self._waiting} more with --unsafe-fixes)" if self._waiting else ""
            console.say(f"{would}fixed {counted(self._fixed, 'finding')}{more}")
        if self._repairs.add_ignores is not None:
            console.say(f"{would}left out {counted(self._ignored, 'finding')} by comments")
        if self._dropped:
            as_they_are = "as it is" if len(self._dropped) == 1 else "as they are"
            console.say(f"{counted(len(self._dropped), 'finding')} left {as_they_are}:")
        for line in self._dropped[:_MOST_NAMED]:
            console.say(f"  {line}")
        if len(self._dropped) > _MOST_NAMED:
            console.say(f"  and {len(self._dropped) - _MOST_NAMED} more")
