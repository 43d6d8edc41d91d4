"""What every format for other programs is made from: verdicts, and the names that hold in a repository.

Names of files are told from the top of the repository, because that is where other programs look for them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from itertools import compress
from pathlib import PurePath
from typing import NamedTuple

from coalitionkit.findings import Finding, Related, Severity
from coalitionkit.places import Place
from coalitionkit.prose import safe
from coalitionkit.verdicts import Replacement, Verdict, fingerprints, told_once

Offers = Mapping[Finding, tuple[Replacement, ...]]
"""What would mend findings, by the finding without its fix."""


class Level(NamedTuple):
    """How a severity is shown to people, and what other programs call it."""

    sign: str
    word: str
    sarif: str
    gitlab: str
    github: str


LEVELS = {
    Severity.ERROR: Level("✗", "error", "error", "major", "error"),
    Severity.WARNING: Level("!", "warning", "warning", "minor", "warning"),
    Severity.INFO: Level("·", "note", "note", "info", "notice"),
    Severity.OFF: Level("", "off", "none", "info", "notice"),
}


class Repository(NamedTuple):
    """The top folder of a repository, and the folder in which names of files are meant. Both are absolute."""

    top: PurePath
    here: PurePath

    def named(self, file: str) -> str:
        """Return the path of a file from the top, with forward slashes.

        A file beside the top is reached by `..`; one on another drive keeps its whole path.
        """
        whole = _without_detours(self.here / file)
        for steps, folder in enumerate((self.top, *self.top.parents)):
            if whole.is_relative_to(folder):
                parts = (*[".."] * steps, *whole.relative_to(folder).parts)
                return _encodable("/".join(parts))
        return _encodable(whole.as_posix())


class Entry(NamedTuple):
    """A finding as other programs know it: by its fingerprint, its places named from the top."""

    finding: Finding
    place: Place
    related: tuple[Related, ...]
    fingerprint: str

    @property
    def rule(self) -> str:
        """Code and name of the rule."""
        return f"{self.finding.check.code} {self.finding.check.name}"

    @property
    def message(self) -> str:
        """The message, fit to be shown."""
        return one_line(self.finding.message)


class _Told(NamedTuple):
    """What is told of one run; what other programs make of it is in `Report`."""

    verdicts: Sequence[Verdict]
    repository: Repository
    as_of: date
    fail_on: Severity = Severity.ERROR
    statistics: bool = False
    offers: Callable[[int], Offers] | None = None


class Report(_Told):
    """The verdicts of one run, on their way to other programs.

    `as_of` is the day that counted as today, `fail_on` the least severity that the run fails for. With
    `statistics`, findings are counted by rule where a format has room for it. `offers` works out, by the
    number of a verdict, what safe fixes would write; only formats that tell so ask it.
    """

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, plan by plan."""
        return tuple(finding for verdict in self.verdicts for finding in verdict.findings)

    @property
    def distinct(self) -> tuple[Finding, ...]:
        """All findings, but those in a file that several plans share only once."""
        shown = zip(self.verdicts, told_once(self.verdicts), strict=True)
        return tuple(finding for verdict, new in shown for finding in compress(verdict.findings, new))

    @cached_property
    def plans(self) -> tuple[tuple[Verdict, tuple[Entry, ...]], ...]:
        """Each verdict with its findings as entries."""
        prints = iter(fingerprints(self.findings, named=self._named))
        return tuple(
            (verdict, tuple(self._entry(finding, next(prints)) for finding in verdict.findings))
            for verdict in self.verdicts
        )

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, plan by plan, but those of a file that several plans share only once."""
        return tuple(entry for entries in self._entries for entry in entries)

    def with_offers(self) -> Iterator[tuple[Entry, tuple[Replacement, ...]]]:
        """Give each entry with what a safe fix would write, as far as someone works that out."""
        for number, entries in enumerate(self._entries):
            offers = self.offers(number) if self.offers else {}
            for entry in entries:
                offered = offers.get(entry.finding._replace(fix=None), ())
                yield entry, tuple(one._replace(place=self._there(one.place)) for one in offered)

    @cached_property
    def _entries(self) -> tuple[tuple[Entry, ...], ...]:
        shown = zip(self.plans, told_once(self.verdicts), strict=True)
        return tuple(tuple(compress(entries, new)) for (_, entries), new in shown)

    @cached_property
    def _named(self) -> Callable[[str], str]:
        return cache(self.repository.named)

    def _there(self, place: Place) -> Place:
        return place._replace(file=self._named(place.file))

    def _entry(self, finding: Finding, fingerprint: str) -> Entry:
        related = tuple(Related(r.message, self._there(r.place)) for r in finding.related)
        return Entry(finding, self._there(finding.place), related, fingerprint)


def at(place: Place) -> str:
    """Return a place as people and editors jump to it: `file:line:column`."""
    start = place.span.start
    return f"{place.file}:{start.line}:{start.column}"


def one_line(text: str) -> str:
    """Return text on one line, without signs that would steer what shows it."""
    return " ".join(safe(text).split())


def _without_detours(path: PurePath) -> PurePath:
    """Return an absolute path without `..`; whether a folder on the way is a link is not looked at."""
    parts: list[str] = []
    for part in path.parts:
        if part != "..":
            parts.append(part)
        elif len(parts) > 1:
            parts.pop()
    return type(path)(*parts)


def _encodable(name: str) -> str:
    """Return a name that can be written as UTF-8: the bytes of a file name may be anything."""
    return name.encode("utf-8", "replace").decode("utf-8")
