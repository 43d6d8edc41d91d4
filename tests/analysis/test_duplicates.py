"""Likely duplicates: the signs, what keeps pairs apart, and that verdicts are remembered."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inventories import plan

from coalitionkit.analysis.duplicates import duplicates, normalized


def pairs(*rows: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the ids of likely pairs."""
    return [(one.first, one.second) for one in duplicates(plan(rows))]


def signs(first: dict[str, Any], second: dict[str, Any]) -> list[str]:
    """Return why two entries are likely the same."""
    found = duplicates(plan([{"id": "a", **first}, {"id": "b", **second}]))
    return [sign.kind for one in found for sign in one.signs]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Forest City Asset Builders", "Forest City Asset Builders, Inc.", "same name"),
        ("St. Mary's Church", "Saint Marys Church", "same name"),
        ("Círculo Mam", "Circulo Mam", "same name"),
        ("Dept. of Housing", "Housing Department", "alike in name"),
        ("Forest City Library", "Forest City Libary", "alike in name"),
        ("Forest City Asset Builders", "FCAB", "acronym"),
        ("Bay Area Legal Services", "Legal Aid Office (BALS)", "acronym"),
        ("Youth Alliance (Teen Bridge)", "Teen Bridge", "name in brackets"),
    ],
)
def test_names(first: str, second: str, kind: str) -> None:
    assert signs({"name": first}, {"name": second}) == [kind]
    assert signs({"name": second}, {"name": first}) == [kind]


def test_former_names() -> None:
    assert signs({"name": "Bridge", "former_names": ["Teen Alliance"]}, {"name": "Teen Alliance"}) == [
        "former name"
    ]


@pytest.mark.parametrize(
    ("shared", "expected"),
    [
        ({"url": "https://www.Bridge.example.org/"}, ["same website"]),
        ({"people": [{"id": "one", "work_email": "ana@bridge.example.org"}]}, ["same e-mail"]),
        ({"people": [{"id": "one", "work_phone": "555-0100"}]}, ["same phone"]),
        ({"people": [{"id": "one", "name": "Ana Ruiz"}]}, []),
        ({"people": [{"id": "one", "work_email": "info@gmail.com"}]}, ["same e-mail"]),
    ],
)
def test_what_two_entries_share(shared: dict[str, Any], expected: list[str]) -> None:
    other = {
        key: [{**one, "id": "two"} for one in value] if key == "people" else value
        for key, value in shared.items()
    }
    assert signs({"name": "Bridge", **shared}, {"name": "Harbor", **other}) == expected


def test_a_host_of_mail_that_everybody_uses_says_nothing() -> None:
    def mail(key: str, host: str) -> dict[str, Any]:
        return {"name": key, "people": [{"id": key, "name": "Ana Ruiz", "work_email": f"{key}@{host}"}]}

    assert signs(mail("bridge", "work.example.org"), mail("harbor", "work.example.org")) == [
        "same person",
        "same e-mail domain",
    ]
    assert signs(mail("bridge", "gmail.com"), mail("harbor", "gmail.com")) == []


def test_private_addresses_are_no_sign() -> None:
    one = {"people": [{"id": "one", "personal_email": "ana@home.example.org", "phone": "555-0199"}]}
    other = {"people": [{"id": "two", "personal_email": "ana@home.example.org", "phone": "555-0199"}]}
    assert signs({"name": "Bridge", **one}, {"name": "Harbor", **other}) == []


def test_the_name_of_the_city_tells_nothing() -> None:
    names = ("Forest City Unified", "Forest City Chamber", "Forest City Clinic", "Forest City Credit Union")
    assert pairs(*({"id": f"p{index}", "name": name} for index, name in enumerate(names))) == []


def test_departments_share_a_website_and_are_two() -> None:
    site = {"url": "https://county.example.org"}
    rows = [
        {"id": "county", "name": "Forest County", **site},
        {"id": "health", "name": "Public Health", "parent": "county", **site},
        {"id": "homes", "name": "Human Services", "parent": "county", **site},
    ]
    assert pairs(*rows) == []
    assert pairs(*rows, {"id": "again", "name": "Public Health", "parent": "county"}) == [("health", "again")]


def test_a_person_and_where_they_work_are_two() -> None:
    mail = "ana@bridge.example.org"
    people = [{"id": f"contact-{key}", "name": "Ana Ruiz", "work_email": mail} for key in "ab"]
    first = {"name": "Ana Ruiz", "kind": "individual", "people": people[:1]}
    assert signs(first, {"name": "Bridge", "people": people[1:]}) == []


@pytest.mark.parametrize("who", ["a", "b"])
def test_what_is_not_the_same_is_never_named_again(who: str) -> None:
    rows: list[dict[str, Any]] = [{"id": key, "name": "Bridge"} for key in "ab"]
    assert pairs(*rows) == [("a", "b")]
    rows[who == "b"]["not_same_as"] = ["a" if who == "b" else "b"]
    assert pairs(*rows) == []


def test_the_likeliest_come_first() -> None:
    rows = [
        {"id": "a", "name": "Harbor House", "url": "https://harbor.example.org"},
        {"id": "b", "name": "Welcome Center", "url": "https://harbor.example.org"},
        {"id": "c", "name": "Bridge"},
        {"id": "d", "name": "The Bridge"},
    ]
    assert pairs(*rows) == [("c", "d"), ("a", "b")]


@given(st.lists(st.sampled_from(["Bridge", "bridge", "Bridges", "Teen Bridge", "TB", "Harbor"]), max_size=6))
def test_the_order_of_the_file_decides_nothing(names: list[str]) -> None:
    rows = [{"id": f"p{index}", "name": name} for index, name in enumerate(names)]
    forward = {frozenset(pair) for pair in pairs(*rows)}
    assert {frozenset(pair) for pair in pairs(*rows[::-1])} == forward


@given(st.text(max_size=30))
def test_any_name_is_read(name: str) -> None:
    assert all(word for word in normalized(name))
    assert pairs({"id": "a", "name": name or "x"}, {"id": "b", "name": "Bridge"}) in ([], [("a", "b")])
