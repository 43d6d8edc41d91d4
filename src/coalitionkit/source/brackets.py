"""Changes of what stands within brackets, items and entries after one another, commas between them."""

import re
from collections.abc import Sequence

from coalitionkit.errors import UneditableError
from coalitionkit.source.changes import Delete, InsertEntry, InsertItem, Path
from coalitionkit.source.emitter import WIDTH, entry_in_brackets, in_brackets
from coalitionkit.source.page import Page
from coalitionkit.source.splices import Splice
from coalitionkit.source.tree import MappingNode, Node, SequenceNode
from coalitionkit.source.units import line_end

_REST = re.compile(r"[ \t]*(#[^\r\n]*)?(?=[\r\n])")
_COMMENTED = re.compile(r"[ \t]*(,?)[ \t]*#[^\r\n]*")
_TOO_WIDE = WIDTH + 10
"""Beyond this a list in brackets goes on below: an existing line may be a little longer than a new one."""

Stretch = tuple[int, int]


def insert_entry(page: Page, change: InsertEntry) -> list[Splice]:
    """Return the splice for a new key of a group in braces."""
    node = page.node(change.path)
    names = list(node.entries) if isinstance(node, MappingNode) else []
    index = 0 if change.after is None else names.index(change.after) + 1
    return _insertion(page, node, index, entry_in_brackets(change.key, change.value))


def insert_item(page: Page, change: InsertItem) -> list[Splice]:
    """Return the splice for a new item of a list in brackets."""
    return _insertion(page, page.node(change.path), change.place, in_brackets(change.value))


def delete(page: Page, change: Delete) -> list[Splice]:
    """Return the splice that takes out an entry or item, one comma, and the comments above and beside it."""
    parent, index = page.parent(change.path)
    held = _stretches(parent)
    start, end = held[index]
    content = page.content
    before = held[index - 1][1] if index else parent.start + 1
    after = _after_comma(content, end)
    rest = _REST.match(content, after)
    lines = not content[page.text.line_start(start) : start].strip()
    head = _head(page, start) if lines else start
    if len(held) == 1 and "#" not in content[before:head] + content[after : parent.end - 1]:
        return [Splice(parent.start + 1, parent.end - 1, "")]
    if rest and lines and (index + 1 < len(held) or rest[1] or "#" in content[before:start] or after > end):
        return [Splice(head, line_end(page.text, after), "")]
    if not index and not lines and len(held) > 1 and "#" not in content[end : held[1][0]]:
        return [Splice(start, held[1][0], "")]
    if rest and rest[1] and not index:
        return [Splice(before, rest.end(), "")]
    if index and index + 1 == len(held) and "#" not in content[before:start]:
        return [Splice(before, end, "")]
    above = [Splice(head, page.text.line_start(start), "")] if lines else []
    while content[after : after + 1] in {" ", "\t"}:
        after += 1
    return [*above, Splice(start, after, "")]


def permute(page: Page, path: Path, order: Sequence[int]) -> list[Splice]:
    """Return the splices that put other items in the places of items."""
    node = page.node(path)
    held = _stretches(node)
    inner = [node.start + 1, *(end for stretch in held for end in stretch), node.end - 1]
    if any("#" in page.content[start:end] for start, end in zip(inner[::2], inner[1::2], strict=True)):
        raise UneditableError(
            f"'{page.text.file}': a list in brackets with comments cannot be put in order; write its items "
            "on lines that begin with '- '"
        )
    return [
        Splice(*place, page.content[slice(*held[index])])
        for place, index in zip(held, order, strict=True)
        if place != held[index]
    ]


def _stretches(node: Node) -> list[Stretch]:
    if isinstance(node, MappingNode):
        return [(name.start, max(name.end, value.end)) for name, value in node.entries.values()]
    return [(one.start, one.end) for one in node.items] if isinstance(node, SequenceNode) else []


def _insertion(page: Page, node: Node, index: int, piece: str) -> list[Splice]:
    held = _stretches(node)
    text = page.text
    if not held:
        return [Splice(node.start + 1, node.end - 1, piece)]
    opening = held[0][0]
    below = page.layout.newline + " " * text.column(opening)
    leads = not page.content[text.line_start(opening) : opening].strip()
    if not index and leads and (head := _head(page, opening)) < text.line_start(opening):
        indent = " " * text.column(opening)
        return [Splice(head, head, f"{indent}{piece},{page.layout.newline}")]
    if not index:
        broken = len(held) > 1 and _breaks(page, held[0][1], held[1][0])
        return [Splice(opening, opening, piece + "," + (below if broken or leads else " "))]
    start, end = held[index - 1]
    commented = _COMMENTED.match(page.content, end)
    if commented:
        # The comment speaks of what stands before it: the new one goes on a line of its own.
        place = commented.end()
        comma = [] if commented[1] else [Splice(end, end, ",")]
        return [*comma, Splice(place, place, below + piece + commented[1])]
    broken = index > 1 and _breaks(page, held[index - 2][1], start)
    full = text.column(end) + len(piece) + 2 > _TOO_WIDE
    return [Splice(end, end, "," + (below if broken or full or (index == 1 and leads) else " ") + piece)]


def _head(page: Page, offset: int) -> int:
    """Return where the comments begin that stand directly above a line, or where the line itself does."""
    head = page.text.line_start(offset)
    while head and page.content[page.text.line_start(head - 1) : head].lstrip(" \t").startswith("#"):
        head = page.text.line_start(head - 1)
    return head


def _breaks(page: Page, one: int, other: int) -> bool:
    return page.text.line_start(one) != page.text.line_start(other)


def _after_comma(content: str, end: int) -> int:
    """Return the offset after the comma that follows, or where the value ends when there is none."""
    at = end
    while content[at : at + 1].isspace():
        at += 1
    return at + 1 if content[at : at + 1] == "," else end
