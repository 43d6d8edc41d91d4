"""Pages of the documentation that are true: what they tell you to save and type is saved and typed.

In a block of console lines, each `$ command` is followed by what it prints; a line `...` stands for lines
that are left out. What `coalition` prints in a block of shell commands is not shown. A block that begins with
the name of a file in a comment is saved under that name.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from history.repositories import ENVIRONMENT

DOCS = Path(__file__).parents[1] / "docs"

LEFT_OUT = "..."

_BLOCK = re.compile(r"```(\w+)\n(.*?)```\n", re.DOTALL)
_NAMED = re.compile(r"# ([\w./-]+\.[a-z]+)\n")
_COMMAND = re.compile(r"^\$ (.*)\n", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block of a page: its language, its text, and the file that it is, if it is one."""

    language: str
    text: str
    file: str = ""


def blocks(page: str, *, unnamed: str = "") -> list[Block]:
    """Return the blocks of a page; YAML that names no file is the file `unnamed`."""
    return [_block(*found.groups(), unnamed=unnamed) for found in _BLOCK.finditer(page)]


def assert_true(
    name: str, folder: Path, request: pytest.FixtureRequest, *, unnamed: str = "", **also: str
) -> None:
    """Assert that a page shows what is printed when it is followed in a new folder.

    What is kept between runs is kept beside the folder. `also` is added to the environment. With
    `--update-golden`, what is printed is written into the page.
    """
    file = DOCS / name
    folder.mkdir()
    also = {"COALITION_CACHE_DIR": str(folder.with_name("cache")), **also}
    new = _replayed(file.read_text(encoding="utf-8"), folder, unnamed, also)
    if request.config.getoption("--update-golden"):
        file.write_text(new, encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == new, "run pytest --update-golden and look at the page"


def saved(block: Block, folder: Path) -> None:
    """Save a block as the file that it is."""
    file = folder / block.file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(block.text, encoding="utf-8", newline="\n")


def printed(command: str, folder: Path, also: Mapping[str, str]) -> str:
    """Return what a command of a page prints; it may find something, and nothing else may go wrong."""
    program, *arguments = shlex.split(command)
    known = {"coalition": [sys.executable, "-m", "coalitionkit"], "git": ["git"]}
    done = subprocess.run(  # noqa: S603
        [*known[program], *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, **ENVIRONMENT, "NO_COLOR": "1", "PYTHONUTF8": "1", **also},
        check=False,
    )
    assert done.returncode in {0, 1}, f"{command}\n{done.stdout}"
    return done.stdout


def _block(language: str, text: str, *, unnamed: str) -> Block:
    name = _NAMED.match(text)
    file = name[1] if name else unnamed if language == "yaml" else ""
    return Block(language, text, file)


def _replayed(page: str, folder: Path, unnamed: str, also: Mapping[str, str]) -> str:
    """Return a page as it would have to be."""
    parts: list[str] = []
    end = 0
    for found in _BLOCK.finditer(page):
        parts.append(page[end : found.start()])
        end = found.end()
        block = _block(*found.groups(), unnamed=unnamed)
        if block.file:
            saved(block, folder)
        text = "".join(_typed(block.text, folder, also)) if block.language == "console" else block.text
        for command in block.text.splitlines() if block.language == "sh" else ():
            if command.startswith("coalition "):
                printed(command, folder, also)
        parts.append(f"```{block.language}\n{text}```\n")
    return "".join([*parts, page[end:]])


def _typed(text: str, folder: Path, also: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a console as they would have to be."""
    before, *rest = _COMMAND.split(text)
    assert not before, f"a block of console lines begins with a command, not with {before!r}"
    for command, shown in zip(rest[::2], rest[1::2], strict=True):
        out = printed(command, folder, also)
        pieces = shown.split(f"{LEFT_OUT}\n")
        yield f"$ {command}\n"
        yield shown if len(pieces) > 1 and _stand_in(pieces, out) else out


def _stand_in(pieces: list[str], out: str) -> bool:
    """Whether an output begins with the first of these pieces, ends with the last, and has all in order."""
    first, *between, last = pieces
    if not (out.startswith(first) and out.endswith(last) and len(out) >= len(first) + len(last)):
        return False
    rest = out[len(first) : len(out) - len(last)]
    for piece in between:
        _, found, rest = rest.partition(piece)
        if not found:
            return False
    return True
