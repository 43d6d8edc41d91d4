"""Without whom a need would fail, how far each partner is from that, and what could still change it.

A need that must be met fails when its known holders come from fewer units than it requires. Unknown answers
count as not held, and then as held, to tell what is certain and what is possible.
"""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from coalitionkit.analysis.needs import Need, Needs
from coalitionkit.analysis.units import marks, places


class Part(NamedTuple):
    """What depends on one partner. Needs are given by their ids.

    `critical_for` are the needs that fail without them as things are known, `certain_for` those that fail
    without them whatever the open answers are, `possible_for` those that may. `spare` counts the other
    holders that must drop out before they are critical, the least over their needs; None when they hold none.
    """

    critical_for: tuple[str, ...]
    certain_for: tuple[str, ...]
    possible_for: tuple[str, ...]
    spare: int | None

    @property
    def is_critical(self) -> bool:
        """Whether a need fails without them, as things are known."""
        return bool(self.critical_for)

    @property
    def is_certain(self) -> bool:
        """Whether a need fails without them whatever the open answers are."""
        return bool(self.certain_for)

    @property
    def is_settled(self) -> bool:
        """Whether no open answer could change that they are, or are not, critical."""
        return bool(self.certain_for) or not self.possible_for


class CriticalUnit(NamedTuple):
    """A body with several partners in the inventory without which, as a whole, needs fail.

    `root` is the id of the body, `partners` are those that hold such a need. A county can be critical where
    none of its departments is.
    """

    root: str
    partners: tuple[str, ...]
    critical_for: tuple[str, ...]
    is_certain: bool


def critical(need: Need) -> int:
    """Return the partners without whom a need fails, as things are known: D(K without i) < r."""
    return needed(need, need.known, need.depth) & need.known


def certainly_critical(need: Need) -> int:
    """Return the partners without whom a need fails whatever the open answers are: D(A without i) < r."""
    return needed(need, need.possible, need.possible_depth) & need.known


def possibly_critical(need: Need) -> int:
    """Return the partners without whom a need may turn out to fail: they may hold it, D(K without i) < r."""
    return need.possible if need.gap else critical(need)


def needed(need: Need, holders: int, depth: int) -> int:
    """Return the holders without whom the others come from fewer units than required.

    `depth` is how many units all the holders come from.
    """
    if depth < need.required:
        return holders
    if depth > need.required:
        return 0
    alone = holders & need.units.lone
    for unit in need.units.shared.values():
        here = holders & unit
        if not here & (here - 1):
            alone |= here
    return alone


def parts(needs: Needs) -> tuple[Part, ...]:
    """Return what depends on each partner, in the order of the file."""
    count = len(needs.units.ids)
    known, certain, possible = (
        _by_partner(count, [(need.id, which(need)) for need in needs.musts])
        for which in (critical, certainly_critical, possibly_critical)
    )
    return tuple(map(Part, known, certain, possible, spares(needs)))


def _by_partner(count: int, sets: Iterable[tuple[str, int]]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = [()] * count
    for key, partners in sets:
        for index in places(partners):
            found[index] += (key,)
    return found


def spares(needs: Needs) -> list[int | None]:
    """Return for each partner how many other holders must drop out before they are critical.

    One over one more than this is the responsibility of Chockler and Halpern (2004).
    """
    least: list[int | None] = [None] * len(needs.units.ids)
    for need in needs.musts:
        alone, by_unit = spare_of(need)
        held = marks(need.known, len(least))
        groups = [(places(need.known & need.units.lone), alone)]
        groups += [
            ([index for index in needs.units.parts[root] if held[index]], spare)
            for root, spare in by_unit.items()
        ]
        for group, spare in groups:
            for index in group:
                before = least[index]
                least[index] = spare if before is None else min(before, spare)
    return least


def spare_of(need: Need) -> tuple[int, dict[str, int]]:
    """Return the spare of holders who are units by themselves, and that of holders in each other unit.

    With U units, r required, n holders in one's own unit and the counts of other units sorted upwards:
    nothing if U < r; else n - 1 and the first U - r counts, or for r > 1 the first U - r + 1 counts if that
    is less.
    """
    held = marks(need.known, len(need.units.ids))
    counts = {
        root: holders
        for root, group in need.units.parts.items()
        if (holders := sum(1 for index in group if held[index]))
    }
    if need.depth < need.required:
        return 0, dict.fromkeys(counts, 0)
    ordered = [1] * (need.known & need.units.lone).bit_count() + sorted(counts.values())
    sums = [0, *accumulate(ordered)]

    def spare(own: int) -> int:
        mates_too = own - 1 + _first_others(sums, ordered, own, need.spare)
        if need.required == 1:
            return mates_too
        return min(mates_too, _first_others(sums, ordered, own, need.spare + 1))

    alone = spare(1) if need.known & need.units.lone else 0
    by_count = {own: spare(own) for own in set(counts.values())}
    return alone, {root: by_count[own] for root, own in counts.items()}


def _first_others(sums: list[int], ordered: list[int], own: int, many: int) -> int:
    """Return the sum of the first `many` of the ordered counts, one that equals `own` left out."""
    return sums[many + 1] - own if bisect_left(ordered, own) < many else sums[many]


def critical_units(needs: Needs) -> tuple[CriticalUnit, ...]:
    """Return the bodies of several partners without which needs fail, in the order of their ids."""
    found = []
    for root, unit in sorted(needs.units.shared.items()):
        failing = [need for need in needs.musts if need.known & unit and need.depth <= need.required]
        if failing:
            holders = 0
            for need in failing:
                holders |= need.known & unit
            certain = any(need.possible_depth <= need.required for need in failing)
            keys = tuple(need.id for need in failing)
            found.append(CriticalUnit(root, needs.units.named(holders), keys, certain))
    return tuple(found)
