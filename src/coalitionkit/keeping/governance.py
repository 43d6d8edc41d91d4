"""Roles and working groups: handed over, vacant, done without, finished."""

from collections.abc import Iterator

from coalitionkit.analysis.governance import current_holders, management_role
from coalitionkit.edits import Add, Data, Edit, Put, Remove
from coalitionkit.errors import AgainstRecordError
from coalitionkit.keeping.deed import Deed, dated, day_before, joined, put_in, with_remark
from coalitionkit.keeping.records import at, is_of, party, the, the_member, the_role
from coalitionkit.keeping.rhythm import ended_series, met_later
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.governance import Holder, Role, WorkingGroup
from coalitionkit.model.members import Member
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES
from coalitionkit.periods import PartialDate, just_after
from coalitionkit.places import Address
from coalitionkit.prose import listed

_MANAGER = "project-manager"


def hand_over(
    plan: Coalition,
    role_key: str,
    member_key: str,
    on: PartialDate,
    *,
    beside: bool = False,
    workload: Data = None,
) -> Deed:
    """Record that a member holds a role from a day on.

    Whoever held it did so until the day before, or goes on `beside` the new holder.

    Raises AgainstRecordError when the member holds it already, had left or follows someone who had not begun.
    """
    member = the_member(plan, member_key)
    _is_there(member, on)
    item: dict[str, Data] = {"member": member.id, "since": dated(on)}
    if workload is not None:
        item["workload"] = workload
    role = management_role(plan, role_key) or the_role(plan, role_key)
    _can_follow(plan, role, member, on, beside=beside)
    here = at("roles", role)
    ended = [] if beside else list(_succeeded(plan, role, on))
    edits = [
        *(_until(here / "held_by", index, holder, last) for index, holder, last in ended),
        *(Remove(here / key) for key in ("waived", "vacant") if getattr(role, key) is not None),
        # Where nobody held it, an empty list or a placeholder may stand there.
        Add(here / "held_by", item) if role.held_by else Put(here / "held_by", [item]),
    ]
    before = [f"{party(plan, holder.member)} held it until {last}" for _, holder, last in ended]
    summary = f"{member.name} holds the role of {title_of(role)} from {on}" + (
        f"; {listed(before)}." if before else "."
    )
    return Deed(tuple(edits), summary, _to_come(member))


def vacate(
    plan: Coalition, role_key: str, on: PartialDate, *, acceptable_until: PartialDate | None = None
) -> Deed:
    """Record that whoever holds a role gives it up at the end of a day, and nobody follows yet.

    A role whose last holder left off before becomes vacant from then on. Raises AgainstRecordError when it is
    vacant or waived already.
    """
    role = the_role(plan, role_key)
    if role.vacant is not None or role.waived is not None:
        state = "vacant" if role.vacant else "waived"
        raise AgainstRecordError(f"the role '{role.id}' is {state} already; there is nobody to end it for")
    ended = [(index, holder) for index, holder in _holding(role, on)]
    past = [holder.until for holder in role.held_by if holder.until is not None]
    last = on if ended or not past else max(past, key=lambda end: end.last)
    edits = (*_given_up(role, ended, on), _vacant(role, just_after(last), acceptable_until))
    return Deed(
        edits, joined([_gave_up(plan, role, ended, on), f"The role is vacant since {just_after(last)}."])
    )


def waive(
    plan: Coalition, role_key: str, reason: str, on: PartialDate, *, until: PartialDate | None = None
) -> Deed:
    """Record that the coalition does without a role after a day, for a reason, perhaps `until` another."""
    role = the_role(plan, role_key)
    here = at("roles", role)
    ended = list(_holding(role, on))
    again = dated(until) if until else None
    edits: tuple[Edit, ...] = (
        *_given_up(role, ended, on),
        *((Remove(here / "vacant"),) if role.vacant else ()),
        *put_in(here / "waived", role.waived, {"reason": reason, "until": again}),
    )
    return Deed(edits, joined([_gave_up(plan, role, ended, on), f"The role '{role.id}' is waived."]))


def end_group(plan: Coalition, key: str, on: PartialDate, *, reason: str | None = None) -> Deed:
    """Record that a working group finishes its work, and that its series of meetings end with it."""
    group = the(plan.working_groups, key, WorkingGroup)
    if group.ended is not None:
        raise AgainstRecordError(f"the working group '{group.id}' ended on {group.ended}")
    series = [s for s in plan.rhythm.series if is_of(group, s.working_group)]
    ended = ended_series(series, on)
    also = f", and {'its meetings end' if len(ended) == 1 else 'its series of meetings end'}" if ended else ""
    summary = f"The working group '{group.id}' finished its work on {on}{also}."
    keys = {group.id, *group.former_ids}
    later = met_later([m for m in plan.meetings if m.working_group in keys], on)
    here = at("working_groups", group)
    edits = (Put(here / "ended", dated(on)), *ended, *with_remark(here, group, reason))
    return Deed(edits, summary, later)


