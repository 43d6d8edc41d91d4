"""Letters on their way: what keeps one from being sent, which repeat one another, what is then recorded.

A letter is a promise. Money that it promises must be recorded before, and all that it promises is recorded
once it goes out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from coalitionkit.analysis.wording import Alike, alike, amounts_in
from coalitionkit.edits import Add, Bare, Data, Edit, Put
from coalitionkit.keeping.deed import Deed
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.entry import Entry
from coalitionkit.model.promises import Commitment, Invitation
from coalitionkit.model.values import Prose
from coalitionkit.periods import PartialDate
from coalitionkit.places import PLAN, Address
from coalitionkit.prose import counted
from coalitionkit.publish.context import DataPoint
from coalitionkit.publish.letters import Drawn, free_id

PERCENT = 50
"""From how many percent of shared runs of three words on two reasons are alike, as in rule CK662."""

_PROMISING = ("resources", "power_sharing", "why_you", "different")
"""The parts of an invitation in which money may be promised, the likeliest first."""


class Obstacle(NamedTuple):
    """Something that keeps a letter from being sent: what, and the address at which to mend it."""

    letter: str
    where: Address
    message: str


def obstacles(plan: Coalition, letters: Iterable[Drawn]) -> tuple[Obstacle, ...]:
    """Return what keeps these letters from being sent: gaps, and money that is recorded nowhere.

    Money counts as recorded when the same amount stands in a promise to the partner, to everyone or made in
    the letter, in the pay of a member from there, in a funding source or one of its instalments, or in a line
    of the budget.
    """
    common = _common_money(plan)
    return tuple(
        obstacle
        for one in letters
        for obstacle in (
            *(Obstacle(one.document.name, gap.where, gap.message) for gap in one.document.gaps),
            *_unrecorded(plan, one, common),
        )
    )


def repeated(plan: Coalition, letters: Iterable[Drawn]) -> tuple[Alike, ...]:
    """Return the letters still to be sent that give the reason of another one, each with the first such.

    The reason is what is recorded, or what facts about the partner say in its place. Reasons are alike when
    at least half of the runs of three words that are in either are in both; names, case and punctuation do
    not count. Letters are compared with one another and with all that the plan records.
    """
    by_id = {invitation.id: invitation for invitation in plan.invitations}
    for one in letters:
        key = str(one.where.steps[-1])
        told = by_id.get(key) or Invitation.model_construct(id=key, partner=one.recipient.partner.id)
        if told.why_you is None and (reason := _reason(one)):
            told = told.model_copy(update={"why_you": Prose({one.document.language: reason})})
        by_id[key] = told
    drawn = {str(one.where.steps[-1]) for one in letters}
    told_plan = plan.model_copy(update={"invitations": tuple(by_id.values())})
    return tuple(pair for pair in alike(told_plan, PERCENT) if pair.letter.id in drawn)


def record(plan: Coalition, letters: Iterable[Drawn], *, sent: date, due: PartialDate | None = None) -> Deed:
    """Return the deed of sending letters on a day: that they were sent, and what they promise.

    A letter that is recorded as sent already adds nothing. A promise is added for its resources and for its
    say in decisions, unless one that was made in the letter, or of the same money, stands for the first.
    Promises are due on a day that is given, else when planning ends, if that lies ahead.
    """
    end = plan.coalition.planning.end
    by = due or (end if end and end.last > sent else None)
    edits: list[Edit] = []
    added: list[Entry] = list(plan.commitments)
    waiting = [one for one in letters if _waits(one)]
    for one in waiting:
        edits += _sent(one, sent)
        edits += _promised(plan, one, by, added)
    promises = sum(isinstance(edit, Add) for edit in edits)
    verb = "was" if len(waiting) == 1 else "were"
    with_them = f", with {counted(promises, 'promise')} to keep" if promises else ""
    unsettled = f"by when {counted(promises, 'promise')} should be kept; --due says it for all"
    return Deed(
        tuple(edits),
        f"{counted(len(waiting), 'letter')} {verb} sent on {sent.isoformat()}{with_them}.",
        (unsettled,) if promises and by is None else (),
    )


def _waits(one: Drawn) -> bool:
    return one.recipient.invitation is not None and one.recipient.invitation.sent is None


def _promised(plan: Coalition, one: Drawn, due: PartialDate | None, added: list[Entry]) -> Iterator[Edit]:
    """Yield the edits that record what a letter promises."""
    invitation = one.recipient.invitation
    if invitation is None:
        return
    kept = [promise for promise in plan.commitments if promise.made_in == invitation.id]
    standing = [] if kept else list(_standing(plan, one, invitation))
    for promise in standing:
        yield Put((PLAN / "commitments")[promise.id] / "made_in", invitation.id)
    if not kept and not standing and invitation.resources:
        money = _payment(plan, invitation.resources)
        yield _promise(one, invitation, "resources", money | _by(due), added)
    if invitation.power_sharing:
        yield _promise(one, invitation, "power_sharing", _by(due), added)


def _unrecorded(plan: Coalition, one: Drawn, common: frozenset[Decimal]) -> Iterator[Obstacle]:
    """Yield the amounts of a letter that are recorded nowhere, at the part that names them."""
    named = amounts_in(Prose({"": one.document.text}))
    if not named:
        return
    partner, invitation = one.recipient.partner, one.recipient.invitation
    recorded = {
        promise.amount
        for promise in plan.commitments
        if promise.promised_to in {partner.id, None} or (invitation and promise.made_in == invitation.id)
    }
    recorded |= {m.compensation.amount for m in plan.members if m.partner == partner.id and m.compensation}
    facts = amounts_in(Prose({"": "\n".join(_facts(one))}))
    for amount in sorted(named - common - recorded - facts):
        parts = [part for part in _PROMISING if invitation and amount in _amounts(invitation, part)]
        yield Obstacle(
            one.document.name,
            one.where / parts[0] if parts else one.where,
            f"it promises {amount:,}, and no such amount is recorded: add it below 'commitments' with "
            f"'promised_to: {partner.id}', or correct the letter",
        )


def _common_money(plan: Coalition) -> frozenset[Decimal]:
    """Return the amounts of funding sources, their instalments and the lines of the budget."""
    sources = [source.amount for source in plan.funding_sources]
    parts = [part.amount for source in plan.funding_sources for part in source.schedule]
    lines = [line.amount for line in plan.budget.lines]
    return frozenset(amount for amount in (*sources, *parts, *lines) if amount is not None)


def _facts(one: Drawn) -> Iterator[str]:
    """Yield what a letter tells and does not promise: names, the vision, the local number."""
    context = one.context
    yield from (context.about.name, context.partner, str(context.about.north_star or ""))
    if isinstance(context.data_point, DataPoint):
        point = context.data_point
        yield from (str(point.what), point.value, point.source)


def _amounts(invitation: Invitation, part: str) -> set[Decimal]:
    prose = getattr(invitation, part)
    return amounts_in(prose) if isinstance(prose, Prose) else set()


def _reason(one: Drawn) -> str:
    """Return the reason that a letter tells from facts about the partner."""
    work = one.context.work
    return " ".join(part for part in (work.shared or work.domains, work.serves, work.assets) if part)


def _sent(one: Drawn, day: date) -> Iterator[Edit]:
    """Yield the edits that record that a letter was sent: by whom, in which language, to whom, with what."""
    invitation, person = one.recipient.invitation, one.recipient.person
    told = {
        "to": person.id if person else None,
        "sender": one.sender.id if one.sender else None,
        "data_point": one.metric.id if one.metric else None,
    }
    for field, value in told.items():
        if value is not None and getattr(invitation, field) is None:
            yield Put(one.where / field, value)
    if invitation is None or invitation.language != one.document.language:
        yield Put(one.where / "language", one.document.language)
    yield Put(one.where / "sent", Bare(day.isoformat()))


def _standing(plan: Coalition, one: Drawn, invitation: Invitation) -> Iterator[Commitment]:
    """Yield the promises to a partner that its letter repeats: all it lists, or those of the same money."""
    money = _amounts(invitation, "resources")
    for promise in plan.commitments:
        is_open = promise.promised_to == one.recipient.partner.id and promise.done is None
        repeats = invitation.resources is None or promise.amount in money
        if is_open and repeats and promise.made_in is None:
            yield promise


def _promise(
    one: Drawn, invitation: Invitation, part: str, more: Mapping[str, Data], added: list[Entry]
) -> Edit:
    """Return the edit that adds the promise in a part of a letter, under an id that is free."""
    partner = one.recipient.partner
    key = free_id(f"{partner.id}-{part.replace('_', '-')}", added)
    prose: Prose = getattr(invitation, part)
    added.append(Entry.model_construct(id=key, former_ids=()))
    sender = one.sender.id if one.sender else None
    item: dict[str, Data] = {
        "id": key,
        **({"promised_by": sender} if sender and sender != partner.id else {}),
        "promised_to": partner.id,
        "what": prose.texts[""] if "" in prose.texts else dict(prose.texts),
        **more,
        "made_in": invitation.id,
    }
    return Add(PLAN / "commitments", item)


def _by(due: PartialDate | None) -> dict[str, Data]:
    return {"due": Bare(due.text)} if due else {}


def _payment(plan: Coalition, prose: Prose) -> dict[str, Data]:
    """Return the money of a promise as the budget, or else a funding source, records the same amount."""
    amounts: Sequence[Decimal] = sorted(amounts_in(prose))
    if len(amounts) != 1:
        return {}
    (amount,) = amounts
    for line in plan.budget.lines:
        if line.amount == amount:
            source = {"funding_source": line.funded_by[0]} if line.funded_by else {}
            return {"amount": Bare(f"{amount:f}"), **({"per": line.per} if line.per else {}), **source}
    for funding in plan.funding_sources:
        if amount in {funding.amount, *(part.amount for part in funding.schedule)}:
            return {"amount": Bare(f"{amount:f}"), "funding_source": funding.id}
    return {}
