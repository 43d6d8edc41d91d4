"""Partners who are no longer counted on, and what hung on them."""

from collections.abc import Iterator

from coalitionkit.edits import Data, Edit, Put
from coalitionkit.errors import AgainstRecordError
from coalitionkit.keeping.deed import Deed, dated, put_in
from coalitionkit.keeping.departures import leave
from coalitionkit.keeping.members import ACTIVE, ON_LEAVE
from coalitionkit.keeping.records import at, is_of, the_partner
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.partners import Partner
from coalitionkit.periods import PartialDate
from coalitionkit.prose import listed, some


def retire(  # noqa: PLR0913 - each is a part of one record
    plan: Coalition,
    key: str,
    on: PartialDate,
    *,
    reason: str | None = None,
    review_on: PartialDate | None = None,
    informed_by: str | None = None,
    with_members: bool = False,
) -> Deed:
    """Record that a partner is no longer counted on: `not-now` or kept informed, and off the list.

    The record stays, for old letters and promises point at it. `with_members` lets those leave who sit for
    it. Raises AgainstRecordError when that was decided already.
    """
    partner = the_partner(plan, key)
    decided = partner.decision.category if partner.decision else None
    if partner.invitation_list == "out" and decided in {"not-now", "keep-informed"}:
        when = f" on {partner.decision.date}" if partner.decision and partner.decision.date else ""
        raise AgainstRecordError(f"{partner.name} was retired already{when}")
    here = at("partners", partner)
    decision: dict[str, Data] = {
        "category": "keep-informed" if informed_by else "not-now",
        "date": dated(on),
        "review_on": dated(review_on) if review_on else None,
    }
    edits: list[Edit] = [*put_in(here / "decision", partner.decision, decision)]
    if reason:
        # The reason is private; written on its own it finds its way to the overlay.
        edits.append(Put(here / "decision" / "reason", reason))
    if informed_by:
        edits.append(Put(here / "keep_informed_by", informed_by))
    edits.append(Put(here / "invitation_list", "out"))
    summary = f"{partner.name} is no longer counted on as a partner since {on}"
    summary += f" and is kept informed by {informed_by}." if informed_by else "."
    deed = Deed(tuple(edits), summary, tuple(_open_with(plan, partner)))
    seated = [
        m for m in plan.members if is_of(partner, m.partner) and m.status in {ACTIVE, ON_LEAVE} and not m.left
    ]
    if with_members:
        for member in seated:
            left = leave(plan, member.id, on)
            deed = deed.along_with(
                left._replace(unsettled=tuple(s for s in left.unsettled if partner.name not in s))
            )
        names = listed(member.name for member in seated)
        return deed._replace(summary=f"{deed.summary} {names} left with it." if names else deed.summary)
    sitting = tuple(
        f"{member.name} still sits for {partner.name}; 'coalition retire member {member.id}' ends that"
        for member in seated
    )
    return deed._replace(unsettled=(*deed.unsettled, *sitting))


def _open_with(plan: Coalition, partner: Partner) -> Iterator[str]:
    """Say what is still open with a partner."""
    convener = plan.coalition.convener
    if convener is not None and is_of(partner, convener.partner):
        yield f"{partner.name} convenes the coalition; name who does so now under 'coalition: convener:'"
    promises = [
        promise.id
        for promise in plan.commitments
        if promise.done is None
        and (is_of(partner, promise.promised_by) or is_of(partner, promise.promised_to))
    ]
    if promises:
        yield f"promises by or to {partner.name} are open: {some(promises)}; settle what becomes of them"
    money = [
        source.id
        for source in plan.funding_sources
        if is_of(partner, source.funder) and source.status not in {"ended", "declined"}
    ]
    if money:
        yield f"{partner.name} gives {some(money)}; 'coalition end funding-source ...' records that it ends"
    strategies = [
        strategy.id
        for strategy in plan.strategies
        if strategy.status not in {"done", "stopped"}
        and any(is_of(partner, who) for who in (strategy.lead, *strategy.partners))
    ]
    if strategies:
        yield f"{partner.name} leads or carries out {some(strategies)}; name who does so now"
    letters = [i.id for i in plan.invitations if is_of(partner, i.partner) and i.answer is None]
    if letters:
        yield f"{some(letters)} waits for an answer of {partner.name}; record one, or remove the letter"
    meetings = [
        meeting.id
        for meeting in plan.meetings
        if meeting.status == "planned" and any(is_of(partner, who) for who in meeting.presenters)
    ]
    if meetings:
        yield f"{partner.name} is on the program of {some(meetings)}; find someone else"
