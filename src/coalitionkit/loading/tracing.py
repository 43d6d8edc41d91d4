"""From where pydantic stands to where the text stands: locations and addresses become nodes."""

from collections.abc import Sequence
from dataclasses import dataclass

from coalitionkit.loading.survey import identity
from coalitionkit.model.record import Brief, Record
from coalitionkit.model.shape import Kind, Listing, Part, Table, bare_kind, fields_of
from coalitionkit.places import PLAN, Address, Item, Place, Step
from coalitionkit.source.tree import Entry, MappingNode, Node, ScalarNode, SequenceNode

KEY = "[key]"
"""What pydantic puts at the end of a location when the key of a table is meant, not its value."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A node reached by a path from the root, and what is known of it.

    `entry` is the key and value that hold the node, None for the root and for items of lists. `above` is
    the trace of what holds it. `missing` says that the path went on but the tree did not.
    """

    node: Node
    kind: Kind | None
    address: Address
    entry: Entry | None = None
    above: "Trace | None" = None
    missing: bool = False

    @property
    def record(self) -> type[Record] | None:
        """The record that the node is meant to be."""
        return self.kind.record if isinstance(self.kind, Part) else None

    @property
    def anchor(self) -> Place:
        """Where to show something about the node as a whole: its key, its id, or a short value itself."""
        if self.entry is not None:
            return self.entry.key.place
        if isinstance(self.node, MappingNode) and self.node.entries:
            record = self.record
            named = self.node.entries.get(record.identity) if record and record.identity else None
            if named is not None and self.above is not None:
                return named.value.place
            return next(iter(self.node.entries.values())).key.place
        return self.node.place

    @property
    def place(self) -> Place:
        """Where to show something about the value: the value, or its anchor when it spans lines."""
        place = self.node.place
        if self.missing or place.span.start.line != place.span.end.line or _is_bare(self.node):
            return self.anchor
        return place


def follow_location(
    root: Node, record: type[Record], location: Sequence[str | int], kept: dict[int, list[int]]
) -> Trace:
    """Return the node that a location of a pydantic error means, or the deepest that there is."""
    trace = Trace(root, Part(record), PLAN)
    for step in location:
        if step == KEY:
            break
        if isinstance(step, int) and isinstance(trace.node, SequenceNode):
            stay = kept.get(id(trace.node))
            below = _item(trace, stay[step] if stay else step)
        elif isinstance(trace.kind, Part) and not isinstance(trace.node, MappingNode):
            # A bare value stands for one field of its record: the text knows nothing of that step.
            below = Trace(trace.node, bare_kind(trace.kind.record), trace.address, trace.entry, trace.above)
        else:
            below = _entry(trace, str(step))
        if below.missing:
            return below
        trace = below
    return trace


def follow(root: Node, record: type[Record], address: Address) -> Trace:
    """Return the node at an address, or the deepest that there is on the way to it."""
    trace = Trace(root, Part(record), PLAN)
    for step in address.steps:
        in_list = isinstance(step, Item | int)
        below = _item(_bared(trace), step) if in_list else _entry(trace, str(step))
        if below.missing:
            return below
        trace = below
    return trace


def _bared(trace: Trace) -> Trace:
    """Return a bare list as what it stands for."""
    record = trace.record
    if record is None or not issubclass(record, Brief) or isinstance(trace.node, MappingNode):
        return trace
    return Trace(trace.node, bare_kind(record), trace.address, trace.entry, trace.above)


def _missing(trace: Trace) -> Trace:
    return Trace(trace.node, trace.kind, trace.address, trace.entry, trace.above, missing=True)


def _item(trace: Trace, step: Step) -> Trace:
    if not isinstance(trace.node, SequenceNode):
        return _missing(trace)
    of = trace.kind.of if isinstance(trace.kind, Listing) else None
    names = [identity(item, of) for item in trace.node.items]
    if isinstance(step, int):
        if not 0 <= step < len(names):
            return _missing(trace)
        index, name = step, names[step]
        address = trace.address[name if name is not None and name not in names[:index] else index]
    elif step in names:
        index, address = names.index(step), trace.address[step]
    else:
        return _missing(trace)
    return Trace(trace.node.items[index], of, address, None, trace)


def _entry(trace: Trace, step: str) -> Trace:
    entry = trace.node.entries.get(step) if isinstance(trace.node, MappingNode) else None
    if entry is None:
        return _missing(trace)
    kind: Kind | None = None
    if isinstance(trace.kind, Part):
        shape = fields_of(trace.kind.record).get(step)
        kind = shape.kind if shape else None
    elif isinstance(trace.kind, Table):
        kind = trace.kind.of
    return Trace(entry.value, kind, trace.address / step, entry, trace)


def _is_bare(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.start == node.end
