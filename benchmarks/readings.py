"""How long the exact readings of a large inventory take: needs, shares and critical partners.

    python benchmarks/readings.py                    10,000 partners and 40 needs
    python benchmarks/readings.py --partners 1000

The plan is drawn with a fixed seed and loaded first; what is timed is what comes after. The shares are held
against one another: they must add up to the part of all need that the inventory meets.
"""

import argparse
import sys
from collections.abc import Callable
from fractions import Fraction
from random import Random
from time import perf_counter
from typing import Any, TypeVar

from coalitionkit.analysis.asking import questions
from coalitionkit.analysis.criticality import parts
from coalitionkit.analysis.needs import Needs, needs
from coalitionkit.analysis.shares import Share, shares
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.mobility import DOMAINS
from coalitionkit.model.vocabulary.populations import POPULATIONS

_Found = TypeVar("_Found")

FIELDS = {"assets": ASSETS, "serves": POPULATIONS, "represents": POPULATIONS, "domains": DOMAINS}
KINDS = {"asset": ASSETS, "predictor": DOMAINS, "population-served": POPULATIONS}
AIM = 1.0
"""Seconds within which needs, shares and critical partners of 10,000 partners are to be had."""


def plan(partners: int, wanted: int) -> Coalition:
    """Return a plan drawn at random: bodies with parts, answers that are known, denied and open."""
    random = Random(1)  # noqa: S311 - nothing here is secret
    rows: list[dict[str, Any]] = []
    for index in range(partners):
        row: dict[str, Any] = {"id": f"p{index}", "name": f"Partner {index}", "sector": "nonprofit"}
        for field, words in FIELDS.items():
            held, denied = (set(random.sample(sorted(words.words), 4)) for _ in range(2))
            complete = random.choice(["true", "false", "false"])
            row[field] = {"held": sorted(held), "not_held": sorted(denied - held), "complete": complete}
        if index and random.random() < 0.1:  # noqa: PLR2004 - one in ten is a part of a body
            row["parent"] = f"p{random.randrange(index)}"
        rows.append(row)
    pairs = [(kind, word) for kind, book in KINDS.items() for word in sorted(book.words)]
    asked = [
        {"id": f"n{place}", "kind": kind, "of": word, "required": random.choice("123")}
        for place, (kind, word) in enumerate(random.sample(pairs, min(wanted, len(pairs))))
    ]
    about = {"id": "large", "name": "Large"}
    return Coalition.read(
        {"format": "1", "coalition": about, "partners": rows, "inventory": {"needs": asked}}
    )


def timed(label: str, work: Callable[[], _Found]) -> tuple[_Found, float]:
    """Return what some work finds and the best time of three, and print it."""
    best, found = float("inf"), None
    for _ in range(3):
        begun = perf_counter()
        found = work()
        best = min(best, perf_counter() - begun)
    print(f"{label:20} {best * 1000:8.1f} ms")
    assert found is not None  # noqa: S101 - work was done
    return found, best


def main() -> int:
    """Print how long each reading takes; return 1 where all together take longer than they may."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--partners", type=int, default=10_000)
    parser.add_argument("--needs", type=int, default=40)
    given = parser.parse_args()
    made = plan(given.partners, given.needs)
    print(f"{given.partners} partners, {given.needs} needs")
    table, first = timed("needs", lambda: needs(made))
    found, second = timed("shares", lambda: shares(table))
    _, third = timed("critical and spare", lambda: parts(table))
    print(f"{'together':20} {(first + second + third) * 1000:8.1f} ms, aim {AIM * 1000:.0f} ms")
    timed("what to ask next", lambda: questions(table))
    if not adds_up(table, found):
        print("the shares do not add up")
        return 1
    return int(first + second + third > AIM and given.partners <= 10_000)  # noqa: PLR2004 - as the aim says


def adds_up(table: Needs, found: tuple[Share, ...]) -> bool:
    """Whether the shares add up to the part of all need that is met, exactly."""
    whole = sum(need.weight for need in table)
    met = (Fraction(need.weight * min(need.depth, need.required), need.required) for need in table)
    return sum((one.value for one in found), Fraction(0)) == sum(met, Fraction(0)) / whole


if __name__ == "__main__":
    sys.exit(main())
