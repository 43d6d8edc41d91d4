"""What breaks, and what mends, when some leave, others join or needs change: before and after."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from coalitionkit.analysis.categories import Moved, moved
from coalitionkit.analysis.footing import Footing, footing, outstanding
from coalitionkit.analysis.needs import Need
from coalitionkit.analysis.scoring import Scoring, score
from coalitionkit.analysis.supposing import Supposed, Supposition, supposed
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.funding import FundingSource
from coalitionkit.model.partners import Partner, Tie
from coalitionkit.model.promises import Commitment


class State(NamedTuple):
    """A plan with all that is asked of it here."""

    plan: Coalition
    scoring: Scoring
    footing: Footing


class NeedChange(NamedTuple):
    """A need before and after; None where there is none."""

    before: Need | None
    after: Need | None


class Consequences(NamedTuple):
    """What a supposition comes to.

    `needs` and `categories` hold what changes, `listed` and `unlisted` who comes onto the list of invitations
    and who is no longer on it, apart from those who left. `money` is what is still to come from the sources
    that end, `ties` the relationships that go with those who leave, `orphans` the partners whose closest
    member leaves, and `promises` what those who leave have promised and not kept yet.
    """

    supposed: Supposed
    before: State
    after: State
    needs: tuple[NeedChange, ...]
    categories: tuple[Moved, ...]
    listed: tuple[str, ...]
    unlisted: tuple[str, ...]
    money: tuple[tuple[FundingSource, Decimal], ...]
    ties: tuple[Tie, ...]
    orphans: tuple[Partner, ...]
    promises: tuple[Commitment, ...]


def consequences(plan: Coalition, given: Supposition, *, as_of: date) -> Consequences:
    """Return what a supposition comes to. Raises as `supposed` does."""
    made = supposed(plan, given, as_of=as_of)
    before, after = (State(one, score(one), footing(one, as_of=as_of)) for one in (plan, made.plan))
    invited = [{step.id for step in state.scoring.selection.invited} for state in (before, after)]
    away = {
        key
        for party in (*plan.partners, *plan.members)
        if party.id in made.partners | made.members
        for key in (party.id, *party.former_ids)
    }
    return Consequences(
        supposed=made,
        before=before,
        after=after,
        needs=_needs(before.scoring, after.scoring),
        categories=moved(*({one.id: one.category for one in s.scoring.scores} for s in (before, after))),
        listed=tuple(key for key in after.scoring.needs.units.ids if key in invited[1] - invited[0]),
        unlisted=tuple(key for key in after.scoring.needs.units.ids if key in invited[0] - invited[1]),
        money=tuple(
            (source, outstanding(source, as_of))
            for source in plan.funding_sources
            if source.id in made.sources
        ),
        ties=tuple(tie for tie in plan.ties if {tie.who, tie.whom} & away),
        orphans=tuple(partner for partner in made.plan.partners if partner.closest in away),
        promises=tuple(one for one in plan.commitments if one.promised_by in away and one.done is None),
    )


def _needs(before: Scoring, after: Scoring) -> tuple[NeedChange, ...]:
    """Return the needs that stand otherwise, the worst after the change first as far as they are known."""
    old, new = before.needs.by_id, after.needs.by_id
    found = []
    for key in dict.fromkeys((*old, *new)):
        one, other = old.get(key), new.get(key)
        if _figures(one) != _figures(other):
            found.append(NeedChange(one, other))
    return tuple(found)


def _figures(need: Need | None) -> tuple[str, int, int] | None:
    return (need.standing, need.depth, need.required) if need else None
