"""What safe fixes would write, for programs that offer them beside a finding: told by place, nothing written.

A finding is offered what `--fix` would make of it, and nothing that `--fix` would take back.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coalitionkit.editing import revised_files
from coalitionkit.edits import Conceal, Fix, Order
from coalitionkit.errors import CoalitionError
from coalitionkit.findings import Finding
from coalitionkit.linting.fixing import Wanted, mended
from coalitionkit.linting.judging import verdict_on
from coalitionkit.linting.request import Request
from coalitionkit.loading import load
from coalitionkit.loading.assembly import reading_of
from coalitionkit.places import Place
from coalitionkit.source.files import PlanFiles, RevisedFile
from coalitionkit.source.reader import Reading
from coalitionkit.source.text import Text
from coalitionkit.verdicts import Replacement, Verdict

MOST = 100
"""For how many findings of a plan this is worked out: for each, a file is written and read again."""


def offers(
    files: PlanFiles, request: Request, findings: Sequence[Finding]
) -> Mapping[Finding, tuple[Replacement, ...]]:
    """Return what would mend findings of a plan, by the finding without its fix.

    Nothing private is told, be it of the overlay or of a committed file, and nothing that moves whole items.
    """
    if not any(finding.fix is not None and finding.fix.is_safe for finding in findings):
        return {}
    wanted = {_alone(finding) for finding in findings}
    fixed = {_mark(finding) for finding in mended(files, request, Wanted(conceals=False)).fixed}
    every = (files.main, *files.fragments, *([files.overlay] if files.overlay else []))
    readings = {raw.file: reading_of(raw) for raw in every}
    loaded = load(files, readings)
    plan = _Plan(files, readings, verdict_on(loaded, request))
    found: dict[Finding, tuple[Replacement, ...]] = {}
    for finding in plan.verdict.findings:
        alone = _alone(finding)
        if len(found) == MOST:
            break
        if finding.fix is not None and alone in wanted and _mark(finding) in fixed:
            told = _told(plan, finding, finding.fix)
            if told:
                found[alone] = told
    return found


class _Plan(NamedTuple):
    files: PlanFiles
    readings: Mapping[str, Reading]
    verdict: Verdict


def _alone(finding: Finding) -> Finding:
    return finding._replace(fix=None)


def _mark(finding: Finding) -> tuple[str, str, str]:
    """Return what tells a finding from others, also when lines have moved."""
    return finding.check.code, str(finding.address), finding.message


def _told(plan: _Plan, finding: Finding, fix: Fix) -> tuple[Replacement, ...]:
    """Return what a fix writes; nothing where some of it is not to be told, for half of it mends nothing."""
    if not fix.is_safe or any(isinstance(edit, Conceal | Order) for edit in fix.edits):
        return ()
    try:
        changed = revised_files(plan.files, fix.edits, plan.readings)
    except CoalitionError:
        return ()
    told = [_replacement(plan, file, finding.place) for file in changed]
    return tuple(one for one in told if one is not None) if None not in told else ()


def _replacement(plan: _Plan, file: RevisedFile, around: Place) -> Replacement | None:
    """Return what is other in a file, widened to what was found; None when it is not to be told."""
    if file.before is None or file.after is None or file.file == plan.verdict.overlay_file:
        return None
    before, after = Text.decoded(file.file, file.before), Text.decoded(file.file, file.after)
    start, end = _difference(before.content, after.content)
    if around.file == file.file:
        first, last = (_offset(before, position) for position in around.span)
        if first <= start and end <= last:
            start, end = first, last
    place = before.place(start, end)
    if any(_meet(place, hidden) for hidden in plan.verdict.hidden):
        return None
    return Replacement(place, after.content[start : len(after.content) - (len(before.content) - end)])


def _difference(before: str, after: str) -> tuple[int, int]:
    """Return from where to where a text is not what it was, without taking a line end apart."""
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    start -= before[start - 1 : start] == "\r"
    most = shorter - start
    tail = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
    end = len(before) - tail
    return start, end + (before[end - 1 : end + 1] == "\r\n")


def _offset(text: Text, position: Sequence[int]) -> int:
    line, column = position
    return text.line_offset(line) + column - 1


def _meet(one: Place, other: Place) -> bool:
    """Whether two places share a character, or touch."""
    return one.file == other.file and one.span.start <= other.span.end and other.span.start <= one.span.end
