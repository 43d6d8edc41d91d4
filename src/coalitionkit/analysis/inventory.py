"""Where each entry of the inventory stands: who has a seat, was asked, was put off; what is known of it."""

from typing import NamedTuple

from coalitionkit.analysis.criticality import critical
from coalitionkit.analysis.needs import Needs
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.holdings import Holdings
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.sectors import SECTORS

_SEATED = ("active", "on-leave")
_PUT_OFF = ("not-now", "keep-informed")
_DATA_MEETINGS = ("shared-analysis", "data-walk")
_AGAINST = 1
BASIC_FACTS = ("sector", "serves", "domains", "assets")
"""What should be known of every organization in the inventory, by its key."""


class Bare(NamedTuple):
    """A basic fact that is not recorded of some partners.

    `empty` says that its key is there with an empty list: it says that nothing is known, and looks as if it
    said that there is nothing.
    """

    fact: str
    empty: bool
    partners: tuple[str, ...]


def convener_id(plan: Coalition) -> str | None:
    """Return the id of the partner that convenes, or None where it is not listed as a partner."""
    convener = plan.coalition.convener
    partner = plan.partner(convener.partner) if convener and convener.partner else None
    return partner.id if partner else None


def seated(plan: Coalition) -> frozenset[str]:
    """Return the partners of members who are active or on leave: those that scoring counts as seated."""
    homes = [m.partner for m in plan.members if m.partner and m.status in _SEATED and not m.left]
    return frozenset(partner.id for partner in map(plan.partner, homes) if partner)


def reached(plan: Coalition) -> frozenset[str]:
    """Return the partners that have a seat, convene, or were asked and have not said no.

    Of several invitations to a partner the last one counts.
    """
    asked = {member.partner: True for member in plan.members if member.partner and member.status == "invited"}
    asked |= {invitation.partner: invitation.answer != "declined" for invitation in plan.invitations}
    found = {partner.id for partner in map(plan.partner, filter(asked.get, asked)) if partner}
    return seated(plan).union(found, filter(None, [convener_id(plan)]))


def is_put_off(partner: Partner) -> bool:
    """Whether somebody decided that a partner need not be asked for now."""
    decided = partner.decision is not None and partner.decision.category in _PUT_OFF
    return decided or partner.invitation_list == "out"


def undecided(plan: Coalition) -> tuple[str, ...]:
    """Return the partners of which nothing says what becomes of them, in the order of the file.

    A seat, a thought of one, a letter whatever the answer, a decision, a channel or convening says it. A body
    is settled with any of its parts that has a seat.
    """
    homes = {m.partner for m in plan.members if m.partner and not m.left}
    asked = {invitation.partner for invitation in plan.invitations}
    settled = {partner.id for partner in map(plan.partner, homes | asked) if partner}
    settled |= {p.parent for p in plan.partners if p.parent and p.id in settled}
    settled.add(convener_id(plan) or "")
    return tuple(
        partner.id
        for partner in plan.partners
        if partner.id not in settled
        and not (partner.decision or partner.invitation_list or partner.keep_informed_by)
    )


def unconsidered_sectors(plan: Coalition) -> tuple[str, ...]:
    """Return the sectors with no partner in the inventory and no word that nobody is known there."""
    known = {partner.sector for partner in plan.partners} | set(plan.inventory.none_known)
    return tuple(word.slug for word in SECTORS if word.slug not in known)


def is_told(holdings: Holdings) -> bool:
    """Whether anything was said of what someone holds, be it that they hold nothing."""
    return bool(holdings.held or holdings.not_held or holdings.complete)


def bare_entries(plan: Coalition) -> tuple[Bare, ...]:
    """Return the partners of which a basic fact is not recorded, in the order of the facts.

    Of individuals, and of those who are only kept informed, a sector is enough. To speak for somebody is to
    serve them; to speak for nobody says nothing of whom a partner serves. What those bring who are about to
    get a letter is asked for elsewhere.
    """
    about_to = {i.partner for i in plan.invitations if i.sent is None and i.answer is None}
    found: dict[tuple[str, bool], list[str]] = {
        (fact, empty): [] for fact in BASIC_FACTS for empty in (False, True)
    }
    for partner in plan.partners:
        if partner.sector is None:
            found["sector", False].append(partner.id)
        if partner.kind == "individual" or partner.keep_informed_by or is_put_off(partner):
            continue
        told = {
            "serves": is_told(partner.serves) or partner.represents.held,
            "domains": is_told(partner.domains),
            "assets": is_told(partner.assets) or partner.id in about_to,
        }
        for fact in (fact for fact, answer in told.items() if not answer):
            found[fact, fact in partner.model_fields_set].append(partner.id)
    return tuple(Bare(fact, empty, tuple(ids)) for (fact, empty), ids in found.items() if ids)


def unanswered(partner: Partner) -> tuple[str, ...]:
    """Return which of the five questions nobody has answered about a partner, by their words."""
    answers = partner.answers
    answered = {
        "aligned": is_told(answers.aligned) or answers.aligned.text,
        "assets": is_told(partner.assets),
        "partnership": answers.partnership.level is not None or answers.partnership.benefit_to_them,
        "motivation": answers.motivation.level is not None or answers.motivation.accountable_to,
        "roles": partner.people,
    }
    return tuple(question for question, answer in answered.items() if not answer)


def critical_for(needs: Needs) -> dict[str, tuple[str, ...]]:
    """Return the critical partners, in the order of the file, with the needs that fail without them."""
    found: dict[str, tuple[str, ...]] = {}
    for need in needs.musts:
        for key in needs.units.named(critical(need)):
            found[key] = (*found.get(key, ()), need.id)
    return {key: found[key] for key in needs.units.ids if key in found}


def uninvited(plan: Coalition, needs: Needs) -> dict[str, tuple[str, ...]]:
    """Return the critical partners that nobody asked or put off, with the needs that fail without them."""
    known = reached(plan)
    off = {partner.id for partner in plan.partners if is_put_off(partner)}
    return {key: found for key, found in critical_for(needs).items() if key not in known | off}


def opponents(plan: Coalition) -> tuple[Partner, ...]:
    """Return the partners that are known to want something else than the coalition."""
    levels = [(partner.answers.motivation.level, partner) for partner in plan.partners]
    return tuple(partner for level, partner in levels if level is not None and level <= _AGAINST)


def not_revisited_since(plan: Coalition) -> str:
    """Return when the coalition first looked at data together; "" if the inventory was gone through since.

    A held meeting on the data counts, and an engagement with recorded findings.
    """
    looks = [m.date for m in plan.meetings if m.kind in _DATA_MEETINGS and m.status == "held"]
    looks += [engagement.date for engagement in plan.engagements if engagement.findings]
    dated = [look for look in looks if look]
    if not dated:
        return ""
    first = min(dated, key=lambda look: look.last)
    reviews = [*plan.inventory.reviewed, *(p.reviewed for p in plan.partners if p.reviewed)]
    return first.text if all(review.certainly_before(first) for review in reviews) else ""
