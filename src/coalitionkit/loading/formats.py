"""The version of the file format: which one a plan is in, and what to say of one that is in another.

Loading reads the current format only. Plans of earlier ones are carried over by `coalition migrate`, whose
steps are listed in `editing.migrating`.
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

OLDEST = 1
"""The first format that there was."""

_SAME = rf"(?ai)v?{CURRENT}(?:\.0+)*\Z"
_NUMBER = re.compile(r"\d+\Z", re.ASCII)


def stated_format(root: MappingNode) -> int | None:
    """Return the format that a file says that it is in; None when it says none that could be one."""
    stated = root.value("format")
    if not isinstance(stated, ScalarNode) or not _NUMBER.match(stated.value):
        return None
    return int(stated.value) if len(stated.value) < 6 else CURRENT + 1  # noqa: PLR2004


def foreign_format(root: MappingNode) -> Finding | None:
    """Return a finding when a plan says that it is written in another format than the current one."""
    stated = root.value("format")
    if not isinstance(stated, ScalarNode) or stated.is_null:
        return None
    at = PLAN / "format"
    number = stated_format(root)
    if number == CURRENT:
        return None
    fix = None
    if number is None:
        message = f"{quoted(stated.value)} is no format; write 'format: {CURRENT}'"
        if re.match(_SAME, stated.value):
            # `1.0` and `v1` say the same; of anything else nobody knows what it was written for.
            fix = Fix(f"write 'format: {CURRENT}'", (Put(at, Bare(str(CURRENT))),))
    elif number > CURRENT:
        message = f"this version reads format {CURRENT} only; update coalitionkit to read {stated.value}"
    elif number < OLDEST:
        message = f"there is no format {stated.value}; write 'format: {CURRENT}'"
    else:
        message = f"this plan is in format {number}; 'coalition migrate' carries it over to format {CURRENT}"
    return found(checks.FORMAT, message, stated, at, fix)
