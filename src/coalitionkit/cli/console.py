"""The terminal: styled lines for people, plain lines for pipes.

What is shown is a list of lines, each a list of pieces with the name of a style. Meaning never hangs on
color alone, so that the plain form says the same.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TextIO, TypeVar

from coalitionkit.prose import safe

STYLES = {
    "": "",
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "good": "bold green",
    "place": "bold",
    "faint": "dim",
}
"""What each style looks like, in rich's words."""

_PIPE_WIDTH = 100
_WORTH_A_BAR = 20
_STEPS_OF_A_BAR = 100

_COMMAND = r"(?m)^(\s*:)(?=:)|##(?=[\w.-]*\[)"
_WORD_JOINER = "\u2060"
_NO_WIDTH = {"Mn", "Me", "Cf"}
_SOFT_HYPHEN = "\u00ad"

_Item = TypeVar("_Item")


class Piece(NamedTuple):
    """A stretch of text of one style."""

    text: str
    style: str = ""


Line = Sequence[Piece]


def plain(line: Line) -> str:
    """Return a line as a pipe or a file gets it; none is a command to the runner of a workflow.

    Runners read `::` at the beginning of a line, and `##[` anywhere, as commands. What a plan says must not
    become one, however a line of it is broken: an invisible sign is put within.
    """
    text = safe("".join(piece.text for piece in line)).rstrip()
    if "::" in text or "##" in text:
        text = re.sub(_COMMAND, rf"\g<0>{_WORD_JOINER}", text)
    return text + "\n"


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at what is written."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return how many columns a line may have: the terminal's, or a readable width in a pipe."""
    if not is_terminal(sys.stdout):
        return _PIPE_WIDTH
    return max(40, min(shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns, 120))


def show(lines: Iterable[Line]) -> None:
    """Write lines to standard output, in color where a person looks and has not said NO_COLOR."""
    if not is_terminal(sys.stdout):
        sys.stdout.writelines(plain(line) for line in lines)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*((safe(piece.text), STYLES[piece.style]) for piece in line)))


def as_argument(text: str) -> str:
    """Return a path as it is typed in a command: in quotes where it holds more than plain signs."""
    if all(sign.isalnum() or sign in "/._-:" for sign in text):
        return text
    import shlex

    return shlex.quote(text) if os.name == "posix" else f'"{text}"'


def environment_without(name: str) -> dict[str, str]:
    """Return the environment of this process without one variable."""
    return {key: value for key, value in os.environ.items() if key != name}


def cells(text: str) -> int:
    """Return how many columns a terminal takes for a text: two for a wide sign, none for a loose accent."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(sign: str) -> int:
    import unicodedata

    if unicodedata.category(sign) in _NO_WIDTH and sign != _SOFT_HYPHEN:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def cut(text: str, room: int) -> str:
    """Return a text that takes at most `room` columns, at least one: what is too long ends in an ellipsis."""
    if cells(text) <= room:
        return text
    room = max(0, room - 1)
    while cells(text) > room:
        text = text[:-1]
    return f"{text}…"


def filled(text: str, room: int) -> str:
    """Return a text with blanks after it, so that it takes at least `room` columns."""
    return text + " " * (room - cells(text))


def flowed(pieces: Iterable[Piece], width: int, indent: str = "", first: str = "") -> Iterator[Line]:
    """Yield the words of the pieces on lines of at most `width` columns: the first, then others, indented.

    Ids, paths and commands stay whole, to be copied. Each piece begins a new word.
    """
    line = [Piece(first)]
    used, gap = cells(first), ""
    for style, word in ((piece.style, word) for piece in pieces for word in piece.text.split()):
        if gap and used + 1 + cells(word) > width:
            yield line
            line, used, gap = [Piece(indent)], cells(indent), ""
        if line[-1].style == style:
            line[-1] = Piece(f"{line[-1].text}{gap}{word}", style)
        else:
            line.append(Piece(f"{gap}{word}", style))
        used += cells(word) + len(gap)
        gap = " "
    if gap:
        yield line


def wrapped(text: str, width: int) -> list[str]:
    """Return text as lines of at most `width` columns; ids, paths and commands stay whole, to be copied."""
    return ["".join(piece.text for piece in line) for line in flowed([Piece(text)], width)]


def write(text: str) -> None:
    """Write text for programs to standard output, as it is."""
    sys.stdout.write(text)


def show_beside(lines: Iterable[Line]) -> None:
    """Write lines to standard error, beside the result."""
    sys.stderr.writelines(plain(line) for line in lines)


def say(line: str) -> None:
    """Write a line to standard error, beside the result."""
    sys.stderr.write(plain((Piece(line),)))


def progress(items: Iterable[_Item], label: str, *, total: int) -> Iterator[_Item]:
    """Give the items back one by one, with a bar on standard error where a person waits for many."""
    if total < _WORTH_A_BAR or not is_terminal(sys.stderr):
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    # The bar is drawn from here and not by a thread of its own: processes are forked while it runs.
    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(label, total=total)
        for done, item in enumerate(items):
            if done % max(1, total // _STEPS_OF_A_BAR) == 0:
                bar.update(task, completed=done, refresh=True)
            yield item
