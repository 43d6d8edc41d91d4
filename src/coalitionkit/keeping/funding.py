"""Money that is secured, arrives, ends or does not come."""

from collections.abc import Iterator

from coalitionkit.edits import Bare, Data, Put, Remove
from coalitionkit.errors import AgainstRecordError
from coalitionkit.keeping.deed import Deed, dated, puts, with_remark
from coalitionkit.keeping.records import at, is_of, the
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.funding import BudgetLine, FundingSource
from coalitionkit.periods import PartialDate
from coalitionkit.places import PLAN
from coalitionkit.prose import some

_OPEN = frozenset({None, "idea", "applied", "pledged"})


def secure(plan: Coalition, key: str, on: PartialDate, *, amount: str | None = None) -> Deed:
    """Record that money is certain from a day on, perhaps with another amount.

    From when it may be spent is that day unless the plan says more. Raises AgainstRecordError for money that
    is secured already or has ended.
    """
    source = the(plan.funding_sources, key, FundingSource)
    if source.status in {"secured", "ended"}:
        hint = "add the new grant as a funding source of its own" if source.status == "ended" else ""
        raise AgainstRecordError(f"the funding source '{source.id}' is {source.status} already", hint=hint)
    here = at("funding_sources", source)
    values: dict[str, Data] = {"status": "secured"}
    if amount is not None:
        values["amount"] = Bare(amount)
    if source.start is None:
        values["start"] = dated(on)
    doubt = (Remove(here / "confidence"),) if source.confidence is not None else ()
    sum_of = amount or (str(source.amount) if source.amount is not None else "")
    sum_of = f" with {sum_of} {plan.coalition.currency}" if sum_of else ""
    unsettled = (
        () if source.schedule else (f"when the money of '{source.id}' comes is open; 'schedule' says it",)
    )
    return Deed((*puts(here, values), *doubt), f"'{source.id}' is secured since {on}{sum_of}.", unsettled)


def end_source(plan: Coalition, key: str, on: PartialDate, *, reason: str | None = None) -> Deed:
    """Record that secured money ends with a day, and that money only hoped for is declined.

    Raises AgainstRecordError when it has ended already.
    """
    source = the(plan.funding_sources, key, FundingSource)
    here = at("funding_sources", source)
    if source.status in {"ended", "declined"}:
        raise AgainstRecordError(f"the funding source '{source.id}' is {source.status} already")
    remark = with_remark(here, source, reason)
    unsettled = tuple(_unpaid(plan, source, on))
    if source.status in _OPEN:
        doubt = (Remove(here / "confidence"),) if source.confidence is not None else ()
        edits = (Put(here / "status", "declined"), *doubt, *remark)
        return Deed(edits, f"'{source.id}' will not come: declined on {on}.", unsettled)
    end = () if source.end and source.end.last <= on.last else (Put(here / "end", dated(on)),)
    return Deed((Put(here / "status", "ended"), *end, *remark), f"'{source.id}' ended on {on}.", unsettled)


def end_line(plan: Coalition, key: str, on: PartialDate, *, reason: str | None = None) -> Deed:
    """Record that something is no longer paid for after a day."""
    line = the(plan.budget.lines, key, BudgetLine)
    if line.end is not None and line.end.last <= on.last:
        raise AgainstRecordError(f"the budget line '{line.id}' ends on {line.end} already")
    here = (PLAN / "budget" / "lines")[line.id]
    edits = (Put(here / "end", dated(on)), *with_remark(here, line, reason))
    return Deed(edits, f"The budget line '{line.id}' ends on {on}.")


def _unpaid(plan: Coalition, source: FundingSource, on: PartialDate) -> Iterator[str]:
    """Say what was to be paid from a source and goes on after it."""
    lines = [
        line.id
        for line in plan.budget.lines
        if any(is_of(source, key) for key in line.funded_by) and not (line.end and line.end.last <= on.last)
    ]
    if lines:
        yield f"{some(lines)} of the budget counts on '{source.id}'; name another source, or end it"
    promises = [p.id for p in plan.commitments if p.done is None and is_of(source, p.funding_source)]
    if promises:
        yield f"{some(promises)} is promised from '{source.id}'; settle where the money comes from"
    paid = [
        m.id
        for m in plan.active_members
        if m.compensation is not None and is_of(source, m.compensation.funding_source)
    ]
    if paid:
        yield f"{some(paid)} is paid from '{source.id}'; settle where the money comes from"
