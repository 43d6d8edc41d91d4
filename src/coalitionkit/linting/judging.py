"""One plan from its files to its verdict."""

from collections.abc import Callable

from coalitionkit.linting.memory import Memory
from coalitionkit.linting.request import Request
from coalitionkit.loading import Loaded, load
from coalitionkit.rules.baseline import without
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.engine import judge
from coalitionkit.settings import Settings, settings_for
from coalitionkit.source.files import PlanFiles
from coalitionkit.verdicts import Verdict, fingerprints
from coalitionkit.workspace import PlanPaths, read_plan


def judged(plan: PlanPaths, request: Request, memory: Memory | None = None) -> Verdict:
    """Return the verdict on a plan, and keep it in memory where that is allowed.

    Raises UnreadableFileError when the operating system refuses a file.
    """
    files = read_plan(plan, max_size=request.max_size)
    loaded = load(files)
    verdict = _verdict(loaded, request, _settings(loaded, request))
    if memory is not None and memory.is_for(plan):
        memory.keep(files, request, verdict)
    return verdict


def newly_found(plan: PlanPaths, request: Request, then: Callable[[PlanFiles], PlanFiles | None]) -> Verdict:
    """Return the verdict on a plan, without what is found in its files as they were.

    `then` turns the files into those, or into None where there was no such plan: then everything is new.
    Both are judged by what the plan asks for now, so that only changes of the plan make something new.
    """
    files = read_plan(plan, max_size=request.max_size)
    loaded = load(files)
    settings = _settings(loaded, request)
    verdict = _verdict(loaded, request, settings)
    earlier = then(files)
    if earlier is None:
        return verdict
    known = _verdict(load(earlier), request, settings)
    return without(verdict, set(fingerprints(known.findings)))


def _settings(loaded: Loaded, request: Request) -> Settings:
    return settings_for(loaded.committed, profile=request.profile, advice=request.advice)


def _verdict(loaded: Loaded, request: Request, settings: Settings) -> Verdict:
    return judge(loaded, RULES, settings=settings, as_of=request.as_of, ignores=request.ignores)
