"""The rhythm of the work: how often groups meet, series of meetings, and each meeting.

How often something is due is counted in `coalitionkit.periods`; cadences are in the vocabulary.
"""

import re
from typing import Annotated, Self

from pydantic import Field

from coalitionkit.model.checks import contradiction, in_order
from coalitionkit.model.entry import Entry
from coalitionkit.model.record import Brief, Record
from coalitionkit.model.references import PartyId, WorkingGroupId
from coalitionkit.model.values import Clock, Date, Prose, Reader, Refers, Url, Whole
from coalitionkit.model.vocabulary.governance import GROUPS
from coalitionkit.model.vocabulary.rhythm import (
    CADENCES,
    MEETING_GROUPS,
    MEETING_KINDS,
    MEETING_STATUSES,
    SERIES_STEPS,
)
from coalitionkit.prose import quoted

_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_ANY_CASE = "|".join(f"[{day[0].upper()}{day[0]}]{day[1:]}" for day in _DAYS.split("|"))
_DAY = re.compile(rf"(?:(1st|2nd|3rd|4th|last) )?({_DAYS})\Z")
_BY_WEEKS = frozenset({"week", "two-weeks"})


def _day(text: str) -> str:
    day = " ".join(text.casefold().split())
    if not _DAY.match(day):
        raise ValueError(
            f"{quoted(text)} is not a day of a series: write it as thursday, 2nd thursday or last friday"
        )
    return day


SeriesDay = Annotated[
    str,
    Reader(
        "date",
        "a day such as 2nd thursday",
        _day,
        str,
        {"type": "string", "pattern": rf"^((1st|2nd|3rd|4th|[Ll]ast) )?({_ANY_CASE})$"},
    ),
]
MeetingGroup = Annotated[str, MEETING_GROUPS]


class Series(Entry):
    """Meetings that come round again and again."""

    noun = "series"

    group: MeetingGroup | None = Field(
        None, description="The group that meets.", examples=["management-team"]
    )
    working_group: WorkingGroupId | None = Field(
        None, description="The working group that meets, where it is one."
    )
    every: Annotated[str, SERIES_STEPS] | None = Field(
        None, description="How often the meeting comes round.", examples=["month"]
    )
    day: SeriesDay | None = Field(
        None,
        description="On which day: a weekday, or for a month and longer also which one of them.",
        examples=["thursday", "2nd thursday", "last friday"],
    )
    time: Clock | None = Field(None, description="When it begins, on a 24-hour clock.", examples=["09:00"])
    duration_minutes: Whole | None = Field(
        None, description="How long it takes, in minutes.", examples=["60"]
    )
    start: Date | None = Field(None, description="From when the series runs.", examples=["2026-02"])
    end: Date | None = Field(None, description="Until when the series runs.", examples=["2027-06"])
    skip: tuple[Date, ...] = Field(
        (), description="Days on which there is no meeting.", examples=[["2026-12-24"]]
    )
    place: Prose | None = Field(None, description="Where the group meets.")
    online: Url | None = Field(None, description="The link by which to join from elsewhere.")
    revision: Whole = Field(
        0,
        description="Calendars follow when it grows. Commands raise it; raise it by one yourself when you "
        "change days, time or place by hand.",
        examples=["1"],
    )

    def _judged(self) -> Self:
        in_order(self, "start", "end")
        if self.group and self.working_group:
            raise contradiction(
                "working_group", "a series belongs to a group or to a working group: keep one"
            )
        if self.every and self.day:
            numbered = " " in self.day
            if numbered and self.every in _BY_WEEKS:
                raise contradiction(
                    "day",
                    f"'{self.day}' is a day of a month, yet the meeting comes round by weeks: "
                    f"write {self.day.split()[-1]}, or every: month",
                )
            if not numbered and self.every not in _BY_WEEKS:
                raise contradiction(
                    "day",
                    f"which {self.day} of the {self.every} is open: write 1st {self.day} or last {self.day}",
                )
        return self


class Rhythm(Record):
    """How the groups of the coalition meet and work together."""

    cadence: dict[Annotated[str, GROUPS], Annotated[str, CADENCES]] = Field(
        default_factory=dict,
        description="How often each group meets: the management team most often, champions least.",
        examples=[{"management-team": "weekly", "champion": "quarterly"}],
    )
    series: tuple[Series, ...] = Field((), description="The meetings that come round again and again.")
    platforms: tuple[Prose, ...] = Field(
        (),
        description="Where the group talks and keeps its documents.",
        examples=[["Zoom", "shared drive"]],
    )
    norms: tuple[Prose, ...] = Field(
        (),
        description="How members agreed to work with one another, one norm to a line.",
        examples=[["One speaks, the others listen"]],
    )


class AgendaItem(Brief):
    """A point of an agenda; plain text is enough."""

    shorthand = "text"

    text: Prose = Field(description="What it is about. A bare text means the same.", examples=["Local data"])
    minutes: Whole | None = Field(None, description="How long it should take, in minutes.")
    led_by: PartyId | None = Field(None, description="The member or partner who leads it.")


class Meeting(Entry):
    """One meeting, planned, held or canceled."""

    noun = "meeting"

    kind: Annotated[str, MEETING_KINDS] | None = Field(
        None,
        description="What sort of meeting it is. The agenda template follows from it.",
        examples=["introductions"],
    )
    group: MeetingGroup | None = Field(
        None, description="The group that meets; `all` for everyone.", examples=["all"]
    )
    working_group: WorkingGroupId | None = Field(
        None, description="The working group that meets, where it is one."
    )
    series: Annotated[str, Refers("series")] | None = Field(
        None, description="The series that the meeting belongs to, if any."
    )
    status: Annotated[str, MEETING_STATUSES] = Field(
        "planned", description="Whether it is planned, was held or was canceled."
    )
    revision: Whole = Field(
        0,
        description="Calendars follow when it grows. Commands raise it; raise it by one yourself when you "
        "change date, time or place by hand.",
    )
    date: Date | None = Field(None, description="The day.", examples=["2026-02-03"])
    time: Clock | None = Field(None, description="When it begins, on a 24-hour clock.", examples=["17:30"])
    duration_minutes: Whole | None = Field(
        None, description="How long it takes, in minutes.", examples=["90"]
    )
    place: Prose | None = Field(None, description="Where it takes place.", examples=["Main Library, room 2"])
    online: Url | None = Field(None, description="The link by which to join from elsewhere.")
    presenters: tuple[PartyId, ...] = Field(
        (), description="The members and partners who present their work."
    )
    attended: tuple[PartyId, ...] = Field((), description="Who was there.")
    agenda: tuple[AgendaItem, ...] = Field(
        (),
        description="The points of the agenda, in order. Left out, the template's own points are used.",
        examples=[["Welcome", {"text": "Local data", "minutes": "20"}]],
    )
    minutes_file: str | None = Field(
        None,
        description="The file with the minutes, seen from the plan's folder.",
        examples=["minutes/2026-02-03.md"],
    )

    def _judged(self) -> Self:
        if self.group and self.working_group:
            raise contradiction("working_group", "a meeting is of a group or of a working group: keep one")
        if self.status == "cancelled" and self.attended:
            raise contradiction(
                "attended", "a canceled meeting has no attendance: write status: held, or remove it"
            )
        return self
