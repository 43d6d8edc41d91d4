"""How far a list of each length gets: against trying every list of that length."""

from dataclasses import replace

from hypothesis import given, settings
from inventories import inventory
from lists import best, questions

from coalitionkit.analysis.choosing.frontier import frontier
from coalitionkit.analysis.choosing.question import Choices, Question
from coalitionkit.analysis.choosing.selection import select


@settings(max_examples=150, deadline=None)
@given(questions(most=6))
def test_each_point_is_the_best_list_of_its_length(one: Question) -> None:
    selection = select(one)
    points = frontier(one, selection)
    assert points[-1].selection is selection
    for point in points:
        asked = replace(selection.question, choices=replace(selection.question.choices, max_size=point.size))
        expected = best(asked) or best(asked, shares=False)
        assert expected is not None
        assert point.selection.chosen == expected[1] or point.size < selection.size == point.selection.size
    shortfalls = [
        p.selection.found.shortfall for p in points if p.selection.keeps_shares == selection.keeps_shares
    ]
    assert shortfalls == sorted(shortfalls, reverse=True)


def test_a_longer_list_meets_more() -> None:
    table = inventory("abc", "a", "a", "b", "c")
    one = Question(table, (1,) * 3, (60,) * 3, Choices())
    points = frontier(one, select(one))
    assert [(point.size, point.met) for point in points] == [(0, 0), (1, 2), (2, 3), (3, 4)]


def test_who_stops_gets_the_list_itself() -> None:
    one = Question(inventory("abc", "a", "b"), (1,) * 3, (60,) * 3, Choices())
    selection = select(one)
    assert [point.size for point in frontier(one, selection, stopped=lambda: True)] == [2]
