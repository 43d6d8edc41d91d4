"""A walk through the tree of a plan, guided by the shape of the models.

It turns nodes into the plain data that pydantic judges, and notes on the way what pydantic cannot see:
which ids there are, what points at what, which words are the plan's own, what is still a placeholder,
and which private values stand in the open.
"""

import re
from typing import Any, NamedTuple

from coalitionkit.edits import Fix, Put, Remove, RenameKey, Reword, Safety
from coalitionkit.findings import Finding
from coalitionkit.loading import checks
from coalitionkit.loading.assembly import found
from coalitionkit.model.record import Kind, Leaf, Listing, Part, Record, Table, bare_kind, fields_of
from coalitionkit.model.values import Prose, Reader, Refers
from coalitionkit.model.vocabulary.words import SLUG, Vocabulary
from coalitionkit.places import Address, Item, Step
from coalitionkit.prose import quoted
from coalitionkit.source.tree import NULLS, MappingNode, Node, ScalarNode, SequenceNode

_PLACEHOLDER = re.compile(r"TODO\b")
_LEADING_ZERO = re.compile(r"0\d+\Z", re.ASCII)
_SLUG = re.compile(SLUG + r"\Z")


Steps = tuple[Step, ...]


class Identified(NamedTuple):
    """A record with an id, and the scalar in which the id stands."""

    record: type[Record]
    node: ScalarNode
    address: Address
    data: dict[str, Any]


class Pointer(NamedTuple):
    """A value, or with `is_key` a key, that points at a record of a kind that `refers` allows."""

    refers: Refers
    node: ScalarNode
    address: Address
    is_key: bool = False


class Term(NamedTuple):
    """A word of a vocabulary to which a plan may add its own; `is_key` for one that is a key."""

    vocabulary: Vocabulary
    node: ScalarNode
    address: Address
    is_key: bool = False


class Survey:
    """What a walk found; `data` is the plan as pydantic takes it.

    `kept` says of each list from which placeholders were left out, by the identity of its node, which
    indexes stayed.
    """

    __slots__ = ("data", "findings", "identified", "kept", "pointers", "private", "terms")

    def __init__(self) -> None:
        self.data: Any = None
        self.identified: list[Identified] = []
        self.pointers: list[Pointer] = []
        self.terms: list[Term] = []
        self.private: list[Address] = []
        self.findings: list[Finding] = []
        self.kept: dict[int, list[int]] = {}


class _Absent:
    """Stands for a value that counts as not written."""


_ABSENT: Any = _Absent()


class _Placeholder(str):
    """The text of a value that is still to be filled in."""

    __slots__ = ()


def survey(root: Node, record: type[Record]) -> Survey:
    """Walk through a tree that is meant to be a record."""
    result = Survey()
    result.data = _Walk(result).value(root, Part(record), ())
    return result


