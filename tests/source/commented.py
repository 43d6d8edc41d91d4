"""Texts with a comment in every place, and who owns each comment: told without the engine's own eyes.

Another parser reads the text. Every part of it, an entry or an item, has a number that it keeps while the
text changes, so that it can be known again.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from random import Random
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode

Steps = tuple[str | int, ...]

_COMMENT = re.compile(r"#c\d+\b[^\r\n]*")


class Part:
    """An entry or an item. It holds text, None, or a list of parts; `keyed` tells groups from lists."""

    def __init__(self, held: "str | list[Part] | None", key: str = "", *, keyed: bool = False) -> None:
        self.held = held
        self.key = key
        self.keyed = keyed

    def data(self) -> Any:
        """Return the plain data."""
        if not isinstance(self.held, list):
            return self.held
        if self.keyed:
            return {part.key: part.data() for part in self.held}
        return [part.data() for part in self.held]

    def parts(self) -> "Iterator[Part]":
        """Yield this part and all within it."""
        yield self
        for part in self.held if isinstance(self.held, list) else ():
            yield from part.parts()

    def walk(self, path: Steps = ()) -> "Iterator[tuple[Steps, Part]]":
        """Yield this part and all within it, with their paths."""
        yield path, self
        for index, part in enumerate(self.held if isinstance(self.held, list) else ()):
            yield from part.walk((*path, part.key if self.keyed else index))

    def at(self, path: Steps) -> "Part":
        """Return the part at a path."""
        part = self
        for step in path:
            held = part.held if isinstance(part.held, list) else []
            part = held[step] if isinstance(step, int) else next(below for below in held if below.key == step)
        return part


def part_of(data: Any, key: str = "") -> Part:
    """Return data as a part."""
    if isinstance(data, dict):
        return Part([part_of(value, name) for name, value in data.items()], key, keyed=True)
    if isinstance(data, list | tuple):
        return Part([part_of(value) for value in data], key)
    return Part(None if data is None else str(data), key)


class Stand(NamedTuple):
    """Where a part stands: its lines from 0, and the column of its key or dash."""

    part: Part
    first: int
    last: int
    column: int
    begin: tuple[int, int]
    end: tuple[int, int]
    flow: bool


def written(chance: Random) -> tuple[str, Part]:
    """Return a text with comments everywhere, and what it holds."""
    while True:
        text, root = Author(chance).document()
        with suppress(YAMLError):
            if _data(composed(text)) == root.data():
                return text, root  # and not one in which a comment stands within a block of lines


def _data(node: Any) -> Any:
    if isinstance(node, ScalarNode):
        return None if not node.style and node.value in {"", "~", "null"} else node.value
    if isinstance(node, MappingNode):
        return {key.value: _data(value) for key, value in node.value}
    return [_data(item) for item in node.value]


def composed(text: str) -> Any:
    """Return the nodes of a text, as another parser tells them."""
    try:
        return YAML(typ="safe").compose(text)
    except YAMLError:  # some of YAML 1.2 is beyond the quick one
        return YAML(typ="safe", pure=True).compose(text)


def owners(text: str, root: Part) -> dict[str, list[Part | None]]:
    """Return who may own each comment of a text, by the comment, the likeliest first; None is nobody."""
    lines = _lines(text)
    stands = stands_of(text, root)
    return {
        match[0]: _owners(lines, stands, number, match.start())
        for number, line in enumerate(lines)
        for match in _COMMENT.finditer(line)
    }


def _owners(lines: Sequence[str], stands: Sequence[Stand], number: int, column: int) -> list[Part | None]:
    at = (number, column)
    inner = max((one for one in stands if one.begin < at < one.end), key=lambda one: one.begin, default=None)
    held = inner.part.held if inner is not None and isinstance(inner.part.held, list) else []
    within = [one for one in stands if one.flow and one.part in held]
    if lines[number][:column].strip():
        beside = [one for one in within if one.end[0] == number and one.end <= at]
        if beside:
            return [max(beside, key=lambda one: one.end).part]
        if inner is not None and within:
            return [inner.part]
        here = [one for one in stands if one.first <= number <= one.last and not one.flow]
        here.sort(key=lambda one: (one.first == number, one.column, one.first), reverse=True)
        return [one.part for one in here if one.first == number or one is here[0]]
    if within and inner is not None:
        below = min((one for one in within if one.begin > at), key=lambda one: one.begin, default=None)
        gap = below and any(not line.strip() for line in lines[number : below.first])
        return [below.part if below is not None and not gap else inner.part]
    return _above_or_below(lines, [one for one in stands if not one.flow], number, column)


def _above_or_below(
    lines: Sequence[str], stands: Sequence[Stand], number: int, column: int
) -> list[Part | None]:
    """Return who may own a comment that has a line to itself."""
    following = number + 1
    while following < len(lines) and _is_comment(lines[following]):
        following += 1
    top = number
    while top and _is_comment(lines[top - 1]):
        top -= 1
    first = min((one for one in stands if one.first == following), key=lambda one: one.column, default=None)
    if first is not None and first.column >= max(map(_column, lines[number:following])):
        return [first.part] if top else [None, first.part]
    above = number
    while above >= 0 and (not lines[above].strip() or _is_comment(lines[above])):
        above -= 1
    least = min([column, *(_column(line) for line in lines[above + 1 : number] if line.strip())])
    around = [
        one for one in stands if one.first <= above <= one.last and (one.column < least or one.last > number)
    ]
    around.sort(key=lambda one: (one.column, one.begin))
    apart = not lines[following - 1 : following + 1][-1].strip() and not (top and lines[top - 1].strip())
    if apart:  # it speaks of no part in particular: it has to stay, and whose range it is in may change
        return [*(one.part for one in reversed(around)), None]
    owner = around[-1] if around else None
    return [None] if owner is None else [owner.part] if owner.column < least else [owner.part, None]


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _column(line: str) -> int:
    return len(line) - len(line.lstrip())


def stands_of(text: str, root: Part) -> list[Stand]:
    """Return where each part stands. Asserts that the text holds what the parts say."""
    return list(_below(composed(text), root, _lines(text)))


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)


def _below(node: Any, part: Part, lines: Sequence[str]) -> Iterator[Stand]:
    """Yield where the parts within a part stand. Asserts that the tree is as the part says."""
    if part.held is None or isinstance(part.held, str):
        assert isinstance(node, ScalarNode), f"{part.data()!r} is expected, not {node}"
        plain = not node.style and node.value in {"", "~", "null"}
        assert (None if plain else node.value) == part.held
        return
    if isinstance(node, MappingNode):
        assert part.keyed
        assert [key.value for key, _ in node.value] == [below.key for below in part.held]
        for (key, value), below in zip(node.value, part.held, strict=True):
            yield _stand(below, key.start_mark, key.end_mark, value, lines, flow=node.flow_style)
            yield from _below(value, below, lines)
        return
    assert not part.keyed
    assert not isinstance(node, ScalarNode), f"{part.data()!r} is expected, not {node.value!r}"
    assert len(node.value) == len(part.held)
    dashes = _dashes(node, lines)
    for index, (value, below) in enumerate(zip(node.value, part.held, strict=True)):
        begin = value.start_mark if node.flow_style else dashes[index]
        yield _stand(below, begin, begin, value, lines, flow=node.flow_style)
        yield from _below(value, below, lines)


class _Mark(NamedTuple):
    line: int
    column: int


def _dashes(node: Any, lines: Sequence[str]) -> list[_Mark]:
    if node.flow_style:
        return []
    column, first = node.start_mark.column, node.start_mark.line
    found = [
        _Mark(number, column)
        for number in range(first, min(node.end_mark.line + 1, len(lines)))
        if lines[number][column : column + 2].rstrip() == "-"
        and (number == first or not lines[number][:column].strip())
    ]
    return found[: len(node.value)]


def _stand(part: Part, begin: Any, after: Any, value: Any, lines: Sequence[str], *, flow: bool) -> Stand:
    ends = [(after.line, after.column), *_ends(value, lines)]
    end = max(ends)
    return Stand(part, begin.line, end[0], begin.column, (begin.line, begin.column), end, bool(flow))


def _ends(node: Any, lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where a value and all within it end; blocks end with the line that says so."""
    if isinstance(node, ScalarNode):
        if node.style in {"|", ">"}:
            below = range(
                node.start_mark.line + 1, min(node.end_mark.line + (node.end_mark.column > 0), len(lines))
            )
            last = max(
                (n for n in below if lines[n].strip() and not _COMMENT.match(lines[n].lstrip())),
                default=node.start_mark.line,
            )
            yield last, len(lines[last])
        elif node.value or node.style:
            yield node.end_mark.line, node.end_mark.column
    elif node.flow_style:
        yield node.end_mark.line, node.end_mark.column
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield key.end_mark.line, key.end_mark.column
            yield from _ends(value, lines)
    else:
        for mark in _dashes(node, lines):
            yield mark.line, mark.column + 1
        for item in node.value:
            yield from _ends(item, lines)


