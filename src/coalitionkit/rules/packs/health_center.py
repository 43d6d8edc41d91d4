"""The pack `health-center`: the board of a federally funded health center."""

from collections.abc import Iterator
from fractions import Fraction

from coalitionkit.analysis.seats import seated
from coalitionkit.findings import Profile
from coalitionkit.rules.packs.pack import Pack
from coalitionkit.rules.packs.seats import nobody_seated, too_few, unknown_seats
from coalitionkit.rules.rule import Breach, Rule, Snapshot, rule

_NAME = "health-center"
_SEATS = ("patient", "other")
_LEAST = Fraction(51, 100)
_SOURCES = ("Public Health Service Act, 42 USC 254b(k)(3)(H)",)


@rule("HC01", "health-center-seat-unknown", profile=Profile.DRAFT, sources=_SOURCES)
def health_center_seat_unknown(snapshot: Snapshot) -> Iterator[Breach]:
    """A seat of the board is that of a patient or another one.

    Why: A misspelled seat is counted for nobody.

    Mend: Write `patient` or `other` after `health-center:` below the `seats` of the member.
    """
    yield from unknown_seats(snapshot, _NAME, _SEATS)


@rule("HC02", "health-center-patient-seats", profile=Profile.LAUNCH, sources=_SOURCES)
def health_center_patient_seats(snapshot: Snapshot) -> Iterator[Breach]:
    """At least 51 % of the seated members are patients of the center.

    Why: A health center answers to those who use it, so they hold the majority of its board.

    Mend: Seat more patients, and record each with `seats: {health-center: patient}`.
    """
    if seated(snapshot.plan, _NAME):
        yield from too_few(snapshot, _NAME, _SEATS[0], _LEAST, "patients")
    else:
        yield nobody_seated(_NAME, _SEATS)


PACK = Pack(
    _NAME,
    "Boards of health centers",
    tuple(value for value in vars().values() if isinstance(value, Rule)),
)
