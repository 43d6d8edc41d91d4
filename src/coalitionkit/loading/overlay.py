"""The private overlay is laid over the plan by id; it may only fill private fields of what is there."""

from coalitionkit.findings import Check, Finding
from coalitionkit.loading import checks
from coalitionkit.loading.survey import identity
from coalitionkit.model.record import (
    Brief,
    Kind,
    Listing,
    Part,
    Record,
    Table,
    fields_of,
    may_hold_private,
    noun,
)
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import a, did_you_mean
from coalitionkit.source.tree import Entry, MappingNode, Node, ScalarNode, SequenceNode


def lay_over(
    plan: MappingNode, overlay: MappingNode, record: type[Record]
) -> tuple[MappingNode, list[Finding]]:
    """Return the plan with the private values of the overlay in place, and what the overlay may not say.

    Neither of the two trees is changed.
    """
    findings: list[Finding] = []
    return _Layer(findings).record(plan, overlay, record, PLAN), findings


class _Layer:
    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings

    def record(
        self, plan: MappingNode, overlay: MappingNode, record: type[Record], address: Address
    ) -> MappingNode:
        """Return a record with the private fields of the overlay filled in."""
        result = _copy(plan)
        fields = fields_of(record)
        for key, entry in overlay.entries.items():
            below = address / key
            shape = fields.get(key)
            if shape is None:
                if not key.startswith("x-"):
                    private = [n for n, f in fields.items() if f.private or may_hold_private(f.kind)]
                    hint = did_you_mean(key, private) or "; correct it, or write what it says under 'note'"
                    message = f"'{key}' is not a private key of {a(noun(record))}{hint}"
                    self._tell(checks.UNKNOWN_KEY, message, entry.key, below)
            elif shape.private:
                result.entries[key] = entry
            elif key not in {record.identity, "format", "note"}:
                mine = plan.entries.get(key)
                value = self._value(mine.value if mine else None, entry, shape.kind, below)
                if value is not None:
                    result.entries[key] = Entry(mine.key if mine else entry.key, value)
        return result

    def _value(self, plan: Node | None, entry: Entry, kind: Kind, address: Address) -> Node | None:
        """Return a value that is not private itself, with what is private within it."""
        over = entry.value
        if isinstance(over, ScalarNode) and over.is_null:
            return None
        if not may_hold_private(kind):
            message = f"'{entry.key.value}' is not private; move it to the plan itself"
            self._tell(checks.OVERLAY_NOT_PRIVATE, message, entry.key, address)
            return None
        absent = plan is None or (isinstance(plan, ScalarNode) and plan.is_null)
        if absent and isinstance(kind, Part) and not any(f.required for f in fields_of(kind.record).values()):
            # Nothing else of it need be recorded, so nothing of it need stand in the plan.
            plan = MappingNode(over.text, over.start, over.start)
        elif plan is None or absent:
            message = f"the plan has no '{entry.key.value}' here; add it there first"
            self._tell(checks.OVERLAY_STRAY, message, entry.key, address)
            return None
        if isinstance(kind, Part) and isinstance(over, MappingNode):
            mine = _long_form(plan, kind.record, entry.key)
            if mine is not None:
                return self.record(mine, over, kind.record, address)
        if isinstance(kind, Table) and isinstance(over, MappingNode) and isinstance(plan, MappingNode):
            return self._table(plan, over, kind, address)
        if isinstance(kind, Listing) and isinstance(over, SequenceNode) and isinstance(plan, SequenceNode):
            return self._items(plan, over, kind.of, address)
        message = f"'{entry.key.value}' is written in another form than in the plan; use the same form"
        self._tell(checks.WRONG_SHAPE, message, entry.key, address)
        return None

    def _table(self, plan: MappingNode, over: MappingNode, kind: Table, address: Address) -> MappingNode:
        result = _copy(plan)
        for key, entry in over.entries.items():
            mine = plan.entries.get(key)
            value = self._value(mine.value if mine else None, entry, kind.of, address / key)
            if mine is not None and value is not None:
                result.entries[key] = Entry(mine.key, value)
        return result

    def _items(self, plan: SequenceNode, over: SequenceNode, of: Kind, address: Address) -> SequenceNode:
        result = SequenceNode(plan.text, plan.start, plan.end)
        result.items = list(plan.items)
        names = [identity(item, of) for item in plan.items]
        seen: set[str | None] = set()
        for item in over.items:
            name = identity(item, of)
            if name is not None and name in seen and isinstance(of, Part) and isinstance(item, MappingNode):
                message = f"the {noun(of.record)} '{name}' stands here already; bring the two together"
                self._tell(
                    checks.DUPLICATE_ID, message, item.entries[of.record.identity].value, address[name]
                )
                continue
            seen.add(name)
            if name is None or not isinstance(of, Part) or not isinstance(item, MappingNode):
                message = "this item does not say which item of the plan it adds to; begin it with its id"
                self._tell(checks.OVERLAY_STRAY, message, item, address)
            elif name not in names:
                hint = did_you_mean(name, [known for known in names if known])
                message = f"the plan has no {noun(of.record)} '{name}'{hint or '; add it there first'}"
                stray = item.entries[of.record.identity].value
                self._tell(checks.OVERLAY_STRAY, message, stray, address[name])
            else:
                index = names.index(name)
                mine = result.items[index]
                if isinstance(mine, MappingNode):
                    result.items[index] = self.record(mine, item, of.record, address[name])
        return result

    def _tell(self, check: Check, message: str, node: Node, address: Address) -> None:
        self.findings.append(Finding(check, check.severity, message, node.place, address))


def _long_form(plan: Node, record: type[Record], key: ScalarNode) -> MappingNode | None:
    """Return a record that the plan may give as a bare value; None for what is no record at all."""
    if isinstance(plan, MappingNode):
        return plan
    if not issubclass(record, Brief):
        return None
    node = MappingNode(plan.text, plan.start, plan.end)
    node.entries[record.shorthand] = Entry(key, plan)
    return node


def _copy(node: MappingNode) -> MappingNode:
    copy = MappingNode(node.text, node.start, node.end)
    copy.entries.update(node.entries)
    return copy
