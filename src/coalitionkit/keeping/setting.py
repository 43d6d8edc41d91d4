"""What `set` is asked for, where it is more than other values: a departure, a meeting that was held."""

from collections.abc import Callable, Mapping

from coalitionkit.keeping import decisions, funding, learning, members, promises, rhythm
from coalitionkit.keeping.adding import decided, practice
from coalitionkit.keeping.asked import Asked, Opened
from coalitionkit.keeping.deed import Deed
from coalitionkit.keeping.departures import leave
from coalitionkit.keeping.governance import end_group, hand_over, vacate, waive
from coalitionkit.keeping.records import the, the_member, the_role
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.decisions import Decision
from coalitionkit.model.funding import FundingSource
from coalitionkit.model.governance import Role, WorkingGroup
from coalitionkit.model.learning import Engagement, Strategy
from coalitionkit.model.members import Member
from coalitionkit.model.promises import Commitment, Invitation
from coalitionkit.model.rhythm import Meeting, Series
from coalitionkit.model.vocabulary.practices import PRACTICES
from coalitionkit.periods import just_before, partial_date


def on_setting(plan: Coalition, kind: str, asked: Asked) -> Opened | None:
    """Return the deed that setting values is, or None where it is no more than that."""
    door = _SETTING.get(kind)
    return door(plan, asked) if door else None


def _standing(plan: Coalition, asked: Asked) -> Opened | None:
    member = the_member(plan, asked.id)
    deed = _status(plan, member, asked)
    if deed is not None:
        return Opened(deed, frozenset({"status", "left", "joined", "group"} & asked.values.keys()))
    group, voting = asked.text("group"), asked.text("voting")
    if members.has_left(member) or (group is None and voting is None) or "status" in asked.values:
        return None
    wants_vote = None if voting is None else voting == "yes"
    if (group is None or group == member.group) and (voting is None or wants_vote is member.voting):
        return None
    deed = members.change(plan, member.id, asked.on, group=group, voting=wants_vote)
    return Opened(deed, frozenset({"group", "voting"} & asked.values.keys()))


def _status(plan: Coalition, member: Member, asked: Asked) -> Deed | None:
    """Return the deed that another status is; None where it stays as it is or is only put right."""
    status = asked.text("status")
    if status in {None, "alumni"} and ("left" in asked.values or status) and not members.has_left(member):
        return leave(plan, member.id, asked.day("left"))
    if status == members.ON_LEAVE and member.status == members.ACTIVE:
        return members.take_leave(plan, member.id, asked.on)
    if status == members.ACTIVE and member.status == members.ON_LEAVE:
        return members.come_back(plan, member.id, asked.on)
    if status == members.ACTIVE and (member.status != members.ACTIVE or members.has_left(member)):
        return members.join(plan, member.id, asked.day("joined"), group=asked.text("group"))
    return None


def _role(plan: Coalition, asked: Asked) -> Opened | None:
    role = the_role(plan, asked.id)
    who = asked.parties("held_by")
    if len(who) == 1 and asked.only("held_by") and not any(h.member == who[0] for h in role.held_by):
        deed = hand_over(plan, role.id, who[0], asked.on, beside=asked.beside)
        return Opened(deed, frozenset({"held_by"}))
    reason = asked.text("waived")
    if reason is not None and role.waived is None:
        return Opened(waive(plan, role.id, reason, asked.on), frozenset({"waived"}))
    if "vacant" in asked.values and role.vacant is None and role.waived is None:
        return _vacated(plan, role, asked)
    return None


def _vacated(plan: Coalition, role: Role, asked: Asked) -> Opened:
    vacancy = asked.values["vacant"]
    said = vacancy if isinstance(vacancy, Mapping) else {"since": vacancy}
    since, until = said.get("since"), said.get("acceptable_until")
    last = just_before(partial_date(str(since))) if since else asked.on
    acceptable = partial_date(str(until)) if until else None
    return Opened(vacate(plan, role.id, last, acceptable_until=acceptable), frozenset({"vacant"}))


def _question(plan: Coalition, asked: Asked) -> Opened | None:
    decision = the(plan.decisions, asked.id, Decision)
    if decision.outcome is not None or decision.status in {"decided", "withdrawn"}:
        return None
    if asked.text("status") == "withdrawn":
        return Opened(decisions.withdraw(plan, decision.id, asked.on), frozenset({"status"}))
    if asked.text("status") == "decided" or asked.text("outcome"):
        return Opened(decided(plan, asked), frozenset(asked.values))
    return None


