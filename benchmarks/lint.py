"""How long `coalition lint` takes beside other linters, in one run: A B C A B C …, ratios round by round.

    python benchmarks/lint.py            in a fresh environment with the wheel and the peers
    python benchmarks/lint.py --here     in the environment of this interpreter
    python benchmarks/lint.py --check    exit code 1 when a bound is missed

Whole processes are timed, as people and hooks run them. Ratios hold better than times: each is taken
within one round, so that a busy machine weighs on both sides.
"""

import argparse
import os
import subprocess
import sys
import sysconfig
import tempfile
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from plans import plan_text

ROOT = Path(__file__).resolve().parent.parent
SIZES = (15, 60)
BOUND_BY = "60 members"
"""Members of the plans that are linted: about 30 KB, a county's, and 100 KB, a large coalition's."""

HELP_BOUND = 2.0
LINT_BOUND = 0.4
UNCHANGED_BOUND = 0.3
LEAST_ROUNDS = 7


class Command(NamedTuple):
    """A program that is timed; `bound` is how much of its time ours may take, None where none is set."""

    name: str
    arguments: tuple[str, ...]
    bound: float | None = None


class Run(NamedTuple):
    """One run of a program: seconds, and the most memory it held in MB where the system tells."""

    seconds: float
    memory: float | None


