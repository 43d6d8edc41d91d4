"""Everything about one record for people: labels beside words, names beside ids, and who refers to it."""

from collections.abc import Iterator

from coalitionkit.cli.console import Line, Piece, wrapped
from coalitionkit.loading.records import Records, Target, entries_of, text_of
from coalitionkit.model.record import Kind, Leaf, Listing, Part, bare_kind
from coalitionkit.model.values import Prose, Refers
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.prose import counted
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode


class Sheet:
    """Everything that is recorded below one address, as lines for people."""

    def __init__(self, records: Records, *, private: bool, width: int) -> None:
        self._records = records
        self._private = private
        self._width = width
        self._titles: dict[tuple[str, ...], dict[str, str]] = {}
        self.hidden = 0

    def lines(self, node: Node, kind: Kind | None, indent: str = "  ") -> Iterator[Line]:
        """Show a group key by key, other values as they are; count what is private and not shown."""
        if not isinstance(node, MappingNode) and (not isinstance(kind, Part) or not bare_kind(kind.record)):
            yield from self._entry("", node, kind, indent)
            return
        for key, value, below, hidden in entries_of(node, kind):
            if hidden and not self._private:
                self.hidden += 1
                continue
            mark = " (private)" if hidden else ""
            yield from self._entry(f"{key.replace('_', ' ')}{mark}", value, below, indent)

    def _entry(self, label: str, node: Node, kind: Kind | None, indent: str) -> Iterator[Line]:
        head = f"{label}: " if label else ""
        inline = self._inline(node, kind)
        if inline is not None:
            first, *others = wrapped(inline, max(20, self._width - len(indent) - len(head))) or [""]
            yield (Piece(indent), Piece(head, "faint"), Piece(first))
            yield from ((Piece(f"{indent}{' ' * len(head)}"), Piece(line)) for line in others)
        elif isinstance(node, SequenceNode):
            if head:
                yield (Piece(indent), Piece(head.rstrip(), "faint"))
            of = kind.of if isinstance(kind, Listing) else None
            for item in node.items:
                yield from self._item(item, of, f"{indent}  " if head else indent)
        else:
            yield (Piece(indent), Piece(head.rstrip(), "faint"))
            yield from self.lines(node, kind, f"{indent}  ")

    def _item(self, node: Node, kind: Kind | None, indent: str) -> Iterator[Line]:
        parts = []
        for key, value, below, hidden in entries_of(node, kind):
            if hidden and not self._private:
                self.hidden += 1
                continue
            parts.append(f"{key.replace('_', ' ')}: {self._flat(value, below)}")
        text = "; ".join(parts) if isinstance(node, MappingNode) else self._flat(node, kind)
        first, *others = wrapped(text, max(20, self._width - len(indent) - 2)) or [""]
        yield (Piece(f"{indent}- {first}"),)
        yield from ((Piece(f"{indent}  {line}"),) for line in others)

    def _inline(self, node: Node, kind: Kind | None) -> str | None:
        """Return a value that has room beside its key, or None."""
        if isinstance(node, ScalarNode):
            return self._labeled(node, kind)
        if isinstance(node, SequenceNode):
            of = kind.of if isinstance(kind, Listing) else None
            single = all(isinstance(item, ScalarNode) for item in node.items)
            prose = isinstance(of, Leaf) and of.marker in (None, Prose)
            if single and not prose:
                return ", ".join(self._labeled(item, of) for item in node.items) or "none"
            return None if node.items else "none"
        return None if isinstance(node, MappingNode) and node.entries else "none"

    def _flat(self, node: Node, kind: Kind | None) -> str:
        if isinstance(node, ScalarNode):
            return self._labeled(node, kind)
        if isinstance(node, SequenceNode):
            of = kind.of if isinstance(kind, Listing) else None
            return f"[{', '.join(self._flat(item, of) for item in node.items)}]"
        parts = []
        for key, value, below, hidden in entries_of(node, kind):
            if hidden and not self._private:
                self.hidden += 1
            else:
                parts.append(f"{key.replace('_', ' ')}: {self._flat(value, below)}")
        return f"{{{', '.join(parts)}}}"

    def _labeled(self, node: Node, kind: Kind | None) -> str:
        """Return a word with its label, a reference with the name of what it points at, else the text."""
        text = text_of(node)
        if isinstance(kind, Part):
            kind = bare_kind(kind.record)
        marker = kind.marker if isinstance(kind, Leaf) else None
        if isinstance(marker, Vocabulary):
            slug = marker.slug(text)
            label = marker.label(slug) if slug else ""
            return f"{text} ({label})" if label and label.casefold() != text.replace("-", " ") else text
        if isinstance(marker, Refers):
            title = self._title(marker, text)
            return f"{text} ({title})" if title else text
        return text

    def _title(self, refers: Refers, key: str) -> str:
        if refers.nouns not in self._titles:
            self._titles[refers.nouns] = self._records.titles(refers.nouns)
        return self._titles[refers.nouns].get(key, "")


def target_lines(
    target: Target, node: Node, records: Records, *, private: bool, width: int
) -> Iterator[Line]:
    """Show everything that is recorded at a target, who refers to it, and where it stands."""
    place = node.place
    one = target.record
    yield (Piece(target.words, "place"), Piece(f"  {one.title}" if one and one.title else "", "good"))
    yield (Piece(f"  {place.file}:{place.span.start.line}  {target.address}", "faint"),)
    yield ()
    sheet = Sheet(records, private=private, width=width)
    yield from sheet.lines(node, target.kind)
    referring = records.referring(one, private=private) if one else []
    if referring:
        yield ()
        yield (Piece(f"Referred to {counted(len(referring), 'time')}:", "place"),)
        for pointer in referring:
            where = pointer.node.place
            at = f"  {where.file}:{where.span.start.line}"
            yield (Piece(f"  {pointer.address}"), Piece(at, "faint"))
    yield from _hidden(sheet.hidden)


def _hidden(hidden: int) -> Iterator[Line]:
    """Say how many private values are not shown."""
    if hidden:
        yield ()
        verb = "is" if hidden == 1 else "are"
        yield (Piece(f"{counted(hidden, 'private value')} {verb} not shown; --private shows them", "faint"),)
