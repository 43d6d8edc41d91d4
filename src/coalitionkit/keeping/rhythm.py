"""Meetings that are held, moved or canceled, and series that come to an end."""

from collections.abc import Iterable, Sequence

from coalitionkit.edits import Add, Bare, Data, Edit, Put
from coalitionkit.errors import AgainstRecordError, UnknownRecordError
from coalitionkit.keeping.deed import Deed, dated, puts, with_remark
from coalitionkit.keeping.records import at, is_of, the
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.rhythm import Meeting, Series
from coalitionkit.periods import PartialDate
from coalitionkit.places import PLAN
from coalitionkit.prose import counted, did_you_mean, quoted, some


def hold(
    plan: Coalition,
    key: str,
    on: PartialDate | None,
    *,
    attended: Sequence[str] = (),
    minutes_file: str | None = None,
) -> Deed:
    """Record that a meeting took place, on its day or on the one given.

    Who was there is added to those recorded. Raises AgainstRecordError when it was canceled, or when no day
    is known.
    """
    meeting = the(plan.meetings, key, Meeting)
    if meeting.status == "cancelled":
        raise AgainstRecordError(
            f"the meeting '{meeting.id}' was canceled; add the one that took place instead"
        )
    day = on or meeting.date
    if day is None:
        raise AgainstRecordError(f"the meeting '{meeting.id}' has no date; say when it took place")
    here = at("meetings", meeting)
    new = [who for who in _parties(plan, attended) if who not in meeting.attended]
    there = [*meeting.attended, *new]
    values: dict[str, Data] = {"status": "held"}
    if day != meeting.date:
        values |= {"date": dated(day), "revision": Bare(meeting.revision + 1)}
    if not meeting.attended and new:
        values["attended"] = new
    added = [Add(here / "attended", who) for who in new] if meeting.attended else []
    edits = (*puts(here, values | {"minutes_file": minutes_file}), *added)
    count = f" with {counted(len(there), 'person', 'people')} there" if there else ""
    unsettled = () if there else (f"nobody is recorded as having been at '{meeting.id}'",)
    return Deed(edits, f"The meeting '{meeting.id}' was held on {day}{count}.", unsettled)


def cancel(plan: Coalition, key: str, on: PartialDate, *, reason: str | None = None) -> Deed:
    """Record that a meeting that was planned does not take place."""
    meeting = the(plan.meetings, key, Meeting)
    if meeting.status != "planned":
        state = "held" if meeting.status == "held" else "canceled already"
        raise AgainstRecordError(f"the meeting '{meeting.id}' was {state}")
    here = at("meetings", meeting)
    edits = puts(here, {"status": "cancelled"})
    summary = f"The meeting '{meeting.id}' was canceled on {on}."
    return Deed((*edits, *with_remark(here, meeting, reason)), summary)


def move(plan: Coalition, key: str, to: PartialDate) -> Deed:
    """Record another day of a meeting that has one."""
    meeting = the(plan.meetings, key, Meeting)
    edits = puts(at("meetings", meeting), {"date": dated(to)})
    return Deed(edits, f"The meeting '{meeting.id}' was moved to {to}.")


def end_series(plan: Coalition, key: str, on: PartialDate, *, reason: str | None = None) -> Deed:
    """Record that a series of meetings comes to an end; those planned for later are told, not touched."""
    series = the(plan.rhythm.series, key, Series)
    edits = ended_series([series], on)
    if not edits:
        raise AgainstRecordError(f"the series '{series.id}' ends on {series.end} already")
    later = met_later([m for m in plan.meetings if is_of(series, m.series)], on)
    remark = with_remark((PLAN / "rhythm" / "series")[series.id], series, reason)
    return Deed((*edits, *remark), f"The series '{series.id}' ends on {on}.", later)


def ended_series(series: Iterable[Series], on: PartialDate) -> tuple[Edit, ...]:
    """Return the edits that end series with a day, where they would go on after it."""
    listed = PLAN / "rhythm" / "series"
    going_on = (one for one in series if one.end is None or one.end.last > on.last)
    return tuple(Put(listed[one.id] / "end", dated(on)) for one in going_on)


def met_later(meetings: Iterable[Meeting], on: PartialDate) -> tuple[str, ...]:
    """Return a sentence about the meetings that are planned for after a day, if there are any."""
    later = [m.id for m in meetings if m.status == "planned" and m.date and m.date.certainly_after(on)]
    if not later:
        return ()
    is_or_are = "is" if len(later) == 1 else "are"
    return (
        f"{some(later)} {is_or_are} still planned for after {on}; 'coalition end meeting ...' cancels one",
    )


def _parties(plan: Coalition, keys: Iterable[str]) -> list[str]:
    """Return the ids of members and partners. Raises UnknownRecordError."""
    found = []
    for key in keys:
        one = plan.member(key) or plan.partner(key)
        if one is None:
            hint = did_you_mean(key, [entry.id for entry in (*plan.members, *plan.partners)]).lstrip("; ")
            raise UnknownRecordError(f"the plan has no member or partner {quoted(key)}", hint=hint)
        found.append(one.id)
    return list(dict.fromkeys(found))
