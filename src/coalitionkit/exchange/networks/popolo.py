"""Popolo: the open format for people, organizations and who belongs where.

http://www.popoloproject.com/specs/: classes Person, Organization and Membership. Ties that are no membership
have no place in Popolo and are left out.
"""

import json
from typing import Any

from coalitionkit.analysis.network import COMES_FROM, PART_OF, Network, Party


def popolo(network: Network) -> str:
    """Return the parties of a network as Popolo JSON: persons, organizations and memberships."""
    kinds = {party.id: party.kind for party in network.parties}
    parents = {bond.who: bond.whom for bond in network.bonds if bond.kind == PART_OF}
    document = {
        "persons": [_person(party) for party in network.parties if party.kind != "organization"],
        "organizations": [
            _organization(party, parents.get(party.id))
            for party in network.parties
            if party.kind == "organization"
        ],
        "memberships": [
            {"id": f"{bond.who}-{bond.whom}", "person_id": bond.who, "organization_id": bond.whom}
            for bond in network.bonds
            if bond.kind == COMES_FROM and kinds[bond.whom] == "organization"
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _person(party: Party) -> dict[str, Any]:
    return {"id": party.id, "name": party.name, **_names(party), **_links(party)}


def _organization(party: Party, parent: str | None) -> dict[str, Any]:
    return {
        "id": party.id,
        "name": party.name,
        "classification": party.sector,
        **({"parent_id": parent} if parent else {}),
        **_names(party),
        **_links(party),
    }


def _names(party: Party) -> dict[str, Any]:
    return {"other_names": [{"name": name} for name in party.former_names]} if party.former_names else {}


def _links(party: Party) -> dict[str, Any]:
    return {"links": [{"url": party.url, "note": "website"}]} if party.url else {}
