"""Whom letters go to: which of the three letters someone gets, and what is recorded for it."""

from typing import NamedTuple

from coalitionkit.errors import UnknownRecordError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.governance import Champion
from coalitionkit.model.members import Member
from coalitionkit.model.partners import Partner, Person
from coalitionkit.model.promises import Invitation
from coalitionkit.model.rhythm import Meeting
from coalitionkit.prose import nearest

PARTNER, CHAMPION, COMMUNITY = "partner", "champion", "community"
"""The kinds of letters: to an organization, to a champion, to a person of the community."""

_RESIDENT = "community-member"


class Recipient(NamedTuple):
    """Someone to write to: `kind` says which letter they get, `invitation` what is recorded for it.

    `person` is who reads it at the partner; `member` is the same human being as a member, if they are one.
    """

    kind: str
    partner: Partner
    person: Person | None = None
    member: Member | None = None
    invitation: Invitation | None = None

    @property
    def name(self) -> str:
        """The name of the file of the letter, without its ending."""
        apart = f"-{self.person.id}" if self.kind == CHAMPION and self.person else ""
        return f"invite-{self.partner.id}{apart}"


def is_personal(partner: Partner) -> bool:
    """Whether a letter to a partner goes to a person of the community and not to an organization."""
    return partner.kind == "individual" or partner.sector == _RESIDENT


def recipient(plan: Coalition, key: str) -> Recipient:
    """Return whom the id of a partner, of a person there or of an invitation stands for.

    Raises UnknownRecordError with the one that was probably meant.
    """
    partner = plan.partner(key)
    if partner is not None:
        return addressed(plan, latest(letters_to(plan, partner)), partner)
    found = plan.person(key)
    if found is not None:
        return addressed(plan, latest(read_by(plan, *found)), *found)
    for invitation in plan.invitations:
        inviting = plan.partner(invitation.partner)
        if key in {invitation.id, *invitation.former_ids} and inviting is not None:
            return addressed(plan, invitation, inviting)
    names = {p.name: p.id for p in plan.partners}
    ids = [*(p.id for p in plan.partners), *(i.id for i in plan.invitations)]
    meant = nearest(key, ids) or names.get(nearest(key, names) or "")
    hint = f"did you mean '{meant}'?" if meant else "the plan lists them, with their ids, below `partners`"
    raise UnknownRecordError(f"the plan has no partner '{key}'", hint=hint)


def champion_of(plan: Coalition, one: Recipient) -> Champion | None:
    """Return what is recorded of a recipient as a champion."""
    key = one.member.id if one.member else None
    return next((champion for champion in plan.champions if champion.member == key), None)


def signer(plan: Coalition, whom: Recipient) -> Member | None:
    """Return who signs a letter: as recorded, else whoever is closest, else the only member with a tie."""
    key = (whom.invitation and whom.invitation.sender) or whom.partner.closest
    if key:
        return plan.member(key)
    ends = [{tie.who, tie.whom} for tie in plan.ties if whom.partner.id in {tie.who, tie.whom}]
    tied = [member for member in plan.active_members if any(member.id in both for both in ends)]
    return tied[0] if len(tied) == 1 else None


def sessions(plan: Coalition, whom: Recipient) -> tuple[Meeting, ...]:
    """Return the meetings at which a partner, or whoever reads the letter, has a part of its own."""
    ours = {whom.partner.id, whom.member.id if whom.member else whom.partner.id}
    return tuple(
        meeting
        for meeting in plan.meetings
        if not ours.isdisjoint(meeting.presenters) or any(item.led_by in ours for item in meeting.agenda)
    )


def addressed(
    plan: Coalition, invitation: Invitation | None, partner: Partner, person: Person | None = None
) -> Recipient:
    """Return the recipient of an invitation to a partner, with the letter that suits them."""
    if person is None and invitation and invitation.to:
        found = plan.person(invitation.to)
        person = found[1] if found else None
    if person is None and is_personal(partner) and len(partner.people) == 1:
        person = partner.people[0]
    member = _member(plan, partner, person)
    if is_personal(partner):
        return Recipient(COMMUNITY, partner, person, member, invitation)
    kind = CHAMPION if person and is_champion(plan, partner, person) else PARTNER
    return Recipient(kind, partner, person, member, invitation)


def _member(plan: Coalition, partner: Partner, person: Person | None) -> Member | None:
    """Return the member who is this person, or this individual: of the same partner and name."""
    name = person.name if person else partner.name if is_personal(partner) else None
    theirs = [member for member in plan.members if member.partner == partner.id]
    return next((member for member in theirs if name and member.name == name), None)


def is_champion(plan: Coalition, partner: Partner, person: Person) -> bool:
    """Whether a person would be a champion, or is one."""
    member = _member(plan, partner, person)
    named = {champion.member for champion in plan.champions}
    return person.champion == "yes" or (member is not None and member.id in named)


def letters_to(plan: Coalition, partner: Partner) -> list[Invitation]:
    """Return the invitations to a partner, in the order of the plan."""
    ids = {partner.id, *partner.former_ids}
    return [invitation for invitation in plan.invitations if invitation.partner in ids]


def read_by(plan: Coalition, partner: Partner, person: Person) -> list[Invitation]:
    """Return the invitations to a partner that go to one person there."""
    ids = {person.id, *person.former_ids}
    return [invitation for invitation in letters_to(plan, partner) if invitation.to in ids]


def latest(theirs: list[Invitation]) -> Invitation | None:
    """Return the last invitation that waits for an answer, else the last."""
    open_ones = [invitation for invitation in theirs if invitation.answer is None]
    return next(iter(reversed(open_ones or theirs)), None)
