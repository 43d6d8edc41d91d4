"""Labels and what they stand for: unique, and understood in every language and by every alias."""

import pytest
from builders import whole
from worksheets import files_of, plan_of

from coalitionkit.exchange.workbook.columns import LIST_COLUMNS
from coalitionkit.exchange.workbook.contents import Graded, Held, NotHeld, YesOrNo, cell_text
from coalitionkit.exchange.workbook.texts import languages, texts
from coalitionkit.exchange.workbook.words import Words, alike, canonical
from coalitionkit.model.holdings import PopulationHoldings
from coalitionkit.model.vocabulary.assets import ASSETS
from coalitionkit.model.vocabulary.inventory import MOTIVATION_LEVELS, YES_NO_UNKNOWN
from coalitionkit.model.vocabulary.mobility import DOMAINS
from coalitionkit.model.vocabulary.populations import POPULATIONS
from coalitionkit.model.vocabulary.sectors import SECTORS

PLAN = plan_of(
    files_of(
        whole(
            "vocabulary:\n"
            "  populations:\n"
            "    - {id: night-shift, label: Young people}\n"
            "    - {id: vendors, label: {en: Vendors; stalls, es: Vendedoras}, aliases: [market women]}\n"
            "members: [{id: ana, name: Ana López}, {id: ana-b, name: Ana Lopez}, {id: ben, name: Ben Ito}]\n"
        )
    )
)


def words(code: str = "en") -> Words:
    return Words(PLAN, texts(code))


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("vocabulary", [SECTORS, POPULATIONS, DOMAINS, ASSETS], ids=lambda one: one.name)
def test_every_label_is_read_as_its_own_word(code: str, vocabulary: object) -> None:
    assert isinstance(vocabulary, type(SECTORS))
    labels = words(code).of(vocabulary)
    assert {key: labels.key(label) for key, label in labels.shown.items()} == {
        key: key for key in labels.shown
    }
    other = words("es" if code == "en" else "en").of(vocabulary)
    assert {key: other.key(label) for key, label in labels.shown.items()} == {
        key: key for key in labels.shown
    }


@pytest.mark.parametrize("code", languages())
def test_a_language_says_every_word_of_the_built_in_lists(code: str) -> None:
    if code != "en":
        lacking = [
            w.slug
            for v in (SECTORS, POPULATIONS, DOMAINS, ASSETS)
            for w in v
            if not texts(code).word(v.name, w.slug)
        ]
        assert lacking == []


def test_words_of_the_plan_itself_are_known_and_never_mistaken() -> None:
    labels = words().of(POPULATIONS)
    assert labels.label("vendors") == "Vendors, stalls"
    assert [labels.key(text) for text in ("Vendedoras", "MARKET WOMEN", "vendors")] == ["vendors"] * 3
    assert labels.label("night-shift") == "night-shift"
    assert labels.key("Young people") == "young-people"


def test_words_of_a_family_are_read_as_they_are_shown() -> None:
    for code in languages():
        labels = words(code).of(POPULATIONS)
        for key in ("other:a-van", "racial-or-ethnic-group:hmong"):
            assert labels.key(labels.label(key)) == key
    assert words().of(POPULATIONS).key("Nothing: at all") is None


def test_two_of_a_name_are_told_apart() -> None:
    members = words().members
    assert members.label("ana") == "Ana López (ana)"
    assert members.key(members.label("ana-b")) == "ana-b"
    assert members.key("BEN  ito") == "ben"


def test_what_is_not_held_may_be_everything_else() -> None:
    content, said = NotHeld(POPULATIONS), words("es")
    value = PopulationHoldings.read({"not_held": ["immigrants"], "complete": "true"})
    assert cell_text(content, value, said) == "Inmigrantes; todo lo demás"
    assert content.read("everything else; Inmigrantes", said) == ["immigrants", "*"]


def test_commas_part_words_too() -> None:
    assert Held(POPULATIONS).read("Immigrants, young people\nvendors, stalls", words()) == [
        "immigrants",
        "young-people",
        "vendors",
    ]
    with pytest.raises(ValueError, match="'Imigrants' is not a population group; did you mean 'Immigrants'"):
        Held(POPULATIONS).read("Imigrants", words())


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("3", "3"),
        ("3 whatever", "3"),
        ("compatible", "2"),
        ("4.", "4"),
        ("2: Compatible", "2"),
        ("2 - compatible", "2"),
    ],
)
def test_levels_are_read_by_number_or_label(text: str, level: str) -> None:
    assert Graded(MOTIVATION_LEVELS).read(text, words()) == level


@pytest.mark.parametrize(
    "text", ["7", "31", "", "high", "2.5", "2,5", "2-3", "2 or 3", "3?", "-1", "2 out of 4"]
)
def test_what_is_no_level_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no level"):
        Graded(MOTIVATION_LEVELS).read(text, words())


def test_a_level_whose_words_say_another_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^'3 Compatible' is two levels: what it says is 2"):
        Graded(MOTIVATION_LEVELS).read("3 Compatible", words())


def test_a_day_written_in_another_way_is_refused_with_what_it_may_mean() -> None:
    content = LIST_COLUMNS["reviewed"].content
    assert content.read("2026-06-15 13:30:00", words()) == "2026-06-15"
    with pytest.raises(
        ValueError, match=r"^'3/4/2026': write a date as .*; did you mean 2026-03-04 or 2026-04-03\?$"
    ):
        content.read("3/4/2026", words())
    with pytest.raises(ValueError, match=r"or 2026$"):
        content.read("soon", words())


def test_yes_and_no_in_any_language() -> None:
    said = [YesOrNo(YES_NO_UNKNOWN).read(text, words("es")) for text in ("sí", "yes", "TRUE", "no")]
    assert said == ["yes", "yes", "yes", "no"]
    with pytest.raises(ValueError, match="neither yes nor no"):
        YesOrNo(YES_NO_UNKNOWN).read("perhaps", words())


def test_space_and_line_ends_do_not_count() -> None:
    assert canonical(" a\u00a0b \r\n c\t") == "a b\nc"
    assert alike("Círculo  MAM!") == alike("circulo mam")


def test_a_text_that_no_cell_can_hold_is_left_in_the_plan() -> None:
    from coalitionkit.exchange.workbook.contents import Plain

    assert cell_text(Plain(), "x" * 40_000, words()) == "(too long for a cell: it stays in the plan as it is)"
