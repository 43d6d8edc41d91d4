"""`coalition demo`: a copy of an example, and the way through it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import Run
from coalitionkit.shipped import shipped

EXAMPLE = shipped("examples") / "forest-city"


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Note the steps instead of running them."""
    noted: list[list[str]] = []

    def note(command: list[str], **_options: object) -> subprocess.CompletedProcess[bytes]:
        noted.append(command[command.index("coalitionkit") + 1 :])
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", note)
    return noted


def test_the_whole_way_twice(tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "COALITION_OVERLAY"}
    told = []
    for _time in range(2):
        ran = subprocess.run(
            [sys.executable, "-m", "coalitionkit", "demo"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            timeout=60,
            check=False,
        )
        said = b"invite-madrone-rental-owners: Flesch-Kincaid grade 7.6"
        assert (ran.returncode, ran.stderr.splitlines()) == (0, [said])
        told.append(ran.stdout.decode("utf-8").splitlines())
        (tmp_path / "coalition-demo" / "README.md").write_text("mine", encoding="utf-8")
    assert told[0][0] == "A copy of the example forest-city is in coalition-demo."
    assert told[1][0] == "Going on with the copy in coalition-demo."
    assert told[0][1:] == told[1][1:]
    for step in ("lint", "inventory score", "render invite", "render agenda"):
        assert any(line.startswith(f"   $ coalition {step} ") for line in told[0])
    assert (tmp_path / "coalition-demo" / "README.md").read_text(encoding="utf-8") == "mine"


def test_the_example_is_copied_whole(run: Run, steps: list[list[str]]) -> None:
    ran = run("demo", "somewhere")
    assert (ran.code, ran.err) == (0, "")
    for file in EXAMPLE.rglob("*"):
        if file.is_file():
            assert (Path("somewhere") / file.relative_to(EXAMPLE)).read_bytes() == file.read_bytes()
    assert "  cd somewhere\n" in ran.out
    assert [step[0] for step in steps] == ["lint", "inventory", "render", "render"]


def test_changes_to_the_copy_stay(run: Run, steps: list[list[str]]) -> None:
    run("demo")
    plan = Path("coalition-demo/coalition.yaml")
    plan.write_text("format: 1\n", encoding="utf-8")
    assert run("demo").code == 0
    assert plan.read_text(encoding="utf-8") == "format: 1\n"


@pytest.mark.parametrize("name", ["README.md", "coalition.yaml", "minutes"])
def test_a_folder_of_something_else_stays_as_it_is(run: Run, steps: list[list[str]], name: str) -> None:
    Path(name).write_text("mine", encoding="utf-8")
    ran = run("demo", ".")
    assert (ran.code, ran.out, steps) == (2, "", [])
    assert "holds something else" in ran.err
    assert [path.read_text(encoding="utf-8") for path in Path().iterdir()] == ["mine"]


def test_a_file_in_place_of_the_folder_is_told(run: Run, steps: list[list[str]]) -> None:
    Path("f").write_text("mine", encoding="utf-8")
    ran = run("demo", "f")
    assert (ran.code, steps) == (2, [])
    assert "'f'" in ran.err
    assert Path("f").read_text(encoding="utf-8") == "mine"


def test_a_copy_that_no_longer_works_ends_the_way(
    run: Run, steps: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("demo").code == 0
    monkeypatch.setattr(subprocess, "run", lambda *a, **_options: subprocess.CompletedProcess(a, 1))
    ran = run("demo")
    assert ran.code == 2
    assert "the plan in 'coalition-demo' is not the example as it was" in ran.err
    assert "coalition demo another-folder" in ran.err
    assert "2. Whom" not in ran.out
