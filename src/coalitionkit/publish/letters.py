"""Invitations: a personal letter to a partner, from what is recorded of them and of the coalition.

The six parts are those of the guide (4.2). What is recorded for the letter goes before what can be told
from facts; what is neither becomes a gap. Nothing is invented.
"""

from collections.abc import Iterable
from datetime import date

from coalitionkit.errors import UnknownRecordError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.entry import Entry
from coalitionkit.model.members import Member
from coalitionkit.model.partners import Partner
from coalitionkit.model.promises import Invitation
from coalitionkit.model.values import Prose
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.mobility import DOMAINS
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.model.vocabulary.words import Vocabulary
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import nearest
from coalitionkit.publish.context import Contact, DataPoint, Letter, Part, Promise, Work
from coalitionkit.publish.document import Correspondent, Document, Envelope
from coalitionkit.publish.facts import MANAGER, Facts, main_language
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.language import FALLBACK, Language
from coalitionkit.publish.press import Press, gaps_in, notice

AUDIENCE = "addressee"
_RESIDENT = "community-member"
_MOST_WORDS = 3
_ASKS = {
    "why_you": "say why this partner is asked, in words that fit no one else",
    "resources": "say which resources or support they get in exchange",
    "support": "say what they are paid and which support they get, such as child care, rides or interpreting",
    "power_sharing": "say how they will share in decisions",
    "different": "say what is different this time",
    "data_point": "name a metric with a source and a value that may be quoted",
    "sender": "say who signs: whoever has the most direct relationship",
    "to": "say to whom at the partner the letter goes",
    "manager": "name the project manager, whom the letter introduces",
    "reach": "record how to reach the project manager at work",
}
"""What to record for each part of a letter that may be missing."""


def letter(plan: Coalition, key: str, *, press: Press, as_of: date, language: str | None = None) -> Document:
    """Return the letter that invites a partner, named by id.

    A letter that was sent is dated with that day, others with `as_of`, and tells what was known on it.
    `language` goes before the one that is recorded. Raises UnknownRecordError for an unknown partner and
    BrokenTemplateError for a template that cannot be used.
    """
    partner = invited(plan, key)
    invitation = invitation_of(plan, partner)
    template = f"invite-{variant(partner)}.md.j2"
    asked = language or (invitation and invitation.language) or partner.language or main_language(plan)
    tongue = press.language(asked, needs=(template,))
    sent = invitation.sent if invitation else None
    day = sent.first if sent and sent.first == sent.last else as_of
    draft = _Draft(Facts(plan, tongue, day), partner, invitation)
    context = draft.letter(notice(asked, tongue))
    text = press.write(f"{tongue.code}/{template}", {"letter": context})
    return Document(
        name=f"invite-{partner.id}",
        title=tongue.title("invitation", coalition=context.about.name),
        text=text,
        gaps=gaps_in(context),
        language=tongue.code,
        audience=AUDIENCE,
        coalition=context.about.name,
        day=day,
        envelope=Envelope(_correspondent(context.sender), (_correspondent(context.addressee),)),
    )


def _correspondent(contact: Contact) -> Correspondent:
    return Correspondent(str(contact.name), contact.email or "")


def invited(plan: Coalition, key: str) -> Partner:
    """Return a partner by id. Raises UnknownRecordError with the one that was probably meant."""
    partner = plan.partner(key)
    if partner is not None:
        return partner
    names = {p.name: p.id for p in plan.partners}
    meant = nearest(key, [p.id for p in plan.partners]) or names.get(nearest(key, names) or "")
    hint = f"did you mean '{meant}'?" if meant else "the plan lists them, with their ids, below `partners`"
    raise UnknownRecordError(f"the plan has no partner '{key}'", hint=hint)


def waiting(plan: Coalition) -> tuple[str, ...]:
    """Return the partners whose invitations are recorded and not sent yet, in the order of the plan."""
    return tuple(dict.fromkeys(i.partner for i in plan.invitations if i.sent is None and i.answer is None))


def variant(partner: Partner) -> str:
    """Return which letter a partner gets: one to an organization, or one to a person of the community."""
    return "community" if partner.kind == "individual" or partner.sector == _RESIDENT else "partner"


def invitation_of(plan: Coalition, partner: Partner) -> Invitation | None:
    """Return what is recorded for a letter: the last invitation that waits for an answer, else the last."""
    theirs = [i for i in plan.invitations if i.partner in {partner.id, *partner.former_ids}]
    open_ones = [i for i in theirs if i.answer is None]
    return next(iter(reversed(open_ones or theirs)), None)


