"""One plan from its files to its verdict."""

from collections.abc import Callable
from functools import partial

from coalitionkit.configuration import settings_of
from coalitionkit.linting.memory import Memory
from coalitionkit.linting.request import Request
from coalitionkit.loading import Loaded, load
from coalitionkit.loading.checks import UNUSABLE_EXTEND
from coalitionkit.rules.baseline import without
from coalitionkit.rules.engine import judge
from coalitionkit.rules.rulebook import rules_for
from coalitionkit.settings import Settings
from coalitionkit.source.files import PlanFiles
from coalitionkit.verdicts import Verdict, fingerprints
from coalitionkit.workspace import PlanPaths, read_plan, read_shared


def judged(plan: PlanPaths, request: Request, memory: Memory | None = None) -> Verdict:
    """Return the verdict on a plan, and keep it in memory where that is allowed.

    Raises UnreadableFileError when the operating system refuses a file.
    """
    files = read_plan(plan, max_size=request.max_size)
    loaded = load(files)
    settings = asked_of(loaded, request)
    verdict = _verdict(loaded, request, settings)
    if memory is not None and memory.is_for(plan) and _lasts(settings):
        memory.keep(files, request, verdict, shared=settings.files)
    return verdict


def verdict_on(loaded: Loaded, request: Request) -> Verdict:
    """Return the verdict on a plan that was read, whatever is known from before."""
    return _verdict(loaded, request, asked_of(loaded, request))


def asked_of(loaded: Loaded, request: Request) -> Settings:
    """Return how a plan is judged, by its own settings, the files that it extends and what is asked."""
    return settings_of(
        loaded,
        partial(read_shared, max_size=request.max_size),
        profile=request.profile,
        config=request.config,
        isolated=request.isolated,
        advice=request.advice,
    )


def _lasts(settings: Settings) -> bool:
    """Whether a verdict holds as long as the files do: packs may be installed, missing files may come."""
    if any(finding.check is UNUSABLE_EXTEND for finding in settings.shared.findings):
        return False
    if not settings.packs:
        return True
    from coalitionkit.rules.packs import BUILT_IN

    return set(settings.packs) <= set(BUILT_IN)


def newly_found(plan: PlanPaths, request: Request, then: Callable[[PlanFiles], PlanFiles | None]) -> Verdict:
    """Return the verdict on a plan, without what is found in its files as they were.

    `then` turns the files into those, or into None where there was no such plan: then everything is new.
    Both are judged by what the plan asks for now, so that only changes of the plan make something new.
    """
    files = read_plan(plan, max_size=request.max_size)
    loaded = load(files)
    settings = asked_of(loaded, request)
    verdict = _verdict(loaded, request, settings)
    earlier = then(files)
    if earlier is None:
        return verdict
    known = verdict if earlier == files else _verdict(load(earlier), request, settings)
    return without(verdict, set(fingerprints(known.findings)))


def _verdict(loaded: Loaded, request: Request, settings: Settings) -> Verdict:
    return judge(loaded, rules_for(settings), settings=settings, as_of=request.as_of, ignores=request.ignores)
