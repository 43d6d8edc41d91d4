"""How far the fourth step is on record: five points, each with what shows it. Recorded, never proven."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coalitionkit.analysis.decisions import dated_models
from coalitionkit.analysis.governance import management_role, without_part
from coalitionkit.analysis.meetings import first_meeting, for_all
from coalitionkit.analysis.practices import is_recorded
from coalitionkit.analysis.recipients import is_personal
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.governance import Role
from coalitionkit.model.rhythm import Meeting
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES
from coalitionkit.periods import PartialDate

POINTS = ("team", "invited", "launched", "roles-and-decisions", "shared-values")
"""The points of the guide's checklist for the step (Step 4), in its order."""


class Evidence(NamedTuple):
    """Something that shows a point, or is missing for it.

    `role` and `member` are ids; which of these an entry has follows from its `kind`.
    """

    kind: str
    recorded: bool
    role: str | None = None
    member: str | None = None
    day: PartialDate | None = None
    number: int | None = None


class Point(NamedTuple):
    """A point of the checklist and the evidence for it."""

    slug: str
    evidence: tuple[Evidence, ...]

    @property
    def state(self) -> str:
        """Return recorded when all of it is on record, partly when some is, else not."""
        known = [one.recorded for one in self.evidence]
        return "recorded" if all(known) else "partly" if any(known) else "not"


def readiness(plan: Coalition, day: date) -> tuple[Point, ...]:
    """Return the points of the checklist as they were on record for a day."""
    evidence = (
        _team(plan, day),
        _invited(plan, day),
        _launched(plan, day),
        _settled(plan, day),
        _values(plan, day),
    )
    return tuple(Point(slug, tuple(found)) for slug, found in zip(POINTS, evidence, strict=True))


def _team(plan: Coalition, day: date) -> Iterator[Evidence]:
    for slug in MANAGEMENT_ROLES.words:
        role = management_role(plan, slug)
        holder = _holder(role, day) if role else None
        if holder is not None:
            yield Evidence("held", True, slug, holder)
        elif role is not None and role.waived:
            yield Evidence("waived", True, slug)
        else:
            yield Evidence("unfilled", False, slug)


def _holder(role: Role, day: date) -> str | None:
    on_the_day = [
        one.member
        for one in role.held_by
        if not (one.since and one.since.certainly_after(day))
        and not (one.until and one.until.certainly_before(day))
    ]
    return on_the_day[-1] if on_the_day else None


def _invited(plan: Coalition, day: date) -> Iterator[Evidence]:
    """Give how many organizations and people of the community were asked or sit, and how many champions."""
    asked = [i.partner for i in plan.invitations if i.sent and not i.sent.certainly_after(day)]
    reached = {*asked, *(member.partner for member in plan.active_members if member.partner)}
    partners = {partner.id: partner for key in reached if (partner := plan.partner(key))}.values()
    people = sum(1 for partner in partners if is_personal(partner))
    counts = {
        "partners": len(partners) - people,
        "community": people,
        "champions": len(plan.champion_members),
    }
    for kind, number in counts.items():
        yield Evidence(kind, number > 0, number=number)


def _launched(plan: Coalition, day: date) -> Iterator[Evidence]:
    first = first_meeting(plan)
    if first is None:
        yield Evidence("no-first-meeting", False)
        return
    held = first.meeting.status == "held" and not first.at.certainly_after(day)
    yield Evidence("first-meeting" if held else "first-meeting-planned", held, day=first.at)
    there = len(first.meeting.attended)
    if held:
        yield Evidence("attended", there > 0, number=there)


def _settled(plan: Coalition, day: date) -> Iterator[Evidence]:
    yield _held(plan, "expectations", day)
    models = [since for since, _ in dated_models(plan) if not (since and since.certainly_after(day))]
    yield Evidence("decision-model", bool(models), day=models[0] if models else None)
    idle = len(without_part(plan))
    yield Evidence(
        "without-part" if idle else "all-have-part", not idle and bool(plan.active_members), number=idle
    )


def _values(plan: Coalition, day: date) -> Iterator[Evidence]:
    yield _held(plan, "shared-analysis", day)
    yield Evidence("values-plan", is_recorded(plan, "shared-analysis-plan"))


def _held(plan: Coalition, kind: str, day: date) -> Evidence:
    """Return the evidence that a meeting of a kind was held, or when it is to be."""
    dated: list[tuple[PartialDate, Meeting]] = [
        (m.date, m) for m in for_all(plan) if m.kind == kind and m.date
    ]
    held = [when for when, m in dated if m.status == "held" and not when.certainly_after(day)]
    if held:
        return Evidence(kind, True, day=min(held, key=lambda when: when.first))
    planned = min((when for when, _ in dated), key=lambda when: when.first, default=None)
    return Evidence(f"{kind}-planned" if planned else f"no-{kind}", False, day=planned)
