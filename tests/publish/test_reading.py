"""How hard a text is to read: published formulas, counted over whole sentences."""

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitionkit.publish.reading import reading, syllables

ENGLISH = {
    1: "the whole asked homes paid rule hours league",
    2: "table wanted houses changes create reading being special nation social question quiet people meeting",
    3: "idea serious decided actual racism residents studio",
    4: "coalition community material",
    5: "organization",
}
SPANISH = {
    1: "que muy hay y buey",
    2: "guerra ciudad país día agua oír leer leyes niños lengua",
    3: "pingüino poeta cuidado decisión ahora siguiente",
    4: "coalición aéreo averiguáis",
}
"""Words by how many syllables they have."""


def counted(words: dict[int, str]) -> list[tuple[str, int]]:
    """Return each word with its count."""
    return [(word, count) for count, several in words.items() for word in several.split()]


@pytest.mark.parametrize(("word", "count"), counted(ENGLISH))
def test_english_syllables(word: str, count: int) -> None:
    assert syllables(word, "en") == count
    assert syllables(word.upper(), "en") == count


@pytest.mark.parametrize(("word", "count"), counted(SPANISH))
def test_spanish_syllables(word: str, count: int) -> None:
    assert syllables(word, "es") == count


def test_english_is_graded_as_flesch_and_kincaid_do() -> None:
    found = reading("We meet on Monday. You vote.\n", "en")
    # 6 words, 2 sentences, 7 syllables
    assert found is not None
    assert found.figure == round(0.39 * 6 / 2 + 11.8 * 7 / 6 - 15.59, 1)
    assert str(found) == f"Flesch-Kincaid grade {found.figure}"
    assert not found.hard


def test_spanish_is_graded_as_szigriszt_does_with_the_levels_of_inflesz() -> None:
    found = reading("Nos vemos el lunes. Usted vota.\n", "es-US")
    # 6 words, 2 sentences, 10 syllables
    assert found is not None
    assert found.figure == round(206.835 - 62.3 * 10 / 6 - 6 / 2, 1)
    assert str(found) == f"INFLESZ {found.figure} (very easy)"


HARD = {
    "en": "Interorganizational coordination necessitates considerable administrative accommodation. ",
    "es": "La institucionalización interorganizacional presupone acomodaciones administrativas. ",
}


@pytest.mark.parametrize("language", HARD)
def test_hard_texts_are_told(language: str) -> None:
    found = reading(HARD[language], language)
    assert found is not None
    assert found.hard


@pytest.mark.parametrize(
    "aside",
    [
        "March 2, 2026",
        "June Abbott, Managing attorney\\\nRiver Street Legal Aid",
        "> Eviction cases filed: **1,240** in 2025.",
        "**[GAP: say why this partner is asked, in words that fit no one else]**",
        "- A stipend: $6,000",
        "Omar Reyes\\\nomar@example.org",
    ],
)
def test_only_whole_sentences_count(aside: str) -> None:
    text = "We meet on Monday. You vote."
    assert reading(f"{aside}\n\n{text}\n\n{aside}\n", "en") == reading(text, "en")


def test_numbers_addresses_titles_and_times_are_neither_words_nor_ends() -> None:
    told = "Call Dr. Greer at 555-0140 or ana@example.org. You vote."
    assert reading(told, "en") == reading("Call Greer at or. You vote.", "en")
    assert reading("Come at 5 p. m. (Hall).", "es") == reading("Come at (Hall).", "es")


@pytest.mark.parametrize(("text", "language"), [("Wir treffen uns.", "de"), ("", "en"), ("March 2", "en")])
def test_without_a_formula_or_a_sentence_nothing_is_said(text: str, language: str) -> None:
    assert reading(text, language) is None


@given(st.text(), st.sampled_from(["en", "es"]))
def test_any_text_whatever_has_a_grade_or_none(text: str, language: str) -> None:
    found = reading(text, language)
    assert found is None or isfinite(found.figure)


@given(st.text(alphabet="abcdeáéíóúüiouyñlrs", min_size=1, max_size=20), st.sampled_from(["en", "es"]))
def test_a_word_has_a_syllable_at_least(word: str, language: str) -> None:
    assert 1 <= syllables(word, language) <= len(word)
