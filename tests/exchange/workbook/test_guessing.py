"""Which column of somebody's own list holds what."""

import pytest

from coalitionkit.errors import ConfigurationError
from coalitionkit.exchange.workbook.guessing import Headings, mapped, said


def guessed(
    *rows: list[str], remembered: dict[str, str] | None = None, told: dict[str, str] | None = None
) -> Headings:
    return mapped(rows, remembered or {}, told or {}, "'list.csv'")


def test_usual_headings_are_known_in_two_languages() -> None:
    assert guessed(["Agency", "Type", "Clients", "E-mail"]).columns == {
        "name": 0,
        "sector": 1,
        "serves": 2,
        "person.work_email": 3,
    }
    assert guessed(["Nombre de la organización", "Tipo (sector)", "Habla por"]).columns == {
        "name": 0,
        "sector": 1,
        "represents": 2,
    }


def test_headings_may_stand_below_a_title() -> None:
    found = guessed(["Our partners", ""], ["", ""], ["Organization", "Sector"], ["A", "nonprofit"])
    assert (found.row, found.columns) == (2, {"name": 0, "sector": 1})


def test_what_was_told_counts_before_what_is_remembered_and_both_before_guesses() -> None:
    rows = (["Name", "Client", "Sector"], ["a", "b", "c"])
    assert guessed(*rows, remembered={"Client": "name"}).columns == {"name": 1, "sector": 2}
    found = guessed(*rows, remembered={"Client": "name"}, told={"Sector": "name", "Client": "-"})
    assert found.columns == {"name": 2}
    assert found.left_out == ("Name",)


def test_a_sure_heading_goes_before_a_near_one() -> None:
    assert guessed(["Organizations", "Organization"]).columns["name"] == 1


def test_a_list_without_names_is_refused_with_its_headings() -> None:
    with pytest.raises(
        ConfigurationError, match=r"no column that surely holds the names.*it has 'Wer' and 'Was'"
    ):
        guessed(["Wer", "Was"], ["a", "b"])


def test_a_heading_that_is_not_there_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="has no column 'Nmae'; did you mean 'Name'"):
        guessed(["Name"], told={"Nmae": "name"})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("name", "expected FIELD=HEADING"), ("nam=Wer", "no field 'nam'; did you mean 'name'")],
)
def test_what_a_map_says_is_checked(text: str, sentence: str) -> None:
    with pytest.raises(ConfigurationError, match=sentence):
        said([text])
