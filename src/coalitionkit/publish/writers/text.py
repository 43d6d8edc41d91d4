"""Plain text: for the part of an e-mail that every program can show."""

import textwrap
from collections.abc import Iterable, Iterator

from coalitionkit.publish.blocks import Block, Heading, Listed, Paragraph, Quote, Rule, Runs, Table, plain

WIDTH = 76
_TO_FILL_IN = "_" * 20


def text(body: Iterable[Block]) -> str:
    """Return blocks as lines of text, each at most `WIDTH` characters where words allow."""
    return "\n\n".join(_block(block, WIDTH) for block in body).strip("\n") + "\n"


def _block(block: Block, width: int) -> str:
    match block:
        case Heading(level, runs):
            title = _told(runs).replace("\n", " ")
            return f"{title}\n{('=' if level == 1 else '-') * min(len(title), width)}"
        case Paragraph(runs):
            return _wrapped(_told(runs), width)
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
    """Yield a row after another, each cell with the name of its column: columns need a wide screen.

    A column without any text is one to fill in.
    """
    heads = [_told(runs) for runs in table.head] or [""] * len(table.aligns)
    empty = [not any(plain(row[column]) for row in table.rows) for column in range(len(heads))]
    for row in table.rows or [()]:
        texts = [_told(runs) for runs in row] or [""] * len(heads)
        shown = [text or (_TO_FILL_IN if blank else "") for text, blank in zip(texts, empty, strict=True)]
        cells = [(head, text) for head, text in zip(heads, shown, strict=True) if text]
        words = [f"{head}: {text}" if head else text for head, text in cells]
        if not heads[0] and texts[0] and len(words) > 1:  # a name of the row, or a box to tick
            words[:2] = [f"{words[0]}{':' * table.names_rows} {words[1]}"]
        if words:
            yield _wrapped("; ".join(words), width)


def _told(runs: Runs) -> str:
    """Return the text of runs, each link with where it leads, unless its text says so already."""
    parts = []
    for index, run in enumerate(runs):
        parts.append(run.text)
        ends = index + 1 == len(runs) or runs[index + 1].link != run.link
        if run.link and ends and run.link.removeprefix("mailto:") not in plain(runs):
            parts.append(f" <{run.link}>")
    return "".join(parts)


def _wrapped(text: str, width: int) -> str:
    # Addresses and links are never broken: a program would follow half of one.
    lines = text.split("\n")
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines
    )
