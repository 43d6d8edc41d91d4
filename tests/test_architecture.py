"""The house stands as it was drawn: floors, no clock or terminal below the faces, a quick door."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/coalitionkit"
FACES = ("cli", "__main__.py")
BANNED = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("time", "time"),
    ("os", "environ"),
    ("os", "getenv"),
    ("os", "getcwd"),
    ("Path", "cwd"),
    ("Path", "home"),
    ("sys", "argv"),
    ("sys", "stdin"),
    ("sys", "stdout"),
    ("sys", "stderr"),
}
"""What only a face may ask: the clock, the environment, the folder, the terminal."""
SLOW = {
    "pydantic",
    "pydantic_core",
    "rich",
    "networkx",
    "jinja2",
    "ruamel",
    "_ruamel_yaml",
    "xlsxwriter",
    "python_calamine",
}
"""What `coalition --help` does without."""


def test_nothing_imports_what_stands_above_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    failed = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert not failed, capsys.readouterr().out


def _below_the_faces() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        if file.relative_to(PACKAGE).parts[0] not in FACES:
            yield file.relative_to(PACKAGE), ast.parse(file.read_text(encoding="utf-8"))


def test_nothing_below_the_faces_prints() -> None:
    prints = [
        f"{file}:{node.lineno}"
        for file, tree in _below_the_faces()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"print", "input"}
    ]
    assert prints == []


def test_nothing_below_the_faces_asks_clock_environment_or_folder() -> None:
    asks = [
        f"{file}:{node.lineno} {ast.unparse(node)}"
        for file, tree in _below_the_faces()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name | ast.Attribute)
        and (ast.unparse(node.value).rpartition(".")[2], node.attr) in BANNED
    ]
    assert asks == []


def test_every_module_says_what_lives_in_it() -> None:
    silent = [
        str(file.relative_to(PACKAGE))
        for file in PACKAGE.rglob("*.py")
        if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_file_has_grown_past_a_glance() -> None:
    """About 300 lines; vocabularies are lists of words and may be longer."""
    long = {
        str(file.relative_to(PACKAGE)): lines
        for file in PACKAGE.rglob("*.py")
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > 350
        and "vocabulary" not in file.parts
    }
    assert long == {}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-X", "importtime", "-m", "coalitionkit", *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in ran.stderr.splitlines()}
    assert "coalitionkit" in imported, ran.stderr[-2000:]
    assert sorted(imported & SLOW) == []
