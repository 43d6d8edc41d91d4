"""What the wheel carries: the package, its rule examples and the example plans, and no tests."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    pytest.importorskip("pip")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), "."]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    if built.returncode:
        pytest.skip(
            f"the wheel cannot be built here (the build backend needs a network): {built.stderr[-300:]}"
        )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_module_and_data_file_is_in_the_wheel(names: set[str]) -> None:
    package = ROOT / "src" / "coalitionkit"
    expected = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.suffix in {".py", ".yaml", ".typed"}
    }
    assert expected - names == set()


def test_the_examples_are_in_the_wheel(names: set[str]) -> None:
    expected = {
        f"coalitionkit/examples/{path.relative_to(ROOT / 'examples').as_posix()}"
        for path in (ROOT / "examples").rglob("*")
        if path.is_file()
    }
    assert expected - names == set()


def test_nothing_else_is_in_the_wheel(names: set[str]) -> None:
    strangers = {n for n in names if not n.startswith(("coalitionkit/", "coalitionkit-"))}
    assert strangers == set()
