"""Languages: each says everything that English says, in its own forms."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jinja2 import nodes

from coalitionkit.errors import BrokenTemplateError
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.governance import MANAGEMENT_ROLES
from coalitionkit.model.vocabulary.mobility import DOMAINS
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.model.vocabulary.promises import PAY_PERIODS
from coalitionkit.periods import partial_date
from coalitionkit.publish.environment import Sandbox
from coalitionkit.publish.language import Language, language
from coalitionkit.shipped import shipped
from publish.pressroom import own_press, press

ENGLISH, SPANISH = (language(code, press().folders, needs=()) for code in ("en", "es"))
OPTIONAL = re.compile(r"(articles|units|conjunction_before|gaps|words\.(domains|populations))\.")
"""Where languages differ in what they need: English says some words by the labels of the vocabularies."""

_EN = shipped("templates") / "en"
TEMPLATES = sorted(path.relative_to(_EN) for path in _EN.rglob("*.j2"))
OUTLINES = sorted(path.relative_to(_EN) for path in _EN.rglob("*/*.json"))
PUBLISH = Path(__file__).parents[2] / "src" / "coalitionkit" / "publish"
PLACEHOLDER = re.compile(r"\{\w+\}")


def keys(value: object, above: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from keys(inner, f"{above}{key}.")
    elif isinstance(value, list):
        yield f"{above}{len(value)}"
    else:
        yield above


def words(code: str) -> dict[str, Any]:
    return press().folders.data(f"{code}/language.json")


def test_spanish_has_every_word_and_form_that_english_has() -> None:
    english, spanish = (
        {key for key in keys(words(code)) if not OPTIONAL.match(key)} for code in ("en", "es")
    )
    assert english == spanish


def test_forms_have_the_same_places_for_what_is_filled_in() -> None:
    for key in ("day", "weekday", "month", "at_hour", "at_one", "span"):
        assert sorted(PLACEHOLDER.findall(words("en")[key])) == sorted(
            PLACEHOLDER.findall(words("es")[key])
        ), key
    for key, title in words("en")["titles"].items():
        assert sorted(PLACEHOLDER.findall(title.replace("{the ", "{"))) == sorted(
            PLACEHOLDER.findall(words("es")["titles"][key])
        ), key


@pytest.mark.parametrize("vocabulary", [DOMAINS, POPULATIONS, ASSETS], ids=lambda one: one.name)
def test_spanish_has_every_word_that_letters_use(vocabulary: Any) -> None:
    assert [word.slug for word in vocabulary if not SPANISH.word(vocabulary.name, word.slug)] == []


@pytest.mark.parametrize("tongue", [ENGLISH, SPANISH], ids=lambda one: one.code)
def test_roles_and_pay_are_said(tongue: Language) -> None:
    assert [word.slug for word in MANAGEMENT_ROLES if not tongue.word("roles", word.slug)] == []
    assert [word.slug for word in PAY_PERIODS if word.slug not in tongue.per] == []


def test_spanish_asks_for_whatever_may_be_missing() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in PUBLISH.glob("*.py"))
    parts = set(re.findall(r'(?:missing|_gap|self\._missing)\(\s*"(\w+)"', source))
    assert len(parts) > 10
    assert parts - SPANISH.gaps.keys() == set()


@pytest.mark.parametrize("name", TEMPLATES, ids=str)
def test_templates_print_the_same_in_both_languages(name: Path) -> None:
    sandbox = Sandbox(press().folders)
    english, spanish = (_printed(sandbox, f"{code}/{name.as_posix()}") for code in ("en", "es"))
    assert english == spanish


def _printed(sandbox: Sandbox, name: str) -> set[str]:
    tree, _ = sandbox.tree(name)
    return {one.attr for one in tree.find_all(nodes.Getattr)}


@pytest.mark.parametrize("name", OUTLINES, ids=str)
def test_outlines_have_the_same_points_in_both_languages(name: Path) -> None:
    english, spanish = (press().folders.data(f"{code}/{name.as_posix()}") for code in ("en", "es"))
    shapes = [
        [
            (item["minutes"], item.get("who"), len(item.get("steps", ())), "purpose" in item)
            for item in one["items"]
        ]
        for one in (english, spanish)
    ]
    assert shapes[0] == shapes[1]
    assert english.get("shows") == spanish.get("shows")
    assert ("goal" in english) == ("goal" in spanish)


@pytest.mark.parametrize("name", [*TEMPLATES, *OUTLINES], ids=str)
def test_nothing_in_spanish_was_left_in_english(name: Path) -> None:
    english, spanish = (press().folders.text(f"{code}/{name.as_posix()}") for code in ("en", "es"))
    prose = [
        set(re.findall(r"[A-Za-zÁ-ú' ]{25,}", re.sub(r"{[{%#].*?[}%#]}", "|", text)))
        for text in (english, spanish)
    ]
    assert prose[0] & prose[1] == set()


@pytest.mark.parametrize(
    ("amount", "per", "english", "spanish"),
    [
        ("25000", None, "$25,000", "$25,000"),
        ("25000.50", None, "$25,000.50", "$25,000.50"),
        ("50", "meeting", "$50 for each meeting", "$50 por cada reunión"),
        ("1200", "year", "$1,200 a year", "$1,200 al año"),
        ("1200", "once", "$1,200", "$1,200"),
    ],
)
def test_money_is_said_as_in_the_united_states(
    amount: str, per: str | None, english: str, spanish: str
) -> None:
    assert ENGLISH.money(Decimal(amount), "USD", per) == english
    assert SPANISH.money(Decimal(amount), "USD", per) == spanish


@pytest.mark.parametrize(
    ("value", "unit", "english", "spanish"),
    [
        ("51.50", "percent", "51.5%", "51.5%"),
        ("1240", "people", "1,240 people", "1,240 personas"),
        ("1240", "cases a year", "1,240 cases a year", "1,240 casos al año"),
        ("3", None, "3", "3"),
        ("3", "sprockets", "3 sprockets", "3 «sprockets»"),
    ],
)
def test_quantities_have_units(value: str, unit: str | None, english: str, spanish: str) -> None:
    assert ENGLISH.quantity(Decimal(value), unit) == english
    assert SPANISH.quantity(Decimal(value), unit) == spanish


def test_days_and_times_have_their_forms() -> None:
    day = date(2026, 3, 10)
    assert ENGLISH.on(day, weekday=True) == "Tuesday, March 10, 2026"
    assert SPANISH.on(day, weekday=True) == "martes 10 de marzo de 2026"
    assert SPANISH.on(partial_date("2026-03")) == "marzo de 2026"
    assert SPANISH.on(partial_date("2026")) == "2026"
    assert (ENGLISH.at(13 * 60), SPANISH.at(13 * 60)) == ("at 1:00 p.m.", "a la 1:00 p. m.")
    assert (ENGLISH.at(0), SPANISH.at(17 * 60 + 30)) == ("at 12:00 a.m.", "a las 5:30 p. m.")


def test_lists_are_joined_as_one_speaks() -> None:
    assert ENGLISH.listed(["a", "b", "c"]) == "a, b and c"
    assert SPANISH.listed(["padres", "hijos"]) == "padres e hijos"
    assert SPANISH.listed(["español", "inglés"]) == "español e inglés"
    assert SPANISH.listed([]) == ""


def test_a_language_is_a_folder(tmp_path: Path) -> None:
    folders = own_press(tmp_path, "vi/agenda.md.j2", "x").folders
    assert language("vi", folders, needs=("agenda.md.j2",)).code == "en", (
        "without its words it cannot be used"
    )
    folders = own_press(tmp_path, "vi/language.json", press().folders.text("es/language.json")).folders
    assert language("vi", folders, needs=("agenda.md.j2",)).code == "vi"
    assert language("vi-VN", folders, needs=("agenda.md.j2",)).code == "vi"
    assert language("vi", folders, needs=("invite-partner.md.j2",)).code == "en"


def test_a_plan_changes_single_words(tmp_path: Path) -> None:
    folders = own_press(tmp_path, "es/language.json", '{"words": {"roles": {"champion": "madrina"}}}').folders
    found = language("es", folders, needs=())
    assert found.word("roles", "champion") == "madrina"
    assert found.word("roles", "data-lead") == "datos"
    assert found.gaps == SPANISH.gaps


def test_words_of_the_wrong_shape_are_told(tmp_path: Path) -> None:
    folders = own_press(tmp_path, "es/language.json", '{"months": 3}').folders
    with pytest.raises(BrokenTemplateError, match="expected 12 texts, not 3"):
        language("es", folders, needs=())


def test_titles_take_the_article_that_a_name_calls_for() -> None:
    assert ENGLISH.title("invitation", coalition="Bay Coalition") == "Invitation to the Bay Coalition"
    assert ENGLISH.title("invitation", coalition="Bay Works") == "Invitation to Bay Works"
