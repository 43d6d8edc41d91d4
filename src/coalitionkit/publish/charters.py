"""The charter: name, purpose, membership, roles, decision rule and norms, from the record."""

from collections.abc import Iterator
from datetime import date

from coalitionkit.analysis.decisions import dated_models
from coalitionkit.analysis.groups import running_groups
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.decisions import AdoptedModel, DecisionRule
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.places import PLAN
from coalitionkit.publish.context.handovers import Beat, Charter, Circle, Rule, Seated
from coalitionkit.publish.context.handovers import DecisionRule as Agreed
from coalitionkit.publish.document import Document
from coalitionkit.publish.facts import Facts, main_language
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.press import Press, gaps_in, notice
from coalitionkit.publish.roles import offices

AUDIENCE = "coalition"
_TEMPLATE = "charter.md.j2"
_OTHER = "other:"


def charter(plan: Coalition, *, press: Press, as_of: date, language: str | None = None) -> Document:
    """Return the charter of a coalition as of a day."""
    asked = language or main_language(plan)
    tongue = press.language(asked, needs=(_TEMPLATE,))
    facts = Facts(plan, tongue, as_of)
    context = _charter(facts, press, notice(asked, tongue))
    return Document(
        name="charter",
        title=tongue.title("charter", coalition=context.about.name),
        text=press.write(f"{tongue.code}/{_TEMPLATE}", {"charter": context}),
        gaps=gaps_in(context),
        language=tongue.code,
        audience=AUDIENCE,
        coalition=context.about.name,
        day=as_of,
    )


def _charter(facts: Facts, press: Press, told: Gap | None) -> Charter:
    plan, tongue = facts.plan, facts.tongue
    about = facts.about()
    asked = "write the vision of the coalition"
    norms = PLAN / "rhythm" / "norms"
    return Charter(
        notice=told,
        about=about,
        day=tongue.on(facts.day),
        purpose=about.north_star or tongue.missing("purpose", asked, PLAN / "focus" / "north_star"),
        populations=tongue.listed(_populations(facts)) or None,
        goals=tuple(
            facts.said(goal.statement, (PLAN / "focus" / "goals")[goal.id]) for goal in plan.focus.goals
        ),
        seats=tuple(_seats(facts)),
        champions=tuple(member.name for member in plan.champion_members),
        offices=offices(facts, press),
        circles=tuple(_circles(facts)),
        beats=tuple(Beat(group, cadence) for group, cadence in plan.rhythm.cadence.items()),
        rule=rule(facts),
        norms=tuple(facts.said(norm, norms[index]) for index, norm in enumerate(plan.rhythm.norms))
        or (tongue.missing("norms", "write the norms that were agreed on", norms),),
        platforms=facts.platforms(),
    )


def _populations(facts: Facts) -> Iterator[str]:
    own = {word.id: word.label for word in facts.plan.vocabulary.populations}
    for slug in facts.plan.focus.populations:
        label = own.get(slug)
        if label is not None:
            yield facts.named(label)
        else:
            yield facts.tongue.word("populations", slug) or _within(POPULATIONS.label(slug))


def _within(label: str) -> str:
    """Return an English label as it stands within a sentence: `people of color` but `LGBTQ+ people`."""
    proper = label.startswith("English") or label[1:2].isupper()
    return label if proper else label[:1].lower() + label[1:]


def _seats(facts: Facts) -> Iterator[Seated]:
    for member in facts.plan.active_members:
        partner = facts.plan.partner(member.partner) if member.partner else None
        from_where = partner.name if partner and partner.name != member.name else None
        yield Seated(member.name, from_where, member.group)


def _circles(facts: Facts) -> Iterator[Circle]:
    for group in running_groups(facts.plan):
        where = (PLAN / "working_groups")[group.id] / "purpose"
        yield Circle(
            name=facts.named(group.name),
            purpose=facts.said(group.purpose, where) if group.purpose else None,
            lead=facts.party(group.lead) if group.lead else None,
            cadence=group.cadence,
        )


def rule(facts: Facts) -> Agreed | Gap:
    """Return the decision rule in force on the day, or a gap that asks for one."""
    plan, where = facts.plan, PLAN / "decision_model"
    model = _in_force(facts)
    if model is None:
        asked = "agree how decisions are made, and write it down"
        return facts.tongue.missing("decision_model", asked, where)
    since = next((when for when, one in dated_models(plan) if one is model), None)
    return Agreed(
        usual=_settled(facts, model, None),
        others=tuple(
            _settled(facts, other, kind.removeprefix(_OTHER)) for kind, other in model.by_kind.items()
        ),
        fallback=_settled(facts, model.fallback, None) if model.fallback else None,
        adopted=facts.tongue.on(since) if since else None,
        input_from=model.input_from,
        final_call=facts.said(model.final_call, where / "final_call") if model.final_call else None,
        accountable=facts.party(model.accountable) if model.accountable else None,
        delegation=facts.said(model.delegation, where / "delegation") if model.delegation else None,
        champions_count=model.champions_count,
    )


def _in_force(facts: Facts) -> AdoptedModel | None:
    """Return the latest way of deciding that was adopted by the day; one without a date always was."""
    begun = [
        (when, m) for when, m in dated_models(facts.plan) if not (when and when.certainly_after(facts.day))
    ]
    return max(begun, key=lambda one: one[0].last if one[0] else date.min)[1] if begun else None


def _settled(facts: Facts, rule: DecisionRule, kind: str | None) -> Rule:
    tongue = facts.tongue
    return Rule(
        kind=kind,
        model=rule.model,
        share=tongue.share(rule.share) if rule.share is not None and rule.share * 2 != 1 else None,
        basis=rule.basis,
        quorum=tongue.share(rule.quorum) if rule.quorum is not None else None,
        notice_days=rule.notice_days,
        authority=facts.party(rule.authority) if rule.authority else None,
    )
