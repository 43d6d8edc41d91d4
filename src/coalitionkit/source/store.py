"""Writing a file whole: whoever reads it finds the old text or the new one, never a part."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG, S_IWUSR
from time import sleep

from coalitionkit.errors import ChangedMeanwhileError
from coalitionkit.source.files import PRIVATE

_DOORS = ("/dev/", "/proc/")
"""Where names stand for what is open already, such as /dev/stdout: a link there may lead to a plain file."""

_IN_USE = frozenset({5, 32, 33})
"""What Windows says of a file that another program has open, or that may only be read."""

_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)
"""For how many seconds to wait, and how often, before such a file counts as held open."""

_HELD_OPEN = "it may only be read, or another program, such as Excel or Word, has it open; close it there"


def write_whole(file: Path, content: str | bytes) -> None:
    """Put a text in UTF-8, or bytes, in place of a file, or make it; line ends stay as they are.

    Who may read the file stays as it was; a new one has the permissions that new files have here. A link of
    that name is replaced and not followed. What is no file at all, such as a pipe or /dev/null, is written to
    as it stands. Raises OSError, and then no file has changed.
    """
    mode = _mode(file)
    if mode is not None and S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "this is a folder", str(file))
    if _is_door(file, mode):
        _write(file, content, how="w")
        return
    kept = None if file.is_symlink() else mode
    _put_in_place(file, lambda waiting: _write(waiting, content, how="x"), kept)


def replace_whole(file: Path, before: bytes | None, after: bytes) -> None:
    """Put other bytes in place of those that a file held when it was read; None for `before` makes it.

    A link is followed. Once this returns, the new bytes also outlast a loss of power. Raises
    ChangedMeanwhileError when the file holds something else by now, and OSError, also for a file that may
    only be read; then it has not changed.
    """
    file = Path(os.path.realpath(file))
    _check(file, before)
    mode = _mode(file)
    if mode is not None and not os.access(file, os.W_OK):
        raise PermissionError(errno.EACCES, "this file may only be read", str(file))

    def write(waiting: Path) -> None:
        with waiting.open("xb") as opened:
            opened.write(after)
            opened.flush()
            os.fsync(opened.fileno())
        _check(file, before)

    _put_in_place(file, write, mode)
    _settle(file.parent)


def remove_whole(file: Path, before: bytes | None) -> None:
    """Remove a file that holds what it held when it was read.

    Raises ChangedMeanwhileError when it holds something else by now, and OSError; then it is still there.
    """
    _check(file, before)
    _patiently(file, file.unlink)


def _settle(folder: Path) -> None:
    """Have the names in a folder written to disk, where the system lets one ask for that."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _check(file: Path, before: bytes | None) -> None:
    try:
        now = file.read_bytes()
    except FileNotFoundError:
        now = None
    if now != before:
        what = "was deleted" if now is None else "was changed" if before is not None else "was made"
        raise ChangedMeanwhileError(
            f"'{file.name}' {what} by someone else meanwhile; nothing was written",
            hint="look at what is new there, and try again",
        )


def _put_in_place(file: Path, write: Callable[[Path], None], mode: int | None) -> None:
    """Let a new file be written beside another, and give it that one's name."""
    # If this process is killed the file stays: git has to pass over it as it does over an overlay, and no
    # other one may be taken for a part of the plan.
    end = PRIVATE if file.name.endswith(PRIVATE) else ""
    waiting = file.with_name(f".coalition-{os.urandom(8).hex()}{end}")
    try:
        write(waiting)
        if mode is not None:
            waiting.chmod(S_IMODE(mode))
        _patiently(file, lambda: waiting.replace(file))
    except BaseException:
        with suppress(OSError):
            waiting.chmod(S_IMODE(mode or 0) | S_IWUSR)  # Windows removes no file that may only be read
            waiting.unlink()
        raise


def _patiently(file: Path, change: Callable[[], object]) -> None:
    """Change what a name stands for, and try again where Windows refuses because the file is in use.

    Programs that look through new files or carry them to other machines let go of them in a moment. A program
    in which someone has the file open does not.
    """
    for pause in (*_PAUSES, None):
        try:
            change()
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
            if pause is None:
                raise PermissionError(errno.EACCES, _HELD_OPEN, str(file)) from error
            sleep(pause)
        else:
            return


def _mode(file: Path) -> int | None:
    """Return what kind of file there is, and who may read it; None when there is none."""
    try:
        return file.stat().st_mode
    except FileNotFoundError:
        return None


def _is_door(file: Path, mode: int | None) -> bool:
    return mode is not None and (not S_ISREG(mode) or file.as_posix().startswith(_DOORS))


def _write(file: Path, content: str | bytes, *, how: str) -> None:
    # The name of a file may hold bytes that are no text, and what is written may quote it.
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    with file.open(f"{how}b") as opened:
        opened.write(data)
