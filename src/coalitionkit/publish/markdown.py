"""Markdown: how text from a plan stays text.

Only signs that mean something where they stand are escaped, so that a letter reads well as it is. What has
been through here is `Markdown`; everything else is text.
"""

import re

_ALWAYS = re.compile(r"[\\`*\[\]<|~]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")
_CONTROL = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u2066-\u2069\u202a-\u202e"
    r"\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_OPENERS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"} | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)
_BEGINNING = re.compile(r"( *)(#{1,6}(?= |\Z)|>|[-+](?= |\Z)|(?:[-=_] ?)+\Z)")
_NUMBERED = re.compile(r"( *\d{1,9})([.)])(?= |\Z)")
_PLAIN = re.compile(
    r"[^\W\d_][^\\`*\[\]<|~_&\s\x00-\x1f\x7f-\x9f\u2066-\u2069\u202a-\u202e]*"
    r"(?: [^\\`*\[\]<|~_&\s\x00-\x1f\x7f-\x9f\u2066-\u2069\u202a-\u202e]+)*\Z"
)
"""Words between single spaces that begin with a letter and hold no sign that may mean something."""

_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_OPEN_END = re.compile(r"[\w%][\"'\u2019\u201d\u00bb)]*\Z")
_FIRST_WORD = re.compile(r"\w++(?![@-])")


class Markdown(str):
    """Text that is Markdown already and is printed as it is. Any operation on it gives plain text again."""

    __slots__ = ()


def escaped(text: str) -> Markdown:
    """Return text on one line that Markdown shows as it is, wherever in a line it is put."""
    if _PLAIN.match(text):
        return Markdown(text)
    line = " ".join(re.split(r"\s+", _contained(text)))
    line = _ENTITY.sub(r"\\&", _ALWAYS.sub(r"\\\g<0>", line))
    line = _UNDERSCORE.sub(r"\\_", line)
    line = _BEGINNING.sub(r"\1\\\2", line, count=1) if _BEGINNING.match(line) else line
    return Markdown(_NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line)


def paragraphs(text: str) -> Markdown:
    """Return text of several paragraphs that Markdown shows as such, and otherwise as it is."""
    parts = [part.strip() for part in _PARAGRAPHS.split(text.replace("\r\n", "\n").strip())]
    return Markdown("\n\n".join(escaped(part) for part in parts if part))


def sentences(text: str, small: str = "") -> Markdown:
    """Return paragraphs, the last of which ends like a sentence.

    `small` lists words that begin small when they come first: what goes on after a colon.
    """
    whole = text.strip()
    first = _FIRST_WORD.match(whole)
    if first and first[0].istitle() and first[0].casefold() in small.split():
        whole = first[0].casefold() + whole[first.end() :]
    return paragraphs(f"{whole}." if _OPEN_END.search(whole) else whole)


def shown(text: str) -> str:
    """Return text without the signs that nobody sees and that no file of another format may hold."""
    return _FORBIDDEN.sub("", text)


def _contained(text: str) -> str:
    """Drop control signs, and close every change of writing direction that the text leaves open."""
    if not _CONTROL.search(text):
        return text
    kept: list[str] = []
    waiting: list[str] = []
    for sign in text:
        if sign in _OPENERS:
            waiting.append(_OPENERS[sign])
        elif sign in "\u202c\u2069":
            if not waiting or waiting[-1] != sign:
                continue
            waiting.pop()
        elif _CONTROL.match(sign):
            continue
        kept.append(sign)
    return "".join((*kept, *reversed(waiting)))
