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
from coalitionkit.source.units import Unit, after_blank_lines, bracketed, is_apart, line_end

_LINE_END = re.compile(r"[\r\n]|\Z")
_HEAD = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)")
_COLON = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*+)*+:")


def replace(page: Page, change: Replace) -> list[Splice]:
    """Return the splices for another value, also of one within brackets."""
    node, value = page.node(change.path), change.value
    if not change.path:
        raise UneditableError(f"'{page.text.file}': a whole file cannot be replaced")
    parent, index = page.parent(change.path)
    if page.in_flow(change.path[:-1]):
        new = in_brackets(value) if _is_many(value) else _scalar(page, change.path, value, Spot(flow=True))
        return _in_place(page, node, new if _has_colon(page, parent, index) else f": {new}")
    unit = page.units(change.path[:-1])[index]
    colon = _colon(page, parent, index, unit)
    used = colon - page.text.line_start(unit.start) + 1
    if not _is_many(value):
        column = page.text.column(node.start) if _on_line(page, node, unit) else used
        one = _scalar(page, change.path, value, Spot(unit.column, column))
    else:
        fits = short(value, used, page.layout, groups=page.layout.braces)
        if fits is None:
            return _with_lines(page, node, unit, colon, value)
        one = fits
    if isinstance(node, ScalarNode) or _on_line(page, node, unit):
        return _in_place(page, node, one)
    below = line_end(page.text, unit.start)
    head, *rest = one.split("\n")
    return [
        Splice(colon, colon, f" {head}" if head else ""),
        Splice(below, unit.last, page.joined(0, rest) if rest else ""),
    ]


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
    if len(units) == 1:
        return _emptied(page, change.path[:-1], unit)
    if unit.compact:
        return _first_taken(page, unit, units[1])
    start, end = unit.head, unit.tail
    if index and units[index - 1].keeps:
        end = after_blank_lines(page.text, end)  # or they would become part of the text above
    elif index and is_apart(page.text, units) and not page.content[units[index - 1].tail : start].strip():
        start = units[index - 1].tail
    elif not index and not page.content[end : units[1].head].strip():
        end = units[1].head
    # Comments that begin a file and those of what comes next must not run into one another.
    begins = (
        not index
        and start
        and units[1].head == end
        and _is_comment(page, end)
        and _is_comment(page, start - 1)
    )
    if end == len(page.content) and not page.content.endswith(("\n", "\r")) and page.layout.blocks:
        # The file goes on ending without a line end, unless that is part of a block of lines above.
        start = len(page.content[:start].rstrip("\r\n"))
    return [Splice(start, end, page.layout.newline if begins else "")]


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
    if units[0].compact:
        raise UneditableError(f"'{page.text.file}': this list begins on the line of another one")
    begin, end = units[0].head, units[-1].tail
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
    text = "".join(lead + bodies[index] for lead, index in zip(leads, order, strict=True))
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
        end = _line_end(page, unit.start)
        node = page.node(path)
        if not _runs_over(node, end) and "#" not in content[unit.start : end]:
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
    end = _line_end(page, change.start)
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


def _in_place(page: Page, node: Node, text: str) -> list[Splice]:
    """Return a value in place of another on the same line, with a space after the colon or dash."""
    start, end = node.start, _end(page, node)
    if not text and page.content[end : end + 1] not in {"", " ", "\r", "\n"}:
        text = "null"  # without a space, what follows would run into the colon or dash
    if text[:1] in {"|", ">"}:
        return _lines_in_place(page, node, start, text.split("\n"))
    text = text.replace("\n", page.layout.newline) + _head_comment(node)
    if not text:
        start = len(page.content[:start].rstrip(" "))
    return [Splice(start, end, _gap(page, start, node, text) + text)]


def _lines_in_place(page: Page, node: Node, start: int, new: list[str]) -> list[Splice]:
    """Return lines in place of what goes from an offset to the end of a node.

    What stands beside it then stands beside the first of the lines.
    """
    newline = page.layout.newline
    over, end = _end(page, node), _line_end(page, node.end)
    first, *rest = new
    below = "".join(newline + line for line in rest)
    if first in {"|", ">"} and end == len(page.content):
        below += newline  # the end of a block's last line is part of its text
    text = _gap(page, start, node, first) + first + _head_comment(node)
    return [Splice(start, over, text), Splice(end, end, below)]


def _end(page: Page, node: Node) -> int:
    """Return where the place of a value ends; what is beside the last line of a group goes with that line."""
    if isinstance(node, ScalarNode) or bracketed(node):
        return node.end
    end = _line_end(page, node.start)
    return node.end if node.end <= end else _line_end(page, node.end)


def _line_end(page: Page, offset: int) -> int:
    """Return the offset of the end of a line, before its line end."""
    match = _LINE_END.search(page.content, offset)
    return match.start() if match else len(page.content)


def _gap(page: Page, start: int, node: Node, text: str) -> str:
    """Return the space that a value needs before it where nothing stood."""
    empty = start == node.end and page.content[start - 1 : start] not in {" ", "\t"}
    return " " if text and empty else ""


def _head_comment(node: Node) -> str:
    """Return the comment on the first line of a block of lines, with the space before it."""
    match = _HEAD.match(node.text.content, node.start, node.end)
    return match[1] if match else ""


