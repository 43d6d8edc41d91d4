"""The comments of a YAML text, and which part of the tree a comment stands before.

The tree says where quoted text and blocks of lines are: a `#` within them is no comment. Of a key that
stands twice the tree holds the first value only, and a `#` in the quotes of the second counts as a comment.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from coalitionkit.source.text import Text
from coalitionkit.source.tree import Entry, MappingNode, Node, ScalarNode, SequenceNode

_BREAKS = "\n\r\x85\u2028\u2029"


class Comment(NamedTuple):
    """A comment from its `#` up to the end of its line. `alone` says that nothing stands before it there."""

    text: Text
    start: int
    end: int
    alone: bool

    @property
    def content(self) -> str:
        """The comment as it is written, with its `#`."""
        return self.text.content[self.start : self.end]


class Stretch(NamedTuple):
    """The characters of a text from `start` up to `end`."""

    start: int
    end: int


def comments(text: Text, root: Node | None, beginnings: Sequence[str] = ("#",)) -> Iterator[Comment]:
    """Return the comments of a text that begin with one of the `beginnings`, in order.

    `root` is the tree of the whole text. A text that holds none of the beginnings is not looked at further.
    """
    content = text.content
    found = [beginning for beginning in beginnings if beginning in content]
    if not found:
        return
    # Within a line only the first sign of a comment counts, so each line is read from its start.
    done = 0
    for match in re.finditer("|".join(map(re.escape, found)), content):
        if match.start() < done:
            continue
        comment = _first_of_line(text, max(done, text.line_start(match.start())), root)
        if comment is not None:
            done = comment.end
            if comment.content.startswith(tuple(beginnings)):
                yield comment


def following(comment: Comment, root: Node) -> Stretch | None:
    """Return where the item or entry stands, with its key or dash, that comes next after a comment.

    What is indented less than the comment belongs to something above it and does not count: when the last
    item of a list is removed, the comment before it does not pass to the next section.
    """
    unit = _next(root, comment.end)
    if unit is None or comment.text.column(unit.start) < comment.text.column(comment.start):
        return None
    return unit


def _text_end(root: Node | None, offset: int) -> int | None:
    """Return where the text ends that a character is part of; None for what is no part of a value or key."""
    node = root
    while node is not None and node.start <= offset:
        if isinstance(node, ScalarNode):
            return node.end if _inside(node) <= offset < node.end else None
        if isinstance(node, MappingNode):
            entries, index = _entries(node, offset)
            if not index:
                return None
            key, node = entries[index - 1]
            if offset < key.end:
                return key.end
        elif isinstance(node, SequenceNode):
            index = bisect_right(node.items, offset, key=_start)
            node = node.items[index - 1] if index else None
    return None


def _inside(node: ScalarNode) -> int:
    """Return where text begins in which a `#` means nothing; the first line of a block may have a comment."""
    content = node.text.content
    if not node.plain and content[node.start] in "|>":
        line_end = content.find("\n", node.start, node.end)
        return node.end if line_end < 0 else line_end
    return node.start


def _first_of_line(text: Text, position: int, root: Node | None) -> Comment | None:
    """Return the first comment from a position on, as long as its line or text that runs over lines lasts."""
    pattern = re.compile(f"[#{_BREAKS}]")
    match = pattern.search(text.content, position)
    while match is not None:
        end = _text_end(root, match.start())
        if end is not None:
            match = pattern.search(text.content, end)
        elif match[0] != "#":
            return None
        else:
            break
    if match is None:
        return None
    line_end = re.compile(f"[{_BREAKS}]").search(text.content, match.start())
    end = line_end.start() if line_end else len(text.content)
    alone = not text.content[text.line_start(match.start()) : match.start()].strip(" \t")
    return Comment(text, match.start(), end, alone)


def _next(node: Node, offset: int) -> Stretch | None:
    """Return the item or entry within a node that is the first to begin after an offset, the outermost."""
    if isinstance(node, MappingNode):
        above, unit = _next_entry(node, offset)
    elif isinstance(node, SequenceNode):
        above, unit = _next_item(node, offset)
    else:
        return None
    if above is None:
        return unit
    if above.start > offset and _is_one(above):
        return Stretch(above.start, above.end)
    return _next(above, offset) or unit


def _next_entry(node: MappingNode, offset: int) -> tuple[Node | None, Stretch | None]:
    """Return the value that may hold the offset, and where the next key and its value stand."""
    entries, index = _entries(node, offset)
    above = entries[index - 1].value if index else None
    if index == len(entries):
        return above, None
    key, value = entries[index]
    return above, Stretch(key.start, max(key.end, value.end))


def _next_item(node: SequenceNode, offset: int) -> tuple[Node | None, Stretch | None]:
    """Return the item that may hold the offset, and where the next one stands, with its dash."""
    items = node.items
    index = bisect_right(items, offset, key=_start)
    dash: int | None = None
    if not _has_brackets(node):
        dash = _dash(items, index, offset)
        if dash is None and index < len(items):
            index += 1  # its dash stands before the offset, which is therefore within it
            dash = _dash(items, index, offset)
    above = items[index - 1] if index else None
    if index == len(items):
        return above, None
    begin = items[index].start if dash is None else dash
    return above, Stretch(begin, max(begin, items[index].end))


def dash_before(node: SequenceNode, index: int) -> int:
    """Return where the dash of an item stands, in a list without brackets."""
    begin = node.items[index - 1].end if index else node.start
    dash = _dash(node.items, index, begin)
    return node.items[index].start if dash is None else dash


def _dash(items: Sequence[Node], index: int, offset: int) -> int | None:
    """Return where the dash of an item stands; None when that is before the offset or there is no item."""
    if index == len(items):
        return None
    item = items[index]
    begin = max(offset, items[index - 1].end) if index else offset
    match = re.compile(r"(?:\s|#[^\r\n]*+)*+-").match(item.text.content, begin, item.start)
    return match.end() - 1 if match else None


def _entries(node: MappingNode, offset: int) -> tuple[list[Entry], int]:
    """Return the entries of a group, and how many of them begin at or before an offset."""
    entries = _listed(node)
    return entries, bisect_right(entries, offset, key=_key_start)


@lru_cache(maxsize=32)
def _listed(node: MappingNode) -> list[Entry]:
    """Return the entries of a group: one of many keys may hold as many comments."""
    return list(node.entries.values())


def _start(node: Node) -> int:
    return node.start


def _key_start(entry: Entry) -> int:
    return entry.key.start


def _is_one(node: Node) -> bool:
    """Whether a value is a piece of text or stands in brackets: a comment above it means all of it."""
    return _has_brackets(node) or (isinstance(node, ScalarNode) and node.end > node.start)


def _has_brackets(node: Node) -> bool:
    return isinstance(node, MappingNode | SequenceNode) and node.text.content[
        node.start : node.start + 1
    ] in {
        "[",
        "{",
    }
