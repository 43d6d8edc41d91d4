"""Two sections of one name become one: lists and groups are joined as text, so that comments are kept.

What is moved is indented anew where the other section asks for it, and keeps every other byte.
"""

import re
from typing import NamedTuple

from coalitionkit.errors import UneditableError
from coalitionkit.source.changes import Change, InsertEntry, InsertItem, Path, as_written, plain
from coalitionkit.source.comments import comments
from coalitionkit.source.reader import Reading, read
from coalitionkit.source.rewrite import rewritten
from coalitionkit.source.splices import Splice, spliced
from coalitionkit.source.text import Text
from coalitionkit.source.tree import Entry, MappingNode, Node, ScalarNode, SequenceNode
from coalitionkit.source.units import Unit, bracketed, is_apart, line_end, units


class _Held(NamedTuple):
    """A key with its value, and the stretch of text that is to be brought over with it."""

    entry: Entry
    unit: Unit
    start: int
    end: int


def gathered(one: Reading, other: Reading, key: str) -> Reading:
    """Return a section with what another text holds of it brought in behind: each text holds one section.

    Raises UneditableError where that cannot be done without losing a comment.
    """
    root = other.root
    if not isinstance(root, MappingNode):
        raise UneditableError(f"'{other.text.file}' holds no '{key}'")
    (unit,) = units(root)
    held = _Held(root.entries[key], unit, 0, len(other.text.content))
    return _brought(one, other, (key,), held)


def shifted(text: str, columns: int) -> str:
    """Return lines moved to the right, or to the left as far as nothing but spaces is in the way."""
    if not columns:
        return text
    if columns > 0:
        return re.sub(r"(?m)^(?=[^\r\n])", " " * columns, text)
    return re.sub(rf"(?m)^ {{1,{-columns}}}", "", text)


def with_newlines(text: str, newline: str) -> str:
    """Return a text with the line ends of another one, if it has none of these itself."""
    if newline == "\n":
        return text.replace("\r\n", "\n")
    return text if newline in text else text.replace("\n", newline)


def _brought(one: Reading, other: Reading, path: Path, held: _Held) -> Reading:
    """Return the first text with what the other holds at a path brought in there."""
    mine, its = _node(one, path), held.entry.value
    if _is_nothing(its) or (isinstance(its, ScalarNode) and isinstance(mine, ScalarNode)):
        return _noted(one, path, _comments_in(other, held.start, held.end))
    if isinstance(mine, SequenceNode) and isinstance(its, SequenceNode):
        return _with_items(one, other, path, held, mine)
    if isinstance(mine, MappingNode) and isinstance(its, MappingNode):
        return _with_entries(one, other, path, held, mine)
    raise UneditableError(
        f"'{path[-1]}' stands in two files in ways that cannot be joined", hint="bring them together by hand"
    )


def _with_items(one: Reading, other: Reading, path: Path, held: _Held, mine: SequenceNode) -> Reading:
    its = held.entry.value
    if bracketed(mine) or bracketed(its) or not mine.items:
        _refuse_comments(other, path, held)
        items = its.items if isinstance(its, SequenceNode) else ()
        changes = [
            InsertItem(path, place, as_written(item)) for place, item in enumerate(items, len(mine.items))
        ]
        return _noted(rewritten(one, changes), path, _comments_in(other, held.start, held.end))
    below = line_end(other.text, held.unit.start)
    after = _appended(one, mine, _as_in(mine, its, other.text.content[below : held.end]))
    return _noted(after, path, _comments_in(other, held.start, below))


def _with_entries(one: Reading, other: Reading, path: Path, held: _Held, mine: MappingNode) -> Reading:
    its = held.entry.value
    if not isinstance(its, MappingNode) or bracketed(mine) or bracketed(its) or not mine.entries:
        _refuse_comments(other, path, held)
        changes = _entered(mine, its, path) if isinstance(its, MappingNode) else []
        return _noted(rewritten(one, changes), path, _comments_in(other, held.start, held.end))
    start = line_end(other.text, held.unit.start)
    after = _noted(one, path, _comments_in(other, held.start, start))
    for entry, unit in zip(its.entries.values(), units(its), strict=True):
        if entry.key.value in mine.entries:
            after = _brought(after, other, (*path, entry.key.value), _Held(entry, unit, start, unit.tail))
        else:
            after = _behind(after, path, _as_in(mine, its, other.text.content[start : unit.tail]))
        start = unit.tail
    rest = other.text.content[start : held.end]
    return _behind(after, path, _as_in(mine, its, rest)) if rest.strip() else after


