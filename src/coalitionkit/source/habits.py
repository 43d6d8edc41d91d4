"""How a file is laid out, by what is most common in its first part, also while entries come to it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from coalitionkit.source.emitter import Layout
from coalitionkit.source.text import Text
from coalitionkit.source.tree import Entry, MappingNode, Node, ScalarNode, SequenceNode
from coalitionkit.source.units import bracketed

_SAMPLE = 1_000
"""How many entries tell how a file is laid out."""

_FEW = 5
"""Up to how many entries a group is short enough for braces."""


class Trait:
    """What one entry tells: how deep its group or list stands, and which short groups it holds in braces."""

    __slots__ = ("braces", "counted", "dash", "offset", "step")

    def __init__(self, offset: int = 0) -> None:
        self.offset = offset
        self.counted = False
        self.step: int | None = None
        self.dash: int | None = None
        self.braces: list[bool] = []


class Habits:
    """What the first entries of a file tell of its layout."""

    def __init__(self, text: Text, root: Node | None) -> None:
        self._newline = "\r\n" if "\r\n" in text.content else "\n"
        self._traits = list(islice(traits_below(root), _SAMPLE))
        self._steps: Counter[int] = Counter()
        self._dashes: Counter[int] = Counter()
        self._braces: Counter[bool] = Counter()
        for trait in self._traits:
            self._count(trait, 1)
        self._owners = {trait.offset: trait for trait in self._traits}

    @property
    def layout(self) -> Layout:
        """What is most common."""
        return Layout(
            newline=self._newline,
            step=_most(self._steps, 2),
            dash=_most(self._dashes, 2),
            braces=self._braces[True] > self._braces[False],
        )

    @property
    def full(self) -> bool:
        """Whether there are so many entries that a new one takes the place of another one."""
        return len(self._traits) == _SAMPLE

    def bears(self, more: float) -> bool:
        """Whether the layout stays what it is when no more than so many things in it become others."""
        if not more:
            return True
        braces = abs(self._braces[True] - self._braces[False])
        return min(_lead(self._steps), _lead(self._dashes), braces) > more

    def reaches(self, offset: int) -> bool:
        """Whether what begins at an offset is among the first entries, or would be."""
        return not self.full or offset <= self._traits[-1].offset

    def place(self, offset: int) -> int:
        """Return how many of the first entries begin before an offset."""
        return bisect_left(self._traits, offset, key=lambda trait: trait.offset)

    def come(self, place: int, offset: int, traits: Sequence[Trait]) -> None:
        """Count new entries before the one that has a place among the first; they go in at an offset."""
        if place >= _SAMPLE:
            return
        for trait in traits[:_SAMPLE]:
            trait.offset = offset
            self._count(trait, 1)
        self._traits[place:place] = traits[:_SAMPLE]
        for trait in self._traits[_SAMPLE:]:
            self._count(trait, -1)
        del self._traits[_SAMPLE:]

    def hold(self, owner: Entry, *, braces: bool, more: int) -> None:
        """Count a short group that an entry holds now, or does not hold any more when `more` is -1."""
        trait = self._owners.get(owner.key.start)
        if trait is None or not trait.counted:
            return
        if more > 0:
            trait.braces.append(braces)
        else:
            trait.braces.remove(braces)
        self._braces[braces] += more

    def _count(self, trait: Trait, more: int) -> None:
        trait.counted = more > 0
        if trait.step is not None:
            self._steps[trait.step] += more
        if trait.dash is not None:
            self._dashes[trait.dash] += more
        for one in trait.braces:
            self._braces[one] += more


def traits_below(node: Node | None) -> Iterator[Trait]:
    """Yield what each entry within a node tells, in the order of the text."""
    return map(_trait, _entries_below(node))


def is_short(node: Node, more: int = 0) -> bool:
    """Whether a group is short enough for braces, also with so many more entries."""
    return (
        isinstance(node, MappingNode)
        and len(node.entries) + more <= _FEW
        and all(isinstance(entry.value, ScalarNode) for entry in node.entries.values())
    )


def _trait(entry: Entry) -> Trait:
    trait = Trait(entry.key.start)
    value = entry.value
    if isinstance(value, ScalarNode):
        return trait
    deeper = value.text.column(value.start) - value.text.column(entry.key.start)
    if isinstance(value, MappingNode) and value.entries:
        if not bracketed(value):
            trait.step = deeper
        if is_short(value):
            trait.braces.append(bracketed(value))
    elif isinstance(value, SequenceNode) and value.items:
        if not bracketed(value):
            trait.dash = deeper
        trait.braces.extend(bracketed(one) for one in value.items if is_short(one))
    return trait


def _entries_below(node: Node | None) -> Iterator[Entry]:
    if isinstance(node, MappingNode):
        for entry in node.entries.values():
            yield entry
            if not isinstance(entry.value, ScalarNode):
                yield from _entries_below(entry.value)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            if not isinstance(item, ScalarNode):
                yield from _entries_below(item)


def _likely(counted: Counter[int]) -> Iterable[tuple[int, int, int]]:
    return [(count, -width, width) for width, count in counted.items() if count and 0 <= width <= 8]  # noqa: PLR2004


def _most(counted: Counter[int], default: int) -> int:
    likely = _likely(counted)
    return max(likely)[2] if likely else default


def _lead(counted: Counter[int]) -> int:
    """Return by how many the most common width is ahead."""
    counts = sorted((one[0] for one in _likely(counted)), reverse=True)
    return counts[0] - counts[1] if len(counts) > 1 else sum(counts)
