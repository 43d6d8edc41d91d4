"""Where plans are found and how their files are read, without ever reading more than a bound.

`coalition.yaml` is a plan; `coalition.d/*.yaml` beside it are its fragments, `coalition.private.yaml` its
private overlay. A file of any other name is a plan when it is named outright.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from coalitionkit.errors import (
    CoalitionError,
    ConfigurationError,
    NoPlanError,
    OutsideError,
    UnreadableFileError,
    UnwritableFileError,
)
from coalitionkit.prose import quoted
from coalitionkit.source.files import FRAGMENTS, PLAN, PRIVATE, PlanFiles, RawFile, RevisedFile
from coalitionkit.source.store import remove_whole, replace_whole
from coalitionkit.source.text import NotUtf8Error, Text

MAIN = PLAN

MAX_SIZE = 8_000_000
"""The largest file that is read, in bytes, unless the caller says otherwise."""

_PASSED_OVER = frozenset({"node_modules", "__pycache__", FRAGMENTS})


class PlanPaths(NamedTuple):
    """The files of one plan on disk. `content` stands in for the main file when it was handed in."""

    main: Path
    fragments: tuple[Path, ...] = ()
    overlay: Path | None = None
    content: bytes | None = None

    @property
    def size(self) -> int:
        """About how many bytes there are to read, 0 where that cannot be told."""
        try:
            return sum(file.stat().st_size for file in (self.main, *self.fragments))
        except OSError:
            return 0


class OnDisk(Mapping[str, Text]):
    """The texts of files by name, each read when it is asked for; what cannot be read is not there.

    The last one is kept, because findings of one file are shown together.
    """

    def __init__(self, max_size: int) -> None:
        self._max_size = max_size
        self._last: Text | None = None

    def __getitem__(self, file: str) -> Text:
        if self._last is None or self._last.file != file:
            self._last = self._text(file)
        return self._last

    def _text(self, file: str) -> Text:
        try:
            return Text.decoded(file, _read(Path(file), self._max_size).data or b"")
        except NotUtf8Error as error:
            return error.text
        except UnreadableFileError as error:
            raise KeyError(file) from error

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def find_plans(paths: Iterable[Path]) -> list[PlanPaths]:
    """Return the plans that the paths name, each once: files in the order given, folders searched.

    Raises NoPlanError for a path that does not exist and for a folder without plans, OutsideError for a file
    found there that is a link out of its repository.
    """
    plans: dict[str, PlanPaths] = {}
    for path in paths:
        for main in _mains(path):
            # Unlike Path.resolve, this takes a circle of links for what it is: reading it will fail.
            plans.setdefault(os.path.realpath(main), _around(main))
    return list(plans.values())


def handed_in(content: bytes, name: Path) -> PlanPaths:
    """Return the plan whose main file has this content instead of what is on disk."""
    return _around(name)._replace(content=content)


def with_overlay(plans: list[PlanPaths], overlay: Path | None) -> list[PlanPaths]:
    """Return the plans with another overlay than the one beside them; None leaves overlays out.

    Raises ConfigurationError when the overlay is missing or there are several plans it could belong to.
    """
    if overlay is not None and len(plans) > 1:
        raise ConfigurationError(
            f"the overlay '{overlay}' was given for {len(plans)} plans, but an overlay belongs to one",
            hint="name one plan, or leave overlays out with --no-overlay",
        )
    if overlay is not None and not overlay.is_file():
        raise ConfigurationError(f"there is no overlay file '{overlay}'")
    return [plan._replace(overlay=overlay) for plan in plans]


def read_plan(plan: PlanPaths, *, max_size: int = MAX_SIZE) -> PlanFiles:
    """Read the files of a plan; a file beyond `max_size` bytes is left unread and says so.

    Raises UnreadableFileError when the operating system refuses.
    """
    if plan.content is None:
        main = _read(plan.main, max_size)
    else:
        size = len(plan.content)
        kept = plan.content if size <= max_size else None
        main = RawFile(plan.main.as_posix(), kept, size)
    return PlanFiles(
        main,
        tuple(_read(fragment, max_size) for fragment in plan.fragments),
        _read(plan.overlay, max_size) if plan.overlay else None,
    )


def read_shared(path: str, named_in: str | None = None, *, max_size: int = MAX_SIZE) -> RawFile | None:
    """Read a file of settings that plans share; None when there is none.

    Where another file names it, it has to lie in the repository of that file, and a link may lead only to
    what could be named itself. Raises OutsideError where it lies elsewhere, UnreadableFileError for such a
    link, for a folder, and when the operating system refuses.
    """
    file = Path(path)
    try:
        there = file.exists()
    except OSError as error:  # a closed folder on the way, or a name longer than names may be
        raise UnreadableFileError(f"cannot read {quoted(path)}: {error.strerror or error}") from error
    if not there:
        return None
    # Findings show lines of such a file: whoever proposes a change to a plan could read others by it.
    top = None if named_in is None else repository_around(_real(named_in).parent)
    if top is not None and not _real(path).is_relative_to(top):
        raise OutsideError(f"{quoted(path)} lies outside the repository")
    if named_in is not None and not _may_be_named(_real(path).name):
        raise UnreadableFileError(f"{quoted(path)} is a link to a file that is private, or no YAML file")
    return _read(file, max_size)


def _may_be_named(name: str) -> bool:
    low = name.casefold()
    return low.endswith((".yaml", ".yml")) and not low.endswith((PRIVATE, ".private.yml"))


def repository_around(folder: Path) -> Path | None:
    """Return the top folder of the git repository around a folder; None where there is none.

    The folder has to be absolute, for else only what its name shows is looked at.
    """
    return next((one for one in (folder, *folder.parents) if _is_top(one)), None)


def _is_top(folder: Path) -> bool:
    try:
        return (folder / ".git").exists()
    except OSError:  # a folder above may be closed to this user
        return False


def _real(path: str) -> Path:
    return Path(os.path.realpath(path))


def write_revision(files: Iterable[RevisedFile]) -> None:
    """Write the files that edits have changed, in order; when one cannot be written, none is.

    Raises ChangedMeanwhileError when a file is no longer what was read, and UnwritableFileError when the
    operating system refuses.
    """
    done: list[RevisedFile] = []
    try:
        for revised in files:
            _write(revised)
            done.append(revised)
    except CoalitionError:
        for revised in reversed(done):
            with suppress(CoalitionError):
                _write(RevisedFile(revised.file, revised.after, revised.before))
        raise


def _write(revised: RevisedFile) -> None:
    file = Path(revised.file)
    try:
        if revised.after is None:
            remove_whole(file, revised.before)
        else:
            file.parent.mkdir(exist_ok=True)
            replace_whole(file, revised.before, revised.after)
    except OSError as error:
        raise UnwritableFileError(f"cannot write '{file}': {error.strerror or error}") from error
    finally:
        if file.parent.name == FRAGMENTS:
            with suppress(OSError):  # only an empty folder goes
                file.parent.rmdir()


def _mains(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from _search(path)
    elif not path.exists():
        raise NoPlanError(f"there is no file or folder '{path}'")
    elif path.absolute().parent.name == FRAGMENTS:
        yield _existing(_above(path.parent) / MAIN, path)
    elif path.name.endswith(".private.yaml"):
        yield _existing(path.with_name(path.name.replace(".private.yaml", ".yaml")), path)
    else:
        yield path


def _search(folder: Path) -> Iterator[Path]:
    if folder.absolute().name == FRAGMENTS and (_above(folder) / MAIN).is_file():
        yield _above(folder) / MAIN
        return
    found = False
    for parent, folders, files in os.walk(folder, onerror=_unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _PASSED_OVER)
        if "pyvenv.cfg" in files:
            folders.clear()
        elif MAIN in files:
            found = True
            yield _unlinked(Path(parent) / MAIN, Path(parent))
    if not found:
        raise NoPlanError(f"there is no plan in '{folder}' or the folders below it", hint=_instead(folder))


def _unlinked(file: Path, folder: Path) -> Path:
    """Return a file of a plan in a folder that was found, not named.

    Raises OutsideError for a link that leads to what the plan could not extend either.
    """
    # As above: findings show lines of it, and whoever proposes a change may have put the link there.
    if file.is_symlink() or file.parent.is_symlink():
        real, top = _real(file.as_posix()), repository_around(_real(folder.as_posix()))
        if top is not None and not (real.is_relative_to(top) and _may_be_named(real.name)):
            raise OutsideError(
                f"{quoted(file.as_posix())} is a link out of the repository, or to what is no plan",
                hint="put the file itself there",
            )
    return file


def _unreadable(error: OSError) -> None:
    """Refuse to go on as if a folder that cannot be read were empty."""
    raise UnreadableFileError(f"cannot read '{error.filename}': {error.strerror or error}") from error


def _instead(folder: Path) -> str:
    """Say what to do about a folder without a plan: rename what is almost one, or begin one."""
    near = sorted(path.name for path in folder.iterdir() if path.name.casefold().startswith("coalition.y"))
    if near:
        return f"there is a '{near[0]}'; rename it to {MAIN}, or name it: coalition lint {near[0]}"
    return f"a plan is a file named {MAIN}; 'coalition init' begins one"


def _above(folder: Path) -> Path:
    """Return the folder above, also of the folder that one stands in."""
    return folder.parent if folder.name else folder / ".."


def _existing(main: Path, part: Path) -> Path:
    if main.is_file():
        return main
    raise NoPlanError(f"'{part}' is part of a plan, but there is no '{main.as_posix()}' for it to belong to")


def _around(main: Path) -> PlanPaths:
    """Return a plan with the fragments and the overlay that lie beside it."""
    folder = main.parent / FRAGMENTS
    fragments: tuple[Path, ...] = ()
    if main.name == MAIN and folder.is_dir():
        try:
            fragments = tuple(
                sorted(
                    _unlinked(path, main.parent)
                    for path in folder.iterdir()
                    if path.suffix == ".yaml" and path.is_file()
                )
            )
        except OSError as error:
            _unreadable(error)
    overlay = main.with_name(main.stem + ".private.yaml")
    return PlanPaths(main, fragments, overlay if overlay.is_file() else None)


def _read(path: Path, max_size: int) -> RawFile:
    try:
        if path.exists() and not path.is_file():
            raise UnreadableFileError(f"'{path}' is not a file that can be read")
        size = path.stat().st_size
        if size > max_size:
            return RawFile(path.as_posix(), None, size)
        with path.open("rb") as file:
            # One byte more than allowed tells a file that grew, or lied about its size.
            data = file.read(max_size + 1)
    except OSError as error:
        raise UnreadableFileError(f"cannot read '{path}': {error.strerror or error}") from error
    if len(data) > max_size:
        return RawFile(path.as_posix(), None, len(data))
    return RawFile(path.as_posix(), data, len(data))
