"""Where the time of one `coalition lint` goes: each import and each step, in milliseconds.

    python benchmarks/stages.py --members 60 --processes 9

Run it with the interpreter of the environment to look at. Every process measures all stages once, from
the cold; shown is the least of each, so that a busy machine blurs it little. Steps marked `again` are
repeated in the warm process: what a second plan of the same run costs.
"""

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from plans import plan_text

LAYERS = {
    "typer": "typer",
    "pydantic": "pydantic.main",
    "pydantic for typer": "typer._adapters",
    "C parser": "_ruamel_yaml",
    "findings, places": "coalitionkit.findings",
    "vocabularies": "coalitionkit.model.vocabulary",
    "values": "coalitionkit.model.values",
    "model classes": "coalitionkit.model.coalition",
    "source": "coalitionkit.source.reader",
    "loading": "coalitionkit.loading",
    "rules": "coalitionkit.rules.catalogue",
    "command line": "coalitionkit.cli.boundary",
    "lint command": "coalitionkit.cli.commands.lint",
}
"""What is imported, bottom up, so that each import pays for itself alone."""

_Result = TypeVar("_Result")


class Watch:
    """Milliseconds by stage, in the order in which they were measured."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}

    def time(self, stage: str, step: Callable[[], _Result]) -> _Result:
        """Run a step and write down how long it took."""
        start = perf_counter()
        result = step()
        self.stages[stage] = (perf_counter() - start) * 1000
        return result


def measure(plan: Path) -> dict[str, float]:
    """Return the stages of one lint of a plan, in this process."""
    gc.disable()  # as the command does, or when it pleases the collector its pauses land on any stage
    watch = Watch()
    for label, module in LAYERS.items():
        watch.time(f"import {label}", lambda module=module: _imported(module))  # type: ignore[misc]
    _steps(watch, plan)
    return watch.stages


def _imported(module: str) -> None:
    try:
        import_module(module)
    except ImportError:  # another release of typer, or no C parser: then it costs nothing
        return


def _steps(watch: Watch, plan: Path) -> None:
    from pydantic_core import SchemaValidator

    from coalitionkit.cli.show.findings import full
    from coalitionkit.loading.cross_check import cross_check
    from coalitionkit.loading.survey import survey
    from coalitionkit.loading.validation import validate
    from coalitionkit.model.coalition import Coalition
    from coalitionkit.rules.catalogue import RULES
    from coalitionkit.rules.engine import judge
    from coalitionkit.settings import settings_for
    from coalitionkit.source.reader import read
    from coalitionkit.source.text import Text
    from coalitionkit.source.tree import MappingNode
    from coalitionkit.workspace import find_plans, read_plan

    files = watch.time("find and open", lambda: read_plan(find_plans([plan])[0]))
    text = Text.decoded(files.main.file, files.main.data or b"")
    watch.time("parser events alone", lambda: _events(text.content))
    root = watch.time("read", lambda: read(text).root)
    if not isinstance(root, MappingNode):
        raise SystemExit(f"{plan} is no plan")
    surveyed = watch.time("survey", lambda: survey(root, Coalition))
    watch.time("build the schema", lambda: SchemaValidator(Coalition.core()))
    watch.time("validate", lambda: validate(root, surveyed, Coalition))
    watch.time("cross-check", lambda: list(cross_check(surveyed)))
    from coalitionkit.loading import load

    loaded = watch.time("load again", lambda: load(files))
    settings = settings_for(loaded.committed)
    day = date(2026, 6, 1)
    verdict = watch.time("rules", lambda: judge(loaded, RULES, settings=settings, as_of=day))
    watch.time("render the findings", lambda: list(full([verdict], width=100, as_of=day)))


def _events(content: str) -> int:
    """Count the events of a text: the floor under every reader."""
    from _ruamel_yaml import CParser

    next_event = CParser(content).get_event
    count = 0
    while next_event() is not None:
        count += 1
    return count


def least(plan: Path, processes: int) -> dict[str, float]:
    """Return the least time of each stage over several fresh processes."""
    best: dict[str, float] = {}
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = (sys.executable, str(Path(__file__).resolve()), "--plan", str(plan))
    for number in range(processes + 1):
        done = subprocess.run(command, env=variables, check=True, capture_output=True, encoding="utf-8")
        if number:  # the first may have had to compile
            stages: dict[str, float] = json.loads(done.stdout)
            best = {stage: min(time, best.get(stage, time)) for stage, time in stages.items()}
    return best


def main() -> None:
    """Print a table of the stages; with --plan, what one process measured, as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--members", type=int, default=60, help="members of the plan that is linted")
    parser.add_argument("--processes", type=int, default=9, help="how many fresh processes are asked")
    parser.add_argument("--plan", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.plan:
        print(json.dumps(measure(options.plan)))
        return
    with tempfile.TemporaryDirectory() as name:
        plan = Path(name) / "coalition.yaml"
        plan.write_text(plan_text(options.members), encoding="utf-8", newline="\n")
        size = plan.stat().st_size / 1000
        best = least(plan, options.processes)
    print(f"{'stage':<28}{f'ms, {size:.0f} KB':>12}")
    for stage, time in best.items():
        print(f"{stage:<28}{time:>12.1f}")
    once = sum(time for stage, time in best.items() if stage not in {"parser events alone", "load again"})
    print(f"{'one lint, without the rest':<28}{once:>12.1f}   (start of Python, typer's parsing, exit)")


if __name__ == "__main__":
    main()
