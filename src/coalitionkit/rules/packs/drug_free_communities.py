"""The pack `drug-free-communities`: who must sit on a coalition that applies for the grant of that name."""

from collections.abc import Iterator

from coalitionkit.analysis.seats import holders, seated
from coalitionkit.findings import Profile
from coalitionkit.places import PLAN
from coalitionkit.prose import listed
from coalitionkit.rules.packs.pack import Pack
from coalitionkit.rules.packs.seats import nobody_seated, unknown_seats
from coalitionkit.rules.rule import Breach, Rule, Snapshot, rule

_NAME = "drug-free-communities"
_SEATS = (
    "youth",
    "parents",
    "business",
    "media",
    "school",
    "youth-serving-organization",
    "law-enforcement",
    "religious-or-fraternal",
    "civic-or-volunteer",
    "healthcare",
    "government-agency",
    "other-prevention-group",
)
_SOURCES = ("Drug-Free Communities Act, 21 USC 1532(a)(2)",)


@rule("DFC01", "dfc-seat-unknown", profile=Profile.DRAFT, sources=_SOURCES)
def dfc_seat_unknown(snapshot: Snapshot) -> Iterator[Breach]:
    """A seat names one of the twelve sectors that the grant counts.

    Why: A misspelled sector is counted for nobody.

    Mend: Write one of the twelve sectors after `drug-free-communities:` below the `seats` of the member.
    """
    yield from unknown_seats(snapshot, _NAME, _SEATS)


@rule("DFC02", "dfc-sectors-missing", profile=Profile.LAUNCH, sources=_SOURCES)
def dfc_sectors_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """Each of the twelve sectors of the grant has an active member who stands for it.

    Why: An application without one of the twelve is turned down unread.

    Mend: Invite someone from each sector that is missing, and record whom a member stands for with
    `seats: {drug-free-communities: media}`. One person stands for one sector.
    """
    if not seated(snapshot.plan, _NAME):
        yield nobody_seated(_NAME, _SEATS)
        return
    missing = [seat for seat in _SEATS if not holders(snapshot.plan, _NAME, seat)]
    if missing:
        message = (
            f"no active member stands for {listed(missing, 'or')}; seat someone, and write "
            f"'seats: {{{_NAME}: {missing[0]}}}'"
        )
        yield Breach(PLAN / "members", message)


PACK = Pack(
    _NAME,
    "Coalitions under the Drug-Free Communities Act",
    tuple(value for value in vars().values() if isinstance(value, Rule)),
)
