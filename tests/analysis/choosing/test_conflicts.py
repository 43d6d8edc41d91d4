"""Limits and decisions that cannot go together: against trying every list."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from inventories import dice, drawn, inventory, subsets
from lists import judged, lists, questions

from coalitionkit.analysis.choosing import programs
from coalitionkit.analysis.choosing.conflicts import (
    BARRED,
    SHARE,
    SIZE,
    WANTED,
    Term,
    _sent,
    _terms,
    _under,
    conflicts,
)
from coalitionkit.analysis.choosing.question import Choices, Question, ShareLimit


def is_possible(question: Question, terms: Sequence[Term], *, fully: bool) -> bool:
    """Whether some terms allow a list; `fully`, one that meets all that somebody could meet."""
    one = _under(question, terms)
    if not fully and one.choices.max_size is not None and _sent(one) > one.choices.max_size:
        return False
    bare = replace(question, choices=Choices(seated=question.choices.seated))
    least = min(judged(bare, bare.decided | more).missing for more in subsets(bare.free))
    return any(not fully or judged(one, chosen).missing <= least for chosen in lists(one))


@settings(max_examples=500, deadline=None)
@given(questions(most=6))
def test_conflicts_are_real_and_name_nothing_that_could_be_kept(one: Question) -> None:
    terms = list(_terms(one))
    found = conflicts(one)
    none_at_all = not is_possible(one, terms, fully=False)
    assert bool(found) is (none_at_all or not is_possible(one, terms, fully=True))
    for conflict in found:
        assert conflict.is_proven
        assert conflict.allows_none is none_at_all
        assert not is_possible(one, conflict.terms, fully=not none_at_all)
        for term in conflict.terms:
            rest = [other for other in conflict.terms if other != term]
            assert is_possible(one, rest, fully=not none_at_all)
    named = [term for conflict in found for term in conflict.terms]
    assert len(named) == len(set(named))
    assert is_possible(one, [term for term in terms if term not in named], fully=not none_at_all)


def question(choices: Choices, *holdings: str) -> Question:
    table = inventory("abcd", *holdings)
    return Question(table, (1,) * 4, (60,) * 4, choices)


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        (Choices(), []),
        (Choices(barred=0b1000), []),
        (Choices(barred=0b0001), [Term(BARRED, 0)]),
        (Choices(max_size=1), [Term(SIZE)]),
        (Choices(max_size=2, wanted=0b1000), [Term(SIZE), Term(WANTED, 3)]),
        (Choices(max_size=3, shares=(ShareLimit(0b1000, Fraction(1, 2), at_least=True),)), [Term(SHARE)]),
        (
            Choices(max_size=2, shares=(ShareLimit(0b1000, Fraction(1, 3), at_least=True),)),
            [Term(SHARE), Term(SIZE)],
        ),
    ],
)
def test_a_conflict_names_what_would_have_to_change(choices: Choices, expected: list[Term]) -> None:
    found = conflicts(question(choices, "a", "bc"))
    assert [list(one.terms) for one in found] == ([expected] if expected else [])
    assert not any(one.allows_none for one in found)


def test_seats_and_a_share_may_allow_no_list_at_all() -> None:
    share = ShareLimit(0b0011, Fraction(1, 2), at_least=False)
    found = conflicts(question(Choices(seated=0b0011, barred=0b1100, shares=(share,)), "a"))
    assert [one.allows_none for one in found] == [True]
    assert found[0].terms == (Term(SHARE), Term(BARRED, 2))


def test_two_conflicts_that_share_nothing_are_both_told() -> None:
    found = conflicts(question(Choices(barred=0b0011), "a", "b"))
    assert [one.terms for one in found] == [(Term(BARRED, 0),), (Term(BARRED, 1),)]


def test_more_invitations_decided_on_than_allowed() -> None:
    (found,) = conflicts(question(Choices(wanted=0b0011, max_size=1), "a"))
    assert found.allows_none
    assert set(found.terms) == {Term(SIZE), Term(WANTED, 0), Term(WANTED, 1)}


def test_without_nodes_a_conflict_is_not_called_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "is_installed", lambda: False)
    table = drawn(dice(7), partners=12, needs=12)
    one = Question(table, (1,) * 12, (60,) * 12, Choices(max_size=1))
    assert all(found.is_proven for found in conflicts(one))
    assert not any(found.is_proven for found in conflicts(one, nodes=0))
