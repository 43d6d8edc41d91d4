"""How long letters take: a thousand in Markdown, a hundred in Word, as `coalition render invite` makes them.

    python benchmarks/render.py            median of some rounds
    python benchmarks/render.py --check    exit code 1 when a bound is missed

Whole processes are timed, the reading of the plan and the writing of the files with them. The plan has as
many partners as letters, each with an invitation of its own. Nothing here reads the clock but for timing.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

ROUNDS = 5
_HEAD = """\
format: 1
coalition:
  id: long-list
  name: Long List Coalition
  place: {name: Longwood}
  languages: [en]
focus: {north_star: Everyone in Longwood can stay., predictors: [housing-stability]}
members:
  - {id: ana-lopez, name: Ana López, work_email: ana@example.org, work_phone: 555-0100}
  - {id: ben-ito, name: Ben Ito, work_email: ben@example.org}
roles: [{id: project-manager, held_by: [ana-lopez]}]
decision_model: consensus
practices: {wider-engagement-plan: Evenings in four kitchens each spring.}
metrics:
  - id: evictions
    name: Eviction cases filed
    predictor: housing-stability
    source: {name: County Court}
    baseline: {date: 2025, value: 1240}
"""
_PARTNER = """\
  - id: partner-{number}
    name: Partner number {number}
    sector: nonprofit
    closest: ben-ito
    domains: [housing-stability]
    assets: [staff]
    people: [{{id: person-{number}, name: Person {number}, title: Director}}]
"""
_INVITATION = """\
  - id: invite-{number}
    partner: partner-{number}
    to: person-{number}
    why_you: House {number} kept door {door} and table {table} free for day {number}.
    resources: An analyst for your own counts, two days in each month of the year.
    power_sharing: A seat with a vote, and the lead of the group on homes.
    different: This time nothing is written before you are heard.
    data_point: evictions
"""


class Batch(NamedTuple):
    """Letters that are made together, and the seconds in which they should be."""

    letters: int
    form: str
    bound: float


BATCHES = (Batch(1000, "md", 2.0), Batch(100, "docx", 5.0))


def plan_text(letters: int) -> str:
    """Return a plan with so many partners and as many invitations."""
    numbers = range(1, letters + 1)
    partners = "".join(_PARTNER.format(number=number) for number in numbers)
    invitations = "".join(_INVITATION.format(number=n, door=n * 3, table=n * 7) for n in numbers)
    return f"{_HEAD}partners:\n{partners}invitations:\n{invitations}"


def seconds(batch: Batch, folder: Path) -> float:
    """Return how long one run takes."""
    command = [sys.executable, "-m", "coalitionkit", "render", "invite", "--plan", str(folder), "--as-of"]
    command += ["2026-03-02", "--as", batch.form, "--out", str(folder / "letters"), "--force"]
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    taken = perf_counter() - start
    made = len(list((folder / "letters").glob(f"*.{batch.form}")))
    if made != batch.letters:
        sys.exit(f"{made} of {batch.letters} letters were made")
    return taken


def main() -> None:
    """Time each batch and print the median beside its bound."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--check", action="store_true", help="exit code 1 when a bound is missed")
    options = parser.parse_args()
    missed = 0
    for batch in BATCHES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "coalition.yaml").write_text(plan_text(batch.letters), encoding="utf-8")
            rounds = [seconds(batch, folder) for _ in range(options.rounds)]
        middle = median(rounds)
        missed += middle > batch.bound
        print(
            f"{batch.letters} {batch.form} letters: {middle:.2f} s (best {min(rounds):.2f}), "
            f"bound {batch.bound} s"
        )
    if options.check and missed:
        sys.exit(1)


if __name__ == "__main__":
    main()
