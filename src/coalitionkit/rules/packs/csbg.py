"""The pack `csbg`: the board of an agency that lives on the Community Services Block Grant."""

from collections.abc import Iterator
from fractions import Fraction

from coalitionkit.analysis.seats import seated
from coalitionkit.findings import Profile
from coalitionkit.rules.packs.pack import Pack
from coalitionkit.rules.packs.seats import nobody_seated, too_few, unknown_seats
from coalitionkit.rules.rule import Breach, Rule, Snapshot, rule

_NAME = "csbg"
_SEATS = ("low-income", "public-official", "community-group")
_THIRD = Fraction(1, 3)
_SOURCES = ("Community Services Block Grant Act, 42 USC 9910",)


@rule("CSBG01", "csbg-seat-unknown", profile=Profile.DRAFT, sources=_SOURCES)
def csbg_seat_unknown(snapshot: Snapshot) -> Iterator[Breach]:
    """A seat of the board is one of the three kinds that the grant counts.

    Why: A misspelled seat is counted for nobody.

    Mend: Write `low-income`, `public-official` or `community-group` after `csbg:` below the `seats` of
    the member.
    """
    yield from unknown_seats(snapshot, _NAME, _SEATS)


@rule("CSBG02", "csbg-low-income-seats", profile=Profile.LAUNCH, sources=_SOURCES)
def csbg_low_income_seats(snapshot: Snapshot) -> Iterator[Breach]:
    """At least a third of the seated members were chosen to represent people with low incomes.

    Why: The grant goes only to boards on which those whom it is meant for have a third of the seats.

    Mend: Seat more representatives whom neighborhoods with low incomes chose, and record each with
    `seats: {csbg: low-income}`.
    """
    if seated(snapshot.plan, _NAME):
        yield from too_few(snapshot, _NAME, _SEATS[0], _THIRD, "those who represent people with low incomes")
    else:
        yield nobody_seated(_NAME, _SEATS)


@rule("CSBG03", "csbg-public-official-seats", profile=Profile.LAUNCH, sources=_SOURCES)
def csbg_public_official_seats(snapshot: Snapshot) -> Iterator[Breach]:
    """At least a third of the seated members are elected officials or stand in for one.

    Why: The grant asks for a board on which elected officials share the responsibility.

    Mend: Seat officials who hold office now, or those whom they name, and record each with
    `seats: {csbg: public-official}`.
    """
    yield from too_few(snapshot, _NAME, _SEATS[1], _THIRD, "elected officials")


PACK = Pack(
    _NAME,
    "Boards under the Community Services Block Grant",
    tuple(value for value in vars().values() if isinstance(value, Rule)),
)
