"""The settings of a plan with the shared files that it extends: read in order, within bounds, once each.

Where nothing is extended, nothing is read. Nothing is ever fetched.
"""

import posixpath
import re
from collections.abc import Callable

from coalitionkit.errors import OutsideError, UnreadableFileError
from coalitionkit.findings import Finding, Profile
from coalitionkit.loading import Loaded, checks
from coalitionkit.model.settings import LintSettings
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import listed, quoted
from coalitionkit.settings import Layer, Places, Settings, Shared, settings_for
from coalitionkit.source.files import RawFile
from coalitionkit.source.text import Text

DEEPEST = 8
"""How many files may extend one another in a row."""

MOST_FILES = 50
"""How many shared files one plan may come to."""

Read = Callable[[str, str], RawFile | None]
"""Reads a file by its path and the file that names it; None when there is none.

Raises OutsideError for one that the file may not name, UnreadableFileError for one that cannot be read.
"""

_WEB = r"[A-Za-z][A-Za-z0-9+.-]*://"
_ROOTED = r"[/~]|[A-Za-z]:"


def settings_of(
    loaded: Loaded,
    read: Read,
    *,
    profile: Profile | None = None,
    config: RawFile | None = None,
    isolated: bool = False,
    advice: bool = False,
) -> Settings:
    """Return how a plan is judged.

    `config` counts as a file that the plan extends last. `isolated` leaves out every file, the plan's own
    settings too.
    """
    if isolated:
        return settings_for(None, profile=profile, advice=advice)
    shared = gathered(loaded, read, config=config)
    return settings_for(loaded.committed, profile=profile, advice=advice, shared=shared)


def gathered(loaded: Loaded, read: Read, *, config: RawFile | None = None) -> Shared:
    """Return what the shared files of a plan say, in the order in which they count.

    The files that the plan extends come first, then `config`, the file that the caller names. Of each, what
    it extends itself stands below it. A file that is reached twice counts where it is reached first.
    """
    lint = loaded.committed.lint if loaded.committed is not None else None
    if config is None and (lint is None or not lint.extend):
        return Shared()
    collection = _Collection(read)
    if lint is not None:
        collection.extend(lint, loaded, PLAN / "lint", ())
    if config is not None:
        collection.take(config, ())
    return collection.result()


class _Collection:
    """What has been read so far."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self.layers: list[Layer] = []
        self.files: dict[str, RawFile] = {}
        self.texts: dict[str, Text] = {}
        self.findings: list[Finding] = []

    def result(self) -> Shared:
        return Shared(tuple(self.layers), tuple(self.files.values()), self.texts, tuple(self.findings))

    def take(self, raw: RawFile, chain: tuple[str, ...]) -> None:
        """Read what a file says, after what it extends."""
        from coalitionkit.loading.shared import load_shared  # most plans extend none

        self.files[raw.file] = raw
        shared = load_shared(raw)
        self.texts[raw.file] = shared.text
        # What stands in a file that plans share is not this plan's to mend.
        self.findings.extend(finding._replace(fix=None) for finding in shared.findings)
        if shared.lint is not None:
            self.extend(shared.lint, shared, PLAN, (*chain, raw.file))
            self.layers.append(Layer(shared.lint, PLAN, shared))

    def extend(self, lint: LintSettings, places: Places, at: Address, chain: tuple[str, ...]) -> None:
        """Read each file that some settings extend, or tell at its name why that cannot be."""
        for index, named in enumerate(lint.extend):
            address = (at / "extend")[index]
            place = places.place(address)
            folder = posixpath.dirname(place.file)
            path = posixpath.normpath(posixpath.join(folder, named))
            problem = _refusal(named) or self._too_much(path, chain)
            raw: RawFile | None = None
            if not problem and path in self.files:
                continue
            if not problem:
                raw, problem = self._opened(path, place.file)
            if raw is not None:
                self.take(raw, chain)
            else:
                check = checks.UNUSABLE_EXTEND
                self.findings.append(Finding(check, check.severity, problem, place, address))

    def _too_much(self, path: str, chain: tuple[str, ...]) -> str:
        """Say why a file that exists is one too many; "" when it is not."""
        if path in chain:
            if path == chain[-1]:
                return f"'{path}' would extend itself; remove this line"
            circle = listed(f"'{file}'" for file in chain[chain.index(path) :])
            return f"{circle} would extend each other; remove this line, or the one that leads here"
        if path not in self.files and len(self.files) >= MOST_FILES:
            return f"this plan comes to more than {MOST_FILES} shared files; bring some of them together"
        if len(chain) >= DEEPEST:
            return f"more than {DEEPEST} files extend one another in a row; bring some of them together"
        return ""

    def _opened(self, path: str, named_in: str) -> tuple[RawFile | None, str]:
        """Return a file, or why it cannot be read."""
        try:
            raw = self.read(path, named_in)
        except OutsideError as error:
            return None, f"{error.message}; copy the file into it, or name it with --config"
        except UnreadableFileError as error:
            return None, f"{error.message}; name another file, or remove this line"
        if raw is None:
            return None, f"there is no file '{path}'; correct the path, seen from the file that names it"
        if raw.data is None:
            return None, f"'{path}' is larger than a file may be; name another file, or raise --max-size"
        return raw, ""


def _refusal(named: str) -> str:
    """Say why a name is not the path of a shared file; "" when it is."""
    if re.match(_WEB, named):
        return (
            f"{quoted(named)} lies on the web, from where nothing is fetched; save it here, and name its path"
        )
    if "\\" in named:
        return f"{quoted(named)} is written with '\\'; write the path with '/', so that it is read everywhere"
    if re.match(_ROOTED, named):
        return f"{quoted(named)} is found on one machine only; write the path as seen from this file"
    if named.casefold().endswith((".private.yaml", ".private.yml")):
        return f"{quoted(named)} is private, and settings are not; name another file"
    if not named.endswith((".yaml", ".yml")):
        return f"{quoted(named)} is no YAML file; name one that ends in '.yaml'"
    return ""
