"""Invitations: a personal letter to a partner, a champion or a person of the community, from the record.

The six parts are those of the guide (4.2). What is recorded for the letter goes before what can be told
from facts; what is neither becomes a gap. Nothing is invented.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from coalitionkit.analysis.recipients import (
    CHAMPION,
    COMMUNITY,
    PARTNER,
    Recipient,
    champion_of,
    sessions,
    signer,
)
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.entry import Entry
from coalitionkit.model.members import Member
from coalitionkit.model.metrics import Metric
from coalitionkit.model.values import Prose
from coalitionkit.places import PLAN, Address
from coalitionkit.publish.context import Contact, DataPoint, Letter, Part, Promise
from coalitionkit.publish.document import Correspondent, Document, Envelope
from coalitionkit.publish.facts import MANAGER, Facts, main_language
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.language import Language
from coalitionkit.publish.press import Press, gaps_in, notice
from coalitionkit.publish.reading import reading
from coalitionkit.publish.work import asks, work

WIDER = "wider-engagement-plan"
"""The practice that says how other residents are asked too."""

_ASKS = {
    "why_you": "say why this partner is asked, in words that fit no one else",
    "resources": "say which resources or support they get in exchange",
    "support": "say what they are paid and which support they get, such as child care, rides or interpreting",
    "power_sharing": "say how they will share in decisions: a seat with a vote, a lead, time at a meeting",
    "different": "say what is different this time",
    "data_point": "name a metric with a source and a value that may be quoted",
    "sender": "say who signs: whoever has the most direct relationship",
    "to": "say to whom at the partner the letter goes",
    "manager": "name the project manager, whom the letter introduces",
    "reach": "record how to reach the project manager at work",
    "wider": "record how other residents are asked too, so that one seat does not stand in for them",
}
"""What to record for each part of a letter that may be missing."""


class Drawn(NamedTuple):
    """A letter with what it was drawn from: who gets it, who signs, which metric it quotes.

    `where` is the address of the invitation that records it, or would.
    """

    recipient: Recipient
    sender: Member | None
    metric: Metric | None
    where: Address
    context: Letter
    document: Document


def letter(
    plan: Coalition,
    whom: Recipient,
    *,
    press: Press,
    as_of: date,
    language: str | None = None,
    private: bool = False,
) -> Document:
    """Return the letter to someone, as `drawn` does."""
    return drawn(plan, whom, press=press, as_of=as_of, language=language, private=private).document


def drawn(
    plan: Coalition,
    whom: Recipient,
    *,
    press: Press,
    as_of: date,
    language: str | None = None,
    private: bool = False,
) -> Drawn:
    """Return the letter to someone and what it was drawn from.

    A letter that was sent is dated with that day, others with `as_of`, and tells what was known on it.
    `language` goes before the one that is recorded. `private` lets personal addresses and numbers of the
    addressee, the sender and the project manager stand in for those at work. Raises BrokenTemplateError for
    a template that cannot be used.
    """
    invitation = whom.invitation
    template = f"invite-{whom.kind}.md.j2"
    asked = language or (invitation and invitation.language) or whom.partner.language or main_language(plan)
    tongue = press.language(asked, needs=(template,))
    sent = invitation.sent if invitation else None
    day = sent.first if sent and sent.first == sent.last else as_of
    draft = _Draft(Facts(plan, tongue, day, private), whom)
    context = draft.letter(notice(asked, tongue))
    text = press.write(f"{tongue.code}/{template}", {"letter": context})
    document = Document(
        name=whom.name,
        title=tongue.title("invitation", coalition=context.about.name),
        text=text,
        gaps=gaps_in(context),
        language=tongue.code,
        audience=context.audience,
        coalition=context.about.name,
        day=day,
        envelope=Envelope(_correspondent(context.sender), (_correspondent(context.addressee),)),
        reading=reading(text, tongue.code),
    )
    return Drawn(whom, draft.sender, draft.metric, draft.where, context, document)


def _correspondent(contact: Contact) -> Correspondent:
    return Correspondent(str(contact.name), contact.email or "")


class _Draft:
    """The parts of one letter."""

    def __init__(self, facts: Facts, whom: Recipient) -> None:
        self.facts = facts
        self.plan: Coalition = facts.plan
        self.tongue: Language = facts.tongue
        self.whom = whom
        self.partner = whom.partner
        self.recorded = whom.invitation
        key = self.recorded.id if self.recorded else free_id(whom.name, self.plan.invitations)
        self.where = (PLAN / "invitations")[key]
        self.sender = signer(self.plan, whom)
        self.metric = self._metric()

    def letter(self, told: Gap | None) -> Letter:
        """Return all that the template may see."""
        manager = self.facts.holder(MANAGER)
        promises = () if self._recorded("resources") else self._promises()
        does = work(self.facts, self.partner)
        told_by_facts = self.whom.kind == PARTNER and any((does.domains, does.serves, does.assets))
        to_champion = self.whom.kind == CHAMPION
        champions = self.plan.decision_model and self.plan.decision_model.champions_count
        deciding = self.facts.deciding() if champions or not to_champion else None
        settling = self.facts.next_of(m for m in self.plan.meetings if m.kind == "decisionmaking")
        session = self.facts.next_of(sessions(self.plan, self.whom))
        shared = deciding or session or (settling and not to_champion)
        support = "support" if self.whom.kind == COMMUNITY else "resources"
        return Letter(
            notice=told,
            day=self.tongue.on(self.facts.day),
            about=self.facts.about(),
            partner=self.partner.name,
            addressee=self._addressee(),
            sender=self._signed(),
            why_you=self._part("why_you", spare=told_by_facts),
            work=does,
            data_point=self._data_point(),
            resources=self._part("resources", spare=bool(promises), gap=support),
            promises=promises,
            power_sharing=self._part("power_sharing", spare=bool(shared)),
            deciding=deciding,
            settling=None if deciding or to_champion else settling,
            session=session,
            different=self._recorded("different") or self._missing("different", self.where / "different"),
            manager=self._manager(manager),
            reach=self._reach(manager),
            sender_manages=bool(manager and self.sender and manager.id == self.sender.id),
            first_meeting=self.facts.next_of(
                m for m in self.plan.meetings if m.group == "all" or m.kind == "introductions"
            ),
            wider=self._wider(),
            asks=asks(self.facts, champion_of(self.plan, self.whom)) if to_champion else (),
            how_often=self._how_often() if to_champion else None,
        )

    def _part(self, field: str, *, spare: bool = False, gap: str = "") -> Part | None:
        """Return what is recorded for a part; None where facts can tell it (`spare`), else the gap."""
        if (recorded := self._recorded(field)) is not None:
            return recorded
        return None if spare else self._missing(gap or field, self.where / field)

    def _recorded(self, field: str) -> Part | None:
        prose = getattr(self.recorded, field, None)
        if not isinstance(prose, Prose):
            return None
        # A text of the invitation that does not name its language is in that of the letter.
        plain = (self.recorded and self.recorded.language) or self.partner.language
        return self.tongue.said(prose, self.where / field, plain=plain or self.facts.main_language)

    def _missing(self, part: str, where: Address) -> Gap:
        return self.tongue.missing(part, _ASKS[part], where)

    def _addressee(self) -> Contact:
        whom = self.whom
        if whom.person is not None:
            at = (((PLAN / "partners")[self.partner.id]) / "people")[whom.person.id]
            return self.facts.person(whom.person, at)
        if whom.member is not None:
            return self.facts.contact(whom.member)
        if whom.kind == COMMUNITY:
            return Contact(self.partner.name)
        return Contact(self._missing("to", self.where / "to"))

    def _signed(self) -> Contact:
        if self.sender is not None:
            return self.facts.contact(self.sender)
        return Contact(self._missing("sender", self.where / "sender"))

    def _manager(self, manager: Member | None) -> Contact:
        if manager is not None:
            return self.facts.contact(manager)
        return Contact(self._missing("manager", (PLAN / "roles")[MANAGER] / "held_by"))

    def _reach(self, manager: Member | None) -> Part:
        """Return how to reach the project manager, in the language's own order of address and number."""
        where = (PLAN / "members")[manager.id] if manager else (PLAN / "roles")[MANAGER]
        known = self.facts.contact(manager) if manager else Contact("")
        in_words = self.tongue.either([way for way in (known.email, known.phone) if way])
        return in_words or self._missing("reach", where / "work_email" if manager else where / "held_by")

    def _metric(self) -> Metric | None:
        named = self.recorded.data_point if self.recorded else None
        return self.plan.metric(named) if named else self.facts.metric_for(self.partner.domains.held)

    def _data_point(self) -> DataPoint | Gap:
        if self.metric is None:
            return self._missing("data_point", self.where / "data_point")
        return self.facts.data_point(self.metric)

    def _wider(self) -> Gap | None:
        """Return the gap of a letter that could not truly say that other residents are asked too."""
        asked = WIDER in self.plan.practices or bool(self.plan.engagements)
        if self.whom.kind != COMMUNITY or asked:
            return None
        return self._missing("wider", PLAN / "practices" / WIDER)

    def _how_often(self) -> str | None:
        cadence = self.plan.rhythm.cadence.get("champion")
        return self.tongue.word("cadences", cadence) if cadence else None

    def _promises(self) -> tuple[Promise, ...]:
        """Return what was promised to the partner and is still to be kept."""
        made_here = {self.recorded.id} if self.recorded else set()
        currency = self.plan.coalition.currency
        return tuple(
            Promise(
                self.facts.said(promise.what, (PLAN / "commitments")[promise.id] / "what"),
                None if promise.amount is None else self.tongue.money(promise.amount, currency, promise.per),
            )
            for promise in self.plan.commitments
            if promise.promised_to == self.partner.id
            and (promise.done is None or promise.made_in in made_here)
        )


def free_id(wanted: str, entries: Iterable[Entry]) -> str:
    """Return an id that none of these has: the one wanted, or that with a number after it."""
    taken = {key for entry in entries for key in (entry.id, *entry.former_ids)}
    numbers = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(key for key in numbers if key not in taken)
