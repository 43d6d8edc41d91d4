"""What to ask next: against answering each question both ways."""

from fractions import Fraction

import pytest
from inventories import dice, drawn, inventory

from coalitionkit.analysis.asking import calls, open_answers, questions
from coalitionkit.analysis.criticality import parts
from coalitionkit.analysis.holdings import Held
from coalitionkit.analysis.needs import Needs
from coalitionkit.analysis.units import places


def state(table: Needs) -> list[object]:
    """Return the state of each partner, then of each must-need."""
    people: list[object] = [
        (part.is_critical, part.is_certain, bool(part.possible_for)) for part in parts(table)
    ]
    return people + [(one.depth >= one.required, one.is_settled) for one in table.musts]


def value(table: Needs, place: int, index: int) -> Fraction:
    """Return the changes of state on average, with the answer written into the inventory."""
    need, bit = table.rows[place], 1 << index
    answers = (Held(need.known | bit, need.possible), Held(need.known, need.possible & ~bit))
    changes = 0
    for held in answers:
        rows = list(table.rows)
        rows[place] = need._replace(held=held)
        after = state(Needs(table.units, tuple(rows)))
        changes += sum(old != new for old, new in zip(state(table), after, strict=True))
    return Fraction(changes, 2)


@pytest.mark.parametrize("seed", range(60))
def test_the_question_is_the_one_that_changes_most(seed: int) -> None:
    table = drawn(dice(seed), partners=6, needs=3)
    expected = {}
    for index, partner in enumerate(table.units.ids):
        worth = [
            (value(table, place, index), -place)
            for place, need in enumerate(table.rows)
            if need.must and need.unknown >> index & 1
        ]
        if worth:
            best, place = max(worth)
            expected[partner] = (best, table.rows[-place].id)
    assert {one.partner: (one.value, one.need) for one in questions(table).values()} == expected


@pytest.mark.parametrize("seed", range(30))
def test_calls_bring_together_all_that_is_open_about_a_partner(seed: int) -> None:
    table = drawn(dice(seed), partners=6, needs=3)
    answers = open_answers(table)
    expected = {
        (partner, need.id): value(table, place, index)
        for place, need in enumerate(table.rows)
        for index, partner in enumerate(table.units.ids)
        if need.must and need.unknown >> index & 1
    }
    assert {(one.partner, one.need): one.value for one in answers} == expected
    assert [one.value for one in answers] == sorted(expected.values(), reverse=True)
    found = calls(answers)
    assert sum(len(call.questions) for call in found) == len(answers)
    assert [call.value for call in found] == sorted((call.value for call in found), reverse=True)
    assert {call.partner: call.questions[0] for call in found} == questions(table)


def test_where_all_is_known_there_is_nothing_to_ask() -> None:
    assert questions(inventory("ab", "a")) == {}


def test_all_open_answers_of_a_set_are_found() -> None:
    assert places(inventory("abc", "a?bc").rows[0].unknown) == [1, 2]
