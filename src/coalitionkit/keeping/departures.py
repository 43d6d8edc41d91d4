"""Members who leave: what ends with them is ended, what they answered for is told or passed on."""

from collections.abc import Iterator
from typing import NamedTuple

from coalitionkit.edits import Edit, Put, Remove
from coalitionkit.errors import AgainstRecordError
from coalitionkit.keeping.deed import Deed, dated, with_remark
from coalitionkit.keeping.governance import departing
from coalitionkit.keeping.members import (
    ACTIVE,
    ON_LEAVE,
    ended_proxy,
    has_left,
    is_champion,
    past_kept,
    votes,
)
from coalitionkit.keeping.records import at, is_of, party, the_member
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.members import Member
from coalitionkit.periods import PartialDate, just_after
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import counted, first_few, some


class Duty(NamedTuple):
    """Something that a member answers for alone: where that is written, and the thing in words."""

    at: Address
    what: str


def leave(
    plan: Coalition, key: str, on: PartialDate, *, reason: str | None = None, heir_key: str | None = None
) -> Deed:
    """Record that a member leaves at the end of a day and becomes one of the alumni.

    Roles, proxies, places in working groups and among the champions end with that day. What the member
    answered for alone goes to the heir, or is told. Raises AgainstRecordError for who has left or never
    joined.
    """
    member = the_member(plan, key)
    heir = the_member(plan, heir_key) if heir_key else None
    _can_leave(member, heir, on)
    here = at("members", member)
    roles = departing(plan, member, on)
    proxies = _proxies(plan, member, on)
    groups = _groups(plan, member)
    duties = tuple(_duties(plan, member))
    passed_on = tuple(Put(duty.at, heir.id) for duty in duties) if heir else ()
    edits = (
        *_stood(plan, member, on),
        Put(here / "status", "alumni"),
        Put(here / "left", dated(on)),
        *with_remark(here, member, reason),
        *ended_proxy(member, on),
        *roles.edits,
        *proxies.edits,
        *groups.edits,
        *_championship(plan, member),
        *passed_on,
    )
    open_duties = () if heir else tuple(_asked_for(member, duties))
    unsettled = (*roles.unsettled, *groups.unsettled, *proxies.unsettled, *open_duties, *_seat(plan, member))
    to_heir = f" {heir.name} takes over {_count(duties)}." if heir and duties else ""
    return Deed(edits, f"{member.name} left on {on} and is one of the alumni.{to_heir}", unsettled)


def resign(plan: Coalition, key: str, on: PartialDate) -> Deed:
    """Record that a champion is none any more, and stays a member.

    Raises AgainstRecordError for a member who is no champion.
    """
    member = the_member(plan, key)
    if not is_champion(plan, member):
        raise AgainstRecordError(f"{member.name} is no champion")
    past = past_kept(plan, member, {"group", "voting"}, just_after(on))
    gains = member.voting is None and member.status == ACTIVE and not votes(plan, member, ACTIVE)
    unsettled = (
        (f"{member.name} has a vote from now on; '--voting no' of the member would say otherwise",)
        if gains
        else ()
    )
    summary = f"{member.name} is no champion any more after {on}."
    return Deed((*past, *_championship(plan, member)), summary, unsettled)


def _can_leave(member: Member, heir: Member | None, on: PartialDate) -> None:
    if has_left(member):
        when = f" on {member.left}" if member.left else ""
        raise AgainstRecordError(f"{member.name} left already{when}")
    if member.status not in {ACTIVE, ON_LEAVE}:
        raise AgainstRecordError(
            f"{member.name} has not joined yet and cannot leave; 'coalition end invitation ...' records that "
            "they will not come"
        )
    if member.joined is not None and on.certainly_before(member.joined):
        raise AgainstRecordError(f"{on} is before {member.joined}, when {member.name} joined")
    if heir is not None and (heir is member or has_left(heir)):
        raise AgainstRecordError(f"{heir.name} cannot take over what {member.name} did")


def _stood(plan: Coalition, member: Member, on: PartialDate) -> tuple[Edit, ...]:
    """Keep a leave that lasts to the end, and that a champion had no vote."""
    changing = {"status"} if member.status == ON_LEAVE else set()
    if is_champion(plan, member):
        changing |= {"group", "voting"}
    return past_kept(plan, member, changing, just_after(on))


