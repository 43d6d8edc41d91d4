"""What a rule is: a check, and a function that yields the addresses where a plan falls short.

A rule never reads the clock, never looks for positions and never decides how severe it is.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from coalitionkit.analysis.needs import Needs, needs
from coalitionkit.edits import Fix
from coalitionkit.findings import Check, Profile, Severity
from coalitionkit.model.coalition import Coalition
from coalitionkit.places import Address

_PARAGRAPHS = re.compile(r"\n\s*\n")


class Snapshot:
    """A plan on a day, as rules see it: without its private values.

    It remembers whether anyone asked for the day: what was found without it holds on every day.
    """

    __slots__ = ("_as_of", "_needs", "day_mattered", "plan")

    def __init__(self, plan: Coalition, as_of: date) -> None:
        self.plan = plan
        self.day_mattered = False
        self._as_of = as_of
        self._needs: Needs | None = None

    @property
    def as_of(self) -> date:
        """The day that counts as today."""
        self.day_mattered = True
        return self._as_of

    @property
    def needs(self) -> Needs:
        """The needs of the plan and who meets them, worked out once for all rules."""
        if self._needs is None:
            self._needs = needs(self.plan)
        return self._needs


class Breach(NamedTuple):
    """Where a plan falls short of a rule, and one lower-case sentence: what, then how to mend it.

    `fix` mends it, where there is but one way to do so.
    """

    at: Address
    message: str
    related: tuple[tuple[str, Address], ...] = ()
    fix: Fix | None = None


Judge = Callable[..., Iterator[Breach]]
"""Takes a Snapshot, and each option of the rule by its name as a keyword."""


class Option(NamedTuple):
    """A whole number that a plan may set for a rule, and the reason for its default."""

    what: str
    why: str
    default: int = 0


class Rule(NamedTuple):
    """A check and the function that makes it; `judge` is None where loading or the engine does.

    `practices` are the numbers of the practices that the rule covers, as in `rules.practices`.
    """

    check: Check
    judge: Judge | None
    practices: tuple[int, ...] = ()
    options: Mapping[str, Option] = {}


def rule(  # noqa: PLR0913 - what there is to say of a rule
    code: str,
    name: str,
    *,
    profile: Profile,
    severity: Severity = Severity.ERROR,
    sources: tuple[str, ...] = (),
    practices: tuple[int, ...] = (),
    options: Mapping[str, tuple[str, str]] | None = None,
) -> Callable[[Judge], Rule]:
    """Make a rule of a function whose docstring is what people read about it.

    The docstring has three paragraphs: what the rule says, `Why: ...` and `Mend: ...`. `sources` name
    document and section. `options` say for each keyword of the function what the number means, and why its
    default is what it is.
    """

    def made(judge: Judge) -> Rule:
        summary, why, mend = told(judge.__doc__ or "")
        check = Check(code, name, severity, summary, why, mend, profile, sources)
        defaults = getattr(judge, "__kwdefaults__", None) or {}
        named = {key: Option(*words, defaults[key]) for key, words in (options or {}).items()}
        return Rule(check, judge, practices, named)

    return made


def told(docstring: str) -> tuple[str, str, str]:
    """Return what a rule's docstring says: summary, why and how to mend; "" for what it leaves out."""
    parts = [" ".join(part.split()) for part in _PARAGRAPHS.split(docstring.strip())]
    named = {label: part for part in parts[1:] for label in ("Why: ", "Mend: ") if part.startswith(label)}
    return parts[0], named.get("Why: ", "")[5:], named.get("Mend: ", "")[6:]
