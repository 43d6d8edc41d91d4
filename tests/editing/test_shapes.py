"""What the format says of an address, and data as it is to stand there."""

import pytest

from coalitionkit.editing.shapes import as_item, folded, gathered, identity_of, parted, shape_at
from coalitionkit.errors import UneditableError
from coalitionkit.places import Address

PARTNERS = Address(("partners",))
ONE = PARTNERS["river-trust"]


def test_what_is_private_stays_so_all_the_way_down() -> None:
    assert shape_at(ONE / "people").private is False
    assert shape_at((ONE / "people")["kim"] / "phone").private
    assert identity_of(shape_at(PARTNERS).kind) == "id"
    assert identity_of(shape_at(ONE / "note").kind) == ""


def test_private_values_are_parted_and_gathered_again() -> None:
    people = [{"id": "zoe", "phone": "2"}, {"id": "kim", "name": "Kim", "phone": "1", "note": "x"}]
    parts = parted(ONE, {"id": "river-trust", "people": people})
    assert parts.open == {
        "id": "river-trust",
        "people": [{"id": "zoe"}, {"id": "kim", "name": "Kim", "note": "x"}],
    }
    assert [str(at) for at, _ in parts.private] == [
        "partners[river-trust].people[zoe].phone",
        "partners[river-trust].people[kim].phone",
    ]
    assert gathered(ONE, parts.private) == {
        "people": [{"id": "kim", "phone": "1"}, {"id": "zoe", "phone": "2"}]
    }


def test_gathered_keys_stand_in_the_order_of_the_format() -> None:
    kim = (ONE / "people")["kim"]
    values = [(kim / "phone", "1"), (kim / "personal_email", "kim@example.org")]
    first, second = (gathered(kim, order) for order in (values, values[::-1]))
    assert first == second
    assert list(first or ()) == list(second or ())
    assert gathered(kim, [(kim, {"id": "kim"})]) == {"id": "kim"}


def test_a_value_is_folded_into_all_that_has_to_be_made_for_it() -> None:
    at = (ONE / "people")["kim"] / "phone"
    assert folded(at, at.steps[1:], "1") == [{"id": "river-trust", "people": [{"id": "kim", "phone": "1"}]}]
    with pytest.raises(UneditableError, match="there is no 'partners"):
        folded(PARTNERS[3], (3,), "x")


def test_an_item_begins_with_its_id() -> None:
    assert as_item({"name": "Kim", "id": "other"}, "id", "kim") == {"id": "kim", "name": "Kim"}
    assert as_item("x", "id", "kim") == {"id": "kim"}
    with pytest.raises(UneditableError, match="have no ids"):
        as_item("x", "", "kim")
