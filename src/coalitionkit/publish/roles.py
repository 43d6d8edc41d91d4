"""Roles: what each of them is for, who holds it, and how it is offered to someone.

What a role does and what fits for it stands in `templates/<language>/roles.json`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from coalitionkit.errors import BrokenTemplateError, UnknownRecordError
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.governance import Role
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES
from coalitionkit.places import PLAN
from coalitionkit.prose import did_you_mean, listed, quoted
from coalitionkit.publish.context import Part
from coalitionkit.publish.context.handovers import Office
from coalitionkit.publish.context.handovers import Role as Sheet
from coalitionkit.publish.document import Correspondent, Document, Envelope
from coalitionkit.publish.facts import MANAGER, Facts, holder_on, main_language
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.language import Language
from coalitionkit.publish.press import Press, gaps_in, notice

AUDIENCE = "addressee"
_TEMPLATE = "role.md.j2"
_MANAGEMENT = "management-team"
_DUTY = ("title", "task", "tasks", "looks_for")


@dataclass(frozen=True, slots=True)
class Duty:
    """What a role is called, what it does in one line and in several, and what fits for it."""

    title: str
    task: str
    tasks: tuple[str, ...]
    looks_for: tuple[str, ...]


def duties(press: Press, tongue: Language) -> Mapping[str, Duty]:
    """Return what each role of the management team is for. Raises BrokenTemplateError."""
    name = f"{tongue.code}/roles.json"
    data = press.folders.data(name)
    try:
        return {slug: _duty(slug, one) for slug, one in data.items()}
    except TypeError as error:
        raise BrokenTemplateError(f"templates/{name}: {error}") from None


def offices(facts: Facts, press: Press) -> tuple[Office, ...]:
    """Return the roles of the management team, then those that the plan adds."""
    known = duties(press, facts.tongue)
    slugs = [
        *MANAGEMENT_ROLES.words,
        *(r.id for r in facts.plan.roles if slug_of(r.id) not in MANAGEMENT_ROLES),
    ]
    return tuple(_office(facts, slug, known.get(slug)) for slug in slugs)


def slug_of(key: str) -> str:
    """Return the management role that an id stands for, or the id."""
    return MANAGEMENT_ROLES.slug(key) or key


def _office(facts: Facts, slug: str, duty: Duty | None) -> Office:
    role = _role(facts.plan, slug)
    holder = facts.holder(role.id) if role else None
    state = "held" if holder else "waived" if role and role.waived else "vacant" if role else "open"
    return Office(
        title=title_of(facts, slug, duty),
        state=state,
        holder=holder.name if holder else None,
        task=duty.task if duty else None,
    )


def title_of(facts: Facts, slug: str, duty: Duty | None) -> str:
    """Return what a role is called: its own title, else the usual one, else its title in another language."""
    role = _role(facts.plan, slug)
    own = role.title if role else None
    usual = facts.perhaps(own) or (duty.title if duty else None)
    return usual or (facts.named(own) if own else slug.replace("-", " ").capitalize())


def _role(plan: Coalition, slug: str) -> Role | None:
    return plan.role(slug) or next((r for r in plan.roles if slug_of(r.id) == slug), None)


def open_roles(plan: Coalition, day: date) -> tuple[str, ...]:
    """Return the roles that nobody holds on a day and that were not waived."""
    slugs = dict.fromkeys([*MANAGEMENT_ROLES.words, *(slug_of(role.id) for role in plan.roles)])
    return tuple(
        slug
        for slug in slugs
        if not ((role := _role(plan, slug)) and (role.waived or holder_on(plan, role.id, day) is not None))
    )


def role(plan: Coalition, key: str, *, press: Press, as_of: date, language: str | None = None) -> Document:
    """Return the description of a role for those who might take it. Raises UnknownRecordError."""
    asked = language or main_language(plan)
    tongue = press.language(asked, needs=(_TEMPLATE, "roles.json"))
    facts = Facts(plan, tongue, as_of)
    known = duties(press, tongue)
    slug = slug_of(key)
    if slug not in known and plan.role(key) is None:
        names = list(dict.fromkeys([*known, *(one.id for one in plan.roles)]))
        hint = did_you_mean(key, names).removeprefix("; ") or f"roles: {listed(names)}"
        raise UnknownRecordError(f"there is no role '{key}'", hint=hint)
    context = _sheet(facts, slug, known.get(slug), notice(asked, tongue))
    manager = context.manager
    return Document(
        name=f"role-{slug}",
        title=tongue.title("role", role=context.title, coalition=context.about.name),
        text=press.write(f"{tongue.code}/{_TEMPLATE}", {"role": context}),
        gaps=gaps_in(context),
        language=tongue.code,
        audience=AUDIENCE,
        coalition=context.about.name,
        day=as_of,
        envelope=Envelope(Correspondent(str(manager.name), manager.email or "") if manager else None),
    )


def _sheet(facts: Facts, slug: str, duty: Duty | None, told: Gap | None) -> Sheet:
    recorded = _role(facts.plan, slug)
    where = (PLAN / "roles")[recorded.id if recorded else slug]
    file = f"templates/{facts.tongue.code}/roles.json"
    undescribed = f"say what the role does: describe '{slug}' in {file}, as the roles that ship are"
    asked = "say what the holder may decide and ask of others"
    authority: Part | None = None
    if recorded and recorded.authority:
        authority = facts.said(recorded.authority, where / "authority")
    elif slug == MANAGER:
        authority = facts.tongue.missing("authority", asked, where / "authority")
    manager = facts.holder(MANAGER)
    tasks: Sequence[Part] = duty.tasks if duty else ()
    return Sheet(
        notice=told,
        about=facts.about(),
        title=title_of(facts, slug, duty),
        tasks=tuple(tasks) or (facts.tongue.missing("task", undescribed, where),),
        looks_for=duty.looks_for if duty else (),
        authority=authority,
        workload=_workload(facts, recorded),
        cadence=facts.plan.rhythm.cadence.get(_MANAGEMENT) if slug in MANAGEMENT_ROLES else None,
        manager=facts.contact(manager) if manager and slug != MANAGER else None,
    )


def _workload(facts: Facts, recorded: Role | None) -> str | None:
    """Return how much of someone's time the role took, by the latest holder who said so."""
    shares = [one.workload for one in recorded.held_by if one.workload is not None] if recorded else []
    return facts.tongue.share(shares[-1]) if shares else None


def _duty(slug: str, told: Any) -> Duty:
    if not isinstance(told, dict):
        raise TypeError(f"'{slug}' needs {listed(map(quoted, _DUTY))}, and is {told!r:.40}")
    lacking = [key for key in _DUTY if key not in told]
    if lacking:
        raise TypeError(f"'{slug}' needs {listed(map(quoted, lacking))} as well")
    title, task, tasks, looks_for = (told[key] for key in _DUTY)
    return Duty(
        _text(title, slug, "title"),
        _text(task, slug, "task"),
        _texts(tasks, slug, "tasks"),
        _texts(looks_for, slug, "looks_for"),
    )


def _text(value: Any, slug: str, key: str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"'{key}' of '{slug}' is text, not {value!r:.40}")
    return value


def _texts(value: Any, slug: str, key: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"'{key}' of '{slug}' is a list of texts, not {value!r:.40}")
    return tuple(_text(one, slug, key) for one in value)
