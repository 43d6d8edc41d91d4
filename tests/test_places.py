"""Addresses and how they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.places import PLAN, Address, Item


@pytest.mark.parametrize(
    ("address", "written"),
    [
        (PLAN, ""),
        (PLAN / "members", "members"),
        (PLAN / "members" / "a-b" / "_c", "members.a-b._c"),
        ((PLAN / "members")["river-trust"] / "group", "members[river-trust].group"),
        ((PLAN / "ties")[0] / "who", "ties[0].who"),
        (PLAN / "columns" / "Type of organization", 'columns["Type of organization"]'),
        (PLAN / "columns" / 'say "no"\\', 'columns["say \\"no\\"\\\\"]'),
        (PLAN / "columns" / "1st", 'columns["1st"]'),
        (PLAN / "columns" / "x\n", 'columns["x\n"]'),
        (PLAN / "1st", '["1st"]'),
        ((PLAN / "values")["2026-03"], "values[2026-03]"),
    ],
)
def test_addresses_are_written_by_key_and_id(address: Address, written: str) -> None:
    assert str(address) == written


def test_an_id_a_key_and_an_index_are_different_steps() -> None:
    by_id = (PLAN / "a")["0"]
    assert isinstance(by_id.steps[-1], Item)
    assert not isinstance((PLAN / "a" / "0").steps[-1], Item)
    assert (PLAN / "a")[0] != by_id


def test_addresses_are_values() -> None:
    assert len({(PLAN / "a")["b"], (PLAN / "a")["b"], PLAN / "a"}) == 2


STEPS = st.lists(
    st.one_of(
        st.text(min_size=1, max_size=6),
        st.from_regex(r"[a-z0-9]+(?:-[a-z0-9]+)*", fullmatch=True).map(Item),
    ),
    max_size=5,
)


@given(STEPS)
def test_what_is_written_is_read(steps: list[str]) -> None:
    address = Address(tuple(steps))
    again = Address.read(str(address))
    assert again == address
    assert [type(step) for step in again.steps] == [type(step) for step in address.steps]


def test_what_stands_in_brackets_is_an_id_also_a_number() -> None:
    assert Address.read("ties[0].who") == Address(("ties", Item("0"), "who"))
    assert isinstance(Address.read("ties[0]").steps[1], Item)


@pytest.mark.parametrize(
    "text", [".", "a.", ".a", "a..b", "a[", "a[]", "a]b", "a b", "[x]y", 'a["b', "a[b]c"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not an address; write one as"):
        Address.read(text)
