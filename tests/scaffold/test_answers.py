"""Files of answers: what is read, and what is refused with its line."""

import pytest

from coalitionkit.errors import ConfigurationError
from coalitionkit.scaffold.answers import Answers, answers_in, sector_word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: Riverbend\n", {"name": "Riverbend"}),
        ("name: 'a: b, #c'\nplace: Río\n", {"name": "a: b, #c", "place": "Río"}),
        ("\ufeffname: X\r\nplace: Y\r\n", {"name": "X", "place": "Y"}),
        ("name: no\nsector: city\n", {"name": "no", "sector": "city"}),
        ("project_manager: Ana\nconvener: C", {"project_manager": "Ana", "convener": "C"}),
        ("name: X\nplace:\nlanguages: ~\n", {"name": "X"}),
        ("languages: es\n", {"languages": ("es",)}),
        ("languages: [en, es]\n", {"languages": ("en", "es")}),
        ("languages:\n  - en\n  - no\n", {"languages": ("en", "no")}),
    ],
)
def test_answers_are_read(text: str, expected: dict[str, str | tuple[str, ...]]) -> None:
    assert answers_in("a.yaml", text.encode()) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- name\n", "a.yaml: write one line for each answer, such as 'name: Our Coalition'"),
        ("just words\n", "a.yaml: write one line for each answer"),
        ("name: X\nname: Y\n", "a.yaml:2: the key 'name' stands here already, on line 1"),
        ("place: X\n\nnmae: X\n", "a.yaml:3: there is no question 'nmae'; did you mean 'name'?"),
        ("zzz: 1\n", "a.yaml:1: there is no question 'zzz'; the questions are name, place, convener"),
        ("place: X\nname: [a]\n", "a.yaml:2: the answer to 'name' is one line of text"),
        ("name: {en: a}\n", "a.yaml:1: the answer to 'name' is one line of text"),
        ("languages: {en: a}\n", "a.yaml:1: "),
        ("name: &a X\n", "a.yaml:1: '&', '*' and '<<' stand for a copy"),
        ("name: X\n\tplace: Y\n", "a.yaml:2: a tab stands in the indentation"),
        ("name: [X\n", "a.yaml:"),
        ("", "there are no answers here"),
    ],
)
def test_anything_else_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        answers_in("a.yaml", text.encode())
    assert message in refused.value.message


def test_a_file_that_is_not_utf8_is_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"a\.yaml: this character is not UTF-8"):
        answers_in("a.yaml", b"name: \xff\n")


def test_a_language_that_is_a_list_is_refused() -> None:
    with pytest.raises(ConfigurationError):
        answers_in("a.yaml", b"languages: [[en], es]\n")


def test_an_empty_file_is_not_told_of_plans() -> None:
    with pytest.raises(ConfigurationError) as refused:
        answers_in("a.yaml", b"")
    assert "format: 1" not in refused.value.message


@pytest.mark.parametrize("text", ["local-government", "Local government", "LOCAL GOVERNMENT", "city"])
def test_a_sector_is_known_by_slug_label_and_alias(text: str) -> None:
    assert sector_word(text) == "local-government"


@pytest.mark.parametrize(
    ("text", "hint"), [("nonproft", "did you mean 'nonprofit'?"), ("zzzz", "choose local-government")]
)
def test_an_unknown_sector_is_refused(text: str, hint: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        sector_word(text)
    assert f"'{text}' is not a sector" in refused.value.message
    assert hint in refused.value.message


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Riverbend Mobility", "riverbend-mobility"),
        ("Ñandú & Co.", "nandu-co"),
        ("!!!", "coalition"),
        ("🎉", "coalition"),
        ("שלום", "coalition"),
    ],
)
def test_the_id_follows_from_the_name(name: str, expected: str) -> None:
    assert Answers(name).id == expected
