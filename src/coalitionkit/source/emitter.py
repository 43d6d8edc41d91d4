"""Data become YAML text: a single value, a value in brackets, or lines.

What is written reads back as what was given: each way of writing a single value is read before it is used.
Text is never written so that YAML would take it for a number, a switch or nothing.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from coalitionkit.edits import Bare, Data
from coalitionkit.errors import UneditableError
from coalitionkit.source.reader import read
from coalitionkit.source.text import Text
from coalitionkit.source.tree import MappingNode, ScalarNode, SequenceNode

WIDTH = 100
"""Up to which column a list or group in brackets is written on one line, and at which long text is folded."""

_TAKEN_FOR_MORE = re.compile(
    r"(?:~|null|true|false"  # nothing and switches
    r"|[-+]?(?:\.\d+|\d[\d_]*(?:\.\d*)?)(?:e[-+]?\d+)?"  # numbers
    r"|0o?[0-7]+|0x[0-9a-f]+|[-+]?\.inf|\.nan"
    r"|\d+(?::[0-5]?\d)+(?:\.\d*)?"  # 17:30, which older readers take for 1050
    r"|=|<<|---.*|\.\.\..*)\Z",
    re.IGNORECASE | re.ASCII,
)
_SPECIAL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


class Spot(NamedTuple):
    """Where something is to be written.

    `column` is where its key or dash stands, `used` counts the characters before it on its line. Text that
    runs over lines is indented by more than `column`. `flow` says that it stands within brackets.
    """

    column: int = 0
    used: int = 0
    flow: bool = False


class Layout(NamedTuple):
    """How a file is laid out.

    `step` is by how many spaces a group stands deeper than its key, `dash` the same for the dashes of a list.
    `braces` says that the file writes short groups in braces, `blocks` that text may be a block of lines.
    """

    newline: str = "\n"
    step: int = 2
    dash: int = 2
    braces: bool = False
    blocks: bool = True


def scalar(value: str | None, spot: Spot, *, like: str = "", layout: Layout = Layout()) -> str:  # noqa: B008
    """Return a single value as YAML.

    `like` is how the value was written that stands there now: its kind of quotes or lines is kept where
    that can hold the value. Raises UneditableError for text that no YAML file can hold.
    """
    if value is None:
        return "null" if spot.flow else ""
    for candidate in _candidates(value, spot, like, layout):
        if _reads_back(candidate, value, spot):
            return candidate
    raise UneditableError("this text holds characters that a plan cannot hold; type it again")


def needs_quotes(value: str, spot: Spot) -> bool:
    """Whether text on one line can only be written in quotes here."""
    return not _may_be_plain(value, spot)


def key(value: str, spot: Spot, *, like: str = "") -> str:
    """Return a key as YAML, without its colon."""
    for candidate in _one_line(value, spot, like):
        if _key_reads_back(candidate, value, spot):
            return candidate
    raise UneditableError("this key holds characters that a plan cannot hold; type it again")


def in_brackets(data: Data, *, padded: bool = False) -> str:
    """Return data as YAML on one line, lists and groups in brackets."""
    if data is None or isinstance(data, str):
        return scalar(data, Spot(flow=True))
    pad = " " if padded and data else ""
    if isinstance(data, Mapping):
        inner = ", ".join(entry_in_brackets(name, value) for name, value in data.items())
        return f"{{{pad}{inner}{pad}}}"
    return f"[{pad}{', '.join(in_brackets(item) for item in data)}{pad}]"


def entry_in_brackets(name: str, value: Data) -> str:
    """Return a key and its value as YAML on one line."""
    return f"{key(name, Spot(flow=True))}: {in_brackets(value)}"


def entry(name: str, value: Data, column: int, layout: Layout) -> list[str]:
    """Return a key and its value as lines without line ends; all but the first are indented."""
    head = f"{key(name, Spot(column))}:"
    fitting = short(value, column + len(head) + 1, layout, groups=layout.braces)
    if fitting is not None:
        return [f"{head} {fitting}" if fitting else head]
    if isinstance(value, Mapping):
        return [head, *_entries(value, column + layout.step, layout, first=True)]
    if value is None or isinstance(value, str):
        spot = Spot(column, column + len(head) + 1)
        return f"{head} {scalar(value, spot, layout=layout)}".split("\n")
    lines = [head]
    for one in value:
        lines += _indented(item(one, column + layout.dash, layout), column + layout.dash)
    return lines


def item(value: Data, column: int, layout: Layout, *, braces: bool | None = None) -> list[str]:
    """Return an item of a list as lines without line ends, its dash first; all but the first are indented.

    `braces` says that items which are groups are written in braces where they fit; None leaves that to
    the rest of the file.
    """
    fitting = short(value, column + 2, layout, groups=layout.braces if braces is None else braces)
    if fitting is not None:
        return [f"- {fitting}" if fitting else "-"]
    if isinstance(value, Mapping):
        first, *rest = _entries(value, column + 2, layout, first=False)
        return [f"- {first}", *rest]
    if value is None or isinstance(value, str):
        return f"- {scalar(value, Spot(column, column + 2), layout=layout)}".split("\n")
    lines: list[str] = []
    for one in value:
        lines += _indented(item(one, column + 2, layout), column + 2)
    return [f"- {lines[0].lstrip(' ')}", *lines[1:]]


def value_lines(value: Data, column: int, layout: Layout) -> list[str]:
    """Return the lines of a list or group that stands below a key at a column; every line is indented."""
    if isinstance(value, Mapping):
        return _entries(value, column + layout.step, layout, first=True)
    lines: list[str] = []
    for one in value or ():
        lines += _indented(item(one, column + layout.dash, layout), column + layout.dash)
    return lines


def _entries(value: Mapping[str, Data], column: int, layout: Layout, *, first: bool) -> list[str]:
    """Return the lines of a group; the first is indented when `first` says so."""
    lines: list[str] = []
    for name, one in value.items():
        lines += _indented(entry(name, one, column, layout), column)
    return lines if first else [lines[0].lstrip(" "), *lines[1:]]


def _indented(lines: list[str], column: int) -> list[str]:
    return [" " * column + lines[0], *lines[1:]]


def short(value: Data, used: int, layout: Layout, *, groups: bool) -> str | None:
    """Return a value on one line when it is a single value or short enough; None when it needs lines."""
    if value is None:
        return ""
    if isinstance(value, str):
        plain = next(iter(_one_line(value, Spot(flow=False), "")))
        fits = used + len(plain) <= WIDTH and "\n" not in value
        return scalar(value, Spot(used=used), layout=layout) if fits else None
    if not value:
        return "{}" if isinstance(value, Mapping) else "[]"
    if isinstance(value, Mapping):
        if not groups or not all(_is_leaf(one) or _is_leaves(one) for one in value.values()):
            return None
    elif not all(_is_leaf(one) for one in value):
        return None
    text = in_brackets(value)
    return text if used + len(text) <= WIDTH else None


def _is_leaf(value: Data) -> bool:
    return value is None or isinstance(value, str)


def _is_leaves(value: Data) -> bool:
    return not isinstance(value, Mapping) and value is not None and all(_is_leaf(one) for one in value)


def _candidates(value: str, spot: Spot, like: str, layout: Layout) -> Iterator[str]:
    """Yield the ways to write text here, the most fitting one first."""
    quoted = like[:1] in {"'", '"'}
    if not quoted and _needs_lines(value, spot) and layout.blocks:
        indent = " " * (spot.column + layout.step)
        width = WIDTH - len(indent)
        if "\n" in like and like[:1] not in {"|", ">"} and _may_be_plain(value, spot):
            yield ("\n" + indent).join(_wrapped(value, width, spot.used - len(indent)))
        yield from _block(value, indent)
    yield from _one_line(value, spot, like)


def _needs_lines(value: str, spot: Spot) -> bool:
    return not spot.flow and ("\n" in value or spot.used + len(value) > WIDTH)


def _block(value: str, indent: str) -> Iterator[str]:
    """Yield text as a block of lines, where such a block can hold it."""
    body = value.rstrip("\n")
    ends = len(value) - len(body)
    if not body or ends > 1 or body != body.strip() or _SPECIAL.search(body.replace("\n", "")):
        return
    lines = body.split("\n")
    if any(line != line.rstrip() for line in lines):
        return
    sign = "|" if len(lines) > 1 else ">"
    if sign == ">":
        lines = list(_wrapped(body, WIDTH - len(indent), 0))
    yield "\n".join([sign + ("" if ends else "-"), *(indent + line if line else "" for line in lines)])


def _wrapped(value: str, width: int, used: int) -> Iterator[str]:
    """Yield lines of text, broken only where a single space stands between words."""
    line = ""
    for word in re.split(r"(?<=\S) (?=\S)", value):
        if line and used + len(line) + 1 + len(word) > width:
            yield line
            line, used = word, 0
        else:
            line = f"{line} {word}" if line else word
    yield line


def _one_line(value: str, spot: Spot, like: str) -> Iterator[str]:
    quote = like[:1]
    if quote == "'" and not _SPECIAL.search(value):
        yield _single(value)
    elif quote != '"' and _may_be_plain(value, spot):
        yield value
    yield _double(value)


def _single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _double(value: str) -> str:
    escaped = "".join(_ESCAPES.get(sign, sign) for sign in value)
    return '"' + _SPECIAL.sub(_escaped, escaped) + '"'


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _may_be_plain(value: str, spot: Spot) -> bool:
    if not value or value != value.strip() or _SPECIAL.search(value):
        return False
    if isinstance(value, Bare):
        return True
    if _TAKEN_FOR_MORE.match(value) or value[0] in "-?:,[]{}#&*!|>'\"%@`":
        return False
    if ": " in value or " #" in value or value.endswith(":"):
        return False
    return not (spot.flow and any(sign in value for sign in ",[]{}:"))


def _reads_back(candidate: str, value: str, spot: Spot) -> bool:
    """Whether text written so is read as what it was, in a place like this."""
    if spot.flow:
        root = read(Text("", f"k: [{candidate}]\n")).root
        node = root.value("k") if isinstance(root, MappingNode) else None
        found = node.items if isinstance(node, SequenceNode) else []
    else:
        indent = " " * spot.column
        root = read(Text("", f"{indent}k: {candidate}\n{indent}l: 1\n")).root
        entries = root.entries if isinstance(root, MappingNode) else {}
        found = [entries["k"].value] if list(entries) == ["k", "l"] else []
    only = found[0] if len(found) == 1 else None
    return isinstance(only, ScalarNode) and only.value == value and (not only.is_null or not only.plain)


def _key_reads_back(candidate: str, value: str, spot: Spot) -> bool:
    text = f"{{{candidate}: 1}}\n" if spot.flow else f"{candidate}: 1\nl: 1\n"
    root = read(Text("", text)).root
    return isinstance(root, MappingNode) and next(iter(root.entries), None) == value and len(root.entries) < 3  # noqa: PLR2004