def _meeting(plan: Coalition, asked: Asked) -> Opened | None:
    meeting = the(plan.meetings, asked.id, Meeting)
    status = asked.text("status")
    if status == "held" and meeting.status == "planned":
        when = partial_date(day) if (day := asked.text("date")) else None
        there, minutes = asked.parties("attended"), asked.text("minutes_file")
        deed = rhythm.hold(plan, meeting.id, when, attended=there, minutes_file=minutes)
        return Opened(deed, frozenset({"status", "date", "attended", "minutes_file"} & asked.values.keys()))
    if status == "cancelled" and meeting.status == "planned":
        return Opened(rhythm.cancel(plan, meeting.id, asked.on), frozenset({"status"}))
    if status is None and meeting.status == "planned" and meeting.date and "date" in asked.values:
        return Opened(rhythm.move(plan, meeting.id, asked.day("date")), frozenset({"date"}))
    return None


def _promise(plan: Coalition, asked: Asked) -> Opened | None:
    promise = the(plan.commitments, asked.id, Commitment)
    if promise.done is not None or "done" not in asked.values:
        return None
    return Opened(promises.keep(plan, promise.id, asked.day("done")), frozenset({"done"}))


def _letter(plan: Coalition, asked: Asked) -> Opened | None:
    letter = the(plan.invitations, asked.id, Invitation)
    answer = asked.text("answer")
    if answer is not None and letter.answer != answer:
        deed = promises.answer(plan, letter.id, answer, asked.day("answered"))
        return Opened(deed, frozenset({"answer", "answered"} & asked.values.keys()))
    if "sent" in asked.values and letter.sent is None:
        return Opened(promises.send(plan, letter.id, asked.day("sent")), frozenset({"sent"}))
    return None


def _source(plan: Coalition, asked: Asked) -> Opened | None:
    source = the(plan.funding_sources, asked.id, FundingSource)
    status = asked.text("status")
    if status == source.status:
        return None
    if status == "secured" and source.status != "ended":
        day = asked.day("start")
        deed = funding.secure(plan, source.id, day, amount=asked.text("amount"))
        return Opened(deed, frozenset({"status", "amount", "start"} & asked.values.keys()))
    hoped_for = source.status not in {"secured", "ended", "declined"}
    if (status == "ended" and source.status == "secured") or (status == "declined" and hoped_for):
        deed = funding.end_source(plan, source.id, asked.day("end"))
        return Opened(deed, frozenset({"status", "end"} & asked.values.keys()))
    return None


def _strategy(plan: Coalition, asked: Asked) -> Opened | None:
    strategy = the(plan.strategies, asked.id, Strategy)
    status = asked.text("status")
    if status not in {"done", "stopped"} or strategy.status in {"done", "stopped"}:
        return None
    deed = learning.finish(plan, strategy.id, asked.on, stopped=status == "stopped")
    return Opened(deed, frozenset({"status"}))


def _engagement(plan: Coalition, asked: Asked) -> Opened | None:
    engagement = the(plan.engagements, asked.id, Engagement)
    if "reported_back" not in asked.values or engagement.reported_back is not None:
        return None
    deed = learning.report_back(plan, engagement.id, asked.day("reported_back"))
    return Opened(deed, frozenset({"reported_back"}))


def _group(plan: Coalition, asked: Asked) -> Opened | None:
    group = the(plan.working_groups, asked.id, WorkingGroup)
    if "ended" not in asked.values or group.ended is not None:
        return None
    return Opened(end_group(plan, group.id, asked.day("ended")), frozenset({"ended"}))


def _series(plan: Coalition, asked: Asked) -> Opened | None:
    series = the(plan.rhythm.series, asked.id, Series)
    if "end" not in asked.values or series.end is not None:
        return None
    return Opened(rhythm.end_series(plan, series.id, asked.day("end")), frozenset({"end"}))


def _renewed(plan: Coalition, asked: Asked) -> Opened | None:
    slug = PRACTICES.slug(asked.id)
    deed = practice(plan, asked) if slug in plan.practices else None
    return Opened(deed, frozenset(asked.values)) if deed else None


_SETTING: Mapping[str, Callable[[Coalition, Asked], Opened | None]] = {
    "member": _standing,
    "role": _role,
    "decision": _question,
    "meeting": _meeting,
    "commitment": _promise,
    "invitation": _letter,
    "funding-source": _source,
    "strategy": _strategy,
    "engagement": _engagement,
    "working-group": _group,
    "series": _series,
    "practice": _renewed,
}
