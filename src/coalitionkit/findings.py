"""A finding says what is wrong with a plan, where, and how much it matters.

Findings are values: nothing changes them after birth. What they are checks of is a `Check`, whose words
serve the terminal, the rules page and the editor alike.
"""

from enum import Enum
from functools import total_ordering
from typing import NamedTuple

from coalitionkit.places import PLAN, Address, Place


@total_ordering
class Severity(Enum):
    """How much a finding matters. Greater is more severe."""

    OFF = "off"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Severity):
            return NotImplemented
        return _SEVERITIES.index(self) < _SEVERITIES.index(other)


@total_ordering
class Profile(Enum):
    """A rung of the ladder that a plan climbs; each holds the rules of those before it."""

    START = "start"
    DRAFT = "draft"
    LAUNCH = "launch"
    SUSTAIN = "sustain"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Profile):
            return NotImplemented
        return _PROFILES.index(self) < _PROFILES.index(other)


_SEVERITIES = list(Severity)
_PROFILES = list(Profile)


class Check(NamedTuple):
    """One thing that is looked at: its code and name, and the words that explain it.

    `summary`, `why` and `mend` are plain sentences for the people of a plan. `sources` name the
    document and section that the practice comes from; checks of the file itself have none.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    mend: str
    profile: Profile = Profile.START
    sources: tuple[str, ...] = ()

    @property
    def family(self) -> int:
        """The first digit of the code."""
        return int(self.code[2])


class Related(NamedTuple):
    """A second place that a finding speaks of, such as the other of two equal ids."""

    message: str
    place: Place


class Finding(NamedTuple):
    """One thing that is wrong at one place of a plan.

    `message` is one lower-case sentence: what is wrong, then what to do. `address` says by meaning what
    `place` says by position.
    """

    check: Check
    severity: Severity
    message: str
    place: Place
    address: Address = PLAN
    related: tuple[Related, ...] = ()

    def order(self) -> tuple[str, int, int, str, str]:
        """Return the key by which findings are listed: file, position, code, message."""
        start = self.place.span.start
        return (self.place.file, start.line, start.column, self.check.code, self.message)
