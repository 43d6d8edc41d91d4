"""Who was asked, and what a letter that is still to be sent would lack.

What is missing here is what `publish.letters` leaves a gap for, so that it is told before the letter is
written. Letters that were sent are history.
"""

from typing import NamedTuple

from coalitionkit.analysis.governance import current_holders, management_role, residents
from coalitionkit.analysis.inventory import convener_id, is_put_off, reached
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.members import Member
from coalitionkit.model.metrics import Measurement, Metric
from coalitionkit.model.partners import Partner
from coalitionkit.model.promises import Invitation
from coalitionkit.model.vocabulary.mobility import PILLAR_OF

_RESIDENT = "community-member"
_NEVER_QUOTED = "3"


class LeftOut(NamedTuple):
    """A kind of people of whom nobody was asked, and the ids of those in the inventory who could be."""

    kind: str
    candidates: tuple[str, ...]


def is_personal(partner: Partner) -> bool:
    """Whether a letter to a partner goes to a person of the community and not to an organization."""
    return partner.kind == "individual" or partner.sector == _RESIDENT


def drafts(plan: Coalition) -> tuple[tuple[Invitation, Partner], ...]:
    """Return the letters that are recorded and not sent yet, with their partners."""
    found = [(i, plan.partner(i.partner)) for i in plan.invitations if i.sent is None and i.answer is None]
    return tuple((letter, partner) for letter, partner in found if partner)


def missing_parts(plan: Coalition, invitation: Invitation, partner: Partner) -> tuple[str, ...]:
    """Return the keys of an invitation that are empty, and that no other record can stand in for."""
    work = partner.domains.held or partner.serves.held or partner.assets.held
    told = {
        "sender": invitation.sender or partner.closest,
        "to": invitation.to or is_personal(partner),
        "why_you": invitation.why_you or (work and not is_personal(partner)),
        "resources": invitation.resources or _has_promises(plan, invitation, partner),
        "power_sharing": invitation.power_sharing or plan.decision_model or _settles_decisions(plan),
        "different": invitation.different,
        "data_point": invitation.data_point or _has_fitting_metric(plan, partner),
    }
    return tuple(key for key, value in told.items() if not value)


def _has_promises(plan: Coalition, invitation: Invitation, partner: Partner) -> bool:
    """Whether something was promised to a partner that is still open, or was promised in this letter."""
    return any(
        promise.promised_to == partner.id and (promise.done is None or promise.made_in == invitation.id)
        for promise in plan.commitments
    )


def _settles_decisions(plan: Coalition) -> bool:
    return any(m.kind == "decisionmaking" and m.status == "planned" and m.date for m in plan.meetings)


def _has_fitting_metric(plan: Coalition, partner: Partner) -> bool:
    """Whether a metric that may be quoted is about the partner's work or about a priority."""
    wanted = {*partner.domains.held, *plan.focus.predictors}
    subjects = [metric.predictor for metric in plan.metrics if metric.source and quotable(metric)]
    return any(subject and not wanted.isdisjoint((subject, PILLAR_OF.get(subject))) for subject in subjects)


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
    possible = [p for p in plan.partners if p.id != convener and not is_put_off(p)]
    personal = {partner.id for partner in plan.partners if is_personal(partner)}
    addressed = [person for i in plan.invitations if i.to and (person := plan.person(i.to))]
    there = {
        "partner organization": bool(asked - personal),
        "community member": bool(asked & personal or residents(plan)),
        "champion": bool(plan.champions) or any(one.champion == "yes" for _, one in addressed),
    }
    candidates = {
        "partner organization": tuple(p.id for p in possible if p.id not in personal),
        "community member": tuple(p.id for p in possible if p.id in personal),
        "champion": tuple(one.id for p in possible for one in p.people if one.champion == "yes"),
    }
    return tuple(LeftOut(kind, candidates[kind]) for kind in there if candidates[kind] and not there[kind])
