"""Writing a file whole: all of it or nothing, and nothing but files is replaced."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from stat import S_IMODE, S_ISFIFO
from threading import Thread

import pytest

from coalitionkit.errors import ChangedMeanwhileError
from coalitionkit.source import store
from coalitionkit.source.store import remove_whole, replace_whole, write_whole
from source import writer
from source.writer import version

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes with names, links and modes are POSIX")


def test_a_text_is_written_byte_for_byte(tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    write_whole(file, "one\r\ntwo\nÁ\n")
    write_whole(file, "one\r\nÁ\n")
    assert file.read_bytes() == "one\r\nÁ\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_a_folder_is_refused_and_nothing_is_left_behind(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(folder, "text")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "in use")

    file = tmp_path / "out.json"
    file.write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(PermissionError):
        write_whole(file, "new")
    assert file.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


class _InUseError(PermissionError):
    """What Windows says of a file that another program has open."""

    winerror = 32


def _let_go_after(refusals: int, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Refuse to replace or remove files that often, as Windows does; return how long was waited each time."""
    waited: list[float] = []
    monkeypatch.setattr(store, "sleep", waited.append)
    for name in ("replace", "unlink"):
        real = getattr(Path, name)

        def held(self: Path, *target: Path, real: Callable[..., object] = real) -> object:
            in_use = (target or (self,))[0].name == "out.docx"
            if in_use and len(waited) < refusals:
                raise _InUseError(13, "Access is denied", str(self), None, str(target))
            return real(self, *target)

        monkeypatch.setattr(Path, name, held)
    return waited


def test_a_file_that_is_let_go_of_in_a_moment_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out.docx"
    file.write_bytes(b"old")
    waited = _let_go_after(3, monkeypatch)
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert len(waited) == 3
    assert sum(waited) < 1
    waited.clear()
    remove_whole(file, b"new")
    assert not file.exists()


def test_a_file_that_a_program_holds_open_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out.docx"
    file.write_bytes(b"old")
    _let_go_after(1000, monkeypatch)
    with pytest.raises(PermissionError, match="another program, such as Excel or Word, has it open") as told:
        replace_whole(file, b"old", b"new")
    assert told.value.filename == str(file)
    with pytest.raises(PermissionError, match="close it there"):
        remove_whole(file, b"old")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("out.docx", b"old")]


def test_what_is_no_text_in_the_name_of_a_file_does_not_stop_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "out.json", "bad\udcff name")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "bad? name"


@POSIX
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    write_whole(pipe, "text\n")
    reader.join(timeout=10)
    assert got == ["text\n"]
    assert S_ISFIFO(pipe.stat().st_mode)


@POSIX
def test_a_link_to_a_device_is_followed_and_one_to_a_file_is_not(tmp_path: Path) -> None:
    nowhere, elsewhere = tmp_path / "nowhere", tmp_path / "elsewhere"
    nowhere.symlink_to(os.devnull)
    other = tmp_path / "other"
    other.write_text("old", encoding="utf-8")
    elsewhere.symlink_to(other)
    write_whole(nowhere, "new")
    write_whole(elsewhere, "new")
    assert nowhere.is_symlink()
    assert not elsewhere.is_symlink()
    assert other.read_text(encoding="utf-8") == "old"


@POSIX
def test_who_may_read_a_file_stays_as_it_is(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("old", encoding="utf-8")
    old.chmod(0o600)
    before = os.umask(0o077)
    try:
        write_whole(new, "new")
    finally:
        os.umask(before)
    write_whole(old, "new")
    assert (S_IMODE(old.stat().st_mode), S_IMODE(new.stat().st_mode)) == (0o600, 0o600)


def test_other_bytes_take_the_place_of_those_that_were_read(tmp_path: Path) -> None:
    file = tmp_path / "coalition.yaml"
    replace_whole(file, None, b"one\r\n")
    replace_whole(file, b"one\r\n", b"two\r\n")
    assert file.read_bytes() == b"two\r\n"
    assert [path.name for path in tmp_path.iterdir()] == ["coalition.yaml"]


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (b"one", b"other", "'coalition.yaml' was changed by someone else"),
        (b"one", None, "'coalition.yaml' was deleted by someone else"),
        (None, b"other", "'coalition.yaml' was made by someone else"),
    ],
)
def test_what_changed_meanwhile_is_left_as_it_is(
    tmp_path: Path, before: bytes | None, now: bytes | None, words: str
) -> None:
    file = tmp_path / "coalition.yaml"
    if now is not None:
        file.write_bytes(now)
    with pytest.raises(ChangedMeanwhileError, match=words):
        replace_whole(file, before, b"new")
    if before is not None:
        with pytest.raises(ChangedMeanwhileError):
            remove_whole(file, before)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == (
        {} if now is None else {"coalition.yaml": now}
    )


