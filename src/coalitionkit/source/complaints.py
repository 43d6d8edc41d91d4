"""What is wrong with a text that is not YAML, in words for people who did not know that it was YAML.

The parser says at which character it gave up and why, in its own terms. Here that becomes one sentence
about what was probably written and what to write instead.
"""

import re
from typing import NamedTuple

from coalitionkit.source.text import Text

_SAME_SPACES = "give it the same number of spaces as its neighbors"
_ODD_SPACE = re.compile(r" *[\u00a0\u2000-\u200b\u202f\u3000]+")
_LONG_DASH = re.compile(r" *([\u2013\u2014\u2212])")
_HARD_SPACES = "this line begins with hard spaces, copied from another program; type ordinary spaces instead"
_NO_LONG_DASH = "this line begins with a long dash; type an ordinary '-' instead"
_DOTS = re.compile(r"^\.\.\.", re.MULTILINE)
_INDENTATION = re.compile(r"[ \t]*")
_NO_COLON = re.compile(r" *(?P<key>[a-z_]+)(?: [^:#]*)?\Z")
_TIGHT = re.compile(r" *(?:- +)?(?P<key>[A-Za-z_]\w*):(?=[^\s/])(?!.*: )")


class Complaint(NamedTuple):
    """Why a text cannot be read: `problem` names the kind; the offsets say where."""

    problem: str
    message: str
    start: int
    end: int


_QUOTE_THEM = {
    "@": "a value cannot begin with '@'; put it in quotes",
    "`": "a value cannot begin with a backtick; put it in quotes",
    "%": "a value cannot begin with '%'; put it in quotes",
}

_BY_PROBLEM = {
    "found unexpected end of stream": (
        "syntax",
        "this quoted text never ends; close it with the quote that it began with",
    ),
    "did not find expected ',' or ']'": ("syntax", "this list is never closed; end it with ']'"),
    "did not find expected ',' or '}'": ("syntax", "this group is never closed; end it with '}'"),
    "did not find expected ','": (
        "syntax",
        "a comma is missing before this; put one between the items, or put text that goes on in quotes",
    ),
    "found unknown escape character": (
        "syntax",
        "a backslash within double quotes needs a second one; write \\\\ or use single quotes",
    ),
    "did not find expected node content": (
        "syntax",
        "a value is missing here, or a list or group is never closed; write it, or end it with ']' or '}'",
    ),
    "did not find expected '-' indicator": (
        "indentation",
        "this line does not line up with the list above it; indent it as its item, or begin it with '- '",
    ),
    "could not find expected ':'": (
        "syntax",
        "this line has no ':' after its key; write 'key: value', with a space after the colon",
    ),
    "did not find expected alphabetic or numeric character": (
        "syntax",
        "a value cannot begin with '*' or '&'; put it in quotes",
    ),
    "block sequence entries are not allowed in this context": (
        "syntax",
        "a list cannot begin on the line of its key; put each '- ' on a line of its own below it",
    ),
    "did not find expected <document start>": (
        "documents",
        "a plan is one document; remove the line '...' and keep what follows it in the same document",
    ),
}
"""Problem and sentence by the parser's own words, which libyaml has kept for many years."""

_AT_THE_OPENING = frozenset(
    {
        "found unexpected end of stream",
        "did not find expected ',' or ']'",
        "did not find expected ',' or '}'",
        "could not find expected ':'",
        "did not find expected alphabetic or numeric character",
    }
)
"""Problems that are better shown where the thing was begun than where the parser gave up."""


