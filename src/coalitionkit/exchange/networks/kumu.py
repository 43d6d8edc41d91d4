"""Kumu's JSON blueprint: elements and connections, to be imported into a map as they are."""

import json

from coalitionkit.analysis.network import Network

_KINDS = {"organization": "Organization", "individual": "Person", "member": "Person"}


def kumu(network: Network) -> str:
    """Return a network as a blueprint of Kumu.

    Kumu tells elements apart by their labels: of equal names the second and later ones carry their id.
    """
    labels = _labels(network)
    document = {
        "elements": [
            {
                "label": labels[party.id],
                "type": _KINDS[party.kind],
                "tags": ["Member"] if party.kind == "member" else [],
                "ID": party.id,
                "Sector": party.sector,
                "Small group": "Yes" if party.small else "",
                "URL": party.url,
            }
            for party in network.parties
        ],
        "connections": [
            {
                "from": labels[bond.who],
                "to": labels[bond.whom],
                "type": bond.label,
                "direction": "directed",
            }
            for bond in network.bonds
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _labels(network: Network) -> dict[str, str]:
    labels: dict[str, str] = {}
    taken: set[str] = set()
    for party in network.parties:
        label = party.name if party.name not in taken else f"{party.name} ({party.id})"
        taken.add(label)
        labels[party.id] = label
    return labels
