"""One plan from its files to its verdict."""

from coalitionkit.linting.memory import Memory
from coalitionkit.linting.request import Request
from coalitionkit.loading import load
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.engine import judge
from coalitionkit.settings import settings_for
from coalitionkit.verdicts import Verdict
from coalitionkit.workspace import PlanPaths, read_plan


def judged(plan: PlanPaths, request: Request, memory: Memory | None = None) -> Verdict:
    """Return the verdict on a plan, and keep it in memory where that is allowed.

    Raises UnreadableFileError when the operating system refuses a file.
    """
    files = read_plan(plan, max_size=request.max_size)
    loaded = load(files)
    settings = settings_for(loaded.committed, profile=request.profile, advice=request.advice)
    verdict = judge(loaded, RULES, settings=settings, as_of=request.as_of)
    if memory is not None and memory.is_for(plan):
        memory.keep(files, request, verdict)
    return verdict
