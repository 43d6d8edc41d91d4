"""Whom no list can do without: against trying every list with full cover."""

from hypothesis import given, settings
from inventories import depth, inventory, subsets
from lists import judged, questions

from coalitionkit.analysis.choosing.essentials import Essential, essentials
from coalitionkit.analysis.choosing.question import Choices, Question
from coalitionkit.analysis.units import set_of


@settings(max_examples=300, deadline=None)
@given(questions(most=6))
def test_they_tell_exactly_whom_every_full_list_meets(one: Question) -> None:
    table = one.needs
    groups = [
        (set_of(table.units.ids.index(key) for key in group.partners), group.at_least)
        for group in essentials(one)
    ]
    every = [one.decided | more for more in subsets(one.free)]
    full = [chosen for chosen in every if judged(one, chosen).missing == one.least_shortfall]
    for partners, at_least in groups:
        assert min(depth(table, chosen & partners) for chosen in full) >= at_least
    for some in subsets(one.free):
        missed = any(depth(table, partners & ~some) < at_least for partners, at_least in groups)
        assert missed is all(chosen & some for chosen in full)


def groups(*holdings: str, seated: int = 0) -> list[tuple[str, int, str]]:
    table = inventory("ABCD", *holdings)
    found = essentials(Question(table, (1,) * 4, (60,) * 4, Choices(seated=seated)))
    return [(one.need, one.at_least, "".join(one.partners)) for one in found]


def test_those_of_a_chart_are_its_essential_primes() -> None:
    found = groups("A", "BC", "BCD", "BD", "AC", "D")
    assert found == [("n0", 1, "A"), ("n5", 1, "D"), ("n1", 1, "BC")]


def test_nobody_is_essential_for_what_those_with_a_seat_bring() -> None:
    assert groups("AB", "CD", seated=0b0001) == [("n1", 1, "CD")]


def test_a_group_names_its_need() -> None:
    table = inventory("AB", "AB", "AB")
    assert essentials(Question(table, (1, 1), (0, 0), Choices())) == (Essential("n0", 1, ("A", "B")),)
