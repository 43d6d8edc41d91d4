"""The files of a plan become one tree: fragments concatenate, the same setting twice is an error."""

from collections.abc import Mapping
from types import MappingProxyType

from coalitionkit.edits import Fix
from coalitionkit.findings import Check, Finding, Related
from coalitionkit.loading import checks
from coalitionkit.places import PLAN, Address
from coalitionkit.source.files import PlanFiles, RawFile
from coalitionkit.source.reader import EMPTY, Fault, Reading, read
from coalitionkit.source.text import NotUtf8Error, Text
from coalitionkit.source.tree import Entry, MappingNode, Node, ScalarNode, SequenceNode

_MERGED_DEPTH = 2
"""Sections and the lists within them may be spread over files; anything deeper stands in one."""


class Assembled:
    """One tree made of the committed files, the overlay's own tree, and what is wrong with the text.

    `whole` says that every committed file could be read to its end. `trees` are the files by name as they
    were written, each by itself.
    """

    __slots__ = ("findings", "main", "overlay", "root", "texts", "trees", "whole")

    def __init__(self, main: Text) -> None:
        self.main = main
        self.root: MappingNode | None = None
        self.overlay: MappingNode | None = None
        self.texts: dict[str, Text] = {}
        self.trees: dict[str, MappingNode] = {}
        self.findings: list[Finding] = []
        self.whole = True


def found(check: Check, message: str, node: Node, address: Address = PLAN, fix: Fix | None = None) -> Finding:
    """Return a finding at a node."""
    return Finding(check, check.severity, message, node.place, address, fix=fix)


def assemble(files: PlanFiles, known: Mapping[str, Reading] = MappingProxyType({})) -> Assembled:
    """Read every file of a plan and bring the committed ones together; those that are `known` are read."""
    readings = {
        raw.file: known[raw.file] if raw.file in known else reading_of(raw)
        for raw in (files.main, *files.fragments, *([files.overlay] if files.overlay else []))
    }
    assembled = Assembled(Text(files.main.file, ""))
    assembled.root = _mapping(readings[files.main.file], assembled, main=True)
    for fragment in files.fragments:
        root = _mapping(readings[fragment.file], assembled)
        if root is not None:
            assembled.root = _together(assembled, root)
    if files.overlay is not None:
        whole = assembled.whole
        assembled.overlay = _mapping(readings[files.overlay.file], assembled)
        assembled.whole = whole
    return assembled


def _together(assembled: Assembled, root: MappingNode) -> MappingNode:
    if assembled.root is None:
        return root
    return _merged(assembled.root, root, PLAN, assembled.findings)


def _mapping(reading: Reading, assembled: Assembled, *, main: bool = False) -> MappingNode | None:
    """Return the tree of one file, or None when it holds nothing that can be part of a plan."""
    text, node, faults, whole = reading
    assembled.texts[text.file] = text
    if main:
        assembled.main = text
    # A fragment or overlay may wait to be filled; an empty plan is a mistake.
    kept = [fault for fault in faults if main or fault.problem != "empty"]
    assembled.findings.extend(misread(text, fault) for fault in kept)
    assembled.whole = assembled.whole and (whole or not kept)
    if isinstance(node, MappingNode):
        assembled.trees[text.file] = node
        return node
    if node is None or (not main and isinstance(node, ScalarNode) and node.is_null):
        return None
    if whole and isinstance(node, ScalarNode) and node.is_null:
        fault = Fault("empty", EMPTY, 0, 0)
        assembled.findings.append(misread(text, fault))
        assembled.whole = False
    elif whole:
        message = "a plan consists of keys such as 'format:', 'coalition:' and 'members:'; none is here"
        assembled.findings.append(found(checks.WRONG_SHAPE, message, node))
        assembled.whole = False
    return None


def reading_of(raw: RawFile) -> Reading:
    """Return what can be read of a file; what keeps all of it from being read is a fault too."""
    if raw.data is None:
        message = (
            f"this file has {_size(raw.size)}, more than a plan may have; name another file, or raise "
            "--max-size"
        )
        return Reading(Text(raw.file, ""), faults=[Fault("size", message, 0, 0)])
    try:
        return read(Text.decoded(raw.file, raw.data))
    except NotUtf8Error as error:
        fault = Fault("encoding", error.message, error.offset, error.offset + 1)
        return Reading(error.text, faults=[fault])


def _size(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size >= 100_000 else f"{size:,} bytes"  # noqa: PLR2004


def misread(text: Text, fault: Fault) -> Finding:
    """Return a finding of what a text may not hold."""
    check = checks.BY_PROBLEM[fault.problem]
    related: tuple[Related, ...] = ()
    if fault.other is not None:
        related = (Related("the first one stands here", text.place(fault.other, fault.other + 1)),)
    place = text.place(fault.start, fault.end)
    return Finding(check, check.severity, fault.message, place, related=related)


def _merged(
    first: MappingNode, second: MappingNode, address: Address, findings: list[Finding]
) -> MappingNode:
    """Return the entries of both; neither of the two is changed."""
    merged = MappingNode(first.text, first.start, first.end)
    merged.entries.update(first.entries)
    for key, entry in second.entries.items():
        earlier = merged.entries.get(key)
        if earlier is None:
            merged.entries[key] = entry
            continue
        both = _both(earlier.value, entry.value, address / key, findings)
        if both is not None:
            merged.entries[key] = Entry(earlier.key, both)
            continue
        lists = any(isinstance(node, SequenceNode) for node in (earlier.value, entry.value))
        how = "turn both into lists" if lists else "keep it in one of the two files"
        message = f"'{key}' stands in {earlier.key.text.file} too; {how}"
        related = (Related("the first one stands here", earlier.key.place),)
        findings.append(
            Finding(
                checks.TWICE,
                checks.TWICE.severity,
                message,
                entry.key.place,
                address / key,
                related,
            )
        )
    return merged


def _both(first: Node, second: Node, address: Address, findings: list[Finding]) -> Node | None:
    """Return two values as one, or None when they cannot be one."""
    if isinstance(first, ScalarNode) and first.is_null:
        return second
    if isinstance(second, ScalarNode) and second.is_null:
        return first
    if isinstance(first, SequenceNode) and isinstance(second, SequenceNode):
        joined = SequenceNode(first.text, first.start, first.end)
        joined.items = [*first.items, *second.items]
        return joined
    if (
        isinstance(first, MappingNode)
        and isinstance(second, MappingNode)
        and len(address.steps) < _MERGED_DEPTH
    ):
        return _merged(first, second, address, findings)
    if isinstance(first, ScalarNode) and isinstance(second, ScalarNode):
        return first if first.value == second.value else None
    return None
