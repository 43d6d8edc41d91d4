"""Which practices are recorded in words, shown by the rest of the plan, or have no place in it."""

from collections.abc import Iterable, Iterator

from coalitionkit.analysis.governance import (
    current_holders,
    government_convenes,
    management_role,
    residents,
)
from coalitionkit.analysis.meetings import taking_place
from coalitionkit.model.coalition import Coalition

_WRITES = "draft-plan"


def is_recorded(plan: Coalition, slug: str) -> bool:
    """Whether a practice has a text of its own or a file that holds one."""
    practice = plan.practices.get(slug)
    return practice is not None and (practice.text is not None or practice.file is not None)


def unrecorded(plan: Coalition, slugs: Iterable[str]) -> tuple[str, ...]:
    """Return those of the practices that neither a text nor anything else in the plan tells about."""
    settled = {*_shown(plan), *_out_of_place(plan)}
    return tuple(slug for slug in slugs if slug not in settled and not is_recorded(plan, slug))


def _shown(plan: Coalition) -> Iterator[str]:
    """Give the practices that other parts of the plan show."""
    kinds = {meeting.kind for meeting in taking_place(plan)}
    if "expectations" in kinds:
        yield "expectations-set-together"
    if "shared-analysis" in kinds:
        yield "shared-analysis-plan"
    tasks = [who.tasks for who in plan.active_members] + [group.tasks for group in plan.working_groups]
    if any(_WRITES in some for some in tasks):
        yield "final-plan-authors"
    wins = (win for strategy in plan.strategies for win in strategy.wins)
    if any(win.reported for win in wins) or any(one.reported_back for one in plan.engagements):
        yield "progress-communicated"


def _out_of_place(plan: Coalition) -> Iterator[str]:
    """Give the practices that this coalition has no occasion for."""
    if not government_convenes(plan):
        yield "outside-partners-onboarding"
    if not residents(plan):
        yield "community-member-preparation"
    if not _two_leads(plan):
        yield "data-and-evaluation-together"


def _two_leads(plan: Coalition) -> bool:
    """Whether data and evaluation are led by different people."""
    data, evaluation = (_holders(plan, slug) for slug in ("data-lead", "learning-and-evaluation-lead"))
    return bool(data and evaluation) and data != evaluation


def _holders(plan: Coalition, slug: str) -> frozenset[str]:
    role = management_role(plan, slug)
    return frozenset(holder.member for holder in current_holders(role)) if role else frozenset()
