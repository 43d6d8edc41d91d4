"""Comments that ask to leave findings out: what they name, what they cover, and what is wrong with them.

    budget: 0   # coalition: ignore[funding-zero] in kind until the grant lands
    # coalition: ignore[CK231, missing-deputy] until=2027-03-31 awaiting the council's vote
    # coalition: ignore-file[metric-baseline] imported plan

A comment at the end of a line covers what is found from that line on, one on a line of its own the next item
or entry as a whole, `ignore-file` the file. A `# coalition:` that looks like none of these is a comment like
any other: people switch off sections of that name by putting the sign before them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coalitionkit.edits import Fix, Reword, Safety
from coalitionkit.loading import spellings
from coalitionkit.periods import PartialDate, partial_date
from coalitionkit.places import Place, Position
from coalitionkit.prose import nearest, quoted
from coalitionkit.rules.families.linter import MARKS
from coalitionkit.source.comments import Comment, comments, following
from coalitionkit.source.text import Text
from coalitionkit.source.tree import Node

EXAMPLE = "ignore[metric-baseline] and the reason"

_VERBS = ("ignore", "ignore-file")
_SHAPE = re.compile(r"#[ ]?coalition:[ \t]*([\w-]*)[ \t]*(\[([^\]]*)(\]?))?")
_UNTIL = re.compile(r"(?<!\S)until=(\S*)")
_LOOSE_UNTIL = re.compile(r"(?<!\S)until[ \t]*[:=]?[ \t]*\d{4}\S*")
_NAME = re.compile(r"[^\s,]+")
_WORD = re.compile(r"[^\W_]")


class Named(NamedTuple):
    """A rule as a marker names it, and where."""

    name: str
    place: Place


class Wrong(NamedTuple):
    """Something in a marker that cannot be read, told as one sentence, and what mends it."""

    message: str
    place: Place
    fix: Fix | None = None


class Marker(NamedTuple):
    """A comment that leaves out findings of the rules that it names.

    `covers` are the first and last position of what it covers, None when nothing follows it. `until` is the
    last day on which it counts, at `until_place`; without it, it counts for good. `content` is all of it.
    """

    place: Place
    content: str
    named: tuple[Named, ...]
    covers: tuple[Position, Position] | None
    reason: str
    until: PartialDate | None
    until_place: Place

    def naming(self, named: Named, instead: str = "") -> Reword:
        """Return what names another rule in place of one, or leaves it out, and itself when none is left."""
        if not instead and len(self.named) == 1:
            return Reword(self.place, "")
        start = self.content.index("[") + 1
        names = [instead if one is named else one.name for one in self.named]
        within = ", ".join(name for name in names if name)
        return Reword(self.place, self.content[:start] + within + self.content[self.content.index("]") :])


def markers(text: Text, root: Node) -> Iterator[Marker | Wrong]:
    """Return the markers of a file, in order; what looks like one and cannot be read says what is wrong."""
    for comment in comments(text, root, MARKS):
        marker = _marker(comment, root)
        if marker is not None:
            yield marker


def _marker(comment: Comment, root: Node) -> Marker | Wrong | None:
    content = comment.content
    shape = _SHAPE.match(content)
    if shape is None:
        return None
    verb, bracket, names, close = shape.groups()
    if verb not in _VERBS:
        return _misspelled(comment, shape)
    if not bracket or not _NAME.search(names):
        message = (
            f"'{verb}' alone leaves nothing out; name the rules in brackets, as in {verb}[metric-baseline]"
        )
        return _wrong(comment, message, *shape.span(1))
    if not close:
        message = f"the bracket after '{verb}' is never closed; end the names of the rules with ']'"
        return _wrong(comment, message, *shape.span(2))
    return _read(comment, root, shape)


def _misspelled(comment: Comment, shape: re.Match[str]) -> Wrong | None:
    """Tell a word that was meant to be one of ours; what merely happens to begin like a marker is silent."""
    verb, bracket = shape[1], shape[2]
    meant = nearest(verb, _VERBS) if verb else None
    if meant is not None:
        return _wrong(
            comment,
            f"{quoted(verb)} leaves nothing out; did you mean '{meant}'?",
            *shape.span(1),
            instead=meant,
        )
    if verb and bracket and shape.start(2) == shape.end(1):
        message = (
            f"{quoted(verb)} leaves nothing out; write {EXAMPLE}, or ignore-file[...] for the whole file"
        )
        return _wrong(comment, message, *shape.span(1))
    return None


def _read(comment: Comment, root: Node, shape: re.Match[str]) -> Marker | Wrong:
    content = comment.content
    named = tuple(
        Named(match[0], _place(comment, *match.span()))
        for match in _NAME.finditer(content, shape.start(3), shape.end(3))
    )
    rest, until, until_at = content[shape.end() :], None, shape.span()
    stated = _UNTIL.search(content, shape.end())
    if stated is not None:
        try:
            until = partial_date(stated[1].rstrip(",;."))
        except ValueError as error:
            day = next((form for form in spellings.dates(stated[1]) if _is_date(form)), "")
            return _wrong(comment, f"until: {error}", *stated.span(), instead=day and f"until={day}")
        rest = content[shape.end() : stated.start()] + content[stated.end() :]
        until_at = stated.span()
    elif (loose := _LOOSE_UNTIL.search(content, shape.end())) is not None:
        message = "write the last day as until=2027-03-31, without a blank"
        day = loose[0].removeprefix("until").strip(" \t:=")
        return _wrong(comment, message, *loose.span(), instead=f"until={day}" if _is_date(day) else "")
    return Marker(
        place=_place(comment, 0, len(content.rstrip())),
        content=content.rstrip(),
        named=named,
        covers=_covered(comment, root, whole=shape[1] == "ignore-file"),
        reason=" ".join(rest.split()) if _WORD.search(rest) else "",
        until=until,
        until_place=_place(comment, *until_at),
    )


def _covered(comment: Comment, root: Node, *, whole: bool) -> tuple[Position, Position] | None:
    text = comment.text
    if whole:
        return text.position(0), text.position(len(text.content))
    if not comment.alone:
        return text.position(text.line_start(comment.start)), text.position(comment.end)
    unit = following(comment, root)
    return None if unit is None else (text.position(unit.start), text.position(unit.end))


def _wrong(comment: Comment, message: str, start: int, end: int, *, instead: str = "") -> Wrong:
    """Tell what cannot be read. What is written `instead` begins to hide findings, so someone should look."""
    content = comment.content.rstrip()
    fix = None
    if instead:
        reworded = Reword(_place(comment, 0, len(content)), content[:start] + instead + content[end:])
        fix = Fix(f"write '{instead}'", (reworded,), Safety.UNSAFE)
    return Wrong(message, _place(comment, start, end), fix)


def _is_date(text: str) -> bool:
    try:
        partial_date(text)
    except ValueError:
        return False
    return True


def _place(comment: Comment, start: int, end: int) -> Place:
    return comment.text.place(comment.start + start, comment.start + end)
