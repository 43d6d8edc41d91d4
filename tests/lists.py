"""Questions about the list of invitations for tests: drawn at random, and answered by trying every list."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from hypothesis import strategies as st
from inventories import depth, need, subsets

from coalitionkit.analysis.choosing.question import Choices, Question, ShareLimit, gravity
from coalitionkit.analysis.needs import Needs
from coalitionkit.analysis.units import places, units

SHARES = [Fraction(1, 2), Fraction(1, 3), Fraction(2, 5), Fraction(333, 1000), Fraction(0), Fraction(1)]


class Judged(NamedTuple):
    """What a list comes to, in the strict order of objectives; less is better."""

    missing: int
    cost: int
    nice: int
    fit: int
    names: int


@st.composite
def questions(draw: st.DrawFn, *, most: int = 8) -> Question:
    """Draw a question: bodies, needs for several, nice needs, seats, decisions, limits, shares and effort."""
    count = draw(st.integers(0, most))
    sets = st.integers(0, (1 << count) - 1)
    ids = draw(st.permutations([f"p{index}" for index in range(count)]))
    roots = [draw(st.sampled_from([key, key, key, "county", "city"])) for key in ids]
    bodies = units(ids, roots)
    rows = [
        need(
            f"n{place}",
            draw(sets),
            bodies,
            required=draw(st.sampled_from([1, 1, 2, 3])),
            weight=draw(st.sampled_from([0, 1, 1, 2])),
            must=draw(st.sampled_from([True, True, True, False])),
        )
        for place in range(draw(st.integers(0, 5)))
    ]
    seldom = st.one_of(st.just(0), sets.flatmap(lambda one: sets.map(lambda two: one & two)))
    choices = Choices(
        seated=draw(seldom),
        wanted=draw(seldom),
        barred=draw(seldom),
        max_size=draw(st.one_of(st.none(), st.integers(0, 4))),
        shares=tuple(
            draw(st.lists(st.builds(ShareLimit, sets, st.sampled_from(SHARES), st.booleans()), max_size=3))
        ),
    )
    fits = tuple(draw(st.sampled_from([0, 40, 60, 60, 120])) for _ in range(count))
    effort = draw(st.booleans())
    unit = count + 1 if effort else 1
    costs = tuple(draw(st.integers(0, 3)) * unit + 1 if effort else 1 for _ in range(count))
    return Question(Needs(bodies, tuple(rows)), costs, fits, choices, unit=unit)


def lists(question: Question, *, shares: bool = True) -> Iterator[int]:
    """Give every list that keeps the limits and the decisions, by trying all."""
    for more in subsets(question.free):
        if question.room is not None and more.bit_count() > question.room:
            continue
        if not shares or _keeps_shares(question, question.decided | more):
            yield question.decided | more


def _keeps_shares(question: Question, chosen: int) -> bool:
    for one in question.choices.shares:
        ours = len([index for index in places(chosen) if one.partners >> index & 1])
        if ours < one.share * len(places(chosen)) if one.at_least else ours > one.share * len(places(chosen)):
            return False
    return True


def judged(question: Question, chosen: int) -> Judged:
    """Return what a list comes to, by counting one by one."""
    table = question.needs
    lacking = {n.id: max(0, n.required - depth(table, n.known & chosen)) for n in table}
    # A name that comes earlier counts more than all later ones together.
    names = sum(1 << len(table.units.ids) - table.units.rank[index] for index in places(chosen))
    return Judged(
        sum(gravity(n) * lacking[n.id] for n in table.musts),
        sum(question.costs[index] for index in places(chosen & ~question.choices.seated)),
        sum(n.weight * lacking[n.id] for n in table if not n.must),
        -sum(question.fits[index] for index in places(chosen)),
        -names,
    )


def best(question: Question, *, shares: bool = True) -> tuple[Judged, int] | None:
    """Return the best list and what it comes to; None when no list keeps the limits."""
    return min(((judged(question, one), one) for one in lists(question, shares=shares)), default=None)
