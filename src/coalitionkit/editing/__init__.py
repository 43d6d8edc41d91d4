"""Edits become text: each lands in the right file, changes exactly what it says and leaves every other byte.

This package is pure: files in, files out. `workspace` reads and writes them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from coalitionkit.edits import Edit
from coalitionkit.errors import CoalitionError
from coalitionkit.findings import Finding
from coalitionkit.loading import Loaded
from coalitionkit.source.files import PlanFiles


class NewErrorsError(CoalitionError):
    """The plan would have errors that it has not now."""

    def __init__(self, message: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(message)
        self.findings = findings


class RevisedFile(NamedTuple):
    """A file before and after: `before` is None when it is new, `after` is None when it is no longer needed."""

    file: str
    before: bytes | None
    after: bytes | None


class Revision(NamedTuple):
    """What edits made of a plan: the files that changed, all files as they are now, and the plan as it loads."""

    files: tuple[RevisedFile, ...]
    plan: PlanFiles
    loaded: Loaded


def revised(files: PlanFiles, edits: Iterable[Edit], *, allow_errors: bool = False) -> Revision:
    """Return a plan with edits made, in order.

    Raises UnknownRecordError when an address names nothing that is there, UneditableError when a text cannot
    be changed without harm, and NewErrorsError, with the findings, when the plan would have errors that it
    has not now; `allow_errors` lets those through.
    """
    raise NotImplementedError
