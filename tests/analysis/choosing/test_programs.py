"""The list by integer programs: the same as by our own search, and nothing believed that does not hold."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from inventories import asked, dice, drawn
from lists import best, judged, questions

from coalitionkit.analysis.choosing import programs
from coalitionkit.analysis.choosing.program import Program
from coalitionkit.analysis.choosing.question import Choices, Question, ShareLimit
from coalitionkit.analysis.choosing.search import never
from coalitionkit.analysis.choosing.selection import AUTO, HIGHS, OWN, select
from coalitionkit.analysis.choosing.shortest import NoListError
from coalitionkit.analysis.units import set_of
from coalitionkit.errors import MissingExtraError

pytestmark = pytest.mark.long

needs_highs = pytest.mark.skipif(
    not programs.is_installed(), reason="HiGHS is not installed: pip install '.[solver]' to compare with it"
)


def large() -> Question:
    """Return a question that a few nodes do not prove, with a rule about shares."""
    table = drawn(dice(7), partners=40, needs=30)
    third = set_of(range(0, 40, 3))
    share = ShareLimit(third, Fraction(1, 5), at_least=False)
    return Question(table, (1,) * 40, (60,) * 40, Choices(shares=(share,)))


@needs_highs
@settings(max_examples=1000, deadline=None)
@given(questions())
def test_the_two_solvers_agree_on_every_list(one: Question) -> None:
    own, by_programs = select(one, solver=OWN), select(one, solver=HIGHS)
    assert own.is_proven
    assert by_programs.is_proven
    assert (own.chosen, own.keeps_shares) == (by_programs.chosen, by_programs.keeps_shares)
    assert (own.found.shortfall, own.found.cost) == (by_programs.found.shortfall, by_programs.found.cost)


@needs_highs
@settings(max_examples=300, deadline=None)
@given(questions())
def test_integer_programs_find_the_best_of_all(one: Question) -> None:
    expected = best(one)
    if not one.free:
        return
    if expected is None:
        with pytest.raises(NoListError) as caught:
            programs.select(one, nodes=1000)
        assert caught.value.proven
        return
    found, chosen, proofs = programs.select(one, nodes=1000)
    assert (judged(one, chosen), chosen) == expected
    assert all(proofs)
    assert found.shortfall == expected[0].missing


@needs_highs
@pytest.mark.parametrize("seed", range(4))
def test_the_two_solvers_agree_on_larger_lists(seed: int) -> None:
    one = asked(dice(seed), partners=30, needs=20, capped=seed % 2 == 0)
    own, by_programs = select(one), select(one, solver=HIGHS)
    assert own.is_proven
    assert by_programs.is_proven
    assert own.chosen == by_programs.chosen


@needs_highs
def test_auto_asks_highs_where_our_own_search_proves_too_little() -> None:
    one = large()
    assert not select(one, nodes=1).is_proven
    found = select(one, nodes=1, solver=AUTO)
    assert (found.solver, found.size_proven) == (HIGHS, True)
    assert select(one, nodes=10_000, solver=AUTO).chosen == select(one, solver=HIGHS).chosen


def test_auto_is_our_own_search_where_that_proves_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "select", None)
    assert select(asked(dice(1), partners=6, needs=4), solver=AUTO).solver == OWN


def test_without_highs_auto_gives_what_there_is_and_highs_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(programs, "is_installed", lambda: False)
    assert select(large(), nodes=1, solver=AUTO).solver == OWN
    with pytest.raises(MissingExtraError) as caught:
        select(large(), solver=HIGHS)
    assert "coalitionkit[solver]" in caught.value.hint


@needs_highs
def test_a_stopped_program_leaves_what_our_own_search_found() -> None:
    one = large()
    calls = iter([False] * 3)
    found = select(one, nodes=1, solver=AUTO, stopped=lambda: next(calls, True))
    assert not found.is_proven
    assert found.question.keeps_shares(found.chosen)


@needs_highs
def test_a_list_that_does_not_hold_when_counted_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    one = large()
    least = Program.least
    monkeypatch.setattr(Program, "least", lambda self, terms: least(self, terms)._replace(chosen=0))
    found = select(one, nodes=1, solver=AUTO)
    assert found.solver == OWN
    assert found.missing == select(one, nodes=1).missing


@needs_highs
def test_whether_a_choice_is_possible() -> None:
    problem = large().fewest()
    assert programs.is_possible(problem, nodes=1000) is True
    assert programs.is_possible(replace(problem, free=0b1), nodes=1000) is False
    assert programs.is_possible(problem, nodes=1000, stopped=lambda: not never()) is None