def _colon(page: Page, parent: MappingNode | SequenceNode, index: int, unit: Unit) -> int:
    """Return the offset after the colon of an entry, or after the dash of an item."""
    if isinstance(parent, SequenceNode):
        return unit.start + 1
    name = list(parent.entries.values())[index].key
    match = _COLON.match(page.content, name.end)
    if match is None:
        raise UneditableError(
            f"'{page.text.file}': the key '{name.value}' is written with a '?'; "
            f"write it as '{name.value}:' first"
        )
    return match.end()


def _has_colon(page: Page, parent: MappingNode | SequenceNode, index: int) -> bool:
    """Whether a value within brackets has its colon: a key without a value may stand without one."""
    if isinstance(parent, SequenceNode):
        return True
    name, value = list(parent.entries.values())[index]
    return value.end > value.start or ":" in page.content[name.end : value.start]


def _on_line(page: Page, node: Node, unit: Unit) -> bool:
    """Whether a value begins on the line of its key or dash."""
    return page.text.line_start(node.start) == page.text.line_start(unit.start)


def _with_lines(page: Page, node: Node, unit: Unit, colon: int, value: Data) -> list[Splice]:
    """Return the splices for a list or group on lines below its key, or from its dash on."""
    if page.content[unit.start : unit.start + 1] == "-" and colon == unit.start + 1:
        return _lines_in_place(page, node, unit.start, item(value, unit.column, page.layout))
    new = value_lines(value, unit.column, page.layout)
    below = line_end(page.text, unit.start)
    if not isinstance(node, ScalarNode) and not _on_line(page, node, unit):
        return [Splice(below, unit.last, page.joined(below, new))]
    place, gap = _below_key(page, unit, len(new[0]) - len(new[0].lstrip(" ")))
    return [
        Splice(colon, max(node.end, colon), _head_comment(node)),
        Splice(place, place, gap + page.joined(place, new)),
    ]


def _below_key(page: Page, unit: Unit, column: int) -> tuple[int, str]:
    """Return where lines at a column begin below a key that has comments there, and what parts them.

    The comments stay those of the key: they stand below the lines, or above them with a blank line between.
    """
    comments = page.content[unit.last : unit.tail].splitlines()
    if all(len(line) - len(line.lstrip(" \t")) <= column for line in comments):
        return unit.last, ""
    return unit.tail, page.layout.newline


def _insertion(page: Page, units: list[Unit], index: int, new: list[str]) -> Splice:
    """Return the splice for the lines of a new unit before the one that has its index now."""
    column = units[0].column
    indent = " " * column
    newline = page.layout.newline
    apart = is_apart(page.text, units)
    if index:
        place = units[index - 1].tail
        text = page.joined(place, [indent + new[0], *new[1:]])
        if apart and not units[index - 1].keeps:
            text = newline + text
        return Splice(place, place, text)
    first = units[0]
    gap = newline if apart else ""
    if first.compact:
        return Splice(first.start, first.start, page.joined(0, new) + gap + indent)
    return Splice(first.head, first.head, page.joined(first.head, [indent + new[0], *new[1:]]) + gap)


def _is_comment(page: Page, offset: int) -> bool:
    """Whether a line holds a comment only."""
    return page.content[page.text.line_start(offset) :].lstrip(" \t").startswith("#")


def _emptied(page: Page, above: Path, unit: Unit) -> list[Splice]:
    """Return the splices that leave an empty list or group in brackets where the last of it is taken out."""
    if not above:
        return [Splice(unit.head, unit.tail, "")]
    empty = "[]" if isinstance(page.node(above), SequenceNode) else "{}"
    if unit.compact:
        return [Splice(unit.start, unit.tail, empty + _last_line_end(page, unit))]
    parent, index = page.parent(above)
    owner = page.units(above[:-1])[index]
    colon = _colon(page, parent, index, owner)
    return [Splice(colon, colon, f" {empty}"), Splice(unit.head, unit.tail, "")]


def _first_taken(page: Page, unit: Unit, following: Unit) -> list[Splice]:
    """Return the splice that takes out what stands right after a dash; what follows moves up to the dash."""
    if not page.content[unit.tail : following.start].strip():
        return [Splice(unit.start, following.start, "")]
    begin = len(page.content[: unit.start].rstrip(" \t"))
    return [Splice(begin, unit.tail, page.layout.newline)]


def _last_line_end(page: Page, unit: Unit) -> str:
    """Return the line end after a unit, "" at the end of a file without one."""
    return page.layout.newline if page.content[unit.head : unit.tail].endswith(("\n", "\r")) else ""


def _runs_over(node: Node, offset: int) -> bool:
    """Whether text or brackets go on beyond the end of a line, so that a comment cannot stand there."""
    while node.start < offset < node.end:
        if isinstance(node, ScalarNode) or bracketed(node):
            return True
        if isinstance(node, MappingNode):
            below: list[Node] = [entry.value for entry in node.entries.values()]
        else:
            below = node.items if isinstance(node, SequenceNode) else []
        node = next((one for one in below if one.start < offset < one.end), Node(node.text, offset, offset))
    return False
