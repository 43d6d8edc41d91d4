"""Whose turn it is to present, so that every partner gets one before anyone gets a second."""

from datetime import date
from typing import NamedTuple

from coalitionkit.analysis.meetings import taking_place
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.members import Member
from coalitionkit.periods import PartialDate


class Turn(NamedTuple):
    """A partner, or a member who comes for themselves, by id, and when they last presented."""

    party: str
    last: PartialDate | None


def turns(plan: Coalition, day: date) -> tuple[Turn, ...]:
    """Return everyone with a seat in the order in which they should present after what came before a day.

    Whoever has presented least often comes first, then whoever did so longest ago, then the order of the
    plan. The body that convenes comes last among equals: it is heard anyway.
    """
    times: dict[str, list[PartialDate]] = {}
    for meeting in taking_place(plan):
        if meeting.date is not None and meeting.date.certainly_before(day):
            for party in dict.fromkeys(_party(plan, key) for key in meeting.presenters):
                times.setdefault(party, []).append(meeting.date)
    convener = plan.coalition.convener
    host = plan.partner(convener.partner) if convener and convener.partner else None
    parties = list(dict.fromkeys(_of(plan, member) for member in plan.active_members if _is_in(member, day)))
    parties.sort(
        key=lambda party: (
            len(times.get(party, ())),
            max((when.last for when in times.get(party, ())), default=date.min),
            host is not None and party == host.id,
        )
    )
    return tuple(
        Turn(party, max(times.get(party, ()), key=lambda when: when.last, default=None)) for party in parties
    )


def _is_in(member: Member, day: date) -> bool:
    return not (member.joined and member.joined.certainly_after(day))


def _party(plan: Coalition, key: str) -> str:
    member = plan.member(key)
    if member is not None:
        return _of(plan, member)
    partner = plan.partner(key)
    return partner.id if partner else key


def _of(plan: Coalition, member: Member) -> str:
    partner = plan.partner(member.partner) if member.partner else None
    return partner.id if partner else member.id
