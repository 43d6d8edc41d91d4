"""The list of invitations in sentences: what it does, what is proven of it, and what stands in its way."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from coalitionkit.analysis.choosing.conflicts import BARRED, SHARE, SIZE, WANTED, Conflict, Term
from coalitionkit.analysis.choosing.essentials import Essential
from coalitionkit.analysis.choosing.frontier import Point
from coalitionkit.analysis.choosing.question import ShareLimit
from coalitionkit.analysis.choosing.replacement import Replacement
from coalitionkit.analysis.listing import EFFORT, Invitation, Listing
from coalitionkit.analysis.needs import named
from coalitionkit.model.vocabulary.sectors import SECTORS
from coalitionkit.prose import counted, first_few, listed

_MOST_NAMED = 3
_MOST_CHOICE = 4

OBJECTIVES: Mapping[str, str] = {
    "shortfall": "least missing of the must-haves",
    "cost": "fewest invitations",
    "nice": "most of what is good to have",
    "fit": "most fit",
    "order": "first in the order of ids",
}
"""The objectives in their strict order, by the names of the proofs."""

TERMS = (
    (
        "The list is chosen by what comes first: what is missing of the must-haves, then how many "
        "invitations (or how much effort) it takes, then what is good to have, then fit, then the ids. "
        "Nothing that comes later is weighed against what comes before."
    ),
    (
        "proven: no list can do better on this, and on all before it. best found: the search ended before it "
        "could rule a better one out; a larger --nodes, or the solver, may."
    ),
    "if they decline: what the best list without them would take more.",
    "good to have: a need with 'must: false'. It makes no list longer.",
)
"""What the words of the list mean."""


def objectives(listing: Listing) -> Iterator[tuple[str, str, bool]]:
    """Give each objective, what the list comes to on it, and whether this is proven."""
    selection = listing.selection
    found = selection.found
    values = {
        "shortfall": f"{sum(selection.missing.values())} missing",
        "cost": counted(selection.size, "invitation"),
        "nice": f"{_nice_missing(listing)} missing",
        "fit": "",
        "order": "",
    }
    if listing.wish.least == EFFORT:
        values["cost"] = f"effort {found.cost // selection.question.unit}, {values['cost']}"
    for key, proven in selection.proofs._asdict().items():
        label = OBJECTIVES[key]
        if key == "cost" and listing.wish.least == EFFORT:
            label = "least effort, then fewest invitations"
        yield label, values[key], proven


def _nice_missing(listing: Listing) -> int:
    needs = [need for need in listing.question.needs if not need.must]
    chosen = listing.selection.chosen
    return sum(max(0, need.required - need.units.distinct(need.known & chosen)) for need in needs)


def title(listing: Listing) -> str:
    """Return what the list is called, with what is proven of its length."""
    selection = listing.selection
    count = counted(selection.size, "invitation")
    if listing.wish.least == EFFORT:
        name, count = "The list of least effort", f"effort {listing.effort}, {count}"
    elif selection.capped:
        name = "The best list within your limits"
    else:
        name = "The shortest list"
    return f"{name}: {count} ({proof(listing)})"


def proof(listing: Listing) -> str:
    """Say in few words what is proven of the list."""
    selection = listing.selection
    if not selection.keeps_shares:
        return "without your rules about shares"
    if selection.is_proven:
        return "proven"
    if listing.was_stopped:
        return "stopped: the best found so far"
    if selection.size_proven:
        return "effort proven" if listing.wish.least == EFFORT else "length proven"
    return "the best found"


def adds(listing: Listing, invitation: Invitation) -> str:
    """Say what an invitation is for."""
    if not invitation.adds:
        return {"decided": "put on the list by you", "share": "keeps your rules about shares"}.get(
            invitation.reason, ""
        )
    labels = [named(listing.question.needs.by_id[key]) for key in invitation.adds]
    return first_few(labels, _MOST_NAMED)


def declining(listing: Listing, invitation: Invitation) -> str:
    """Say what happens if somebody declines."""
    replacement = invitation.replacement
    if invitation.swaps:
        names = [listing.names[key] for key in invitation.swaps]
        more = f"; {_more(listing, replacement)}" if replacement.cost else ""
        return f"{first_few(names, _MOST_NAMED, 'or')} could take their place{more}"
    if replacement.cost is None:
        return "nobody can make up for them" if replacement.proven else "nobody was found to make up for them"
    if not replacement.cost:
        return "another list does as well"
    return _more(listing, replacement)


def _more(listing: Listing, replacement: Replacement) -> str:
    most = "" if replacement.proven else "at most "
    if listing.wish.least == EFFORT:
        return f"it takes {most}{replacement.cost} more effort"
    return f"it takes {most}{counted(replacement.cost or 0, 'more invitation')}"


def missing(listing: Listing) -> str:
    """Say which must-haves the list lacks; nothing when it lacks none."""
    needs = listing.question.needs.by_id
    lacks = [f"{named(needs[key])} ({count} more needed)" for key, count in listing.selection.missing.items()]
    return f"Missing: {listed(lacks)}." if lacks else ""


def unknown_effort(listing: Listing) -> str:
    """Say how effort that is not known was counted; nothing when it is all known, or does not count."""
    unknown = listing.efforts.unknown & listing.question.available
    if listing.wish.least != EFFORT or not unknown:
        return ""
    here = (unknown & listing.invited).bit_count()
    some = listing.efforts.known
    counts = f"{listing.efforts.assumed}, the middle of what is known" if some else "1, as none is known"
    partners = counted(unknown.bit_count(), "partner")
    return f"The effort is not known for {partners}, {here} of them on the list: each counts {counts}."


def percent(share: Fraction) -> str:
    """Return a share as it is kept: as percent where that is whole, else as a fraction."""
    whole = share * 100
    return f"{whole}%" if whole.denominator == 1 else str(share)


def rule(listing: Listing, limit: ShareLimit) -> str:
    """Say a rule about shares."""
    sectors = listing.plan.inventory.list_rules.shares[limit.rule].sectors
    side = "at least" if limit.at_least else "at most"
    return (
        f"{side} {percent(limit.share)} from {listed(_in_text(sector) for sector in sectors) or 'no sector'}"
    )


def _in_text(sector: str) -> str:
    return SECTORS.label(sector).lower()


def rules(listing: Listing) -> Iterator[tuple[str, int, int]]:
    """Give each rule about shares, and how many of how many on the list it comes to, members included."""
    chosen = listing.selection.chosen
    for limit in listing.question.choices.shares:
        yield rule(listing, limit), (chosen & limit.partners).bit_count(), chosen.bit_count()


def conflict(listing: Listing, found: Conflict) -> str:
    """Say which limits and decisions cannot go together."""
    terms = [_term(listing, term) for term in found.terms]
    seats = ", with those who have a seat now," if listing.question.choices.seated else ""
    lists = "no list at all" if found.allows_none else "no list that meets all that somebody could meet"
    if not found.is_proven:
        lists = lists.replace("no list", "no list that was found", 1)
    verb = "allows" if len(terms) == 1 else "together allow"
    drop = "Change it" if len(terms) == 1 else "Change one of them"
    return f"{listed(terms)}{seats} {verb} {lists}. {drop}."


def _term(listing: Listing, term: Term) -> str:
    choices, partners = listing.question.choices, listing.plan.partners
    if term.kind == SHARE:
        return f"the rule '{rule(listing, choices.shares[term.place])}'"
    if term.kind == SIZE:
        return f"the limit of {counted(choices.max_size or 0, 'invitation')}"
    name = partners[term.place].name
    return {WANTED: f"the decision to invite {name}", BARRED: f"the decision not to invite {name}"}[term.kind]


def essential(listing: Listing, group: Essential) -> str:
    """Say whom every list that meets all that can be met must hold."""
    names = [listing.names[key] for key in group.partners]
    need = named(listing.question.needs.by_id[group.need])
    if len(names) == group.at_least:
        return f"You need {listed(names)}, for {need}."
    count = "one" if group.at_least == 1 else str(group.at_least)
    return f"You need at least {count} of {first_few(names, 2 * _MOST_NAMED)}, for {need}."


def narrow(listing: Listing) -> tuple[Essential, ...]:
    """Return the essential groups that leave little choice."""
    return tuple(
        group
        for group in listing.essentials
        if len(group.partners) == group.at_least or len(group.partners) <= _MOST_CHOICE
    )


def point(listing: Listing, found: Point) -> str:
    """Say how far a list of so many invitations gets."""
    needs = len(found.selection.question.needs.musts)
    if listing.selection.keeps_shares and not found.selection.keeps_shares:
        return "no list of this length keeps your rules about shares"
    proven = "" if found.selection.proofs.shortfall else " (the best found)"
    return f"meets {found.met} of {counted(needs, 'must-have')}{proven}"


def tied(listing: Listing) -> Iterator[str]:
    """Say how many lists are as good, and who is on all, on some and on none of them."""
    ties = listing.ties
    if ties is None:
        yield "Whether other lists are as good cannot be told while this one is not proven."
        return
    seated = listing.question.choices.seated
    many = len(ties.lists)
    if many == 1 and ties.are_all:
        yield "No other list misses as little and takes as little."
        return
    number = (
        str(many)
        if ties.are_all
        else f"more than {many}"
        if many == listing.wish.tied
        else f"at least {many}"
    )
    yield f"Lists that miss as little and take as little: {number}."
    every, some = listing.named(ties.every & ~seated), listing.named(ties.some)
    yield f"On every one: {listed(every) if every else 'nobody'}."
    yield f"On some: {listed(some) if some else 'nobody'}."
    if ties.unsure:
        yield f"Not known in time: {listed(listing.named(ties.unsure))}."
    none = ties.none & ~seated
    yield f"On none: {counted(none.bit_count(), 'partner')}."
