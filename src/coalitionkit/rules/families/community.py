"""Family 8: residents at the table, and what must not be in the open."""

from collections.abc import Iterator

from coalitionkit.analysis.duties import is_on_management_team, leads_something
from coalitionkit.analysis.governance import residents
from coalitionkit.analysis.practices import is_recorded
from coalitionkit.findings import Check, Profile, Severity
from coalitionkit.places import PLAN
from coalitionkit.prose import listed
from coalitionkit.rules.rule import Breach, Rule, Snapshot, rule
from coalitionkit.rules.sources import BRIEF, GUIDE, TOOLKIT

_MEMBERS = PLAN / "members"
_ENGAGEMENTS = PLAN / "engagements"
_POWER = "power-dynamics"
_WIDER = "wider-engagement-plan"
_SURVEY = "survey"


PRIVATE_VALUE_COMMITTED = Rule(
    Check(
        "CK801",
        "private-value-committed",
        Severity.ERROR,
        "What is private stands in the private overlay, not in a file that is shared.",
        "Git keeps every version for ever, and everyone with access can read it. People name their phone "
        "number, their pay or what holds them back in confidence.",
        "Move the line to `coalition.private.yaml`, under the same ids, and keep that file out of git; "
        "`coalition rule CK801` shows how it looks. If the value was committed before, it is still in the "
        "history: ask whoever keeps the repository.",
        Profile.START,
    ),
    None,
)
"""Found by the engine, also in a plan with other errors, and whatever the plan says of severities."""


@rule(
    "CK811",
    "community-member-missing",
    profile=Profile.LAUNCH,
    sources=(GUIDE.at("4.2"),),
    practices=(39, 40),
)
def community_member_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """At least one community member has a seat of their own.

    Why: People who live with a problem see what data and programs miss. Asked only through organizations,
    they are spoken for; with a seat of their own, they decide.

    Mend: Invite residents and add them below `members`, as `{id: ..., name: ..., seated_as: individual,
    group: key-stakeholder, compensation: {per: meeting, method: gift card}}`. They need no `partner`; if they
    have one, its `sector` is `community-member`. Ask community organizations whom they would suggest.
    """
    if any(member.seated_as == "individual" for member in residents(snapshot.plan)):
        return
    yield Breach(
        _MEMBERS,
        "no community member has a seat of their own; add one with 'seated_as: individual' and "
        "'compensation'",
    )


@rule(
    "CK812",
    "community-member-unpaid",
    profile=Profile.LAUNCH,
    sources=(GUIDE.at("4.2"), BRIEF.at()),
    practices=(41,),
)
def community_member_unpaid(snapshot: Snapshot) -> Iterator[Breach]:
    """Every community member is paid for their time.

    Why: Everyone else at the table is paid to be there. Without pay only those can come who can afford
    to, and the others' knowledge is lost.

    Mend: Agree with them on pay and add `compensation: {per: meeting, method: gift card}`. The amount is
    private: it belongs in coalition.private.yaml.
    """
    for member in residents(snapshot.plan):
        if member.compensation is None:
            yield Breach(
                _MEMBERS[member.id] / "compensation",
                f"no pay is recorded for the community member '{member.id}'; add 'compensation', such as "
                "{per: meeting, method: gift card}",
            )


@rule(
    "CK813",
    "pay-unclear",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"), BRIEF.at()),
    practices=(41,),
)
def pay_unclear(snapshot: Snapshot) -> Iterator[Breach]:
    """It is said for what each community member is paid, and how.

    Why: Not everyone can cash a check, and some benefits end with a payment that was not thought through.
    Nobody should have to ask.

    Mend: Add `per`, such as `meeting`, and `method`, such as gift card, to `compensation`. Ask first which
    way suits the member. The amount belongs in coalition.private.yaml.
    """
    for member in residents(snapshot.plan):
        if member.compensation is None:
            continue
        keys = {"per": member.compensation.per, "method": member.compensation.method}
        missing = [key for key, value in keys.items() if value is None]
        if missing:
            words = listed(f"'{key}'" for key in missing)
            yield Breach(
                _MEMBERS[member.id] / "compensation" / missing[0],
                f"it is open how the community member '{member.id}' is paid; add {words} to 'compensation'",
            )


@rule(
    "CK814",
    "participants-unpaid",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"), BRIEF.at()),
    practices=(41,),
)
def participants_unpaid(snapshot: Snapshot) -> Iterator[Breach]:
    """Residents who give an evening to the coalition receive something for it.

    Why: Riverside County paid everyone who came to a focus group. An hour of a resident's evening is worth
    no less than an hour of a consultant's day.

    Mend: Add `compensation` to the engagement: an amount or something in kind, for whom, and how. Surveys
    may do without.
    """
    for engagement in snapshot.plan.engagements:
        if engagement.compensation is None and engagement.kind != _SURVEY:
            yield Breach(
                _ENGAGEMENTS[engagement.id] / "compensation",
                f"nothing is recorded that those who take part in '{engagement.id}' receive; add "
                "'compensation', such as {amount: 50, per: participant, method: gift card}",
            )


