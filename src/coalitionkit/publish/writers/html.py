"""HTML: one file that needs no other, for a screen, light or dark, and for paper."""

from collections.abc import Iterable, Sequence
from html import escape

from coalitionkit.prose import shortened
from coalitionkit.publish.blocks import (
    Block,
    Heading,
    Listed,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
    plain,
)
from coalitionkit.publish.writers.direction import is_right_to_left

_WIDE = 4
"""From how many columns on a table needs a wide page."""

_TITLE = 70
"""How long a title may be in the page's own words: tabs, bookmarks and search results show no more."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
"""What a browser lets the page do: show itself. Whatever the CSS of a plan asks for, nothing is fetched."""

_UNSEEN = ".unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }"
"""How the heading of a letter is there for those who listen, as a letter on paper has none."""


def page(title: str, body: Iterable[Block], *, language: str, style: str, heading_needed: bool = True) -> str:
    """Return blocks as an HTML page; `style` is its CSS.

    A document without a heading of its own, such as a letter, gets its title as one that is not seen, unless
    none is needed: mail programs would show it.
    """
    found = tuple(body)
    wide = any(isinstance(block, Table) and len(block.aligns) >= _WIDE for block in found)
    room = ' class="wide"' if wide else ""
    direction = ' dir="rtl"' if is_right_to_left(language) else ""
    headed = any(isinstance(block, Heading) and block.level == 1 for block in found)
    heading = (
        "" if headed or not heading_needed else f'<h1 class="unseen">{escape(title, quote=False)}</h1>\n'
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"{direction}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_short(title)}</title>\n<style>\n{_UNSEEN}\n{_contained(style)}</style>\n"
        f"</head>\n<body>\n<main{room}>\n{heading}{fragment(found)}</main>\n</body>\n</html>\n"
    )


def _short(title: str) -> str:
    """Return a title, escaped, and cut where it is too long. Signs that have to be escaped take more room."""
    widths = range(_TITLE, 1, -1)
    cut = (escape(shortened(title, width), quote=False) for width in widths)
    return next((text for text in cut if len(text) <= _TITLE), "…")


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
    classes = tuple(map(_classes, table.aligns, table.short))
    head = ""
    if table.head:
        # A cell without a name heads nothing.
        named = [("th", ' scope="col"') if plain(runs).strip() else ("td", "") for runs in table.head]
        row = "".join(
            _cell(*kind, runs, its) for kind, runs, its in zip(named, table.head, classes, strict=True)
        )
        head = f"<thead>\n<tr>{row}</tr>\n</thead>\n"
    rows = "".join(
        f"<tr{_named(' fill' * empty)}>{_row(row, table, classes)}</tr>\n"
        for row, empty in zip(table.rows, table.to_write_in, strict=True)
    )
    body = f"<tbody>\n{rows}</tbody>\n" if rows else ""
    kind = "table stacks" if _stacks(table) else "table"
    return f'<div class="{kind}" tabindex="0">\n<table>\n{head}{body}</table>\n</div>\n'


def _stacks(table: Table) -> bool:
    """Whether the cells of a row stand below each other where the screen is narrow, each with its head."""
    return bool(table.head) and len(table.aligns) >= _WIDE


def _row(row: Sequence[Runs], table: Table, classes: Sequence[str]) -> str:
    kinds = [("td", "")] * len(row)
    if table.names_rows and plain(row[0]).strip():
        kinds[0] = ("th", ' scope="row"')
    heads = [plain(runs).strip() for runs in table.head] if _stacks(table) else [""] * len(row)
    labels = [f' data-head="{escape(head)}"' if head else "" for head in heads]
    return "".join(
        _cell(name, scope + label, runs, its)
        for (name, scope), label, runs, its in zip(kinds, labels, row, classes, strict=True)
    )


def _classes(align: str, short: bool) -> str:  # noqa: FBT001 - a column of a table
    return f"{f' {align}' if align in {'right', 'center'} else ''}{' short' * short}"


def _cell(name: str, attributes: str, runs: Runs, classes: str) -> str:
    return f"<{name}{attributes}{_named(classes)}>{_runs(runs)}</{name}>"


def _named(classes: str) -> str:
    return f' class="{classes.strip()}"' if classes else ""


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
    """Return CSS that cannot end the element it stands in."""
    return css.replace("<", "\\3c ").rstrip("\n") + "\n"
