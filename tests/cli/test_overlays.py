"""The word on a private file that git would take."""

import subprocess
from pathlib import Path

from cli.conftest import Run
from cli.plans import PLAN, put

EXPOSED = PLAN.replace("    name: Ana López\n", "    name: Ana López\n    phone: 555-0100\n", 1)
WARNING = "git does not ignore it yet; add the line 'coalition.private.yaml' to .gitignore"


def test_a_private_file_that_a_fix_begins_is_told_of(run: Run) -> None:
    assert EXPOSED != PLAN
    subprocess.run(["git", "init", "-q", "."], check=True)  # noqa: S607
    put(EXPOSED)
    assert WARNING not in run("lint", "--diff").err
    assert WARNING in run("lint", "--fix").err
    put(EXPOSED)
    assert WARNING not in run("lint", "--fix").err  # whoever has the file was told


def test_a_private_file_that_git_ignores_or_never_sees_is_not(run: Run) -> None:
    put(EXPOSED)
    assert WARNING not in run("lint", "--fix").err
    Path("coalition.private.yaml").unlink()
    subprocess.run(["git", "init", "-q", "."], check=True)  # noqa: S607
    put("*.private.yaml\n", Path(".gitignore"))
    put(EXPOSED)
    assert WARNING not in run("lint", "--fix").err