def _proxies(plan: Coalition, member: Member, on: PartialDate) -> Deed:
    """End what the member did in place of others, and say for whom nobody votes then."""
    edits: list[Edit] = []
    alone: list[str] = []
    for other in plan.members:
        if other.proxy is None or other.left is not None or not is_of(member, other.proxy.to):
            continue
        ended = ended_proxy(other, on)
        edits += ended
        if ended:
            alone.append(f"nobody votes in the place of {other.name} after {on}; name another proxy")
    return Deed(tuple(edits), "", tuple(alone))


def _groups(plan: Coalition, member: Member) -> Deed:
    edits: list[Edit] = []
    lost: list[str] = []
    for group in plan.working_groups:
        if group.ended is not None:
            continue
        here = at("working_groups", group)
        places = [index for index, key in enumerate(group.members) if is_of(member, key)]
        # From the end, so that what is still to be removed keeps its place.
        edits += [Remove((here / "members")[index]) for index in reversed(places)]
        deputy = None if is_of(member, group.deputy) else group.deputy
        if deputy != group.deputy:
            edits.append(Remove(here / "deputy"))
            lost.append(f"the working group '{group.id}' has no deputy now")
        if is_of(member, group.lead):
            edits.append(Remove(here / "lead"))
            second = f"; its deputy is {party(plan, deputy)}" if deputy else ""
            lost.append(f"the working group '{group.id}' has no lead now{second}")
    return Deed(tuple(edits), "", tuple(lost))


def _championship(plan: Coalition, member: Member) -> tuple[Edit, ...]:
    listed = PLAN / "champions"
    return tuple(Remove(listed[c.member]) for c in plan.champions if is_of(member, c.member))


def _duties(plan: Coalition, member: Member) -> Iterator[Duty]:
    """Give what the member answers for and nobody else does."""
    for duty, who in (*_work(plan), *_relations(plan)):
        if is_of(member, who):
            yield duty


def _work(plan: Coalition) -> Iterator[tuple[Duty, str | None]]:
    """Give what goes on and the one who answers for it."""
    for promise in plan.commitments:
        if promise.done is None:
            duty = Duty(at("commitments", promise) / "promised_by", f"the promise '{promise.id}'")
            yield duty, promise.promised_by
    for metric in plan.metrics:
        yield Duty(at("metrics", metric) / "owner", f"the metric '{metric.id}'"), metric.owner
    for slug, practice in plan.practices.items():
        yield Duty(PLAN / "practices" / slug / "by", f"the practice '{slug}'"), practice.by
    for strategy in plan.strategies:
        if strategy.status not in {"done", "stopped"}:
            yield Duty(at("strategies", strategy) / "lead", f"the strategy '{strategy.id}'"), strategy.lead
    if plan.decision_model is not None:
        model = PLAN / "decision_model"
        yield Duty(model / "accountable", "carrying decisions out"), plan.decision_model.accountable
        yield Duty(model / "authority", "the last word on decisions"), plan.decision_model.authority


def _relations(plan: Coalition) -> Iterator[tuple[Duty, str | None]]:
    """Give the partners that somebody knows best and is to write to."""
    for letter in plan.invitations:
        if letter.sent is None and letter.answer is None:
            yield Duty(at("invitations", letter) / "sender", f"the letter '{letter.id}'"), letter.sender
    for partner in plan.partners:
        yield Duty(at("partners", partner) / "closest", f"the tie to '{partner.id}'"), partner.closest


def _count(duties: tuple[Duty, ...]) -> str:
    return counted(len(duties), "duty", "duties")


def _asked_for(member: Member, duties: tuple[Duty, ...]) -> Iterator[str]:
    if duties:
        whats = first_few([duty.what for duty in duties])
        yield (
            f"{member.name} answered for {whats}; name who takes over ('--heir MEMBER' passes all of it on)"
        )


def _seat(plan: Coalition, member: Member) -> Iterator[str]:
    """Say which meetings still count on the member, and when their partner has nobody at the table now."""
    meetings = [
        meeting.id
        for meeting in plan.meetings
        if meeting.status == "planned"
        and any(is_of(member, who) for who in (*meeting.presenters, *(p.led_by for p in meeting.agenda)))
    ]
    if meetings:
        yield f"{member.name} is on the program of {some(meetings)}; find someone else"
    partner = plan.partner(member.partner) if member.partner else None
    if partner is None or partner.id == member.id:
        return
    others = (m for m in plan.members if m is not member and m.status in {ACTIVE, ON_LEAVE} and not m.left)
    if not any(is_of(partner, other.partner) for other in others):
        yield f"{partner.name} has nobody at the table now; ask whom it sends"
