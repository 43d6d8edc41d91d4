"""One pass over the events of a YAML text: a tree of nodes, and what cannot be part of a plan.

The C parser gives events at about ten megabytes a second. Its own tree building is not used: it crashes
on deep nesting and lets duplicate keys through. Anchors, aliases, merge keys and tags are refused:
sharing makes bombs, and an edit through an alias changes its anchor.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from coalitionkit.source.masks import masked, unprintable
from coalitionkit.source.text import Text
from coalitionkit.source.tree import Entry, MappingNode, Node, ScalarNode, SequenceNode

DEEPEST = 64
"""How many collections may stand within one another."""

MOST_NODES = 500_000
"""How many values and keys one file may hold; a plan with ten thousand partners stays below."""

EMPTY = "this file is empty; a plan begins with the line 'format: 1'"
_MOST_FAULTS = 1_000
"""How many faults of one text are told: whoever has more has one cause that the first ones show."""

_BLOCKS = frozenset("|>")
"""The styles of scalars that are blocks of lines."""


class Fault(NamedTuple):
    """Something that a plan's text may not hold. `problem` names its kind, `other` an earlier place."""

    problem: str
    message: str
    start: int
    end: int
    other: int | None = None


class Reading(NamedTuple):
    """A text and what was read of it.

    `root` is None when no part could be read; `whole` says that reading came to the end of the document.
    """

    text: Text
    root: Node | None = None
    faults: Sequence[Fault] = ()
    whole: bool = False


def read(text: Text) -> Reading:
    """Read a text as one YAML document. Never raises; every fault that can be told is reported."""
    if (bad := unprintable(text.content)) is not None:
        message = (
            f"an invisible control character (U+{ord(bad[0]):04X}) stands here; delete it "
            "and type the text again"
        )
        return Reading(text, faults=[Fault("control", message, bad.start(), bad.end())])
    with _collector_at_rest():
        builder = _Builder(text)
        builder.run()
    if builder.root is None and not builder.faults:
        builder.faults.append(Fault("empty", EMPTY, 0, 0))
    return Reading(text, builder.root, builder.faults, builder.whole)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking a tree that only grows: it halves the time at 1 MB."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _parser(content: str) -> Any:
    """Return an object whose `get_event` gives the events of a text, in C where that is installed."""
    try:
        from _ruamel_yaml import CParser
    except ImportError:
        from ruamel.yaml import YAML

        _, parser = YAML(typ="safe", pure=True).get_constructor_parser(content)
        return parser
    return CParser(content)


