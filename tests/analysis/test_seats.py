"""Counting seats as the rule books of funders do."""

from fractions import Fraction

from builders import plan

from coalitionkit.analysis.seats import holders, seated, share_of_seats

PLAN = plan(
    members=[
        {"id": "a", "name": "A", "seats": {"csbg": "low-income"}},
        {"id": "b", "name": "B", "seats": {"csbg": "public-official", "other": "low-income"}},
        {"id": "c", "name": "C", "seats": {"csbg": "low-income"}, "status": "alumni"},
        {"id": "d", "name": "D", "seats": {"csbg": "low-income"}, "left": "2026"},
        {"id": "e", "name": "E", "seats": {"other": "low-income"}},
        {"id": "f", "name": "F", "seats": {"csbg": "community-group"}},
    ]
)


def test_only_active_members_with_a_seat_of_the_book_count() -> None:
    assert [member.id for member in seated(PLAN, "csbg")] == ["a", "b", "f"]
    assert [member.id for member in holders(PLAN, "csbg", "low-income")] == ["a"]


def test_a_share_is_of_those_who_are_seated() -> None:
    assert share_of_seats(PLAN, "csbg", "low-income") == Fraction(1, 3)
    assert share_of_seats(PLAN, "csbg", "mayor") == 0
    assert share_of_seats(PLAN, "health-center", "patient") is None
