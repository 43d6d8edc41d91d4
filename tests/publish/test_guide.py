"""The guide to templates: current, complete, and clear on who may read what."""

import inspect
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args, get_type_hints

from coalitionkit.publish import context
from coalitionkit.publish.document import AUDIENCES
from coalitionkit.publish.guide import guide

PAGE = Path(__file__).parents[2] / "docs" / "templates.md"
CLASSES = {
    name: one
    for name, one in vars(context).items()
    if inspect.isclass(one) and is_dataclass(one) and one.__module__ == context.__name__
}


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == guide(), (
        "write it anew: coalition render context > docs/templates.md"
    )


def test_every_record_and_field_is_told() -> None:
    page = guide()
    for one in CLASSES.values():
        assert one.__doc__ is not None
        for field in fields(one):
            assert f"| `{field.name}` |" in page


def _within(hint: object) -> set[object]:
    return {hint, *(inner for part in get_args(hint) for inner in _within(part))}


def test_every_record_that_is_no_part_of_another_declares_an_audience() -> None:
    parts = {
        inner for one in CLASSES.values() for hint in get_type_hints(one).values() for inner in _within(hint)
    }
    whole = [one for one in CLASSES.values() if one not in parts]
    assert whole
    assert [one.__name__ for one in whole if getattr(one, "audience", None) not in AUDIENCES] == []


def test_an_audience_is_no_field_that_a_template_could_see() -> None:
    for one in CLASSES.values():
        assert "audience" not in [field.name for field in fields(one)]
