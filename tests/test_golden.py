"""Golden files that no test compares are orphans: they look checked and are not."""

import ast
from pathlib import Path

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden"


def _compared() -> set[str]:
    """Return the names that are written out in calls of the fixture `golden`."""
    names: set[str] = set()
    for file in TESTS.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "golden"
                and isinstance(node.args[0], ast.Constant)
            ):
                names.add(str(node.args[0].value))
    return names


def test_every_golden_file_is_compared() -> None:
    files = {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*") if file.is_file()}
    assert sorted(files - _compared()) == [], "no test compares these files of tests/golden"
    assert sorted(_compared() - files) == [], "run pytest --update-golden"
