"""A verdict as plain data, to be kept as JSON, and back."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from coalitionkit.findings import Check, Finding, Profile, Related, Severity
from coalitionkit.places import Address, Item, Place, Position, Span, Step
from coalitionkit.verdicts import Ladder, Verdict

if TYPE_CHECKING:  # it is only needed where something can be mended
    from coalitionkit.edits import Fix

_Sure = TypeVar("_Sure")


def as_plain(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as data that JSON can hold, without its texts; of fixes, only what they would do."""
    checks = {finding.check.code: finding.check for finding in verdict.findings}
    ladder = verdict.ladder
    return {
        "file": verdict.file,
        "profile": verdict.profile.value,
        "ladder": [_value(ladder.passed), _value(ladder.next), ladder.between],
        "checks": {
            code: [*check[:2], check.severity.value, *check[3:6], check.profile.value, check.sources]
            for code, check in checks.items()
        },
        "findings": [
            [
                finding.check.code,
                finding.severity.value,
                finding.message,
                finding.place,
                [[step] if isinstance(step, Item) else step for step in finding.address.steps],
                finding.related,
                [finding.fix.title, finding.fix.safety.value] if finding.fix else None,
            ]
            for finding in verdict.findings
        ],
        "hidden": verdict.hidden,
        "dated": verdict.dated,
        "suppressed": verdict.suppressed,
        "ran": sorted(verdict.ran),
        "files": verdict.files,
    }


def from_plain(plain: Mapping[str, Any]) -> Verdict:
    """Return the verdict that such data stands for.

    Raises TypeError, ValueError, KeyError or AttributeError where the data is anything else.
    """
    passed, following, between = plain["ladder"]
    checks = {code: _check(parts) for code, parts in plain["checks"].items()}
    return Verdict(
        file=_sure(plain["file"], str),
        profile=Profile(plain["profile"]),
        findings=tuple(
            Finding(
                checks[code],
                Severity(severity),
                _sure(message, str),
                _place(place),
                Address(tuple(_step(step) for step in steps)),
                tuple(Related(_sure(text, str), _place(other)) for text, other in related),
                _fix(fix),
            )
            for code, severity, message, place, steps, related, fix in plain["findings"]
        ),
        ladder=Ladder(_profile(passed), _profile(following), _sure(between, int)),
        hidden=tuple(_place(place) for place in plain["hidden"]),
        dated=_sure(plain["dated"], bool),
        suppressed=_sure(plain["suppressed"], int),
        ran=frozenset(_texts(plain["ran"])),
        files=_texts(plain["files"]),
    )


def _value(profile: Profile | None) -> str | None:
    return profile.value if profile else None


def _profile(word: str | None) -> Profile | None:
    return None if word is None else Profile(word)


def _check(parts: list[Any]) -> Check:
    *texts, profile, sources = parts
    code, name, severity, summary, why, mend = _texts(texts)
    return Check(code, name, Severity(severity), summary, why, mend, Profile(profile), _texts(sources))


def _place(parts: list[Any]) -> Place:
    file, (start, end) = parts
    return Place(_sure(file, str), Span(_position(start), _position(end)))


def _position(parts: list[int]) -> Position:
    line, column = parts
    return Position(_sure(line, int), _sure(column, int))


def _fix(parts: list[str] | None) -> "Fix | None":
    if parts is None:
        return None
    from coalitionkit.edits import Fix, Safety

    title, safety = parts
    return Fix(_sure(title, str), (), Safety(safety))


def _step(step: Any) -> Step:
    if type(step) is list:
        (name,) = step
        return Item(_sure(name, str))
    return step if type(step) is int else _sure(step, str)


def _texts(parts: Any) -> tuple[str, ...]:
    return tuple(_sure(part, str) for part in _sure(parts, list))


def _sure(value: Any, kind: type[_Sure]) -> _Sure:
    """Return a value of a kind. Raises TypeError for any other: what shows a verdict trusts its types."""
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} expected")
    return value
