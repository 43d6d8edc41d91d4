"""The command line as a whole."""

import subprocess
import sys

import pytest

from cli.conftest import Run
from coalitionkit import __version__
from coalitionkit.cli.app import COMMANDS


def test_help_lists_every_command(run: Run) -> None:
    ran = run("--help")
    assert ran.code == 0
    assert [name for name in COMMANDS if f"  {name} " not in ran.out] == []


def test_nothing_asked_shows_the_help(run: Run) -> None:
    ran = run()
    assert "Usage:" in ran.out + ran.err
    assert "Traceback" not in ran.err


def test_the_version_is_told(run: Run) -> None:
    ran = run("--version")
    assert (ran.code, ran.out) == (0, f"coalition {__version__}\n")


def test_an_unknown_command_is_refused(run: Run) -> None:
    ran = run("lnt")
    assert (ran.code, "lnt" in ran.err) == (2, True)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(run: Run, name: str) -> None:
    ran = run(name, "--help")
    assert ran.code == 0
    assert f"coalition {name}" in ran.out


def test_a_closed_pipe_is_no_mistake_of_ours() -> None:
    """`coalition schema | head -1`: the reader goes away before everything is written."""
    with subprocess.Popen(
        [sys.executable, "-m", "coalitionkit", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ran:
        assert ran.stdout is not None
        assert ran.stderr is not None
        assert ran.stdout.readline() == b"{\n"
        ran.stdout.close()
        assert ran.stderr.read() == b""
        assert ran.wait(60) != 3
