"""Plans judged: what is known from before is not judged again, and many plans are shared out.

What judges is imported only where there is something to judge: most runs find most plans unchanged.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coalitionkit.linting.memory import Memory
from coalitionkit.linting.request import Request
from coalitionkit.verdicts import Verdict
from coalitionkit.workspace import OnDisk, PlanPaths, read_plan

__all__ = ["Memory", "Request", "Run", "lint_plans"]

_WORTH_WORKERS = 40
"""From how many plans on other processes save more than they cost to start."""


class Run(NamedTuple):
    """How plans are judged: what is asked, what is known from before, and how many processes may help."""

    request: Request
    memory: Memory | None = None
    processes: int = 1


def lint_plans(plans: Sequence[PlanPaths], run: Run) -> Iterator[tuple[int, Verdict]]:
    """Yield the verdict on each plan with its place in the list, in the order in which they are known.

    The texts of several plans are read again when they are shown. Raises UnreadableFileError when the
    operating system refuses a file.
    """
    on_disk = OnDisk(run.request.max_size)
    for index, verdict in _all(plans, run):
        kept = verdict.texts if len(plans) == 1 else {}
        yield index, verdict._replace(texts=kept or on_disk)


def _all(plans: Sequence[PlanPaths], run: Run) -> Iterator[tuple[int, Verdict]]:
    waiting: list[int] = []
    for index, plan in enumerate(plans):
        verdict = _recalled(plan, run) if run.memory else None
        if verdict is None:
            waiting.append(index)
        else:
            yield index, verdict
    if not waiting:
        return
    if run.processes > 1 and len(waiting) >= _WORTH_WORKERS:
        from coalitionkit.linting.workers import shared_out

        yield from shared_out(
            [(index, plans[index]) for index in waiting],
            run.request,
            run.memory,
            processes=run.processes,
        )
        return
    from coalitionkit.linting.judging import judged

    for index in waiting:
        yield index, judged(plans[index], run.request, run.memory)


def _recalled(plan: PlanPaths, run: Run) -> Verdict | None:
    if run.memory is None or not run.memory.is_for(plan):
        return None
    return run.memory.recall(read_plan(plan, max_size=run.request.max_size), run.request)
