"""Family 2: who convenes, who leads, who opens doors."""

from collections.abc import Iterator

from coalitionkit.analysis.governance import (
    current_holders,
    government_convenes,
    is_filled,
    is_inside_government,
    lapsed_since,
    management_role,
)
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES
from coalitionkit.places import PLAN
from coalitionkit.prose import listed
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, TOOLKIT

_ROLES = PLAN / "roles"
_MANAGER = "project-manager"
_LEADS = tuple(slug for slug in MANAGEMENT_ROLES.words if slug != _MANAGER)


@rule("CK201", "convener-missing", profile=Profile.DRAFT, sources=(TOOLKIT.at("chapter 2"),))
def convener_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """The plan names who brings the coalition together.

    Why: Someone has to call the meetings, host the staff and be reachable. Until that is written down,
    every member believes it to be someone else.

    Mend: Add `convener` below `coalition`: the id of a partner, or `{name: ..., sector: ...}` as long as
    there is no list of partners.
    """
    if snapshot.plan.coalition.convener is None:
        yield Breach(
            PLAN / "coalition" / "convener",
            "nobody is named as convener; add 'convener: {name: ..., sector: ...}' below 'coalition'",
        )


@rule(
    "CK202",
    "convener-unlinked",
    profile=Profile.START,
    severity=Severity.WARNING,
    sources=(TOOLKIT.at("chapter 2"),),
)
def convener_unlinked(snapshot: Snapshot) -> Iterator[Breach]:
    """A convener that is listed as a partner is named by its id.

    Why: By name alone nobody knows that the two are one, and what the convener brings counts for a stranger.

    Mend: Write the id of the partner after `convener`.
    """
    plan = snapshot.plan
    convener = plan.coalition.convener
    if convener is None or convener.name is None:
        return
    for partner in plan.partners:
        if partner.name.casefold() == convener.name.casefold():
            yield Breach(
                PLAN / "coalition" / "convener",
                f"the convener has the name of a partner; write 'convener: {partner.id}'",
                (("the partner stands here", PLAN / "partners"),),
            )


@rule("CK231", "project-manager-missing", profile=Profile.DRAFT, sources=(GUIDE.at("4.1"),))
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


@rule("CK232", "several-project-managers", profile=Profile.DRAFT, sources=(GUIDE.at("4.1"),))
def several_project_managers(snapshot: Snapshot) -> Iterator[Breach]:
    """One person at a time is the project manager.

    Why: When two people answer for follow-through, each can believe that the other has done it.

    Mend: Keep one holder without an end. Write `until` for whoever handed over, and record a second
    person under a role of their own.
    """
    role = management_role(snapshot.plan, _MANAGER)
    holders = current_holders(role) if role is not None else ()
    if role is not None and len(holders) > 1:
        names = listed(f"'{holder.member}'" for holder in holders)
        yield Breach(
            _ROLES[role.id] / "held_by",
            f"{names} are project manager at the same time; keep one, and write 'until' for whoever "
            "handed over",
        )


@rule("CK233", "lead-missing", profile=Profile.LAUNCH, sources=(GUIDE.at("4.1"),))
def lead_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """The four leads beside the project manager are filled, or waived with a reason.

    Why: Data, engagement, communication and learning each need someone who thinks of them when nobody
    else does. A small coalition may do without one of them, as long as it says why.

    Mend: Add the role with `held_by`. Or write `waived: the reason`, or `vacant:` with `since` and
    `acceptable_until` while you are looking for someone.
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
)
def role_lapsed(snapshot: Snapshot) -> Iterator[Breach]:
    """A role whose last holder's term has ended has a new holder.

    Why: A role that ran out without anyone noticing is an empty chair with a name on it.

    Mend: Add the next holder, move the end of the term, or record the role as `vacant`.
    """
    for role in snapshot.plan.roles:
        end = lapsed_since(role, snapshot.as_of)
        if end is not None and role.waived is None and role.vacant is None:
            yield Breach(
                _ROLES[role.id] / "held_by",
                f"nobody has held the role '{role.id}' since {end}; name who follows, or record it as vacant",
            )
        acceptable = role.vacant.acceptable_until if role.vacant else None
        if acceptable is not None and acceptable.certainly_before(snapshot.as_of):
            yield Breach(
                _ROLES[role.id] / "vacant" / "acceptable_until",
                f"the role '{role.id}' was to be filled by {acceptable}; name a holder or set a new day",
            )


@rule("CK241", "government-champion-missing", profile=Profile.LAUNCH, sources=(GUIDE.at("4.3"),))
def government_champion_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """When a government convenes, at least one champion works inside government.

    Why: Changes to rules and budgets pass through people inside. Without one of them as a champion, the
    government hosts the work and nobody carries it through the building.

    Mend: List a council member, a department head or someone like them below `champions`. Where the
    sector of their partner does not show it, write `inside_government: yes`.
    """
    plan = snapshot.plan
    if not government_convenes(plan):
        return
    if not any(is_inside_government(plan, champion) for champion in plan.champions):
        yield Breach(
            PLAN / "champions",
            "a government convenes, but no champion is known to work inside government; add one below "
            "'champions', or write 'inside_government: yes' for whoever does",
        )
