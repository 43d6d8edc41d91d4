"""HTML: one file that needs no other, for a screen, light or dark, and for paper."""

from collections.abc import Iterable, Sequence
from html import escape

from coalitionkit.publish.blocks import Block, Heading, Listed, Paragraph, Quote, Rule, Run, Runs, Table
from coalitionkit.publish.writers.direction import is_right_to_left

_WIDE = 4
"""From how many columns on a table needs a wide page."""


def page(title: str, body: Iterable[Block], *, language: str, style: str) -> str:
    """Return blocks as an HTML page; `style` is its CSS."""
    found = tuple(body)
    wide = any(isinstance(block, Table) and len(block.aligns) >= _WIDE for block in found)
    room = ' class="wide"' if wide else ""
    direction = ' dir="rtl"' if is_right_to_left(language) else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"{direction}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_contained(style)}</style>\n</head>\n<body>\n"
        f"<main{room}>\n{fragment(found)}</main>\n</body>\n</html>\n"
    )


def fragment(body: Iterable[Block]) -> str:
    """Return blocks as HTML elements, a line each."""
    return "".join(_block(block) for block in body)


def _block(block: Block) -> str:
    match block:
        case Heading(level, runs):
            return f"<h{level}>{_runs(runs)}</h{level}>\n"
        case Paragraph(runs):
            return f"<p>{_runs(runs)}</p>\n"
        case Quote(inner):
            return f"<blockquote>\n{fragment(inner)}</blockquote>\n"
        case Listed(items, start):
            name = "ul" if start is None else "ol"
            first = f' start="{start}"' if start not in {None, 1} else ""
            return f"<{name}{first}>\n{''.join(map(_item, items))}</{name}>\n"
        case Table():
            return _table(block)
        case Rule():
            return "<hr>\n"


def _item(inner: tuple[Block, ...]) -> str:
    if len(inner) == 1 and isinstance(inner[0], Paragraph):
        return f"<li>{_runs(inner[0].runs)}</li>\n"
    return f"<li>\n{fragment(inner)}</li>\n"


def _table(table: Table) -> str:
    head = _cells("th", table.head, table.aligns, ' scope="col"')
    rows = "".join(f"<tr>{_cells('td', row, table.aligns)}</tr>\n" for row in table.rows)
    return (
        f'<div class="table" tabindex="0" role="group">\n<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )


def _cells(name: str, row: Sequence[Runs], aligns: Sequence[str], more: str = "") -> str:
    return "".join(_cell(name, runs, align, more) for runs, align in zip(row, aligns, strict=True))


def _cell(name: str, runs: Runs, align: str, more: str = "") -> str:
    kind = f' class="{align}"' if align in {"right", "center"} else ""
    return f"<{name}{more}{kind}>{_runs(runs)}</{name}>"


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    if run.text == "\n":
        return "<br>\n"
    text = escape(run.text, quote=False)
    if run.gap:
        text = f"<mark>{text}</mark>"
    if run.strong:
        text = f"<strong>{text}</strong>"
    if run.emphasis:
        text = f"<em>{text}</em>"
    if run.link:
        text = f'<a href="{escape(run.link)}">{text}</a>'
    return text


def _contained(css: str) -> str:
    """Return CSS that cannot end the element it stands in, nor fetch anything."""
    return css.replace("<", "\\3c ")
