"""Addresses and how they are written."""

import pytest

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