class _Draft:
    """The parts of one letter."""

    def __init__(self, facts: Facts, partner: Partner, invitation: Invitation | None) -> None:
        self.facts = facts
        self.plan: Coalition = facts.plan
        self.tongue: Language = facts.tongue
        self.partner = partner
        self.recorded = invitation
        self.where = (PLAN / "invitations")[
            invitation.id if invitation else _free_id(f"invite-{partner.id}", self.plan.invitations)
        ]

    def letter(self, told: Gap | None) -> Letter:
        """Return all that the template may see."""
        sender = self._sender()
        manager = self.facts.holder(MANAGER)
        promises = () if self._recorded("resources") else self._promises()
        work = self._work()
        deciding = self.facts.deciding()
        settling = self.facts.next_of(m for m in self.plan.meetings if m.kind == "decisionmaking")
        support = "support" if variant(self.partner) == "community" else "resources"
        told_by_facts = variant(self.partner) == "partner" and any((work.domains, work.serves, work.assets))
        return Letter(
            notice=told,
            day=self.tongue.on(self.facts.day),
            about=self.facts.about(),
            partner=self.partner.name,
            addressee=self._addressee(),
            sender=self._signed(sender),
            why_you=self._part("why_you", spare=told_by_facts),
            work=work,
            data_point=self._data_point(),
            resources=self._part("resources", spare=bool(promises), gap=support),
            promises=promises,
            power_sharing=self._part("power_sharing", spare=bool(deciding or settling)),
            deciding=deciding,
            settling=None if deciding else settling,
            different=self._recorded("different") or self._missing("different", self.where / "different"),
            manager=self._manager(manager),
            reach=self._reach(manager),
            sender_manages=manager is not None and sender is not None and manager.id == sender.id,
            first_meeting=self.facts.next_of(
                m for m in self.plan.meetings if m.group == "all" or m.kind == "introductions"
            ),
            asks_others="wider-engagement-plan" in self.plan.practices or bool(self.plan.engagements),
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
        if self.recorded and self.recorded.to:
            found = self.plan.person(self.recorded.to)
            if found is not None:
                at = (((PLAN / "partners")[found[0].id]) / "people")[found[1].id]
                return self.facts.person(found[1], at)
        if variant(self.partner) == "community":
            return Contact(self.partner.name)
        return Contact(self._missing("to", self.where / "to"))

    def _sender(self) -> Member | None:
        key = (self.recorded and self.recorded.sender) or self.partner.closest
        return self.plan.member(key) if key else None

    def _signed(self, sender: Member | None) -> Contact:
        return (
            self.facts.contact(sender) if sender else Contact(self._missing("sender", self.where / "sender"))
        )

    def _manager(self, manager: Member | None) -> Contact:
        if manager is not None:
            return self.facts.contact(manager)
        return Contact(self._missing("manager", (PLAN / "roles")[MANAGER] / "held_by"))

    def _reach(self, manager: Member | None) -> Part:
        """Return how to reach the project manager, in the language's own order of address and number."""
        where = (PLAN / "members")[manager.id] if manager else (PLAN / "roles")[MANAGER]
        ways = [way for way in (manager.work_email, manager.work_phone) if way] if manager else []
        ways_in_words = self.tongue.either(ways)
        return ways_in_words or self._missing("reach", where / "work_email" if manager else where / "held_by")

    def _data_point(self) -> DataPoint | Gap:
        named = self.recorded.data_point if self.recorded else None
        metric = self.plan.metric(named) if named else self.facts.metric_for(self.partner.domains.held)
        if metric is None:
            return self._missing("data_point", self.where / "data_point")
        return self.facts.data_point(metric)

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

    def _work(self) -> Work:
        """Return what is recorded of the partner's work, what it shares with the coalition first."""
        held, focus = self.partner.domains.held, self.plan.focus
        shared = [domain for domain in held if domain in focus.predictors]
        needed = {need.of for need in self.plan.inventory.needs if need.kind == "asset"}
        return Work(
            shared=self._in_words(shared, DOMAINS),
            domains=self._in_words(held, DOMAINS),
            serves=self._in_words(_first(self.partner.serves.held, focus.populations), POPULATIONS),
            assets=self._in_words(_first(self.partner.assets.held, needed), ASSETS),
        )

    def _in_words(self, slugs: Iterable[str], vocabulary: Vocabulary) -> str | None:
        """Return words as this language says them, at most three; those that it lacks are left out."""
        found = [self.tongue.word(vocabulary.name, slug) or self._own(slug, vocabulary) for slug in slugs]
        words = [word for word in found if word]
        return self.tongue.listed(words[:_MOST_WORDS]) if words else None

    def _own(self, slug: str, vocabulary: Vocabulary) -> str | None:
        """Return the plan's own word, or in English the vocabulary's label as it stands in a sentence."""
        for word in getattr(self.plan.vocabulary, vocabulary.extended_by, ()):
            if word.id == slug:
                return self.facts.perhaps(word.label)
        known = self.tongue.code == FALLBACK and slug in vocabulary
        return _within(vocabulary.label(slug)) if known else None


def _free_id(wanted: str, entries: Iterable[Entry]) -> str:
    taken = {entry.id for entry in entries}
    numbers = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(key for key in numbers if key not in taken)


def _first(slugs: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """Return the slugs, those that are wanted first."""
    listed = list(slugs)
    chosen = set(wanted)
    return sorted(listed, key=lambda slug: slug not in chosen)


def _within(label: str) -> str:
    """Return an English label as it stands within a sentence: `People of color` but `LGBTQ+ people`."""
    proper = label.startswith("English") or label[1:2].isupper()
    return label if proper else label[:1].lower() + label[1:]
