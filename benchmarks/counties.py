"""How long `coalition lint` takes over the plans of all counties, cold and unchanged.

    python benchmarks/counties.py             3,143 plans of about 30 KB
    python benchmarks/counties.py --plans 400 fewer, for a quick look
    python benchmarks/counties.py --check     exit code 1 when a bound is missed

The peers read a sample of the same plans, one process for all of it, so that their start weighs as little
as ours. Times of the processor hold better than times of the clock.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import perf_counter
from typing import NamedTuple

from lint import Environment
from plans import plan_text

COUNTIES = 3_143
"""How many counties and their equivalents there are in the United States."""

DIFFERENT = 60
"""How many different plans are written; the others differ from one of them in a line."""

CPU_BOUND = 12.0
COLD_BOUND = 25.0
WARM_BOUND = 1.5
MEMORY_BOUND = 120.0


class Spent(NamedTuple):
    """What a run took: seconds by the clock, seconds of all processors, MB of the largest process."""

    wall: float
    cpu: float
    memory: float


def write_plans(folder: Path, count: int) -> int:
    """Write plans of about 30 KB in the middle; return how many bytes they are together."""
    dice = Random(1)  # noqa: S311 - plans, no secrets
    texts = [plan_text(dice.choice((10, 12, 14, 15, 16, 20)), seed) for seed in range(DIFFERENT)]
    written = 0
    for number in range(count):
        text = f"{texts[number % DIFFERENT]}x-county: {number}\n"
        file = folder / f"{number // 100:02}" / f"county-{number:04}" / "coalition.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        written += len(text.encode())
    return written


def spent(environment: Environment, arguments: Sequence[str]) -> Spent:
    """Run a program to its end, with all its children."""
    program = (
        "import resource, subprocess, sys\n"
        "code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(code, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)\n"
    )
    start = perf_counter()
    told = subprocess.run(
        [environment.python, "-c", program, *arguments],
        env=environment.variables,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.split()
    wall = perf_counter() - start
    if told[0] not in {"0", "1"}:
        raise SystemExit(f"{' '.join(arguments)[:200]}: exit {told[0]}")
    return Spent(wall, float(told[1]), float(told[2]))


def main() -> int:
    """Time everything and print it; with `--check`, return 1 when a bound is missed."""
    parser = argparse.ArgumentParser(description="Time `coalition lint` over many plans.")
    parser.add_argument("--plans", type=int, default=COUNTIES, help="how many plans there are")
    parser.add_argument("--sample", type=int, default=40, help="how many of them the peers read")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a bound is missed")
    options = parser.parse_args()
    scripts = Path(sys.executable).parent
    environment = Environment(Path(sys.executable), scripts)
    missed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "plans"
        size = write_plans(folder, options.plans)
        environment.variables["COALITION_CACHE_DIR"] = str(Path(name) / "cache")
        print(f"{options.plans:,} plans, {size / 1e6:,.0f} MB; {os.cpu_count()} processors\n")
        print(f"{'':34}{'clock':>9}{'CPU':>9}{'a plan':>10}{'memory':>9}")
        ours = (environment.script("coalition"), "lint", "--as-of", "2026-06-30", "--format", "concise")
        cold = spent(environment, (*ours, str(folder)))
        warm = spent(environment, (*ours, str(folder)))
        alone = spent(environment, (*ours, "--no-cache", "--jobs", "1", str(folder / "00")))
        sample = [str(file) for file in sorted(folder.rglob("coalition.yaml"))[: options.sample]]
        schema = Path(name) / "schema.json"
        schema.write_text(environment.output(ours[0], "schema"), encoding="utf-8")
        rows = [
            ("coalition lint, nothing known", cold, options.plans),
            ("coalition lint, nothing changed", warm, options.plans),
            ("coalition lint, 100 plans alone", alone, min(100, options.plans)),
            (
                f"yamllint, {len(sample)} plans",
                spent(environment, (environment.script("yamllint"), "-d", "relaxed", *sample)),
                len(sample),
            ),
            (
                f"check-jsonschema, {len(sample)} plans",
                spent(
                    environment,
                    (environment.script("check-jsonschema"), "--schemafile", str(schema), *sample),
                ),
                len(sample),
            ),
        ]
        for label, run, count in rows:
            each = run.cpu / count * 1000
            print(f"{label:34}{run.wall:7.2f} s{run.cpu:7.2f} s{each:7.1f} ms{run.memory:6.0f} MB")
        share = options.plans / COUNTIES
        bounds = [
            ("CPU a plan, nothing known", cold.cpu / options.plans * 1000, CPU_BOUND, "ms"),
            ("clock, nothing known", cold.wall, COLD_BOUND * share, "s"),
            ("clock, nothing changed", warm.wall, WARM_BOUND * share if share > 1 else WARM_BOUND, "s"),
            ("memory of a process", max(cold.memory, warm.memory), MEMORY_BOUND, "MB"),
        ]
        print()
        for label, value, bound, unit in bounds:
            held = value <= bound
            missed = missed or not held
            print(f"{label:28}{value:8.2f} {unit:3} <= {bound:g} {unit}  {'PASS' if held else 'FAIL'}")
    return int(missed and options.check)


if __name__ == "__main__":
    raise SystemExit(main())