@rule(
    "CK815",
    "community-member-without-vote",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"), TOOLKIT.at("chapter 2")),
    practices=(45,),
)
def community_member_without_vote(snapshot: Snapshot) -> Iterator[Breach]:
    """Community members have a vote.

    Why: Advice can be thanked for and set aside. With a vote, residents decide with those who have always
    decided.

    Mend: Remove `voting: no`, or change the way of deciding so that residents count.
    """
    for member in residents(snapshot.plan):
        if member.voting is False:
            yield Breach(
                _MEMBERS[member.id] / "voting",
                f"the community member '{member.id}' has no vote; write 'voting: yes', or leave it out",
            )


@rule(
    "CK816",
    "decided-without-residents",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.5"), TOOLKIT.at("chapter 2")),
    practices=(45,),
)
def decided_without_residents(snapshot: Snapshot) -> Iterator[Breach]:
    """Community members were there when the way of deciding was agreed.

    Why: Whoever comes after the rules were made plays by the rules of others.

    Mend: Take up the way of deciding again with those who have joined since, and move `adopted` to that
    day, also if nothing changes.
    """
    model = snapshot.plan.decision_model
    joined = [member.joined for member in residents(snapshot.plan)]
    if model is None or model.adopted is None or not joined:
        return
    adopted = model.adopted
    if all(day is not None and day.certainly_after(adopted) for day in joined):
        yield Breach(
            PLAN / "decision_model" / "adopted",
            f"when the way of deciding was adopted ({adopted}), no community member had joined; take it up "
            "again with them",
        )


@rule(
    "CK817",
    "community-member-leads-nothing",
    profile=Profile.SUSTAIN,
    severity=Severity.WARNING,
    sources=(GUIDE.at("4.2"), TOOLKIT.at("chapter 2")),
    practices=(44,),
)
def community_member_leads_nothing(snapshot: Snapshot) -> Iterator[Breach]:
    """At least one community member leads something.

    Why: Whoever leads sets the questions. A coalition in which residents only ever answer them has shared
    its table and not its power.

    Mend: Ask a resident to hold a role or to lead a working group or a strategy, alone or as second, with
    the help and the pay that it takes.
    """
    plan = snapshot.plan
    members = residents(plan)
    if members and leads_something(plan).isdisjoint(key for m in members for key in (m.id, m.partner)):
        yield Breach(
            PLAN / "working_groups",
            "no community member holds a role or leads a working group or a strategy; ask one, with the help "
            "that it takes",
        )


@rule(
    "CK818",
    "power-dynamics-unowned",
    profile=Profile.SUSTAIN,
    sources=(GUIDE.at("4.2"),),
    practices=(43,),
)
def power_dynamics_unowned(snapshot: Snapshot) -> Iterator[Breach]:
    """A plan for differences in power is recorded, and someone on the management team sees to it.

    Why: Those who hold money, office or degrees speak first and longest unless somebody is charged with
    noticing. Residents cannot be the ones who have to.

    Mend: Add below `practices` who holds more power in the room, what you do about it, and who on the
    management team sees to it: `power-dynamics: {text: ..., by: project-manager}`.
    """
    plan = snapshot.plan
    address = PLAN / "practices" / _POWER
    if not is_recorded(plan, _POWER):
        if residents(plan):
            yield Breach(
                address,
                "nothing is recorded about differences in power between members; add 'power-dynamics' below "
                "'practices': what you do about them as 'text', and who sees to it as 'by'",
            )
        return
    if not is_on_management_team(plan, plan.practices[_POWER].by):
        yield Breach(
            address / "by",
            "nobody on the management team sees to the differences in power; write under 'by' who does",
        )


@rule(
    "CK819",
    "engagement-missing",
    profile=Profile.SUSTAIN,
    sources=(GUIDE.at("4.2"), BRIEF.at()),
    practices=(46,),
)
def engagement_missing(snapshot: Snapshot) -> Iterator[Breach]:
    """Residents who are not members are heard as well.

    Why: A few residents with a seat cannot speak for a whole city, and should not have to.

    Mend: Add the first occasion below `engagements`, as `{id: ..., kind: focus-group, date: 2026-09,
    compensation: {amount: 50, per: participant, method: gift card}}`. Or say below `practices`, as
    `wider-engagement-plan`, how residents will be heard.
    """
    if not snapshot.plan.engagements and not is_recorded(snapshot.plan, _WIDER):
        yield Breach(
            _ENGAGEMENTS,
            "nothing is recorded about hearing residents who are not members; add an occasion below "
            "'engagements', or 'wider-engagement-plan' below 'practices'",
        )
