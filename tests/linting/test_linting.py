"""Many plans: the same verdicts whoever finds them, each with its own text to show."""

from datetime import date
from pathlib import Path

import pytest
from builders import whole

from coalitionkit.errors import UnreadableFileError
from coalitionkit.findings import Profile
from coalitionkit.linting import Memory, Request, Run, lint_plans
from coalitionkit.verdicts import Verdict
from coalitionkit.workspace import PlanPaths, find_plans

REQUEST = Request(as_of=date(2026, 6, 30), profile=Profile.SUSTAIN)
MANY = 90


@pytest.fixture
def county_plans(tmp_path: Path) -> list[PlanPaths]:
    """Write plans of different lengths and with different findings."""
    for number in range(MANY):
        folder = tmp_path / f"county-{number:02}"
        folder.mkdir()
        members = "".join(f"  - {{id: member-{n}, name: Member {n}}}\n" for n in range(number % 7))
        text = whole(f"members:\n{members}" if members else "") if number % 9 else "format: 1\ncoalition: {"
        (folder / "coalition.yaml").write_text(text, encoding="utf-8")
    return find_plans([tmp_path])


def _verdicts(plans: list[PlanPaths], run: Run) -> list[Verdict]:
    found = sorted(lint_plans(plans, run), key=lambda numbered: numbered[0])
    assert [number for number, _ in found] == list(range(len(plans)))
    return [verdict._replace(texts={}) for _, verdict in found]


def test_processes_find_what_one_finds(county_plans: list[PlanPaths], tmp_path: Path) -> None:
    alone = _verdicts(county_plans, Run(REQUEST))
    assert _verdicts(county_plans, Run(REQUEST, processes=2)) == alone
    assert [verdict.file for verdict in alone] == [plan.main.as_posix() for plan in county_plans]
    memory = Memory(tmp_path / "cache", code="1", base=tmp_path)
    for _ in range(2):
        assert _verdicts(county_plans, Run(REQUEST, memory, processes=2)) == alone


def test_texts_of_many_plans_are_read_when_shown(county_plans: list[PlanPaths]) -> None:
    for _, verdict in lint_plans(county_plans, Run(REQUEST, processes=2)):
        text = verdict.texts.get(verdict.file)
        assert text is not None
        assert text.content == Path(verdict.file).read_text(encoding="utf-8")
        assert verdict.texts.get("nowhere.yaml") is None


def test_a_plan_that_vanishes_is_told(county_plans: list[PlanPaths]) -> None:
    county_plans[40].main.unlink()
    for processes in (1, 2):
        with pytest.raises(UnreadableFileError, match="county-40"):
            list(lint_plans(county_plans, Run(REQUEST, processes=processes)))
