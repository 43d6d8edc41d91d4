"""Partners and ties for the tools that draw and keep networks: Kumu, Gephi, yEd, and readers of Popolo."""

from collections.abc import Callable, Mapping

from coalitionkit.analysis.network import Network
from coalitionkit.exchange.networks.graphs import gexf, graphml
from coalitionkit.exchange.networks.kumu import kumu
from coalitionkit.exchange.networks.popolo import popolo

NETWORKS: Mapping[str, Callable[[Network], str]] = {
    "kumu": kumu,
    "graphml": graphml,
    "gexf": gexf,
    "popolo": popolo,
}
"""How a network is written, by the name of the format."""
