"""The groups in which members work: who is in them, what they are named for, where they meet one another."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from coalitionkit.analysis.governance import sector_of
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.governance import WorkingGroup
from coalitionkit.model.members import Member
from coalitionkit.model.vocabulary.mobility import PREDICTORS
from coalitionkit.model.vocabulary.words import folded

_SHARED = frozenset({"all", "key-stakeholder"})
"""The groups in whose meetings every working group sits."""

_SAYS_GROUP = frozenset(
    {"a", "and", "committee", "for", "force", "group", "of", "on", "task", "team", "the", "work", "working"}
)
"""Words that say that it is a group, and not what it is for."""


def running_groups(plan: Coalition) -> tuple[WorkingGroup, ...]:
    """Return the working groups that have not finished their work."""
    return tuple(group for group in plan.working_groups if group.ended is None)


def people_of(plan: Coalition, group: WorkingGroup) -> Iterator[Member]:
    """Return the lead, the deputy and the members of a group, each once."""
    seen: set[str] = set()
    for key in (group.lead, group.deputy, *group.members):
        member = plan.member(key) if key else None
        if member and member.id not in seen:
            seen.add(member.id)
            yield member


def sectors_in(plan: Coalition, group: WorkingGroup) -> tuple[str, ...]:
    """Return the sector of each member of a group for whom it is known."""
    found = (sector_of(plan, member) for member in people_of(plan, group))
    return tuple(sector for sector in found if sector)


def is_single_issue(group: WorkingGroup) -> bool:
    """Whether a group is named for one predictor, such as housing, in any of its languages."""
    names = (set(folded(text).split("-")) - _SAYS_GROUP for text in group.name.texts.values())
    return any(words <= issue for words in names if words for issue in _issues())


@cache
def _issues() -> tuple[frozenset[str], ...]:
    spellings = (name for word in PREDICTORS for name in (word.label, *word.aliases))
    return tuple(frozenset(folded(name).split("-")) for name in spellings)


def groups_with_rhythm(plan: Coalition) -> frozenset[str]:
    """Return the working groups of which it is known how often they meet, by cadence or by a series."""
    in_series = {series.working_group for series in plan.rhythm.series}
    return frozenset(g.id for g in plan.working_groups if g.cadence or {g.id, *g.former_ids} & in_series)


def groups_meet(plan: Coalition, since: date, as_of: date) -> bool:
    """Whether working groups have an occasion to share: a rhythm that goes on, or a meeting since a day."""
    return (
        "key-stakeholder" in plan.rhythm.cadence
        or any(
            series.group in _SHARED and not (series.end and series.end.certainly_before(as_of))
            for series in plan.rhythm.series
        )
        or any(
            (meeting.group in _SHARED or meeting.kind == "working-groups")
            and meeting.status != "cancelled"
            and meeting.date is not None
            and not meeting.date.certainly_before(since)
            for meeting in plan.meetings
        )
    )
