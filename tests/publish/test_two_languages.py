"""The large examples in both languages: every paper of theirs, without a gap and in one language only.

Names stay as they are: of partners, of sources, and what people are called where they work.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest
from builders import model_of
from pydantic import BaseModel

from coalitionkit.analysis.recipients import recipient
from coalitionkit.loading import load
from coalitionkit.model.coalition import Coalition
from coalitionkit.model.metrics import Source
from coalitionkit.model.values import Prose
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES
from coalitionkit.publish.agendas import agenda
from coalitionkit.publish.calendars import calendar
from coalitionkit.publish.charters import charter
from coalitionkit.publish.checklists import checklist
from coalitionkit.publish.document import Document
from coalitionkit.publish.handovers import handover
from coalitionkit.publish.launches import launch
from coalitionkit.publish.letters import letter
from coalitionkit.publish.minutes import minutes
from coalitionkit.publish.papers import paper
from coalitionkit.publish.press import Press
from coalitionkit.publish.roles import role
from coalitionkit.publish.shelf import own_documents
from coalitionkit.publish.templates import Folders
from coalitionkit.shipped import shipped
from coalitionkit.workspace import find_plans, read_plan

EXAMPLES = ("forest-city", "county-backbone")
MAIN = "en"
AS_OF = date(2026, 6, 30)
FOREIGN = re.compile("⟦.*?⟧")
COMMON = {
    "es": re.compile(r"\b(the|of|and|with|from|shall|what|who|our|their|each|every|by|to)\b", re.IGNORECASE),
    "en": re.compile(r"\b(el|los|las|que|para|con|por|una|quién|cada|del)\b", re.IGNORECASE),
}
"""Words that hardly a sentence of the other language does without."""

both = pytest.mark.parametrize("code", ["en", "es"])
each = pytest.mark.parametrize("example", EXAMPLES)


@cache
def opened(example: str) -> Coalition:
    return model_of(load(read_plan(find_plans([shipped("examples") / example])[0])))


@cache
def templates(example: str) -> Press:
    return Press(Folders.around(shipped("examples") / example))


def papers(example: str, code: str, plan: Coalition) -> Iterator[Document]:
    """Give every paper that a plan can be asked for, agendas only of what has met or will meet."""
    press = templates(example)
    how: dict[str, Any] = {"press": press, "as_of": AS_OF, "language": code}
    running = [group.id for group in plan.working_groups if group.ended is None]
    kinds = [meeting.kind for meeting in plan.meetings if meeting.kind]
    for wanted in dict.fromkeys([*kinds, *running, *(one.id for one in plan.rhythm.series)]):
        yield agenda(plan, wanted, **how)
    for meeting in plan.meetings:
        yield agenda(plan, meeting.id, **how)
        yield minutes(plan, meeting.id, **how)
    for key in dict.fromkeys([*MANAGEMENT_ROLES.words, *(one.id for one in plan.roles)]):
        yield role(plan, key, **how)
    for invitation in plan.invitations:
        yield letter(plan, recipient(plan, invitation.id), **how)
    for name in own_documents(press.folders):
        yield paper(plan, name, **how)
    yield launch(plan, date(2027, 2, 4), "month", **how)
    for make in (charter, handover, checklist):
        yield make(plan, **how)
    yield calendar(plan, (), **how)


def marked(value: Any, code: str, names: frozenset[str]) -> Any:
    """Return a plan whose prose is marked where it is not in a language; sources and names stay."""
    if isinstance(value, Source):
        return value
    if isinstance(value, Prose):
        told = code in value.texts or (code == MAIN and "" in value.texts) or str(value) in names
        return value if told else Prose({key: f"⟦{text}⟧" for key, text in value.texts.items()})
    if isinstance(value, BaseModel):
        return value.model_copy(
            update={key: marked(inner, code, names) for key, inner in value.__dict__.items()}
        )
    if isinstance(value, Mapping):
        return {key: marked(inner, code, names) for key, inner in value.items()}
    if type(value) is tuple:
        return tuple(marked(inner, code, names) for inner in value)
    return value


def foreign(document: Document) -> list[str]:
    """Return what stands in a document, or goes to calendars with it, in another language than its own."""
    events = [part for one in document.events for part in (one.title, one.text, one.place)]
    return sorted({f"{document.name}: {hit}" for hit in FOREIGN.findall("\n".join([document.text, *events]))})


def names_of(plan: Coalition) -> frozenset[str]:
    return frozenset(partner.name for partner in plan.partners)


@each
@both
def test_no_paper_has_a_gap(example: str, code: str) -> None:
    made = list(papers(example, code, opened(example)))
    assert len(made) > 60
    assert {document.language for document in made} == {code}
    assert [f"{one.name}: {gap} ({gap.where})" for one in made for gap in one.gaps] == []


@each
@both
def test_the_record_says_every_paper_in_its_language(example: str, code: str) -> None:
    plan = opened(example)
    one_sided = marked(plan, code, names_of(plan))
    assert [hit for document in papers(example, code, one_sided) for hit in foreign(document)] == []


@each
@both
def test_no_paper_has_words_of_the_other_language(example: str, code: str) -> None:
    plan = opened(example)
    sources = {text for metric in plan.metrics if metric.source for text in metric.source.name.texts.values()}
    titles = {person.title for partner in plan.partners for person in partner.people if person.title}
    names = sorted({*names_of(plan), *sources, *titles}, key=len, reverse=True)
    kept = re.compile("|".join(map(re.escape, names)) + r"|https?://\S+")
    found: set[str] = set()
    for document in papers(example, code, plan):
        lines = kept.sub("", document.text).splitlines()
        found |= {f"{document.name}: {line}" for line in lines if COMMON[code].search(line)}
    assert found == set()


def test_what_is_in_one_language_only_would_be_found() -> None:
    plan = opened("forest-city")
    place = {"place": Prose({"": "City Hall"})}
    meetings = tuple(one.model_copy(update=place) if one.agenda else one for one in plan.meetings)
    one_sided = marked(plan.model_copy(update={"meetings": meetings}), "es", names_of(plan))
    hits = [hit for document in papers("forest-city", "es", one_sided) for hit in foreign(document)]
    assert "minutes-july-meeting: ⟦City Hall⟧" in hits
    assert {hit.partition(": ")[2] for hit in hits} == {"⟦City Hall⟧"}
