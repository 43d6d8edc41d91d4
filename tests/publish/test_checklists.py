"""The checklist says what is recorded, and never that it is so."""

import pytest

from publish.pressroom import small_plan
from publish.rounds import made


def test_points_are_told_with_their_evidence() -> None:
    text = made("checklist").text
    assert "☒ Project manager: Noa Berg" in text
    assert "☒ Learning and evaluation lead: done without, on record" in text
    assert "☐ Community engagement lead: nobody is named" in text
    assert text.count("**Partly recorded**") == 2


@pytest.mark.parametrize("code", ["en", "es"])
def test_an_empty_plan_has_five_points_not_recorded(code: str) -> None:
    text = made("checklist", code, plan=small_plan("")).text
    assert text.count({"en": "**Not recorded**", "es": "**Sin anotar**"}[code]) == 5
    assert "☒" not in text


@pytest.mark.parametrize("code", ["en", "es"])
def test_it_claims_nothing(code: str) -> None:
    assert not {"true", "verdadero", "cierto", "proven"} & set(made("checklist", code).text.lower().split())
