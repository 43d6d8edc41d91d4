"""Words about things: counts, lists, quotes and near misses, in plain English.

Nothing here knows what a coalition is.
"""

import re
from collections.abc import Iterable, Sequence

_LONGEST_MISTYPED = 80
_SHORTEST_BEGINNING = 4
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return `1 finding`, `2 findings`, `no findings`."""
    if count == 1:
        return f"1 {noun}"
    return f"{count or 'no'} {plural or noun + 's'}"


def listed(words: Iterable[str], conjunction: str = "and") -> str:
    """Return `a`, `a and b` or `a, b and c`."""
    *head, last = [*words] or [""]
    return f"{', '.join(head)} {conjunction} {last}" if head else last


def all_of(count: int) -> str:
    """Return `both` or, of more, `all 3`."""
    return "both" if count == 2 else f"all {count}"  # noqa: PLR2004 - a pair


def first_few(words: Sequence[str], most: int = 5, conjunction: str = "and") -> str:
    """Return a list that stays short: `a and b`, or `a, b, c, d, e and 12 more`."""
    left = len(words) - most
    return listed([*words[:most], f"{left} more"] if left > 0 else words, conjunction)


def some(ids: Iterable[str], conjunction: str = "and", *, most: int = 5) -> str:
    """Return `'a'`, `'a' and 'b'`, or the first `most` ids and how many more there are."""
    return first_few([f"'{key}'" for key in ids], most, conjunction)


def shortened(text: str, width: int = 60) -> str:
    """Return the text on one line, cut with an ellipsis to at most `width` characters."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def quoted(text: str) -> str:
    """Return the text in single quotes, on one line and no longer than a glance."""
    return f"'{shortened(text)}'"


def safe(text: str) -> str:
    """Return text without signs that would steer what shows it, each replaced by one that shows.

    These are control signs but tabs and line feeds, and signs that turn the direction of writing.
    """
    return _UNSAFE.sub("\ufffd", text)


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that `word` was most likely meant to be, or None when nothing is close.

    Ratcliff-Obershelp similarity of at least 0.7, else a choice that begins with it; hyphens, underscores,
    spaces and case do not count as differences, and ties go by the order given.
    """
    # difflib costs three milliseconds of start-up and is needed only when something is wrong.
    from difflib import SequenceMatcher, get_close_matches

    plain: dict[str, str] = {}
    for choice in choices:
        plain.setdefault(_folded(choice), choice)
    folded = _folded(word)
    if folded in plain:
        return plain[folded]
    # Similarity is quadratic in length, and nobody mistypes a slug into a paragraph.
    if len(folded) > _LONGEST_MISTYPED:
        return None
    close = get_close_matches(folded, plain, n=3, cutoff=0.7)
    if close:
        order = list(plain)
        best = max(close, key=lambda name: (SequenceMatcher(None, name, folded).ratio(), -order.index(name)))
        return plain[best]
    begun = len(folded) >= _SHORTEST_BEGINNING
    return next((plain[name] for name in plain if begun and name.startswith(folded)), None)


def only_near(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that `word` was meant to be if no other one is close, else None."""
    from difflib import get_close_matches

    plain: dict[str, list[str]] = {}
    for choice in dict.fromkeys(choices):
        plain.setdefault(_folded(choice), []).append(choice)
    folded = _folded(word)
    if folded not in plain and len(folded) > _LONGEST_MISTYPED:
        return None
    close = [folded] if folded in plain else get_close_matches(folded, plain, n=2, cutoff=0.7)
    if not close and len(folded) >= _SHORTEST_BEGINNING:
        close = [name for name in plain if name.startswith(folded)]
    meant = plain[close[0]] if len(close) == 1 else []
    return meant[0] if len(meant) == 1 else None


def is_same(word: str, other: str) -> bool:
    """Whether two words differ in nothing but hyphens, underscores, spaces and case."""
    return _folded(word) == _folded(other)


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return `; did you mean 'mayor'?`, or nothing when nothing is close."""
    match = nearest(word, choices)
    return f"; did you mean '{match}'?" if match else ""


def a(noun: str) -> str:
    """Return the noun with its article: `a member`, `an asset`."""
    return f"an {noun}" if noun[:1] in "aeio" else f"a {noun}"


def one_of(choices: Sequence[str], most: int = 8) -> str:
    """Return the choices for a person to pick from, cut after `most`."""
    if len(choices) <= most:
        return listed(choices, "or")
    return f"{', '.join(choices[:most])} … ({len(choices)} in all)"


def _folded(text: str) -> str:
    return text.casefold().replace("_", "").replace("-", "").replace(" ", "")