def test_what_changes_while_it_is_written_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "coalition.yaml"
    file.write_bytes(b"one")
    sync = os.fsync

    def meanwhile(opened: int) -> None:
        file.write_bytes(b"other")
        sync(opened)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(ChangedMeanwhileError):
        replace_whole(file, b"one", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"coalition.yaml": b"other"}


def test_a_file_that_may_only_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "coalition.yaml"
    file.write_bytes(b"one")
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)  # as for people; root may do all
    with pytest.raises(PermissionError, match="may only be read"):
        replace_whole(file, b"one", b"new")
    assert file.read_bytes() == b"one"


@POSIX
def test_a_link_to_an_overlay_is_followed_and_stays(tmp_path: Path) -> None:
    real = tmp_path / "drive" / "private.yaml"
    real.parent.mkdir()
    real.write_bytes(b"one")
    link = tmp_path / "coalition.private.yaml"
    link.symlink_to(real)
    replace_whole(link, b"one", b"two")
    assert link.is_symlink()
    assert real.read_bytes() == b"two"


def test_what_waits_to_become_an_overlay_is_named_like_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    sync = os.fsync

    def look(opened: int) -> None:
        seen.extend(sorted(path.name for path in tmp_path.iterdir()))
        sync(opened)

    monkeypatch.setattr(os, "fsync", look)
    replace_whole(tmp_path / "coalition.private.yaml", None, b"one")
    assert seen[0].startswith(".coalition-")
    assert seen[0].endswith(".private.yaml"), "git would take it in"
    replace_whole(tmp_path / "coalition.yaml", None, b"one")
    waiting = [name for name in seen if name.startswith(".coalition-") and "private" not in name]
    assert waiting
    assert not any(name.endswith(".yaml") for name in waiting), "it would be read as a fragment"


@POSIX
def test_a_killed_writer_leaves_whole_files(tmp_path: Path) -> None:
    rounds = int(os.environ.get("COALITION_KILLS", "4"))
    chance = Random(1)  # noqa: S311 - moments by chance
    for number in range(rounds):
        folder = tmp_path / str(number)
        folder.mkdir()
        files = [folder / "coalition.private.yaml", folder / "coalition.yaml"]
        for file in files:
            file.write_bytes(version(0))
        with subprocess.Popen(  # noqa: S603 - this very interpreter
            [sys.executable, writer.__file__, str(folder)], stderr=subprocess.PIPE
        ) as process:
            _wait_for_change(files[1])
            time.sleep(chance.random() / 20)
            process.kill()
        numbers = [int(file.read_bytes()[:9]) for file in files]
        assert [file.read_bytes() for file in files] == [version(one) for one in numbers], "a file is torn"
        assert numbers[0] - numbers[1] in {0, 1}, "the overlay is written first"
        assert len(list(folder.iterdir())) <= 3, "no more than one file was on its way"


def _wait_for_change(file: Path) -> None:
    begun = time.monotonic()
    while file.read_bytes()[:9] == version(0)[:9]:
        assert time.monotonic() - begun < 30, "the writer does not write"
        time.sleep(0.002)


def test_only_what_was_read_is_removed(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"new")
    with pytest.raises(ChangedMeanwhileError, match="was changed"):
        remove_whole(file, b"old")
    assert file.read_bytes() == b"new"
    remove_whole(file, b"new")
    assert not file.exists()
    with pytest.raises(ChangedMeanwhileError, match="was deleted"):
        remove_whole(file, b"new")
