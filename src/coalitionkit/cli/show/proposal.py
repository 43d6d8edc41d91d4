"""What an import would change, for people: by whom it is about, then what, from what to what."""

from collections.abc import Iterator
from itertools import groupby

from coalitionkit.cli.console import Line, Piece, cells, cut, filled, flowed, wrapped
from coalitionkit.exchange.workbook.proposal import Change, Proposal
from coalitionkit.prose import counted, shortened

_LONGEST_NAME = 44
_LONGEST_VALUE = 240
_MOST_LISTED = 12


def proposal_lines(proposal: Proposal, width: int) -> Iterator[Line]:
    """Show every change of a proposal, what was matched by name, and what is left as it is."""
    if proposal.columns:
        yield (Piece("Columns, as they are understood:", "place"),)
        for heading, key in proposal.columns.items():
            yield (Piece(f"  {heading} "), Piece("is ", "faint"), Piece("left out" if key == "-" else key))
        yield ()
    if proposal.changes:
        yield (Piece(f"{counted(len(proposal.changes), 'change')}:", "place"),)
    room = min(max((cells(one.what) for one in proposal.changes), default=0), _LONGEST_NAME, width // 3)
    known = {who: index for index, who in reversed(list(enumerate(one.who for one in proposal.changes)))}
    for who, changes in groupby(
        sorted(proposal.changes, key=lambda one: known[one.who]), lambda one: one.who
    ):
        yield (Piece(f"  {who}", "info"),)
        for change in changes:
            yield from _change(change, room, width)
    if any(change.meanwhile for change in proposal.changes):
        text = "! The plan has changed since the worksheet was written: look twice."
        yield (Piece(text, "warning"),)
    if proposal.changes:
        yield from _told("Matched by name, because the row has no id", proposal.matched, "", width)
    yield from _told(
        "Emptied in the file, but kept in the plan", proposal.emptied, "--blank empties them", width
    )
    yield from _told(
        "Gone from the file, but kept in the plan", proposal.missing, "--remove takes them out", width
    )
    yield from _told("To look at", proposal.notes, "", width)
    if proposal.changes:
        yield ()


def problem_lines(proposal: Proposal) -> Iterator[Line]:
    """Show the problems of a proposal, one on a line."""
    for problem in proposal.problems:
        yield (Piece("problem ", "error"), Piece(problem))


def _change(change: Change, room: int, width: int) -> Iterator[Line]:
    what = f"    {'! ' if change.meanwhile else ''}{cut(' '.join(change.what.split()), room)}"
    lead = filled(what, room + 8)
    if change.private:
        how = "emptied" if not change.after else "changed" if change.before else "filled in"
        yield (Piece(lead), Piece(f"{how} (private, not shown)", "faint"))
        return
    after = shortened(change.after, _LONGEST_VALUE)
    pieces = [Piece(after, "good") if after else Piece("(empty)", "error")]
    if change.before:
        pieces = [Piece(shortened(change.before, _LONGEST_VALUE), "faint"), Piece("→"), *pieces]
    yield from flowed(pieces, width, " " * cells(lead), lead)


def _told(title: str, texts: list[str], how: str, width: int) -> Iterator[Line]:
    if not texts:
        return
    yield ()
    yield (Piece(f"{title}:" if not how else f"{title} ({how}):", "warning"),)
    for text in texts[:_MOST_LISTED]:
        for index, line in enumerate(wrapped(text, width - 4)):
            yield (Piece(f"  {line}" if not index else f"    {line}"),)
    if len(texts) > _MOST_LISTED:
        yield (Piece(f"  and {len(texts) - _MOST_LISTED} more"),)
