"""The list of invitations: against trying every list, and on charts with a known answer."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inventories import asked, best_list, dice, inventory, subsets
from lists import best, judged, questions

from coalitionkit.analysis.choosing.cover import Demand, Problem, distinct
from coalitionkit.analysis.choosing.dominance import without_dominated
from coalitionkit.analysis.choosing.greedy import greedy
from coalitionkit.analysis.choosing.prices import sheet
from coalitionkit.analysis.choosing.question import Choices, Question, ShareLimit
from coalitionkit.analysis.choosing.replacement import Replacement, replacements, swaps
from coalitionkit.analysis.choosing.search import Search
from coalitionkit.analysis.choosing.selection import select
from coalitionkit.analysis.choosing.shortest import lacking, shortest, shortfall
from coalitionkit.analysis.needs import Needs
from coalitionkit.analysis.units import places

pytestmark = pytest.mark.long


def question(partners: str, *holdings: str, **overrides: object) -> Question:
    """Return the question for the list of an inventory made of letters, all alike in fit."""
    table = inventory(partners, *holdings, **overrides)  # type: ignore[arg-type]
    count = len(partners)
    return Question(table, (1,) * count, (60,) * count, Choices())


def chart() -> Question:
    """Return the prime implicants of m(4, 8, 10, 11, 12, 15) + d(9, 14) as partners."""
    return question("ABCD", "A", "BC", "BCD", "BD", "AC", "D")


@pytest.mark.parametrize("capped", [False, True])
@pytest.mark.parametrize("seed", range(150))
def test_the_list_is_the_best_of_all(seed: int, capped: bool) -> None:  # noqa: FBT001 - a parameter
    one = asked(dice(seed), partners=8, needs=5, capped=capped)
    found = select(one)
    assert found.is_proven
    assert found.chosen == best_list(one)[1]


@settings(max_examples=1000, deadline=None)
@given(questions())
def test_the_list_is_the_best_of_all_under_shares_sizes_bodies_decisions_and_effort(one: Question) -> None:
    found = select(one)
    under_shares = best(one)
    expected = under_shares or best(one, shares=False)
    assert expected is not None
    assert found.keeps_shares is (under_shares is not None)
    assert found.none_keeps_them is not found.keeps_shares
    assert (judged(one, found.chosen), found.chosen) == expected
    assert found.is_proven


@settings(max_examples=300, deadline=None)
@given(questions(most=6))
def test_replacing_someone_costs_what_trying_finds(one: Question) -> None:
    selection = select(one)
    question = selection.question
    now = best(question)
    assert now is not None
    for index, replacement in replacements(selection).items():
        then = best(replace(question, absent=1 << index))
        expected = None
        if then is not None and then[0].missing <= now[0].missing:
            expected = max(0, then[0].cost // question.unit - now[0].cost // question.unit)
        assert replacement == Replacement(expected, proven=True), question.needs.units.ids[index]


@settings(max_examples=300, deadline=None)
@given(questions(most=6))
def test_a_swap_keeps_every_limit_and_misses_nothing_more(one: Question) -> None:
    selection = select(one)
    question, chosen = selection.question, selection.chosen

    def is_as_good(others: int) -> bool:
        """Whether a list misses no need more than the list does, and keeps the rules about shares."""
        fuller = [lacking(n, others) <= lacking(n, chosen) for n in question.needs.musts]
        return all(fuller) and question.keeps_shares(others)

    for index, able in swaps(question, chosen).items():
        rest = chosen & ~(1 << index)
        outside = places(question.available & ~chosen)
        expected = [other for other in outside if not is_as_good(rest) and is_as_good(rest | 1 << other)]
        assert places(able) == expected


@settings(max_examples=200, deadline=None)
@given(questions(), st.integers(0, 3))
def test_whatever_the_nodes_a_list_keeps_the_limits_and_proofs_are_true(one: Question, nodes: int) -> None:
    found = select(one, nodes=nodes)
    truth = best(found.question)
    assert truth is not None
    mine = judged(found.question, found.chosen)
    for place, proven in enumerate(found.proofs):
        assert not proven or mine[: place + 1] == truth[0][: place + 1]


@settings(max_examples=100, deadline=None)
@given(questions(), st.integers(0, 5))
def test_whoever_stops_the_search_gets_the_best_so_far(one: Question, calls: int) -> None:
    asked_for = iter([False] * calls)
    found = select(one, stopped=lambda: next(asked_for, True))
    assert not found.missing or judged(found.question, found.chosen).missing >= one.least_shortfall
    assert found.question.keeps_shares(found.chosen)


@pytest.mark.parametrize("seed", range(60))
def test_replacing_someone_costs_what_the_best_list_without_them_costs(seed: int) -> None:
    one = asked(dice(seed), partners=7, needs=4, capped=seed % 3 == 0)
    found = select(one)
    (missing, size, *_), _ = best_list(one)
    for index, replacement in replacements(found).items():
        (missing_then, size_then, *_), _ = best_list(replace(one, absent=1 << index))
        expected = None if missing_then > missing else max(0, size_then - size)
        assert replacement == Replacement(expected, proven=True), one.needs.units.ids[index]


@pytest.mark.parametrize("seed", range(60))
def test_swaps_are_those_that_trying_finds(seed: int) -> None:
    one = asked(dice(seed), partners=8, needs=5)
    chosen = select(one).chosen
    now = shortfall(one.needs, chosen)
    for index, able in swaps(one, chosen).items():
        rest = chosen & ~(1 << index)
        needed = shortfall(one.needs, rest) > now
        expected = [
            other
            for other in places(one.available & ~chosen)
            if needed and shortfall(one.needs, rest | 1 << other) <= now
        ]
        assert places(able) == expected


@pytest.mark.parametrize("seed", range(60))
def test_prices_are_below_the_cost_of_every_choice(seed: int) -> None:
    one = asked(dice(seed), partners=7, needs=4)
    for problem in (one.fewest(), replace(one, choices=replace(one.choices, max_size=4)).least_missing()):
        values = [value for chosen in subsets(problem.free) if (value := problem.value(chosen)) is not None]
        start = problem.value(greedy(problem))
        assert start is not None
        found = sheet(problem, known=start)
        assert found.bound <= 1024 * min(values)


def test_tied_covers_of_a_chart() -> None:
    """Two covers of three are tied: the essential primes A and D with B or C, which swap."""
    one = chart()
    found = select(one)
    assert one.needs.units.named(found.chosen) == ("A", "B", "D")
    able = swaps(one, found.chosen)
    assert {one.needs.units.ids[index]: one.needs.units.named(others) for index, others in able.items()} == {
        "A": (),
        "B": ("C",),
        "D": (),
    }
    costs = [replacement.cost for replacement in replacements(found).values()]
    assert costs == [None, 0, None]


def test_replacement_costs_of_prioritizr() -> None:
    """Units that cost 10, 2, none and 3: replacing them costs 0, 8, cannot be asked, and is impossible.

    The first two hold the same, the third nothing, the fourth alone holds something. The first is not chosen.
    """
    base = question("abcd", "ab", "d")
    one = replace(base, costs=(10, 2, 1, 3))
    found = select(one)
    assert one.needs.units.named(found.chosen) == ("b", "d")
    costs = {index: item.cost for index, item in replacements(found).items()}
    assert costs == {1: 8, 3: None}
    assert shortest(replace(one, absent=1)).cost - found.found.cost == 0


def test_fit_decides_between_equals_and_then_the_id() -> None:
    one = question("abc", "abc")
    assert select(one).invited[0].id == "a"
    assert select(replace(one, fits=(60, 60, 61))).invited[0].id == "c"


def test_what_is_good_to_have_counts_before_fit_and_makes_no_list_longer() -> None:
    table = inventory("abcd", "ab", "b", "d")
    rows = (table.rows[0], *(row._replace(must=False) for row in table.rows[1:]))
    one = Question(Needs(table.units, rows), (1,) * 4, (120, 0, 0, 0), Choices())
    assert [step.id for step in select(one).invited] == ["b"]


def test_those_with_a_seat_cost_nothing_and_those_decided_on_stay() -> None:
    one = replace(
        question("abcd", "ab", "bc", "d"), choices=Choices(seated=0b0001, wanted=0b1000, barred=0b0010)
    )
    found = select(one)
    assert found.seated == ("a",)
    assert sorted(step.id for step in found.invited) == ["c", "d"]


def test_a_seat_counts_for_more_than_being_off_the_list() -> None:
    one = replace(question("ab", "ab"), choices=Choices(seated=1, barred=1))
    assert select(one).chosen == 1


def test_what_nobody_can_meet_is_missing() -> None:
    found = select(question("ab", "a", "", "ab", required=2))
    assert found.missing == {"n0": 1, "n1": 2}
    assert not found.meets_every_need
    assert found.chosen == 0b11


def test_a_limit_on_the_size_keeps_the_weightiest_needs() -> None:
    table = inventory("abc", "a", "b", "c")
    rows = tuple(row._replace(weight=weight) for row, weight in zip(table.rows, (1, 3, 2), strict=True))
    one = Question(Needs(table.units, rows), (1,) * 3, (60,) * 3, Choices(max_size=2))
    found = select(one)
    assert (found.capped, [step.id for step in found.invited], found.missing) == (True, ["b", "c"], {"n0": 1})


def test_invitations_go_first_to_those_who_add_most() -> None:
    found = select(question("abc", "a", "c", "c", "b?a"))
    assert [(step.id, step.adds) for step in found.invited] == [
        ("c", ("n1", "n2")),
        ("a", ("n0",)),
        ("b", ("n3",)),
    ]


def test_without_nodes_the_list_is_the_best_found() -> None:
    one = asked(dice(3), partners=10, needs=8)
    found = select(one, nodes=0)
    assert not found.missing or found.missing == select(one).missing
    assert not found.is_proven


def test_an_answer_below_what_is_possible_is_none() -> None:
    problem = Problem((Demand(1, 0b11),), (1, 1), 0b11, {})
    search = Search(problem, [(sheet(problem, known=1), None)], nodes=100)
    answer = search.run(below=1)
    assert (answer.chosen, answer.proven) == (None, True)


def test_units_count_once() -> None:
    assert distinct(0b111, {0: 0b11, 1: 0b11}) == 2
    problem = Problem((Demand(2, 0b111),), (1, 1, 1), 0b111, {0: 0b11, 1: 0b11})
    assert problem.value(0b011) is None
    assert problem.value(0b101) == 2


def test_nobody_is_left_out_for_another_whom_a_limit_keeps_away() -> None:
    """Two bring the same, and everyone on the list must be the second of them."""
    share = ShareLimit(0b10, Fraction(1), at_least=True)
    found = select(replace(question("ab", "ab"), choices=Choices(shares=(share,))))
    assert (found.chosen, found.missing, found.capped) == (0b10, {}, False)


def test_only_those_for_whom_another_always_does_are_left_out() -> None:
    problem = Problem((Demand(1, 0b011), Demand(1, 0b001), Demand(2, 0b110)), (1, 1, 1, 1), 0b1111, {})
    assert without_dominated(problem, range(4)).free == 0b0111
    problem = replace(problem, demands=problem.demands[:2])
    assert without_dominated(problem, range(4)).free == 0b0001
