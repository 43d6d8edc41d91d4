"""Popolo and Kumu as lists of partners."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.errors import UnreadableFileError
from coalitionkit.exchange.workbook.networks import sheets

POPOLO = {
    "organizations": [
        {
            "id": "https://registry.example.org/7",
            "name": "River Trust",
            "classification": "nonprofit",
            "links": [{"url": "javascript:x"}, {"url": "https://river.example.org"}],
        },
        {"id": "library", "name": "Public Library"},
    ],
    "persons": [
        {"id": 1, "name": "Ana López", "email": "ana@example.org"},
        {"id": 2, "name": "Ben Ito"},
    ],
    "memberships": [{"person_id": 1, "organization_id": "library", "role": "Director"}],
}
KUMU = {
    "elements": [
        {"label": "River Trust", "type": "Organization", "Sector": "Nonprofit", "tags": []},
        {"label": "City", "type": "Local government"},
        {"label": "Ana López", "type": "Person"},
    ],
    "connections": [{"from": "City", "to": "River Trust", "type": "funds"}],
}


def _sheets(document: object) -> dict[str, list[list[str]]]:
    return sheets("x.json", json.dumps(document).encode("utf-8"))


def test_popolo_bodies_with_the_people_who_belong_to_them() -> None:
    found = _sheets(POPOLO)
    assert found["organizations"] == [
        ["id", "name", "sector", "url", "contact name", "job title", "contact email"],
        ["", "River Trust", "nonprofit", "https://river.example.org", "", "", ""],
        ["library", "Public Library", "", "", "Ana López", "Director", "ana@example.org"],
    ]
    assert found["persons"][1:] == [["", "Ben Ito", "", ""]]


def test_a_map_of_kumu_parts_people_from_bodies() -> None:
    found = _sheets(KUMU)
    assert found["elements"][1:] == [
        ["", "River Trust", "Nonprofit", ""],
        ["", "City", "Local government", ""],
    ]
    assert found["persons"][1:] == [["", "Ana López", "", ""]]
    assert found["connections"] == [["from", "to", "type"], ["City", "River Trust", "funds"]]


@pytest.mark.parametrize(
    "data", [b"{", b"[]", b'"x"', b'{"elements": 1}', b"\xff\xfe", b"[" * 100_000, b'{"a": {"elements": []}}']
)
def test_what_is_neither_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        sheets("x.json", data)


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=10,
)


@given(
    st.dictionaries(
        st.sampled_from(["organizations", "persons", "memberships", "elements"]),
        st.lists(
            st.dictionaries(
                st.sampled_from(["id", "name", "label", "type", "links", "person_id", "organization_id"]),
                _ANYTHING,
            )
        ),
        min_size=1,
    )
)
def test_any_values_give_rows_of_equal_length_or_a_sentence(document: dict[str, object]) -> None:
    try:
        found = _sheets(document)
    except UnreadableFileError:
        return
    for rows in found.values():
        assert {len(row) for row in rows} == {len(rows[0])}
        assert all(isinstance(cell, str) for row in rows for cell in row)
