"""Comments that leave findings out, and above what they have to stand."""

from collections.abc import Iterable, Iterator

from coalitionkit.edits import Remark
from coalitionkit.findings import FIXED_FAMILY, Finding
from coalitionkit.loading import Loaded
from coalitionkit.loading.tracing import Trace
from coalitionkit.places import PLAN, Address
from coalitionkit.rules.catalogue import RULES
from coalitionkit.rules.families.community import PRIVATE_VALUE_COMMITTED

_FIXED = {
    rule.check.code
    for rule in RULES
    if rule.judge is None and rule.check.code != PRIVATE_VALUE_COMMITTED.check.code
}
"""What no comment leaves out: what keeps a plan from being read, and what the linter says of itself."""


def remarks(
    loaded: Loaded, findings: Iterable[Finding], reason: str
) -> Iterator[tuple[Remark, tuple[Finding, ...]]]:
    """Give a comment for each item or entry in which something was found, with what it leaves out.

    What is missing from the plan as a whole stands nowhere: a comment for the whole file leaves it out.
    """
    if loaded.tracer is None:
        return
    grouped: dict[Address, list[Finding]] = {}
    for finding in findings:
        if finding.check.family == FIXED_FAMILY or finding.check.code in _FIXED:
            continue
        if finding.place.file != loaded.overlay_file:
            grouped.setdefault(_unit(loaded.tracer.by_address(finding.address)), []).append(finding)
    for address, found in grouped.items():
        names = ", ".join(sorted({finding.check.name for finding in found}))
        verb = "ignore" if address.steps else "ignore-file"
        above = address if address.steps else _first(loaded)
        if above is not None:
            yield Remark(above, f"coalition: {verb}[{names}] {reason}"), tuple(found)


def _unit(trace: Trace) -> Address:
    """Return the nearest item or entry around a value that begins a line of its own outside of brackets."""
    around: list[Trace] = []
    above: Trace | None = trace
    while above is not None and above.above is not None:
        around.append(above)
        above = above.above
    found = PLAN
    for one in reversed(around):
        if _begins_line(one):
            found = one.address
        if one.node.text.content[one.node.start : one.node.start + 1] in {"[", "{"}:
            break
    return found


def _begins_line(trace: Trace) -> bool:
    """Whether nothing but the dash of an item, and nothing at all before a key, stands before it."""
    node = trace.entry.key if trace.entry else trace.node
    before = node.text.content[node.text.line_start(node.start) : node.start].strip()
    return before == ("" if trace.entry else "-")


def _first(loaded: Loaded) -> Address | None:
    """Return the first entry of the main file."""
    root = loaded.trees.get(loaded.file)
    key = next(iter(root.entries), None) if root else None
    return PLAN / key if key else None
