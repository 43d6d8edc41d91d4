"""Members who join, go on leave, come back, change their group or their vote.

How a member stood before is kept as a stretch of `earlier`, so that decisions of those days are still
counted by it.
"""

from collections.abc import Mapping

from coalitionkit.edits import Add, Bare, Data, Edit, Put, Remove
from coalitionkit.errors import AgainstRecordError
from coalitionkit.keeping.deed import Deed, dated, day_before, puts
from coalitionkit.keeping.records import at, is_of, the_member
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.members import Member, Standing
from coalitionkit.model.vocabulary.governance import GROUPS
from coalitionkit.periods import PartialDate, just_after

ACTIVE, ON_LEAVE = "active", "on-leave"


def join(plan: Coalition, key: str, on: PartialDate, *, group: str | None = None) -> Deed:
    """Record that someone who was to be a member, or was one before, takes their seat.

    Raises AgainstRecordError when they are a member already.
    """
    member = the_member(plan, key)
    here = at("members", member)
    if member.status == ON_LEAVE:
        return come_back(plan, key, on)
    if member.status == ACTIVE and member.left is None and member.joined is not None:
        raise AgainstRecordError(f"{member.name} is a member already, since {member.joined}")
    values: dict[str, Data] = {"status": ACTIVE, "group": group}
    if not has_left(member):
        edits = puts(here, values | {"joined": dated(on)})
        return Deed(edits, f"{member.name} joins on {on}.", _unplaced(plan, member, group))
    gone = _since_left(member)
    if gone is not None and on.certainly_before(gone):
        raise AgainstRecordError(
            f"{member.name} left at the end of {member.left}, and can be back from {gone} on",
            hint=f"if they never left: 'coalition set member {member.id} --unset left,status', and then give "
            "them back the roles and groups that ended",
        )
    edits = (
        *_stretch(member, {"status": "alumni"}, gone, on),
        *((Remove(here / "left"),) if member.left is not None else ()),
        *puts(here, values),
    )
    return Deed(edits, f"{member.name} is back as a member from {on}.", _unplaced(plan, member, group))


def take_leave(plan: Coalition, key: str, on: PartialDate) -> Deed:
    """Record that a member is on leave from a day on. Raises AgainstRecordError when they are not active."""
    member = the_member(plan, key)
    _only_if(member, ACTIVE)
    edits = (*past_kept(plan, member, {"status"}, on), Put(at("members", member) / "status", ON_LEAVE))
    alone = f"nobody votes in the place of {member.name} meanwhile; 'proxy' of the member names someone"
    return Deed(edits, f"{member.name} is on leave from {on}.", () if member.proxy else (alone,))


def come_back(plan: Coalition, key: str, on: PartialDate) -> Deed:
    """Record that a member comes back from leave. Raises AgainstRecordError when they are not on leave."""
    member = the_member(plan, key)
    _only_if(member, ON_LEAVE)
    here = at("members", member)
    edits = [*past_kept(plan, member, {"status"}, on), Put(here / "status", ACTIVE)]
    if member.proxy is not None:
        edits += ended_proxy(member, day_before(on, member.proxy.start) or on)
    return Deed(tuple(edits), f"{member.name} is back from leave on {on}.")


def change(
    plan: Coalition, key: str, on: PartialDate, *, group: str | None = None, voting: bool | None = None
) -> Deed:
    """Record that a member works in another group, or has or loses the vote, from a day on."""
    member = the_member(plan, key)
    if has_left(member):
        raise AgainstRecordError(f"{member.name} left; what changes on {on} cannot concern them")
    group = GROUPS.slug(group) or group if group else None
    new: dict[str, Data] = {}
    if group is not None and group != member.group:
        new["group"] = group
    if voting is not None and voting is not member.voting:
        new["voting"] = _flag(voting)
    if not new:
        raise AgainstRecordError(f"that is how {member.name} stands already")
    past = past_kept(plan, member, set(new), on) if member.status in {ACTIVE, ON_LEAVE} else ()
    edits = (*past, *puts(at("members", member), new))
    parts = [f"works in the group '{group}'"] if "group" in new else []
    if "voting" in new:
        parts.append("has a vote" if voting else "has no vote")
    return Deed(edits, f"{member.name} {' and '.join(parts)} from {on}.")


