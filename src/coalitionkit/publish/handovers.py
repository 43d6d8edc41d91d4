"""The brief for a new project manager: who, what is open, what is due, where things stand."""

from collections.abc import Iterator
from datetime import date

from coalitionkit.analysis.decisions import is_settled
from coalitionkit.analysis.due import moves, wins
from coalitionkit.analysis.groups import running_groups
from coalitionkit.analysis.meetings import taking_place
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES
from coalitionkit.places import PLAN
from coalitionkit.publish.charters import rule
from coalitionkit.publish.context.handovers import Awaited, Brief, Lead, Past
from coalitionkit.publish.document import Document
from coalitionkit.publish.facts import MANAGER, Facts, main_language
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.meetings.agendas import outline_of, title_of
from coalitionkit.publish.meetings.calendars import coming
from coalitionkit.publish.meetings.choice import made, when
from coalitionkit.publish.meetings.standing import changed, owed, questions
from coalitionkit.publish.press import Press, gaps_in, notice
from coalitionkit.publish.roles import duties, open_roles, slug_of
from coalitionkit.publish.roles import title_of as title_of_role

AUDIENCE = "coalition"
_TEMPLATE = "handover.md.j2"
_MOST = 8
_FEW = 5


def handover(plan: Coalition, *, press: Press, as_of: date, language: str | None = None) -> Document:
    """Return what a new project manager needs to know on a day."""
    asked = language or main_language(plan)
    tongue = press.language(asked, needs=(_TEMPLATE, "roles.json"))
    draft = _Draft(Facts(plan, tongue, as_of), press)
    context = draft.brief(notice(asked, tongue))
    return Document(
        name="handover",
        title=tongue.title("handover", coalition=context.about.name),
        text=press.write(f"{tongue.code}/{_TEMPLATE}", {"brief": context}),
        gaps=gaps_in(context),
        language=tongue.code,
        audience=AUDIENCE,
        coalition=context.about.name,
        day=as_of,
    )


class _Draft:
    """The parts of one brief."""

    def __init__(self, facts: Facts, press: Press) -> None:
        self.facts = facts
        self.plan = facts.plan
        self.tongue = facts.tongue
        self.press = press
        self.duties = duties(press, self.tongue)

    def brief(self, told: Gap | None) -> Brief:
        """Return all that the template may see."""
        plan, facts, day = self.plan, self.facts, self.facts.day
        started = plan.coalition.started
        promised = [c for c in plan.commitments if c.done is None or c.done.certainly_after(day)]
        promised.sort(key=lambda one: one.due.first if one.due else date.max)
        undecided = [d for d in plan.decisions if not is_settled(d) and d.status != "withdrawn"]
        agreed = rule(facts)
        return Brief(
            notice=told,
            about=facts.about(),
            day=self.tongue.on(day),
            started=self.tongue.on(started) if started else None,
            members=len(plan.active_members),
            partners=len(plan.partners),
            authority=self._authority(),
            before=tuple(self._before()),
            leads=tuple(self._leads()),
            champions=tuple(facts.contact(member) for member in plan.champion_members),
            circles=tuple(self._circles()),
            vacant=tuple(title_of_role(facts, s, self.duties.get(s)) for s in open_roles(plan, day)),
            decisions=questions(facts, undecided, day),
            owed=owed(facts, promised, day),
            awaited=tuple(self._awaited()),
            coming=coming(facts, self.press)[:_MOST],
            past=tuple(self._past()),
            changes=tuple(changed(facts, move) for move in moves(plan, day)[:_FEW]),
            wins=tuple(facts.said(win.text, PLAN / "strategies") for win in wins(plan, None, day)[:_FEW]),
            model=None if isinstance(agreed, Gap) else agreed.usual.model,
            platforms=facts.platforms(),
            papers=tuple(dict.fromkeys(one.file for one in plan.practices.values() if one.file)),
        )

    def _authority(self) -> str | Gap:
        where = (PLAN / "roles")[MANAGER] / "authority"
        role = self.plan.role(MANAGER)
        if role is not None and role.authority:
            return self.facts.said(role.authority, where)
        asked = "say what the project manager may decide and ask of others"
        return self.tongue.missing("authority", asked, where)

    def _before(self) -> Iterator[str]:
        """Give those who managed the project until now, the latest first."""
        role = self.plan.role(MANAGER)
        for holder in reversed(role.held_by if role else ()):
            member = self.plan.member(holder.member)
            if member is not None and not (holder.since and holder.since.certainly_after(self.facts.day)):
                yield member.name

    def _leads(self) -> Iterator[Lead]:
        for slug in dict.fromkeys([*MANAGEMENT_ROLES.words, *(slug_of(r.id) for r in self.plan.roles)]):
            holder = self.facts.holder(slug)
            if holder is not None and slug != MANAGER:
                what = title_of_role(self.facts, slug, self.duties.get(slug))
                yield Lead(what, self.facts.contact(holder))

    def _circles(self) -> Iterator[Lead]:
        for group in running_groups(self.plan):
            lead = self.plan.member(group.lead) if group.lead else None
            yield Lead(self.facts.named(group.name), self.facts.contact(lead) if lead else None)

    def _awaited(self) -> Iterator[Awaited]:
        for one in self.plan.invitations:
            partner = self.plan.partner(one.partner)
            if one.answer is None and partner is not None:
                yield Awaited(
                    partner=partner.name,
                    sent=self.tongue.on(one.sent) if one.sent else None,
                    sender=self.facts.party(one.sender) if one.sender else None,
                )

    def _past(self) -> Iterator[Past]:
        held = [m for m in taking_place(self.plan) if m.date and m.date.last < self.facts.day]
        for meeting in sorted(held, key=when, reverse=True)[:_FEW]:
            choice = made(self.plan, meeting.kind or "", meeting, meeting.id)
            title = title_of(choice, outline_of(choice, self.press, self.tongue), self.facts)
            day = self.tongue.on(meeting.date) if meeting.date else ""
            yield Past(day, title, meeting.minutes_file)
