"""What the template of minutes sees. Audience: the coalition."""

from dataclasses import dataclass
from typing import ClassVar

from coalitionkit.publish.context import About, Part
from coalitionkit.publish.context.agendas import Owed
from coalitionkit.publish.gaps import Gap


@dataclass(frozen=True, slots=True)
class Attendee:
    """Someone who is expected. `present` is None while nobody's attendance is recorded.

    `votes` is None where the record does not say whether they have a vote.
    """

    name: str
    partner: str | None
    votes: bool | None
    present: bool | None


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many must be present. `state` is met, not-met, open (nobody counted yet, or not known) or none.

    Numbers are in words: `17`, or `16-17` where the record leaves it open. `share` is what was agreed on.
    """

    state: str
    share: str | None
    needed: str | None
    eligible: str
    present: str | None


@dataclass(frozen=True, slots=True)
class Option:
    """An option that can be voted for; `votes` is None before the vote."""

    text: Part
    votes: int | None


@dataclass(frozen=True, slots=True)
class Motion:
    """A question to be decided, in the form of the model in force for it.

    `model` is None where no model is known. `share` is what a majority needs where it is more than half,
    `basis` of what it is taken. `notice_days` is how long before it must be announced, `noticed` when it
    was, `notice_kept` whether that was enough. Votes are None before the vote; `standing_aside` and
    `blocking` are names. `outcome` is carried, not-carried or tied.
    """

    text: Part
    model: str | None
    share: str | None
    basis: str
    authority: str | None
    fallback: str | None
    quorum: Quorum | None
    notice_days: int | None
    noticed: str | None
    notice_kept: bool | None
    heard: tuple[str, ...]
    options: tuple[Option, ...]
    votes_for: int | None
    votes_against: int | None
    abstaining: int | None
    standing_aside: tuple[str, ...]
    blocking: tuple[str, ...]
    outcome: str | None
    chosen: Part | None
    reasons: Part | None


@dataclass(frozen=True, slots=True)
class Minutes:
    """The skeleton of minutes. `guests` were there and are not members. `promises` were made at it.

    `title` is what the meeting is called; `held` says that it took place.
    """

    audience: ClassVar[str] = "coalition"

    title: str
    about: About
    held: bool
    day: Part
    time: str | None
    place: Part | None
    attendees: tuple[Attendee, ...]
    guests: tuple[str, ...]
    quorum: Quorum | None
    points: tuple[Part, ...]
    motions: tuple[Motion, ...]
    promises: tuple[Owed, ...]
    notice: Gap | None