class _Builder:
    """Puts nodes together as the events come."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.whole = False
        self._stopped = False
        self._masked = masked(text.content)
        self._open: list[tuple[SequenceNode | MappingNode | None, ScalarNode | None]] = []
        self._node: SequenceNode | MappingNode | None = None
        self._key: ScalarNode | None = None
        self._shortcuts: list[tuple[int, int]] = []

    def run(self) -> None:
        """Read until the end of the text, or until going on makes no sense."""
        from ruamel.yaml.error import MarkedYAMLError, YAMLError

        try:
            self._events(_parser(self._masked.content))
        except MarkedYAMLError as error:
            offset = error.problem_mark.index if error.problem_mark else 0
            opening = error.context_mark.index if error.context_mark else None
            # Text that begins with '*' or '&' is cut in two, and the rest of its line makes no sense.
            begun = self._shortcuts[-1][0] if self._shortcuts else -1
            if not 0 <= self.text.line_start(offset) <= begun <= offset:
                from coalitionkit.source.complaints import complaint  # most texts need no complaint

                told = complaint(self.text, error.problem or "", offset, opening)
                self.faults.append(Fault(told.problem, told.message, told.start, told.end))
        except (YAMLError, ValueError, OverflowError, IndexError) as error:
            self.faults.append(Fault("syntax", f"this is not valid YAML: {error}", 0, 0))
        if self._shortcuts:
            # What they stand for is not known, and all that would be said of it might be false.
            self.whole = False
            start, end = min(self._shortcuts)
            self.faults = [Fault("alias", self._shortcut_message(), start, end)]

    def _shortcut_message(self) -> str:
        count = len(self._shortcuts)
        more = f" ({count} in this file)" if count > 1 else ""
        return (
            f"'&', '*' and '<<' stand for a copy of another part{more}, which a plan may not use; "
            "write the text out where it is needed"
        )

    def _events(self, parser: Any) -> None:
        from ruamel.yaml import events

        steps = {
            events.MappingStartEvent: self._begin_mapping,
            events.MappingEndEvent: self._finish,
            events.SequenceStartEvent: self._begin_sequence,
            events.SequenceEndEvent: self._finish,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document,
            events.DocumentEndEvent: self._document_end,
            events.StreamStartEvent: self._stream,
            events.StreamEndEvent: self._stream,
        }
        next_event = parser.get_event
        scalar_event = events.ScalarEvent
        text, faults = self.text, self.faults
        _, colon, question = self._masked
        for _ in range(MOST_NODES):
            event = next_event()
            kind = event.__class__
            if kind is scalar_event:
                # Most events end here, so this does by itself what `_scalar` and `_place` do for each kind.
                value = event.value
                masked = colon and (colon in value or question in value)
                if masked or event.style in _BLOCKS or event.ctag is not None or event.anchor is not None:
                    node = self._scalar(event)
                else:
                    start, end = event.start_mark.index, event.end_mark.index
                    node = ScalarNode(text, start, end, value, not event.style)
                parent = self._node
                if parent.__class__ is not MappingNode:
                    self._place(node)
                elif (key := self._key) is None:
                    self._key = node
                    continue
                else:
                    if key.value in parent.entries or key.value == "<<":
                        self._enter(parent, key, node)
                    else:
                        parent.entries[key.value] = Entry(key, node)
                    self._key = None
            elif event is None:
                return
            else:
                steps[kind](event)
            if self._stopped or len(faults) >= _MOST_FAULTS:
                return
        place = event.start_mark.index
        self._stop("size", f"this file holds more than {MOST_NODES:,} values; split the plan", place, 1)

    def _stream(self, event: Any) -> None:
        """Pass over the two ends of the stream, which hold nothing."""

    def _stop(self, problem: str, message: str, start: int, length: int) -> None:
        self._stopped = True
        self.whole = problem == "documents"
        self.faults.append(Fault(problem, message, start, start + length))

    def _document(self, event: Any) -> None:
        if self.whole:
            message = "a second document begins here; a plan is one document: remove the line"
            self._stop("documents", message, event.start_mark.index, 3)

    def _document_end(self, _event: Any) -> None:
        self.whole = True

    def _scalar(self, event: Any) -> ScalarNode:
        start = event.start_mark.index
        end = event.end_mark.index
        if event.ctag is not None or event.anchor is not None:
            start = self._properties(event, start)
        style, value = event.style, event.value
        if style in _BLOCKS:
            end = _block_end(self.text.content, start, end, value)
        _, colon, question = self._masked
        if colon and (colon in value or question in value):
            value = value.replace(colon, ":").replace(question, "?")
        return ScalarNode(self.text, start, end, value, not style)

    def _begin_mapping(self, event: Any) -> None:
        self._begin(event, MappingNode)

    def _begin_sequence(self, event: Any) -> None:
        self._begin(event, SequenceNode)

    def _begin(self, event: Any, kind: type[MappingNode] | type[SequenceNode]) -> None:
        start = event.start_mark.index
        if event.ctag is not None or event.anchor is not None:
            start = self._properties(event, start)
        node = kind(self.text, start, start)
        self._place(node)
        self._open.append((self._node, self._key))
        self._node = node
        self._key = None
        if len(self._open) > DEEPEST:
            message = (
                f"lists and groups stand within one another more than {DEEPEST} deep; remove the brackets or "
                "dashes that are too many"
            )
            self._stop("depth", message, start, 1)

    def _finish(self, event: Any) -> None:
        node = self._node
        if node is None:
            raise TypeError("the parser ends what it has not begun")
        if event.end_mark.index > event.start_mark.index:
            node.end = event.end_mark.index  # a closing bracket
        elif isinstance(node, SequenceNode):
            node.end = node.items[-1].end if node.items else node.start
        elif node.entries:
            node.end = next(reversed(node.entries.values())).value.end
        self._node, self._key = self._open.pop()

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self._shortcuts.append((start, end))
        self._place(ScalarNode(self.text, start, end, "", plain=True))

    def _properties(self, event: Any, start: int) -> int:
        """Report an anchor or a tag; return where the value itself begins."""
        content = self.text.content
        while content[start : start + 1] in {"&", "!"}:
            stop = start
            while stop < len(content) and not content[stop].isspace() and content[stop] not in ",]}":
                stop += 1
            if content[start] == "&":
                self._shortcuts.append((start, stop))
            else:
                message = f"'{content[start:stop]}' is a YAML tag, which a plan may not use; remove it"
                self.faults.append(Fault("tag", message, start, stop))
            start = stop
            while content[start : start + 1].isspace() and start < event.end_mark.index:
                start += 1
        return start

    def _place(self, node: Node) -> None:
        """Put a node where it belongs: below the key that waits, or at the end of the list."""
        parent = self._node
        if parent is None:
            self.root = node
        elif isinstance(parent, SequenceNode):
            parent.items.append(node)
        elif self._key is None:
            self._key = self._as_key(node)
        else:
            self._enter(parent, self._key, node)
            self._key = None

    def _as_key(self, node: Node) -> ScalarNode:
        if isinstance(node, ScalarNode):
            return node
        message = "a list or a group stands where a key is expected; put text in braces in quotes"
        self._stop("syntax", message, node.start, 1)
        return ScalarNode(self.text, node.start, node.start + 1, "", plain=True)

    def _enter(self, parent: MappingNode, key: ScalarNode, value: Node) -> None:
        if key.value == "<<" and key.plain:
            if (value.start, value.end) not in self._shortcuts[-1:]:
                self._shortcuts.append((key.start, key.end))
            return
        entry = Entry(key, value)
        earlier = parent.entries.setdefault(key.value, entry)
        if earlier is entry:
            return
        line = self.text.position(earlier.key.start).line
        message = f"the key '{key.value}' stands here already, on line {line}; keep one of the two"
        self.faults.append(Fault("duplicate", message, key.start, key.end, earlier.key.start))


def _block_end(content: str, start: int, end: int, value: str) -> int:
    """Return where a block of lines ends.

    The parser's end mark runs on over the blank lines and comments below the block: step back to the last
    character that belongs to the value itself.
    """
    lines = content[start:end].splitlines(keepends=True)
    first = next((line for line in value.splitlines() if line.strip()), None)
    begun = next((line for line in lines[1:] if line.strip()), None)
    # A block that holds nothing ends with its head; a first line may begin with spaces of its own.
    indent = end if first is None or begun is None else _spaces(begun) - _spaces(first)
    while len(lines) > 1 and _is_below(lines[-1], indent):
        end -= len(lines.pop())
    last = lines[-1]
    return end - (len(last) - len(last.rstrip("\r\n")))


def _is_below(line: str, indent: int) -> bool:
    """Whether a line that the parser counts to a block with this indentation stands below it."""
    if not line.strip():
        return len(line.rstrip("\r\n")) <= indent
    return line.lstrip().startswith("#") and _spaces(line) < indent


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