class Environment:
    """Where the programs are installed, and what they see of the world."""

    def __init__(self, python: Path, scripts: Path) -> None:
        self.python = str(python)
        self.scripts = scripts
        hidden = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONSTARTUP"}
        self.variables = {name: value for name, value in os.environ.items() if name not in hidden}

    def script(self, name: str) -> str:
        """Return the path of an installed command. Raises SystemExit when it is not installed."""
        path = self.scripts / (f"{name}.exe" if os.name == "nt" else name)
        if not path.exists():
            raise SystemExit(f"'{name}' is not installed in {self.scripts}; run without --here")
        return str(path)

    def output(self, *arguments: str) -> str:
        """Return what a program writes. Raises CalledProcessError when it fails."""
        done = subprocess.run(
            arguments, env=self.variables, check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout

    def run(self, arguments: Sequence[str]) -> Run:
        """Time one run. Exit codes 0 and 1 both mean that the program did its work."""
        start = perf_counter()
        with subprocess.Popen(
            arguments, env=self.variables, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as process:
            memory = _wait(process)
            seconds = perf_counter() - start
            said = process.stderr.read() if process.stderr else b""
        if process.returncode not in {0, 1}:
            raise SystemExit(f"{' '.join(arguments)}: exit {process.returncode}\n{said.decode()}")
        return Run(seconds, memory)


def _wait(process: subprocess.Popen[bytes]) -> float | None:
    """Wait for the end of a process; return its peak memory in MB, None on Windows."""
    if sys.platform == "win32":
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)


def fresh(folder: Path) -> Environment:
    """Make an environment with the project, installed as its users get it, and the peers."""
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    environment = Environment(scripts / ("python.exe" if os.name == "nt" else "python"), scripts)
    pip = (environment.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    environment.output(*pip, f"{ROOT}[bench]")
    return environment


def series(environment: Environment, folder: Path) -> Iterator[tuple[str, list[Command]]]:
    """Yield what is compared: ours first, then its peers with their bounds."""
    coalition = environment.script("coalition")
    environment.variables["COALITION_CACHE_DIR"] = str(folder / "cache")
    schema = folder / "coalition.schema.json"
    schema.write_text(environment.output(coalition, "schema"), encoding="utf-8")
    yield (
        "start-up",
        [
            Command("coalition --help", (coalition, "--help")),
            Command("import typer", (environment.python, "-c", "import typer"), HELP_BOUND),
            Command("empty program", (environment.python, "-c", "pass")),
        ],
    )
    yamllint = environment.script("yamllint")
    check_jsonschema = (environment.script("check-jsonschema"), "--schemafile", str(schema))
    plans = {"example": (ROOT / "examples/forest-city/coalition.yaml").read_text(encoding="utf-8")}
    plans |= {f"{members} members": plan_text(members) for members in SIZES}
    for name, text in plans.items():
        plan = folder / f"{name}.yaml"
        plan.write_text(text, encoding="utf-8", newline="\n")
        path = str(plan)
        bound = LINT_BOUND if name == BOUND_BY else None
        judged = (coalition, "lint", "--no-cache", path)
        for command in (judged, (*check_jsonschema, path)):
            try:
                environment.output(*command)
            except subprocess.CalledProcessError as error:
                # Findings take time to show: whoever has some cannot be compared with one who has none.
                raise SystemExit(f"not clean: {' '.join(command)}\n{error.stdout[:2000]}") from error
        yield (
            f"{name}, {plan.stat().st_size / 1000:.0f} KB",
            [
                Command("coalition lint", judged),
                Command("yamllint -d relaxed", (yamllint, "-d", "relaxed", path), bound),
                Command("yamllint -d default", (yamllint, "-d", "default", path), bound),
                Command("check-jsonschema", (*check_jsonschema, path), bound),
            ],
        )
        if name == BOUND_BY:
            yield (
                f"{name}, unchanged",
                [
                    Command("coalition lint", (coalition, "lint", path)),
                    Command("yamllint -d relaxed", (yamllint, "-d", "relaxed", path), UNCHANGED_BOUND),
                    Command("yamllint -d default", (yamllint, "-d", "default", path), UNCHANGED_BOUND),
                ],
            )


def compare(environment: Environment, commands: Sequence[Command], rounds: int) -> list[list[Run]]:
    """Return the runs of each command, after a first round that does not count."""
    runs: list[list[Run]] = [[] for _ in commands]
    for number in range(rounds + 1):
        for mine, command in zip(runs, commands, strict=True):
            run = environment.run(command.arguments)
            if number:
                mine.append(run)
    return runs


def report(title: str, commands: Sequence[Command], runs: Sequence[Sequence[Run]]) -> bool:
    """Print a table of one series; return whether every bound holds."""
    print(f"\n{title:<22}{'median':>9}{'least':>9}{'memory':>9}{'ours / it':>11}{'from - to':>14}  bound")
    held = True
    for command, mine in zip(commands, runs, strict=True):
        seconds = [run.seconds for run in mine]
        ratios = [ours.seconds / its.seconds for ours, its in zip(runs[0], mine, strict=True)]
        memory = [run.memory for run in mine if run.memory is not None]
        line = f"{command.name:<22}{median(seconds) * 1000:>6.0f} ms{min(seconds) * 1000:>6.0f} ms"
        line += f"{max(memory):>6.0f} MB" if memory else f"{'-':>9}"
        if mine is not runs[0]:
            line += f"{median(ratios):>11.2f}{f'{min(ratios):.2f} - {max(ratios):.2f}':>14}"
        if command.bound is not None:
            good = median(ratios) <= command.bound
            held = held and good
            line += f"  <= {command.bound}  {'PASS' if good else 'FAIL'}"
        print(line)
    return held


def main() -> None:
    """Measure, print, and with --check say by the exit code whether every bound holds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=11, help=f"at least {LEAST_ROUNDS} (default: 11)")
    parser.add_argument("--here", action="store_true", help="use the environment of this interpreter")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a bound is missed")
    options = parser.parse_args()
    rounds = max(options.rounds, LEAST_ROUNDS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.here:
            environment = Environment(Path(sys.executable), Path(sysconfig.get_path("scripts")))
        else:
            environment = fresh(folder / "environment")
        version = environment.output(environment.python, "--version").strip()
        print(f"{version}, {rounds} rounds after a warm-up; times are whole processes.")
        print(
            "A ratio is the median of those within each round. Memory reads no less than this script's own."
        )
        held = [
            report(title, commands, compare(environment, commands, rounds))
            for title, commands in series(environment, folder)
        ]
    if options.check and not all(held):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
