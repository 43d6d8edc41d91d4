"""What the templates of handovers see: charter, roles, the brief for a new project manager, the checklist.

Audience: the coalition; of role descriptions the addressee, who is asked to take the role.
"""

from dataclasses import dataclass
from typing import ClassVar

from coalitionkit.publish.context import About, Contact, Part
from coalitionkit.publish.context.agendas import Change, Coming, Owed, Question
from coalitionkit.publish.gaps import Gap


@dataclass(frozen=True, slots=True)
class Seated:
    """A member: where they come from, and the group they work in (None for no group)."""

    name: str
    partner: str | None
    group: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """A role: who holds it, and what it does. `state` is held, waived, vacant or open (nobody was named)."""

    title: str
    state: str
    holder: str | None
    task: str | None


@dataclass(frozen=True, slots=True)
class Circle:
    """A working group."""

    name: str
    purpose: Part | None
    lead: str | None
    cadence: str | None


@dataclass(frozen=True, slots=True)
class Beat:
    """How often a group meets, both by the slugs of the format."""

    group: str
    cadence: str


@dataclass(frozen=True, slots=True)
class Rule:
    """How a question is settled, as far as agreed on: see the format's decision_model.

    `kind` is the kind of question, by its slug or in the plan's own word; None for all others.
    """

    kind: str | None
    model: str
    share: str | None
    basis: str | None
    quorum: str | None
    notice_days: int | None
    authority: str | None


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """The decision rule of the coalition. `usual` is for everything that `others` does not name."""

    usual: Rule
    others: tuple[Rule, ...]
    fallback: Rule | None
    adopted: str | None
    input_from: tuple[str, ...]
    final_call: Part | None
    accountable: str | None
    delegation: Part | None
    champions_count: bool


@dataclass(frozen=True, slots=True)
class Charter:
    """The charter: what the coalition is, who belongs to it and how it works."""

    audience: ClassVar[str] = "coalition"

    about: About
    day: str
    purpose: Part
    populations: str | None
    goals: tuple[Part, ...]
    seats: tuple[Seated, ...]
    champions: tuple[str, ...]
    offices: tuple[Office, ...]
    circles: tuple[Circle, ...]
    beats: tuple[Beat, ...]
    rule: DecisionRule | Gap
    norms: tuple[Part, ...]
    platforms: tuple[str, ...]
    notice: Gap | None


@dataclass(frozen=True, slots=True)
class Role:
    """A role as it is offered to someone. `workload` is a share of working time in words."""

    audience: ClassVar[str] = "addressee"

    about: About
    title: str
    tasks: tuple[Part, ...]
    looks_for: tuple[str, ...]
    authority: Part | None
    workload: str | None
    cadence: str | None
    manager: Contact | None
    notice: Gap | None


@dataclass(frozen=True, slots=True)
class Awaited:
    """A letter without an answer; `sent` is None while it was not sent."""

    partner: str
    sent: str | None
    sender: str | None


@dataclass(frozen=True, slots=True)
class Lead:
    """Someone to know: the role or group that they lead, and their work contacts."""

    what: str
    contact: Contact | None


@dataclass(frozen=True, slots=True)
class Past:
    """A meeting that was held, and the file with its minutes."""

    day: str
    title: str
    file: str | None


@dataclass(frozen=True, slots=True)
class Brief:
    """What a new project manager needs to know: who, what is open, what is due, where things stand.

    `before` are those who managed the project, the latest first; `papers` are files that say how it is done.
    """

    audience: ClassVar[str] = "coalition"

    about: About
    day: str
    started: str | None
    members: int
    partners: int
    authority: Part | None
    before: tuple[str, ...]
    leads: tuple[Lead, ...]
    champions: tuple[Contact, ...]
    circles: tuple[Lead, ...]
    vacant: tuple[str, ...]
    decisions: tuple[Question, ...]
    owed: tuple[Owed, ...]
    awaited: tuple[Awaited, ...]
    coming: tuple[Coming, ...]
    past: tuple[Past, ...]
    changes: tuple[Change, ...]
    wins: tuple[Part, ...]
    model: str | None
    platforms: tuple[str, ...]
    papers: tuple[str, ...]
    notice: Gap | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the record holds for a point of the checklist, or lacks. It shows that it is recorded, no more.

    `kind` names the sentence that tells it; `name`, `who`, `day` and `number` fill it.
    """

    kind: str
    recorded: bool
    name: str | None = None
    who: str | None = None
    day: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A point of the checklist. `state` is recorded, partly or not."""

    slug: str
    state: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """The five points of the fourth step, with evidence from the record."""

    audience: ClassVar[str] = "coalition"

    about: About
    day: str
    points: tuple[Check, ...]
    notice: Gap | None
