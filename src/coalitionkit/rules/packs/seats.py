"""What the rules of several packs say of seats."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from coalitionkit.analysis.seats import holders, seated, share_of_seats
from coalitionkit.places import PLAN
from coalitionkit.prose import counted, did_you_mean, one_of
from coalitionkit.rules.rule import Breach, Snapshot

_MEMBERS = PLAN / "members"


def unknown_seats(snapshot: Snapshot, pack: str, seats: Sequence[str]) -> Iterator[Breach]:
    """Find members with a seat that the rule book does not have."""
    for member in snapshot.plan.members:
        seat = member.seats.get(pack)
        if seat is not None and seat not in seats:
            how = did_you_mean(seat, seats) or f"; choose {one_of(seats, 12)}"
            yield Breach(_MEMBERS[member.id] / "seats" / pack, f"'{seat}' is not a seat of {pack}{how}")


def nobody_seated(pack: str, seats: Sequence[str]) -> Breach:
    """Return the finding that nobody is recorded as holding any of the seats."""
    message = f"no active member has a seat of {pack}; write 'seats: {{{pack}: {seats[0]}}}' where one has"
    return Breach(_MEMBERS, message)


def too_few(snapshot: Snapshot, pack: str, seat: str, least: Fraction, people: str) -> Iterator[Breach]:
    """Find that a kind of seat makes up less than its share; where nobody is seated, nothing."""
    share = share_of_seats(snapshot.plan, pack, seat)
    if share is not None and share < least:
        have = len(holders(snapshot.plan, pack, seat))
        total = counted(len(seated(snapshot.plan, pack)), "seat")
        held = "none is" if not have else "1 is" if have == 1 else f"{have} are"
        message = (
            f"of {total}, {held} held by {people}, and it must be {_told(least)}; seat more of them, or "
            f"write 'seats: {{{pack}: {seat}}}' where one is"
        )
        yield Breach(_MEMBERS, message)


def _told(share: Fraction) -> str:
    return (
        "a third or more"
        if share == Fraction(1, 3)
        else f"{share.numerator * 100 // share.denominator} % or more"
    )
