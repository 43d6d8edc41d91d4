"""Each example yields exactly the findings that stand in its `findings.txt`."""

from datetime import date
from pathlib import Path

import pytest

from coalitionkit.cli.show.concise import concise
from coalitionkit.loading import load
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.engine import judge
from coalitionkit.settings import settings_for
from coalitionkit.workspace import find_plans, read_plan

EXAMPLES = sorted(folder for folder in (Path(__file__).parents[1] / "examples").iterdir() if folder.is_dir())
AS_OF = date(2026, 6, 30)


def test_there_are_examples() -> None:
    assert [folder.name for folder in EXAMPLES if folder.name == "first-week"] == ["first-week"]


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: str(folder.name))
def test_an_example_yields_exactly_its_findings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    found: list[str] = []
    for plan in find_plans([Path()]):
        outcome = load(read_plan(plan))
        verdict = judge(outcome, RULES, settings=settings_for(outcome.committed), as_of=AS_OF)
        found.extend("".join(piece.text for piece in line) for line in concise(verdict.findings))
    expected = Path("findings.txt").read_text(encoding="utf-8").splitlines()
    command = "coalition lint --format concise=findings.txt --as-of 2026-06-30"
    assert found == expected, f"if this is right, run in examples/{folder.name}: {command}"
