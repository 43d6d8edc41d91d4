"""What the tests of agendas, minutes, calendars and handovers share: a coalition that has met for a while."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from builders import loaded, model_of

from coalitionkit.model.coalition import Coalition
from coalitionkit.publish.agendas import agenda
from coalitionkit.publish.calendars import calendar
from coalitionkit.publish.charters import charter
from coalitionkit.publish.checklists import checklist
from coalitionkit.publish.document import Document
from coalitionkit.publish.handovers import handover
from coalitionkit.publish.launches import launch
from coalitionkit.publish.minutes import minutes
from coalitionkit.publish.press import Press
from coalitionkit.publish.roles import role
from publish.pressroom import press

HERE = Path(__file__).parent
FALL = date(2026, 9, 20)
AGENDAS = ("shared-analysis", "working-groups", "regular", "data-walk", "focus-group")
GROUPS = ("management-team", "fair-pay", "champion")

Maker = Callable[[Coalition, date, str, Press], Document]


@cache
def harbor_point() -> Coalition:
    """Return the plan of this folder with its overlay, which is full of canaries."""
    text, overlay = (
        (HERE / name).read_text(encoding="utf-8") for name in ("rounds.yaml", "rounds.private.yaml")
    )
    outcome = loaded(text, overlay=overlay)
    assert not [f.message for f in outcome.findings if f.severity.value == "error"]
    return model_of(outcome)


def _agenda(wanted: str) -> Maker:
    return lambda plan, day, code, press: agenda(plan, wanted, press=press, as_of=day, language=code)


def _minutes(wanted: str) -> Maker:
    return lambda plan, day, code, press: minutes(plan, wanted, press=press, as_of=day, language=code)


MAKERS: dict[str, Maker] = {
    **{f"agenda-{kind}": _agenda(kind) for kind in (*AGENDAS, *GROUPS)},
    **{f"minutes-{key}": _minutes(key) for key in ("third", "june", "october")},
    "calendar": lambda plan, day, code, press: calendar(plan, (), press=press, as_of=day, language=code),
    "launch": lambda plan, day, code, press: launch(
        plan, date(2026, 9, 29), "month", press=press, as_of=day, language=code
    ),
    "charter": lambda plan, day, code, press: charter(plan, press=press, as_of=day, language=code),
    "role-data-lead": lambda plan, day, code, press: role(
        plan, "data-lead", press=press, as_of=day, language=code
    ),
    "handover": lambda plan, day, code, press: handover(plan, press=press, as_of=day, language=code),
    "checklist": lambda plan, day, code, press: checklist(plan, press=press, as_of=day, language=code),
}
"""Every document that is not a letter and not one of the first three agendas."""


def made(name: str, code: str = "en", *, plan: Coalition | None = None, day: date = FALL) -> Document:
    """Return a document."""
    return MAKERS[name](plan or harbor_point(), day, code, press())
