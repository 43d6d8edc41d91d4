"""Family 2: who leads the work from day to day."""

from collections.abc import Iterator
from itertools import pairwise

from coalitionkit.analysis.governance import (
    current_holders,
    is_filled,
    lapsed_since,
    management_role,
)
from coalitionkit.edits import Bare, Edit, Fix, Put, Safety
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.governance import Holder, Role
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES
from coalitionkit.periods import PartialDate, shifted
from coalitionkit.places import PLAN
from coalitionkit.prose import listed
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE

_ROLES = PLAN / "roles"
_MANAGER = "project-manager"
_LEADS = tuple(slug for slug in MANAGEMENT_ROLES.words if slug != _MANAGER)


@rule(
    "CK231",
    "project-manager-missing",
    profile=Profile.DRAFT,
    sources=(GUIDE.at("4.1"),),
    practices=(18,),
)
def project_manager_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """Someone holds the role of project manager.

    Why: Work plans, follow-through and every group lead's questions come together in one person. Where
    nobody holds the role, what was agreed in one meeting is forgotten by the next.

    Mend: Add `{id: project-manager, held_by: [the id of a member]}` below `roles`.
    """
    role = management_role(snapshot.plan, _MANAGER)
    if role is None:
        yield Breach(
            _ROLES,
            "no one is the project manager; add '- {id: project-manager, held_by: [...]}' below 'roles'",
        )
    elif not is_filled(role):
        yield Breach(
            _ROLES[role.id] / "held_by",
            "the role of project manager is empty; write under 'held_by' which member holds it",
        )


@rule(
    "CK232",
    "several-project-managers",
    profile=Profile.DRAFT,
    sources=(GUIDE.at("4.1"),),
    practices=(18,),
)
def several_project_managers(snapshot: Snapshot) -> Iterator[Breach]:
    """One person at a time is the project manager.

    Why: When two people answer for follow-through, each can believe that the other has done it.

    Mend: Keep one holder without an end. For whoever handed over, write `{member: ..., until: 2026-03}` below
    `held_by`. Record a second person under a role of their own.
    """
    role = management_role(snapshot.plan, _MANAGER)
    if role is None:
        return
    holders = current_holders(role)
    if len(holders) > 1:
        names = listed(f"'{holder.member}'" for holder in holders)
        yield Breach(
            _ROLES[role.id] / "held_by",
            f"{names} are project manager at the same time; keep one, and write 'until' for whoever "
            "handed over",
            fix=_handed_over(role),
        )


def _handed_over(role: Role) -> Fix | None:
    """End each holding on the day before the next one began, where that day is known."""
    edits: list[Edit] = []
    for index, (holder, successor) in enumerate(pairwise(role.held_by)):
        if holder.until is not None:
            continue
        since = successor.since
        if since is None or since.first != since.last or _began_after(holder, since):
            return None
        last = shifted(since.first, -1)
        edits.append(Put((_ROLES[role.id] / "held_by")[index] / "until", Bare(last.isoformat())))
    title = "end each term on the day before the next one began"
    return Fix(title, tuple(edits), Safety.UNSAFE)


def _began_after(holder: Holder, day: PartialDate) -> bool:
    return holder.since is not None and not holder.since.certainly_before(day)


@rule(
    "CK233",
    "lead-missing",
    profile=Profile.LAUNCH,
    sources=(GUIDE.at("4.1"),),
    practices=(24, 25, 26, 27),
)
def lead_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """The four leads beside the project manager are filled, or waived with a reason.

    Why: Data, engagement, communication and learning each need someone who thinks of them when nobody
    else does. A small coalition may do without one of them, as long as it says why.

    Mend: Add the role with `held_by`. Or write `waived: the reason`, or
    `vacant: {since: 2026-06, acceptable_until: 2026-09-30}` while you are looking for someone.
    """
    for slug in _LEADS:
        label = MANAGEMENT_ROLES.label(slug).lower()
        role = management_role(snapshot.plan, slug)
        if role is None:
            yield Breach(
                _ROLES,
                f"there is no {label}; add '- {{id: {slug}, held_by: [...]}}' below 'roles', or waive "
                "the role with a reason",
            )
            continue
        tolerated = role.vacant is not None and role.vacant.acceptable_until is not None
        if not (is_filled(role) or role.waived or tolerated):
            yield Breach(
                _ROLES[role.id],
                f"the role of {label} is neither held nor waived; write 'held_by', or 'waived' with a reason",
            )


@rule(
    "CK234",
    "role-lapsed",
    profile=Profile.DRAFT,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.1"),),
    practices=(18, 24, 25, 26, 27),
)
def role_lapsed(snapshot: Snapshot) -> Iterator[Breach]:
    """A role whose last holder's term has ended has a new holder.

    Why: A role that ran out without anyone noticing is an empty chair with a name on it.

    Mend: Add the next holder below `held_by`, as `{member: ..., since: 2026-07}`, or move `until`. While you
    look for somebody, write `vacant: {since: 2026-06, acceptable_until: 2026-09-30}` in place of the holder;
    when that day passes, name one or agree on another day.
    """
    for role in snapshot.plan.roles:
        end = lapsed_since(role, snapshot.as_of)
        if end is not None and role.waived is None and role.vacant is None:
            yield Breach(
                _ROLES[role.id] / "held_by",
                f"nobody has held the role '{role.id}' since {end}; name who follows, or write 'vacant' with "
                "'since' and 'acceptable_until'",
            )
        acceptable = role.vacant.acceptable_until if role.vacant else None
        if acceptable is not None and acceptable.certainly_before(snapshot.as_of):
            yield Breach(
                _ROLES[role.id] / "vacant" / "acceptable_until",
                f"the role '{role.id}' was to be filled by {acceptable}; name a holder below 'held_by', "
                "or agree on a new day",
            )
