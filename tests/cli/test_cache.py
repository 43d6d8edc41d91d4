"""Where verdicts are kept, and what makes them worthless."""

import os
import subprocess
import sys
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
