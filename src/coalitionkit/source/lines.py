"""Changes of what stands on lines of its own: entries below one another, and items after dashes."""

import re
from collections.abc import Mapping, Sequence

from coalitionkit.edits import Data
from coalitionkit.errors import UneditableError
from coalitionkit.source.changes import (
    Annotate,
    Delete,
    InsertEntry,
    InsertItem,
    Path,
    Recomment,
    Rekey,
    Replace,
)
from coalitionkit.source.emitter import Spot, entry, in_brackets, item, key, scalar, short, value_lines
from coalitionkit.source.page import Page
from coalitionkit.source.splices import Splice
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode
from coalitionkit.source.units import Unit, bracketed, is_apart, line_end

_LINE_END = re.compile(r"[\r\n]|\Z")


def replace(page: Page, change: Replace) -> list[Splice]:
    """Return the splices for another value, also of one within brackets."""
    node, value = page.node(change.path), change.value
    if not change.path:
        raise UneditableError(f"'{page.text.file}': a whole file cannot be replaced")
    if page.in_flow(change.path[:-1]):
        return [
            _in_place(
                page,
                node,
                in_brackets(value) if _is_many(value) else _scalar(page, change.path, value, Spot(flow=True)),
            )
        ]
    parent, index = page.parent(change.path)
    unit = page.units(change.path[:-1])[index]
    colon = _colon(page, parent, index, unit)
    used = colon - page.text.line_start(unit.start) + 1
    if not _is_many(value):
        in_line = not isinstance(node, ScalarNode) or _stands_alone(page, node)
        column = page.text.column(node.start) if _on_line(page, node, unit) else used
        one = _scalar(page, change.path, value, Spot(unit.column, column, followed=not in_line))
    else:
        fits = short(value, used, page.layout, groups=page.layout.braces)
        if fits is None:
            return _with_lines(page, node, unit, colon, value)
        one = fits
    if isinstance(node, ScalarNode) or _on_line(page, node, unit):
        return [_in_place(page, node, one)]
    below = line_end(page.text, unit.start)
    return [Splice(colon, colon, f" {one}"), Splice(below, unit.last, "")]


def insert_entry(page: Page, change: InsertEntry) -> list[Splice]:
    """Return the splices for a new key of a group."""
    node = page.node(change.path)
    names = list(node.entries) if isinstance(node, MappingNode) else []
    units = page.units(change.path)
    column = units[0].column
    new = entry(change.key, change.value, column, page.layout)
    index = 0 if change.after is None else names.index(change.after) + 1
    return [_insertion(page, units, index, new)]


def first_entry(page: Page, change: InsertEntry) -> list[Splice]:
    """Return the splice for the first key of a file that holds nothing but comments."""
    end = len(page.content)
    return [Splice(end, end, page.joined(end, entry(change.key, change.value, 0, page.layout)))]


def insert_item(page: Page, change: InsertItem) -> list[Splice]:
    """Return the splices for a new item of a list."""
    node = page.node(change.path)
    groups = (
        [one for one in node.items if isinstance(one, MappingNode)] if isinstance(node, SequenceNode) else []
    )
    braces = sum(map(bracketed, groups)) * 2 > len(groups) if groups else None
    units = page.units(change.path)
    new = item(change.value, units[0].column, page.layout, braces=braces)
    return [_insertion(page, units, change.place, new)]


def delete(page: Page, change: Delete) -> list[Splice]:
    """Return the splices that take out an entry or item with the comments that belong to it."""
    _, index = page.parent(change.path)
    units = page.units(change.path[:-1])
    unit = units[index]
    node = page.node(change.path)
    if len(units) == 1:
        return _emptied(page, change.path[:-1], unit, node)
    if unit.compact:
        return _first_taken(page, unit, units[1], node)
    start, end = unit.head, unit.tail
    if index and is_apart(page.text, units) and not page.content[units[index - 1].tail : start].strip():
        start = units[index - 1].tail
    elif not index and not page.content[end : units[1].head].strip():
        end = units[1].head
    return [Splice(start, end, "")]


