"""Edits become text: each lands in the right file, changes what it says and leaves every other byte.

    edit -> file and path (desk, placing) -> changes (translation, renaming) -> splices (source.rewrite)

This package is pure: files in, files out. `workspace` reads and writes them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from coalitionkit.editing.desk import Desk
from coalitionkit.editing.translation import made
from coalitionkit.edits import Edit, Reword
from coalitionkit.errors import CoalitionError
from coalitionkit.findings import Finding, Severity
from coalitionkit.loading import Loaded, load
from coalitionkit.prose import counted
from coalitionkit.source.files import PlanFiles, RevisedFile
from coalitionkit.source.reader import Reading

__all__ = ["NewErrorsError", "RevisedFile", "Revision", "revised", "revised_files"]


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


def revised(
    files: PlanFiles, edits: Iterable[Edit], *, allow_errors: bool = False, loaded: Loaded | None = None
) -> Revision:
    """Return a plan with edits made, in order; comments are reworded first, at their places in it as given.

    Raises UnknownRecordError when an address names nothing that is there, UneditableError when a text cannot
    be changed without harm, and NewErrorsError when the plan would have errors that it does not have now;
    `allow_errors` lets those through. Whoever has loaded the very same files can hand in what came of it.
    """
    desk = _edited(files, edits, _readings(loaded))
    after = desk.files()
    outcome = load(after, desk.readings())
    if not allow_errors and _errors(outcome):
        new = _new_errors(loaded or load(files, desk.readings(first=True)), outcome)
        if new:
            raise NewErrorsError(new, outcome)
    return Revision(tuple(desk.revised()), after, outcome)


def revised_files(
    files: PlanFiles, edits: Iterable[Edit], known: Mapping[str, Reading]
) -> tuple[RevisedFile, ...]:
    """Return the files that edits change, as `revised` does, whatever plan they then hold.

    `known` are files by name as they were read before. Raises UnknownRecordError and UneditableError.
    """
    return tuple(_edited(files, edits, known).revised())


def _edited(files: PlanFiles, edits: Iterable[Edit], known: Mapping[str, Reading]) -> Desk:
    desk = Desk(files, known)
    edits = list(edits)
    rewords = [edit for edit in edits if isinstance(edit, Reword)]
    for reword in sorted(rewords, key=lambda edit: edit.place, reverse=True):
        made(desk, reword)
    for edit in edits:
        if not isinstance(edit, Reword):
            made(desk, edit)
    return desk


def _readings(loaded: Loaded | None) -> dict[str, Reading]:
    """Return what was read of files in which nothing is wrong."""
    if loaded is None or loaded.coalition is None or _errors(loaded):
        return {}
    return {file: Reading(loaded.texts[file], tree, (), whole=True) for file, tree in loaded.trees.items()}


def _new_errors(before: Loaded, loaded: Loaded) -> tuple[Finding, ...]:
    """Return the errors that a plan has now and had not before."""
    known = Counter(_mark(finding) for finding in _errors(before))
    new = []
    for finding in _errors(loaded):
        if known[_mark(finding)]:
            known[_mark(finding)] -= 1
        else:
            new.append(finding)
    return tuple(new)


def _errors(loaded: Loaded) -> list[Finding]:
    return [finding for finding in loaded.findings if finding.severity is Severity.ERROR]


def _mark(finding: Finding) -> tuple[str, str]:
    return finding.check.code, str(finding.address)
