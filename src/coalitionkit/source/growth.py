"""Many new items of one list without brackets: each as if those before it stood in the text already."""

from collections import defaultdict
from typing import NamedTuple

from coalitionkit.edits import Data
from coalitionkit.source.emitter import item
from coalitionkit.source.page import Page
from coalitionkit.source.splices import Splice
from coalitionkit.source.tree import MappingNode, Node, SequenceNode
from coalitionkit.source.units import bracketed, gaps


class Spot(NamedTuple):
    """Where a new item goes: before the unit with an index, at an offset, behind so many pieces there."""

    gap: int
    offset: int
    behind: int


class _Piece(NamedTuple):
    """Text at a spot; `number` is that of a new item, 0 for a blank line."""

    text: str
    number: int


class Growth:
    """A list to which items come; its units are those before the first of them.

    A file that ends without a line end goes on so, unless an item at its end needs one (`_is_closed`). In
    `_order` a unit stands as its index, a new item as its number below zero.
    """

    def __init__(self, page: Page, node: SequenceNode) -> None:
        self._page = page
        self._units = page.units_of(node)
        self._order = list(range(len(self._units)))
        self._pieces: defaultdict[int, list[_Piece]] = defaultdict(list)
        self._gaps: dict[int, int] = {}
        self._is_closed = False
        self._blank = gaps(page.text, self._units)
        groups = [one for one in node.items if isinstance(one, MappingNode)]
        self._groups = len(groups)
        self._braced = sum(map(bracketed, groups))

    def spot(self, place: int) -> Spot | None:
        """Return where a new item before the one at a place goes; None where only a fresh read can tell."""
        if not place:
            first = self._units[0]
            return None if first.compact else Spot(0, first.head, 0)
        before = self._order[place - 1]
        if before >= 0:
            gap = before + 1
            unit = self._units[before]
            return None if unit.keeps else Spot(gap, unit.tail, 0)
        gap = self._gaps[before]
        pieces = self._pieces[gap]
        behind = next(index for index, piece in enumerate(pieces) if piece.number == before) + 1
        return Spot(gap, self._offset(gap), behind)

    def written(self, value: Data) -> list[str]:
        """Return an item as its lines."""
        braces = self._braced * 2 > self._groups if self._groups else None
        column = self._units[0].column
        new = item(value, column, self._page.layout, braces=braces)
        return [" " * column + new[0], *new[1:]]

    def come(self, place: int, spot: Spot, lines: list[str], node: Node) -> None:
        """Let an item come to a place; `node` is what its lines hold."""
        number = -1 - len(self._gaps)
        newline = self._page.layout.newline
        text = self._page.joined(0, lines)
        if spot.behind == len(self._pieces[spot.gap]) and self._page.is_open_at(spot.offset):
            self._is_closed = self._is_closed or self._page.needs_line_end(text.removesuffix(newline))
        apart = self._blank * 2 > len(self._order) - 1
        pieces = [_Piece(text, number)]
        if apart and place:
            pieces = [_Piece(newline + text, number)]
        elif apart:
            pieces.append(_Piece(newline, 0))
        self._pieces[spot.gap][spot.behind : spot.behind] = pieces
        self._gaps[number] = spot.gap
        self._order.insert(place, number)
        self._blank += apart
        if isinstance(node, MappingNode):
            self._groups += 1
            self._braced += bracketed(node)

    def splices(self) -> list[Splice]:
        """Return the splices for all items that came."""
        placed = [(self._offset(gap), self._text(gap)) for gap, pieces in self._pieces.items() if pieces]
        return [Splice(offset, offset, text) for offset, text in placed]

    def items_behind(self, spot: Spot) -> list[int]:
        """Return the numbers of the new items that stand before a spot at its offset, from 0 on."""
        return [-1 - piece.number for piece in self._pieces[spot.gap][: spot.behind] if piece.number]

    def _text(self, gap: int) -> str:
        text = "".join(piece.text for piece in self._pieces[gap])
        if not self._page.is_open_at(self._offset(gap)):
            return text
        newline = self._page.layout.newline
        return newline + (text if self._is_closed else text.removesuffix(newline))

    def _offset(self, gap: int) -> int:
        return self._units[gap - 1].tail if gap else self._units[0].head
