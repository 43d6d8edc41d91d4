"""Who is tied to whom, as maps show it."""

from typing import Any

from builders import plan

from coalitionkit.analysis.network import Bond, Party, network

CITY = {"id": "city", "name": "City of Riverbend", "sector": "local-government"}
LIBRARY = {
    "id": "library",
    "name": "Public Library",
    "parent": "city",
    "small": "yes",
    "former_ids": ["books"],
}
ROSA = {"id": "rosa", "name": "Rosa Paz", "kind": "individual", "sector": "community-member"}
ANA = {"id": "ana", "name": "Ana López", "partner": "books", "personal_email": "ana@example.org"}


def _bonds(**sections: Any) -> list[tuple[str, str, str]]:
    return [(bond.who, bond.kind, bond.whom) for bond in network(plan(**sections)).bonds]


def test_parties_are_partners_then_members() -> None:
    found = network(plan(partners=[CITY, LIBRARY], members=[ANA]))
    assert [party.id for party in found.parties] == ["city", "library", "ana"]
    assert found.parties[0] == Party("city", "City of Riverbend", "organization", "Local government")
    assert found.parties[1].small
    assert found.parties[2].kind == "member"


def test_a_resident_who_is_partner_and_member_is_one_party() -> None:
    found = network(plan(partners=[ROSA], members=[{"id": "rosa", "name": "Rosa Paz", "partner": "rosa"}]))
    assert [(party.id, party.kind) for party in found.parties] == [("rosa", "individual")]
    assert found.bonds == ()


def test_parents_homes_and_whoever_knows_them_best_are_bonds_too() -> None:
    library = {**LIBRARY, "closest": "ana"}
    assert _bonds(partners=[CITY, library], members=[ANA]) == [
        ("library", "part-of", "city"),
        ("ana", "closest-to", "library"),
        ("ana", "comes-from", "library"),
    ]


def test_a_tie_recorded_twice_also_by_a_former_id_counts_once() -> None:
    ties = [{"who": "city", "kind": "funds", "whom": whom} for whom in ("library", "books")]
    found = network(plan(partners=[CITY, {**LIBRARY, "parent": None}], ties=ties))
    assert found.bonds == (Bond("city", "library", "funds", "Funds"),)


def test_without_members_their_ties_are_left_out() -> None:
    sections = {
        "partners": [CITY, LIBRARY],
        "members": [ANA],
        "ties": [{"who": "ana", "whom": "city"}, {"who": "city", "whom": "library"}],
    }
    found = network(plan(**sections), members=False)
    assert {bond.who for bond in found.bonds} == {"city", "library"}
    assert [party.id for party in found.parties] == ["city", "library"]
