"""A plan as it would be if some left, others joined, or needs were other than they are.

Nothing is written: what comes out is another plan, to be analyzed like any.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from coalitionkit.analysis.needs import VOICE, voices
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.inventory import Inventory, Need, WithoutVoice
from coalitionkit.model.members import Member
from coalitionkit.model.values import Prose
from coalitionkit.periods import partial_date

_HERE = ("active", "on-leave")
_ON_THE_WAY = ("invited", "prospective", "on-leave")


class Supposition(NamedTuple):
    """Who leaves and who joins, by ids, and how many independent holders needs would require.

    A partner takes its parts, its members and its money along. A partner that joins gets a seat. A need that
    requires 0 is dropped.
    """

    leaving: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    needs: Mapping[str, int] = {}


class Supposed(NamedTuple):
    """A plan that was supposed, and whom the supposition took away or brought: ids.

    `sources` are the funding sources that end with their funders or were named.
    """

    plan: Coalition
    partners: frozenset[str]
    members: frozenset[str]
    sources: frozenset[str]
    joined: tuple[str, ...]


class UnknownPartyError(LookupError):
    """An id of a supposition belongs to nobody; its argument is the id."""


class UnknownNeedError(LookupError):
    """An id of a supposition belongs to no need; its argument is the id."""


def supposed(plan: Coalition, given: Supposition, *, as_of: date) -> Supposed:
    """Return the plan as it would be from a day on.

    Raises UnknownPartyError for an id that is neither a partner, a member nor a funding source, and
    UnknownNeedError for an id that is no need.
    """
    partners, members, sources = _gone(plan, given.leaving)
    seated, joined = _joined(plan, given.joining, gone=members)
    day = partial_date(as_of.isoformat())
    away = {key for one in plan.members if one.id in members for key in (one.id, *one.former_ids)}
    people = tuple(
        member.model_copy(update={"status": "alumni", "left": day}) if member.id in members else member
        for member in seated
    )
    changed = _changed(
        plan,
        partners=tuple(partner for partner in plan.partners if partner.id not in partners),
        members=people,
        roles=tuple(
            role.model_copy(update={"held_by": tuple(h for h in role.held_by if h.member not in away)})
            for role in plan.roles
        ),
        champions=tuple(champion for champion in plan.champions if champion.member not in away),
        funding_sources=tuple(source for source in plan.funding_sources if source.id not in sources),
        inventory=_with_needs(plan, given.needs),
    )
    return Supposed(changed, partners, members, sources, joined)


def _gone(plan: Coalition, leaving: Iterable[str]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    partners: set[str] = set()
    members: set[str] = set()
    sources: set[str] = set()
    for key in leaving:
        partner, member, source = plan.partner(key), plan.member(key), plan.funding_source(key)
        if partner:
            partners |= _with_parts(plan, partner.id)
        elif member:
            members.add(member.id)
        elif source:
            sources.add(source.id)
        else:
            raise UnknownPartyError(key)
    homes = {member.id: plan.partner(member.partner) for member in plan.members if member.partner}
    members |= {key for key, home in homes.items() if home and home.id in partners}
    funders = {one.id: plan.partner(one.funder) for one in plan.funding_sources if one.funder}
    sources |= {key for key, funder in funders.items() if funder and funder.id in partners}
    return frozenset(partners), frozenset(members), frozenset(sources)


def _with_parts(plan: Coalition, key: str) -> set[str]:
    """Return a partner and all that are parts of it, at any depth."""
    found = {key}
    while True:
        above = {p.id for p in plan.partners if p.parent and (b := plan.partner(p.parent)) and b.id in found}
        if above <= found:
            return found
        found |= above


def _joined(
    plan: Coalition, joining: Iterable[str], *, gone: Collection[str]
) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    """Return the members with those who join among them, and the ids of all who join."""
    members = {member.id: member for member in plan.members}
    joined: list[str] = []
    for key in joining:
        partner, member = plan.partner(key), plan.member(key)
        if partner:
            ours = [m for m in plan.members if m.partner and plan.partner(m.partner) == partner]
            coming = [m.id for m in ours if m.status in _ON_THE_WAY and not m.left]
            if not coming and not any(m.status in _HERE and m.id not in gone for m in ours):
                coming = [_free(f"seat-of-{partner.id}", members)]
                members[coming[0]] = Member.read(
                    {"id": coming[0], "name": partner.name, "partner": partner.id}
                )
        elif member:
            coming = [member.id]
        else:
            raise UnknownPartyError(key)
        for one in coming:
            members[one] = members[one].model_copy(update={"status": "active", "left": None})
        joined.append(partner.id if partner else coming[0])
    return tuple(members.values()), tuple(joined)


def _free(key: str, taken: Collection[str]) -> str:
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free


def _with_needs(plan: Coalition, required: Mapping[str, int]) -> Inventory:
    generated = voices(plan)
    declared = {need.id: need for need in plan.inventory.needs}
    silenced: list[str] = []
    for key, count in required.items():
        if key not in declared and key not in generated:
            raise UnknownNeedError(key)
        of = declared[key].of if key in declared else generated[key]
        if not count:
            if key not in declared or declared[key].kind == VOICE:
                silenced.append(of)
            declared.pop(key, None)
        elif key in declared:
            declared[key] = declared[key].model_copy(update={"required": count})
        else:
            declared[key] = Need.read({"id": key, "kind": VOICE, "of": of, "required": str(count)})
    without = (WithoutVoice(population=of, reason=Prose({"": "supposed"})) for of in silenced)
    return plan.inventory.model_copy(
        update={
            "needs": tuple(declared.values()),
            "without_voice": (*plan.inventory.without_voice, *without),
        }
    )


def _changed(plan: Coalition, **sections: Any) -> Coalition:
    """Return a plan with other sections; a copy would keep the lookups of the old ones."""
    fields = {name: getattr(plan, name) for name in Coalition.model_fields}
    return Coalition.model_construct(_fields_set=set(plan.model_fields_set), **(fields | sections))