class Style(NamedTuple):
    """How a text is written."""

    step: int
    dash: int
    newline: str
    apart: bool
    often: float


class Author:
    """Writes texts by chance: every kind of value in every kind of place, comments everywhere."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self._count = 0
        self.style = Style(
            chance.choice([2, 2, 4]),
            chance.choice([0, 2, 2]),
            chance.choice(["\n", "\n", "\n", "\r\n"]),
            chance.random() < 0.3,
            chance.choice([0.1, 0.3, 0.6]),
        )

    def document(self) -> tuple[str, Part]:
        """Return a text and what it holds."""
        lines: list[str] = []
        if self.chance.random() < 0.3:
            lines += [self.comment(), *([""] if self.chance.random() < 0.5 else [])]
        often = self.chance.randint(2, 5)
        held = [self._entry(lines, 0, self.chance.choice([0, 1, 1, 2])) for _ in range(often)]
        if self.chance.random() < 0.3:
            lines += ["", self.comment()]
        text = self.style.newline.join(lines) + ("" if self.chance.random() < 0.1 else self.style.newline)
        return text, Part(held, keyed=True)

    def comment(self) -> str:
        """Return a comment that stands nowhere else."""
        return "#" + self.word("c") + self.chance.choice([" a: b", " - x", "", " é, 'x'"])

    def word(self, kind: str) -> str:
        """Return a word that stands nowhere else."""
        self._count += 1
        return f"{kind}{self._count}"

    def _maybe(self) -> bool:
        return self.chance.random() < self.style.often

    def _above(self, lines: list[str], column: int) -> None:
        if self.style.apart and lines and lines[-1].strip():
            lines.append("")
        if self._maybe() and self.chance.random() < 0.2 and lines:
            lines += ["", " " * column + self.comment(), ""]
        while self._maybe() and self.chance.random() < 0.6:
            lines.append(" " * self.chance.choice([column, column, column, 0]) + self.comment())

    def _beside(self) -> str:
        return self.chance.choice(["  ", " ", "\t "]) + self.comment() if self._maybe() else ""

    def _footers(self, lines: list[str], column: int) -> None:
        while self._maybe() and self.chance.random() < 0.3:
            if self.chance.random() < 0.2:
                lines.append("")
            lines.append(" " * (column + self.chance.randint(1, 5)) + self.comment())

    def _entry(self, lines: list[str], column: int, depth: int, *, lead: str = "") -> Part:
        """Write an entry; `lead` stands before its key, such as the dash of the item that it begins."""
        if not lead:
            self._above(lines, column)
        key = self.word("k")
        written = self.chance.choice([key, key, key, f'"{key}"', f"'{key}'"])
        part = self._value(lines, (lead or " " * column) + written + ":", column, depth)
        part.key = key
        self._footers(lines, column)
        return part

    def _value(self, lines: list[str], head: str, column: int, depth: int) -> Part:
        """Write a value after a head that ends with a colon."""
        kind = self.chance.random()
        if depth <= 0 or kind < 0.25:
            return Part(self._scalar(lines, head, column))
        if kind < 0.45:
            return self._flow_value(lines, head, column)
        lines.append(head + self._beside())
        often = self.chance.randint(1, 4)
        if kind < 0.7:
            deeper = column + self.style.step
            return Part([self._entry(lines, deeper, depth - 1) for _ in range(often)], keyed=True)
        deeper = column + self.style.dash
        return Part([self._item(lines, deeper, depth - 1) for _ in range(often)])

    def _item(self, lines: list[str], column: int, depth: int, *, lead: str = "") -> Part:
        if not lead:
            self._above(lines, column)
        head = (lead or " " * column) + "-"
        kind = self.chance.random()
        if depth < 0 or kind < 0.3:
            part = Part(self._scalar(lines, head, column))
        elif kind < 0.5:
            part = self._flow_value(lines, head, column)
        elif kind < 0.9:
            if self._maybe() and self.chance.random() < 0.15:
                lines.append(head + self._beside())
                head = ""
            held = [self._entry(lines, column + 2, depth, lead=head and head + " ")]
            held += [self._entry(lines, column + 2, depth) for _ in range(self.chance.randint(0, 3))]
            part = Part(held, keyed=True)
        else:
            held = [self._item(lines, column + 2, depth - 1, lead=head + " ")]
            held += [self._item(lines, column + 2, depth - 1) for _ in range(self.chance.randint(0, 2))]
            part = Part(held)
        self._footers(lines, column)
        return part

    def _scalar(self, lines: list[str], head: str, column: int) -> str | None:
        word = self.word("v")
        kind = self.chance.random()
        pad = " " * (column + self.style.step)
        if kind < 0.5:
            lines.append(f"{head} {word}{self._beside()}")
            return word
        if kind < 0.6:
            lines.append(f'{head} "{word} # no"{self._beside()}')
            return f"{word} # no"
        if kind < 0.65:
            lines.append(f"{head} '{word} it''s'{self._beside()}")
            return f"{word} it's"
        if kind < 0.72:
            lines.append(head + self._beside())
            return None
        if kind < 0.8:
            lines += [f"{head} {word}", f"{pad}goes on{self._beside()}"]
            return f"{word} goes on"
        if kind < 0.85:
            lines += [f'{head} "{word}', f'{pad}#goes on"{self._beside()}']
            return f"{word} #goes on"
        sign, end = self.chance.choice([("|", "\n"), ("|-", ""), (">", "\n"), ("|+", "\n\n")])
        lines += [f"{head} {sign}{self._beside()}", f"{pad}{word} # no", "", f"{pad}end."]
        if sign == "|+":
            lines.append("")
        body = f"{word} # no\nend." if sign == ">" else f"{word} # no\n\nend."
        return body + end

    def _flow_value(self, lines: list[str], head: str, column: int) -> Part:
        keyed = self.chance.random() < 0.5
        held: list[Part] = []
        for _ in range(self.chance.randint(0, 4)):
            word = self.word("v")
            held.append(Part(word, self.word("k") if keyed else ""))
        pieces = [f"{one.key}: {one.held}" if keyed else str(one.held) for one in held]
        opening, closing = "{}" if keyed else "[]"
        if not pieces or self.chance.random() < 0.6:
            pad = self.chance.choice(["", "", " "]) if pieces else ""
            lines.append(f"{head} {opening}{pad}{', '.join(pieces)}{pad}{closing}{self._beside()}")
            return Part(held, keyed=keyed)
        inner = " " * (column + self.style.step)
        first = self.chance.random() < 0.7
        lines.append(
            f"{head} {opening}"
            + (self._beside() if first else pieces[0] + "," * (len(pieces) > 1) + self._beside())
        )
        for index, piece in enumerate(pieces):
            if index == 0 and not first:
                continue
            comma = "," if index + 1 < len(pieces) or self.chance.random() < 0.3 else ""
            while self._maybe() and self.chance.random() < 0.3:
                lines.append(inner + self.comment())
            lines.append(inner + piece + comma + self._beside())
        if self.chance.random() < 0.7 or "#c" in lines[-1]:
            lines.append(" " * (column + 1) + closing + self._beside())
        else:
            lines[-1] += closing + self._beside()
        return Part(held, keyed=keyed)
