"""What the tests of letters and agendas share: a plan, a press, a day, and golden files."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from builders import loaded, model_of

from coalitionkit.analysis.recipients import recipient
from coalitionkit.model.coalition import Coalition
from coalitionkit.publish.agendas import agenda
from coalitionkit.publish.document import Document
from coalitionkit.publish.letters import letter
from coalitionkit.publish.press import Press
from coalitionkit.publish.templates import Folders

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
TODAY = date(2026, 3, 2)
LETTERS = {
    "letter-recorded": ("river-street-legal", "river-street-legal"),
    "letter-gaps": ("quiet-fund", "quiet-fund"),
    "letter-community": ("rosa-tran", "hugo-paz"),
    "letter-facts": ("puente", "puente"),
    "letter-champion": ("county-board", "county-board"),
}
"""Whom letters go to, in English and in Spanish."""

KINDS = ("introductions", "expectations", "decisionmaking", "work-session")


@cache
def willow_bend() -> Coalition:
    """Return the plan of this folder with its overlay, which is full of canaries."""
    text, overlay = ((HERE / name).read_text(encoding="utf-8") for name in ("plan.yaml", "plan.private.yaml"))
    outcome = loaded(text, overlay=overlay)
    assert not [f.message for f in outcome.findings if f.severity.value == "error"]
    return model_of(outcome)


def small_plan(text: str) -> Coalition:
    """Return a plan of a few sections."""
    about = "format: 1\ncoalition: {id: small, name: Small Steps}\n"
    return model_of(loaded(about + text))


@cache
def press() -> Press:
    """Return a press with the templates that ship."""
    return Press(Folders.around(HERE))


def own_press(folder: Path, name: str, text: str) -> Press:
    """Return a press for a plan in `folder` with one template of its own."""
    file = folder / "templates" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return Press(Folders.around(folder))


def letter_to(partner: str, *, plan: Coalition | None = None, language: str | None = None) -> Document:
    """Return a letter."""
    whole = plan or willow_bend()
    return letter(whole, recipient(whole, partner), press=press(), as_of=TODAY, language=language)


def agenda_for(kind: str | None, *, plan: Coalition | None = None, language: str | None = None) -> Document:
    """Return an agenda."""
    return agenda(plan or willow_bend(), kind, press=press(), as_of=TODAY, language=language)


def gaps(document: Document) -> list[str]:
    """Return the gaps as `part at address`."""
    return [f"{gap.part} at {gap.where}" for gap in document.gaps]


def assert_golden(name: str, text: str, request: pytest.FixtureRequest) -> None:
    """Compare a text with a file of this folder's `golden`, or write it with `--update-golden`."""
    file = GOLDEN / name
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.is_file(), f"there is no golden file {name}; run pytest --update-golden and look at it"
    assert text == file.read_text(encoding="utf-8"), f"{name} has changed; see pytest --update-golden"
