"""Old verdicts go, and nothing else does."""

import os
from datetime import date
from pathlib import Path

import pytest
from builders import whole

from coalitionkit.linting import Memory, Request, Run, lint_plans
from coalitionkit.linting.sweeping import sweep
from coalitionkit.workspace import find_plans

OLD, THEN, NEW = 1_000_000.0, 2_000_000.0, 3_000_000.0


def put(file: Path, written: float = OLD) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{}", encoding="utf-8")
    os.utime(file, (written, written))
    return file


def test_what_a_memory_keeps_goes_when_it_is_old(tmp_path: Path) -> None:
    plan, folder = tmp_path / "coalition.yaml", tmp_path / "cache"
    plan.write_text(whole(""), encoding="utf-8")
    memory = Memory(folder, code="1", base=tmp_path)
    list(lint_plans(find_plans([plan]), Run(Request(date(2026, 6, 30)), memory)))
    (verdict,) = folder.rglob("*.json")
    os.utime(verdict, (NEW, NEW))
    sweep(folder, THEN)
    assert verdict.exists()
    os.utime(verdict, (OLD, OLD))
    sweep(folder, THEN)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "swept",
        "coalition.yaml",
        f"{'0' * 38}.json",
        f"a1/{'0' * 38}.yaml",
        f"a1/{'0' * 37}.json",
        f"a1/{'0' * 38}.json.bak",
        f"photos/{'0' * 38}.json",
        f"a1/b2/{'0' * 38}.json",
        f"a1/{'0' * 38}.json/x",
    ],
)
def test_files_of_others_stay(tmp_path: Path, name: str) -> None:
    """The folder may be one that was named by mistake."""
    file = put(tmp_path / name)
    gone = put(tmp_path / "a1" / f"{'1' * 38}.json")
    sweep(tmp_path, THEN)
    assert (file.exists(), gone.exists()) == (True, False)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_links_are_not_followed(tmp_path: Path) -> None:
    far = put(tmp_path / "far" / f"{'1' * 38}.json")
    cache = tmp_path / "cache"
    (cache / "b2").mkdir(parents=True)
    (cache / "a1").symlink_to(far.parent, target_is_directory=True)
    (cache / "b2" / far.name).symlink_to(far)
    sweep(cache, THEN)
    assert far.exists()
    assert (cache / "b2" / far.name).is_symlink()


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    sweep(tmp_path / "nowhere", THEN)
    assert list(tmp_path.iterdir()) == []