def complaint(text: Text, problem: str, offset: int, opening: int | None) -> Complaint:
    """Explain why the parser gave up at `offset`, within what began at `opening`."""
    if (tab := _indenting_tab(text, offset)) is not None:
        return Complaint(
            "tab",
            "a tab stands in the indentation, where YAML takes only spaces; use two spaces instead",
            tab,
            tab + 1,
        )
    if (odd := _odd_beginning(text, offset)) is not None:
        return odd
    if problem.startswith("did not find expected ','") and _is_closed(text, opening, offset, problem[-2]):
        problem = "did not find expected ','"
    elif problem == "did not find expected <document start>" and not _DOTS.search(text.content, 0, offset):
        problem = "did not find expected key"
    if opening is not None and problem in _AT_THE_OPENING:
        offset = opening
    if problem in _BY_PROBLEM:
        kind, message = _BY_PROBLEM[problem]
    elif problem == "found character that cannot start any token":
        sign = text.content[offset : offset + 1]
        kind, message = "syntax", _QUOTE_THEM.get(sign, f"a value cannot begin with '{sign}'")
    elif problem == "mapping values are not allowed in this context":
        kind, message, offset = _stray_colon(text, offset)
    elif problem == "did not find expected key":
        kind, message = _no_key(text, offset)
    else:
        kind, message = "syntax", f"this is not valid YAML: {problem}"
    return Complaint(kind, message, offset, _end_of_line(text, offset))


def _odd_beginning(text: Text, offset: int) -> Complaint | None:
    """Tell what word processors put at the beginning of a line: hard spaces and long dashes."""
    number = text.position(offset).line
    for line in (number, number - 1):
        start = text.line_offset(line)
        odd = _ODD_SPACE.match(text.line(line))
        if odd is not None:
            return Complaint("indentation", _HARD_SPACES, start, start + odd.end())
        dash = _LONG_DASH.match(text.line(line))
        if dash is not None:
            return Complaint("syntax", _NO_LONG_DASH, start + dash.start(1), start + dash.end(1))
    return None


def _is_closed(text: Text, opening: int | None, offset: int, bracket: str) -> bool:
    """Whether what opens on the line of a character closes on it too, at the character or after it."""
    on_one_line = opening is not None and text.line_start(opening) == text.line_start(offset)
    return on_one_line and bracket in text.content[offset : _end_of_line(text, offset)]


def _indenting_tab(text: Text, offset: int) -> int | None:
    """Return the offset of a tab in the indentation of the line of a character."""
    start = text.line_start(offset)
    indentation = _INDENTATION.match(text.content, start)
    tab = text.content.find("\t", start, indentation.end() if indentation else start)
    return tab if tab >= 0 else None


def _stray_colon(text: Text, offset: int) -> tuple[str, str, int]:
    """Tell a second colon in a value from a key without a space above, and from a line indented too far."""
    start = text.line_start(offset)
    before = text.content[start:offset]
    if re.search(r":\s", before):
        return "syntax", "a second ': ' stands in this value; put the whole value in quotes", offset
    above = text.line_start(start - 1) if start else 0
    if start and (bare := _NO_COLON.match(text.line(text.position(above).line))) is not None:
        message = f"this line has no ':' after '{bare['key']}'; write '{bare['key']}: …'"
        return "syntax", message, above + bare.start("key")
    if (tight := _TIGHT.match(text.content, above)) is not None:
        key = tight["key"]
        return "syntax", f"a space is missing after '{key}:'; write '{key}: …'", tight.start("key")
    first = start + len(before) - len(before.lstrip(" "))
    return "indentation", f"this key does not line up with the lines above it; {_SAME_SPACES}", first


def _no_key(text: Text, offset: int) -> tuple[str, str]:
    """Tell text after a closed value from a line that is indented too little or too much."""
    if text.content[text.line_start(offset) : offset].strip():
        return (
            "syntax",
            "nothing may follow a value that has ended; put the whole value in one pair of quotes",
        )
    return "indentation", f"this line does not line up with the keys above it; {_SAME_SPACES}"


def _end_of_line(text: Text, offset: int) -> int:
    line = text.position(offset).line
    stop = text.line_start(offset) + len(text.line(line).rstrip())
    return max(stop, offset)
