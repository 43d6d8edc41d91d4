"""Family 7: the first meetings, and what they settle."""

from collections.abc import Iterator
from itertools import pairwise

from coalitionkit.analysis.governance import current_holders, management_role
from coalitionkit.analysis.meetings import first_meeting, for_all, launch_meetings, overlong, taking_place
from coalitionkit.analysis.practices import is_recorded
from coalitionkit.findings import Profile, Severity
from coalitionkit.model.vocabulary.rhythm import MEETING_KINDS
from coalitionkit.periods import shifted
from coalitionkit.places import PLAN
from coalitionkit.prose import counted, first_few
from coalitionkit.rules.rule import Breach, Snapshot, rule
from coalitionkit.rules.sources import GUIDE, TOOLKIT

_MEETINGS = PLAN / "meetings"
_RHYTHM = PLAN / "rhythm"
_PLANNING = PLAN / "coalition" / "planning"
_FIRST = "introductions"
_WORK_PLAN = "work-plan"
_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31


@rule("CK721", "first-meeting-undated", profile=Profile.LAUNCH, sources=(GUIDE.at("4.4"),), practices=(89,))
def first_meeting_undated(snapshot: Snapshot) -> Iterator[Breach]:
    """The first meeting of the whole coalition has a date.

    Why: Everyone who said yes waits for it. As long as it has no date, nothing has begun.

    Mend: Add the meeting below `meetings`: `{id: kickoff, kind: introductions, group: all, date:
    2026-09-10}`.
    """
    meetings = for_all(snapshot.plan)
    if any(meeting.date for meeting in meetings):
        return
    for meeting in meetings[:1]:
        yield Breach(
            _MEETINGS[meeting.id] / "date", f"the first meeting, '{meeting.id}', has no date; add 'date'"
        )
    if not meetings:
        yield Breach(
            _MEETINGS,
            "no meeting of the whole coalition is recorded; add one, such as {id: kickoff, kind: "
            "introductions, group: all, date: ...}",
        )


@rule(
    "CK722",
    "launch-order",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.4"),),
    practices=(90,),
)
def launch_order(snapshot: Snapshot) -> Iterator[Breach]:
    """The meetings of the launch are planned in the order of its steps.

    Why: People who have not met cannot set expectations of one another, and a group without expectations
    cannot agree how to decide. Working groups come last, when it is known what they share.

    Mend: Move the meeting, so that the order is: introductions, expectations, decisionmaking,
    shared-analysis, working-groups. What was held already is not held against you.
    """
    for earlier, later in pairwise(launch_meetings(snapshot.plan)):
        if later.at.certainly_before(earlier.at) and "planned" in {
            earlier.meeting.status,
            later.meeting.status,
        }:
            kinds = [MEETING_KINDS.label(str(step.meeting.kind)).lower() for step in (later, earlier)]
            yield Breach(
                _MEETINGS[later.meeting.id] / "date",
                f"the meeting on {kinds[0]}, {later.at}, comes before the one on {kinds[1]}, {earlier.at}; "
                "change one of the dates",
                (("the meeting that should come first", _MEETINGS[earlier.meeting.id] / "date"),),
            )


@rule(
    "CK723",
    "launch-late",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.4"),),
    practices=(91,),
    options={
        "days": (
            "how many days after the coalition began its first meeting should take place at the latest",
            "half a year is enough to invite with care, and nobody has forgotten why they said yes",
        ),
    },
)
def launch_late(snapshot: Snapshot, *, days: int = 183) -> Iterator[Breach]:
    """The first meeting is planned within the first months.

    Why: Those who were asked in person are ready now. Each month of waiting makes it harder to believe
    that something will happen.

    Mend: Bring the meeting forward. If the coalition began later than recorded, correct `started`.
    """
    started = snapshot.plan.coalition.started
    first = first_meeting(snapshot.plan)
    if started is None or first is None or first.meeting.status != "planned":
        return
    if first.at.certainly_after(shifted(started.last, days)):
        yield Breach(
            _MEETINGS[first.meeting.id] / "date",
            f"the first meeting is planned for {first.at}, long after the coalition began on {started}; "
            "bring it forward",
            (("when the coalition began", PLAN / "coalition" / "started"),),
        )


@rule(
    "CK724",
    "first-agenda-thin",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.4"),),
    practices=(103,),
    options={
        "points": (
            "how many points the agenda of the first meeting should have",
            "welcome, introductions, local numbers and next steps are four",
        ),
    },
)
def first_agenda_thin(snapshot: Snapshot, *, points: int = 4) -> Iterator[Breach]:
    """The first meeting has an agenda with all its parts, and a host who has a name.

    Why: In the first two hours people decide whether this is one more meeting or theirs. They need to
    hear why they are here, who else is, what the local numbers say and what comes next.

    Mend: Add the missing points, as `{text: ..., minutes: 10, led_by: ...}`, and `led_by` with the project
    manager or a champion at the welcome. Or leave `agenda` out: then the points of the template are used.
    """
    plan = snapshot.plan
    manager = management_role(plan, "project-manager")
    hosts = {champion.member for champion in plan.champions}
    hosts |= {holder.member for holder in current_holders(manager)} if manager else set()
    for meeting in for_all(plan):
        if meeting.kind != _FIRST or meeting.status != "planned" or not meeting.agenda:
            continue
        agenda = _MEETINGS[meeting.id] / "agenda"
        if len(meeting.agenda) < points:
            yield Breach(
                agenda,
                f"the agenda of '{meeting.id}' has only {counted(len(meeting.agenda), 'point')}; add what is "
                "missing of welcome, introductions, local numbers and next steps",
            )
        if hosts and hosts.isdisjoint(point.led_by for point in meeting.agenda):
            yield Breach(
                agenda,
                f"neither the project manager nor a champion leads a point of '{meeting.id}'; write 'led_by' "
                "at the welcome",
            )


