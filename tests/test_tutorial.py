"""The tutorial is true: its commands are run in an empty folder, and what they print is what it shows.

`pytest --update-golden` writes what they print into the page.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "tutorial.md"
BLOCK = re.compile(r"```(console|yaml)\n(.*?)```\n", re.DOTALL)


def test_every_line_of_the_tutorial_is_true(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    page = PAGE.read_text(encoding="utf-8")
    parts: list[str] = []
    end = 0
    for block in BLOCK.finditer(page):
        parts.append(page[end : block.start()])
        end = block.end()
        if block[1] == "yaml":
            (tmp_path / "coalition.yaml").write_text(block[2], encoding="utf-8", newline="\n")
            parts.append(block[0])
        else:
            command = block[2].splitlines()[0]
            parts.append(f"```console\n{command}\n{output(command, tmp_path)}```\n")
    new = "".join([*parts, page[end:]])
    if request.config.getoption("--update-golden"):
        PAGE.write_text(new, encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == new, "run pytest --update-golden and look at the page"


def output(command: str, folder: Path) -> str:
    prompt, program, *arguments = shlex.split(command)
    assert (prompt, program) == ("$", "coalition"), command
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "coalitionkit", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode in {0, 1}, f"{command}\n{done.stdout}"
    return done.stdout
