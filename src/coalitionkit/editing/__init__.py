"""Edits become text: each lands in the right file, changes what it says and leaves every other byte.

    edit -> file and path (desk, placing) -> changes (translation, renaming) -> splices (source.rewrite)

This package is pure: files in, files out. `workspace` reads and writes them.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from coalitionkit.editing.desk import Desk
from coalitionkit.editing.translation import made
from coalitionkit.edits import Edit
from coalitionkit.errors import CoalitionError
from coalitionkit.findings import Finding, Severity
from coalitionkit.loading import Loaded, load
from coalitionkit.prose import counted
from coalitionkit.source.files import PlanFiles, RevisedFile

__all__ = ["NewErrorsError", "RevisedFile", "Revision", "revised"]


class NewErrorsError(CoalitionError):
    """A plan would have errors that it does not have now; `findings` are these, placed in the new text."""

    def __init__(self, findings: tuple[Finding, ...], loaded: Loaded) -> None:
        what = (
            "an error that it does not have"
            if len(findings) == 1
            else f"{counted(len(findings), 'new error')}"
        )
        super().__init__(f"nothing was changed: the plan would have {what} now")
        self.findings = findings
        self.loaded = loaded


class Revision(NamedTuple):
    """What edits make of a plan: files that change, all files as they then are, and the plan they hold."""

    files: tuple[RevisedFile, ...]
    plan: PlanFiles
    loaded: Loaded


def revised(files: PlanFiles, edits: Iterable[Edit], *, allow_errors: bool = False) -> Revision:
    """Return a plan with edits made, in order.

    Raises UnknownRecordError when an address names nothing that is there, UneditableError when a text cannot
    be changed without harm, and NewErrorsError when the plan would have errors that it does not have now;
    `allow_errors` lets those through.
    """
    desk = Desk(files)
    for edit in edits:
        made(desk, edit)
    after = desk.files()
    loaded = load(after)
    if not allow_errors:
        new = _new_errors(files, loaded)
        if new:
            raise NewErrorsError(new, loaded)
    return Revision(tuple(desk.revised()), after, loaded)


def _new_errors(files: PlanFiles, loaded: Loaded) -> tuple[Finding, ...]:
    """Return the errors that a plan has now and had not before."""
    errors = _errors(loaded)
    if not errors:
        return ()
    known = Counter(_mark(finding) for finding in _errors(load(files)))
    new = []
    for finding in errors:
        if known[_mark(finding)]:
            known[_mark(finding)] -= 1
        else:
            new.append(finding)
    return tuple(new)


def _errors(loaded: Loaded) -> list[Finding]:
    return [finding for finding in loaded.findings if finding.severity is Severity.ERROR]


def _mark(finding: Finding) -> tuple[str, str]:
    return finding.check.code, str(finding.address)
