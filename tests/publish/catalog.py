"""Every document there is, one line each: golden files, formats and real programs are tried on all of them.

A document that is new has to be entered here; `test_catalog` says so when it is not.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from coalitionkit.analysis.recipients import recipient
from coalitionkit.model.coalition import Coalition
from coalitionkit.publish.agendas import agenda
from coalitionkit.publish.document import Document
from coalitionkit.publish.forms import FORMS
from coalitionkit.publish.launches import launch
from coalitionkit.publish.letters import letter
from coalitionkit.publish.papers import paper
from coalitionkit.publish.press import Press
from coalitionkit.publish.roles import role
from coalitionkit.publish.templates import Folders
from publish.pressroom import KINDS, LETTERS, TODAY, willow_bend
from publish.rounds import FALL, MAKERS, Maker, harbor_point

OWN = Path(__file__).parent / "own"
"""The folder of a plan that adds a document by templates of its own."""

CODES = ("en", "es")
ROLES = ("community-engagement-lead", "communications-and-outreach-lead", "learning-and-evaluation-lead")


class Entry(NamedTuple):
    """A document: the command it comes from, what makes it, and the plan and day it is shown with."""

    command: str
    plan: Callable[[], Coalition]
    day: date
    make: Maker


def _letter(partners: tuple[str, str]) -> Maker:
    return lambda plan, day, code, press: letter(
        plan, recipient(plan, partners[CODES.index(code)]), press=press, as_of=day, language=code
    )


def _agenda(kind: str) -> Maker:
    return lambda plan, day, code, press: agenda(plan, kind, press=press, as_of=day, language=code)


def _role(key: str) -> Maker:
    return lambda plan, day, code, press: role(plan, key, press=press, as_of=day, language=code)


def _to_come(plan: Coalition, day: date, code: str, press: Press) -> Document:
    return launch(plan, date(2027, 1, 12), "two-weeks", press=press, as_of=day, language=code)


def _own(plan: Coalition, day: date, code: str, press: Press) -> Document:
    return paper(plan, "overview", press=press, as_of=day, language=code)


CATALOG: dict[str, Entry] = {
    **{name: Entry("invite", willow_bend, TODAY, _letter(whom)) for name, whom in LETTERS.items()},
    **{f"agenda-{kind}": Entry("agenda", willow_bend, TODAY, _agenda(kind)) for kind in KINDS},
    **{name: Entry(name.partition("-")[0], harbor_point, FALL, maker) for name, maker in MAKERS.items()},
    **{f"role-{key}": Entry("role", harbor_point, FALL, _role(key)) for key in ROLES},
    "role-project-manager": Entry("role", willow_bend, TODAY, _role("project-manager")),
    "launch-to-come": Entry("launch", willow_bend, TODAY, _to_come),
    "overview": Entry("document", willow_bend, TODAY, _own),
}
SHOWN = [(name, code) for name in CATALOG for code in CODES]


@cache
def presses() -> Press:
    """Return a press with the templates that ship, and those of the plan in `OWN`."""
    return Press(Folders.around(OWN))


@cache
def shown(name: str, code: str) -> Document:
    """Return a document of the catalog in a language."""
    entry = CATALOG[name]
    return entry.make(entry.plan(), entry.day, code, presses())


def file_of(name: str, code: str, form: str) -> str:
    """Return the name of the file for a document of the catalog, below a folder for its format."""
    return f"{form}/{name}{'' if code == 'en' else f'.{code}'}.{form}"


def forms_of(document: Document) -> list[str]:
    """Return the formats that a document can have: only what takes place goes into a calendar."""
    return [form for form in FORMS if form != "ics" or document.events]
