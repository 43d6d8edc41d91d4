"""`coalition join`: the fragments of a plan go back into its main file."""

import json
from pathlib import Path

import pytest

from cli.conftest import Run
from cli.plans import OVERLAY, PLAN, put, text
from cli.test_split import lint
from coalitionkit.cli.opening import WorkingCopy, at_hand
from coalitionkit.shipped import shipped

FRAGMENTS = Path("coalition.d")
MORE = "# kept by Beth\nmembers:\n- id: cy-ode   # new\n  name: Cy Ode\n"


def test_lists_of_several_files_become_one_with_their_comments(plan: Run) -> None:
    put(MORE, FRAGMENTS / "more.yaml")
    before = lint(plan)
    ran = plan("join")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "joined 1 file with 1 section into coalition.yaml\n"
    assert not FRAGMENTS.exists()
    assert text() == PLAN.replace("members:\n", "# kept by Beth\nmembers:\n").replace(
        "# and Ben\n", "# and Ben\n  - id: cy-ode   # new\n    name: Cy Ode\n"
    )
    assert lint(plan) == before


@pytest.mark.parametrize("name", ["first-week", "forest-city", "county-backbone"])
def test_an_example_says_the_same_in_one_file_and_in_many(run: Run, name: str) -> None:
    folder = Path(str(shipped("examples"))) / name
    for file in folder.rglob("*.yaml"):
        put(file.read_text(encoding="utf-8"), file.relative_to(folder))
    before = lint(run)
    for command in ("join", "split", "join"):
        assert run(command).code == 0
        assert lint(run) == before


def test_what_would_move_is_shown_and_nothing_written(plan: Run) -> None:
    put(MORE, FRAGMENTS / "more.yaml")
    ran = plan("join", "--dry-run")
    assert ran.out.splitlines()[1] == "members  4      coalition.d/more.yaml  coalition.yaml"
    assert (text(), text(FRAGMENTS / "more.yaml")) == (PLAN, MORE)


def test_programs_get_json(plan: Run) -> None:
    put(MORE, FRAGMENTS / "more.yaml")
    document = json.loads(plan("join", "--format", "json").out)
    assert document["files"][1] == {"file": "coalition.d/more.yaml", "new": False, "removed": True}


def test_a_folder_that_holds_something_else_stays(plan: Run) -> None:
    put(MORE, FRAGMENTS / "more.yaml")
    put("how we keep these files\n", FRAGMENTS / "README.md")
    assert plan("join").code == 0
    assert [file.name for file in FRAGMENTS.iterdir()] == ["README.md"]


def test_the_overlay_stays_as_it_is(plan: Run) -> None:
    put(MORE, FRAGMENTS / "more.yaml")
    put("members: [{id: cy-ode, phone: '5'}] # private\n", OVERLAY)
    assert plan("join").code == 0
    assert text(OVERLAY) == "members: [{id: cy-ode, phone: '5'}] # private\n"


def test_a_fragment_changed_meanwhile_stays_and_the_main_file_too(
    plan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_hand_and_changed(path: Path, *, no_overlay: bool) -> WorkingCopy:
        copy = at_hand(path, no_overlay=no_overlay)
        put(MORE + "# mine\n", FRAGMENTS / "more.yaml")
        return copy

    put(MORE, FRAGMENTS / "more.yaml")
    monkeypatch.setattr("coalitionkit.cli.commands.join.at_hand", at_hand_and_changed)
    ran = plan("join")
    assert ran.code == 2
    assert "'more.yaml' was changed by someone else meanwhile; nothing was written" in ran.err
    assert (text(), text(FRAGMENTS / "more.yaml")) == (PLAN, MORE + "# mine\n")


def test_what_cannot_be_joined_is_told(plan: Run) -> None:
    put("{members: []}\n", FRAGMENTS / "more.yaml")
    ran = plan("join")
    assert (ran.code, text()) == (2, PLAN)
    assert "'coalition.d/more.yaml' stands in braces as a whole" in ran.err
