"""Plain text: for the part of an e-mail that every program can show."""

import textwrap
from collections.abc import Iterable, Iterator

from coalitionkit.publish.blocks import Block, Heading, Listed, Paragraph, Quote, Rule, Table, plain

WIDTH = 76


def text(body: Iterable[Block]) -> str:
    """Return blocks as lines of text, each at most `WIDTH` characters where words allow."""
    return "\n\n".join(_block(block, WIDTH) for block in body).strip("\n") + "\n"


def _block(block: Block, width: int) -> str:
    match block:
        case Heading(level, runs):
            title = plain(runs)
            return f"{title}\n{('=' if level == 1 else '-') * min(len(title), width)}"
        case Paragraph(runs):
            return _wrapped(plain(runs), width)
        case Quote(inner):
            return textwrap.indent("\n\n".join(_block(one, width - 2) for one in inner), "  ")
        case Listed(items, start):
            return "\n".join(_item(item, index, start, width) for index, item in enumerate(items))
        case Table():
            return "\n".join(_rows(block, width))
        case Rule():
            return "-" * width


def _item(item: tuple[Block, ...], index: int, start: int | None, width: int) -> str:
    sign = "- " if start is None else f"{start + index}. "
    inner = "\n".join(_block(one, width - len(sign)) for one in item)
    return sign + textwrap.indent(inner, " " * len(sign)).lstrip(" ")


def _rows(table: Table, width: int) -> Iterator[str]:
    """Yield a row after another, each cell with the name of its column: columns need a wide screen."""
    heads = [plain(runs) for runs in table.head]
    for row in table.rows:
        cells = [f"{head}: {text}" for head, runs in zip(heads, row, strict=True) if (text := plain(runs))]
        if cells:
            yield _wrapped("; ".join(cells), width)


def _wrapped(text: str, width: int) -> str:
    # Addresses and links are never broken: a program would follow half of one.
    lines = text.split("\n")
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines
    )
