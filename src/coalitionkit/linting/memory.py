"""What is known of plans from before: verdicts on files that have not changed since.

A verdict is kept in a file of its own, named for the place of the plan and what was asked, so that there
are never more of them than plans. It holds for exactly the bytes that it was found in, the code that found
it and, where a rule looked at the calendar, the day. Whatever cannot be read is as good as absent: the
folder may be deleted at any time.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from coalitionkit.errors import UnreadableFileError
from coalitionkit.linting.plain import as_plain, from_plain
from coalitionkit.linting.request import Request
from coalitionkit.source.files import PlanFiles, RawFile
from coalitionkit.source.store import write_whole
from coalitionkit.verdicts import Verdict
from coalitionkit.workspace import PlanPaths, read_shared

MOST = 20_000_000
"""How many bytes a verdict may have to be kept; there is none of this length that anyone reads."""

_OWNER_ONLY = 0o700
"""Messages quote what plans say: others who use the machine have no business with them."""


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
            with self._file(files, request).open("rb") as file:
                data = file.read(MOST + 1)
            if len(data) > MOST:
                return None
            kept = json.loads(data)
            holds = kept["of"] == self._digest(files, request) and kept["day"] in {"", str(request.as_of)}
            if holds and all(_unchanged(file, of, request) for file, of in kept["shared"]):
                return from_plain(kept["verdict"])
        except (
            OSError,
            ValueError,
            KeyError,
            TypeError,
            AttributeError,
            RecursionError,
            UnreadableFileError,
        ):
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
            "verdict": as_plain(verdict),
        }
        text = json.dumps(kept, separators=(",", ":"))
        if len(text) > MOST:
            return
        file = self._file(files, request)
        with suppress(OSError):
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            self._folder.mkdir(mode=_OWNER_ONLY, exist_ok=True)
            file.parent.mkdir(exist_ok=True)
            write_whole(file, text)

    def _file(self, files: PlanFiles, request: Request) -> Path:
        place = (self._base / files.main.file).as_posix()
        name = _digest([_bytes(place), _asked(request)])
        return self._folder / name[:2] / f"{name[2:]}.json"

    def _digest(self, files: PlanFiles, request: Request) -> str:
        parts = [_bytes(self._code), _asked(request)]
        for file in (files.main, *files.fragments):
            # A file that was left unread differs from an empty one by its size.
            parts += [_bytes(file.file), file.data or b"", _bytes(str(file.size))]
        return _digest(parts)


def _asked(request: Request) -> bytes:
    return _bytes(repr(request._replace(as_of=request.as_of.min)))


def _unchanged(file: str, digest: str, request: Request) -> bool:
    """Whether a shared file is what it was."""
    raw = read_shared(file, max_size=request.max_size)
    return raw is not None and raw.data is not None and _digest([raw.data]) == digest


def _bytes(text: str) -> bytes:
    """Return bytes for any text, also for the name of a file that is none."""
    return text.encode("utf-8", "surrogatepass")


def _digest(parts: Iterable[bytes]) -> str:
    whole = blake2b(digest_size=20)
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()
