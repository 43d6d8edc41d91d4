"""What a coalition stands on today: seats and votes, roles and duties, and the money still to come."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from coalitionkit.analysis.duties import gone
from coalitionkit.analysis.governance import body_of, current_holders, sector_of
from coalitionkit.analysis.groups import running_groups
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.funding import FundingSource
from coalitionkit.model.governance import Role
from coalitionkit.model.members import Member
from coalitionkit.model.vocabulary.funding import FUNDING_STATUSES
from coalitionkit.model.vocabulary.governance import CHAMPION_RESPONSIBILITIES
from coalitionkit.model.vocabulary.sectors import GOVERNMENT

_HALF = Fraction(1, 2)
_HERE = ("active", "on-leave")
GOVERNMENTS = "government"
"""How the governments of all levels together are called among blocs."""


class Voting(NamedTuple):
    """Who votes today and what a decision takes.

    `quorum` is how many must be present and `carries` how many in favor carry a proposal when all vote; None
    where that is not agreed on, or where votes do not decide. `alone` are the bodies, or all governments
    together, that could carry one by themselves. `is_possible` says whether anything can be decided.
    """

    model: str | None
    voters: tuple[str, ...]
    quorum: int | None
    carries: int | None
    alone: tuple[str, ...]
    is_possible: bool


class Footing(NamedTuple):
    """What a coalition stands on. `open_duties` are those of champions that nobody has taken on.

    `vacant` are roles without a holder that are not waived, `leaderless` groups at work without a lead who is
    here. `to_come` is money not yet received, by how sure it is. `unpaid` are the budget lines whose funding
    sources are all gone.
    """

    voting: Voting
    vacant: tuple[str, ...]
    leaderless: tuple[str, ...]
    open_duties: tuple[str, ...]
    to_come: Mapping[str, Decimal]
    unpaid: tuple[str, ...]


def footing(plan: Coalition, *, as_of: date) -> Footing:
    """Return what a coalition stands on as of a day."""
    away = gone(plan)
    taken = {duty for champion in plan.champions if champion.member not in away
             for duty in champion.responsibilities}  # fmt: skip
    return Footing(
        voting=voting(plan),
        vacant=tuple(role.id for role in plan.roles if is_vacant(plan, role)),
        leaderless=tuple(
            group.id
            for group in running_groups(plan)
            if group.lead is None or group.lead in away or plan.member(group.lead) is None
        ),
        open_duties=tuple(word.slug for word in CHAMPION_RESPONSIBILITIES if word.slug not in taken),
        to_come=_to_come(plan, as_of),
        unpaid=_unpaid(plan, as_of),
    )


def is_vacant(plan: Coalition, role: Role) -> bool:
    """Whether nobody who is here holds a role that the coalition did not decide to do without."""
    away = gone(plan)
    return role.waived is None and not any(holder.member not in away for holder in current_holders(role))


def voters(plan: Coalition) -> tuple[Member, ...]:
    """Return the members who have a vote today.

    What is said outright counts; else active members have one, and champions as the way of deciding says.
    """
    champions = {member.id for member in plan.champion_members}
    counts = plan.decision_model is not None and plan.decision_model.champions_count
    found = []
    for member in plan.members:
        if member.status not in _HERE or member.left:
            continue
        votes = member.status == "active" and (
            member.id not in champions or counts or member.group is not None
        )
        if votes if member.voting is None else member.voting:
            found.append(member)
    return tuple(found)


def voting(plan: Coalition) -> Voting:
    """Return who votes today and what a decision takes."""
    rule, people = plan.decision_model, voters(plan)
    ids, many = tuple(member.id for member in people), len(people)
    if rule is None:
        return Voting(None, ids, None, None, (), is_possible=bool(many))
    quorum = None if rule.quorum is None else ceil(rule.quorum * many)
    if rule.model == "lead-authority":
        return Voting(rule.model, ids, quorum, None, (), is_possible=_decides(plan, rule.authority))
    carries: int | None = None
    if rule.model == "majority":
        share = rule.share or _HALF
        carries = many // 2 + 1 if share == _HALF else ceil(share * many)
    elif rule.model in {"consensus", "unanimous"}:
        carries = many
    alone = _alone(plan, people, carries) if rule.model == "majority" and carries else ()
    return Voting(rule.model, ids, quorum, carries, alone, is_possible=bool(many))


def _decides(plan: Coalition, authority: str | None) -> bool:
    """Whether the one who decides alone is still there."""
    if authority is None:
        return False
    role, member = plan.role(authority), plan.member(authority)
    if role is not None:
        return not is_vacant(plan, role)
    return member.id not in gone(plan) if member else plan.partner(authority) is not None


def _alone(plan: Coalition, people: tuple[Member, ...], carries: int) -> tuple[str, ...]:
    """Return who has enough votes to carry a proposal without anybody else."""
    blocs: Counter[str] = Counter()
    for member in people:
        home = plan.partner(member.partner) if member.partner else None
        if home is not None:
            blocs[body_of(plan, home)] += 1
        blocs[GOVERNMENTS] += sector_of(plan, member) in GOVERNMENT
    return tuple(bloc for bloc, count in sorted(blocs.items()) if count >= carries)


def _to_come(plan: Coalition, as_of: date) -> dict[str, Decimal]:
    """Return the money still to come by status, in the order of the vocabulary."""
    found = {word.slug: Decimal(0) for word in FUNDING_STATUSES}
    for source in plan.funding_sources:
        if source.status in found:
            found[source.status] += outstanding(source, as_of)
    return {status: amount for status, amount in found.items() if amount}


def outstanding(source: FundingSource, as_of: date) -> Decimal:
    """Return what is still to come of a funding source: parts not received, or all of one without parts.

    Nothing comes of a source that has ended.
    """
    if source.end is not None and source.end.last < as_of:
        return Decimal(0)
    if source.schedule:
        return sum((part.amount for part in source.schedule if part.received is None), Decimal(0))
    return source.amount or Decimal(0)


def _unpaid(plan: Coalition, as_of: date) -> tuple[str, ...]:
    known = {key for source in plan.funding_sources for key in (source.id, *source.former_ids)}
    return tuple(
        line.id
        for line in plan.budget.lines
        if line.funded_by
        and known.isdisjoint(line.funded_by)
        and not (line.end is not None and line.end.last < as_of)
    )
