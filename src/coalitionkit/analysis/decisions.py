"""Whether decisions came about as the coalition had agreed on their day. Silent where that is not known."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from enum import Enum, auto
from operator import itemgetter
from typing import NamedTuple

from coalitionkit.analysis.governance import MANAGEMENT
from coalitionkit.analysis.voting import CARRIED, Range, Tally, Terms, quorum_met, result
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.decisions import AdoptedModel, Decision, DecisionRule
from coalitionkit.model.members import Member, Standing
from coalitionkit.periods import PartialDate

_AS_TODAY = Standing.model_construct()


class Fault(Enum):
    """In what a decision departs from the model in force."""

    QUORUM = auto()
    OUTCOME = auto()
    CHOSEN = auto()


class Departure(NamedTuple):
    """How a decision departs from its terms: the votes, and what they come to where the quorum was met."""

    fault: Fault
    terms: Terms
    tally: Tally
    outcome: str = ""
    chosen: str | None = None


class Dated(NamedTuple):
    """A way of deciding, and since when it is or was in force as far as that is known."""

    since: PartialDate | None
    model: AdoptedModel


def dated_models(plan: Coalition) -> tuple[Dated, ...]:
    """Return the present way of deciding and those before it, dated if need be by the adopting decision."""
    current = plan.decision_model
    if current is None:
        return ()
    decided = {decision.id: decision.date for decision in plan.decisions}
    models: tuple[AdoptedModel, ...] = (current, *current.earlier)
    return tuple(Dated(model.adopted or decided.get(model.adopted_by or ""), model) for model in models)


def model_in_force(models: Sequence[Dated], decision: Decision) -> AdoptedModel | None:
    """Return which of a plan's models was in force for a decision, or None where that is not known.

    The decision that adopts a model is still made under the one before. A single model without a date has
    always been in force.
    """
    begun: list[tuple[date, AdoptedModel]] = []
    for since, model in models:
        if decision.date is None or (since is None and len(models) > 1):
            return None
        if model.adopted_by == decision.id:
            continue
        if since is None or since.certainly_before(decision.date):
            begun.append((since.last if since else date.min, model))
        elif not since.certainly_after(decision.date):
            return None
    return max(begun, key=itemgetter(0))[1] if begun else None


def terms_of(model: AdoptedModel, kind: str) -> Terms:
    """Return what a decision of a kind must meet: a rule for the kind may keep quorum and notice."""
    return _terms(model.by_kind.get(kind, model), model)


def _terms(rule: DecisionRule, model: AdoptedModel) -> Terms:
    quorum = model.quorum if rule.quorum is None else rule.quorum
    notice = model.notice_days if rule.notice_days is None else rule.notice_days
    return Terms(rule.model, quorum, rule.share, rule.basis, rule.authority, notice)


def has_vote(member: Member, when: PartialDate, *, champion: bool, champions_count: bool) -> bool | None:
    """Whether a member had a vote on a day: said outright, else as an active member; None if not known."""
    in_time = _within(when, member.joined, member.left)
    if in_time is False or member.status in {"prospective", "invited"}:
        return False
    stretch = _AS_TODAY
    for past in member.earlier:
        covered = _within(when, past.since, past.until)
        if covered is None:
            return None
        stretch = past if covered else stretch
    # A member on leave has been so since nobody knows when; someone who left was active until then.
    dated = member.status == "active" or member.left is not None
    status = stretch.status or ("active" if dated else None)
    if status is None or in_time is None or member.joined is None:
        return None
    if status not in {"active", "on-leave"}:
        return False
    said = member.voting if stretch.voting is None else stretch.voting
    if said is not None:
        return said
    counts = not champion or champions_count or stretch.group not in {None, "champion"}
    return counts and status == "active"


def _within(when: PartialDate, first: PartialDate | None, last: PartialDate | None) -> bool | None:
    """Whether a day lies between two others, both included; an end that is not given is open."""
    if (first and first.certainly_after(when)) or (last and last.certainly_before(when)):
        return False
    begun = first is None or first.last <= when.first
    lasts = last is None or when.last <= last.first
    return True if begun and lasts else None


class Roll(NamedTuple):
    """Who had a vote, and who may have had one and took no part: ids of members."""

    voters: frozenset[str]
    possible: frozenset[str]


def roll(plan: Coalition, decision: Decision, when: PartialDate, model: AdoptedModel) -> Roll:
    """Return who had a vote in a decision; of whom it is not known, those who took part are believed."""
    acted = _ids(plan, (*decision.present, *decision.votes, *decision.proxies))
    answers: dict[bool | None, set[str]] = {True: set(), None: set(), False: set()}
    for member, answer in _votes_of(plan, plan.members, when, model):
        answers[True if answer is None and member.id in acted else answer].add(member.id)
    return Roll(frozenset(answers[True]), frozenset(answers[None]))


def _votes_of(
    plan: Coalition, members: Iterable[Member], when: PartialDate, model: AdoptedModel
) -> Iterator[tuple[Member, bool | None]]:
    champions = {champion.id for champion in plan.champion_members}
    for member in members:
        champion = member.id in champions
        yield member, has_vote(member, when, champion=champion, champions_count=model.champions_count)


def tally_of(plan: Coalition, decision: Decision, who: Roll) -> Tally:
    """Return the votes that count. Whether a proxy makes an absent member present is left open."""
    votes = {
        member.id: vote
        for key, vote in decision.votes.items()
        if (member := plan.member(key)) and member.id in who.voters
    }
    listed = who.voters & _ids(plan, decision.present)
    proxied = (who.voters & _ids(plan, decision.proxies)) - listed
    there = listed | (votes.keys() - proxied)
    everyone = who.voters | who.possible
    at_most = there | proxied if decision.present else everyone
    return Tally(votes, Range(len(who.voters), len(everyone)), Range(len(there), len(at_most)))


def votes_without_right(plan: Coalition, decision: Decision, model: AdoptedModel) -> tuple[str, ...]:
    """Return the members whose vote is recorded though they had none on that day, in the order recorded."""
    if decision.date is None:
        return ()
    voted = [member for key in decision.votes if (member := plan.member(key))]
    answers = _votes_of(plan, voted, decision.date, model)
    return tuple(member.id for member, answer in answers if answer is False)


def departure(plan: Coalition, decision: Decision, model: AdoptedModel) -> Departure | None:
    """Return how the outcome of a decision departs from the model in force for it; None if it does not.

    What did not come to a result in the first way may have been settled by the fallback.
    """
    if decision.date is None or decision.outcome is None:
        return None
    tally = tally_of(plan, decision, roll(plan, decision, decision.date, model))
    found = _held_against(terms_of(model, decision.kind), tally, decision)
    # Where the votes carried the proposal, there was nothing left for a fallback.
    if found is None or model.fallback is None or found.outcome == CARRIED:
        return found
    return found if _held_against(_terms(model.fallback, model), tally, decision) else None


def _held_against(terms: Terms, tally: Tally, decision: Decision) -> Departure | None:
    quorum = quorum_met(terms, tally)
    come_to = result(terms, tally, decision.options)
    if decision.outcome == CARRIED and quorum is False:
        return Departure(Fault.QUORUM, terms, tally)
    if come_to is None or (decision.outcome != CARRIED and quorum is not True):
        return None
    if (decision.outcome == CARRIED) is not (come_to.outcome == CARRIED):
        return Departure(Fault.OUTCOME, terms, tally, *come_to)
    if decision.outcome == CARRIED and decision.chosen and decision.chosen != come_to.chosen:
        return Departure(Fault.CHOSEN, terms, tally, *come_to)
    return None


def notice_given(decision: Decision) -> int | None:
    """Return how many days before a decision it was announced, at most; None where that is not known."""
    if decision.date is None or decision.noticed is None:
        return None
    return (decision.date.last - decision.noticed.first).days


def heard_before(decision: Decision, authority: str | None) -> bool:
    """Whether someone other than the authority was heard, and not only after the decision."""
    return any(
        one.by != authority and not (one.date and decision.date and one.date.certainly_after(decision.date))
        for one in decision.input
    )


def _ids(plan: Coalition, keys: Iterable[str]) -> set[str]:
    """Return the ids that members have now, for ids that they may have had before."""
    return {member.id for key in keys if (member := plan.member(key))}


def is_settled(decision: Decision) -> bool:
    """Whether a question is closed, as its status or its outcome says."""
    return decision.status == "decided" or decision.outcome is not None


def outside_management(plan: Coalition) -> frozenset[str]:
    """Return the members who are or once were in another group than the management team."""
    return frozenset(
        member.id
        for member in plan.members
        if any(
            group not in {None, MANAGEMENT} for group in (member.group, *(s.group for s in member.earlier))
        )
    )


def has_outsiders(plan: Coalition, decision: Decision, outside: Collection[str]) -> bool:
    """Whether someone from outside took part in a decision: was present, voted or was heard.

    Whoever was heard and is no member speaks for a partner, which is outside.
    """
    heard = [one.by for one in decision.input]
    took_part = _ids(plan, (*decision.present, *decision.votes, *heard))
    return not took_part.isdisjoint(outside) or any(plan.member(key) is None for key in heard)
