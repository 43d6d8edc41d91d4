"""How long the list of invitations takes: our own search, HiGHS as we ask it, and HiGHS asked plainly.

    python benchmarks/inventory.py
    python benchmarks/inventory.py --sizes 60x40 --seeds 5

Inventories are drawn at random, the same in every run: each partner holds each need with the chance given,
and a need asks for one, two or three holders. `own` and `highs` are whole lists in the strict order of
objectives, and `length` the part of `highs` after which the length is proven. `plain` is the textbook program
for the fewest invitations alone, in the same run. A small inventory is also answered by trying every list.
All must come to the same length. Shown are seconds, the median of the seeds and the most.
"""

import argparse
from collections.abc import Callable
from itertools import combinations
from random import Random
from statistics import median
from time import perf_counter
from typing import Any, TypeVar

from coalitionkit.analysis.choosing import programs
from coalitionkit.analysis.choosing.question import Choices, Question
from coalitionkit.analysis.choosing.selection import HIGHS, OWN, Selection, select
from coalitionkit.analysis.choosing.shortest import NODES, nodes_for, shortfall
from coalitionkit.analysis.criticality import parts
from coalitionkit.analysis.holdings import Held
from coalitionkit.analysis.needs import Need, Needs
from coalitionkit.analysis.shares import shares
from coalitionkit.analysis.units import Units, places, set_of, units

SIZES = ("60x40", "100x45", "200x60")
CHANCES = (0.08, 0.15, 0.25)
SMALL = (16, 12)
MANY = (10_000, 40)

_Result = TypeVar("_Result")


def drawn(partners: int, needs: int, *, chance: float, seed: int) -> Question:
    """Return a question about an inventory drawn at random."""
    random = Random(seed)  # noqa: S311 - nothing here is secret
    ids = [f"p{index:05}" for index in range(partners)]
    bodies = units(ids, ids)
    rows = tuple(_need(place, bodies, chance, random) for place in range(needs))
    fits = tuple(random.choice([0, 40, 60, 80, 120]) for _ in ids)
    return Question(Needs(bodies, rows), (1,) * partners, fits, Choices())


def _need(place: int, bodies: Units, chance: float, random: Random) -> Need:
    known = set_of(index for index in range(len(bodies.ids)) if random.random() < chance)
    return Need(
        id=f"n{place}",
        kind="asset",
        of="staff",
        label="Staff",
        required=random.choice([1, 1, 2, 3]),
        weight=1,
        must=True,
        purposes=(),
        generated=False,
        source="",
        held=Held(known, known),
        units=bodies,
    )


def timed(step: Callable[[], _Result]) -> tuple[float, _Result]:
    """Return how many seconds a step took, and its result."""
    start = perf_counter()
    result = step()
    return perf_counter() - start, result


def plainly(question: Question) -> int:
    """Return the fewest invitations by the textbook program: a row for each need, all else as it comes."""
    import highspy

    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call, unused-ignore]
    highs.setOptionValue("output_flag", False)
    for _ in question.costs:
        highs.addVar(0.0, 1.0)
    for index in range(len(question.costs)):
        highs.changeColIntegrality(index, highspy.HighsVarType.kInteger)
        highs.changeColCost(index, 1.0)
    for need in question.needs:
        holders = places(need.known)
        required = float(min(need.required, len(holders)))
        highs.addRow(required, highs.inf, len(holders), holders, [1.0] * len(holders))
    highs.run()
    value: float = highs.getInfo().objective_function_value
    return round(value)


def by_trying(question: Question) -> int:
    """Return the fewest invitations by trying every list, the shorter ones first."""
    everyone = range(len(question.costs))
    return next(
        size
        for size in range(len(question.costs) + 1)
        for some in combinations(everyone, size)
        if shortfall(question.needs, set_of(some)) == question.least_shortfall
    )


def _measured(question: Question, *, highs: bool) -> dict[str, tuple[float, int, bool]]:
    """Return seconds, length and whether it is proven, by who searched."""

    def told(took: float, found: Selection) -> tuple[float, int, bool]:
        return took, found.size, found.is_proven

    found = {"own": told(*timed(lambda: select(question, solver=OWN)))}
    if highs:
        nodes = nodes_for(question, NODES)
        took, length = timed(lambda: programs.shortest(question, nodes=nodes))
        found["length"] = (took, length.chosen.bit_count(), length.proven)
        found["highs"] = told(*timed(lambda: select(question, solver=HIGHS)))
        took, size = timed(lambda: plainly(question))
        found["plain"] = (took, size, True)
    return found


def _row(partners: int, needs: int, chance: float, seeds: int, *, highs: bool) -> str:
    runs = [_measured(drawn(partners, needs, chance=chance, seed=seed), highs=highs) for seed in range(seeds)]
    for run in runs:
        lengths = {size for _, size, proven in run.values() if proven}
        if len(lengths) > 1:
            raise SystemExit(f"{partners}x{needs}: proven lists of different lengths: {run}")
    cells = []
    for who in runs[0]:
        times = [run[who][0] for run in runs]
        unproven = sum(not run[who][2] for run in runs)
        note = f" {unproven}?" if unproven else ""
        cells.append(f"{f'{median(times):.2f} ({max(times):.2f}){note}':>18}")
    return f"{f'{partners}x{needs}':>8} {chance:>6} {''.join(cells)}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", nargs="+", default=SIZES, help="partners x needs")
    parser.add_argument("--seeds", type=int, default=3, help="how many inventories of each kind")
    options = parser.parse_args()
    highs = programs.is_installed()
    if highs:
        programs.select(drawn(4, 2, chance=0.5, seed=0), nodes=1)  # the first pays for the import
    columns = ("own", "length", "highs", "plain") if highs else ("own",)
    print(f"{'size':>8} {'chance':>6} {''.join(f'{column:>18}' for column in columns)}")
    for size in options.sizes:
        partners, _, needs = size.partition("x")
        for chance in CHANCES:
            print(_row(int(partners), int(needs), chance, options.seeds, highs=highs), flush=True)
    print("N?: in so many runs the list is the best found, and not all of it proven")
    small = drawn(*SMALL, chance=0.2, seed=0)
    took, size = timed(lambda: by_trying(small))
    own, found = timed(lambda: select(small))
    both = f"trying every list {took:.3f} s, own {own:.3f} s, lengths {size} and {found.size}"
    print(f"{SMALL[0]}x{SMALL[1]}: {both}")
    many = drawn(*MANY, chance=0.01, seed=0).needs
    took, _ = timed(lambda: (parts(many), shares(many)))
    print(f"{MANY[0]}x{MANY[1]}: critical flags and shares {took:.2f} s")
    if not highs:
        print("HiGHS is not installed here: pip install 'coalitionkit[solver]' to compare with it")


if __name__ == "__main__":
    main()