def rekey(page: Page, change: Rekey) -> list[Splice]:
    """Return the splice for another name of a key."""
    parent, index = page.parent(change.path)
    if not isinstance(parent, MappingNode):
        raise UneditableError(f"'{page.text.file}': only keys can be renamed")
    node = list(parent.entries.values())[index].key
    spot = Spot(flow=page.in_flow(change.path[:-1]))
    return [Splice(node.start, node.end, key(change.key, spot, like=_source(page, node)))]


def permute(page: Page, path: Path, order: Sequence[int]) -> list[Splice]:
    """Return the splice that brings entries or items into another order, each with its comments.

    Blank lines stay where they are; what else stands between two of them goes with the second one.
    """
    units = page.units(path)
    begin, end = units[0].head, units[-1].tail
    # On the line of a dash or more, the first one has no indent of its own.
    indent = " " * units[0].column if units[0].compact else ""
    newline = page.layout.newline
    leads, bodies, done = [], [], begin
    for unit in units:
        above = page.content[done : unit.head]
        blank = above[: len(above) - len(above.lstrip())].rpartition("\n")
        kept = above if not above.strip() else "".join(blank[:2])
        leads.append(kept)
        body = page.content[done + len(kept) : unit.tail]
        bodies.append(body if body.endswith(("\n", "\r")) else body + newline)
        done = unit.tail
    bodies[0] = indent + bodies[0]
    text = "".join(lead + bodies[index] for lead, index in zip(leads, order, strict=True))
    if not text.startswith(indent) or text[len(indent) :].startswith((" ", "#") if indent else ()):
        raise UneditableError(f"'{page.text.file}': a comment would stand beside the dash of its item")
    text = text[len(indent) :]
    if not page.content[begin:end].endswith(("\n", "\r")):
        text = text.removesuffix(newline)
    return [Splice(begin, end, text)]


def annotate(page: Page, change: Annotate) -> list[Splice]:
    """Return the splice for a new comment above an entry or item, or beside its first line."""
    path = change.path
    while path and page.in_flow(path[:-1]):
        path = path[:-1]
    unit = _unit(page, path)
    content = page.content
    told = ["# " + line if line else "#" for line in change.comment.splitlines()]
    if change.beside and len(told) == 1:
        match = _LINE_END.search(content, unit.start)
        end = match.start() if match else len(content)
        node = page.node(path)
        if _ends_on_line(node, unit, end) and "#" not in content[unit.start : end]:
            return [Splice(len(content[:end].rstrip(" \t")), end, "  " + told[0])]
    while unit.compact:
        path = path[:-1]
        unit = _unit(page, path)
    above = page.text.line_start(unit.start)
    indent = " " * unit.column
    return [Splice(above, above, "".join(f"{indent}{line}{page.layout.newline}" for line in told))]


def recomment(page: Page, change: Recomment) -> list[Splice]:
    """Return the splice for another text of a comment; without a text the comment goes."""
    content = page.content
    match = _LINE_END.search(content, change.start)
    end = match.start() if match else len(content)
    if content[change.start : change.start + 1] != "#":
        raise UneditableError(f"'{page.text.file}': the comment is not there any more")
    if change.comment:
        return [Splice(change.start, end, change.comment)]
    line = page.text.line_start(change.start)
    before = content[line : change.start]
    if not before.strip():
        return [Splice(line, line_end(page.text, change.start), "")]
    return [Splice(line + len(before.rstrip()), end, "")]


def _is_many(value: Data) -> bool:
    return isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str))


def _unit(page: Page, path: Path) -> Unit:
    if not path:
        raise UneditableError(f"'{page.text.file}': a comment needs an entry or item to stand at")
    _, index = page.parent(path)
    return page.units(path[:-1])[index]


def _source(page: Page, node: Node) -> str:
    return page.content[node.start : node.end]


def _scalar(page: Page, path: Path, value: Data, spot: Spot) -> str:
    node = page.node(path)
    like = _source(page, node) if isinstance(node, ScalarNode) else ""
    if _is_many(value):
        raise TypeError("a single value is expected")
    return scalar(value if isinstance(value, str) else None, spot, like=like, layout=page.layout)


