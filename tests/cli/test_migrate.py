"""`coalition migrate`: what is to be done, what would change, and what has changed."""

from collections.abc import Iterator

import pytest

from cli.conftest import Run
from cli.plans import OVERLAY, PLAN, put, text
from coalitionkit.editing import migrating
from coalitionkit.editing.migrating import Deed, Files, Here, Migration
from coalitionkit.loading import formats
from coalitionkit.source.changes import Rekey

OLD = PLAN.replace("members:", "people:").replace("format: 1", "format: 1 # ours")
PRIVATE = "people: [{id: ben-ito, phone: 555-0100}]\n"


def _renamed(seen: Files) -> Iterator[Deed]:
    for file, path, _ in seen.nodes("people"):
        yield Here(file, Rekey(path, "members"))


@pytest.fixture
def later(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run commands of a later release, whose format is 2, on a plan in format 1."""
    monkeypatch.setattr(migrating, "MIGRATIONS", (Migration(1, "call people members", (_renamed,)),))
    monkeypatch.setattr(formats, "CURRENT", 2)
    put(OLD)
    return run


def test_a_plan_of_the_current_format_has_nothing_to_do(plan: Run) -> None:
    for options in ((), ("--check",), ("--dry-run",)):
        ran = plan("migrate", *options)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == "nothing to do: the plan is in format 1, the current one\n"
    assert text() == PLAN


def test_the_linter_names_the_command(later: Run) -> None:
    ran = later("lint", "--format", "concise")
    assert ran.code == 1
    assert "this plan is in format 1; 'coalition migrate' carries it over to format 2" in ran.out


def test_a_plan_comes_over_with_its_overlay(later: Run) -> None:
    put(PRIVATE, OVERLAY)
    ran = later("migrate")
    assert (ran.code, ran.out) == (0, "1 to 2: call people members\n")
    assert "the plan is in format 2 now; 2 files changed\n" in ran.err
    assert text() == PLAN.replace("format: 1", "format: 2 # ours")
    assert text(OVERLAY) == PRIVATE.replace("people", "members")
    assert later("migrate").out == "nothing to do: the plan is in format 2, the current one\n"


def test_check_and_dry_run_write_nothing(later: Run) -> None:
    put(PRIVATE, OVERLAY)
    ran = later("migrate", "--check")
    assert (ran.code, ran.out) == (1, "1 to 2: call people members\n")
    ran = later("migrate", "--dry-run")
    assert ran.code == 0
    assert "+format: 2 # ours" in ran.out.splitlines()
    assert "555" not in ran.out + ran.err
    assert ran.err == "nothing is written; 2 files would change\n"
    assert (text(), text(OVERLAY)) == (OLD, PRIVATE)


def test_a_plan_without_a_way_is_told(later: Run) -> None:
    put(OLD.replace("format: 1", "format: 0"))
    ran = later("migrate")
    assert ran.code == 2
    assert "there is no way from format 0 to format 2" in ran.err
