"""The list of invitations for people."""

from collections.abc import Iterable, Iterator

from coalitionkit.analysis.listing import EFFORT, Invitation, Listing
from coalitionkit.cli.console import Line, Piece, wrapped
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.publish import listing as words

_INDENT = "      "


def listing_lines(listing: Listing, *, explain: bool, width: int) -> Iterator[Line]:
    """Show the list of invitations, and what was asked about it."""
    yield from _told([words.title(listing)], width, "place")
    for number, invitation in enumerate(listing.invitations, 1):
        yield from _invitation(listing, invitation, number, width)
    seated = len(listing.selection.seated)
    yield from _told(
        [f"With a seat already: {seated} of {len(listing.plan.partners)} partners."], width, "faint", 2
    )
    yield from _told(filter(None, [words.missing(listing)]), width, "error", 2)
    yield from _told(filter(None, [words.unknown_effort(listing)]), width, "faint", 2)
    yield from _limits(listing, width)
    essential = [words.essential(listing, group) for group in words.narrow(listing)]
    yield from _section("Whom no list can do without", essential, width)
    if listing.wish.frontier:
        points = [f"{one.size:>3}  {words.point(listing, one)}" for one in listing.frontier]
        yield from _section("How far fewer invitations get", points, width)
    if listing.wish.tied:
        yield from _section("Other lists that do as well", words.tied(listing), width)
        if listing.ties is not None and explain:
            yield from _told(_tied_lists(listing), width, "faint", 2)
    if explain:
        yield from _section("What is proven", _objectives(listing), width)
        yield from _section("Words", words.TERMS, width, "faint")


def _invitation(listing: Listing, invitation: Invitation, number: int, width: int) -> Iterator[Line]:
    partner = invitation.partner
    sector = SECTORS.label(partner.sector).lower() if partner.sector else "no sector recorded"
    effort = ""
    if listing.wish.least == EFFORT:
        effort = (
            f", effort {listing.efforts.assumed}?"
            if invitation.effort is None
            else f", effort {invitation.effort}"
        )
    head = wrapped(f"{partner.name} ({sector}{effort})", width - len(_INDENT))
    for place, line in enumerate(head):
        yield (Piece(_INDENT if place else f"  {number:2}  "), Piece(line, "info"))
    for text, style in (
        (words.adds(listing, invitation), ""),
        (f"If they decline: {words.declining(listing, invitation)}.", "faint"),
    ):
        yield from ((Piece(_INDENT), Piece(line, style)) for line in wrapped(text, width - len(_INDENT)))


def _limits(listing: Listing, width: int) -> Iterator[Line]:
    """Show the rules about shares and what the list comes to, and what cannot go together."""
    kept = listing.selection.keeps_shares
    rules = [f"{rule}: {count} of {whole}" for rule, count, whole in words.rules(listing)]
    yield from _section("Your rules about shares, members included", rules, width, "" if kept else "warning")
    if not kept:
        sure = (
            "No list keeps them all"
            if listing.selection.none_keeps_them
            else "No list was found that keeps them"
        )
        yield from _told([f"{sure}, so this one was made without them."], width, "warning", 2)
    conflicts = [words.conflict(listing, one) for one in listing.conflicts]
    yield from _section("What cannot go together", conflicts, width, "warning")


def _objectives(listing: Listing) -> Iterator[str]:
    for label, value, proven in words.objectives(listing):
        said = "proven" if proven else "best found"
        yield f"{label}: {f'{value}, ' if value else ''}{said}"


def _tied_lists(listing: Listing) -> Iterator[str]:
    seated = listing.question.choices.seated
    if listing.ties is not None:
        for number, one in enumerate(listing.ties.lists, 1):
            yield f"{number}. {', '.join(listing.named(one & ~seated))}"


def _section(heading: str, texts: Iterable[str], width: int, style: str = "") -> Iterator[Line]:
    """Show texts below a heading; nothing when there are none."""
    whole = list(texts)
    if whole:
        yield ()
        yield from _told([heading], width, "place")
        yield from _told(whole, width, style, 2)


def _told(texts: Iterable[str], width: int, style: str = "", indent: int = 0) -> Iterator[Line]:
    for text in texts:
        for line in wrapped(text[:1].upper() + text[1:], width - indent):
            yield (Piece(" " * indent), Piece(line, style))
