"""Who is written to together: all drafts, the list of invitations, champions, people of the community."""

from collections.abc import Iterable

from coalitionkit.analysis.recipients import (
    CHAMPION,
    Recipient,
    addressed,
    is_champion,
    is_personal,
    latest,
    letters_to,
    read_by,
    recipient,
)
from coalitionkit.analysis.scoring import score
from coalitionkit.model.coalition import Coalition

_SEATED = frozenset({"active", "on-leave"})


def waiting(plan: Coalition) -> tuple[Recipient, ...]:
    """Return those whose invitations are recorded and not sent yet, in the order of the plan."""
    drafts = [i for i in plan.invitations if i.sent is None and i.answer is None]
    found = ((plan.partner(i.partner), i) for i in drafts)
    return _once(addressed(plan, i, partner) for partner, i in found if partner)


def listed(plan: Coalition) -> tuple[Recipient, ...]:
    """Return those on the list of invitations who have no seat yet, in the order of the plan."""
    wanted = {one.id for one in score(plan).scores if one.on_list and not one.is_seated}
    return _once(recipient(plan, partner.id) for partner in plan.partners if partner.id in wanted)


def champions(plan: Coalition) -> tuple[Recipient, ...]:
    """Return those who are champions or would be, unless they have a seat and were never written to."""
    likely = [(p, one) for p in plan.partners for one in p.people if is_champion(plan, p, one)]
    found = [addressed(plan, latest(read_by(plan, p, one)), p, one) for p, one in likely]
    known = {one.member.id for one in found if one.member}
    for champion in plan.champions:
        member = plan.member(champion.member)
        partner = plan.partner(member.partner) if member and member.partner else None
        if member is not None and partner is not None and member.id not in known:
            own = latest(letters_to(plan, partner)) if is_personal(partner) else None
            found.append(Recipient(CHAMPION, partner, None, member, own))
    return _once(one._replace(kind=CHAMPION) for one in found if _to_be_asked(one))


def community(plan: Coalition) -> tuple[Recipient, ...]:
    """Return the people of the community, unless they have a seat and were never written to."""
    found = [recipient(plan, partner.id) for partner in plan.partners if is_personal(partner)]
    return _once(one for one in found if _to_be_asked(one))


def _to_be_asked(one: Recipient) -> bool:
    return one.invitation is not None or one.member is None or one.member.status not in _SEATED


def _once(found: Iterable[Recipient]) -> tuple[Recipient, ...]:
    return tuple({one.name: one for one in found}.values())
