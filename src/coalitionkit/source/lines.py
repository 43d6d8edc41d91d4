"""Entries below one another and items after dashes: new ones, fewer, and in another order."""

from collections.abc import Sequence

from coalitionkit.errors import UneditableError
from coalitionkit.source.changes import Delete, InsertEntry, InsertItem, Path
from coalitionkit.source.emitter import entry, item
from coalitionkit.source.page import Page
from coalitionkit.source.splices import Splice
from coalitionkit.source.tree import MappingNode, Node, SequenceNode
from coalitionkit.source.units import Unit, after_blank_lines, bracketed, is_apart


def insert_entry(page: Page, change: InsertEntry) -> list[Splice]:
    """Return the splices for a new key of a group."""
    node = page.node(change.path)
    names = list(node.entries) if isinstance(node, MappingNode) else []
    units = page.units(change.path)
    _refuse_signs(page, node, units)
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
    parent, index = page.parent(change.path)
    units = page.units(change.path[:-1])
    _refuse_signs(page, parent, units)
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


def _refuse_signs(page: Page, node: Node, units: list[Unit]) -> None:
    """Raise UneditableError when a key of a group is written with a question mark before it."""
    for name, unit in zip(node.entries if isinstance(node, MappingNode) else (), units, strict=False):
        if unit.compact and page.content[: unit.start].rstrip(" \t").endswith("?"):
            raise page.asking_for_plain(name)


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
    colon = page.after_key(parent, index, owner)
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