def _in_place(page: Page, node: Node, text: str) -> Splice:
    """Return a value in place of another on the same line, with a space after the colon or dash."""
    text = text.replace("\n", page.layout.newline)
    start = node.start
    if not text:
        start = len(page.content[:start].rstrip(" "))
    elif start == node.end and page.content[start - 1 : start] not in {" ", "\t"}:
        text = " " + text
    return Splice(start, node.end, text)


def _colon(page: Page, parent: MappingNode | SequenceNode, index: int, unit: Unit) -> int:
    """Return the offset after the colon of an entry, or after the dash of an item."""
    if isinstance(parent, SequenceNode):
        return unit.start + 1
    name = list(parent.entries.values())[index].key
    return page.content.index(":", name.end) + 1


def _on_line(page: Page, node: Node, unit: Unit) -> bool:
    """Whether a value begins on the line of its key or dash."""
    return page.text.line_start(node.start) == page.text.line_start(unit.start)


def _stands_alone(page: Page, node: Node) -> bool:
    """Whether nothing follows a value on its line."""
    match = _LINE_END.search(page.content, node.end)
    return not page.content[node.end : match.start() if match else None].strip()


def _with_lines(page: Page, node: Node, unit: Unit, colon: int, value: Data) -> list[Splice]:
    """Return the splices for a list or group on lines below its key, or from its dash on."""
    if page.content[unit.start : unit.start + 1] == "-" and colon == unit.start + 1:
        text = page.layout.newline.join(item(value, unit.column, page.layout))
        return [Splice(unit.start, max(node.end, colon), text)]
    new = value_lines(value, unit.column, page.layout)
    below = line_end(page.text, unit.start)
    if not isinstance(node, ScalarNode) and not _on_line(page, node, unit):
        return [Splice(below, unit.last, page.joined(below, new))]
    place = unit.tail
    return [Splice(colon, max(node.end, colon), ""), Splice(place, place, page.joined(place, new))]


def _insertion(page: Page, units: list[Unit], index: int, new: list[str]) -> Splice:
    """Return the splice for the lines of a new unit before the one that has its index now."""
    column = units[0].column
    indent = " " * column
    newline = page.layout.newline
    apart = is_apart(page.text, units)
    if index:
        place = units[index - 1].tail
        text = page.joined(place, [indent + new[0], *new[1:]])
        if apart:
            text = newline + text
        return Splice(place, place, text)
    first = units[0]
    gap = newline if apart else ""
    if first.compact:
        return Splice(first.start, first.start, page.joined(0, new) + gap + indent)
    return Splice(first.head, first.head, page.joined(first.head, [indent + new[0], *new[1:]]) + gap)


def _emptied(page: Page, above: Path, unit: Unit, node: Node) -> list[Splice]:
    """Return the splices that leave an empty list or group in brackets where the last of it is taken out."""
    holder = page.node(above)
    empty = "[]" if isinstance(holder, SequenceNode) else "{}"
    end = max(node.end, unit.start + 1)
    if not above:
        raise UneditableError(
            f"'{page.text.file}': the last part of a file cannot be removed; delete the file"
        )
    if unit.compact:
        return [Splice(unit.start, end, empty)]
    parent, index = page.parent(above)
    owner = page.units(above[:-1])[index]
    colon = _colon(page, parent, index, owner)
    return [Splice(colon, colon, f" {empty}"), Splice(unit.head, unit.tail, "")]


def _first_taken(page: Page, unit: Unit, following: Unit, node: Node) -> list[Splice]:
    """Return the splice that takes out what stands right after a dash; what follows moves up to the dash."""
    between = page.content[unit.last : following.start]
    if not between.strip():
        return [Splice(unit.start, following.start, "")]
    begin = len(page.content[: unit.start].rstrip(" "))
    return [Splice(begin, max(node.end, unit.start + 1), "")]


def _ends_on_line(node: Node, unit: Unit, end: int) -> bool:
    """Whether a comment at the end of a unit's first line is one, and not part of text that runs on."""
    if isinstance(node, ScalarNode):
        return node.end <= end
    return not bracketed(node) or node.end <= end or node.start > end or unit.start > node.start
