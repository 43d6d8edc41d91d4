"""Comments that are written, reworded and taken out."""

from coalitionkit.errors import UneditableError
from coalitionkit.source.changes import Annotate, Path, Recomment
from coalitionkit.source.masks import unprintable
from coalitionkit.source.page import Page
from coalitionkit.source.splices import Splice
from coalitionkit.source.tree import MappingNode, Node, ScalarNode, SequenceNode
from coalitionkit.source.units import Unit, bracketed, line_end


def annotate(page: Page, change: Annotate) -> list[Splice]:
    """Return the splice for a new comment above an entry or item, or beside its first line."""
    path = change.path
    while path and page.in_flow(path[:-1]):
        path = path[:-1]
    unit = _unit(page, path)
    content = page.content
    if unprintable(change.comment):
        raise UneditableError("this comment holds characters that a plan cannot hold; type it again")
    told = ["# " + line if line else "#" for line in change.comment.splitlines()]
    if change.beside and len(told) == 1:
        end = page.line_end(unit.start)
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
    end = page.line_end(change.start)
    if content[change.start : change.start + 1] != "#":
        raise UneditableError(f"'{page.text.file}': the comment is not there any more")
    if change.comment:
        return [Splice(change.start, end, change.comment)]
    line = page.text.line_start(change.start)
    before = content[line : change.start]
    if not before.strip():
        return [Splice(line, line_end(page.text, change.start), "")]
    return [Splice(line + len(before.rstrip()), end, "")]


def _unit(page: Page, path: Path) -> Unit:
    if not path:
        raise UneditableError(f"'{page.text.file}': a comment needs an entry or item to stand at")
    _, index = page.parent(path)
    return page.units(path[:-1])[index]


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