def _behind(one: Reading, path: Path, text: str) -> Reading:
    """Return a text with lines behind the last entry of the group at a path."""
    now = _node(one, path)
    return _appended(one, now, text) if isinstance(now, MappingNode) else one


def _entered(mine: MappingNode, its: MappingNode, path: Path) -> list[Change]:
    """Return the changes that bring the entries of one group into another, which is short."""
    changes: list[Change] = []
    for key, entry in its.entries.items():
        there = mine.value(key)
        if there is None:
            last = next(reversed(mine.entries), None) if not changes else None
            before = changes[-1].key if changes and isinstance(changes[-1], InsertEntry) else last
            changes.append(InsertEntry(path, key, as_written(entry.value), before))
        elif plain(there) != plain(entry.value):
            raise UneditableError(
                f"'{key}' stands in two files, once in brackets; write it on lines of its own first"
            )
    return changes


def _as_in(mine: Node, its: Node, text: str) -> str:
    """Return lines of one list or group as they stand in another."""
    return shifted(text, mine.text.column(mine.start) - its.text.column(its.start))


def _appended(one: Reading, node: MappingNode | SequenceNode, text: str) -> Reading:
    """Return a text with lines behind the last entry or item of a group or list."""
    found = units(node)
    content = one.text.content
    newline = "\r\n" if "\r\n" in content else "\n"
    place = found[-1].tail
    lead = newline if place and not content[:place].endswith(("\n", "\r")) else ""
    if is_apart(one.text, found) and text.strip() and len(found) > 1:
        lead += newline
        text = text.lstrip("\r\n")
    if content[place:] and not text.endswith(("\n", "\r")):
        text += newline
    return read(Text(one.text.file, spliced(content, [Splice(place, place, lead + text)])))


def _noted(one: Reading, path: Path, told: list[str]) -> Reading:
    """Return a text with comments directly above the key at a path."""
    if not told:
        return one
    above = _node(one, path[:-1])
    if not isinstance(above, MappingNode) or bracketed(above):
        raise UneditableError(
            f"'{path[-1]}' has comments that would have no place where it stands in brackets; "
            "write it on lines of its own first"
        )
    unit = units(above)[list(above.entries).index(str(path[-1]))]
    newline = "\r\n" if "\r\n" in one.text.content else "\n"
    place = one.text.line_start(unit.start)
    lines = "".join(" " * unit.column + comment + newline for comment in told)
    return read(Text(one.text.file, spliced(one.text.content, [Splice(place, place, lines)])))


def _node(reading: Reading, path: Path) -> Node | None:
    node = reading.root
    for key in path:
        node = node.value(str(key)) if isinstance(node, MappingNode) else None
    return node


def _is_nothing(node: Node) -> bool:
    if isinstance(node, ScalarNode):
        return node.is_null
    return not (node.items if isinstance(node, SequenceNode) else plain(node))


def _comments_in(reading: Reading, start: int, end: int) -> list[str]:
    return [
        comment.content.rstrip()
        for comment in comments(reading.text, reading.root)
        if start <= comment.start < end
    ]


def _refuse_comments(other: Reading, path: Path, held: _Held) -> None:
    """Refuse to bring over values whose comments would not stand beside them. Raises UneditableError."""
    its = held.entry.value
    start, end = its.start, its.end
    if not bracketed(its):
        start, end = line_end(other.text, held.unit.start), held.end
    if _comments_in(other, start, end):
        raise UneditableError(
            f"'{path[-1]}' stands in brackets in one of two files, and has comments in '{other.text.file}'; "
            "write each item on a line that begins with '- ' first"
        )
