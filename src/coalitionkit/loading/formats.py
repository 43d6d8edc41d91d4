"""The version of the file format, and where plans of earlier versions will be carried over.

A plan says `format: 1`. When a second format comes, its migration is a function from a text of format 1 to
edits of that text, listed here and applied by `coalition migrate`; loading itself reads one format only.
"""

import re

from coalitionkit.edits import Bare, Fix, Put
from coalitionkit.findings import Finding
from coalitionkit.loading import checks
from coalitionkit.loading.assembly import found
from coalitionkit.model.coalition import FORMAT
from coalitionkit.places import PLAN
from coalitionkit.prose import quoted
from coalitionkit.source.tree import MappingNode, ScalarNode

CURRENT = FORMAT

_SAME = re.compile(rf"v?{CURRENT}(?:\.0+)*\Z", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile(r"\d+\Z", re.ASCII)


def foreign_format(root: MappingNode) -> Finding | None:
    """Return a finding when a plan says that it is written in another format than the current one."""
    stated = root.value("format")
    if not isinstance(stated, ScalarNode) or stated.is_null:
        return None
    if not _NUMBER.match(stated.value):
        message = f"{quoted(stated.value)} is no format; write 'format: {CURRENT}'"
        at = PLAN / "format"
        # `1.0` and `v1` say the same; of anything else nobody knows what it was written for.
        fix = (
            Fix(f"write 'format: {CURRENT}'", (Put(at, Bare(str(CURRENT))),))
            if _SAME.match(stated.value)
            else None
        )
        return found(checks.FORMAT, message, stated, at, fix)
    number = int(stated.value) if len(stated.value) < 6 else CURRENT + 1  # noqa: PLR2004
    if number == CURRENT:
        return None
    if number > CURRENT:
        message = f"this version reads format {CURRENT} only; update coalitionkit to read {stated.value}"
    else:
        message = f"there is no format {stated.value}; write 'format: {CURRENT}'"
    return found(checks.FORMAT, message, stated, PLAN / "format")