@rule(
    "CK725",
    "working-agreement-missing",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.4"),),
    practices=(93, 95),
)
def working_agreement_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """It is agreed by which norms people work together, and where they talk and keep their papers.

    Why: People from government, business and the neighborhood bring different habits. What goes without
    saying for one of them shuts out another.

    Mend: Agree on norms in the second meeting and write them below `rhythm`, one to a line of `norms`. Write
    as `platforms: [shared drive, e-mail list]` where the group talks and keeps its papers.
    """
    rhythm = snapshot.plan.rhythm
    if not rhythm.norms:
        yield Breach(_RHYTHM / "norms", "no norms for working together are recorded; add 'rhythm: norms'")
    if not rhythm.platforms:
        yield Breach(
            _RHYTHM / "platforms",
            "it is not recorded where the group talks and keeps its papers; add 'rhythm: platforms'",
        )


@rule(
    "CK726",
    "work-plan-missing",
    profile=Profile.LAUNCH,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.1"),),
    practices=(22,),
)
def work_plan_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """There is a work plan.

    Why: A work plan is what the project manager manages. Without one, each meeting starts over.

    Mend: Write the steps in a few sentences below `practices`, as `work-plan: ...`, or name the document that
    holds them: `work-plan: {file: docs/work-plan.md}`.
    """
    if not is_recorded(snapshot.plan, _WORK_PLAN):
        yield Breach(
            PLAN / "practices" / _WORK_PLAN,
            "nothing is recorded about a work plan; add 'work-plan' below 'practices', in words or as "
            "{file: docs/work-plan.md}",
        )


@rule(
    "CK727",
    "planning-length",
    profile=Profile.DRAFT,
    severity=Severity.WARNING,
    sources=(GUIDE.at("Step 4"),),
    practices=(13,),
    options={
        "least": (
            "how many months planning should take at least",
            "inviting, listening and deciding together cannot be done well in less than half a year",
        ),
        "most": (
            "how many months planning should take at most",
            "comparable coalitions took 18 to 21 months; after two years members tire of it",
        ),
    },
)
def planning_length(snapshot: Snapshot, *, least: int = 6, most: int = 24) -> Iterator[Breach]:
    """Planning takes between half a year and two years.

    Why: In a hurry the loudest voices write the plan. Without an end in sight the people with the least
    time leave first.

    Mend: Move `start` or `end` of `coalition: planning`.
    """
    start, end = snapshot.plan.coalition.planning.start, snapshot.plan.coalition.planning.end
    if start is None or end is None:
        return
    if (end.last - start.first).days < least * _SHORTEST_MONTH:
        yield Breach(
            _PLANNING / "end",
            f"planning from {start} to {end} takes less than {counted(least, 'month')}; allow more time",
        )
    if (end.first - start.last).days > most * _LONGEST_MONTH:
        yield Breach(
            _PLANNING / "end",
            f"planning from {start} to {end} takes more than {counted(most, 'month')}; set a nearer end",
        )


@rule(
    "CK728",
    "agenda-overlong",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.4"),),
    practices=(103,),
)
def agenda_overlong(snapshot: Snapshot) -> Iterator[Breach]:
    """The points of an agenda fit into the time of the meeting.

    Why: What is cut when time runs out is the end: who does what by when, and the questions of those who
    waited.

    Mend: Give points fewer `minutes`, move one to the next meeting, or raise `duration_minutes`.
    """
    for meeting, needed, time in overlong(snapshot.plan):
        yield Breach(
            _MEETINGS[meeting.id] / "agenda",
            f"the points of the agenda take {needed} minutes and the meeting {time}; shorten one, or move it "
            "to the next meeting",
        )


@rule(
    "CK729",
    "partner-unheard",
    profile=Profile.SUSTAIN,
    severity=Severity.INFO,
    sources=(GUIDE.at("4.4"), TOOLKIT.at("chapter 2")),
    practices=(92,),
)
def partner_unheard(snapshot: Snapshot) -> Iterator[Breach]:
    """Each partner with a seat gets time in a meeting to present its work.

    Why: Partners find out what they could do together when they know what each of them does. Those who
    are never given the floor stay guests.

    Mend: Write them under `presenters` of the next meetings, three or four at a time.
    """
    plan = snapshot.plan
    heard = {who for meeting in taking_place(plan) for who in meeting.presenters}
    if not heard:
        return
    seats = {
        member.id: member.partner
        for member in plan.active_members
        if member.seated_as == "organization" and member.partner is not None
    }
    heard |= {partner for member, partner in seats.items() if member in heard}
    silent = [f"'{partner}'" for partner in dict.fromkeys(seats.values()) if partner not in heard]
    if silent:
        yield Breach(
            _MEETINGS,
            f"{first_few(silent)} {'has' if len(silent) == 1 else 'have'} not been given time to present; "
            "write them under 'presenters' of coming meetings",
        )
