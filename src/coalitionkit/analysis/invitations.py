"""Who was asked, and what a letter that is still to be sent would lack.

What is missing here is what `publish.letters` leaves a gap for, so that it is told before the letter is
written. Letters that were sent are history.
"""

from typing import NamedTuple

from coalitionkit.analysis.governance import current_holders, management_role, residents
from coalitionkit.analysis.inventory import convener_id, is_put_off, reached
from coalitionkit.analysis.recipients import (
    CHAMPION,
    COMMUNITY,
    PARTNER,
    Recipient,
    addressed,
    is_personal,
    sessions,
    signer,
)
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.members import Member
from coalitionkit.model.metrics import Measurement, Metric
from coalitionkit.model.partners import Partner
from coalitionkit.model.promises import Commitment, Invitation
from coalitionkit.model.rhythm import Meeting
from coalitionkit.model.vocabulary.mobility import PILLAR_OF

_NEVER_QUOTED = "3"


class LeftOut(NamedTuple):
    """A kind of people of whom nobody was asked, and the ids of those in the inventory who could be."""

    kind: str
    candidates: tuple[str, ...]


def drafts(plan: Coalition) -> tuple[tuple[Invitation, Partner], ...]:
    """Return the letters that are recorded and not sent yet, with their partners."""
    found = [(i, plan.partner(i.partner)) for i in plan.invitations if i.sent is None and i.answer is None]
    return tuple((letter, partner) for letter, partner in found if partner)


def incomplete(plan: Coalition) -> tuple[tuple[Invitation, tuple[str, ...]], ...]:
    """Return the letters to be sent that lack something, with the keys of what they lack.

    A key is lacking when it is empty and no other record can stand in for it.
    """
    promised: dict[str | None, list[Commitment]] = {}
    for promise in plan.commitments:
        promised.setdefault(promise.promised_to, []).append(promise)
    settles = any(m.kind == "decisionmaking" and _to_come(m) for m in plan.meetings)
    subjects = {metric.predictor for metric in plan.metrics if metric.source and quotable(metric)}
    subjects |= {PILLAR_OF.get(subject or "") for subject in subjects}
    subjects.discard(None)
    by_priority = not subjects.isdisjoint(plan.focus.predictors)
    found = []
    for letter, partner in drafts(plan):
        whom = addressed(plan, letter, partner)
        work = partner.domains.held or partner.serves.held or partner.assets.held
        there = {
            "sender": signer(plan, whom),
            "to": letter.to or whom.kind == COMMUNITY,
            "why_you": letter.why_you or (work and whom.kind == PARTNER),
            "resources": letter.resources or any(_is_open(p, letter) for p in promised.get(partner.id, ())),
            "power_sharing": letter.power_sharing or _has_say(plan, whom, settles=settles),
            "different": letter.different,
            "data_point": letter.data_point or by_priority or not subjects.isdisjoint(partner.domains.held),
        }
        found.append((letter, tuple(key for key, value in there.items() if not value)))
    return tuple((letter, keys) for letter, keys in found if keys)


def _has_say(plan: Coalition, whom: Recipient, *, settles: bool) -> bool:
    """Whether other records tell how someone shares in decisions; champions may have no vote."""
    model = plan.decision_model
    decides = (model and model.champions_count) if whom.kind == CHAMPION else (model or settles)
    return bool(decides) or any(map(_to_come, sessions(plan, whom)))


def _to_come(meeting: Meeting) -> bool:
    return meeting.status == "planned" and meeting.date is not None


def _is_open(promise: Commitment, letter: Invitation) -> bool:
    """Whether a promise is still to be kept, or was made in this very letter."""
    return promise.done is None or promise.made_in == letter.id


def quotable(metric: Metric) -> tuple[Measurement, ...]:
    """Return the values of a metric that may be quoted: all but those marked as never to act on."""
    values = (*([metric.baseline] if metric.baseline else []), *metric.values)
    return tuple(value for value in values if value.quality != _NEVER_QUOTED)


def quotes(plan: Coalition) -> tuple[tuple[Invitation, Metric], ...]:
    """Return the letters to be sent that name a metric to quote, with that metric."""
    found = [(letter, plan.metric(letter.data_point)) for letter, _ in drafts(plan) if letter.data_point]
    return tuple((letter, metric) for letter, metric in found if metric)


def managers_out_of_reach(plan: Coalition) -> tuple[Member, ...]:
    """Return the project manager of today, if letters could not say how to reach them at work."""
    role = management_role(plan, "project-manager")
    holders = [plan.member(holder.member) for holder in current_holders(role)] if role else []
    return tuple(m for m in holders[-1:] if m and not m.work_email and not m.work_phone)


def left_out(plan: Coalition) -> tuple[LeftOut, ...]:
    """Return the kinds of people of whom nobody was asked or has a seat, though somebody could be asked."""
    convener = convener_id(plan)
    asked = reached(plan) - {convener}
    possible = [partner for partner in plan.partners if not is_put_off(partner)]
    personal = {partner.id for partner in plan.partners if is_personal(partner)}
    addressed = [person for i in plan.invitations if i.to and (person := plan.person(i.to))]
    there = {
        "partner organization": bool(asked - personal),
        "community member": bool(asked & personal or residents(plan)),
        "champion": bool(plan.champions) or any(one.champion == "yes" for _, one in addressed),
    }
    candidates = {
        "partner organization": tuple(p.id for p in possible if p.id not in personal and p.id != convener),
        "community member": tuple(p.id for p in possible if p.id in personal),
        "champion": tuple(one.id for p in possible for one in p.people if one.champion == "yes"),
    }
    return tuple(LeftOut(kind, candidates[kind]) for kind in there if candidates[kind] and not there[kind])
