"""A finding says what is wrong with a plan, where, and how much it matters.

Findings are values: nothing changes them after birth. What they are checks of is a `Check`, whose words
serve the terminal, the rules page and the editor alike.
"""

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from coalitionkit.places import PLAN, Address, Place

if TYPE_CHECKING:  # it takes a millisecond, which a plan where nothing can be mended need not wait for
    from coalitionkit.edits import Fix


class _Ranked(Enum):
    """Words that stand in an order: each is greater than those above it."""

    def __init__(self, _word: str) -> None:
        self.rank = len(type(self).__members__)

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, type(self)) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.rank <= other.rank if isinstance(other, type(self)) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.rank > other.rank if isinstance(other, type(self)) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.rank >= other.rank if isinstance(other, type(self)) else NotImplemented


class Severity(_Ranked):
    """How much a finding matters. Greater is more severe."""

    OFF = "off"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Profile(_Ranked):
    """A rung of the ladder that a plan climbs; each holds the rules of those before it."""

    START = "start"
    DRAFT = "draft"
    LAUNCH = "launch"
    SUSTAIN = "sustain"


FIXED_FAMILY = 0
"""Checks of this family keep their severity: a plan that cannot be read is never fine."""

OTHERS = 10
"""The family of rules that do not always hold: those of packs, and those that plans write themselves."""

OWN = "local/"
"""What the codes of the rules begin with that a plan writes itself: no other code does."""

OURS = ("CK", OWN)
"""What the codes of other packages may not begin with."""


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
        """The first digit of the code; for rules of packs and of plans, `OTHERS`."""
        return int(self.code[2]) if self.code.startswith("CK") else OTHERS


class Related(NamedTuple):
    """A second place that a finding speaks of, such as the other of two equal ids."""

    message: str
    place: Place


class Finding(NamedTuple):
    """One thing that is wrong at one place of a plan.

    `message` is one lower-case sentence: what is wrong, then what to do. `address` says by meaning what
    `place` says by position. `fix` mends it, where a machine can say how.
    """

    check: Check
    severity: Severity
    message: str
    place: Place
    address: Address = PLAN
    related: tuple[Related, ...] = ()
    fix: "Fix | None" = None

    def order(self) -> tuple[str, int, int, str, str]:
        """Return the key by which findings are listed: file, position, code, message."""
        start = self.place.span.start
        return (self.place.file, start.line, start.column, self.check.code, self.message)
