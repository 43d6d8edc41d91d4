"""The checklist of the fourth step, point by point with what the record holds. It never says "true"."""

from datetime import date

from coalitionkit.analysis.readiness import Evidence as Found
from coalitionkit.analysis.readiness import readiness
from coalitionkit.model.coalition import Coalition
from coalitionkit.publish.context.handovers import Check, Checklist, Evidence
from coalitionkit.publish.document import Document
from coalitionkit.publish.facts import Facts, main_language
from coalitionkit.publish.press import Press, gaps_in, notice
from coalitionkit.publish.roles import duties, title_of

AUDIENCE = "coalition"
_TEMPLATE = "checklist.md.j2"


def checklist(plan: Coalition, *, press: Press, as_of: date, language: str | None = None) -> Document:
    """Return the checklist of the fourth step with the evidence that is on record for a day."""
    asked = language or main_language(plan)
    tongue = press.language(asked, needs=(_TEMPLATE, "roles.json"))
    facts = Facts(plan, tongue, as_of)
    known = duties(press, tongue)

    def told(found: Found) -> Evidence:
        return Evidence(
            kind=found.kind,
            recorded=found.recorded,
            name=title_of(facts, found.role, known.get(found.role)) if found.role else None,
            who=facts.party(found.member) if found.member else None,
            day=tongue.on(found.day) if found.day else None,
            number=found.number,
        )

    context = Checklist(
        notice=notice(asked, tongue),
        about=facts.about(),
        day=tongue.on(as_of),
        points=tuple(
            Check(point.slug, point.state, tuple(told(one) for one in point.evidence))
            for point in readiness(plan, as_of)
        ),
    )
    return Document(
        name="checklist",
        title=tongue.title("checklist", coalition=context.about.name),
        text=press.write(f"{tongue.code}/{_TEMPLATE}", {"checklist": context}),
        gaps=gaps_in(context),
        language=tongue.code,
        audience=AUDIENCE,
        coalition=context.about.name,
        day=as_of,
    )
