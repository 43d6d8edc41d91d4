"""Where verdicts are kept, and what makes them worthless."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coalitionkit.cli import cache


@pytest.fixture(autouse=True)
def _nothing_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COALITION_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)


def test_a_user_without_a_home_has_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert cache.memory() is None


def test_a_stated_folder_needs_no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COALITION_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(Path, "home", None)
    assert cache._folder() == tmp_path


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these have folders of their own")
def test_a_relative_folder_of_the_system_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "somewhere")
    assert cache._folder() == tmp_path / ".cache" / "coalitionkit"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache._folder() == tmp_path / "xdg" / "coalitionkit"


def test_another_package_beside_the_code_makes_verdicts_worthless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path / "site-packages"
    packages.mkdir()
    os.utime(packages, (1, 1))
    monkeypatch.setattr(sys, "path", [*sys.path, str(packages)])
    before = cache._code()
    assert cache._code() == before
    (packages / "pydantic-9.0.dist-info").mkdir()
    assert cache._code() != before


def test_an_unchanged_plan_is_shown_without_what_judges(tmp_path: Path) -> None:
    plan = tmp_path / "coalition.yaml"
    plan.write_text("format: 1\ncoalition: {id: a, name: A}\nmembers: []\n", encoding="utf-8")
    environment = {**os.environ, "COALITION_CACHE_DIR": str(tmp_path / "cache")}
    command = [
        sys.executable,
        "-X",
        "importtime",
        "-m",
        "coalitionkit",
        "lint",
        "--profile",
        "launch",
        str(plan),
    ]
    first, second = (
        subprocess.run(  # noqa: S603 - our own program
            command, check=False, env=environment, capture_output=True, encoding="utf-8", timeout=60
        )
        for _ in range(2)
    )
    assert first.stdout == second.stdout
    imported = {line.rpartition("|")[2].strip() for line in second.stderr.splitlines()}
    assert "coalitionkit.linting.memory" in imported
    assert not imported & {"pydantic", "coalitionkit.loading", "coalitionkit.rules.catalogue", "_ruamel_yaml"}


def kept(folder: Path, name: str, days: float) -> Path:
    """Return a file of the folder that was written so many days ago."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{}", encoding="utf-8")
    written = time.time() - days * 24 * 60 * 60
    os.utime(file, (written, written))
    return file


def test_what_was_kept_long_ago_goes_once_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COALITION_CACHE_DIR", str(tmp_path))
    old, young = (kept(tmp_path, f"a{n}/{n * 38}.json", days) for n, days in (("1", 91), ("2", 89)))
    cache.memory()
    assert (old.exists(), young.exists()) == (False, True)
    old = kept(tmp_path, f"a1/{'1' * 38}.json", 91)
    cache.memory()
    assert old.exists()
    kept(tmp_path, "swept", 1.1)
    cache.memory()
    assert not old.exists()


def test_a_mark_from_the_future_does_not_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COALITION_CACHE_DIR", str(tmp_path))
    old = kept(tmp_path, f"a1/{'1' * 38}.json", 91)
    kept(tmp_path, "swept", -400)
    cache.memory()
    assert not old.exists()


def test_where_nothing_is_kept_no_folder_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COALITION_CACHE_DIR", str(tmp_path / "cache"))
    assert cache.memory() is not None
    assert not (tmp_path / "cache").exists()


def test_a_folder_that_cannot_be_looked_into_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("COALITION_CACHE_DIR", str(tmp_path / "file"))
    assert cache.memory() is not None
