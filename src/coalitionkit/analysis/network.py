"""Who is tied to whom: partners, the members with whom they are tied, and how.

Nothing private is in it. The network is for maps and for other tools; it enters no score.
"""

from collections.abc import Iterator
from typing import NamedTuple

from coalitionkit.model.coalition import Coalition
from coalitionkit.model.members import Member
from coalitionkit.model.partners import Partner
from coalitionkit.model.vocabulary.inventory import TIE_KINDS
from coalitionkit.model.vocabulary.sectors import SECTORS

PART_OF, COMES_FROM, CLOSEST_TO = "part-of", "comes-from", "closest-to"
"""How a partner is tied to its parent, a member to the partner they come from, and to one they know best."""


class Party(NamedTuple):
    """A partner or a member. `kind` is organization, individual or member; `sector` a word in English."""

    id: str
    name: str
    kind: str
    sector: str = ""
    small: bool = False
    url: str = ""
    former_names: tuple[str, ...] = ()


class Bond(NamedTuple):
    """A tie from one party to another. `kind` is a word of the plan, `label` the same in English."""

    who: str
    whom: str
    kind: str
    label: str


class Network(NamedTuple):
    """The parties of a coalition and what ties them, each in the order of the plan."""

    parties: tuple[Party, ...]
    bonds: tuple[Bond, ...]


_LABELS = {PART_OF: "Part of", COMES_FROM: "Comes from", CLOSEST_TO: "Knows best"}


def network(plan: Coalition, *, members: bool = True) -> Network:
    """Return partners and ties; `members` says whether members are in it, with where they come from.

    A tie that is recorded twice counts once.
    """
    parties = [_partner(partner) for partner in plan.partners]
    if members:
        known = {party.id for party in parties}
        parties += [_member(member, plan) for member in plan.members if member.id not in known]
    present = {party.id for party in parties}
    bonds = dict.fromkeys(
        bond for bond in _bonds(plan) if {bond.who, bond.whom} <= present and bond.who != bond.whom
    )
    return Network(tuple(parties), tuple(bonds))


def _bonds(plan: Coalition) -> Iterator[Bond]:
    for tie in plan.ties:
        yield Bond(_id(plan, tie.who), _id(plan, tie.whom), tie.kind, TIE_KINDS.label(tie.kind))
    for partner in plan.partners:
        if partner.parent:
            yield _bond(partner.id, _id(plan, partner.parent), PART_OF)
        if partner.closest:
            yield _bond(_id(plan, partner.closest), partner.id, CLOSEST_TO)
    for member in plan.members:
        if member.partner:
            yield _bond(member.id, _id(plan, member.partner), COMES_FROM)


def _bond(who: str, whom: str, kind: str) -> Bond:
    return Bond(who, whom, kind, _LABELS[kind])


def _id(plan: Coalition, key: str) -> str:
    """Return the id that someone has today, also of those named by a former one."""
    found = plan.partner(key) or plan.member(key)
    return found.id if found else key


def _partner(partner: Partner) -> Party:
    return Party(
        id=partner.id,
        name=partner.name,
        kind=partner.kind,
        sector=SECTORS.label(partner.sector) if partner.sector else "",
        small=bool(partner.small),
        url=partner.url or "",
        former_names=tuple(former.name for former in partner.former_names),
    )


def _member(member: Member, plan: Coalition) -> Party:
    home = plan.partner(member.partner) if member.partner else None
    return Party(
        id=member.id,
        name=member.name,
        kind="member",
        sector=SECTORS.label(home.sector) if home and home.sector else "",
    )
