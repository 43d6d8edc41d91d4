"""Engagements that were reported back, strategies that were carried out or given up."""

from coalitionkit.edits import Put
from coalitionkit.errors import AgainstRecordError
from coalitionkit.keeping.deed import Deed, dated, with_remark
from coalitionkit.keeping.records import at, is_of, the
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.learning import Engagement, Strategy
from coalitionkit.periods import PartialDate
from coalitionkit.prose import some


def report_back(plan: Coalition, key: str, on: PartialDate) -> Deed:
    """Record that those who took part were told what came of it.

    Raises AgainstRecordError when they were told before.
    """
    engagement = the(plan.engagements, key, Engagement)
    if engagement.reported_back is not None:
        raise AgainstRecordError(f"'{engagement.id}' was reported back on {engagement.reported_back}")
    edit = Put(at("engagements", engagement) / "reported_back", dated(on))
    unsettled = (
        () if engagement.findings else (f"what was learned at '{engagement.id}' is not written down yet",)
    )
    return Deed(
        (edit,), f"Those who took part in '{engagement.id}' were told what came of it on {on}.", unsettled
    )


def finish(
    plan: Coalition, key: str, on: PartialDate, *, stopped: bool = False, reason: str | None = None
) -> Deed:
    """Record that a strategy is carried out, or `stopped`.

    The plan holds no day for that, so only the summary names it. Raises AgainstRecordError when it was
    so before.
    """
    strategy = the(plan.strategies, key, Strategy)
    if strategy.status in {"done", "stopped"}:
        raise AgainstRecordError(f"the strategy '{strategy.id}' is {strategy.status} already")
    here = at("strategies", strategy)
    edits = (Put(here / "status", "stopped" if stopped else "done"), *with_remark(here, strategy, reason))
    lines = [
        line.id for line in plan.budget.lines if is_of(strategy, line.strategy) and not _over(line.end, on)
    ]
    unsettled = (
        (f"{some(lines)} of the budget goes on; 'coalition end budget-line ...' ends it",) if lines else ()
    )
    state = "was stopped" if stopped else "is carried out"
    return Deed(edits, f"The strategy '{strategy.id}' {state}, as of {on}.", unsettled)


def _over(end: PartialDate | None, on: PartialDate) -> bool:
    return end is not None and end.last <= on.last
