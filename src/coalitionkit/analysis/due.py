"""What a day asks for and what is new on it: open questions, promises, metrics that moved, wins.

Everything is as it was known on the day, as far as the record says when it came about.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from coalitionkit.analysis.decisions import is_settled
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.decisions import Decision
from coalitionkit.model.learning import Win
from coalitionkit.model.metrics import Measurement, Metric
from coalitionkit.model.promises import Commitment
from coalitionkit.periods import PartialDate, shifted

_TOO_WEAK = "3"
_NEWS = 548
"""For how many days after the time it describes a value is news: yearly numbers come out a year later."""


class Move(NamedTuple):
    """A metric, its latest value and the one before; `good` is None where neither way is better."""

    metric: Metric
    before: Measurement
    now: Measurement
    good: bool | None


def decisions_due(plan: Coalition, day: date) -> tuple[Decision, ...]:
    """Return the questions that were open on a day and were to be settled on it or before, oldest first."""
    found = [(when, one) for one in plan.decisions if (when := _to_settle(one, day)) is not None]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _to_settle(decision: Decision, day: date) -> date | None:
    """Return since when a question should have been settled, or None where it is not yet due or is closed."""
    if decision.status == "withdrawn":
        return None
    if is_settled(decision) and (decision.date is None or decision.date.certainly_before(day)):
        return None
    days = [when.first for when in (decision.due, decision.date) if when and when.first <= day]
    return min(days, default=None)


def commitments_due(plan: Coalition, day: date, ahead: int = 0) -> tuple[Commitment, ...]:
    """Return what was promised and not kept by a day, and is due within so many days; the first due first."""
    known = _dates(plan)
    found = [
        one
        for one in plan.commitments
        if one.due is not None
        and one.due.first <= shifted(day, ahead)
        and (one.done is None or one.done.certainly_after(day))
        and not ((made := known.get(one.made_in or "")) and made.certainly_after(day))
    ]
    return tuple(sorted(found, key=lambda one: one.due.first if one.due else date.max))


def _dates(plan: Coalition) -> dict[str, PartialDate]:
    """Return when invitations, meetings and decisions were, by every id that they have or had."""
    dated = [
        *((one, one.sent) for one in plan.invitations),
        *((one, one.date) for one in plan.meetings),
        *((one, one.date) for one in plan.decisions),
    ]
    return {key: when for one, when in dated if when for key in (*one.former_ids, one.id)}


def moves(plan: Coalition, day: date) -> tuple[Move, ...]:
    """Return the metrics whose latest value that may be quoted is news and differs from the one before."""
    found = [move for metric in plan.metrics if metric.source for move in _move(metric, day)]
    return tuple(sorted(found, key=lambda move: move.now.date.last, reverse=True))


def _move(metric: Metric, day: date) -> Iterator[Move]:
    values = [*([metric.baseline] if metric.baseline else []), *metric.values]
    known = [v for v in values if v.quality != _TOO_WEAK and not v.date.certainly_after(day)]
    known.sort(key=lambda value: value.date.last)
    if len(known) < len(("before", "now")):
        return
    before, now = known[-2:]
    if now.value != before.value and now.date.last >= shifted(day, -_NEWS):
        rose = now.value > before.value
        yield Move(
            metric, before, now, None if metric.better is None else rose is (metric.better == "higher")
        )


def wins(plan: Coalition, since: date | None, day: date) -> tuple[Win, ...]:
    """Return what went well by a day and was not told before the day `since`; the latest first."""
    found = [
        win
        for strategy in plan.strategies
        for win in strategy.wins
        if not (win.date and win.date.certainly_after(day))
        and not (win.reported and since and win.reported.certainly_before(since))
    ]
    return tuple(sorted(found, key=lambda win: win.date.last if win.date else date.min, reverse=True))


def of_people(commitments: Collection[Commitment], people: Collection[str]) -> tuple[Commitment, ...]:
    """Return the commitments that some of these members or partners gave or were given."""
    return tuple(one for one in commitments if {one.promised_by, one.promised_to} & {*people})
