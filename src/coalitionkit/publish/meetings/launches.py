"""The launch sequence as a document: what comes when, and what has to go out before."""

from datetime import date

from coalitionkit.analysis.launching import Step as Dated
from coalitionkit.analysis.launching import launch as dated
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.vocabulary.rhythm import LAUNCH_STEPS
from coalitionkit.periods import shifted
from coalitionkit.publish.context.agendas import Launch, Step
from coalitionkit.publish.document import Document
from coalitionkit.publish.facts import Facts, main_language, minutes_of
from coalitionkit.publish.meetings.outlines import outline
from coalitionkit.publish.press import Press, gaps_in, notice

AUDIENCE = "coalition"
_TEMPLATE = "launch.md.j2"
_PAPERS = 7
"""How many days before a meeting its agenda and papers go out."""

_INVITATIONS = 28
"""How many days before the first meeting the invitations go out: people need time to say yes."""


def launch(
    plan: Coalition, start: date, every: str, *, press: Press, as_of: date, language: str | None = None
) -> Document:
    """Return the launch sequence, dated from its start and by how often the group means to meet."""
    asked = language or main_language(plan)
    tongue = press.language(asked, needs=(_TEMPLATE,))
    facts = Facts(plan, tongue, as_of)
    steps = dated(plan, start, every)
    first = steps[0]
    context = Launch(
        about=facts.about(),
        steps=tuple(_step(facts, press, number, step) for number, step in enumerate(steps, 1)),
        every=every,
        invitations=tongue.on(shifted(first.day.first, -_INVITATIONS)) if _is_to_come(first) else None,
        notice=notice(asked, tongue),
    )
    return Document(
        name="launch",
        title=tongue.title("launch", coalition=context.about.name),
        text=press.write(f"{tongue.code}/{_TEMPLATE}", {"launch": context}),
        gaps=gaps_in(context),
        language=tongue.code,
        audience=AUDIENCE,
        coalition=context.about.name,
        day=as_of,
    )


def _is_to_come(step: Dated) -> bool:
    return step.meeting is None or step.meeting.status != "held"


def _step(facts: Facts, press: Press, number: int, step: Dated) -> Step:
    found = outline(step.kind, facts.tongue.code, press.folders)
    meeting = step.meeting
    state = "proposed" if step.proposed or meeting is None else meeting.status
    papers = shifted(step.day.first, -_PAPERS)
    return Step(
        number=number,
        slug=step.slug,
        title=found.title if found else LAUNCH_STEPS.label(step.slug),
        goal=found.goal if found else None,
        day=facts.tongue.on(step.day, weekday=True),
        time=facts.tongue.clock(minutes_of(meeting.time)) if meeting and meeting.time else None,
        papers=facts.tongue.on(papers) if _is_to_come(step) else None,
        state=state,
    )
