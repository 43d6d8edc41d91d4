"""Practices recorded in words: each is looked for once."""

from collections import Counter

from coalitionkit.model.vocabulary.practices import PRACTICES
from coalitionkit.rules.families.recorded import RENEWED, THEMES

ELSEWHERE = {
    "work-plan": "CK726 work-plan-missing",
    "power-dynamics": "CK818 power-dynamics-unowned",
    "wider-engagement-plan": "CK819 engagement-missing",
    "data-sharing-agreements": "CK447 data-agreement-missing",
    "state-and-federal-programs": "advice of the family of structure",
}
"""Practices that rules of their own look for."""


def test_every_word_for_a_practice_is_looked_for_once() -> None:
    counts = Counter(slug for slugs in (*THEMES.values(), tuple(ELSEWHERE)) for slug in slugs)
    assert counts == Counter(list(PRACTICES.words))


def test_what_is_renewed_is_recorded() -> None:
    assert set(RENEWED) <= {slug for slugs in THEMES.values() for slug in slugs}
