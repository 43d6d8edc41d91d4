"""Git repositories for tests: this one as it stands, and small ones that hold plans."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def program(name: str) -> str:
    """Return where a program is; skips the test when it is not on the PATH."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not on the PATH")
    return found


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder and return what came of it, standard error among its output."""
    return subprocess.run(  # noqa: S603 - programs on the PATH
        command,
        cwd=cwd,
        env={
            **{k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "GITHUB_", "PYTHON"))},
            **environment,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody who may commit, and return what it said."""
    who = ("-c", "user.name=Ana Ito", "-c", "user.email=ana@example.org", "-c", "core.hooksPath=/dev/null")
    done = run(program("git"), *who, *arguments, cwd=folder)
    assert done.returncode == 0, done.stdout
    return done.stdout


def committed(folder: Path, message: str = "Record it") -> None:
    """Make a folder a repository if it is none, and commit all that it holds."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", message)


def this_repository(folder: Path) -> Path:
    """Copy this repository as it stands, with what is not committed yet, into a repository of one commit."""
    names = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)
    committed(folder)
    return folder
