"""GraphML and GEXF: what Gephi, yEd, Cytoscape and most libraries for graphs read.

Written by networkx. Two ties between the same two parties stay two, so the graph is directed and keeps
several edges.
"""

import io
import re
from typing import Any

from coalitionkit.analysis.network import Network

_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML has no way to say."""

_META = re.compile(r"<meta.*?</meta>", re.DOTALL)
"""What says when and by which release of a library a file was written."""


def graphml(network: Network) -> str:
    """Return a network as GraphML."""
    from networkx import write_graphml_xml  # a third of a second, and few commands draw networks

    made = io.BytesIO()
    write_graphml_xml(_graph(network), made, encoding="utf-8", prettyprint=True)
    return made.getvalue().decode("utf-8") + "\n"


def gexf(network: Network) -> str:
    """Return a network as GEXF 1.2; the same network gives the same text on every day."""
    from networkx import generate_gexf

    text = "\n".join(generate_gexf(_graph(network), encoding="utf-8", prettyprint=True, version="1.2draft"))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        + _META.sub("<meta><creator>coalitionkit</creator></meta>", text, count=1)
        + "\n"
    )


def _graph(network: Network) -> Any:
    from networkx import MultiDiGraph

    graph: Any = MultiDiGraph()
    for party in network.parties:
        graph.add_node(
            party.id,
            label=_written(party.name),
            kind=party.kind,
            sector=_written(party.sector),
            small=party.small,
        )
    for number, bond in enumerate(network.bonds):
        graph.add_edge(bond.who, bond.whom, key=number, kind=bond.kind, label=_written(bond.label))
    return graph


def _written(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
