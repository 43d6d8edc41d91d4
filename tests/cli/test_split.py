"""`coalition split`: sections of one file move to files of their own."""

import json
import os
from pathlib import Path

import pytest

from cli.conftest import Run
from cli.plans import FILE, PLAN, put, text
from coalitionkit import workspace
from coalitionkit.source.files import RevisedFile

FRAGMENTS = Path("coalition.d")


def lint(run: Run) -> list[tuple[str, str, str]]:
    """Return what the linter finds, without files and lines."""
    (plan,) = json.loads(run("lint", "--as-of", "2026-07-01", "--format", "json").out)["plans"]
    return sorted((one["code"], one["address"], one["message"]) for one in plan["findings"])


def test_sections_move_and_the_linter_finds_the_same(plan: Run) -> None:
    before = lint(plan)
    ran = plan("split")
    assert (ran.code, ran.err, ran.out) == (0, "", "moved 4 sections to coalition.d\n")
    assert sorted(file.name for file in FRAGMENTS.iterdir()) == [
        "members.yaml",
        "metrics.yaml",
        "partners.yaml",
        "roles.yaml",
    ]
    assert text() == PLAN[: PLAN.index("\npartners:")]
    assert text(FRAGMENTS / "roles.yaml") == "roles:\n  - id: data-lead\n    held_by: [ana-lopez]\n"
    assert lint(plan) == before


def test_split_and_join_leave_the_plan_as_it_was(plan: Run) -> None:
    put("\ufeff" + PLAN.rstrip("\n").replace("\n", "\r\n"))
    before = FILE.read_bytes()
    assert plan("split").code == 0
    assert before.startswith(FILE.read_bytes())
    assert b"\r\n" in (FRAGMENTS / "roles.yaml").read_bytes()
    assert plan("join").code == 0
    assert FILE.read_bytes() == before
    assert not FRAGMENTS.exists()


def test_what_would_move_is_shown_and_nothing_written(plan: Run) -> None:
    ran = plan("split", "--dry-run", "members", "roles")
    assert ran.out.splitlines() == [
        "section  lines  from            to",
        "members  7      coalition.yaml  coalition.d/members.yaml",
        "roles    3      coalition.yaml  coalition.d/roles.yaml",
    ]
    assert ran.err == "nothing is written; without --dry-run: moved 2 sections to coalition.d\n"
    assert (text(), FRAGMENTS.exists()) == (PLAN, False)


def test_programs_get_json(plan: Run) -> None:
    assert json.loads(plan("split", "roles", "--format", "json").out) == {
        "version": 1,
        "written": True,
        "moves": [{"section": "roles", "lines": 3, "from": "coalition.yaml", "to": "coalition.d/roles.yaml"}],
        "files": [
            {"file": "coalition.d/roles.yaml", "new": True, "removed": False},
            {"file": "coalition.yaml", "new": False, "removed": False},
        ],
    }
    again = plan("split", "metrics", "--dry-run", "--format", "json")
    assert json.loads(again.out)["written"] is False


def test_a_plan_that_is_split_stays_so(plan: Run) -> None:
    plan("split")
    ran = plan("split")
    assert (ran.code, ran.out) == (0, "nothing to move: the plan is so already\n")


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("format", "error: 'format' stays in the main file"),
        ("membres", "error: the main file has no section 'membres'; did you mean 'members'?"),
    ],
)
def test_what_cannot_move_is_told(plan: Run, named: str, said: str) -> None:
    ran = plan("split", named)
    assert (ran.code, ran.out, text()) == (2, "", PLAN)
    assert said in ran.err


def test_a_folder_that_cannot_be_made_is_told_and_nothing_changes(plan: Run) -> None:
    put("", FRAGMENTS)
    ran = plan("split")
    assert (ran.code, text()) == (2, PLAN)
    assert "cannot write" in ran.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_told(plan: Run) -> None:
    Path().chmod(0o555)
    try:
        ran = plan("split")
    finally:
        Path().chmod(0o755)
    assert (ran.code, text()) == (2, PLAN)
    assert "cannot write" in ran.err


def test_a_fragment_made_meanwhile_is_left_alone_and_what_was_written_is_undone(
    plan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written(revised: RevisedFile) -> None:
        if revised.file.endswith("metrics.yaml"):
            put("metrics: [] # mine\n", FRAGMENTS / "metrics.yaml")
        real(revised)

    real = workspace._write
    monkeypatch.setattr(workspace, "_write", written)
    ran = plan("split")
    assert (ran.code, text()) == (2, PLAN)
    assert "was made by someone else meanwhile" in ran.err
    assert [file.name for file in FRAGMENTS.iterdir()] == ["metrics.yaml"]
    assert text(FRAGMENTS / "metrics.yaml") == "metrics: [] # mine\n"
