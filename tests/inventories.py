"""Small inventories for tests: built by hand, drawn at random, and judged by trying everything."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, permutations, product
from random import Random
from typing import Any

from coalitionkit.analysis.choosing.question import Choices, Question, gravity
from coalitionkit.analysis.holdings import Held
from coalitionkit.analysis.needs import Need, Needs
from coalitionkit.analysis.units import Units, places, set_of, units
from coalitionkit.model.coalition import Coalition


def dice(seed: int) -> Random:
    """Return a source of draws that are the same in every run."""
    return Random(seed)  # noqa: S311 - nothing here is secret


def need(key: str, known: int, bodies: Units, **overrides: Any) -> Need:
    """Return a must-need for an asset that some partners hold; `unknown` is the set of those not asked."""
    unknown = overrides.pop("unknown", 0)
    values: dict[str, Any] = {
        "kind": "asset",
        "of": "data-sharing",
        "label": "Data sharing",
        "required": 1,
        "weight": 1,
        "must": True,
        "purposes": (),
        "generated": False,
        "source": "",
    }
    return Need(id=key, held=Held(known, known | unknown), units=bodies, **values | overrides)


def inventory(
    partners: str, *holdings: str, parents: Mapping[str, str] | None = None, **overrides: Any
) -> Needs:
    """Return needs from letters: partners `abc`; each need a word of its holders, with `?` before unknowns.

    `inventory("abc", "ab?c")` has one need that a and b hold and that c may hold.
    """
    bodies = units(list(partners), [(parents or {}).get(one, one) for one in partners])
    rows = []
    for place, word in enumerate(holdings):
        held, _, unknown = word.partition("?")
        known, asked = (set_of(partners.index(one) for one in part) for part in (held, unknown))
        rows.append(need(f"n{place}", known, bodies, unknown=asked, **overrides))
    return Needs(bodies, tuple(rows))


def drawn(random: Random, *, partners: int, needs: int, settled: bool = False) -> Needs:
    """Return an inventory drawn at random, with bodies, unknowns, weights and needs for several."""
    ids = [f"p{index}" for index in range(partners)]
    roots = [random.choice([key, key, "county", "city"]) for key in ids]
    bodies = units(ids, roots)
    rows = []
    for place in range(needs):
        answers = [random.choice("yynn?" if not settled else "yynnn") for _ in ids]
        rows.append(
            need(
                f"n{place}",
                set_of(index for index, one in enumerate(answers) if one == "y"),
                bodies,
                unknown=set_of(index for index, one in enumerate(answers) if one == "?"),
                required=random.choice([1, 1, 2, 3]),
                weight=random.choice([0, 1, 1, 2]),
                must=random.random() < 0.8,
            )
        )
    return Needs(bodies, tuple(rows))


def asked(random: Random, *, partners: int, needs: int, capped: bool = False) -> Question:
    """Return a question for the list drawn at random, with seats and decisions."""
    table = drawn(random, partners=partners, needs=needs)
    decided = [random.choice("    sswo") for _ in range(partners)]
    seated, wanted, barred = (set_of(i for i, one in enumerate(decided) if one == word) for word in "swo")
    size = random.randrange(4) if capped else None
    fits = tuple(random.choice([0, 40, 60, 60, 120]) for _ in range(partners))
    return Question(table, (1,) * partners, fits, Choices(seated, wanted, barred, size))


def completions(table: Needs) -> Iterator[Needs]:
    """Give every way in which the open answers may turn out."""
    options = [list(subsets(need.unknown)) for need in table]
    for extra in product(*options):
        rows = (
            row._replace(held=Held(row.known | more, row.known | more))
            for row, more in zip(table, extra, strict=True)
        )
        yield Needs(table.units, tuple(rows))


def subsets(partners: int) -> Iterator[int]:
    """Give every part of a set of partners, the empty one first."""
    members = places(partners)
    for size in range(len(members) + 1):
        for some in combinations(members, size):
            yield set_of(some)


def depth(table: Needs, partners: int) -> int:
    """Count units one by one."""
    return len({table.units.roots[index] for index in places(partners)})


def fails_without(table: Needs, index: int) -> set[str]:
    """Return the must-needs that fail without a partner who holds them, by counting."""
    return {
        need.id
        for need in table.musts
        if need.known >> index & 1 and depth(table, need.known & ~(1 << index)) < need.required
    }


def worth(table: Needs, present: Iterable[int]) -> Fraction:
    """Return the part of all need that some partners meet: the first holders count one part each."""
    chosen = set_of(present)
    whole = sum(need.weight for need in table) or 1
    met = (
        Fraction(need.weight * min(need.required, depth(table, need.known & chosen)), need.required)
        for need in table
    )
    return sum(met, Fraction(0)) / whole


def owen(table: Needs) -> list[Fraction]:
    """Return what each partner adds on average over the orders that keep bodies together (Owen 1977)."""
    groups: dict[str, list[int]] = {}
    for index, root in enumerate(table.units.roots):
        groups.setdefault(root, []).append(index)
    total = [Fraction(0)] * len(table.units.ids)
    orders = 0
    for outer in permutations(groups.values()):
        for inner in product(*(list(permutations(group)) for group in outer)):
            orders += 1
            present: list[int] = []
            for index in (one for group in inner for one in group):
                before = worth(table, present)
                present.append(index)
                total[index] += worth(table, present) - before
    return [amount / orders for amount in total]


def best_list(question: Question) -> tuple[tuple[int, ...], int]:
    """Return the value and the set of the best list, by trying all: what is missing, size, nice, fit, ids."""
    return min(
        (_judged(question, question.decided | more), question.decided | more) for more in _rooms(question)
    )


def _rooms(question: Question) -> Iterator[int]:
    for more in subsets(question.free):
        if question.room is None or more.bit_count() <= question.room:
            yield more


def _judged(question: Question, chosen: int) -> tuple[int, ...]:
    table = question.needs
    lacking = {n.id: max(0, n.required - depth(table, n.known & chosen)) for n in table}
    # A name that comes earlier counts more than all later ones together.
    names = sum(1 << len(table.units.ids) - table.units.rank[index] for index in places(chosen))
    return (
        sum(gravity(n) * lacking[n.id] for n in table.musts),
        sum(question.costs[index] for index in places(chosen & ~question.choices.seated)),
        sum(n.weight * lacking[n.id] for n in table if not n.must),
        -sum(question.fits[index] for index in places(chosen)),
        -names,
    )


def plan(
    partners: Sequence[Mapping[str, Any]], needs: Sequence[Mapping[str, Any]] = (), **sections: Any
) -> Coalition:
    """Return a plan with partners named after their ids, and needs for assets by default."""
    inventory = {"needs": [{"kind": "asset", "of": one["id"], **one} for one in needs]}
    inventory |= sections.pop("inventory", {})
    return Coalition.read(
        {
            "format": "1",
            "coalition": {"id": "forest-city", "name": "Forest City Mobility Coalition"},
            "partners": [
                {"name": one["id"].replace("-", " ").title(), "sector": "nonprofit", **one}
                for one in partners
            ],
            "inventory": inventory,
            **sections,
        }
    )


def settled(*assets: str) -> dict[str, Any]:
    """Return holdings that say all: these assets and no others."""
    return {"held": list(assets), "complete": True}
