"""Signs that stand in for those which the parser takes amiss, and signs that no plan may hold.

YAML 1.2 allows `{url: https://example.org/?a=1}`, `[09:30]` and `[Who speaks?]`; libyaml does not. Other
signs stand in for colons and question marks within words while it reads, so that every offset stays.
"""

import re
from typing import NamedTuple

_STAND_INS = tuple(map(chr, range(0xE000, 0xE010)))

# The sign stands first, so that the search leaps from one to the next.
_INNER_COLON = re.compile(r":(?<=\w:)(?=[^\s,\[\]{}])")
_INNER_QUESTION = re.compile(r"\?(?<=[^\s,\[\]{}]\?)")
_UNPRINTABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"


class Masked(NamedTuple):
    """A text for the parser, and the signs in it for colons and question marks; "" where it has none."""

    content: str
    colon: str = ""
    question: str = ""


def masked(content: str) -> Masked:
    """Return a text of the same length with stand-ins, as it is where it uses those signs itself."""
    # What stands in quotes may also hold a sign by its number: "\\ue000", "\\U0000E000".
    numbers = content.casefold() if "\\u" in content or "\\U" in content else ""
    free = (sign for sign in _STAND_INS if sign not in content and f"{ord(sign):x}" not in numbers)
    colon, question = next(free, ""), next(free, "")
    if not question:
        return Masked(content)
    return Masked(_INNER_QUESTION.sub(question, _INNER_COLON.sub(colon, content)), colon, question)


def unprintable(content: str) -> re.Match[str] | None:
    """Return the first character that YAML forbids."""
    # Whatever Python calls printable YAML allows. The exact pattern takes four milliseconds to compile, and
    # only a text with rare signs needs it.
    if content.replace("\n", "").replace("\r", "").replace("\t", "").isprintable():
        return None
    return re.search(_UNPRINTABLE, content)
