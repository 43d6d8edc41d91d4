"""Events: what calendars of other programs are told of a meeting or a series. Plain values, no format."""

from datetime import date
from typing import NamedTuple


class Repeats(NamedTuple):
    """How an event comes round. `nth` is which one of the month (-1 the last), None where it goes by weeks.

    `until` is the last day on which it may; `skip` are days on which it does not.
    """

    every: str
    weekday: int
    nth: int | None
    until: date | None
    skip: tuple[date, ...]


class Event(NamedTuple):
    """A meeting, or the first one of a series.

    `uid` never changes, and `sequence` grows with every change, so that an update updates. `start` is in
    minutes after midnight, None for the whole day; `minutes` is how long it takes.
    """

    uid: str
    sequence: int
    title: str
    day: date
    start: int | None
    minutes: int
    text: str = ""
    place: str = ""
    online: str = ""
    cancelled: bool = False
    repeats: Repeats | None = None