def ended_proxy(member: Member, on: PartialDate) -> tuple[Edit, ...]:
    """Return the edits by which nobody stands in for a member any more after a day."""
    proxy = member.proxy
    here = at("members", member) / "proxy"
    if proxy is None or (proxy.end is not None and proxy.end.last <= on.last):
        return ()
    if proxy.start is not None and proxy.start.certainly_after(on):
        return (Remove(here),)
    return (Put(here / "end", dated(on)),)


def votes(plan: Coalition, member: Member, status: str) -> bool:
    """Whether a member of this status has a vote: said outright, else as an active one who is no champion."""
    if member.voting is not None:
        return member.voting
    counts = plan.decision_model is not None and plan.decision_model.champions_count
    return status == ACTIVE and (counts or not is_champion(plan, member))


def past_kept(plan: Coalition, member: Member, changing: set[str], on: PartialDate) -> tuple[Edit, ...]:
    """Return the edits that keep how a member stood in what changes on a day.

    A stretch that left it open meant what held until today, which is written down before that changes. Of a
    champion without another group that is kept too.
    """
    stood: dict[str, Data] = {}
    if "status" in changing:
        stood["status"] = member.status
    if "group" in changing and (group := member.group or _group_of(plan, member)):
        stood["group"] = group
    if "voting" in changing:
        stood["voting"] = _flag(votes(plan, member, member.status))
    earlier = at("members", member) / "earlier"
    filled = (
        Put(earlier[index] / key, value)
        for index, stretch in enumerate(member.earlier)
        for key, value in _stood_in(plan, member, stretch, stood).items()
        if getattr(stretch, key) is None
    )
    return (*filled, *_stretch(member, stood, _begun(member), on))


def has_left(member: Member) -> bool:
    """Whether a member is one of the alumni."""
    return member.left is not None or member.status == "alumni"


def is_champion(plan: Coalition, member: Member) -> bool:
    """Whether a member is listed as a champion."""
    return any(is_of(member, champion.member) for champion in plan.champions)


def _group_of(plan: Coalition, member: Member) -> str | None:
    return "champion" if is_champion(plan, member) else None


def _stood_in(
    plan: Coalition, member: Member, stretch: Standing, stood: Mapping[str, Data]
) -> dict[str, Data]:
    """Return what a stretch says where it leaves open what changes: whoever is on leave now was not yet."""
    status = stretch.status or ACTIVE
    own: dict[str, Data] = {"status": status, "voting": _flag(votes(plan, member, status))}
    return {key: own.get(key, value) for key, value in stood.items()}


def _flag(answer: bool) -> Bare:  # noqa: FBT001 - the value that is written
    return Bare("yes" if answer else "no")


def _stretch(
    member: Member, stood: Mapping[str, Data], begun: PartialDate | None, on: PartialDate
) -> tuple[Edit, ...]:
    """Return the edit that adds a stretch which ends before a day; none if it did not last a day."""
    until = day_before(on, begun)
    if until is None or not stood:
        return ()
    since = {"since": dated(begun)} if begun else {}
    item: dict[str, Data] = {**stood, **since, "until": dated(until)}
    earlier = at("members", member) / "earlier"
    return (Add(earlier, item) if member.earlier else Put(earlier, [item]),)


def _begun(member: Member) -> PartialDate | None:
    """Return since when a member stands as they do today, as far as that is recorded."""
    ends = [stretch.until for stretch in member.earlier if stretch.until is not None]
    return just_after(max(ends, key=lambda end: end.last)) if ends else member.joined


def _since_left(member: Member) -> PartialDate | None:
    return just_after(member.left) if member.left is not None else None


def _only_if(member: Member, status: str) -> None:
    if member.status == status and member.left is None:
        return
    now = "alumni" if member.left else member.status
    raise AgainstRecordError(f"{member.name} is {now}, not {status}")


def _unplaced(plan: Coalition, member: Member, group: str | None) -> tuple[str, ...]:
    placed = group or member.group or is_champion(plan, member)
    if placed or member.participation in {"ad-hoc", "contract"}:
        return ()
    return (f"what {member.name} does is open: 'coalition set member {member.id} --group ...' says it",)
