"""From where pydantic stands to where the text stands: locations and addresses become nodes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from coalitionkit.loading.survey import identity, steps_of
from coalitionkit.model.record import Kind, Listing, Part, Record, Table, bare_kind, fields_of
from coalitionkit.places import PLAN, Address, Item, Place, Step
from coalitionkit.source.tree import Entry, MappingNode, Node, ScalarNode, SequenceNode

KEY = "[key]"
"""What pydantic puts at the end of a location when the key of a table is meant, not its value."""


class Trace(NamedTuple):
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
        if self.above is None:
            # The plan as a whole: where it begins, and nothing of what stands there.
            return self.node.text.place(self.node.start, self.node.start)
        if isinstance(self.node, MappingNode) and self.node.entries:
            record = self.record
            named = self.node.entries.get(record.identity) if record and record.identity else None
            if named is not None:
                return named.value.place
            return next(iter(self.node.entries.values())).key.place
        return self.node.place

    @property
    def place(self) -> Place:
        """Where to show something about the value: the value, or its anchor when it spans lines."""
        place = self.node.place
        if self.missing or place.span.start.line != place.span.end.line or _has_no_bounds(self.node):
            return self.anchor
        return place


class Tracer:
    """Finds nodes of one tree that is meant to be a record; what it learned of long lists it keeps.

    `kept` names, for a list from which placeholders were left out, the indexes that pydantic saw.
    """

    def __init__(
        self, root: Node, record: type[Record], kept: Mapping[int, Sequence[int]] | None = None
    ) -> None:
        self._top = Trace(root, Part(record), PLAN)
        self._kept = kept or {}
        self._lists: dict[int, tuple[list[Step], dict[Step, int], Kind | None]] = {}

    def by_location(self, location: Iterable[str | int]) -> Trace:
        """Return the node that a location of a pydantic error means, or the deepest that there is."""
        trace = self._top
        for step in location:
            if step == KEY and not (isinstance(trace.node, MappingNode) and KEY in trace.node.entries):
                break
            if isinstance(step, int) and isinstance(trace.node, SequenceNode):
                stay = self._kept.get(id(trace.node))
                below = self._item(trace, stay[step] if stay else step)
            elif isinstance(trace.kind, Part) and not isinstance(trace.node, MappingNode):
                # A bare value stands for one field of its record: the text knows nothing of that step.
                below = _bared(trace)
            else:
                below = _entry(trace, str(step))
            if below.missing:
                return below
            trace = below
        return trace

    def by_address(self, address: Address) -> Trace:
        """Return the node at an address, or the deepest that there is on the way to it."""
        trace = self._top
        for step in address.steps:
            in_list = isinstance(step, Item | int)
            below = self._item(_bared(trace), step) if in_list else _entry(trace, str(step))
            if below.missing:
                return below
            trace = below
        return trace

    def insert(self, node: SequenceNode, place: int) -> None:
        """Learn that a list has a new item at a place."""
        known = self._lists.pop(id(node), None)
        if known is None:
            return
        steps, indexes, of = known
        name = identity(node.items[place], of)
        if name is None or Item(name) in indexes or any(isinstance(step, int) for step in steps):
            return  # then some are known by where they stand
        steps.insert(place, Item(name))
        self._lists[id(node)] = steps, {step: index for index, step in enumerate(steps)}, of

    def _item(self, trace: Trace, step: Step) -> Trace:
        if not isinstance(trace.node, SequenceNode):
            return trace._replace(missing=True)
        of = trace.kind.of if isinstance(trace.kind, Listing) else None
        if id(trace.node) not in self._lists:
            steps = steps_of(trace.node, of)
            self._lists[id(trace.node)] = steps, {name: index for index, name in enumerate(steps)}, of
        steps, indexes, _ = self._lists[id(trace.node)]
        index = step if isinstance(step, int) else indexes.get(step, -1)
        if not 0 <= index < len(steps):
            return trace._replace(missing=True)
        return Trace(trace.node.items[index], of, trace.address[steps[index]], None, trace)


def _bared(trace: Trace) -> Trace:
    """Return a bare value as what it stands for."""
    record = trace.record
    if record is None or isinstance(trace.node, MappingNode):
        return trace
    return trace._replace(kind=bare_kind(record))


def _entry(trace: Trace, step: str) -> Trace:
    entry = trace.node.entries.get(step) if isinstance(trace.node, MappingNode) else None
    if entry is None:
        return trace._replace(missing=True)
    kind: Kind | None = None
    if isinstance(trace.kind, Part):
        shape = fields_of(trace.kind.record).get(step)
        kind = shape.kind if shape else None
    elif isinstance(trace.kind, Table):
        kind = trace.kind.of
    return Trace(entry.value, kind, trace.address / step, entry, trace)


def _has_no_bounds(node: Node) -> bool:
    """Whether a node is empty, or a list or group without brackets, which is known by its key."""
    if isinstance(node, ScalarNode):
        return node.start == node.end
    return node.text.content[node.start : node.start + 1] not in {"[", "{"}
