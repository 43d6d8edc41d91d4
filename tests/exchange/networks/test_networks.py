"""Networks as other tools read them."""

import io
import json
import re
from typing import Any

import pytest
from builders import plan
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.analysis.network import Bond, Network, Party, network
from coalitionkit.exchange.networks import NETWORKS

NASTY = 'O\'Neill & Sons <Housing> =HYPERLINK("x") 😀 שלום'
PEOPLE = Network(
    (
        Party("oneill", NASTY, "organization", "Nonprofit", small=True, url="https://oneill.example.org"),
        Party("library", "Public Library", "organization", former_names=("Reading Room",)),
        Party("rosa", "Rosa Paz", "individual"),
        Party("ana", "Public Library", "member"),
    ),
    (
        Bond("library", "oneill", "part-of", "Part of"),
        Bond("library", "oneill", "funds", "Funds"),
        Bond("ana", "library", "comes-from", "Comes from"),
    ),
)


def _graph(form: str, made: Network) -> Any:
    import networkx as nx

    read = nx.read_gexf if form == "gexf" else nx.read_graphml
    return read(io.BytesIO(NETWORKS[form](made).encode("utf-8")))


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_graphs_are_read_back_whole(form: str) -> None:
    graph = _graph(form, PEOPLE)
    assert graph.nodes["oneill"]["label"] == NASTY
    assert graph.nodes["oneill"]["small"] is True
    kinds = {(who, whom, data["kind"]) for who, whom, data in graph.edges(data=True)}
    assert kinds == {(bond.who, bond.whom, bond.kind) for bond in PEOPLE.bonds}


@pytest.mark.parametrize("form", NETWORKS)
def test_no_day_and_no_release_of_a_library_is_in_a_file(form: str) -> None:
    assert not re.search(r"NetworkX|lastmodified|20\d\d-\d\d-\d\d", NETWORKS[form](PEOPLE))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_name_can_be_written_in_every_format(name: str) -> None:
    found = Network(
        (Party("a", name, "organization"), Party("b", "B", "member")), (Bond("b", "a", "funds", name),)
    )
    for form in ("graphml", "gexf"):
        assert set(_graph(form, found)) == {"a", "b"}
    assert json.loads(NETWORKS["kumu"](found))["elements"][0]["label"] == name
    assert json.loads(NETWORKS["popolo"](found))["organizations"][0]["name"] == name


def test_kumu_tells_equal_names_apart() -> None:
    document = json.loads(NETWORKS["kumu"](PEOPLE))
    labels = [element["label"] for element in document["elements"]]
    assert labels == [NASTY, "Public Library", "Rosa Paz", "Public Library (ana)"]
    assert {end for one in document["connections"] for end in (one["from"], one["to"])} <= set(labels)


def test_popolo_has_people_bodies_and_who_belongs_where() -> None:
    document = json.loads(NETWORKS["popolo"](PEOPLE))
    assert [one["id"] for one in document["persons"]] == ["rosa", "ana"]
    library = document["organizations"][1]
    assert library["parent_id"] == "oneill"
    assert library["other_names"] == [{"name": "Reading Room"}]
    assert document["memberships"] == [
        {"id": "ana-library", "person_id": "ana", "organization_id": "library"}
    ]


def test_nothing_private_is_written() -> None:
    hidden = "nobody-may-see-this"
    partners = [
        {"id": "city", "name": "City", "stance": "opposed", "answers": {"barriers": hidden}},
    ]
    members = [{"id": "ana", "name": "Ana", "personal_email": f"{hidden}@example.org"}]
    found = network(plan(partners=partners, members=members))
    for write in NETWORKS.values():
        text = write(found)
        assert hidden not in text
        assert "opposed" not in text
