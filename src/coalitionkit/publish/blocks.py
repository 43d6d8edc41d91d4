"""A document as blocks: what Markdown says, for the writers of other formats to walk through.

Markdown is the reference of every document. Nothing in it is HTML, links lead to the web or to an e-mail
address, and pictures are not fetched.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from coalitionkit.publish.markdown import shown

_SHORT = 14
"""Up to how many characters a cell is not broken into lines."""

_WIDEST = 60
"""From how many characters in a cell on a column gets no wider."""

_LINE = 88
"""How many characters stand in a row of a table as wide as a page, at the least."""

_BESIDE = 4
"""How many characters the room at the sides of a cell takes."""

_TO_WRITE_IN = 40
"""How many characters wide a column is that is empty, to be filled in by hand."""

_SAFE = ("https://", "http://", "mailto:")


class Run(NamedTuple):
    """A stretch of text in one style. A line break is a run of its own whose text is a newline.

    `gap` says that it stands for something that is not recorded.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    gap: bool = False


Runs = tuple[Run, ...]


class Heading(NamedTuple):
    """A heading; the document's own is of level 1."""

    level: int
    runs: Runs


class Paragraph(NamedTuple):
    """Text between blank lines."""

    runs: Runs


class Listed(NamedTuple):
    """A list of points, each of them blocks; `start` is the first number, None without numbers."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None


class Quote(NamedTuple):
    """Blocks that stand out from the text around them."""

    blocks: tuple["Block", ...]


class Table(NamedTuple):
    """Rows of cells below a head. `aligns` are left, center or right, one for each column.

    The head is empty where no column has a name, as on a sheet to fill in: there the first cell of each row
    says what the row is.
    """

    aligns: tuple[str, ...]
    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]

    @property
    def names_rows(self) -> bool:
        """Whether the first cell of each row says what the row is, below a head that says nothing."""
        if self.head and plain(self.head[0]).strip():
            return False
        firsts = "".join(plain(row[0]) for row in self.rows)
        return not firsts or any(sign.isalnum() for sign in firsts)

    @property
    def to_write_in(self) -> tuple[bool, ...]:
        """Which rows are to be filled in by hand: those with nothing beside their name."""
        named = self.names_rows
        return tuple(not any(plain(cell).strip() for cell in row[named:]) for row in self.rows)

    @property
    def short(self) -> tuple[bool, ...]:
        """Which columns hold nothing but short texts, such as times: these are not broken into lines."""
        columns = zip(self.head or ((),) * len(self.aligns), *self.rows, strict=True)
        return tuple(all(len(plain(cell)) <= _SHORT for cell in column) for column in columns)


class Rule(NamedTuple):
    """A line across the page."""


Block = Heading | Paragraph | Listed | Quote | Table | Rule


def blocks(text: str, marks: Sequence[str] = ()) -> tuple[Block, ...]:
    """Return what a Markdown text consists of; `marks` are the texts that stand for gaps, with brackets."""
    tokens = _parser().parse(shown(text))
    # A mark stands in the text as the sandbox prints it: on one line.
    found, _ = _Reader(tuple(dict.fromkeys(" ".join(shown(mark).split()) for mark in marks))).blocks(
        tokens, 0, ""
    )
    return found


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")


def widths(table: Table) -> tuple[int, ...]:
    """Return how wide each column of a table should be, as parts of a thousand.

    A column gets room by how much text stands in it, and enough for its longest word. Where all of them want
    more than there is, those with short texts keep what they need.
    """
    heads = table.head or ((),) * len(table.aligns)
    wanted = [_wanted([plain(runs) for runs in column]) for column in zip(heads, *table.rows, strict=True)]
    needed = sum(one for one in wanted if one <= _SHORT + _BESIDE)
    long = sum(wanted) - needed
    if needed + long > _LINE and needed * 2 <= _LINE:
        wanted = [one if one <= _SHORT + _BESIDE else one * (_LINE - needed) // long for one in wanted]
    whole = sum(wanted)
    shares = [1000 * one // whole for one in wanted]
    shares[-1] += 1000 - sum(shares)
    return tuple(shares)


def _wanted(texts: Sequence[str]) -> int:
    """Return how many characters wide a column should be, head first, with some room at its sides."""
    if not any(texts[1:]):
        return max(_TO_WRITE_IN, len(texts[0]))
    # A word in capitals or in bold is wider than others of its length.
    word = max((len(word) for text in texts for word in text.split()), default=1) * 6 // 5
    longest = max(map(len, texts))
    whole = longest if longest <= _SHORT else min(sum(map(len, texts)) // len(texts), _WIDEST)
    return max(word, whole) + _BESIDE


def leading(body: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """Yield each block, and whether it is text that stays on the page with what it stands above.

    That is text above a table or a list, and a label: a line in bold.
    """
    waiting: Block | None = None
    for block in body:
        if waiting is not None:
            yield waiting, _leads(waiting, block)
        waiting = block
    if waiting is not None:
        yield waiting, False


def _leads(block: Block, below: Block) -> bool:
    if not isinstance(block, Paragraph) or isinstance(below, Heading):
        return False
    return isinstance(below, Table | Listed) or all(run.strong and not run.gap for run in block.runs)


def plain(runs: Runs) -> str:
    """Return the text of runs without any style."""
    return "".join(run.text for run in runs)


class _Reader:
    def __init__(self, marks: tuple[str, ...]) -> None:
        self.marks = marks

    def blocks(self, tokens: Sequence[Token], at: int, end: str) -> tuple[tuple[Block, ...], int]:
        """Return the blocks from a token up to the one that ends them, and the place after that."""
        found: list[Block] = []
        while at < len(tokens) and tokens[at].type != end:
            token = tokens[at]
            if token.type == "heading_open":
                found.append(Heading(int(token.tag[1]), self.runs(tokens[at + 1])))
                at += 3
            elif token.type == "paragraph_open":
                found.append(Paragraph(self.runs(tokens[at + 1])))
                at += 3
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                one, at = self._list(tokens, at)
                found.append(one)
            elif token.type == "blockquote_open":
                inner, at = self.blocks(tokens, at + 1, "blockquote_close")
                found.append(Quote(inner))
            elif token.type == "table_open":
                table, at = self._table(tokens, at + 1)
                found.append(table)
            else:
                if token.type == "hr":
                    found.append(Rule())
                elif token.content:  # code, as someone may have indented a template
                    found.append(Paragraph((Run(token.content.strip("\n")),)))
                at += 1
        return tuple(found), at + 1

    def _list(self, tokens: Sequence[Token], at: int) -> tuple[Listed, int]:
        numbered = tokens[at].type == "ordered_list_open"
        start = int(tokens[at].attrGet("start") or 1) if numbered else None
        end = tokens[at].type.replace("open", "close")
        items = []
        at += 1
        while tokens[at].type != end:
            inner, at = self.blocks(tokens, at + 1, "list_item_close")
            items.append(inner)
        return Listed(tuple(items), start), at + 1

    def _table(self, tokens: Sequence[Token], at: int) -> tuple[Table, int]:
        rows: list[tuple[Runs, ...]] = []
        row: list[Runs] = []
        aligns: list[str] = []
        while tokens[at].type != "table_close":
            token = tokens[at]
            if token.type in {"th_open", "td_open"}:
                if not rows:
                    aligns.append(str(token.attrGet("style") or "").removeprefix("text-align:") or "left")
                row.append(self.runs(tokens[at + 1]))
            elif token.type == "tr_close":
                rows.append(tuple(row))
                row = []
            at += 1
        head, *rest = rows
        named = any(plain(cell).strip() for cell in head) or not rest
        return Table(tuple(aligns), head if named else (), tuple(rest)), at + 1

    def runs(self, token: Token) -> Runs:
        """Return the text of a paragraph, heading or cell in runs of one style each."""
        return tuple(part for run in _styled(token.children or ()) for part in self._marked(run))

    def _marked(self, run: Run) -> Iterator[Run]:
        """Yield the parts of a run, those apart that stand for gaps."""
        rest = run.text
        while rest:
            starts = [(start, -len(mark), mark) for mark in self.marks if (start := rest.find(mark)) >= 0]
            if not starts:
                yield run._replace(text=rest)
                return
            start, _, mark = min(starts)
            if start:
                yield run._replace(text=rest[:start])
            yield run._replace(text=mark, gap=True)
            rest = rest[start + len(mark) :]


def _styled(tokens: Sequence[Token]) -> Iterator[Run]:
    strong = emphasis = 0
    link = ""
    waiting: Run | None = None
    for token in tokens:
        strong += (token.type == "strong_open") - (token.type == "strong_close")
        emphasis += (token.type == "em_open") - (token.type == "em_close")
        if token.type == "link_open":
            target = str(token.attrGet("href") or "")
            link = target if target.startswith(_SAFE) else ""
        elif token.type == "link_close":
            link = ""
        text = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
        if not text:
            continue
        run = Run(text, bool(strong), bool(emphasis), link)
        if waiting is not None and waiting[1:] == run[1:] and "\n" not in {waiting.text, run.text}:
            waiting = waiting._replace(text=waiting.text + run.text)
            continue
        if waiting is not None:
            yield waiting
        waiting = run
    if waiting is not None:
        yield waiting
