"""What is known of plans from before: verdicts on files that have not changed since.

A verdict is kept in a file of its own, named for the place of the plan and what was asked, so that there
are never more of them than plans. It holds for exactly the bytes that it was found in, the code that found
it and, where a rule looked at the calendar, the day. Whatever cannot be read is as good as absent: the
folder may be deleted at any time.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from coalitionkit.errors import UnreadableFileError
from coalitionkit.findings import Check, Finding, Profile, Related, Severity
from coalitionkit.linting.request import Request
from coalitionkit.places import Address, Item, Place, Position, Span, Step
from coalitionkit.source.files import PlanFiles, RawFile
from coalitionkit.source.store import write_whole
from coalitionkit.verdicts import Ladder, Verdict
from coalitionkit.workspace import PlanPaths, read_shared


class Memory:
    """A folder of verdicts. `code` tells apart what judges, `base` is what the names of files start from."""

    def __init__(self, folder: Path, *, code: str, base: Path) -> None:
        self._folder = folder
        self._code = code
        self._base = base

    def is_for(self, plan: PlanPaths) -> bool:
        """Whether a verdict may be kept: none with a private overlay is, nor one of text from elsewhere."""
        return plan.overlay is None and plan.content is None

    def recall(self, files: PlanFiles, request: Request) -> Verdict | None:
        """Return the verdict on files of a plan, without their texts, or None when it is not known."""
        try:
            kept = json.loads(self._file(files, request).read_bytes())
            holds = kept["of"] == self._digest(files, request) and kept["day"] in {"", str(request.as_of)}
            if holds and all(_unchanged(file, of, request) for file, of in kept["shared"]):
                return _verdict(kept["verdict"])
        except (OSError, ValueError, KeyError, TypeError, UnreadableFileError):
            pass  # what is not there, or not whole, is not known
        return None

    def keep(
        self, files: PlanFiles, request: Request, verdict: Verdict, *, shared: Iterable[RawFile] = ()
    ) -> None:
        """Keep the verdict on files of a plan and the `shared` files that its settings come from.

        Where that fails, it will be found again.
        """
        kept = {
            "of": self._digest(files, request),
            "day": str(request.as_of) if verdict.dated else "",
            "shared": [(raw.file, _digest([raw.data or b""])) for raw in shared],
            "verdict": _plain(verdict),
        }
        file = self._file(files, request)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, json.dumps(kept, separators=(",", ":")))

    def _file(self, files: PlanFiles, request: Request) -> Path:
        place = (self._base / files.main.file).as_posix()
        name = _digest([place.encode(), _asked(request)])
        return self._folder / name[:2] / f"{name[2:]}.json"

    def _digest(self, files: PlanFiles, request: Request) -> str:
        parts = [self._code.encode(), _asked(request)]
        for file in (files.main, *files.fragments):
            parts += [file.file.encode(), b"" if file.data is None else file.data, str(file.size).encode()]
        return _digest(parts)


def _asked(request: Request) -> bytes:
    return repr(request._replace(as_of=request.as_of.min)).encode()


def _unchanged(file: str, digest: str, request: Request) -> bool:
    """Whether a shared file is what it was."""
    raw = read_shared(file, max_size=request.max_size)
    return raw is not None and raw.data is not None and _digest([raw.data]) == digest


def _digest(parts: Iterable[bytes]) -> str:
    whole = blake2b(digest_size=20)
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()


def _plain(verdict: Verdict) -> dict[str, Any]:
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
            ]
            for finding in verdict.findings
        ],
        "hidden": verdict.hidden,
        "dated": verdict.dated,
        "suppressed": verdict.suppressed,
        "ran": sorted(verdict.ran),
        "files": verdict.files,
    }


def _value(profile: Profile | None) -> str | None:
    return profile.value if profile else None


def _verdict(plain: Mapping[str, Any]) -> Verdict:
    passed, following, between = plain["ladder"]
    checks = {code: _check(parts) for code, parts in plain["checks"].items()}
    return Verdict(
        file=plain["file"],
        profile=Profile(plain["profile"]),
        findings=tuple(
            Finding(
                checks[code],
                Severity(severity),
                message,
                _place(place),
                Address(tuple(_step(step) for step in steps)),
                tuple(Related(text, _place(other)) for text, other in related),
            )
            for code, severity, message, place, steps, related in plain["findings"]
        ),
        ladder=Ladder(
            Profile(passed) if passed else None, Profile(following) if following else None, between
        ),
        hidden=tuple(_place(place) for place in plain["hidden"]),
        dated=plain["dated"],
        suppressed=plain["suppressed"],
        ran=frozenset(plain["ran"]),
        files=tuple(plain["files"]),
    )


def _check(parts: list[Any]) -> Check:
    code, name, severity, summary, why, mend, profile, sources = parts
    return Check(code, name, Severity(severity), summary, why, mend, Profile(profile), tuple(sources))


def _place(parts: list[Any]) -> Place:
    file, (start, end) = parts
    return Place(file, Span(Position(*start), Position(*end)))


def _step(step: Any) -> Step:
    return Item(step[0]) if isinstance(step, list) else step
