"""The charter: the decision rule word for word as the record has it, and gaps where it has none."""

from datetime import date

import pytest

from coalitionkit.publish.charters import charter
from publish.pressroom import gaps, press, small_plan
from publish.rounds import FALL, harbor_point, made


def test_the_rule_in_force_is_told_whole() -> None:
    text = made("charter").text
    assert (
        "We decide by consensus: carried when no member blocks; 2/3 of those with a vote must be present; "
        "announced at least 7 days before. In force since April 7, 2026." in text
    )
    assert "- On money: by at least 60% of all who may vote." in text
    assert "- On norms: by Noa Berg, after the others have been heard on the record." in text
    assert "- If that leads to no result: by at least 2/3 of the votes cast." in text


def test_before_it_was_adopted_the_earlier_rule_is_told() -> None:
    text = charter(harbor_point(), press=press(), as_of=date(2026, 3, 1)).text
    assert "We decide by Noa Berg, after the others have been heard" in text


def test_what_is_missing_is_a_gap() -> None:
    made_of_nothing = charter(small_plan(""), press=press(), as_of=FALL)
    assert gaps(made_of_nothing) == [
        "purpose at focus.north_star",
        "decision_model at decision_model",
        "norms at rhythm.norms",
    ]


@pytest.mark.parametrize("code", ["en", "es"])
def test_populations_are_said_as_within_a_sentence(code: str) -> None:
    expected = {
        "en": "English-language learners and single parents",
        "es": "personas que están aprendiendo inglés y madres y padres solos",
    }
    assert expected[code] in made("charter", code).text


@pytest.mark.parametrize("code", ["en", "es"])
def test_kinds_of_the_plans_own_are_told_as_they_are(code: str) -> None:
    plan = small_plan("decision_model: {model: consensus, by_kind: {'other:hiring': unanimous}}\n")
    text = charter(plan, press=press(), as_of=FALL, language=code).text
    assert {"en": "- On hiring: by unanimous vote.", "es": "- Sobre hiring: por unanimidad."}[code] in text
