"""Another value in place of one: on its line, on lines below its key, or within brackets."""

import re
from collections.abc import Mapping, Sequence

from coalitionkit.edits import Bare, Data
from coalitionkit.errors import UneditableError
from coalitionkit.source.changes import Path, Rekey, Replace
from coalitionkit.source.emitter import Spot, in_brackets, item, key, needs_quotes, scalar, short, value_lines
from coalitionkit.source.page import Page
from coalitionkit.source.splices import Splice
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode
from coalitionkit.source.units import Unit, bracketed, line_end

_HEAD = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)")


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
    colon = page.after_key(parent, index, unit)
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


def rekey(page: Page, change: Rekey) -> list[Splice]:
    """Return the splice for another name of a key."""
    parent, index = page.parent(change.path)
    if not isinstance(parent, MappingNode):
        raise UneditableError(f"'{page.text.file}': only keys can be renamed")
    if change.key in parent.entries and change.key != change.path[-1]:
        raise UneditableError(f"'{page.text.file}': there is a key '{change.key}' here already")
    node = list(parent.entries.values())[index].key
    spot = Spot(flow=page.in_flow(change.path[:-1]))
    return [Splice(node.start, node.end, key(change.key, spot, like=_source(page, node)))]


def _is_many(value: Data) -> bool:
    return isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str))


def _source(page: Page, node: Node) -> str:
    return page.content[node.start : node.end]


def _scalar(page: Page, path: Path, value: Data, spot: Spot) -> str:
    node = page.node(path)
    like = ""
    if isinstance(node, ScalarNode) and (
        node.plain or isinstance(value, Bare) or not needs_quotes(node.value, spot)
    ):
        like = _source(page, node)  # quotes that were needed say nothing of how someone likes to write
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
    over, end = _end(page, node), page.line_end(node.end)
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
    end = page.line_end(node.start)
    return node.end if node.end <= end else page.line_end(node.end)


def _gap(page: Page, start: int, node: Node, text: str) -> str:
    """Return the space that a value needs before it where nothing stood."""
    empty = start == node.end and page.content[start - 1 : start] not in {" ", "\t"}
    return " " if text and empty and not text.startswith(": ") else ""


def _head_comment(node: Node) -> str:
    """Return the comment on the first line of a block of lines, with the space before it."""
    match = _HEAD.match(node.text.content, node.start, node.end)
    return match[1] if match else ""


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
