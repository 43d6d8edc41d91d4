"""Plans mended by their own findings: fixes made together, round by round, and none that does harm.

After each step the plan is judged again. A fix stays only if what it mends is gone and nothing new came;
where fixes fail together they are tried in halves, so that one bad fix never holds the others back.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from coalitionkit.editing import RevisedFile, Revision, revised
from coalitionkit.edits import Add, Conceal, Edit, Fix, Order, Put, Reword, Safety
from coalitionkit.errors import CoalitionError
from coalitionkit.findings import FIXED_FAMILY, Finding, Severity
from coalitionkit.linting.ignoring import remarks
from coalitionkit.linting.judging import verdict_on
from coalitionkit.linting.moves import moved, ordered
from coalitionkit.linting.request import Request
from coalitionkit.loading import Loaded, load
from coalitionkit.loading.checks import PLACEHOLDER
from coalitionkit.places import Address, Place, Step
from coalitionkit.source.comments import comments
from coalitionkit.source.files import PlanFiles, RawFile
from coalitionkit.verdicts import Verdict

_MOST_ROUNDS = 10
"""How often a plan is gone through: what one fix reveals, another may mend."""


class Wanted(NamedTuple):
    """What is to be done to plans.

    `fixes` asks for safe fixes, `unsafe` for the others too. With a `reason`, what is left at or above the
    severity `least` is left out by comments that give it. `conceals` says that private values may move to the
    overlay. `shown` turns a verdict into the one that the person sees: only that is mended.
    """

    fixes: bool = True
    unsafe: bool = False
    reason: str = ""
    least: Severity = Severity.ERROR
    conceals: bool = True
    shown: Callable[[Verdict], Verdict] = lambda verdict: verdict


class Dropped(NamedTuple):
    """What could not be mended by its fix, or left out, and why."""

    finding: Finding
    why: str


class Mended(NamedTuple):
    """What became of a plan: the files that differ from before, its verdict, and what was done or not."""

    files: tuple[RevisedFile, ...]
    verdict: Verdict
    fixed: tuple[Finding, ...] = ()
    ignored: tuple[Finding, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def mended(files: PlanFiles, request: Request, wanted: Wanted) -> Mended:
    """Return a plan with its findings mended as far as that is wanted and does no harm. Writes nothing."""
    bench = _Bench(files, request, wanted)
    if wanted.fixes:
        bench.fix()
    fixed = tuple(bench.done)
    bench.done.clear()
    if wanted.reason:
        bench.ignore()
    left = {key for finding in bench.verdict.findings for key in _Job((finding,), ()).key}
    dropped = tuple(one for key, one in bench.dropped.items() if not left.isdisjoint(key))
    return Mended(_changed(files, bench.files), bench.verdict, fixed, tuple(bench.done), dropped)


class _Job(NamedTuple):
    """Findings that go when edits are made, and how far these are to be trusted."""

    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE

    @property
    def key(self) -> tuple[str, ...]:
        """What tells the job from others, also when lines have moved."""
        return tuple(f"{f.check.code} {f.address} {f.message}" for f in self.findings)


class _Bench:
    """A plan on its way: its files, the verdict on them, what was done and what could not be."""

    def __init__(self, files: PlanFiles, request: Request, wanted: Wanted) -> None:
        self.files = files
        self.loaded = load(files)
        self.verdict = verdict_on(self.loaded, request)
        self.done: list[Finding] = []
        self.dropped: dict[tuple[str, ...], Dropped] = {}
        self._request = request
        self._wanted = wanted

    def fix(self) -> None:
        """Make fixes until there is nothing left to fix, safe ones before guesses: more is asked of them."""
        for _ in range(_MOST_ROUNDS):
            before = len(self.done)
            for safety in (Safety.SAFE, *((Safety.UNSAFE,) if self._wanted.unsafe else ())):
                offered = partial(self._fixes, safety)
                self._make([job.key for job in _apart(offered())], offered)
            if len(self.done) == before:
                return

    def ignore(self) -> None:
        """Write comments that leave out what still counts."""
        self._make([job.key for job in self._ignores()], self._ignores)
        told = {part for key in self.dropped for part in key}
        for finding in self._counting():
            key = _Job((finding,), ()).key
            if told.isdisjoint(key):
                self.dropped[key] = Dropped(finding, "no comment can leave this out")

    def _fixes(self, safety: Safety) -> list[_Job]:
        shown = self._wanted.shown(self.verdict).findings
        jobs = (
            _Job((finding,), finding.fix.edits, safety)
            for finding in shown
            if finding.fix is not None and finding.fix.safety is safety and self._is_possible(finding.fix)
        )
        return [job for job in jobs if job.key not in self.dropped]

    def _is_possible(self, fix: Fix) -> bool:
        return self._wanted.conceals or not any(isinstance(edit, Conceal) for edit in fix.edits)

    def _ignores(self) -> list[_Job]:
        grouped = remarks(self.loaded, self._counting(), self._wanted.reason)
        jobs = (_Job(findings, (remark,)) for remark, findings in grouped)
        return [job for job in jobs if job.key not in self.dropped]

    def _counting(self) -> list[Finding]:
        shown = self._wanted.shown(self.verdict).findings
        return [finding for finding in shown if finding.severity >= self._wanted.least]

    def _make(self, keys: Sequence[tuple[str, ...]], offered: Callable[[], list[_Job]]) -> None:
        """Do jobs together; where that goes wrong, one half and then the other."""
        # Places have moved since the keys were taken, so the jobs are looked up anew.
        wanted = Counter(keys)
        jobs: list[_Job] = []
        for job in offered():
            if wanted[job.key]:
                wanted[job.key] -= 1
                jobs.append(job)
        if not jobs:
            return
        why = self._tried(jobs)
        if not why:
            return
        if len(jobs) == 1:
            self.dropped[jobs[0].key] = Dropped(jobs[0].findings[0], why)
            return
        half = len(keys) // 2
        self._make(keys[:half], offered)
        self._make(keys[half:], offered)

    def _tried(self, jobs: Sequence[_Job]) -> str:
        """Make edits; where that does harm, say which and leave the plan as it was."""
        tracer = self.loaded.tracer
        edits = ordered((edit for job in jobs for edit in job.edits), tracer)
        findings = [finding for job in jobs for finding in job.findings]
        try:
            revision = revised(self.files, edits, allow_errors=True, loaded=self.loaded)
        except CoalitionError as error:
            return error.message
        verdict = verdict_on(revision.loaded, self._request)
        where = partial(moved, edits=edits, tracer=tracer)
        is_guess = any(job.safety is Safety.UNSAFE for job in jobs)
        why = _harm(_Step(self.verdict, verdict, findings, edits, where, is_guess))
        if not why and not self._wanted.unsafe and _loses_comments(self.loaded, revision, edits):
            why = "a comment would be lost; --unsafe-fixes does it all the same"
        if not why:
            self.files, self.loaded, self.verdict = revision.plan, revision.loaded, verdict
            self.done += findings
        return why


def _apart(jobs: Iterable[_Job]) -> Iterator[_Job]:
    """Give the jobs that touch nothing that an earlier one touches."""
    taken: set[tuple[Step, ...]] = set()
    above: set[tuple[Step, ...]] = set()
    places: set[Place] = set()
    for job in jobs:
        # Items that are added to one list are not in each other's way.
        steps = [edit.at.steps for edit in job.edits if not isinstance(edit, Reword | Add)]
        reworded = [edit.place for edit in job.edits if isinstance(edit, Reword)]
        if not places.isdisjoint(reworded):
            continue
        if any(one in above or not taken.isdisjoint(_upwards(one)) for one in steps):
            continue
        places.update(reworded)
        taken.update(steps)
        for one in steps:
            above.update(_upwards(one))
        yield job


def _upwards(steps: tuple[Step, ...]) -> list[tuple[Step, ...]]:
    """Return the steps to an address and to everything above it."""
    return [steps[:length] for length in range(len(steps) + 1)]


class _Step(NamedTuple):
    """What edits that were to mend findings made of a verdict, and `where` what had an address is now.

    `is_guess` says that what is written may change what the plan says.
    """

    before: Verdict
    after: Verdict
    findings: Sequence[Finding]
    edits: Sequence[Edit]
    where: Callable[[Address], Address]
    is_guess: bool


def _harm(step: _Step) -> str:
    """Say what a step leaves undone or brings with it; "" when it does only what it should."""
    known = Counter((finding.check.code, step.where(finding.address)) for finding in step.before.findings)
    gone = Counter((finding.check.code, step.where(finding.address)) for finding in step.findings)
    left = Counter((finding.check.code, finding.address) for finding in step.after.findings)
    if any(left[spot] > known[spot] - times for spot, times in gone.items()):
        return "what was found would still be there"
    new = left - known
    if any(isinstance(edit, Order) for edit in step.edits):
        # What is told of several items is told at the first of them, which is another one now.
        more = _by_code(step.after) - _by_code(step.before)
        new = Counter({spot: times for spot, times in new.items() if more[spot[0]]})
    return next((_told(finding) for finding in _new(step, new)), "")


def _new(step: _Step, new: Counter[tuple[str, Address]]) -> Iterator[Finding]:
    """Give what a step brought and should not have.

    What means the same brings nothing at all. A guess may let rules look further, so that it brings warnings,
    but no error; and a placeholder that it writes is found as one.
    """
    least = Severity.ERROR if step.is_guess else Severity.INFO
    written = {edit.at for edit in step.edits if isinstance(edit, Put)}
    for finding in step.after.findings:
        looked_at = finding.check.family == FIXED_FAMILY or finding.check.code in step.before.ran
        is_asked_for = finding.check is PLACEHOLDER and _is_within(finding.address, written)
        is_new = looked_at and new[finding.check.code, finding.address] and not is_asked_for
        if is_new and finding.severity >= least:
            yield finding


def _told(finding: Finding) -> str:
    return f"it would bring {finding.check.code} {finding.check.name}: {finding.message}"


def _by_code(verdict: Verdict) -> Counter[str]:
    return Counter(finding.check.code for finding in verdict.findings)


def _is_within(address: Address, others: set[Address]) -> bool:
    return any(Address(steps) in others for steps in _upwards(address.steps))


def _loses_comments(before: Loaded, revision: Revision, edits: Iterable[Edit]) -> bool:
    """Whether a comment is gone that no edit speaks of."""
    there = _comments(before)
    now = _comments(revision.loaded)
    return (there - now).total() > sum(isinstance(edit, Reword) for edit in edits)


def _comments(loaded: Loaded) -> Counter[str]:
    return Counter(
        comment.content.rstrip()
        for file, root in loaded.trees.items()
        for comment in comments(loaded.texts[file], root)
    )


def _changed(before: PlanFiles, after: PlanFiles) -> tuple[RevisedFile, ...]:
    """Return the files that are not what they were."""
    old, new = _bytes(before), _bytes(after)
    names = dict.fromkeys([*old, *new])
    return tuple(
        RevisedFile(name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)
    )


def _bytes(files: PlanFiles) -> dict[str, bytes | None]:
    every: tuple[RawFile | None, ...] = (files.main, *files.fragments, files.overlay)
    return {file.file: file.data for file in every if file is not None}
