"""The launch, dated: each step on the day of its meeting, or on the next day of a cadence."""

from datetime import date
from typing import NamedTuple

from coalitionkit.analysis.meetings import for_all
from coalitionkit.analysis.occurrences import LAST, WEEKS, following
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.rhythm import Meeting
from coalitionkit.model.vocabulary.rhythm import LAUNCH_MEETINGS
from coalitionkit.periods import PartialDate, partial_date

_FIFTH = 5
_A_WEEK = 7


class Step(NamedTuple):
    """A step of the launch, the kind of meeting it is taken in, and when.

    `meeting` is what is recorded of it; `proposed` says that the day is not.
    """

    slug: str
    kind: str
    meeting: Meeting | None
    day: PartialDate
    proposed: bool


def launch(plan: Coalition, start: date, every: str) -> tuple[Step, ...]:
    """Return the steps of the launch in their order.

    Meetings that are recorded keep their days. The others take the days of a cadence that begins with
    `start`, each after all that come before it in the sequence.
    """
    steps = []
    days = _Days(start, every)
    for slug, kind in LAUNCH_MEETINGS.items():
        own = [m for m in for_all(plan) if m.kind == kind]
        dated = [m for m in own if m.date is not None]
        if dated:
            meeting = min(dated, key=lambda m: m.date.first if m.date else date.max)
            day = meeting.date or partial_date(start.isoformat())
            days.skip_to_after(day.last)
            steps.append(Step(slug, kind, meeting, day, proposed=False))
        else:
            day = partial_date(days.taken().isoformat())
            steps.append(Step(slug, kind, next(iter(own), None), day, proposed=True))
    return tuple(steps)


class _Days:
    """The days of a cadence, one after the other: by months on the same weekday of the month."""

    def __init__(self, start: date, every: str) -> None:
        self.next = start
        self.every = every
        self.weekday = start.weekday()
        nth = (start.day - 1) // _A_WEEK + 1
        self.nth = None if every in WEEKS else (LAST if nth == _FIFTH else nth)

    def taken(self) -> date:
        """Return the next day, and go on to the one after it."""
        day = self.next
        self.next = following(day, self.every, self.weekday, self.nth)
        return day

    def skip_to_after(self, day: date) -> None:
        while self.next <= day:
            self.taken()
