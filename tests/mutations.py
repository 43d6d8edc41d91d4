"""Every way in which a node of a plan's text can be spoiled, made by splicing the text at the node.

What comes of each mutation is judged in `test_mutations`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.record import Kind, Leaf, Listing, Part, Record, Table, bare_kind, fields_of
from coalitionkit.model.values import Prose, Reader, Refers
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.source.reader import read
from coalitionkit.source.text import Text
from coalitionkit.source.tree import Entry, MappingNode, Node, ScalarNode, SequenceNode

NOBODY = "zz-nobody"
WRONG_LIST = "[[zz-wrong]]"
NO_WORD = '"?! zz wrong"'
STRAY_KEY = "zzstray"

ITEM = re.compile(r"\[\d+\]")

Stretch = tuple[int, int]


@dataclass(frozen=True)
class Spot:
    """A value in a plan: what it is meant to be, and what holds it."""

    node: Node
    kind: Kind | None
    path: str
    required: bool = False
    entry: Entry | None = None
    parent: "Spot | None" = None

    @property
    def record(self) -> type[Record] | None:
        """The record that the node is written as."""
        return self.kind.record if isinstance(self.kind, Part) else None

    @property
    def whole(self) -> Stretch:
        """The stretch of the value and its key."""
        return (self.entry.key.start if self.entry else self.node.start), self.node.end


@dataclass(frozen=True)
class Mutation:
    """A spoiled text. `at` is the stretch of the spoiled node in it; `shift` moves what follows."""

    what: str
    spot: Spot
    text: str
    at: Stretch
    cut: Stretch
    shift: int

    def moved(self, stretch: Stretch) -> Stretch:
        """Return where a stretch of the sound text stands in the spoiled one."""
        return self._moved(stretch[0]), self._moved(stretch[1])

    def _moved(self, offset: int) -> int:
        if offset <= self.cut[0]:
            return offset
        return max(self.cut[0], offset + self.shift)


def spots(text: str) -> list[Spot]:
    """Return every value of a plan, the plan itself first."""
    root = read(Text("plan", text)).root
    assert root is not None
    return list(_walk(Spot(root, Part(Coalition), "plan", required=True)))


def _walk(spot: Spot) -> Iterator[Spot]:
    node, kind = spot.node, spot.kind
    if isinstance(kind, Part) and not isinstance(node, MappingNode):
        spot = Spot(node, bare_kind(kind.record), spot.path, spot.required, spot.entry, spot.parent)
        kind = spot.kind
    yield spot
    if isinstance(node, SequenceNode):
        of = kind.of if isinstance(kind, Listing) else None
        for index, item in enumerate(node.items):
            yield from _walk(Spot(item, of, f"{spot.path}[{index}]", parent=spot))
    elif isinstance(node, MappingNode):
        for key, entry in node.entries.items():
            below, required = _below(kind, key)
            yield from _walk(Spot(entry.value, below, f"{spot.path}.{key}", required, entry, spot))


def _below(kind: Kind | None, key: str) -> tuple[Kind | None, bool]:
    if isinstance(kind, Part):
        shape = fields_of(kind.record).get(key)
        return (shape.kind, shape.required) if shape else (None, False)
    if isinstance(kind, Leaf) and kind.marker is Prose:
        return Leaf(None), False  # one text per language
    return (kind.of if isinstance(kind, Table) else None), False


def sampled(text: str) -> str:
    """Return a plan without the items of lists that have no key which an earlier item did not have."""
    cuts: list[Stretch] = []
    seen: set[str] = set()
    for spot in spots(text):
        if any(start <= spot.node.start and spot.node.end <= end for start, end in cuts):
            continue
        keys = {ITEM.sub("[]", below.path) for below in _walk(spot) if below.entry is not None}
        if spot.parent and isinstance(spot.parent.node, SequenceNode) and spot.record and keys <= seen:
            cuts.append(_with_comma(text, spot))
        elif spot.entry is not None:
            seen.add(ITEM.sub("[]", spot.path))
    # Two neighbors share a comma: it is cut once.
    kept = len(text)
    for start, end in sorted(cuts, reverse=True):
        text = text[:start] + text[min(end, kept) :]
        kept = start
    return text


def kind_of(mutation: "Mutation") -> str:
    """Return what is the same in mutations of like fields: `removed Member.languages[]`."""
    return f"{mutation.what} {_field(mutation.spot)}"


def _field(spot: Spot) -> str:
    if spot.parent is None:
        return "plan"
    if spot.parent.record is not None and spot.entry is not None:
        return f"{spot.parent.record.__name__}.{spot.entry.key.value}"
    return _field(spot.parent) + ("[]" if spot.entry is None else "{}")


def wrong_types(text: str) -> Iterator[Mutation]:
    """Put a list in a list where anything else is expected."""
    for spot in _known(text):
        if spot.parent is not None:
            yield _spliced(text, "wrong type", spot, (spot.node.start, spot.node.end), WRONG_LIST)


def wrong_words(text: str) -> Iterator[Mutation]:
    """Put a text that is no word, date or number where one is expected."""
    for spot in _known(text):
        if isinstance(spot.kind, Leaf) and isinstance(spot.kind.marker, Reader | Vocabulary):
            marker = spot.kind.marker
            if not (isinstance(marker, Reader) and marker.read is str):
                yield _spliced(text, "wrong word", spot, (spot.node.start, spot.node.end), NO_WORD)


def removals(text: str) -> Iterator[Mutation]:
    """Take out a key with its value, or an item of a list."""
    for spot in _known(text):
        if spot.parent is not None:
            yield _spliced(text, "removed", spot, _with_comma(text, spot), "")


def stray_keys(text: str) -> Iterator[Mutation]:
    """Put a key that no record has at the beginning of each record."""
    for spot in _known(text):
        node = spot.node
        if spot.record is None or not isinstance(node, MappingNode):
            continue
        if text[node.start] == "{":
            start, added = node.start + 1, f"{STRAY_KEY}: 1{', ' if node.entries else ''}"
        else:
            column = node.place.span.start.column - 1
            start, added = node.start, f"{STRAY_KEY}: 1\n{' ' * column}"
        made = _spliced(text, "unknown key", spot, (start, start), added)
        yield Mutation(made.what, spot, made.text, (start, start + len(STRAY_KEY)), made.cut, made.shift)


def broken_references(text: str) -> Iterator[Mutation]:
    """Point at a record that does not exist, in values and in the keys of tables."""
    for spot in _known(text):
        if _refers(spot.kind) and isinstance(spot.node, ScalarNode) and not spot.node.is_null:
            yield _spliced(text, "broken reference", spot, (spot.node.start, spot.node.end), NOBODY)
        above = spot.parent.kind if spot.parent else None
        if isinstance(above, Table) and _refers(above.keys) and spot.entry:
            key = spot.entry.key
            yield _spliced(text, "broken reference in key", spot, (key.start, key.end), NOBODY)


def _refers(kind: Kind | None) -> bool:
    return isinstance(kind, Leaf) and isinstance(kind.marker, Refers)


def _known(text: str) -> Iterable[Spot]:
    return (spot for spot in spots(text) if spot.kind is not None)


def _spliced(text: str, what: str, spot: Spot, cut: Stretch, put: str) -> Mutation:
    start, end = cut
    if put and start == end and text[start - 1] not in " \n{[":
        put = f" {put}"
    after = text[:start] + put + text[end:]
    return Mutation(what, spot, after, (start, start + len(put)), cut, len(put) - (end - start))


def _with_comma(text: str, spot: Spot) -> Stretch:
    """Return what to cut so that the rest is still YAML: a comma too, or the dash of an item."""
    start, end = spot.whole
    holder = spot.parent.node if spot.parent else spot.node
    if text[holder.start] in "[{":
        follows = end + len(text[end:]) - len(text[end:].lstrip())
        if text[follows] == ",":
            return start, follows + 1
        before = text[:start].rstrip()
        return (len(before) - 1, end) if before.endswith(",") else (start, end)
    if isinstance(holder, SequenceNode):
        start = text.rindex("-", 0, start)
    return start, end
