"""Papers: documents that a plan adds by a template of its own, such as a one-page overview.

They all get the same record, whatever they make of it.
"""

import re
from collections.abc import Iterator
from datetime import date

from coalitionkit.errors import UnknownRecordError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.decisions import Decision
from coalitionkit.model.members import Member
from coalitionkit.model.vocabulary.mobility import DOMAINS
from coalitionkit.places import PLAN
from coalitionkit.prose import did_you_mean, listed
from coalitionkit.publish.blocks import Heading, blocks, plain
from coalitionkit.publish.context import DataPoint, Record, Seat, Settled
from coalitionkit.publish.document import Document
from coalitionkit.publish.facts import MANAGER, Facts, main_language
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.markdown import escaped
from coalitionkit.publish.press import Press, gaps_in, notice
from coalitionkit.publish.shelf import own_documents

AUDIENCE = "coalition"
_SEATED = "active"
_CARRIED = "carried"


def paper(plan: Coalition, name: str, *, press: Press, as_of: date, language: str | None = None) -> Document:
    """Return the document that a template of the plan's own makes.

    Where there is no template in the language that is asked for, it is in one that there is, and says so in
    a gap. Raises UnknownRecordError when the plan has no such template.
    """
    asked = language or main_language(plan)
    there = _languages(name, press)
    tongue = press.language(_nearest(asked, there), needs=(f"{name}.md.j2",))
    told = notice(asked, tongue)
    record = _record(Facts(plan, tongue, as_of), told)
    text = press.write(f"{tongue.code}/{name}.md.j2", {"record": record})
    headings = [plain(one.runs) for one in blocks(text) if isinstance(one, Heading)]
    shown = [gap for gap in gaps_in(record) if gap == told or f"[{escaped(gap.mark)}]" in text]
    return Document(
        name=name,
        title=headings[0] if headings else record.about.name,
        text=text,
        gaps=tuple(shown),
        language=tongue.code,
        audience=AUDIENCE,
        coalition=record.about.name,
        day=as_of,
    )


def _languages(name: str, press: Press) -> list[str]:
    known = own_documents(press.folders)
    if name in known:
        return known[name]
    hint = did_you_mean(name, known).removeprefix("; ")
    if not hint:
        hint = f"there are {listed(known)}" if known else "write one: templates/en/overview.md.j2"
    raise UnknownRecordError(f"the plan has no template for a document '{name}'", hint=hint)


def _nearest(asked: str, there: list[str]) -> str:
    """Return the language to write in: the one asked for, its base, English, or else the first there is."""
    for code in (asked, asked.partition("-")[0], "en"):
        if code in there:
            return code
    return there[0]


def _record(facts: Facts, told: Gap | None) -> Record:
    plan = facts.plan
    manager = facts.holder(MANAGER)
    points = [facts.data_point(metric) for metric in plan.metrics]
    domains = [_domain(facts, slug) for slug in plan.focus.predictors]
    return Record(
        day=facts.tongue.on(facts.day),
        about=facts.about(),
        manager=facts.contact(manager) if manager else None,
        seats=tuple(_seat(facts, member) for member in plan.active_members),
        champions=tuple(member.name for member in plan.champion_members),
        priorities=facts.tongue.listed(domains) or None,
        numbers=tuple(point for point in points if isinstance(point, DataPoint)),
        norms=tuple(
            facts.said(norm, (PLAN / "rhythm" / "norms")[index])
            for index, norm in enumerate(plan.rhythm.norms)
        ),
        platforms=facts.platforms(),
        deciding=facts.deciding(),
        settled=tuple(_settled(facts)),
        next_meeting=facts.next_of(plan.meetings),
        notice=told,
    )


def _domain(facts: Facts, slug: str) -> str:
    label = DOMAINS.label(slug)
    return facts.tongue.word(DOMAINS.name, slug) or label[:1].lower() + label[1:]


def _seat(facts: Facts, member: Member) -> Seat:
    held = [
        role.id for role in facts.plan.roles if (found := facts.holder(role.id)) and found.id == member.id
    ]
    words = [facts.tongue.word("roles", key) or _title(facts, key) for key in held]
    return Seat(member.name, facts.contact(member).partner, facts.tongue.listed(words) or None)


def _title(facts: Facts, key: str) -> str:
    role = facts.plan.role(key)
    return (facts.perhaps(role.title) if role else None) or key.replace("-", " ")


def _settled(facts: Facts) -> Iterator[Settled]:
    """Give what was carried up to the day, the latest first."""
    carried = [one for one in facts.plan.decisions if one.outcome == _CARRIED and _was_before(one, facts.day)]
    for one in sorted(carried, key=lambda one: one.date.last if one.date else date.min, reverse=True):
        where = (PLAN / "decisions")[one.id]
        chosen = one.options.get(one.chosen) if one.chosen else None
        yield Settled(
            question=facts.said(one.question, where / "question") if one.question else _spoken(one.id),
            day=facts.tongue.on(one.date) if one.date else None,
            chosen=facts.said(chosen, where / "options") if chosen else None,
        )


def _spoken(key: str) -> str:
    return re.sub(r"[-_]+", " ", key)


def _was_before(decision: Decision, day: date) -> bool:
    return decision.date is None or not decision.date.certainly_after(day)
