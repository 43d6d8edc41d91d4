"""A runner of composite actions, as small as its tests need: steps in bash, inputs by their environment."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from integrations.repositories import program, run

_INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")


def parsed(file: Path) -> dict[str, Any]:
    """Return a YAML file as plain data, with `on` as a word."""
    data = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


@dataclass
class Job:
    """What a job leaves behind: its exit code, what was printed, and the files that steps write to."""

    folder: Path
    temporary: Path
    code: int = 0
    log: str = ""
    steps: list[str] = field(default_factory=list)

    def left(self, name: str) -> str:
        """Return what steps wrote to the file behind a variable such as GITHUB_OUTPUT."""
        file = self.temporary / name
        return file.read_text(encoding="utf-8") if file.exists() else ""


def carried_out(action: Path, job: Job, inputs: dict[str, str], *, without: str = "") -> Job:
    """Run the steps of an action until one fails, leaving one out; inputs not given have their defaults.

    An input that the action does not have is a mistake of the test.
    """
    described = parsed(action / "action.yml")
    values = {name: about.get("default", "") for name, about in described["inputs"].items()}
    assert set(inputs) <= set(values)
    values |= inputs
    for step in described["runs"]["steps"]:
        if step["name"] == without:
            continue
        told = {
            name: _INPUT.sub(lambda found: values[found[1]], text)
            for name, text in step.get("env", {}).items()
        }
        file = job.temporary / "step.sh"
        file.write_text(step["run"], encoding="utf-8", newline="\n")
        done = run(
            *(program("bash"), "--noprofile", "--norc", "-e", "-o", "pipefail", str(file)),
            cwd=job.folder,
            GITHUB_ACTION_PATH=str(action),
            RUNNER_TEMP=str(job.temporary),
            **{name: str(job.temporary / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")},
            **told,
        )
        job.steps.append(step["name"])
        job.log += done.stdout
        job.code = done.returncode
        if job.code:
            break
    return job


def stand_in(temporary: Path, python: str) -> None:
    """Put this environment's own program where the action's step of installing would put it."""
    folder = temporary / "coalitionkit" / "bin"
    folder.mkdir(parents=True)
    source = Path(__file__).parents[2] / "src"
    scripts = {"coalition": f'exec "{python}" -m coalitionkit "$@"', "python": f'exec "{python}" "$@"'}
    for name, script in scripts.items():
        (folder / name).write_text(
            f'#!/bin/sh\nexport PYTHONPATH="{source}" PYTHONUTF8=1\n{script}\n', encoding="utf-8"
        )
        (folder / name).chmod(0o755)
