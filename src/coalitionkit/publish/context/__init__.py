"""All that a template may see. Templates never get the models themselves.

A document names its `audience`, and holds only what they may read. A letter is for the addressee, who may
read the contacts of the addressee, the sender and the project manager. Nothing here is private: no pay of a
member, no stance, rating, reason or barrier; no personal address or number either, unless someone asked for
those of these three with --include-private.

Here is what documents share, and the letters; each other family has a module of its own.

A field that may be a `Gap` is always there: recorded text, or a mark that says what to record. A field
that may be None is not needed: ask with `{% if %}`. Text is plain text; the sandbox escapes it.
"""

from dataclasses import dataclass
from typing import ClassVar

from coalitionkit.publish.gaps import Gap

Part = str | Gap
"""Something that a document needs: recorded text, or a gap where there is none."""


@dataclass(frozen=True, slots=True)
class About:
    """The coalition: its name, and where, by whom and for what it is.

    `with_article` is the name as it stands within a sentence: `the Forest City Mobility Coalition`.
    """

    name: str
    with_article: str
    place: str | None
    convener: str | None
    north_star: str | Gap | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone to write to or to turn to. `partner` is where they come from.

    `email` and `phone` are those at work, or personal ones where someone asked for them.
    """

    name: Part
    title: str | None = None
    partner: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class DataPoint:
    """One local number with its source. `careful` says that it must be read with care."""

    what: Part
    value: str
    year: int
    source: str
    careful: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised to the addressee. `amount` is money in words."""

    what: Part
    amount: str | None


@dataclass(frozen=True, slots=True)
class Work:
    """What is recorded of an organization's work, each a list in words such as `a, b and c`.

    `shared` is the part of its domains that the coalition has chosen as priorities, `domains` all of them.
    """

    shared: str | None
    domains: str | None
    serves: str | None
    assets: str | None


@dataclass(frozen=True, slots=True)
class Deciding:
    """How the coalition decides. `share` is set where more than half is asked, `authority` for one body."""

    model: str
    share: str | None
    authority: str | None


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting that is planned: its day in words, `at 5:30 p.m.` and the place as far as recorded."""

    day: str
    at: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Seat:
    """Someone with a seat. `partner` is where they come from, `roles` are those that they hold, in words."""

    name: str
    partner: str | None
    roles: str | None


@dataclass(frozen=True, slots=True)
class Settled:
    """Something that was decided: what was asked, when, and what was chosen where there were options."""

    question: Part
    day: str | None
    chosen: Part | None


@dataclass(frozen=True, slots=True)
class Record:
    """What a document of a plan's own may tell.

    `seats` are the active members, `champions` the names of champions, `priorities` the domains of greatest
    concern in words. `numbers` are local data points, `norms` what was agreed on how to work together,
    `deciding` the way of deciding in force, `settled` what was carried, the latest first. `manager` is the
    project manager, None while there is none.
    """

    audience: ClassVar[str] = "coalition"

    day: str
    about: About
    manager: Contact | None
    seats: tuple[Seat, ...]
    champions: tuple[str, ...]
    priorities: str | None
    numbers: tuple[DataPoint, ...]
    norms: tuple[Part, ...]
    platforms: tuple[str, ...]
    deciding: Deciding | None
    settled: tuple[Settled, ...]
    next_meeting: Occasion | None
    notice: Gap | None


@dataclass(frozen=True, slots=True)
class Letter:
    """An invitation.

    `why_you` is None where the letter draws on `work` instead; `resources` where it lists `promises`;
    `power_sharing` where it draws on `deciding`, on `settling`, the meeting that will settle it, or on
    `session`, the next meeting at which the addressee has a part of their own.
    `sender_manages` says that the sender is the project manager. `wider` is the gap in the letter to a
    resident while it is not recorded how others are asked too. A champion's letter lists what it `asks`,
    and says `how_often` champions are called on.
    """

    audience: ClassVar[str] = "addressee"

    day: str
    about: About
    partner: str
    addressee: Contact
    sender: Contact
    manager: Contact
    reach: Part
    sender_manages: bool
    why_you: Part | None
    work: Work
    resources: Part | None
    promises: tuple[Promise, ...]
    power_sharing: Part | None
    deciding: Deciding | None
    settling: Occasion | None
    session: Occasion | None
    different: Part
    data_point: DataPoint | Gap
    first_meeting: Occasion | None
    wider: Gap | None
    asks: tuple[str, ...]
    how_often: str | None
    notice: Gap | None
