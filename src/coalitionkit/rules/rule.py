"""What a rule is: a check, and a function that yields the addresses where a plan falls short.

A rule never reads the clock, never looks for positions and never decides how severe it is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from coalitionkit.findings import Check, Profile, Severity
from coalitionkit.model.coalition import Coalition
from coalitionkit.places import Address

_PARAGRAPHS = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A plan on a day, as rules see it: without its private values."""

    plan: Coalition
    as_of: date


class Breach(NamedTuple):
    """Where a plan falls short of a rule, and one lower-case sentence: what, then how to mend it."""

    at: Address
    message: str
    related: tuple[tuple[str, Address], ...] = ()


Judge = Callable[[Snapshot], Iterator[Breach]]


class Rule(NamedTuple):
    """A check and the function that makes it; `judge` is None where loading or the engine does."""

    check: Check
    judge: Judge | None


def rule(
    code: str,
    name: str,
    *,
    profile: Profile,
    severity: Severity = Severity.ERROR,
    sources: tuple[str, ...] = (),
) -> Callable[[Judge], Rule]:
    """Make a rule of a function whose docstring is what people read about it.

    The docstring has three paragraphs: what the rule says, `Why: ...` and `Mend: ...`. `sources` name
    document and section.
    """

    def made(judge: Judge) -> Rule:
        summary, why, mend = told(judge.__doc__ or "")
        return Rule(Check(code, name, severity, summary, why, mend, profile, sources), judge)

    return made


def told(docstring: str) -> tuple[str, str, str]:
    """Return what a rule's docstring says: summary, why and how to mend; "" for what it leaves out."""
    parts = [" ".join(part.split()) for part in _PARAGRAPHS.split(docstring.strip())]
    named = {label: part for part in parts[1:] for label in ("Why: ", "Mend: ") if part.startswith(label)}
    return parts[0], named.get("Why: ", "")[5:], named.get("Mend: ", "")[6:]
