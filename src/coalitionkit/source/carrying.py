"""An entry moves to another group, of this file or of another one, with its comments and as it is written."""

from coalitionkit.errors import UneditableError
from coalitionkit.source.changes import Delete, InsertEntry, Path, as_written, plain
from coalitionkit.source.comments import comments
from coalitionkit.source.gathering import shifted, with_newlines
from coalitionkit.source.page import Page
from coalitionkit.source.reader import Reading, read
from coalitionkit.source.rewrite import rewritten
from coalitionkit.source.splices import Splice, spliced
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, Node


def carried(source: Reading, path: Path, target: Reading, group: Path, key: str) -> tuple[Reading, Reading]:
    """Return two texts after an entry of the first has become the last entry of a group of the second.

    What is missing on the way to the group is made. Both may be the same text, and are then after it too.
    Raises UneditableError where the move would lose a comment.
    """
    within = source is target
    after = _with(source, path, target, group, key)
    left = rewritten(after if within else source, [Delete(path)])
    return left, left if within else after


def found(reading: Reading, path: Path) -> Node | None:
    """Return what stands at a path, None when nothing does."""
    try:
        return Page(reading.text, reading.root).node(path) if reading.root is not None else None
    except UneditableError:
        return None


def _with(source: Reading, path: Path, target: Reading, group: Path, key: str) -> Reading:
    page = Page(source.text, source.root)
    value = page.node(path)
    parent, index = page.parent(path)
    if not isinstance(parent, MappingNode):
        raise UneditableError(f"'{source.text.file}': only keys can move to another group")
    new = _inserted(target, group, key, value)
    there = Page(new.text, new.root)
    if page.in_flow(path[:-1]) or there.in_flow(group):
        if _comment_within(source, path):
            raise UneditableError(
                f"'{source.text.file}': '{path[-1]}' has comments that would get lost in brackets; "
                "write it on lines of its own first"
            )
        return new
    unit = page.units(path[:-1])[index]
    content = page.content
    name = list(parent.entries.values())[index].key
    text = (
        " " * unit.column * unit.compact
        + content[unit.head : name.start]
        + key
        + content[name.end : unit.tail]
    )
    place = there.units(group)[-1]
    lines = with_newlines(shifted(text, place.column - unit.column), there.layout.newline)
    if not lines.endswith(("\n", "\r")):
        lines += there.layout.newline
    if place.compact:
        lines = lines[place.column :]
    result = read(Text(new.text.file, spliced(new.text.content, [Splice(place.head, place.tail, lines)])))
    if plain(result.root) != plain(new.root):
        raise UneditableError(f"'{source.text.file}': '{path[-1]}' cannot be moved as it is written")
    return result


def _inserted(target: Reading, group: Path, key: str, value: Node) -> Reading:
    """Return a text with a value as the last entry of a group, which is made where it is missing."""
    data = as_written(value)
    while group and found(target, group) is None:
        if not isinstance(group[-1], str):
            raise UneditableError(f"'{target.text.file}': what is to be changed is not there any more")
        key, data, group = group[-1], {key: data}, group[:-1]
    node = found(target, group)
    last = next(reversed(node.entries), None) if isinstance(node, MappingNode) else None
    if isinstance(node, MappingNode) and key in node.entries:
        raise UneditableError(f"'{target.text.file}': there is a '{key}' already")
    return rewritten(target, [InsertEntry(group, key, data, last)])


def _comment_within(reading: Reading, path: Path) -> bool:
    """Whether an entry has comments of its own."""
    page = Page(reading.text, reading.root)
    _, index = page.parent(path)
    value = page.node(path)
    start, end = value.start, value.end
    if not page.in_flow(path[:-1]):
        unit = page.units(path[:-1])[index]
        start, end = unit.head, unit.tail
    return any(start <= comment.start < end for comment in comments(reading.text, reading.root))
