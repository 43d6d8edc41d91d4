"""What the templates of agendas and calendars see. Audience: the coalition."""

from dataclasses import dataclass
from typing import ClassVar

from coalitionkit.publish.context import About, DataPoint, Deciding, Part
from coalitionkit.publish.gaps import Gap


@dataclass(frozen=True, slots=True)
class Item:
    """A point of an agenda. `start` and `end` are times of day, or minutes from the start without one."""

    start: str
    end: str
    minutes: int
    title: Part
    who: tuple[Part, ...]
    purpose: str | None
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question to be settled. `due` is the day by which, in words; `late` says that it has passed."""

    text: Part
    due: str | None
    late: bool


@dataclass(frozen=True, slots=True)
class Owed:
    """Something promised and not yet kept: by whom, to whom (None for all), and by when."""

    what: Part
    by: str | None
    to: str | None
    due: str | None
    late: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A metric whose latest value differs from the one before. `good` is None where neither is better.

    `careful` says that one of the values must be read with care.
    """

    what: Part
    before: str
    before_on: str
    now: str
    now_on: str
    source: str
    good: bool | None
    careful: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is to present; `last` is when they did, None for never."""

    name: str
    last: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where things stand on the day of a meeting. `since` is the meeting before, as a day in words."""

    since: str | None
    decisions: tuple[Question, ...]
    commitments: tuple[Owed, ...]
    changes: tuple[Change, ...]
    wins: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """An agenda.

    `unplanned` is set where the plan has no such meeting; day, time and place are None then. `misfit` says
    that the points do not add up to the meeting.
    `sheet` names the template of what goes with this kind of meeting. `numbers` are local data points,
    `norms` what was agreed on how to work together, `deciding` the way of deciding in force, `standing` what
    the record says is due and new, `turns` whose turn it is to present, the first one first.
    """

    audience: ClassVar[str] = "coalition"

    kind: str
    title: str
    goal: str | None
    about: About
    unplanned: Gap | None
    day: Part | None
    time: Part | None
    place: Part | None
    online: str | None
    minutes: int
    end: str
    misfit: Gap | None
    items: tuple[Item, ...]
    numbers: tuple[DataPoint | Gap, ...]
    norms: tuple[Part, ...]
    platforms: tuple[str, ...]
    deciding: Deciding | None
    standing: Standing | None
    turns: tuple[Turn, ...]
    sheet: str | None
    notice: Gap | None


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting that comes: its day and time in words, what it is and where."""

    day: str
    time: str | None
    title: str
    place: str | None
    online: str | None
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Rounds:
    """A series of meetings: its step and its weekday as the format names them.

    `nth` is which one of the month, -1 the last, None where the series goes by weeks.
    """

    title: str
    every: str
    nth: int | None
    weekday: str
    time: str | None
    place: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The rhythm of the coalition: its series, and the meetings of the coming months."""

    audience: ClassVar[str] = "coalition"

    about: About
    zone: Part
    rounds: tuple[Rounds | Gap, ...]
    meetings: tuple[Coming, ...]
    notice: Gap | None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the launch: its place in the sequence, the meeting in which it is taken, and when.

    `state` is held, planned or proposed. `goal` is what the meeting is to reach, `papers` the day on which
    its agenda should go out.
    """

    number: int
    slug: str
    title: str
    goal: str | None
    day: str
    time: str | None
    papers: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Launch:
    """The launch, dated. `invitations` is the day by which they should go out, None once it has begun."""

    audience: ClassVar[str] = "coalition"

    about: About
    steps: tuple[Step, ...]
    every: str
    invitations: str | None
    notice: Gap | None
