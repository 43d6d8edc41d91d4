"""What a check of a whole plan comes to: its findings, and where the plan stands on the ladder."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from coalitionkit.findings import Finding, Profile
from coalitionkit.places import Place
from coalitionkit.source.text import Text


class Ladder(NamedTuple):
    """How far a plan has come: the highest profile it passes, and what stands before the next.

    A profile is passed when none of its rules, nor of those below it, finds an error. `passed` is None
    when not even the first is; `next` is None at the top. `between` counts the errors on the way.
    """

    passed: Profile | None
    next: Profile | None
    between: int


class Replacement(NamedTuple):
    """Other text at a place of a file: what a fix would write there."""

    place: Place
    text: str


class Verdict(NamedTuple):
    """What was found in a plan at the profile it was held to, and where it stands on the ladder.

    `file` is the main file. `texts` are the files by name, as far as they are at hand. No output shows what
    stands at the `hidden` places, nor any line of the `overlay_file`. `dated` says that a rule looked at the
    calendar: another day may bring another verdict.

    `suppressed` counts what comments of the plan leave out, `known` what is left out because it was known
    before; neither is among the `findings`, and only what comments leave out no longer holds the plan back on
    the ladder. `ran` are the codes of the rules whose silence about the `files` means that there is nothing
    to find.
    """

    file: str
    profile: Profile
    findings: tuple[Finding, ...]
    ladder: Ladder
    texts: Mapping[str, Text] = MappingProxyType({})
    hidden: tuple[Place, ...] = ()
    overlay_file: str = ""
    dated: bool = False
    suppressed: int = 0
    known: int = 0
    ran: frozenset[str] = frozenset()
    files: tuple[str, ...] = ()


def told_once(verdicts: Iterable[Verdict]) -> Iterator[tuple[bool, ...]]:
    """Yield for each verdict which of its findings no earlier plan brought.

    Plans may share files of settings; what is wrong in one of these is mended once.
    """
    told: set[Finding] = set()
    for verdict in verdicts:
        # What would mend a finding is not part of what is found, and cannot always be looked up.
        mine = [finding._replace(fix=None) for finding in verdict.findings]
        yield tuple(finding not in told for finding in mine)
        told.update(mine)


def fingerprints(findings: Iterable[Finding], *, named: Callable[[str], str] = str) -> list[str]:
    """Return for each finding what tells it from all others and survives edits elsewhere in the file.

    Made of the rule, the file, the address by id and, where those agree, which one of them it is; 32
    hexadecimal digits. `named` turns the name of a file into the one that counts, such as the path from the
    top of a repository.
    """
    from hashlib import blake2b  # it brings a cryptographic library, and few runs need it

    seen: Counter[tuple[str, str, str]] = Counter()
    result: list[str] = []
    for finding in findings:
        key = (finding.check.code, named(finding.place.file), str(finding.address))
        parts = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        result.append(blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest())
    return result