def departing(plan: Coalition, member: Member, on: PartialDate) -> Deed:
    """Record that a member gives up every role at the end of a day; what nobody else holds is vacant then."""
    edits: list[Edit] = []
    vacant: list[str] = []
    for role in plan.roles:
        ended = [(i, h) for i, h in _not_over(role, on) if is_of(member, h.member)]
        if not ended:
            continue
        edits += _given_up(role, ended, on)
        others = [h for h in current_holders(role) if not is_of(member, h.member)]
        if not others and role.vacant is None and role.waived is None:
            edits.append(_vacant(role, just_after(on), None))
            vacant.append(
                f"nobody holds the role of {title_of(role)} after {on}; name who follows with "
                f"'coalition add holder {role.id} MEMBER', or waive the role"
            )
    return Deed(tuple(edits), "", tuple(vacant))


def title_of(role: Role) -> str:
    """Return what a role is called within a sentence: `project manager`."""
    if role.title is not None:
        return str(role.title)
    return MANAGEMENT_ROLES.label(MANAGEMENT_ROLES.slug(role.id) or role.id).lower()


def _is_there(member: Member, on: PartialDate) -> None:
    gone = member.left is not None and member.left.certainly_before(on)
    if gone or (member.status == "alumni" and member.left is None):
        when = f" on {member.left}" if member.left else ""
        raise AgainstRecordError(f"{member.name} left the coalition{when}; choose someone who is there")


def _to_come(member: Member) -> tuple[str, ...]:
    if member.status not in {"prospective", "invited"}:
        return ()
    return (f"{member.name} has not joined yet: 'coalition set member {member.id} --status active' does it",)


def _can_follow(plan: Coalition, role: Role, member: Member, on: PartialDate, *, beside: bool) -> None:
    for _, holder in _not_over(role, on):
        if is_of(member, holder.member) and holder.until is None:
            since = f" since {holder.since}" if holder.since else ""
            raise AgainstRecordError(f"{member.name} holds the role '{role.id}' already{since}")
        if not beside and _lasted(holder, on) is None:
            raise AgainstRecordError(
                f"{party(plan, holder.member)} holds the role '{role.id}' only from {holder.since} on; "
                "give a later day, or correct that one first"
            )
    if beside and current_holders(role) and MANAGEMENT_ROLES.slug(role.id) == _MANAGER:
        raise AgainstRecordError(
            "one person at a time is project manager; leave out --beside, or record the second person "
            "under a role of their own"
        )


def _lasted(holder: Holder, on: PartialDate) -> PartialDate | None:
    """Return until when a holder held a role if another one begins on a day; None if they never did."""
    if holder.since is not None and on.certainly_before(holder.since):
        return None
    return day_before(on, holder.since)


def _succeeded(plan: Coalition, role: Role, on: PartialDate) -> Iterator[tuple[int, Holder, PartialDate]]:
    for index, holder in _not_over(role, on):
        last = _lasted(holder, on)
        if last is None:
            raise AgainstRecordError(f"{party(plan, holder.member)} had not held the role by {on}")
        yield index, holder, last


def _not_over(role: Role, on: PartialDate) -> Iterator[tuple[int, Holder]]:
    """Give the holders, with their places in the list, whose time certainly reaches into or past a day."""
    for index, holder in enumerate(role.held_by):
        if holder.until is None or holder.until.first >= on.last:
            yield index, holder


def _holding(role: Role, on: PartialDate) -> Iterator[tuple[int, Holder]]:
    """Give the holders whose time is to end with a day. Raises AgainstRecordError if one begins after it."""
    for index, holder in _not_over(role, on):
        if holder.since is not None and holder.since.certainly_after(on):
            raise AgainstRecordError(
                f"'{holder.member}' holds the role '{role.id}' only from {holder.since} on; give a later day"
            )
        yield index, holder


def _given_up(role: Role, ended: list[tuple[int, Holder]], on: PartialDate) -> tuple[Edit, ...]:
    """End holdings with a day; one that would only begin later is taken out, the last one first."""
    held_by = at("roles", role) / "held_by"
    begun = [(i, h) for i, h in ended if h.since is None or not h.since.certainly_after(on)]
    never = [i for i, h in ended if (i, h) not in begun]
    return (*(_until(held_by, i, h, on) for i, h in begun), *(Remove(held_by[i]) for i in reversed(never)))


def _until(held_by: Address, index: int, holder: Holder, last: PartialDate) -> Edit:
    (edit,) = put_in(held_by[index], holder, {"until": dated(last)})
    return edit


def _vacant(role: Role, since: PartialDate, acceptable_until: PartialDate | None) -> Edit:
    vacancy: dict[str, Data] = {"since": dated(since)}
    if acceptable_until is not None:
        vacancy["acceptable_until"] = dated(acceptable_until)
    return Put(at("roles", role) / "vacant", vacancy)


def _gave_up(plan: Coalition, role: Role, ended: list[tuple[int, Holder]], on: PartialDate) -> str:
    names = [party(plan, holder.member) for _, holder in ended]
    return f"{listed(names)} gave up the role '{role.id}' on {on}." if names else ""
