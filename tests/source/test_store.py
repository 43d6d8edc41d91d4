"""Writing a file whole: all of it or nothing, and nothing but files is replaced."""

import os
import sys
from pathlib import Path
from stat import S_IMODE, S_ISFIFO
from threading import Thread

import pytest

from coalitionkit.errors import ChangedMeanwhileError
from coalitionkit.source.store import remove_whole, write_whole

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
