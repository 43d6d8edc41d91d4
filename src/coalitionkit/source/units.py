"""Entries and items as stretches of lines: where each begins, and which comments are its own.

Comments directly above an entry or item belong to it, and so do those below it that are indented deeper
than its key or dash. A comment with blank lines on both sides belongs to nobody and stays where it is.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from coalitionkit.source.comments import dash_before
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode

_LINE_END = re.compile(r"\r\n?|\n")
_SPEAKS_OF_THE_NEXT = re.compile(r"#[ ]?coalition:")
"""A comment that leaves out findings of what follows it belongs to that, also at the beginning of a file."""


class Unit(NamedTuple):
    """An entry of a group, or an item of a list, that stands on lines of its own.

    `start` is where its key or dash stands, `column` how many characters are before that on its line. From
    `head` up to `tail` go all its lines with its comments; `last` is the end of the line where its value
    ends. `compact` says that a dash or more stands before it on its line, `keeps` that the blank lines below
    it are part of its value.
    """

    start: int
    column: int
    head: int
    last: int
    tail: int
    compact: bool
    keeps: bool


def bracketed(node: Node) -> bool:
    """Whether a list or group stands in brackets."""
    return node.text.content[node.start : node.start + 1] in {"[", "{"} and not isinstance(node, ScalarNode)


def units(node: SequenceNode | MappingNode) -> list[Unit]:
    """Return the entries or items of a list or group without brackets, in order."""
    if isinstance(node, MappingNode):
        starts = [entry.key.start for entry in node.entries.values()]
        values: list[Node] = [entry.value for entry in node.entries.values()]
    else:
        starts = [dash_before(node, index) for index in range(len(node.items))]
        values = node.items
    ends = [max(start + 1, value.end) for start, value in zip(starts, values, strict=True)]
    return [
        _unit(node.text, start, end, value) for start, end, value in zip(starts, ends, values, strict=True)
    ]


def line_end(text: Text, offset: int) -> int:
    """Return the offset after the line end of the line that holds a character."""
    match = _LINE_END.search(text.content, offset)
    return match.end() if match else len(text.content)


def after_blank_lines(text: Text, offset: int) -> int:
    """Return where the blank lines end that begin at an offset."""
    at = offset
    while at < len(text.content):
        end = line_end(text, at)
        if text.content[at:end].strip():
            break
        at = end
    return at


def is_apart(text: Text, listed: list[Unit]) -> bool:
    """Whether blank lines stand between most of the units."""
    return gaps(text, listed) * 2 > len(listed) - 1


def gaps(text: Text, listed: list[Unit]) -> int:
    """Return how often a blank line stands between two units."""
    return sum(one.tail < two.head and _begins_blank(text, one.tail) for one, two in pairwise(listed))


def _unit(text: Text, start: int, end: int, value: Node) -> Unit:
    line_start = text.line_start(start)
    column = start - line_start
    compact = bool(text.content[line_start:start].strip(" \t"))
    last = line_end(text, end)
    keeps = keeps_blank_lines(value)
    if keeps:
        last = after_blank_lines(text, last)
    return Unit(
        start,
        column,
        start if compact else _head(text, line_start, column),
        last,
        _after_footers(text, last, column),
        compact,
        keeps,
    )


def _head(text: Text, line_start: int, column: int) -> int:
    """Return where the comments directly above a line begin; those that begin a file are the file's."""
    head = line_start
    while head > 0:
        above = text.line_start(head - 1)
        line = text.content[above:head]
        stripped = line.lstrip(" \t")
        if not stripped.startswith("#") or len(line) - len(stripped) > column:
            return head
        head = above
    return head if _SPEAKS_OF_THE_NEXT.search(text.content, head, line_start) else line_start


def _after_footers(text: Text, offset: int, column: int) -> int:
    """Return where the comments end that stand below and are indented deeper than a column."""
    tail = at = offset
    while at < len(text.content):
        end = line_end(text, at)
        line = text.content[at:end]
        stripped = line.lstrip(" \t")
        if stripped.startswith("#") and len(line) - len(stripped) > column:
            tail = end
        elif stripped.strip():
            break
        at = end
    return tail


def keeps_blank_lines(node: Node) -> bool:
    """Whether the blank lines below a value are part of it: it ends with a block that keeps them."""
    while isinstance(node, MappingNode | SequenceNode):
        if bracketed(node):
            return False
        below = (
            [entry.value for entry in node.entries.values()] if isinstance(node, MappingNode) else node.items
        )
        if not below:
            return False
        node = below[-1]
    content = node.text.content
    return (
        content[node.start : node.start + 1] in {"|", ">"} and "+" in content[node.start + 1 : node.start + 3]
    )


def _begins_blank(text: Text, offset: int) -> bool:
    return not text.content[offset : line_end(text, offset)].strip()