class _Walk:
    """The walk itself. It carries the steps to a node, and makes an address of them only to keep it."""

    def __init__(self, result: Survey) -> None:
        self.result = result

    def value(self, node: Node, kind: Kind | None, at: Steps) -> Any:
        """Return the data of a node. A `kind` of None means that nothing is known of it."""
        if isinstance(kind, Part) and not isinstance(node, MappingNode):
            kind = bare_kind(kind.record)
        if isinstance(node, ScalarNode):
            return self._scalar(node, kind, at[:-1], at[-1] if at else "")
        if isinstance(node, SequenceNode):
            return self._items(node, kind.of if isinstance(kind, Listing) else None, at)
        if not isinstance(node, MappingNode):
            raise TypeError(f"unknown node {node!r}")
        if isinstance(kind, Part):
            return self._record(node, kind.record, at)
        if isinstance(kind, Table):
            return self._table(node, kind, at)
        return {key: self.value(entry.value, None, (*at, key)) for key, entry in node.entries.items()}

    def _items(self, node: SequenceNode, kind: Kind | None, at: Steps) -> list[Any]:
        steps = steps_of(node, kind)
        data = [
            self._scalar(item, kind, at, step)
            if item.__class__ is ScalarNode and kind.__class__ is Leaf
            else self.value(item, kind, (*at, step))
            for step, item in zip(steps, node.items, strict=True)
        ]
        if kind.__class__ is Leaf and len(data) > 1:
            self._note_repeats(node, kind, data, at)
        stay = [index for index, value in enumerate(data) if value.__class__ is not _Placeholder]
        if len(stay) < len(data):
            self.result.kept[id(node)] = stay
        return [None if data[index] is _ABSENT else data[index] for index in stay]

    def _note_repeats(self, node: SequenceNode, kind: Any, data: list[Any], at: Steps) -> None:
        """Note words and ids that stand in a list more than once: each says no more than the first."""
        words = [value for value in data if value.__class__ is str]
        if not isinstance(kind.marker, Vocabulary | Refers) or len(set(words)) == len(words):
            return
        seen: set[str] = set()
        for index, (value, item) in enumerate(zip(data, node.items, strict=True)):
            if value.__class__ is str and value in seen:
                address = Address((*at, index))
                message = f"{quoted(value)} stands in this list already; remove it here"
                fix = Fix(f"remove the second {quoted(value)}", (Remove(address),))
                self.result.findings.append(found(checks.REPEATED_ITEM, message, item, address, fix))
            elif value.__class__ is str:
                seen.add(value)

    def _table(self, node: MappingNode, kind: Table, at: Steps) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, entry in node.entries.items():
            self._leaf(entry.key, kind.keys, at, key, among=node)
            value = self.value(entry.value, kind.of, (*at, key))
            data[key] = "" if value is _ABSENT and isinstance(kind.of, Leaf) else value
        return {key: {} if value is _ABSENT else value for key, value in data.items()}

    def _record(self, node: MappingNode, record: type[Record], at: Steps) -> dict[str, Any]:
        fields = fields_of(record)
        data: dict[str, Any] = {}
        for key, (_, below) in node.entries.items():
            shape = fields.get(key)
            if shape is None:
                if not key.startswith("x-"):
                    data[key] = None
                continue
            # Most values are single ones in a field for single ones: they take the short way.
            if below.__class__ is ScalarNode and shape.kind.__class__ is Leaf:
                value = self._scalar(below, shape.kind, at, key)
            else:
                value = self.value(below, shape.kind, (*at, key))
            if value is not _ABSENT and (value.__class__ is not _Placeholder or shape.required):
                data[key] = value
                if shape.private:
                    self.result.private.append(Address((*at, key)))
        if record.words_by:
            self._note_words(node, record, data, at)
        name = node.value("id") if record.noun else None
        if isinstance(name, ScalarNode):
            self.result.identified.append(Identified(record, name, Address(at), data))
        return data

    def _note_words(self, node: MappingNode, record: type[Record], data: dict[str, Any], at: Steps) -> None:
        """Note words whose vocabulary another field of the record decides."""
        for key, (other, vocabularies) in record.words_by.items():
            vocabulary, word = vocabularies.get(str(data.get(other))), node.value(key)
            if vocabulary is not None and isinstance(word, ScalarNode):
                self._leaf(word, Leaf(vocabulary), at, key)

    def _scalar(self, node: Any, kind: Any, at: Steps, step: Step) -> Any:
        # There are thousands of these, and most say nothing more than themselves: no call is made for them.
        value = node.value
        plain = node.plain
        if plain:
            if value in NULLS:
                return _ABSENT
            if value[:4] == "TODO" and _PLACEHOLDER.match(value):
                message = "this is still to be filled in; write it as soon as you know it"
                self.result.findings.append(found(checks.PLACEHOLDER, message, node, Address((*at, step))))
                return _Placeholder(value)
        if kind.__class__ is Leaf:
            marker = kind.marker
            says_more = (
                value not in marker.words
                if marker.__class__ is Vocabulary
                else marker.__class__ is Refers or value[:1] == "0"
            )
            if says_more:
                self._leaf(node, kind, at, step)
            if plain and node.text.content.startswith(" #", node.end):
                self._cut(node, Address((*at, step)))
        return value

    def _leaf(
        self, node: ScalarNode, kind: Leaf, at: Steps, step: Step, *, among: MappingNode | None = None
    ) -> None:
        """Note what is to be said of a single value, or of a key `among` others."""
        marker = kind.marker
        value = node.value
        if marker.__class__ is Vocabulary:
            if value not in marker.words:
                self._other_word(node, marker, Address((*at, step)), among)
        elif isinstance(marker, Refers):
            if _SLUG.match(value):
                pointer = Pointer(marker, node, Address((*at, step)), among is not None)
                self.result.pointers.append(pointer)
        elif node.plain and value[:1] == "0" and _LEADING_ZERO.match(value) and _takes_any_text(marker):
            message = f'spreadsheets drop the zero of {value}; write "{value}" in quotes'
            address = Address((*at, step))
            fix = Fix("put the code in quotes", (Put(address, value),)) if among is None else None
            self.result.findings.append(found(checks.UNQUOTED_CODE, message, node, address, fix))

    def _cut(self, node: ScalarNode, at: Address) -> None:
        """Note a value of which YAML takes a part for a remark."""
        content, end = node.text.content, node.end
        if content[end + 2 : end + 3].isalnum():
            message = "from the '#' on this line is cut off as a remark; put the whole value in quotes"
            start = end + 1
            remark = node.text.line(node.text.position(start).line)[
                node.text.position(start).column - 1 :
            ].rstrip()
            edits = (
                Reword(node.text.place(start, start + len(remark)), ""),
                Put(at, f"{node.value} {remark}"),
            )
            fix = Fix("put the whole value in quotes", edits, Safety.UNSAFE)
            self.result.findings.append(found(checks.CUT_TEXT, message, node, at, fix))

    def _other_word(
        self, node: ScalarNode, vocabulary: Vocabulary, at: Address, among: MappingNode | None
    ) -> None:
        """Note another spelling of a word, and a word that the plan itself may have added."""
        word = node.value
        slug = vocabulary.slug(word)
        if slug is not None and slug != word:
            message = f"'{word}' is understood as '{slug}'; write '{slug}'"
            fix = None
            if among is None or slug not in among.entries:
                fix = Fix(f"write '{slug}'", (Put(at, slug) if among is None else RenameKey(at, slug),))
            self.result.findings.append(found(checks.SPELLING, message, node, at, fix))
        elif slug is not None and vocabulary.extended_by and _SLUG.match(word):
            self.result.terms.append(Term(vocabulary, node, at, among is not None))


def steps_of(node: SequenceNode, kind: Kind | None) -> list[Step]:
    """Return how each item of a list is addressed: by its id, or by its index when that is not unique."""
    if not isinstance(kind, Part) or not kind.record.identity:
        return list(range(len(node.items)))
    steps: list[Step] = []
    taken: set[str] = set()
    for index, item in enumerate(node.items):
        name = identity(item, kind)
        steps.append(index if name is None or name in taken else Item(name))
        taken.add(name or "")
    return steps


def identity(item: Node, kind: Kind | None) -> str | None:
    """Return the id by which an item of a list is addressed, or None."""
    if not isinstance(item, MappingNode) or not isinstance(kind, Part) or not kind.record.identity:
        return None
    value = item.value(kind.record.identity)
    return value.value if isinstance(value, ScalarNode) and value.value else None


def _takes_any_text(marker: object) -> bool:
    return marker is None or marker is Prose or (isinstance(marker, Reader) and marker.python is str)
