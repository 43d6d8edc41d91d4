"""Text and model are joined here, once: files in, a coalition and findings out.

    text -> tree (source) -> one tree of all files (assembly, overlay) -> plain data (survey)
         -> model (validation) -> what holds between records (cross_check)

This package is pure: `workspace` reads the files and hands them in.
"""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from coalitionkit.findings import Finding, Severity
from coalitionkit.loading import checks
from coalitionkit.loading.assembly import Assembled, assemble
from coalitionkit.loading.cross_check import cross_check
from coalitionkit.loading.formats import foreign_format
from coalitionkit.loading.survey import Survey, survey
from coalitionkit.loading.tracing import Tracer
from coalitionkit.loading.validation import validate
from coalitionkit.model.coalition import Coalition
from coalitionkit.places import PLAN, Address, Place, Position, Span, Step
from coalitionkit.source.files import PlanFiles
from coalitionkit.source.reader import Reading
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode

_QUOTING = frozenset(
    {
        checks.SPELLING,
        checks.UNKNOWN_WORD,
        checks.MALFORMED_ID,
        checks.MALFORMED_DATE,
        checks.MALFORMED_NUMBER,
        checks.MALFORMED_TEXT,
        checks.CONTRADICTION,
        checks.UNQUOTED_CODE,
        checks.REPEATED_ITEM,
    }
)
"""Checks whose messages repeat the value."""


class Loaded(NamedTuple):
    """A plan as it could be read.

    `committed` is the plan without its overlay, which is what rules judge: a plan lints the same on every
    machine. `coalition` has the private values too. Both are None when the files do not fit the format;
    `findings` then say why. `exposed` are the private values that stand in committed files. `texts` and
    `trees` are the files by name, each by itself. Of `overlay_file` no line is ever to be shown.
    """

    file: str
    committed: Coalition | None = None
    coalition: Coalition | None = None
    findings: tuple[Finding, ...] = ()
    exposed: tuple[Address, ...] = ()
    texts: Mapping[str, Text] = MappingProxyType({})
    trees: Mapping[str, MappingNode] = MappingProxyType({})
    tracer: Tracer | None = None
    overlay_file: str = ""

    def place(self, address: Address) -> Place:
        """Return where the value at an address stands, or the key of the nearest thing above it."""
        if self.tracer is None:
            start = Position(1, 1)
            return Place(self.file, Span(start, start))
        return self.tracer.by_address(address).place

    def key_place(self, address: Address) -> Place:
        """Return where the key at an address stands, or the key of the nearest thing above it."""
        return self.place(PLAN) if self.tracer is None else self.tracer.by_address(address).anchor


def load(files: PlanFiles, known: Mapping[str, Reading] = MappingProxyType({})) -> Loaded:
    """Read the files of one plan. Never raises for what is written in them: that makes findings.

    `known` are files by name that were read already, as they are in `files`.
    """
    assembled = assemble(files, known)
    findings = assembled.findings
    root = assembled.root
    surveyed = Survey()
    committed: Coalition | None = None
    coalition: Coalition | None = None
    if root is not None and assembled.whole:
        foreign = foreign_format(root)
        if foreign is not None:
            findings.append(foreign)
        else:
            committed, surveyed, wrong = _judge(root)
            findings.extend(_veiled(wrong, surveyed.private) if surveyed.private else wrong)
            coalition = committed
            if assembled.overlay is not None:
                coalition, more = _with_overlay(root, assembled)
                findings.extend(more)
    return Loaded(
        file=files.main.file,
        committed=committed,
        coalition=coalition,
        findings=tuple(sorted(findings, key=Finding.order)),
        exposed=tuple(surveyed.private),
        texts=assembled.texts,
        trees=assembled.trees,
        overlay_file=files.overlay.file if files.overlay else "",
        tracer=Tracer(root, Coalition) if root is not None else None,
    )


def _judge(root: MappingNode) -> tuple[Coalition | None, Survey, list[Finding]]:
    surveyed = survey(root, Coalition)
    model, findings = validate(root, surveyed, Coalition)
    # A placeholder for what must be there is one cause: what is expected instead says more.
    told = {finding.place for finding in findings}
    noted = [finding for finding in surveyed.findings if finding.place not in told]
    return model, surveyed, [*noted, *findings, *cross_check(surveyed)]


def _with_overlay(root: MappingNode, assembled: Assembled) -> tuple[Coalition | None, list[Finding]]:
    """Return the plan with its overlay, and what is wrong with the overlay's own text."""
    overlay = assembled.overlay
    if overlay is None:
        return None, []
    from coalitionkit.loading.overlay import lay_over  # most plans that are judged have none

    whole, findings = lay_over(root, overlay, Coalition)
    model, _, wrong = _judge(whole)
    file = overlay.text.file
    mine = (finding for finding in wrong if finding.place.file == file)
    return model, [*findings, *(_discreet(finding)._replace(fix=None) for finding in mine)]


def _discreet(finding: Finding) -> Finding:
    """Return a finding about what is private without quoting what is written there."""
    if finding.check not in _QUOTING:
        return finding
    fault = "cannot be used" if finding.severity is Severity.ERROR else "should be written in another way"
    return finding._replace(
        message=f"this value {fault}; 'coalition rule {finding.check.code}' says why",
        fix=finding.fix and finding.fix._replace(title="write it as the format has it"),
    )


def _veiled(findings: Iterable[Finding], private: Iterable[Address]) -> list[Finding]:
    """Return findings about a plan, discreet about the private values that stand in it."""
    hidden = {address.steps for address in private}
    return [_discreet(one) if _is_within(one.address, hidden) else one for one in findings]


def _is_within(address: Address, hidden: Collection[tuple[Step, ...]]) -> bool:
    return any(address.steps[: depth + 1] in hidden for depth in range(len(address.steps)))
