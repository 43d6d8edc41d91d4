"""Findings that were known on a day, kept in a file, so that only what is new is shown.

The file is JSON: one finding a line by its fingerprint, ordered by file and address. What kind of file it is
stands at the end, so that every finding has its comma and git merges what two people mended. What keeps a
plan from being read is never taken in: whoever left that out would see nothing at all.
"""

import json
from collections.abc import Callable, Collection, Iterable
from typing import Any, NamedTuple

from coalitionkit.errors import ConfigurationError
from coalitionkit.findings import FIXED_FAMILY, Finding, Severity
from coalitionkit.verdicts import Verdict, fingerprints

VERSION = 1

Named = Callable[[str], str]
"""Turns the name of a file into the one that counts: its path from the folder of the baseline."""

# Said again here, because the module that says so brings all the models, which a known verdict does without.
_FAILED = "CK999"

_READING = f"CK{FIXED_FAMILY}"

_END = f'"baseline": {VERSION}\n}}\n'
_ANEW = "write it anew with --write-baseline"


class Entry(NamedTuple):
    """A finding that is known. All but the fingerprint is for people to read."""

    file: str
    address: str
    code: str
    fingerprint: str
    name: str
    message: str


def entries(verdict: Verdict, named: Named) -> list[Entry]:
    """Return the findings of a verdict that can be taken in."""
    return [
        Entry(
            file=named(finding.place.file),
            address=str(finding.address),
            code=finding.check.code,
            fingerprint=fingerprint,
            name=finding.check.name,
            message=finding.message,
        )
        for finding, fingerprint in _identified(verdict, named)
        if _can_be_known(finding, judged=bool(verdict.ran))
    ]


def written(known: Iterable[Entry]) -> str:
    """Return the file for these entries; the same entries give the same bytes."""
    lines = [f'"{entry.fingerprint}": {_as_json(entry)},\n' for entry in sorted(set(known))]
    return "{\n" + "".join(lines) + _END


def is_baseline(text: str) -> bool:
    """Whether a text is such a file, though it may be broken within."""
    return text.replace("\r\n", "\n").rstrip().endswith(_END.rstrip())


def read(text: str, file: str) -> list[Entry]:
    """Return the entries of a file. Raises ConfigurationError for anything but such a file."""
    if any(line.startswith(("<<<<<<< ", ">>>>>>> ")) for line in text.splitlines()):
        message = f"the baseline '{file}' holds the marks of a merge that is not finished"
        raise ConfigurationError(message, hint=f"finish the merge, or {_ANEW}")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise ConfigurationError(f"the baseline '{file}' is not valid JSON{where}", hint=_ANEW) from None
    version = document.pop("baseline", None) if isinstance(document, dict) else None
    if type(version) is not int:
        raise ConfigurationError(f"'{file}' is not a baseline", hint=f"name another file, or {_ANEW}")
    if version != VERSION:
        message = (
            f"the baseline '{file}' has version {version}, and this program knows version {VERSION} only"
        )
        raise ConfigurationError(message, hint=f"use a newer program, or {_ANEW}")
    return [_entry(fingerprint, fields, file) for fingerprint, fields in document.items()]


def without(verdict: Verdict, known: Collection[str], named: Named = str) -> Verdict:
    """Return a verdict without the findings whose fingerprints are known; the ladder stays as it is.

    A plan that cannot be judged keeps what stands in the way, and a rule that failed is always told.
    """
    judged = bool(verdict.ran)
    kept = tuple(
        finding
        for finding, fingerprint in _identified(verdict, named)
        if fingerprint not in known
        or finding.check.code == _FAILED
        or (finding.check.family == FIXED_FAMILY and not judged)
    )
    return verdict._replace(findings=kept, known=verdict.known + len(verdict.findings) - len(kept))


def stale(known: Iterable[Entry], verdicts: Collection[Verdict], named: Named) -> list[Entry]:
    """Return the entries that are no longer found though they were looked for.

    What stands in a file that was not read, or belongs to a rule that was not run, may be there still.
    """
    looked_at = files_of(verdicts, named)
    found: set[str] = set()
    for verdict in verdicts:
        found |= {fingerprint for _, fingerprint in _identified(verdict, named)}
    return sorted(
        entry
        for entry in known
        if _was_looked_for(entry, looked_at.get(entry.file, frozenset())) and entry.fingerprint not in found
    )


def files_of(verdicts: Iterable[Verdict], named: Named) -> dict[str, frozenset[str]]:
    """Return the files that were looked at, each with the rules whose silence about it means something."""
    return {named(file): verdict.ran for verdict in verdicts for file in verdict.files}


def _can_be_known(finding: Finding, *, judged: bool) -> bool:
    """Whether a finding can be taken in: of what concerns the reading of a plan, what leaves it readable."""
    if finding.check.family == FIXED_FAMILY:
        return judged and finding.severity is not Severity.ERROR
    return finding.check.code != _FAILED


def _was_looked_for(entry: Entry, ran: frozenset[str]) -> bool:
    """Whether an entry would be found again; how a plan is read is looked at wherever rules can run."""
    return bool(ran) and (entry.code in ran or entry.code.startswith(_READING))


def _identified(verdict: Verdict, named: Named) -> list[tuple[Finding, str]]:
    return list(zip(verdict.findings, fingerprints(verdict.findings, named=named), strict=True))


def _as_json(entry: Entry) -> str:
    shown = ("code", "name", "file", "address", "message")
    return json.dumps({key: getattr(entry, key) for key in shown}, ensure_ascii=False)


def _entry(fingerprint: str, fields: Any, file: str) -> Entry:
    found = fields if isinstance(fields, dict) else {}
    texts = [fingerprint if key == "fingerprint" else found.get(key) for key in Entry._fields]
    if not all(isinstance(text, str) for text in texts):
        message = f"the entry '{fingerprint[:40]}' of the baseline '{file}' is incomplete"
        raise ConfigurationError(message, hint=_ANEW)
    return Entry(*map(str, texts))
