"""All that a template may see. Templates never get the models themselves.

Whatever is here may be printed for the audience named with it. Letters: the addressee, who may read the
work contacts of the addressee, the sender and the project manager. Agendas, minutes and handovers: the
coalition, whose members may read one another's work contacts. Nothing here is private: no pay of a member,
no personal address, no stance, rating, reason or barrier.

Here is what documents share, and the letters; each other family has a module of its own.

A field that may be a `Gap` is always there: recorded text, or a mark that says what to record. A field
that may be None is not needed: ask with `{% if %}`. Text is plain text; the sandbox escapes it.
"""

from dataclasses import dataclass

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
    """Someone to write to or to turn to, with work contacts only. `partner` is where they come from."""

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
class Letter:
    """An invitation. Audience: the addressee.

    `why_you` is None where the letter draws on `work` instead; `resources` where it lists `promises`;
    `power_sharing` where it draws on `deciding`, or on `settling`, the meeting that will settle it.
    `sender_manages` says that the sender is the project manager.
    """

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
    different: Part
    data_point: DataPoint | Gap
    first_meeting: Occasion | None
    asks_others: bool
    notice: Gap | None
