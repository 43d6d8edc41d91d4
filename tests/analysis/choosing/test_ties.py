"""Lists that do as well as the list: all of them, told or not."""

from collections.abc import Iterable
from functools import reduce

import pytest
from hypothesis import given, settings
from inventories import inventory
from lists import judged, lists, questions

from coalitionkit.analysis.choosing import programs
from coalitionkit.analysis.choosing.question import Choices, Question
from coalitionkit.analysis.choosing.selection import select
from coalitionkit.analysis.choosing.ties import _told, ties


def equal_lists(question: Question, chosen: int) -> list[int]:
    """Return the lists that miss as little and cost as little, by trying all."""
    now = judged(question, chosen)
    return [one for one in lists(question) if judged(question, one)[:2] == now[:2]]


def on_every(sets: Iterable[int]) -> int:
    return reduce(lambda one, other: one & other, sets)


def on_any(sets: Iterable[int]) -> int:
    return reduce(lambda one, other: one | other, sets)


@pytest.mark.parametrize("most", [1, 2, 100])
@settings(max_examples=150, deadline=None)
@given(one=questions(most=7))
def test_tied_lists_are_those_that_trying_finds(most: int, one: Question) -> None:
    selection = select(one)
    question = selection.question
    expected = equal_lists(question, selection.chosen)
    found = ties(selection, most=most)
    assert found is not None
    assert found.are_all is (len(expected) <= most)
    assert selection.chosen in found.lists
    assert len(found.lists) == min(most, len(expected))
    assert set(found.lists) <= set(expected)
    every, some = on_every(expected), on_any(expected)
    assert (found.every, found.some, found.unsure) == (every, some & ~every, 0)
    assert found.none == question.needs.units.everyone & ~some


@pytest.mark.skipif(not programs.is_installed(), reason="HiGHS is not installed: pip install '.[solver]'")
@pytest.mark.parametrize("most", [1, 100])
@settings(max_examples=100, deadline=None)
@given(one=questions(most=7))
def test_integer_programs_find_the_same_tied_lists(most: int, one: Question) -> None:
    selection = select(one)
    question = selection.question
    if not question.free:
        return
    expected = equal_lists(question, selection.chosen)
    tied = programs.TiedPrograms(question, selection.found, 1000, lambda: False)
    chosen, are_all = tied.collect(most)
    assert are_all is (len(expected) <= most)
    mine = selection.chosen & ~question.decided
    told = _told(question, [mine, *(o for o in chosen if o != mine)], tied, most=most, are_all=are_all)
    assert told.every == on_every(expected)
    assert told.some == on_any(expected) & ~on_every(expected)
    assert set(told.lists) <= set(expected)


def test_the_two_covers_of_a_chart_are_tied() -> None:
    """Prime implicants of m(4, 8, 10, 11, 12, 15) + d(9, 14): two are essential, two interchangeable."""
    table = inventory("ABCD", "A", "BC", "BCD", "BD", "AC", "D")
    selection = select(Question(table, (1,) * 4, (60,) * 4, Choices()))
    found = ties(selection)
    assert found is not None
    named = table.units.named
    assert [named(one) for one in found.lists] == [("A", "B", "D"), ("A", "C", "D")]
    assert (named(found.every), named(found.some), named(found.none)) == (("A", "D"), ("B", "C"), ())


def test_nothing_is_told_of_a_list_that_is_not_proven() -> None:
    table = inventory("abc", "ab", "bc", "ac")
    assert ties(select(Question(table, (1,) * 3, (60,) * 3, Choices()), nodes=0)) is None


def test_whoever_stops_learns_what_is_not_known() -> None:
    table = inventory("abcdef", "abc", "def")
    selection = select(Question(table, (1,) * 6, (60,) * 6, Choices()))
    found = ties(selection, stopped=lambda: True)
    assert found is not None
    assert (found.lists, found.are_all) == ((selection.chosen,), False)
    assert found.unsure == 0b111111
