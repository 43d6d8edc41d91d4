"""Findings that a comment of the plan leaves out, and what is to be told about such comments.

Only committed files are looked at: what a plan leaves out must not differ from machine to machine.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from coalitionkit.edits import Fix, Safety
from coalitionkit.findings import Check, Finding, Severity
from coalitionkit.loading import Loaded
from coalitionkit.places import Position
from coalitionkit.prose import did_you_mean, only_near, quoted
from coalitionkit.rules.families.community import PRIVATE_VALUE_COMMITTED
from coalitionkit.rules.families.linter import (
    SUPPRESSION_EXPIRED,
    SUPPRESSION_MALFORMED,
    SUPPRESSION_UNUSED,
    SUPPRESSION_WITHOUT_REASON,
    UNKNOWN_RULE,
)
from coalitionkit.rules.markers import Marker, Named, Wrong, markers
from coalitionkit.rules.rule import Rule, Snapshot
from coalitionkit.settings import Settings

_Rule = tuple[str, str]
"""The code of a rule, and the file in which it found something."""

_Spot = tuple[str, str, Position]
"""The code of a rule, the file in which it found something, and where that begins."""


class Suppression:
    """What the comments of a plan leave out.

    `rules` are those that were run, `ran` the codes of those whose silence means that there is nothing to
    find: a comment is unused only if it names one of them.
    """

    def __init__(
        self, loaded: Loaded, rules: Sequence[Rule], snapshot: Snapshot, *, ran: Iterable[str]
    ) -> None:
        found = [
            marker
            for file, root in loaded.trees.items()
            if file != loaded.overlay_file
            for marker in markers(loaded.texts[file], root)
        ]
        self._markers = [marker for marker in found if isinstance(marker, Marker)]
        self._wrong = [wrong for wrong in found if isinstance(wrong, Wrong)]
        self._rules = _Names(rules)
        self._snapshot = snapshot
        self._ran = frozenset(ran)
        self._used: set[Named] = set()

    def applied(
        self, findings: list[Finding], settings: Settings, *, heeded: bool
    ) -> tuple[list[Finding], list[Finding]]:
        """Return the findings that stay, with what is to be told of comments, and those that are left out.

        When the comments are not heeded everything stays, and only those that cannot be read are told.
        """
        kept, hidden = self._parted(findings) if heeded and self._markers else ([*findings], [])
        told = [(SUPPRESSION_MALFORMED, [*self._wrong])]
        if heeded:
            told += [
                (SUPPRESSION_UNUSED, [*self._unused()]),
                (SUPPRESSION_WITHOUT_REASON, [*self._without_reason()]),
                (UNKNOWN_RULE, [*self._unknown()]),
                (SUPPRESSION_EXPIRED, [*self._expired()]),
            ]
        for rule, wrongs in told:
            severity = settings.severity(rule.check)
            if severity is not Severity.OFF:
                kept += [
                    Finding(rule.check, severity, wrong.message, wrong.place, fix=wrong.fix)
                    for wrong in wrongs
                ]
        return kept, hidden

    def _parted(self, findings: list[Finding]) -> tuple[list[Finding], list[Finding]]:
        """Return what stays and what is left out; what has passed its day stays, as a warning at most."""
        left_out, lapsed = self._covered(findings)
        kept: list[Finding] = []
        hidden: list[Finding] = []
        for finding in findings:
            spot = _spot(finding)
            if spot in left_out:
                hidden.append(finding)
            elif spot in lapsed:
                kept.append(finding._replace(severity=min(finding.severity, Severity.WARNING)))
            else:
                kept.append(finding)
        return kept, hidden

    def _covered(self, findings: Iterable[Finding]) -> tuple[set[_Spot], set[_Spot]]:
        """Return where a comment leaves findings out, and where one did until its day had passed.

        Plans may have as many comments as findings, so each is looked up among the places of the other.
        """
        places: dict[_Rule, set[Position]] = {}
        for code, file, start in map(_spot, findings):
            places.setdefault((code, file), set()).add(start)
        left_out: set[_Spot] = set()
        lapsed: set[_Spot] = set()
        for rule, named in self._named().items():
            starts = sorted(places.get(rule, ()))
            live: list[tuple[int, int]] = []
            past: list[tuple[int, int]] = []
            for marker, name, (first, last) in named:
                stretch = bisect_left(starts, first), bisect_right(starts, last)
                if stretch[0] < stretch[1]:
                    self._used.add(name)
                    (past if self._has_expired(marker) else live).append(stretch)
            left_out |= {(*rule, start) for start in _within(starts, live)}
            lapsed |= {(*rule, start) for start in _within(starts, past)}
        return left_out, lapsed

    def _named(self) -> Mapping[_Rule, list[tuple[Marker, Named, tuple[Position, Position]]]]:
        """Return each rule that a comment of a file names, with what the comment covers there."""
        result: dict[_Rule, list[tuple[Marker, Named, tuple[Position, Position]]]] = {}
        for marker in self._markers:
            for named in marker.named:
                check = self._rules.find(named.name)
                if check is not None and marker.covers is not None:
                    result.setdefault((check.code, marker.place.file), []).append(
                        (marker, named, marker.covers)
                    )
        return result

    def _has_expired(self, marker: Marker) -> bool:
        # The day is asked for only where it decides: without an end, a verdict holds on every day.
        return marker.until is not None and marker.until.certainly_before(self._snapshot.as_of)

    def _unused(self) -> Iterator[Wrong]:
        for marker in self._markers:
            for named in marker.named:
                check = self._rules.find(named.name)
                if check is None or check.code not in self._ran or named in self._used:
                    continue
                safety = Safety.SAFE
                if marker.covers is None:
                    safety = Safety.UNSAFE  # it may have been meant for what stands a line further
                    message = (
                        "no item or entry follows that this comment could speak of; move it or remove it"
                    )
                else:
                    message = f"{quoted(named.name)} finds nothing here; remove it from this comment"
                yield Wrong(message, named.place, _unnamed(marker, named, safety))

    def _without_reason(self) -> Iterator[Wrong]:
        for marker in self._markers:
            if not marker.reason:
                message = "this comment does not say why; write the reason after the bracket"
                yield Wrong(message, marker.place)

    def _unknown(self) -> Iterator[Wrong]:
        for marker in self._markers:
            for named in marker.named:
                if self._rules.find(named.name) is None:
                    fix = _unnamed(marker, named) if self._rules.is_fixed(named.name) else None
                    if fix is None and (meant := self._rules.meant(named.name)):
                        fix = Fix(f"write '{meant}'", (marker.naming(named, meant),), Safety.UNSAFE)
                    yield Wrong(self._rules.why_not(named.name), named.place, fix)

    def _expired(self) -> Iterator[Wrong]:
        for marker in self._markers:
            used = any(named in self._used for named in marker.named)
            if used and self._has_expired(marker):
                message = f"this was left out until {marker.until}; mend it, or agree on a new day"
                yield Wrong(message, marker.until_place)


def _unnamed(marker: Marker, named: Named, safety: Safety = Safety.SAFE) -> Fix:
    whole = len(marker.named) == 1
    title = "remove the comment" if whole else f"remove {quoted(named.name)} from the comment"
    return Fix(title, (marker.naming(named),), safety)


def _spot(finding: Finding) -> _Spot:
    return finding.check.code, finding.place.file, finding.place.span.start


def _within(starts: Sequence[Position], stretches: Iterable[tuple[int, int]]) -> Iterator[Position]:
    """Give the positions that stand in a stretch of the list, each once."""
    steps = [0] * (len(starts) + 1)
    for begin, end in stretches:
        steps[begin] += 1
        steps[end] -= 1
    return (start for start, depth in zip(starts, accumulate(steps), strict=False) if depth)


class _Names:
    """Which rules a comment may name, by code or name, in any case."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._free: dict[str, Check] = {}
        self._fixed: set[str] = set()
        for rule in rules:
            check = rule.check
            if rule.judge is not None or check.code == PRIVATE_VALUE_COMMITTED.check.code:
                self._free |= {check.code: check, check.name: check}
            else:
                self._fixed |= {check.code, check.name}

    def find(self, name: str) -> Check | None:
        """Return the rule of a name; None when there is none, or it cannot be left out."""
        return self._free.get(name.upper()) or self._free.get(name.casefold())

    def is_fixed(self, name: str) -> bool:
        """Whether a name is that of a rule of which nothing can be left out."""
        return not self._fixed.isdisjoint({name.upper(), name.casefold()})

    def meant(self, name: str) -> str | None:
        """Return the only name of a rule that a name is near to."""
        return only_near(name, {check.name for check in self._free.values()})

    def why_not(self, name: str) -> str:
        """Say why a name cannot stand in a comment."""
        if self.is_fixed(name):
            return f"what '{name}' finds cannot be left out; mend it, and remove the name from this comment"
        names = sorted({check.name for check in self._free.values()})
        hint = did_you_mean(name, names) or "; 'coalition rule --all' lists them"
        return f"there is no rule {quoted(name)} to leave out{hint}"
